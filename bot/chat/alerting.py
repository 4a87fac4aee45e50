"""Alerts as messages: what the alert tick puts into the outbox. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.alerts import Moment
from bot.chat.buttons import Signer, citation_opener
from bot.wording.message import Message
from bot.wording.render import Reader
from bot.wording.render_briefing import alert_message, correction_message
from bot.wording.texts import texts_for
from index.profiles import Publisher
from index.stories.story import Briefing


def alert_renderer(
    signer: Signer, profiles: Callable[[], Mapping[str, Publisher]] = dict
) -> Callable[[Briefing, Moment], Message]:
    """A function that sets the one story of an alert; its buttons open the stored alert's citations."""

    def render(content: Briefing, moment: Moment) -> Message:
        texts = texts_for(moment.language)
        if content.corrections:
            return correction_message(content, Reader(texts, moment.zone, profiles=profiles()))
        opener = citation_opener(signer, chat_id=moment.chat_id, row="a", row_id=moment.alert_id, now=moment.now)
        notes = [texts("alert-heading", topic=moment.topic)]
        if moment.edited:
            notes.append(texts("alert-updated", at=texts.moment(moment.now, moment.zone)))
        if moment.last:
            notes.append(texts("alert-last"))
        return alert_message(content, Reader(texts, moment.zone, opener, profiles()), notes=notes)

    return render
