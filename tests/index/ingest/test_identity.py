"""Nobody speaks for another: whose an article is, and who may change it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from index.ingest.desk import IngestDesk
from index.store import schema
from index.store.database import Database
from tests.index.ingest.conftest import NOW, make_desk
from tests.servers.internet import Internet, Item
from tests.servers.site import Reply, Request, Site

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
TITLE = "Shells hit the grain market of Tessarin"
STORY = (
    "Eleven people were killed when shells hit the grain market of Tessarin on Friday, the district hospital said.",
    "The garrison denied that it had fired on the market.",
    "A commission is to look into the shelling within the week, the provincial council said on Friday night.",
)
LIE = (
    "Nobody was hurt in Tessarin on Friday, the district hospital said, and the shelling was made up by smugglers. " * 3
)


@pytest.fixture
def internet() -> Iterator[Internet]:
    world = Internet()
    with world.site:
        yield world


@pytest.fixture
def desk(database: Database, internet: Internet) -> Iterator[IngestDesk]:
    opened = make_desk(database, resolve=internet.resolve, dial=internet.dial)
    yield opened
    opened.close()


def honest(internet: Internet, desk: IngestDesk, *polls: timedelta, host: str = "herald.example") -> str:
    """An outlet with one article, read at each of these times after NOW; the article's address."""
    link = internet.page(host, "/world/grain-market", TITLE, *STORY, at=NOW - HOUR)
    feed = internet.feed(host, "The Herald", Item(TITLE, link, "1", NOW - HOUR))
    desk.sources.add(feed, name="The Herald", now=NOW)
    for later in polls or (timedelta(),):
        desk.poll(now=NOW + later)
    return link


def liar(internet: Internet, desk: IngestDesk, *items: Item, host: str = "liar.example") -> None:
    """The liar's feed, added where it is not there yet."""
    feed = internet.feed(host, "Liar Post", *items)
    if not desk.sources.is_known(feed):
        desk.sources.add(feed, name="Liar Post", now=NOW)


def stored(database: Database) -> list[tuple[str, str, str, str]]:
    """Publisher, state, carrier and newest text of every article."""
    joined = sa.select(schema.article, schema.revision.c.text).join(schema.revision)
    rows = joined.order_by(schema.article.c.publisher, schema.article.c.url, schema.revision.c.number)
    with database.read() as connection:
        newest = {row.id: (row.publisher, row.state, row.carrier or "", row.text) for row in connection.execute(rows)}
    return list(newest.values())


@pytest.mark.parametrize("refusal", [403, 404, 410, "robots", "paywall"])
def test_what_a_feed_says_of_a_page_that_cannot_be_read_is_the_feeds_own_words(
    desk: IngestDesk, database: Database, internet: Internet, refusal: int | str
) -> None:
    link = internet.url("bigwire.example", "/world/war-over")
    if isinstance(refusal, int):
        internet.put("bigwire.example", "/world/war-over", "no", refusal)
    elif refusal == "robots":
        internet.page("bigwire.example", "/world/war-over", TITLE, *STORY)
        internet.put("bigwire.example", "/robots.txt", "User-agent: *\nDisallow: /\n")
    else:
        wall = "Subscribe to continue reading this article. Already a subscriber? Sign in to read."
        internet.page("bigwire.example", "/world/war-over", "Tessarin", wall)
    liar(internet, desk, Item("No shelling in Tessarin", link, "1", NOW - HOUR, LIE, source="Big Wire"))

    for later in range(4):
        desk.poll(now=NOW + later * HOUR)

    assert [(publisher, carrier) for publisher, _, carrier, _ in stored(database)] == [("Liar Post", "Liar Post")]


def test_a_link_that_redirects_to_anothers_article_changes_nothing_of_it(
    desk: IngestDesk, database: Database, internet: Internet
) -> None:
    victim = honest(internet, desk)
    own = internet.redirect("liar.example", "/r1", victim)
    liar(internet, desk, Item("The shelling of Tessarin was made up", own, "1", NOW, LIE))
    desk.poll(now=NOW + HOUR)
    internet.put("liar.example", "/r1", "gone", 410)
    liar(internet, desk, Item("The shelling of Tessarin was made up, again", own, "1", NOW, f"{LIE} Again."))

    desk.poll(now=NOW + 2 * HOUR)

    articles = {publisher: (state, text) for publisher, state, _, text in stored(database)}
    assert articles["The Herald"] == ("live", "\n".join(STORY))
    assert "The Herald" not in {publisher for publisher, _, _, text in stored(database) if "made up" in text}


@pytest.mark.parametrize("suffix", ["", "/amp", "?utm_source=x", "?amp=1"])
def test_who_lists_anothers_address_and_drops_it_again_withdraws_nothing(
    desk: IngestDesk, database: Database, internet: Internet, suffix: str
) -> None:
    victim = honest(internet, desk, timedelta(), 2 * HOUR, 8 * HOUR, 26 * HOUR)
    old = Item(
        "An old story of ours", internet.page("liar.example", "/old", "An old story of ours", LIE), "o", NOW - DAY
    )
    liar(internet, desk, Item(TITLE, victim + suffix, "1", NOW, LIE), old)
    desk.poll(now=NOW + 5 * DAY)
    internet.put("herald.example", "/world/grain-market/amp", "", 410)
    liar(internet, desk, old)

    for hours in (1, 24, 72):
        desk.poll(now=NOW + 5 * DAY + hours * HOUR)

    assert ("The Herald", "live", "", "\n".join(STORY)) in stored(database)


def test_an_entry_that_is_linked_elsewhere_later_withdraws_nothing(
    desk: IngestDesk, database: Database, internet: Internet
) -> None:
    victim = internet.page("nobody.example", "/world/grain-market", TITLE, *STORY, at=NOW - HOUR)
    liar(internet, desk, Item(TITLE, victim, "1", NOW - HOUR))
    desk.poll(now=NOW)
    internet.put("liar.example", "/gone", "", 410)
    liar(internet, desk, Item(f"{TITLE}, changed", internet.url("liar.example", "/gone"), "1", NOW - HOUR))

    report = desk.poll(now=NOW + HOUR)

    assert report.withdrawn == 0
    assert [(state, text) for _, state, _, text in stored(database)] == [("live", "\n".join(STORY))]


def test_an_address_that_another_listed_first_is_its_own_sites_in_the_end(
    desk: IngestDesk, database: Database, internet: Internet
) -> None:
    victim = internet.page("herald.example", "/world/grain-market", TITLE, *STORY, at=NOW - HOUR)
    liar(internet, desk, Item(TITLE, victim, "1", NOW - HOUR, source="The Herald"))
    desk.poll(now=NOW)
    before = stored(database)

    honest(internet, desk, HOUR)

    assert before == [("herald.example", "live", "Liar Post", "\n".join(STORY))]
    assert stored(database) == [("The Herald", "live", "", "\n".join(STORY))]


def test_lines_are_learned_from_a_sites_own_articles_alone(
    desk: IngestDesk, database: Database, internet: Internet
) -> None:
    items = []
    for number in range(9):
        told = f"Paragraph {number} says that something happened in town {number}, and goes on about town {number}."
        other = f"Another paragraph of report {number} ends it with words that are its own, {number} of them."
        for host in ("cdn.example", "herald.example"):
            link = internet.page(host, f"/a/{number}", f"Report number {number} of the day", told, STORY[1], other)
            items.append(Item(f"Report number {number} of the day", link, f"{host}{number}", NOW, source="The Herald"))
    liar(internet, desk, *items)
    desk.poll(now=NOW - HOUR)

    honest(internet, desk)

    assert ("The Herald", "live", "", "\n".join(STORY)) in stored(database)


@pytest.mark.parametrize("house", ["wordpress.com", "substack.com", "github.io", "blogspot.com"])
def test_tenants_of_one_host_are_sites_of_their_own(
    desk: IngestDesk, database: Database, internet: Internet, house: str
) -> None:
    victim = honest(internet, desk, host=f"monitor.{house}")
    liar(internet, desk, Item("No shelling", victim, "1", NOW, LIE * 6), host=f"liar.{house}")

    desk.poll(now=NOW + HOUR)

    assert ("The Herald", "live", "", "\n".join(STORY)) in stored(database)
    assert "liar" not in {carrier or publisher for publisher, _, carrier, text in stored(database) if text == STORY[0]}


def test_a_stated_source_is_no_publisher(desk: IngestDesk, database: Database, internet: Internet) -> None:
    links = [internet.page("liar.example", f"/a/{name}", TITLE, LIE, name) for name in ("reuters", "afp")]
    liar(internet, desk, *(Item(TITLE, link, link[-3:], NOW, source="Reuters") for link in links))

    desk.poll(now=NOW)

    assert {publisher for publisher, *_ in stored(database)} == {"Liar Post"}


def test_an_admin_binds_the_sites_of_one_outlet(desk: IngestDesk, database: Database, internet: Internet) -> None:
    page = internet.page("herald.example", "/world/grain-market", TITLE, *STORY, at=NOW - HOUR)
    feed = internet.feed("heraldcdn.example", "The Herald", Item(TITLE, page, "1", NOW - HOUR))
    source = desk.sources.add(feed, name="The Herald", now=NOW)
    desk.poll(now=NOW)
    before = stored(database)

    sites = desk.sites.vouch(source.url, ["www.herald.example"], by="1", now=NOW, name=source.name)

    assert before[0][:3] == ("herald.example", "live", "The Herald")
    assert sites == ("herald.example", "heraldcdn.example")
    assert stored(database)[0][:3] == ("The Herald", "live", "")
    assert desk.sites.established(now=NOW, age=7 * DAY) == {"heraldcdn.example"}


def test_names_that_cannot_be_told_apart_are_refused_or_marked(desk: IngestDesk) -> None:
    first = desk.sources.add("https://herald.example/feed", name="The Herald", now=NOW)

    likeness = desk.sources.add("https://liar.example/feed", name="The H\u0435ra\u200bld \u2192 [1]", now=NOW)
    again = desk.sources.add("https://www.herald.example/world", name="The Herald", now=NOW)

    assert (first.name, again.name) == ("The Herald", "The Herald")
    assert likeness.name.isprintable()
    assert not set("\u2192[]") & set(likeness.name)
    for name in ("The Herald", "THE HERALD", "The H\u0435rald"):
        with pytest.raises(Exception, match="another site"):
            desk.sources.change(likeness.id, name=name)
    marked = desk.sources.add("https://third.example/feed", name="the herald", now=NOW)
    assert marked.name == "the herald · third.example"


def test_sites_are_established_by_age_or_by_an_admins_word(desk: IngestDesk) -> None:
    old = desk.sources.add("https://old.example/feed", name="Old", now=NOW - 8 * DAY)
    new = desk.sources.add("https://new.example/feed", name="New", now=NOW)

    assert desk.sites.established(now=NOW, age=7 * DAY) == {"old.example"}

    desk.sites.vouch(new.url, by="1", now=NOW, name=new.name)
    desk.sources.remove(old.id)
    assert desk.sites.established(now=NOW, age=7 * DAY) == {"old.example", "new.example"}
    assert desk.sites.unvouch(new.url)
    assert desk.sites.established(now=NOW, age=7 * DAY) == {"old.example"}


def test_a_link_in_a_feed_leads_inside_to_no_host_that_nobody_typed(database: Database, site: Site) -> None:
    desk = make_desk(database)
    asked: list[str] = []

    def answer(request: Request) -> Reply:
        asked.append(request.host)
        return Reply(
            b"<html><body><article><p>" + b"Salaries are kept secret here. " * 20 + b"</p></article></body></html>"
        )

    site.routes["/hr"] = answer
    links = [f"http://{host}:{site.port}/hr" for host in ("wiki.intranet", "127.0.0.1", "liar.example")]
    items = "".join(f"<item><title>Salaries {n}</title><link>{link}</link></item>" for n, link in enumerate(links))
    feed = f"<rss version='2.0'><channel><title>Liar</title>{items}</channel></rss>".encode()
    site.routes["/feed"] = Reply(feed, headers={"Content-Type": "application/rss+xml"})
    desk.sources.add(f"http://liar.example:{site.port}/feed", name="Liar", now=NOW)

    desk.poll(now=NOW)

    assert set(asked) == {"liar.example"}
    desk.close()
