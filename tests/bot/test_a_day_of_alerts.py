"""A day on which one incident develops: what a chat that watches it gets, in the words that it reads."""

from __future__ import annotations

from datetime import timedelta

from bot.alerts import AlertPolicy
from bot.chat.alerting import alert_renderer
from bot.chat.buttons import Signer
from bot.watching import Watcher
from bot.wording.message import Message
from index.store.database import Database
from tests.bot.test_alerts import Corpus, grave, watch
from tests.bot.worlds import Clock, Telegram, deliver, sender
from tests.index.stories.test_briefing import GRAVE, ZUMMAR, member, story


class Remembering(Telegram):
    """Knows which messages are edits, and of what."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.messages: list[Message] = []

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        number = await super().send(chat_id, thread_id, message)
        self.messages.append(message)
        return number if message.edits is None else message.edits


def test_one_message_is_edited_as_an_incident_develops(people: Database, clock: Clock) -> None:
    corpus, telegram = Corpus(), Remembering(clock)
    elsewhere = story(*ZUMMAR, name="zummar", origins=3)
    copy = member("copy", GRAVE[2].title, GRAVE[2].text, publisher="Copyist", day=25)
    day = {
        8: (grave(1),),
        9: (grave(2),),
        10: (grave(2), elsewhere),
        12: (grave(3), elsewhere),
        16: (story(*GRAVE, copy, name="grave", origins=3), elsewhere),
    }
    watch(people, clock)
    watcher = Watcher(
        people,
        corpus.news,
        corpus.changed_at,
        alert_renderer(Signer.of_token("1:x")),
        policy=AlertPolicy(),
        zone="UTC",
        owner="watcher",
        clock=clock,
    )
    midnight, seen = clock.now.replace(hour=0), {}

    for step in range(7 * 12, 24 * 12):
        clock.now = midnight + timedelta(minutes=5 * step)
        if step % 12 == 0 and step // 12 in day:
            corpus.report(*day[step // 12])
        watcher.tick()
        deliver(sender(people, telegram, clock))
        seen[clock.now.hour] = len(telegram.messages)

    first, *edits = telegram.messages
    assert seen[8] == 0  # one origin is not enough
    assert seen[9] == seen[11] == 1  # what happened elsewhere is none of its business
    assert seen[12] == seen[23] == 2  # a copy says nothing new
    assert (first.edits, [one.edits for one in edits]) == (None, [1])
    assert "310" in first.html
    assert "392" in edits[-1].html
    assert "Updated" in edits[-1].html
