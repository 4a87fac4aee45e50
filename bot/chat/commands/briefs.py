"""A briefing now."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

from bot.chat.commands.questions import ask_afresh, keep, too_many
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
from index.stories.story import Briefing

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
    until, late = _until(incoming, services)
    return _told(incoming, services, _content(incoming, services, until, topics), until=until, late=late)


def news_of_a_place(incoming: Incoming, services: Services) -> Reply:
    """A name and nothing else: what is new there; where that is nothing, the newest that was reported on it."""
    try:
        topics = split_topics(incoming.text.strip("?؟!. "))
    except ValueError:
        return ask_afresh(incoming, services)
    until, late = _until(incoming, services)
    content = _content(incoming, services, until, topics)
    if not content.stories:
        return ask_afresh(incoming, services)
    if too_many(incoming, services):
        return say(services.audience(incoming).texts("too-many-questions"))
    return _told(incoming, services, content, until=until, late=late)


def _until(incoming: Incoming, services: Services) -> tuple[datetime, bool]:
    """The end of the day that is told, and whether it is another than today: where nothing was read in the last day,
    the newest day that has something is told at once."""
    newest = services.index.stats().newest_at
    late = newest is not None and newest < incoming.now - _DAY
    until = newest if late and newest is not None else incoming.now
    # The end is not part of the time, and the newest article is to be.
    return until.replace(second=0, microsecond=0) + timedelta(minutes=1), late


def _content(incoming: Incoming, services: Services, until: datetime, topics: tuple[str, ...]) -> Briefing:
    """The stories of the 24 hours until then, without the outlets that this chat leaves out."""
    with services.database.read() as connection:
        interest = interest_of(connection, incoming.chat_id, topics)
    language = services.audience(incoming).texts.language
    interest = dataclasses.replace(interest, language=language, followed=() if topics else interest.followed)
    whole = services.index.brief(until - _DAY, until, interest, deadline_s=services.briefing.deadline_s)
    return briefing_without(whole, services.hidden(incoming.chat_id))


def _told(incoming: Incoming, services: Services, content: Briefing, *, until: datetime, late: bool) -> Reply:
    audience = services.audience(incoming)
    texts = audience.texts
    briefing = services.index.illustrated(content)
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
