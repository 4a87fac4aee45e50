"""What a handler wants to happen in the chat. The adapter (dispatch.py) makes it happen."""

from __future__ import annotations

import dataclasses

from bot.wording.message import Message


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    name: str
    content: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """`messages` are sent in order; `edit` replaces the message whose button was pressed; `notice` is shown to the
    person who pressed. `target` names by id what an admin's action was about, for the audit. `menus`: private chats
    whose menu of commands is to be set anew.
    """

    messages: tuple[Message, ...] = ()
    edit: Message | None = None
    notice: str = ""
    document: Document | None = None
    target: str = ""
    menus: tuple[int, ...] = ()


def say(*texts: str, target: str = "") -> Reply:
    """Plain messages without buttons."""
    return Reply(tuple(Message(text) for text in texts), target=target)
