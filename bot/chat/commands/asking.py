"""Asking before something is done that can not be taken back: what it will do, yes or no."""

from __future__ import annotations

from bot.chat.incoming import Incoming
from bot.chat.reply import Reply
from bot.chat.services import Services
from bot.wording.message import Button, Message

_DECIDE_MINUTES = 60


def ask_first(
    incoming: Incoming, services: Services, text: str, action: str, payload: str, *, target: str = ""
) -> Reply:
    """A question with a button that does it and one that does not, for this person alone."""
    texts = services.audience(incoming).texts
    yes = services.sign(incoming, action, payload, minutes=_DECIDE_MINUTES)
    no = services.sign(incoming, "never", minutes=_DECIDE_MINUTES)
    row = (Button(texts.plain("button-yes"), data=yes), Button(texts.plain("button-no"), data=no))
    return Reply((Message(text, (row,)),), target=target or payload, outcome="asked")


def never_mind(incoming: Incoming, services: Services) -> Reply:
    """No: nothing is done."""
    return Reply(edit=Message(services.audience(incoming).texts("left-as-it-is")))
