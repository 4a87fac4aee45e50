"""What each method of the Bot API does to the server's state, and what it answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.servers import botapi_rules as rules
from tests.servers.botapi_rules import Params, Refusal
from tests.servers.updates import BOT

if TYPE_CHECKING:
    from tests.servers.botapi import BotApi


def send_message(api: BotApi, params: Params, seen: dict[str, Any]) -> Any:
    chat_id, parsed = rules.chat_of(params), rules.text_of(params)
    keyboard = rules.keyboard_of(params)
    number = next(api.message_ids)
    seen.update(text=parsed.text, links=tuple(parsed.links), entities=len(parsed.entities))
    seen["message"] = _message(api, chat_id, number, parsed.text, keyboard)
    return seen["message"]


def send_photo(api: BotApi, params: Params, seen: dict[str, Any]) -> Any:
    chat_id, photo = rules.chat_of(params), rules.photo_of(params, api.photos)
    parsed = rules.caption_of(params)
    keyboard = rules.keyboard_of(params)
    number = next(api.message_ids)
    seen.update(text=parsed.text, links=tuple(parsed.links), entities=len(parsed.entities))
    message = _message(api, chat_id, number, "", keyboard)
    del message["text"]
    file_id = f"P{photo['sha256'][:20]}"
    api.photos[file_id] = photo
    shown = {"file_id": file_id, "file_unique_id": "p1", "width": photo["width"], "height": photo["height"]}
    message |= {"photo": [{**shown, "file_size": photo["bytes"]}], "caption": parsed.text}
    seen["message"] = api.messages[chat_id, number] = message
    return message


def send_document(api: BotApi, params: Params, seen: dict[str, Any]) -> Any:
    if not params.get("document"):
        raise Refusal(400, "Bad Request: there is no document in the request")
    seen["message"] = _message(api, rules.chat_of(params), next(api.message_ids), "", [])
    return seen["message"]


def edit_message(api: BotApi, params: Params, seen: dict[str, Any]) -> Any:
    chat_id, number = rules.chat_of(params), int(params.get("message_id", 0))
    before = api.messages.get((chat_id, number))
    if before is None:
        raise Refusal(400, "Bad Request: message to edit not found")
    keyboard = rules.keyboard_of(params)
    parsed = rules.text_of(params) if "text" in params else None
    text = parsed.text if parsed else before["text"]
    if text == before["text"] and keyboard == before.get("reply_markup", {}).get("inline_keyboard", []):
        raise Refusal(400, "Bad Request: message is not modified: specified new message content is the same")
    if parsed:
        seen.update(links=tuple(parsed.links), entities=len(parsed.entities))
    seen.update(text=text, message=_message(api, chat_id, number, text, keyboard))
    return seen["message"]


def _message(api: BotApi, chat_id: int, number: int, text: str, keyboard: list[Any]) -> dict[str, Any]:
    where = {"id": chat_id, "type": "private" if chat_id > 0 else "supergroup"}
    where["first_name" if chat_id > 0 else "title"] = f"Chat{chat_id}"
    body = {"message_id": number, "date": int(time.time()), "chat": where, "from": BOT, "text": text}
    if keyboard:
        body["reply_markup"] = {"inline_keyboard": keyboard}
    api.messages[chat_id, number] = body
    return body


def _answer_callback(api: BotApi, params: Params, _seen: dict[str, Any]) -> bool:
    if len(str(params.get("text", ""))) > 200:
        raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
    if not params.get("callback_query_id"):
        raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    return True


def _set_webhook(api: BotApi, params: Params, _seen: dict[str, Any]) -> bool:
    api.webhook = dict(params)
    return True


def _delete_webhook(api: BotApi, _params: Params, _seen: dict[str, Any]) -> bool:
    api.webhook = {}
    return True


def _set_commands(_api: BotApi, params: Params, _seen: dict[str, Any]) -> bool:
    rules.check_commands(params)
    return True


def _nothing(_api: BotApi, _params: Params, _seen: dict[str, Any]) -> bool:
    return True


def _chat_action(_api: BotApi, params: Params, _seen: dict[str, Any]) -> bool:
    rules.chat_of(params)
    return True


def _draft(_api: BotApi, params: Params, _seen: dict[str, Any]) -> bool:
    if rules.chat_of(params) < 0:
        raise Refusal(400, "Bad Request: TEXTDRAFT_PEER_INVALID")
    if not int(params.get("draft_id", 0)):
        raise Refusal(400, "Bad Request: draft_id is empty")
    return True


def _member(api: BotApi, params: Params, _seen: dict[str, Any]) -> dict[str, Any]:
    status = api.members.get((rules.chat_of(params), int(params["user_id"])), "member")
    member = {"status": status, "user": {"id": int(params["user_id"]), "is_bot": False, "first_name": "R"}}
    rights = (
        "can_be_edited can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
        "can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories "
        "can_delete_stories"
    )
    if status == "administrator":
        member |= dict.fromkeys(rights.split(), True)
    return member | ({"is_anonymous": False} if status in {"administrator", "creator"} else {})


def _get_file(api: BotApi, params: Params, _seen: dict[str, Any]) -> dict[str, Any]:
    number = str(params.get("file_id", ""))
    if number not in api.files:
        raise Refusal(400, "Bad Request: invalid file_id")
    size = len(api.files[number])
    return {"file_id": number, "file_unique_id": number, "file_size": size, "file_path": f"documents/{number}"}


METHODS: dict[str, Callable[[BotApi, Params, dict[str, Any]], Any]] = {
    "getMe": lambda _api, _params, _seen: {
        **BOT,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    },
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "editMessageText": edit_message,
    "editMessageReplyMarkup": edit_message,
    "answerCallbackQuery": _answer_callback,
    "answerInlineQuery": _nothing,
    "sendChatAction": _chat_action,
    "sendMessageDraft": _draft,
    "getChatMember": _member,
    "getFile": _get_file,
    "setMyCommands": _set_commands,
    "deleteMyCommands": _nothing,
    "setMyDescription": _nothing,
    "setMyShortDescription": _nothing,
    "deleteMessage": _nothing,
    "leaveChat": _nothing,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": lambda api, _params, _seen: {
        "url": api.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": 0,
    },
}
