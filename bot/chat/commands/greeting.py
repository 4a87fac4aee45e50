"""First contact and help."""

from __future__ import annotations

import dataclasses
import difflib
import re

from bot.chat.commands.questions import ask
from bot.chat.commands.views import open_story
from bot.chat.incoming import ChatKind, Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.pauses import resume_chat
from bot.wording.message import Button, Message
from bot.wording.typeset import Html

# A link such as t.me/bot?start=story_ID. It opens what anybody may read, and does nothing else.
_STORY_LINK = re.compile(r"story_([A-Za-z0-9-]{1,58})")
_BUTTON_MINUTES = 60 * 24 * 365
# How alike a mistyped command is to the one that is meant; how many of its first letters say which.
_NEAR = 0.7
_BEGUN = 3


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


def greet(incoming: Incoming, services: Services) -> Reply:
    """A greeting is greeted, with what can be asked."""
    return say(services.audience(incoming).texts("small-talk"))


def welcome(incoming: Incoming, services: Services) -> Reply:
    return say(services.audience(incoming).texts("small-talk-thanks"))


def part(incoming: Incoming, services: Services) -> Reply:
    return say(services.audience(incoming).texts("small-talk-farewell"))


def about(incoming: Incoming, services: Services) -> Reply:
    """What the bot is, as at the first contact."""
    return start(dataclasses.replace(incoming, text=""), services)


def nothing(incoming: Incoming, services: Services) -> Reply:
    """Signs without words, and words about anything else: what can be asked, and how."""
    worded = any(character.isalnum() for character in incoming.text)
    return say(services.audience(incoming).texts("ask-other" if worded else "ask-how"))


def unknown(incoming: Incoming, services: Services) -> Reply:
    """A command that there is not: the one that was meant, where it is plain."""
    texts = services.audience(incoming).texts
    written, names = incoming.command or "", incoming.text.split()
    begun = [name for name in names if len(written) >= _BEGUN and name.startswith(written)]
    near = begun or difflib.get_close_matches(written, names, n=1, cutoff=_NEAR)
    return say(texts("unknown-command-near", command=Html(f"/{near[0]}")) if near else texts("unknown-command"))


def expired(incoming: Incoming, services: Services) -> Reply:
    """A button that is too old, or not ours."""
    return Reply(notice=services.audience(incoming).texts.plain("press-expired"))


def try_question(incoming: Incoming, services: Services) -> Reply:
    """The button that asks the example question."""
    example = services.audience(incoming).texts.plain("example-question")
    return ask(dataclasses.replace(incoming, text=example), services)
