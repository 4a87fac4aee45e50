"""Updates as Telegram delivers them, without their update_id: the server numbers them."""

from __future__ import annotations

import itertools
import re
from typing import Any

# What an administrator may do, as Telegram tells of each.
_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip
_message_ids = itertools.count(100_001)
_query_ids = itertools.count(1)

BOT = {"id": 1, "is_bot": True, "first_name": "Sitrep", "username": "sitrep_bot"}
ANONYMOUS_ADMIN = 1087968824


def user(user_id: int, *, language: str = "en") -> dict[str, Any]:
    return {"id": user_id, "is_bot": False, "first_name": f"Reader{user_id}", "language_code": language}


def chat(chat_id: int, kind: str = "private") -> dict[str, Any]:
    if kind == "private":
        return {"id": chat_id, "type": kind, "first_name": f"Reader{chat_id}"}
    return {"id": chat_id, "type": kind, "title": f"Chat{chat_id}"}


def message(
    text: str,
    *,
    user_id: int = 42,
    chat_id: int | None = None,
    kind: str = "private",
    language: str = "en",
    field: str = "message",
    **more: Any,
) -> dict[str, Any]:
    """`field`: message, edited_message, channel_post; `more` are fields of the message itself."""
    body = {
        "message_id": next(_message_ids),
        "date": 1_700_000_000,
        "chat": chat(user_id if chat_id is None else chat_id, kind),
        "text": text,
        "entities": _entities(text),
        **more,
    }
    if kind != "channel":
        body.setdefault("from", user(user_id, language=language))
    return {field: body}


def document(name: str, file_id: str, size: int, *, caption: str = "", user_id: int = 42) -> dict[str, Any]:
    """A file that a person sends in private."""
    sent = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": size}
    body = message(caption, user_id=user_id)["message"]
    body |= {"caption": body.pop("text"), "caption_entities": body.pop("entities"), "document": sent}
    return {"message": body}


def press(
    data: str, *, under: dict[str, Any], user_id: int = 42, language: str = "en", query_id: str | None = None
) -> dict[str, Any]:
    """A press of the button with `data` under the message `under` (as sendMessage returned it)."""
    return {
        "callback_query": {
            "id": query_id or str(next(_query_ids)),
            "from": user(user_id, language=language),
            "message": under,
            "chat_instance": "1",
            "data": data,
        }
    }


def membership(status: str, *, user_id: int = 42, chat_id: int | None = None, kind: str = "private") -> dict[str, Any]:
    """The bot's place in a chat changed: `kicked` where a reader blocked it, `member` on return."""
    where = chat(user_id if chat_id is None else chat_id, kind)

    def member(of: str) -> dict[str, Any]:
        more: dict[str, Any] = {"kicked": {"until_date": 0}, "administrator": dict.fromkeys(_RIGHTS, False)}.get(of, {})
        return {"user": BOT, "status": of, **more}

    old = "member" if status != "member" else "kicked"
    return {
        "my_chat_member": {
            "chat": where,
            "from": user(user_id),
            "date": 1_700_000_000,
            "old_chat_member": member(old),
            "new_chat_member": member(status),
        }
    }


def _entities(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for pattern, kind in ((r"^/\w+(@\w+)?", "bot_command"), (r"(?<![/\w])@\w+", "mention")):
        for match in re.finditer(pattern, text):
            found.append({"type": kind, "offset": match.start(), "length": match.end() - match.start()})
    return found
