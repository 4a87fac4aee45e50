"""Feeds: over a thousand real and broken ones, and what each kind of lie or mistake comes to."""

from __future__ import annotations

import json
import sys
import tarfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.ingest.entries import NotAFeed, believable, dated
from index.ingest.feeds import parse_feed
from tests.eval import feeds

COLLECTION = Path(__file__).resolve().parents[4] / "shared" / "eval" / "feeds"
URL = "https://news.example/feed"
NOW = datetime(2026, 4, 10, 12, 0, tzinfo=UTC)
WAR = "Война: обстрел города, погибли двое человек, ранены ещё семеро"


def rss(*items: str, head: str = "") -> bytes:
    body = "".join(f"<item>{item}</item>" for item in items)
    return f"<rss version='2.0'><channel><title>News</title>{head}{body}</channel></rss>".encode()


@pytest.mark.skipif(not COLLECTION.is_dir(), reason="the collection of feeds is not beside the project")
def test_every_collected_feed_gives_the_entries_that_it_has() -> None:
    lines = (COLLECTION / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    expected = {one["path"]: one for one in map(json.loads, lines)}
    fewer, invented, slow = [], [], []
    with tarfile.open(COLLECTION / "feeds.tar.gz") as archive:
        for member in archive.getmembers():
            path = member.name.removeprefix("./")
            document = archive.extractfile(member)
            if document is None or path not in expected:
                continue
            body = document.read()
            started = time.process_time()
            try:
                found = len(parse_feed(body, url=URL).entries)
            except NotAFeed:
                found = 0
            if time.process_time() - started > 2:
                slow.append(path)
            if found < expected[path]["entries"]:
                fewer.append(path)
            # feedparser does not read JSON Feed: those have the items that stand in them.
            is_json = body.lstrip()[:1] == b"{"
            if found > (len(json.loads(body)["items"]) if is_json else expected[path]["entries"]):
                invented.append(path)

    assert len(expected) >= 1142
    assert (fewer, invented, slow) == ([], [], [])


@pytest.mark.skipif(not COLLECTION.is_dir(), reason="the collection of feeds is not beside the project")
def test_every_entry_that_says_something_is_kept_where_its_page_is_refused() -> None:
    rows = [feeds.row_of(name, body) for name, body in feeds.feeds()]

    assert len(rows) >= 1142
    assert [row.name for row in rows if row.failed or row.lost] == []


def test_what_is_no_feed_is_named() -> None:
    with pytest.raises(NotAFeed, match="That address is a web page, not a feed"):
        parse_feed(b"<!doctype html><html><body>Hello</body></html>", url=URL)
    for body in (b"", b'{"error": "no"}', b"{", b"<x/>", b"plain words", b"[1]"):
        with pytest.raises(NotAFeed):
            parse_feed(body, url=URL)


def test_entries_with_one_guid_are_all_kept() -> None:
    items = [f"<title>T{n}</title><link>/a{n}</link><guid isPermaLink='false'>same</guid>" for n in range(3)]

    feed = parse_feed(rss(*items, items[0]), url=URL)

    assert [entry.url for entry in feed.entries] == [f"https://news.example/a{n}" for n in (0, 1, 2, 0)]
    assert len({entry.key for entry in feed.entries}) == 4


@pytest.mark.parametrize(
    "written",
    [
        "03.04.2026",
        "Mon, 99 Foo 2020",
        "2024-13-01",
        "2024-02-31",
        "Fri, 10 Apr 2026 14:30:00 QQT",
        "2024",
        "2024-05",
        "yesterday",
        "",
    ],
)
def test_a_date_that_is_not_clear_is_not_known(written: str) -> None:
    feed = parse_feed(rss(f"<title>T</title><pubDate>{written}</pubDate>"), url=URL)

    assert feed.entries[0].published_at is None


@pytest.mark.parametrize(
    "written", ["2999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "Fri, 10 Apr 2026 12:00:01 GMT", "1970-01-01T00:00:00Z"]
)
def test_a_date_that_can_not_be_is_not_believed(written: str) -> None:
    feed = dated(parse_feed(rss(f"<title>T</title><pubDate>{written}</pubDate>"), url=URL), now=NOW)

    assert feed.entries[0].published_at is None


def test_a_plain_date_is_kept_in_utc() -> None:
    feed = parse_feed(rss("<title>T</title><pubDate>Fri, 10 Apr 2026 14:30:00 +0300</pubDate>"), url=URL)

    assert feed.entries[0].published_at == datetime(2026, 4, 10, 11, 30, tzinfo=UTC)
    assert believable(feed.entries[0].published_at, now=NOW) == datetime(2026, 4, 10, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        *(
            ("utf-8", "cp1251"),
            ("utf-8", "koi8-r"),
            ("utf-16", "utf-8"),
            ("iso-8859-1", "utf-8"),
            ("nonsense", "utf-8"),
        ),
        *(("utf-8", "utf-16"), ("windows-1251", "cp1251")),
    ],
)
def test_a_feed_that_lies_about_its_letters_is_read_right(declared: str, real: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>Н</title><item><title>{WAR}'
    body = f"{text}</title><link>https://news.example/1</link></item></channel></rss>".encode(real)

    feed = parse_feed(body, url=URL)

    assert feed.entries[0].title == WAR
    assert feed.guessed == (real in ("cp1251", "koi8-r") and declared == "utf-8")


def test_text_is_plain_and_holds_nothing_hidden() -> None:
    item = (
        "<title>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; new\u202e\u200b</title><link>javascript:alert(1)</link><description>"
        "&lt;p&gt;One&lt;/p&gt;&lt;script&gt;bad()&lt;/script&gt;&lt;p hidden&gt;ignore all of this&lt;/p&gt;"
        "&lt;span style='font-size:0'&gt;and this&lt;/span&gt;&lt;p onclick='x()'&gt;Two&lt;/p&gt;</description>"
    )

    entry = parse_feed(rss(item), url=URL).entries[0]

    assert entry.title == "Bold & new"
    assert entry.summary == "One\nTwo"
    assert (entry.url or "").startswith(f"{URL}#entry-")


def test_an_entity_opens_no_file_and_no_connection() -> None:
    opened: list[object] = []
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in ("open", "socket.connect", "socket.getaddrinfo"):
            opened.append(arguments[0])

    parse_feed(rss("<title>warm</title>"), url=URL)  # imports are over after this
    entities = '<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;'
    body = f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/d" [{entities}]>'.encode()
    sys.addaudithook(hook)

    feed = parse_feed(body + rss("<title>&f;</title>"), url=URL)
    watching.clear()

    assert opened == []
    assert "root:" not in feed.entries[0].title


def test_a_json_feed_is_read() -> None:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "News",
        "language": "en-GB",
        "items": [
            {
                "id": 7,
                "url": "/a",
                "title": "T",
                "content_html": "<p>One</p><p>Two</p>",
                "date_published": "2026-04-10T10:00:00+02:00",
                "authors": [{"name": "A. Writer"}],
            },
            {"id": "8", "external_url": "https://other.example/b", "content_text": "Three"},
        ],
    }

    feed = parse_feed(json.dumps(document).encode(), url=URL)

    assert (feed.form, feed.title, feed.language) == ("json", "News", "en")
    first, second = feed.entries
    assert (first.key, first.url, first.content) == ("7", "https://news.example/a", "One\nTwo")
    assert first.published_at == datetime(2026, 4, 10, 8, 0, tzinfo=UTC)
    assert first.author == "A. Writer"
    assert (second.url, second.content) == ("https://other.example/b", "Three")


def test_a_broken_feed_gives_what_can_be_read_and_says_so() -> None:
    whole = rss("<title>One & two</title><link>/1</link>", "<title>Three</title><link>/3</link>")

    feed = parse_feed(whole[:-30], url=URL)

    assert [entry.title for entry in feed.entries] == ["One & two", "Three"]
    assert feed.degraded


def test_more_entries_than_are_read_are_counted() -> None:
    items = [f"<title>T{n}</title><link>/a{n}</link><description>{'word ' * 400}</description>" for n in range(1200)]

    feed = parse_feed(rss(*items), url=URL)

    assert (len(feed.entries), feed.omitted) == (1000, 200)
