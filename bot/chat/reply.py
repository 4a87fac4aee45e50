"""What a handler wants to happen in the chat. The adapter (dispatch.py) makes it happen."""

from __future__ import annotations

import dataclasses

from bot.chat.incoming import Incoming
from bot.wording.message import Message


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    name: str
    content: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """`messages` are sent in order; `edit` replaces the message whose button was pressed, or the one that it names;
    `notice` is shown to the person who pressed. `privately`: to the person, not into the chat; `afterwards` and
    `otherwise` are what is said elsewhere where that got through and where it did not. `turn_id`: the turn that the
    messages show. `target` names by id what an admin's action was about, `outcome` what became of it, for the audit.
    `menus`: private chats whose menu of commands is to be set anew.
    """

    messages: tuple[Message, ...] = ()
    edit: Message | None = None
    notice: str = ""
    document: Document | None = None
    privately: bool = False
    afterwards: Elsewhere | None = None
    otherwise: Elsewhere | None = None
    turn_id: int | None = None
    target: str = ""
    outcome: str = "done"
    menus: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Elsewhere:
    """A reply to another message, or to the same one in another place."""

    incoming: Incoming
    reply: Reply


def say(*texts: str, target: str = "", outcome: str = "done") -> Reply:
    """Plain messages without buttons."""
    return Reply(tuple(Message(text) for text in texts), target=target, outcome=outcome)


def refuse(text: str, *, target: str = "") -> Reply:
    """Why an admin's command was not carried out."""
    return say(text, target=target, outcome="refused")
