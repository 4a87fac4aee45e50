"""The alert tick: one message a story, at once, edited as the story develops; never more than was asked for."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from bot.alerts import AlertPolicy, Moment
from bot.briefings import Correct
from bot.store import chats, pauses, schema, watches
from bot.store.shown import shown_to
from bot.store.watches import Watch
from bot.watching import Watcher
from bot.wording.message import Message
from index.store.database import Database
from index.stories.desk import News
from index.stories.story import Briefing
from index.stories.told import Told
from tests.bot.delivery.test_every_crash_point import DyingTelegram
from tests.bot.test_told_before import found
from tests.bot.worlds import START, Clock, Steps, Telegram, deliver, rows, sender
from tests.index.stories.test_briefing import GRAVE, ZUMMAR, member, story

CHAT = 7
TOPIC = "Nasser hospital"


class Corpus:
    """Stories that a test sets; each setting is a change."""

    def __init__(self) -> None:
        self.told: tuple[Told, ...] = ()
        self.changes = 0
        self.reads = 0

    def report(self, *told: Told) -> None:
        self.told = told
        self.changes += 1

    def news(self, since: datetime, until: datetime) -> News:
        self.reads += 1
        return News(since, until, self.told, (), 3)

    def changed_at(self) -> datetime:
        return datetime(2024, 4, 15, 0, 0, self.changes, tzinfo=UTC)


def words(content: Briefing, moment: Moment) -> Message:
    if content.corrections:
        return Message(f"corrected: {content.corrections[0].after}")
    (brief,) = content.stories
    marks = " edited" * moment.edited + " last" * moment.last
    return Message(f"{moment.topic}: {brief.story.story_id} of {len(brief.story.article_urls)} articles{marks}")


def watcher(
    people: Database,
    clock: Clock,
    corpus: Corpus,
    *,
    owner: str = "watcher",
    correct: Correct = lambda contents, known: (),
    **policy: Any,
) -> Watcher:
    return Watcher(
        people,
        corpus.news,
        corpus.changed_at,
        words,
        policy=AlertPolicy(**{"edit_every_s": 60.0, **policy}),
        zone="UTC",
        owner=owner,
        clock=clock,
        correct=correct,
    )


def watch(people: Database, clock: Clock, topic: str = TOPIC, *, origins: int = 2) -> Watch:
    def work(connection: sa.Connection) -> Watch:
        chats.ensure_chat(connection, CHAT, kind="private", now=clock.now)
        return watches.put_watch(connection, CHAT, topic, origins=origins, thread_id=None, now=clock.now)

    return people.transact(work)


def grave(count: int) -> Told:
    return story(*GRAVE[:count], name="grave", origins=count)


def wording(people: Database) -> list[str]:
    return [row.payload["html"] for row in rows(people, schema.delivery)]


def test_an_alert_waits_for_enough_origins_and_comes_once(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock, origins=2)
    for count in (1, 2, 2, 3):
        corpus.report(grave(count), story(*ZUMMAR, name="zummar", origins=3))
        watcher(people, clock, corpus, edit_every_s=9e9).tick()
        clock.advance(seconds=61)

    assert wording(people) == ["Nasser hospital: grave of 2 articles"]


def test_where_no_story_changed_nothing_is_read(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock)
    corpus.report(grave(1))
    for _ in range(3):
        watcher(people, clock, corpus).tick()
        clock.advance(seconds=61)

    assert corpus.reads == 1


def test_an_alert_that_was_sent_is_edited_in_place(people: Database, clock: Clock) -> None:
    corpus, telegram = Corpus(), Telegram(clock)
    watch(people, clock)
    corpus.report(grave(2))
    watcher(people, clock, corpus).tick()
    deliver(sender(people, telegram, clock))

    clock.advance(seconds=61)
    corpus.report(grave(3))
    watcher(people, clock, corpus).tick()
    deliver(sender(people, telegram, clock))

    first, edit = rows(people, schema.delivery)
    assert (first.payload["edits"], edit.payload["edits"]) == (None, first.message_id)
    assert telegram.texts(CHAT) == [
        "Nasser hospital: grave of 2 articles",
        "Nasser hospital: grave of 3 articles edited",
    ]
    assert len(rows(people, schema.alert)) == 1


def test_an_alert_still_queued_is_only_reworded(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock)
    corpus.report(grave(2))
    watcher(people, clock, corpus).tick()
    held = sender(people, Telegram(clock), clock)
    (leased,) = people.transact(held._lease)

    clock.advance(seconds=61)
    corpus.report(grave(3))
    watcher(people, clock, corpus).tick()

    assert wording(people) == ["Nasser hospital: grave of 3 articles edited"]
    # Whoever had taken the old words may not send them any more.
    assert people.transact(lambda c: held._begin(leased, c)) is None


def test_edits_keep_their_distance_and_the_last_state_is_told(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock, origins=1)
    for count in (1, 2, 3):
        corpus.report(grave(count))
        watcher(people, clock, corpus, every_s=10, edit_every_s=300).tick()
        clock.advance(seconds=11)
    assert wording(people) == ["Nasser hospital: grave of 1 articles"]

    clock.advance(seconds=300)
    watcher(people, clock, corpus, every_s=10, edit_every_s=300).tick()

    assert wording(people) == ["Nasser hospital: grave of 3 articles edited"]


def test_a_story_under_a_new_name_is_the_story_that_was_told(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock)
    corpus.report(grave(2))
    watcher(people, clock, corpus).tick()

    clock.advance(seconds=61)
    corpus.report(story(*GRAVE, name="merged", origins=3))
    watcher(people, clock, corpus).tick()

    assert len(rows(people, schema.alert)) == 1
    assert wording(people) == ["Nasser hospital: merged of 3 articles edited"]


def test_in_quiet_hours_an_alert_waits_for_their_end(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock)
    people.transact(lambda c: chats.set_quiet(c, CHAT, (5 * 60, 7 * 60)))  # it is six
    corpus.report(grave(2))

    watcher(people, clock, corpus).tick()
    clock.advance(minutes=59)
    watcher(people, clock, corpus).tick()
    assert wording(people) == []

    clock.advance(minutes=1)
    watcher(people, clock, corpus).tick()
    assert wording(people) == ["Nasser hospital: grave of 2 articles"]


def test_no_more_alerts_a_day_than_the_cap_and_the_last_says_so(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock, "Karsh", origins=1)
    incidents = [
        (member(f"n{n}", f"Shelling {n} of Karsh", f"Shells hit Karsh market {n}. Nine died."),) for n in range(4)
    ]
    corpus.report(*(story(*ones, name=f"s{n}") for n, ones in enumerate(incidents)))

    watcher(people, clock, corpus, a_day=2).tick()
    clock.advance(seconds=61)
    corpus.changes += 1
    watcher(people, clock, corpus, a_day=2).tick()
    assert [" last" in text for text in wording(people)] == [False, True]

    clock.now = START.replace(day=16)
    corpus.changes += 1
    watcher(people, clock, corpus, a_day=2).tick()
    assert len(wording(people)) == 4


def test_whoever_is_alerted_is_corrected_at_once_and_once(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock)
    corpus.report(grave(2))
    watcher(people, clock, corpus).tick()
    for _ in range(3):
        clock.advance(seconds=61)
        corpus.changes += 1
        watcher(people, clock, corpus, correct=lambda contents, known: [found("a:2:killed")] if contents else []).tick()

    assert wording(people) == ["Nasser hospital: grave of 2 articles", "corrected: 12 civilians"]
    with people.read() as connection:
        assert shown_to(connection, CHAT, now=clock.now).corrected == {"a:2:killed"}


def test_two_watches_tell_of_a_story_once(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock)
    watch(people, clock, "Khan Younis")
    corpus.report(grave(2))

    watcher(people, clock, corpus).tick()

    assert len(wording(people)) == 1


def test_a_stale_owner_writes_nothing(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock)
    corpus.report(grave(2))
    slow = watcher(people, clock, corpus, owner="slow")
    (leased,) = people.transact(slow._lease)
    clock.advance(seconds=121)
    assert watcher(people, clock, corpus, owner="quick").tick() == 1

    assert slow._look(leased, corpus.changed_at(), {}) == 0
    assert len(wording(people)) == 1


def test_a_paused_chat_is_not_alerted(people: Database, clock: Clock) -> None:
    corpus = Corpus()
    watch(people, clock)
    corpus.report(grave(2))
    people.transact(lambda c: pauses.pause_chat(c, CHAT, reason="blocked", now=clock.now))

    assert watcher(people, clock, corpus).tick() == 0


def live(people: Database, clock: Clock, corpus: Corpus, telegram: Telegram, owner: str) -> None:
    """What a process does while a story goes from two reports to three."""
    for _ in range(5):
        watcher(people, clock, corpus, owner=owner).tick()
        asyncio.run(sender(people, telegram, clock, owner=owner).tick())
        clock.advance(seconds=61)
        if corpus.changes == 1:
            corpus.report(grave(3))


def play(people: Database, fatal: int) -> tuple[int, list[str], list[sa.Row[Any]]]:
    clock, corpus = Clock(), Corpus()
    with people.engine.begin() as connection:
        for table in reversed(schema.metadata.sorted_tables):
            connection.execute(sa.delete(table))
    watch(people, clock)
    corpus.report(grave(2))
    steps = Steps(fatal)
    telegram = DyingTelegram(clock, steps)
    with steps.counted(people.engine):
        live(people, clock, corpus, telegram, "first")
    steps.last = 0
    clock.advance(seconds=121)
    live(people, clock, corpus, telegram, "second")
    return steps.taken, telegram.texts(CHAT), rows(people, schema.delivery)


@pytest.mark.timeout(900)
def test_whatever_step_is_the_last_a_story_has_one_message_in_its_last_state(people: Database) -> None:
    undisturbed, said, _ = play(people, 0)
    assert len(said) == 2

    for fatal in range(1, undisturbed + 1, 5):
        _, said, found = play(people, fatal)

        new = [row for row in found if row.payload["edits"] is None]
        assert len(new) == 1, f"killed at step {fatal}"
        assert all(row.state == "sent" for row in found), f"killed at step {fatal}"
        copies = sum("edited" not in text for text in said)
        assert copies <= 1 + new[0].unknown_outcomes, f"killed at step {fatal}: {copies} copies"
        assert "of 3 articles" in said[-1], f"killed at step {fatal}"
