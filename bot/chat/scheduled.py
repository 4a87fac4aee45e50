"""Scheduled briefings as messages: what the briefing tick puts into the outbox. Pure.

Thousands of chats share a briefing. Its messages are set once for each kind of reader; for one chat only the buttons
are signed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.briefings import Occasion
from bot.chat.buttons import CITATION_DAYS, Signer
from bot.chat.ratings import BUTTON_MINUTES, briefing_rows
from bot.store.briefings import Missed
from bot.wording.message import Button, Message
from bot.wording.render import Reader
from bot.wording.render_briefing import briefing_messages
from bot.wording.render_pictures import overview_messages, page_row
from bot.wording.texts import Texts, texts_for
from index.profiles import Publisher
from index.stories.story import Briefing

# Stand in messages that are set, and not yet for one chat, for the number of its briefing and the address of its page.
_ITS_NUMBER, _ITS_PAGE = "\0", "\0page"
# Messages set and kept for the next reader of their kind.
_KEPT = 500


@dataclasses.dataclass(frozen=True, slots=True)
class _Kind:
    """All that the messages of a briefing depend on, but for their buttons' data."""

    language: str | None
    zone: str
    made_at: datetime
    late: bool
    missed: tuple[Missed, ...]
    pictures: bool
    has_page: bool
    channel: bool
    hidden: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Set:
    """The messages of a briefing for readers of one kind."""

    briefing: Briefing
    profiles: Mapping[str, Publisher]
    messages: tuple[Message, ...]


def renderer(
    signer: Signer, profiles: Callable[[], Mapping[str, Publisher]] = dict
) -> Callable[[Briefing, Occasion], list[Message]]:
    """A function that sets a briefing for its occasion; its buttons open the stored briefing's citations."""
    kept: dict[tuple[int, _Kind], _Set] = {}

    def render(briefing: Briefing, occasion: Occasion) -> list[Message]:
        kind, known = _kind(occasion), profiles()
        # By the object itself, which is kept: to compare two briefings takes as long as to set one.
        key = (id(briefing), kind)
        found = kept.get(key)
        if found is None or found.profiles != known:
            if len(kept) >= _KEPT:
                kept.clear()
            found = kept[key] = _Set(briefing, known, tuple(_set(briefing, kind, known)))
        return [_for_chat(message, signer, occasion) for message in found.messages]

    return render


def _kind(occasion: Occasion) -> _Kind:
    return _Kind(
        occasion.language,
        occasion.zone,
        # It is told by the minute.
        occasion.made_at.replace(second=0, microsecond=0),
        occasion.late,
        occasion.missed,
        occasion.pictures,
        occasion.page_url is not None,
        occasion.channel,
        occasion.hidden,
    )


def _set(briefing: Briefing, kind: _Kind, profiles: Mapping[str, Publisher]) -> Sequence[Message]:
    texts = texts_for(kind.language)
    about = f"b{_ITS_NUMBER}"
    reader = Reader(texts, kind.zone, lambda number: _unsigned("cite", f"{about}.{number}"), profiles, kind.hidden)
    notes = tuple(_missed(missed, texts) for missed in kind.missed)
    rows = briefing_rows(briefing, about, texts, _unsigned, channel=kind.channel)
    page = (page_row(_ITS_PAGE, texts),) if kind.has_page else ()
    said = briefing_messages(briefing, reader, late=kind.late, notes=notes, tail=(*rows, *page))
    told = texts("briefing-delayed", at=texts.moment(kind.made_at, kind.zone))
    said = [dataclasses.replace(said[0], delayed=told), *said[1:]]
    return [*said, *(overview_messages(briefing, reader) if kind.pictures else ())]


def _unsigned(action: str, payload: str) -> str:
    return f"{action}:{payload}"


def _for_chat(message: Message, signer: Signer, occasion: Occasion) -> Message:
    """A message as this chat gets it: with data in its buttons that only this chat can press."""
    if not message.buttons:
        return message
    number, made_at = str(occasion.briefing_id), occasion.made_at
    ends = {True: made_at + timedelta(days=CITATION_DAYS), False: made_at + timedelta(minutes=BUTTON_MINUTES)}

    def pressed(button: Button) -> Button:
        if button.data is None:
            return Button(button.label, url=occasion.page_url if button.url == _ITS_PAGE else button.url)
        action, _, payload = button.data.partition(":")
        payload = payload.replace(_ITS_NUMBER, number)
        expires_at = ends[action == "cite"]
        return Button(button.label, signer.sign(action, payload, chat_id=occasion.chat_id, expires_at=expires_at))

    rows = tuple(tuple(map(pressed, row)) for row in message.buttons)
    return dataclasses.replace(message, buttons=rows)


def _missed(missed: Missed, texts: Texts) -> str:
    return texts(f"missed-{missed.reason}", day=texts.day(missed.day))
