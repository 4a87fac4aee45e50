"""Telegram's part, played in the terminal: the request object that PTB sends through, without any network."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from typing import Any

from telegram.request import BaseRequest, RequestData

BOT = {"id": 1, "is_bot": True, "first_name": "sitrep", "username": "sitrep_bot"}
Params = dict[str, Any]


class TerminalRequest(BaseRequest):
    """Answers PTB's calls; what would be sent is handed to `show(method, params)`."""

    def __init__(self, show: Callable[[str, Params], None]) -> None:
        self._show = show
        self._numbers = itertools.count(1)

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing is opened."""

    async def shutdown(self) -> None:
        """Nothing is open."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        params: Params = dict(request_data.parameters) if request_data is not None else {}
        if request_data is not None and request_data.contains_files:
            for field, (name_of_file, content, _) in (request_data.multipart_data or {}).items():
                params[field], params[f"{field}_name"] = content, name_of_file
        self._show(name, params)
        return 200, json.dumps({"ok": True, "result": self._result(name, params)}).encode()

    def _result(self, method: str, params: Params) -> Any:
        if method == "getMe":
            return {**BOT, "can_join_groups": True, "can_read_all_group_messages": False}
        if method in {"sendMessage", "editMessageText", "sendDocument", "sendPhoto"}:
            number = params.get("message_id") or next(self._numbers)
            return message(int(params["chat_id"]), int(number), str(params.get("text", "")))
        return True


def message(chat_id: int, number: int, text: str) -> Params:
    """A message of the bot's, as Telegram reports it."""
    chat = {"id": chat_id, "type": "private", "first_name": "you"}
    return {"message_id": number, "date": 0, "chat": chat, "from": BOT, "text": text}
