"""A chat is not told twice: what a briefing says depends on what got through to that chat before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from bot.briefings import Briefer, BriefingPolicy
from bot.chat.buttons import Signer
from bot.chat.scheduled import renderer
from bot.store import schema
from bot.store.follows import add_follows
from bot.store.hidden import hide
from index.answers.answer import Citation
from index.store.database import Database
from index.stories.briefing import ComposingPolicy, compose
from index.stories.corrections import Found
from index.stories.interest import Interest
from index.stories.story import Briefing, Correction
from index.stories.told import Period
from tests.bot.worlds import Clock, one_line, rows, subscribe
from tests.index.stories.test_briefing import GRAVE, story


def grave_story(since: datetime, until: datetime, interest: Interest) -> Briefing:
    """The same first report every day; from the second day on, a later one with a higher count."""
    second = until >= datetime(2024, 4, 16, 7, tzinfo=UTC)
    told = story(*GRAVE[:2], fresh=GRAVE[1:2]) if second else story(GRAVE[0])
    return compose([told], Period(since, until, interest), policy=ComposingPolicy())


def found(key: str) -> Found:
    quote, at = "12 civilians were killed.", datetime(2024, 4, 15, tzinfo=UTC)
    citation = Citation(0, "p", "a", "https://wire.example/a", "Shelling", "Wire", at, quote, 0, len(quote))
    return Found(Correction(key, "edited", "Wire", "21 civilians", "12 civilians", "21 were killed.", at, ()), citation)


class Corpus:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def brief(self, since: datetime, until: datetime, interest: Interest) -> Briefing:
        self.asked += 1
        return grave_story(since, until, interest)


def tick(people: Database, clock: Clock, corpus: Corpus) -> None:
    Briefer(people, corpus.brief, one_line, policy=BriefingPolicy(), owner="b", clock=clock).tick()


def sections(people: Database, chat_id: int) -> list[list[str]]:
    """The sections of the stories in each briefing of a chat, oldest first."""
    found = rows(people, schema.briefing, schema.briefing.c.chat_id == chat_id)
    return [[one["section"] for one in row.content["stories"]] for row in found]


def test_a_chat_is_told_what_changed_and_then_nothing(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    corpus = Corpus()

    for day in (15, 16, 17):
        clock.now = datetime(2024, 4, day, 7, tzinfo=UTC)
        tick(people, clock, corpus)

    assert sections(people, 7) == [["new"], ["developing"], []]
    changed = rows(people, schema.briefing)[1].content["stories"][0]["changes"]
    assert any("310" in one["text"] and one["before"].startswith("283 killed") for one in changed)


def test_what_a_chat_follows_is_in_its_briefing_and_in_no_other(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    subscribe(people, clock, 8)
    people.transact(lambda c: add_follows(c, 8, ["Nasser hospital", "Port of Odesa"], now=clock.now))
    clock.advance(hours=1)

    tick(people, clock, Corpus())

    (plain,) = rows(people, schema.briefing, schema.briefing.c.chat_id == 7)
    (followed,) = rows(people, schema.briefing, schema.briefing.c.chat_id == 8)
    assert (plain.content["followed"], plain.content["quiet_topics"]) == ([], [])
    assert followed.content["quiet_topics"] == ["Port of Odesa"]
    assert followed.content["stories"][0]["topics"] == ["Nasser hospital"]


def test_a_correction_is_in_the_next_briefing_once(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    asked: list[tuple[int, frozenset[str]]] = []

    def correct(contents: Sequence[dict[str, Any]], known: Collection[str]) -> list[Found]:
        asked.append((len(contents), frozenset(known)))
        return [found("a:2:killed")] if contents and "a:2:killed" not in known else []

    for day in (15, 16, 17):
        clock.now = datetime(2024, 4, day, 7, tzinfo=UTC)
        policy = BriefingPolicy()
        Briefer(people, Corpus().brief, one_line, policy=policy, owner="b", clock=clock, correct=correct).tick()

    told = [[one["key"] for one in row.content["corrections"]] for row in rows(people, schema.briefing)]
    assert told == [[], ["a:2:killed"], []]
    assert asked == [(0, frozenset()), (1, frozenset()), (2, frozenset({"a:2:killed"}))]


def test_a_topic_whose_stories_have_nothing_new_is_quiet(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    people.transact(lambda c: add_follows(c, 7, ["Nasser hospital"], now=clock.now))

    for day in (15, 16, 17):
        clock.now = datetime(2024, 4, day, 7, tzinfo=UTC)
        tick(people, clock, Corpus())

    assert [row.content["quiet_topics"] for row in rows(people, schema.briefing)] == [[], [], ["Nasser hospital"]]


def test_a_briefing_that_did_not_get_through_was_not_told(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    corpus = Corpus()
    clock.now = datetime(2024, 4, 15, 7, tzinfo=UTC)
    tick(people, clock, corpus)

    people.transact(lambda connection: connection.execute(sa.update(schema.delivery).values(state="expired")))
    clock.now = datetime(2024, 4, 16, 7, tzinfo=UTC)
    tick(people, clock, corpus)

    assert sections(people, 7)[1] == ["new"]


def test_chats_that_were_told_the_same_share_one_briefing(people: Database, clock: Clock) -> None:
    for chat_id in (7, 8, 9):
        subscribe(people, clock, chat_id)
    corpus = Corpus()

    for day in (15, 16):
        clock.now = datetime(2024, 4, day, 7, tzinfo=UTC)
        tick(people, clock, corpus)

    assert corpus.asked == 2
    assert sections(people, 7) == sections(people, 8) == sections(people, 9) == [["new"], ["developing"]]


def test_a_second_briefing_of_the_same_minute_does_not_say_it_again(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7, minute=419)
    subscribe(people, clock, 7, minute=420)
    clock.now = datetime(2024, 4, 15, 7, tzinfo=UTC)

    tick(people, clock, Corpus())

    assert sections(people, 7) == [["new"], []]


def test_chats_that_share_a_briefing_read_the_same_and_press_buttons_of_their_own(
    people: Database, clock: Clock
) -> None:
    signer = Signer.of_token("1:a")
    for chat_id in (7, 8):
        subscribe(people, clock, chat_id)
    clock.advance(hours=1)

    Briefer(people, Corpus().brief, renderer(signer), policy=BriefingPolicy(), owner="b", clock=clock).tick()

    told = {row.chat_id: row.payload for row in rows(people, schema.delivery)}
    ids = {row.chat_id: row.id for row in rows(people, schema.briefing)}
    assert told[7]["html"] == told[8]["html"]
    for chat_id in (7, 8):
        data = [button["data"] for line in told[chat_id]["buttons"] for button in line]
        presses = [signer.read(one, chat_id=chat_id, user_id=1, now=clock.now) for one in data]
        opened = {press.payload for press in presses if press.action == "cite"}
        assert opened
        assert all(payload.startswith(f"b{ids[chat_id]}.") for payload in opened)


def test_a_reader_who_hides_an_outlet_is_told_so_and_those_who_share_the_briefing_are_not(
    people: Database, clock: Clock
) -> None:
    for chat_id in (7, 8):
        subscribe(people, clock, chat_id)
    people.transact(lambda c: hide(c, 8, "Nobody's Gazette", now=clock.now))
    clock.advance(hours=1)

    Briefer(
        people, Corpus().brief, renderer(Signer.of_token("1:a")), policy=BriefingPolicy(), owner="b", clock=clock
    ).tick()

    plain, hiding = (row.payload["html"] for row in rows(people, schema.delivery))
    assert hiding.startswith(plain.rstrip())
    assert len(hiding) > len(plain)
