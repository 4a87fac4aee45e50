"""A briefing now."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

from bot.chat.commands.questions import keep, too_many
from bot.chat.commands.topics import split_topics
from bot.chat.incoming import Incoming
from bot.chat.ratings import BUTTON_MINUTES, briefing_rows
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.interests import interest_of
from bot.store.turns import get_turn
from bot.wording.message import Button
from bot.wording.render_briefing import briefing_messages
from bot.wording.render_pictures import overview_messages, page_row
from bot.wording.texts import Texts

# What is kept of a briefing as a turn: its citations are opened like an answer's.
_KEPT_AS = "/brief"
_DAY = timedelta(hours=24)
_BUTTON_MINUTES = 60 * 24


def brief(incoming: Incoming, services: Services) -> Reply:
    """What the last 24 hours brought on the topics named, or on everything."""
    texts = services.audience(incoming).texts
    try:
        topics = split_topics(incoming.text)
    except ValueError:
        return say(texts("topics-too-many"))
    if too_many(incoming, services):
        return say(texts("too-many-questions"))
    return _brief(incoming, services, until=incoming.now, topics=topics)


def brief_latest(incoming: Incoming, services: Services) -> Reply:
    """The button under a quiet briefing: the day up to the newest article, on the same topics."""
    if too_many(incoming, services):
        return Reply(notice=services.audience(incoming).texts.plain("too-many-questions"))
    newest = services.index.stats().newest_at
    with services.database.read() as connection:
        quiet = get_turn(connection, int(incoming.text), chat_id=incoming.chat_id)
    topics = tuple(quiet.answer["topics"]) if quiet else ()
    return _brief(incoming, services, until=newest or incoming.now, topics=topics)


def _brief(incoming: Incoming, services: Services, *, until: datetime, topics: tuple[str, ...]) -> Reply:
    audience = services.audience(incoming)
    texts = audience.texts
    # The end is not part of the time, and the newest article is to be.
    until = until.replace(second=0, microsecond=0) + timedelta(minutes=1)
    with services.database.read() as connection:
        interest = interest_of(connection, incoming.chat_id, topics)
    if topics:
        interest = dataclasses.replace(interest, followed=())
    briefing = services.index.illustrated(services.index.brief(until - _DAY, until, interest))
    overview = None if briefing.overview is None else briefing.overview.to_json()
    turn_id = keep(incoming, services, question=_KEPT_AS, answer=briefing.to_json() | {"overview": overview})
    reader = services.citing(incoming, audience, turn_id)
    newest = None if briefing.stories else services.index.stats().newest_at
    rows = briefing_rows(briefing, f"t{turn_id}", texts, services.signing(incoming, minutes=BUTTON_MINUTES))
    if newest is None or newest >= until - _DAY:
        tail = (*rows, *_page(incoming, services, texts, turn_id)) if briefing.stories else rows
        said = briefing_messages(briefing, reader, tail=tail)
        wanted = audience.chat is None or audience.chat.pictures
        return Reply((*said, *(overview_messages(briefing, reader) if wanted else ())))
    data = services.sign(incoming, "latest", str(turn_id), minutes=_BUTTON_MINUTES, own=False)
    notes = (texts("briefing-latest-hint", at=texts.moment(newest, audience.zone)),)
    tail = ((Button(texts.plain("button-latest"), data=data),),)
    return Reply(tuple(briefing_messages(briefing, reader, notes=notes, tail=tail)))


def _page(incoming: Incoming, services: Services, texts: Texts, turn_id: int) -> tuple[tuple[Button, ...], ...]:
    """A row with the button to the briefing's page, none where there are no pages."""
    if not services.permalinks.public_url:
        return ()
    url = services.database.transact(
        lambda connection: services.permalinks.open(
            connection, "turn", turn_id, chat_id=incoming.chat_id, now=incoming.now
        )
    )
    return (page_row(url, texts),) if url else ()
