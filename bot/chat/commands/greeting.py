"""First contact and help."""

from __future__ import annotations

import dataclasses
import difflib
import re
import unicodedata

from bot.chat.commands.questions import ask
from bot.chat.commands.views import open_story
from bot.chat.incoming import ChatKind, Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.chats import resume_chat
from bot.wording.message import Button, Message
from bot.wording.texts import Texts, texts_for
from bot.wording.typeset import Html

# A link such as t.me/bot?start=story_ID. It opens what anybody may read, and does nothing else.
_STORY_LINK = re.compile(r"story_([A-Za-z0-9-]{1,58})")
_BUTTON_MINUTES = 60 * 24 * 365
# How alike a mistyped command is to the one that is meant.
_NEAR = 0.7


def start(incoming: Incoming, services: Services) -> Reply:
    """What the bot is for, in a few lines, and three things to try. A chat that was paused is active again."""
    audience = services.audience(incoming)
    texts = audience.texts
    if audience.chat is not None and audience.chat.state != "active":
        services.database.transact(lambda connection: resume_chat(connection, incoming.chat_id, now=incoming.now))
    story = _STORY_LINK.fullmatch(incoming.text)
    if story is not None:
        return open_story(incoming, services, story[1])
    if incoming.chat_kind is ChatKind.GROUP:
        return say(texts("start-group"))

    def button(key: str, action: str) -> tuple[Button, ...]:
        data = services.sign(incoming, action, minutes=_BUTTON_MINUTES, own=False)
        return (Button(texts.plain(key), data=data),)

    rows = (button("button-try", "try"), button("button-brief", "brief"), button("button-daily", "daily"))
    # Telegram takes an admin's own menu only once they have written to the bot.
    menus = (incoming.user_id,) if services.is_admin(incoming.user_id) else ()
    return Reply((Message(texts("start", example=texts.plain("example-question")), rows),), menus=menus)


def hear(incoming: Incoming, services: Services) -> Reply:
    """What is said without a command: mostly a question, else a greeting, thanks, or what the bot is."""
    texts = services.audience(incoming).texts
    if is_among(incoming.text, "words-small-talk", texts):
        return say(texts("small-talk"))
    if is_among(incoming.text, "words-thanks", texts):
        return say(texts("small-talk-thanks"))
    if is_among(incoming.text, "words-about", texts):
        return start(dataclasses.replace(incoming, text=""), services)
    return ask(incoming, services)


def is_among(text: str, key: str, texts: Texts) -> bool:
    """Whether that is all that somebody says, in their language or in English."""
    words = f"{texts.plain(key)},{texts_for(None).plain(key)}"
    return _bare(text) in {_bare(word) for word in words.split(",")}


def _bare(text: str) -> str:
    """Letters alone: no case, no vowel signs or accents, no punctuation."""
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def unknown(incoming: Incoming, services: Services) -> Reply:
    """A command that there is not: the one that was meant, where it is plain."""
    texts = services.audience(incoming).texts
    near = difflib.get_close_matches(incoming.command or "", incoming.text.split(), n=1, cutoff=_NEAR)
    return say(texts("unknown-command-near", command=Html(f"/{near[0]}")) if near else texts("unknown-command"))


def expired(incoming: Incoming, services: Services) -> Reply:
    """A button that is too old, or not ours."""
    return Reply(notice=services.audience(incoming).texts.plain("press-expired"))


def try_question(incoming: Incoming, services: Services) -> Reply:
    """The button that asks the example question."""
    example = services.audience(incoming).texts.plain("example-question")
    return ask(dataclasses.replace(incoming, text=example), services)
