"""Nobody speaks for another by any other means that documents have: canonical addresses, bases, spellings, stamps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from index.ingest.desk import IngestDesk
from index.store.database import Database
from tests.index.ingest.conftest import NOW, make_desk
from tests.index.ingest.test_identity import HOUR, LIE, STORY, honest, stored
from tests.servers.internet import Internet

HOST = "liar.example"
FALSE_TITLE = "The shelling of Tessarin was made up"
DATED = "<pubDate>Fri, 10 Apr 2026 12:00:00 GMT</pubDate>"


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


def page(internet: Internet, head: str = "", body: str = "") -> str:
    """A page of the liar's, with what it says of itself; its address."""
    text = f"<article><h1>{FALSE_TITLE}</h1><p>{LIE}</p>{body}</article>"
    document = f"<html lang='en'><head><title>{FALSE_TITLE}</title>{head}</head><body>{text}</body></html>"
    return internet.put(HOST, "/a", document)


def rss(item: str, channel: str = "", root: str = "") -> str:
    told = f"<item><title>{FALSE_TITLE}</title>{DATED}{item}</item>"
    return f"<rss version='2.0' {root}><channel><title>Liar Post</title>{channel}{told}</channel></rss>"


def linked(internet: Internet, head: str, body: str = "") -> str:
    """A feed with one entry, whose page is the liar's."""
    return rss(f"<link>{page(internet, head, body)}</link><guid>1</guid>")


def atom(entry: str, feed: str = "") -> str:
    told = f"<entry><title>{FALSE_TITLE}</title><updated>2026-04-10T12:00:00Z</updated>{entry}</entry>"
    return f"<feed xmlns='http://www.w3.org/2005/Atom' {feed}><title>Liar Post</title>{told}</feed>"


def stamped(victim: str) -> str:
    about = {
        "@type": "NewsArticle",
        "url": victim,
        "mainEntityOfPage": victim,
        "headline": FALSE_TITLE,
        "publisher": {"@type": "Organization", "name": "The Herald", "url": "http://herald.example/"},
        "author": {"@type": "Person", "name": "The Herald"},
        "datePublished": "2026-04-10T12:00:00Z",
    }
    return f"<script type='application/ld+json'>{json.dumps(about)}</script>"


def feed_of(item: dict[str, str]) -> str:
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": "Liar Post", "items": [{"title": FALSE_TITLE, **item}]})


DESCRIBED = f"<description>{LIE * 4}</description>"
FEEDBURNER = "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'"
DC = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
# What the liar's feed is, of the address of its own page and that of the honest article.
Ways = Callable[[Internet, str], str]
BASED = "<base href='http://herald.example/'><link rel='canonical' href='/world/grain-market'>"
SOURCE = "<source><id>http://herald.example/feed</id><title>The Herald</title></source>"
COPY = f"<p>{'</p><p>'.join(STORY)}</p>"
CACHE = "http://herald-example.cdn.ampproject.org/c/s/herald.example/world/grain-market"
WAYS: dict[str, Ways] = {
    "a canonical address": lambda net, victim: linked(net, f"<link rel='canonical' href='{victim}'>"),
    "an address in an og tag": lambda net, victim: linked(net, f"<meta property='og:url' content='{victim}'>"),
    "a name in an og tag": lambda net, _: linked(net, "<meta property='og:site_name' content='The Herald'>"),
    "ld+json": lambda net, victim: linked(net, stamped(victim)),
    "a base in the page": lambda net, _: linked(net, BASED),
    "a refresh": lambda net, victim: linked(net, f"<meta http-equiv='refresh' content='0;url={victim}'>", DESCRIBED),
    "an amp page": lambda net, victim: linked(net, f"<link rel='amphtml' href='{victim}'>"),
    "a page with the honest words as well": lambda net, _: linked(net, "", COPY),
    "a permanent id": lambda _, victim: rss(f"<guid isPermaLink='true'>{victim}</guid>{DESCRIBED}"),
    "an original link": lambda net, victim: rss(
        f"<link>{page(net)}</link><feedburner:origLink>{victim}</feedburner:origLink><guid>1</guid>{DESCRIBED}",
        root=FEEDBURNER,
    ),
    "a base in the feed": lambda *_: atom(
        f"<id>1</id><link href='/world/grain-market'/><content type='text'>{LIE * 4}</content>",
        "xml:base='http://herald.example/'",
    ),
    "an atom source": lambda net, victim: atom(
        f"<id>{victim}</id><link href='{page(net)}'/>{SOURCE}<author><name>The Herald</name></author>"
        f"<content type='text'>{LIE * 4}</content>"
    ),
    "a via link": lambda _, victim: atom(
        f"<id>1</id><link rel='via' href='{victim}'/><content type='text'>{LIE * 4}</content>"
    ),
    "a channel's link": lambda *_: rss(
        f"<link>world/grain-market</link><guid>1</guid>{DESCRIBED}", channel="<link>http://herald.example/</link>"
    ),
    "a publisher in dublin core": lambda net, _: rss(
        f"<link>{page(net)}</link><guid>1</guid>{DESCRIBED}<dc:publisher>The Herald</dc:publisher>"
        "<dc:creator>The Herald</dc:creator>",
        root=DC,
    ),
    "another spelling": lambda *_: rss(
        f"<link>HTTP://HERALD.example.:80/world/../world/%67rain-market#x</link><guid>1</guid>{DESCRIBED}"
    ),
    "a name before the host": lambda *_: rss(
        f"<link>http://liar.example@herald.example/world/grain-market</link><guid>1</guid>{DESCRIBED}"
    ),
    "a cache": lambda *_: rss(f"<link>{CACHE}</link>{DESCRIBED}"),
    "json feed": lambda net, victim: feed_of(
        {"id": "1", "url": page(net), "external_url": victim, "content_text": LIE * 4}
    ),
    "json feed, the other way": lambda net, victim: feed_of(
        {"id": victim, "url": victim, "external_url": page(net), "content_text": LIE * 4}
    ),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_the_honest_article_stands_and_no_lie_is_told_in_its_name(
    desk: IngestDesk, database: Database, internet: Internet, way: str
) -> None:
    victim = honest(internet, desk)
    internet.put(HOST, "/feed", WAYS[way](internet, victim))
    desk.sources.add(internet.url(HOST, "/feed"), name="Liar Post", now=NOW)

    for later in range(1, 4):
        desk.poll(now=NOW + later * HOUR)
    internet.put(HOST, "/a", "gone", 410)
    internet.put(HOST, "/feed", rss("<guid>2</guid><link>/b</link>"))
    for days in (1, 2):
        desk.poll(now=NOW + timedelta(days=days))

    assert ("The Herald", "live", "", "\n".join(STORY)) in stored(database)
    told = [(publisher, carrier) for publisher, _, carrier, text in stored(database) if "made up by smugglers" in text]
    assert {publisher for publisher, _ in told} <= {"Liar Post"}


@pytest.mark.parametrize("way", list(WAYS))
def test_who_comes_first_is_not_whose_it_is(desk: IngestDesk, database: Database, internet: Internet, way: str) -> None:
    victim = internet.url("herald.example", "/world/grain-market")
    internet.put(HOST, "/feed", WAYS[way](internet, victim))
    desk.sources.add(internet.url(HOST, "/feed"), name="Liar Post", now=NOW)
    desk.poll(now=NOW)

    honest(internet, desk, HOUR)
    desk.poll(now=NOW + 2 * HOUR)

    assert ("The Herald", "live", "", "\n".join(STORY)) in stored(database)
    told = {publisher for publisher, _, _, text in stored(database) if "made up by smugglers" in text}
    assert told <= {"Liar Post"}
