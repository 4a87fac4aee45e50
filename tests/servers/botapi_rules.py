"""What Telegram refuses in a request: Refusal has its status and its words."""

from __future__ import annotations

import hashlib
import json
import re
import struct
from typing import Any

from tests.servers.telegram_html import Parsed, ParseError, parse

Params = dict[str, Any]


class Refusal(Exception):
    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def describe(content: bytes) -> dict[str, Any]:
    """A file as it is kept in the log: its size, its digest and, of a PNG, width and height."""
    seen: dict[str, Any] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content.endswith(b"IEND\xaeB`\x82"):
        seen["width"], seen["height"] = struct.unpack(">II", content[16:24])
    return seen


def photo_of(params: Params, uploaded: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What is shown: a file, or the id of one that was `uploaded` before."""
    photo = params.get("photo")
    if isinstance(photo, str):
        if photo not in uploaded:
            raise Refusal(400, "Bad Request: wrong remote file identifier specified: Wrong string length")
        return uploaded[photo]
    if not isinstance(photo, dict):
        raise Refusal(400, "Bad Request: there is no photo in the request")
    if photo["bytes"] > 10_485_760:
        raise Refusal(400, f"Bad Request: file of size {photo['bytes']} bytes is too big for a photo")
    if "width" not in photo:
        raise Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")
    sides = photo["width"], photo["height"]
    if sum(sides) > 10_000 or max(sides) > 20 * min(sides):
        raise Refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    return photo


def caption_of(params: Params) -> Parsed:
    try:
        parsed = parse(str(params.get("caption", "")), params.get("parse_mode"))
    except ParseError as error:
        raise Refusal(400, str(error)) from error
    if len(parsed.text) > 1024:
        raise Refusal(400, "Bad Request: message caption is too long")
    return parsed


def text_of(params: Params, *, limit: int = 4096) -> Parsed:
    try:
        parsed = parse(str(params.get("text", "")), params.get("parse_mode"))
    except ParseError as error:
        raise Refusal(400, str(error)) from error
    if not parsed.text:
        raise Refusal(400, "Bad Request: message text is empty")
    if len(parsed.text) > limit:
        raise Refusal(400, "Bad Request: message is too long")
    return parsed


def keyboard_of(params: Params) -> list[list[dict[str, Any]]]:
    markup = params.get("reply_markup") or {}
    if isinstance(markup, str):
        try:
            markup = json.loads(markup)
        except ValueError as error:
            raise Refusal(400, "Bad Request: can't parse reply keyboard markup JSON object") from error
    rows: list[list[dict[str, Any]]] = markup.get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100:
        raise Refusal(400, "Bad Request: reply markup is too long")
    for button in buttons:
        _check_button(button)
    return rows


def _check_button(button: dict[str, Any]) -> None:
    if not button.get("text", "").strip():
        raise Refusal(400, "Bad Request: inline keyboard button text can't be empty")
    data, url = button.get("callback_data"), button.get("url")
    if data is not None and not 1 <= len(data.encode()) <= 64:
        raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    if url is not None and not re.match(r"(https?|tg)://\S+$", url):
        raise Refusal(400, f"Bad Request: inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if data is None and url is None and "switch_inline_query" not in button and "copy_text" not in button:
        raise Refusal(400, "Bad Request: text buttons are unallowed in the inline keyboard")


def check_commands(params: Params) -> None:
    commands = params.get("commands") or []
    if isinstance(commands, str):
        commands = json.loads(commands)
    if len(commands) > 100:
        raise Refusal(400, "Bad Request: too many commands specified")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command.get("command", "")):
            raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise Refusal(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")


def chat_of(params: Params) -> int:
    try:
        return int(params["chat_id"])
    except (KeyError, ValueError) as error:
        raise Refusal(400, "Bad Request: chat_id is empty") from error
