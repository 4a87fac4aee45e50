"""One story of a briefing: more on it, and never again."""

from __future__ import annotations

import dataclasses
import re

import sqlalchemy as sa

from bot.chat.commands.parts import first_part
from bot.chat.commands.questions import keep, too_many
from bot.chat.incoming import Incoming
from bot.chat.paging import page_in, page_of
from bot.chat.ratings import BUTTON_MINUTES, rating_row
from bot.chat.reply import Reply
from bot.chat.services import Services
from bot.store.mutes import list_mutes, mute_story, unmute_story
from bot.wording.message import Button, Message
from bot.wording.render_views import timeline_messages
from bot.wording.typeset import Html, escape, isolate, shorten

STORY_ID = re.compile(r"s[0-9a-f]{12}")
# The latest days of a story that are told of it; /timeline tells all.
_DAYS = 5
_KEPT_AS = "/story"
_UNITS = 200
_ON_A_PAGE = 10


def more(incoming: Incoming, services: Services) -> Reply:
    """A button under a briefing: the story day by day, with what can be done about it."""
    audience = services.audience(incoming)
    if too_many(incoming, services):
        return Reply(notice=audience.texts.plain("too-many-questions"))
    seen = services.index.timeline(incoming.text) if STORY_ID.fullmatch(incoming.text) else None
    if seen is None or not seen.days:
        return Reply(notice=audience.texts.plain("passage-gone"))
    answer = {"citations": [citation.to_json() for citation in seen.citations]}
    turn_id = keep(incoming, services, question=_KEPT_AS, answer=answer)
    latest = dataclasses.replace(seen, days=seen.days[-_DAYS:])
    told = timeline_messages(latest, services.citing(incoming, audience, turn_id))
    return Reply((first_part(incoming, services, turn_id, told, tail=_rows(incoming, services)),))


def _rows(incoming: Incoming, services: Services) -> tuple[tuple[Button, ...], ...]:
    texts, sign = services.audience(incoming).texts, services.signing(incoming, minutes=BUTTON_MINUTES)
    silence = Button(texts.plain("button-mute"), data=sign("mute", incoming.text))
    return ((silence,), rating_row(incoming.text, texts, sign))


def mute(incoming: Incoming, services: Services) -> Reply:
    """The button that keeps a story out of this chat's briefings and alerts from now on."""
    texts = services.audience(incoming).texts
    story = services.index.story(incoming.text) if STORY_ID.fullmatch(incoming.text) else None
    if story is None:
        return Reply(notice=texts.plain("passage-gone"))
    headline = shorten(story.headline, _UNITS)

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        mute_story(connection, incoming.chat_id, story.story_id, headline=headline, now=incoming.now)

    services.database.transact(work)
    return Reply(notice=texts.plain("muted-notice"))


def muted(incoming: Incoming, services: Services) -> Reply:
    """The stories that are kept out, each with a button that ends that."""
    return Reply((_listing(incoming, services),))


def unmute(incoming: Incoming, services: Services) -> Reply:
    """The button that lets a story in again; pressed again it says the same."""
    wanted = incoming.text.partition(".")[0]
    services.database.transact(lambda connection: unmute_story(connection, incoming.chat_id, wanted))
    texts = services.audience(incoming).texts
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)), notice=texts.plain("unmuted-notice"))


def turn_page(incoming: Incoming, services: Services) -> Reply:
    """A button under the list of muted stories: another page of it in its place."""
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)))


def _listing(incoming: Incoming, services: Services, number: int = 0) -> Message:
    texts = services.audience(incoming).texts
    with services.database.read() as connection:
        held = list_mutes(connection, incoming.chat_id)
    if not held:
        return Message(texts("muted-none"))
    page = page_of(held, number, _ON_A_PAGE)
    lines = [page.heading(texts("muted-heading"), texts)]
    rows: list[tuple[Button, ...]] = []
    for place, one in page.shown:
        lines.append(Html(f"{place}. {isolate(escape(one.headline), rtl=texts.rtl)}"))
        data = services.sign(incoming, "unmute", f"{one.story_id}.{page.number}", minutes=BUTTON_MINUTES)
        rows.append((Button(texts.plain("button-unmute", number=place), data=data),))
    return Message("\n".join(lines), (*rows, *page.buttons(texts, services.turning(incoming, "mutes"))))
