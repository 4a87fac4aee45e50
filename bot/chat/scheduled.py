"""Scheduled briefings as messages: what the briefing tick puts into the outbox. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.briefings import Occasion
from bot.chat.buttons import Signer, citation_opener
from bot.chat.ratings import BUTTON_MINUTES, Sign, briefing_rows
from bot.store.briefings import Missed
from bot.wording.message import Message
from bot.wording.render import Reader
from bot.wording.render_briefing import briefing_messages
from bot.wording.render_pictures import overview_messages, page_row
from bot.wording.texts import Texts, texts_for
from index.profiles import Publisher
from index.stories.story import Briefing


def renderer(
    signer: Signer, profiles: Callable[[], Mapping[str, Publisher]] = dict
) -> Callable[[Briefing, Occasion], list[Message]]:
    """A function that sets a briefing for its occasion; its buttons open the stored briefing's citations."""

    def render(briefing: Briefing, occasion: Occasion) -> list[Message]:
        texts = texts_for(occasion.language)
        opener = citation_opener(
            signer, chat_id=occasion.chat_id, row="b", row_id=occasion.briefing_id, now=occasion.made_at
        )
        reader = Reader(texts, occasion.zone, opener, profiles(), occasion.hidden)
        notes = tuple(_missed(missed, texts) for missed in occasion.missed)
        rows = briefing_rows(
            briefing, f"b{occasion.briefing_id}", texts, _signing(signer, occasion), channel=occasion.channel
        )
        page = (page_row(occasion.page_url, texts),) if occasion.page_url else ()
        said = briefing_messages(briefing, reader, late=occasion.late, notes=notes, tail=(*rows, *page))
        told = texts("briefing-delayed", at=texts.moment(occasion.made_at, occasion.zone))
        said = [dataclasses.replace(said[0], delayed=told), *said[1:]]
        return [*said, *(overview_messages(briefing, reader) if occasion.pictures else ())]

    return render


def _signing(signer: Signer, occasion: Occasion) -> Sign:
    expires_at = occasion.made_at + timedelta(minutes=BUTTON_MINUTES)
    return lambda action, payload: signer.sign(action, payload, chat_id=occasion.chat_id, expires_at=expires_at)


def _missed(missed: Missed, texts: Texts) -> str:
    return texts(f"missed-{missed.reason}", day=texts.day(missed.day))
