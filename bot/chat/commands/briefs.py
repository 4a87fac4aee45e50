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
from bot.hiding import briefing_without
from bot.store.interests import interest_of
from bot.wording.message import Button
from bot.wording.render_briefing import briefing_messages
from bot.wording.render_pictures import overview_messages, page_row
from bot.wording.texts import Texts

# What is kept of a briefing as a turn: its citations are opened like an answer's.
_KEPT_AS = "/brief"
_DAY = timedelta(hours=24)


def brief(incoming: Incoming, services: Services) -> Reply:
    """What the last 24 hours brought on the topics named, or on everything."""
    texts = services.audience(incoming).texts
    try:
        topics = split_topics(incoming.text)
    except ValueError:
        return say(texts("topics-too-many"))
    if too_many(incoming, services):
        return say(texts("too-many-questions"))
    newest = services.index.stats().newest_at
    if newest is not None and newest < incoming.now - _DAY:
        # Nothing was read in the last day: the newest day that has something is told at once, and says so.
        return _brief(incoming, services, until=newest, topics=topics, late=True)
    return _brief(incoming, services, until=incoming.now, topics=topics)


def _brief(
    incoming: Incoming, services: Services, *, until: datetime, topics: tuple[str, ...], late: bool = False
) -> Reply:
    audience = services.audience(incoming)
    texts = audience.texts
    # The end is not part of the time, and the newest article is to be.
    until = until.replace(second=0, microsecond=0) + timedelta(minutes=1)
    with services.database.read() as connection:
        interest = interest_of(connection, incoming.chat_id, topics)
    if topics:
        interest = dataclasses.replace(interest, followed=())
    whole = services.index.brief(until - _DAY, until, interest, deadline_s=services.briefing.deadline_s)
    briefing = services.index.illustrated(briefing_without(whole, services.hidden(incoming.chat_id)))
    overview = None if briefing.overview is None else briefing.overview.to_json()
    turn_id = keep(incoming, services, question=_KEPT_AS, answer=briefing.to_json() | {"overview": overview})
    reader = services.citing(incoming, audience, turn_id)
    rows = briefing_rows(briefing, f"t{turn_id}", texts, services.signing(incoming, minutes=BUTTON_MINUTES))
    tail = (*rows, *_page(incoming, services, texts, turn_id)) if briefing.stories else rows
    notes = (texts("briefing-newest-day", at=texts.moment(until, audience.zone)),) if late else ()
    said = briefing_messages(briefing, reader, notes=notes, tail=tail)
    wanted = audience.chat is None or audience.chat.pictures
    return Reply((*said, *(overview_messages(briefing, reader) if wanted else ())), turn_id=turn_id)


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
