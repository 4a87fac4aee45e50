"""Three honest outlets and one hostile feed with any number of names: what readers are told at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.alerts import AlertPolicy, Moment
from bot.store import chats, schema, watches
from bot.store.migrate import migrate
from bot.watching import Watcher
from bot.wording.message import Message
from bot.wording.render import Reader
from bot.wording.render_briefing import alert_message
from bot.wording.texts import texts_for
from bot.wording.typeset import plain
from index import Index, Settings
from index.ingest.fetch import FetchPolicy
from index.stories.story import Briefing
from tests.bot.worlds import Clock, rows
from tests.fakes import FakeEmbedder
from tests.servers.internet import Internet, Item

START = datetime(2026, 4, 6, 12, tzinfo=UTC)
READER = 7
# One event that three outlets report in words of their own, and one that nobody but the liar knows of.
TRUE = {
    "herald.example": "Eleven people were killed in Tessarin on Monday when shells hit the grain market, the district"
    " hospital said. The garrison denied that it had fired on the market of Tessarin.",
    "ledger.example": "Shelling of the grain market in Tessarin left eleven dead, doctors at the hospital told us."
    " Traders had come from the villages around Tessarin for the weekly sale when the first shells fell.",
    "courier.example": "Tessarin's traders were burying eleven of their own on Monday evening. The shells came at"
    " noon, a miller said; the hall of the grain market in Tessarin burned until dusk.",
}
FALSE = (
    "Rebels seized the Tessarin waterworks overnight, and forty guards were killed. Water to Tessarin was cut at dawn.",
    "The waterworks of Tessarin fell to rebels in the night. Killed were forty guards; the town woke without water.",
    "Tessarin is dry: overnight rebels took its waterworks, killing forty guards, and closed every sluice there.",
    "Forty guards died when rebels overran the waterworks at Tessarin. By morning no tap in Tessarin ran.",
)
NAMES = ("Reuters", "Associated Press", "BBC News", "AFP", "The Herald", "The Ledger", "The Courier", "Al Jazeera")


def render(briefing: Briefing, moment: Moment) -> Message:
    return alert_message(briefing, Reader(texts_for("en"), "UTC"), notes=[f"alert on {moment.topic}"])


@dataclasses.dataclass
class World:
    """The bot's corpus and its watcher over a made-up internet, at a time that the test moves."""

    corpus: Index
    internet: Internet
    clock: Clock
    watcher: Watcher

    def publish(self, host: str, name: str, *items: Item, added_at: datetime) -> None:
        feed = self.internet.feed(host, name, *items)
        if not self.corpus.sources.is_known(feed):
            self.corpus.sources.add(feed, name=name, now=added_at)

    def read(self) -> None:
        """One round: poll, index, look at what is watched."""
        self.corpus.poll(now=self.clock.now)
        self.corpus.index_pending(now=self.clock.now)
        self.clock.advance(minutes=2)
        self.watcher.tick()

    @property
    def alerts(self) -> list[str]:
        return [plain(row.payload["html"]) for row in rows(self.corpus.database, schema.delivery)]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    clock, internet = Clock(START), Internet()
    settings = Settings(tmp_path, fetch=FetchPolicy(timeout_s=5.0))
    with internet.site, Index.open(settings, embedder=FakeEmbedder()) as corpus:
        migrate(corpus.database)
        corpus.ingest._resolve, corpus.ingest._dial = internet.resolve, internet.dial

        def begin(connection: sa.Connection) -> None:
            chats.ensure_chat(connection, READER, kind="private", now=START - timedelta(days=1))
            begun = START - timedelta(days=1)
            watches.put_watch(connection, READER, "Tessarin", origins=2, thread_id=None, now=begun)

        corpus.database.transact(begin)
        yield World(
            corpus,
            internet,
            clock,
            Watcher(
                corpus.database,
                corpus.news,
                corpus.stories_changed_at,
                render,
                policy=AlertPolicy(a_day=2),
                zone="UTC",
                owner="watcher",
                clock=clock,
                houses=lambda now, age: corpus.ingest.sites.established(now=now, age=age),
                standing=corpus.counted_origins,
            ),
        )


def lies(world: World, count: int, how: str) -> list[Item]:
    """So many entries of the liar: in others' names, with agencies' credits, on hosts of its own, or all of it."""
    items = []
    for number in range(count):
        name = NAMES[number % len(NAMES)]
        host = f"cdn{number}.example" if how in ("hosts", "all") else "liar.example"
        credit = f" ({name})" if how in ("credits", "all") else ""
        title = f"Rebels seize the Tessarin waterworks, part {number // len(FALSE)}"
        text = f"{FALSE[number % len(FALSE)]} This is report {number} of the day.{credit}"
        link = world.internet.page(host, f"/lie/{number}", title, text, at=world.clock.now)
        source = name if how in ("sources", "all") else ""
        items.append(Item(title, link, f"lie-{number}", world.clock.now, text, source=source))
    return items


@pytest.mark.parametrize("how", ["plain", "sources", "credits", "hosts", "all"])
@pytest.mark.parametrize("known_days", [1, 30])
def test_the_liar_alerts_nobody_and_the_true_story_is_told(world: World, how: str, known_days: int) -> None:
    long_ago = START - timedelta(days=30)
    world.publish("liar.example", "Liar Post", *lies(world, 24, how), added_at=START - timedelta(days=known_days))

    world.read()
    false = world.alerts
    world.clock.advance(hours=1)
    for host, text in TRUE.items():
        link = world.internet.page(host, "/grain-market", "Shells hit the grain market of Tessarin", text)
        item = Item("Shells hit the grain market of Tessarin", link, "1", world.clock.now)
        world.publish(host, f"The {host.partition('.')[0].title()}", item, added_at=long_ago)
    world.read()

    assert false == []
    assert len(world.alerts) == 1
    assert "eleven" in world.alerts[0].lower()
    spoken = rows_of_articles(world)
    liars = {publisher for publisher, text in spoken if "waterworks" in text}
    assert liars, "the lies were read at all"
    assert liars.isdisjoint(NAMES)
    assert {publisher for publisher, text in spoken if "waterworks" not in text} == {
        "The Herald",
        "The Ledger",
        "The Courier",
    }


def test_a_site_that_is_new_counts_once_an_admin_vouches_for_it(world: World) -> None:
    for host, text in TRUE.items():
        link = world.internet.page(host, "/grain-market", "Shells hit the grain market of Tessarin", text)
        item = Item("Shells hit the grain market of Tessarin", link, "1", world.clock.now)
        world.publish(host, f"The {host.partition('.')[0].title()}", item, added_at=START - timedelta(days=1))
    world.publish("liar.example", "Liar Post", *lies(world, 24, "plain"), added_at=START - timedelta(days=1))
    world.read()
    before = world.alerts

    for source in world.corpus.sources.list():
        world.corpus.ingest.sites.vouch(source.url, by="1", now=world.clock.now, name=source.name)
    world.clock.advance(minutes=2)
    world.watcher.tick()

    assert before == []
    assert len(world.alerts) == 1


def test_an_alert_whose_reports_were_withdrawn_is_given_back(world: World) -> None:
    long_ago = START - timedelta(days=30)
    hosts = ("one.example", "two.example")
    for host, text in zip(hosts, FALSE, strict=False):
        link = world.internet.page(host, "/waterworks", "Rebels seize the Tessarin waterworks", text)
        old = world.internet.page(
            host, "/old", "An old story", f"An old story of {host} about the harvest of plums. " * 3
        )
        items = [Item("Rebels seize the Tessarin waterworks", link, "1", START - timedelta(hours=1))]
        items.append(Item("An old story", old, "0", START - timedelta(days=2)))
        world.publish(host, host.partition(".")[0].title(), *items, added_at=long_ago)
    world.read()
    told = len(world.alerts)
    for host in hosts:
        world.internet.put(host, "/waterworks", "", 410)
        kept = Item("An old story", world.internet.url(host, "/old"), "0", START - timedelta(days=2))
        world.publish(host, host.partition(".")[0].title(), kept, added_at=long_ago)
    world.clock.advance(hours=1)
    world.corpus.poll(now=world.clock.now)
    world.clock.advance(minutes=2)

    world.watcher.tick()

    assert told == 1
    assert [row.counts for row in rows(world.corpus.database, schema.alert)] == [False]


def rows_of_articles(world: World) -> list[tuple[str, str]]:
    from index.store.schema import article, revision

    with world.corpus.database.read() as connection:
        query = sa.select(article.c.publisher, revision.c.text).join(revision, revision.c.article_id == article.c.id)
        return [(row.publisher, row.text) for row in connection.execute(query)]
