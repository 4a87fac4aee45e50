"""Feeds as they come in from the wild: packed, mislabelled, dated in every way, without titles, links or pages."""

from __future__ import annotations

import gzip
import json
import zlib
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape

import pytest
import sqlalchemy as sa

from index.ingest.desk import IngestDesk
from index.ingest.entries import NotAFeed
from index.ingest.feeds import parse_feed
from index.ingest.shapes import shape_of
from index.ingest.timestamps import moment
from index.store.database import Database
from index.store.schema import article, revision
from tests.index.ingest.conftest import NOW
from tests.servers.site import Reply, Request, Site

URL = "https://river.example/feed"
TEXT = (
    "Two shells hit the grain silo of Vessel Bay before dawn, the harbour master said, and nobody was hurt. Firemen "
    "worked until nine, and the ferry to the islands did not leave that morning."
)
ATTACHED = "<enclosure url='/three.pdf' type='application/pdf'/>"
ITEM = f"<title>Silo hit in Vessel Bay</title><link>/1</link><description>{TEXT}</description>"


def rss(*items: str, prolog: str = "") -> bytes:
    body = "".join(f"<item>{item}</item>" for item in items)
    return f"{prolog}<rss version='2.0'><channel><title>River Post</title>{body}</channel></rss>".encode()


def stored(database: Database) -> dict[str, tuple[str, str, str | None]]:
    """Title, text and part of each article, by address behind the host."""
    columns = sa.select(article.c.url, revision.c.title, revision.c.text, revision.c.part)
    with database.read() as connection:
        rows = connection.execute(columns.join(revision, revision.c.article_id == article.c.id))
        return {"/" + row.url.split("/", 3)[3]: (row.title, row.text, row.part) for row in rows}


def polled(desk: IngestDesk, site: Site, feed: bytes, **headers: str) -> None:
    site.routes["/feed"] = Reply(feed, headers={"Content-Type": "application/rss+xml", **headers})
    desk.add(desk.inspect(f"{site.url}/feed", now=NOW), now=NOW)
    desk.poll(now=NOW)


@pytest.mark.parametrize(
    "document",
    [
        rss("<title>T</title><description><![CDATA[<html><head></head><body><p>x</p></body></html>]]></description>"),
        rss("<title>T</title><description><![CDATA[<head></head><p>x</p>]]></description>"),
        rss(ITEM, prolog="<!-- <html><body> made by hand -->"),
        rss(ITEM, prolog=f"<?xml version='1.0'?><!-- {'all rights reserved ' * 900} -->"),
        rss(ITEM, prolog="<?xml version='1.0'?><!DOCTYPE html>"),
        rss(ITEM, prolog="<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY html '<html>'>]>"),
        rss(ITEM, prolog="\n\n  \ufeff<?xml-stylesheet href='x.xsl'?>"),
        rss(ITEM).decode().encode("utf-16"),
        rss(ITEM).decode().encode("utf-16-le"),
        rss(ITEM).decode().encode("utf-16-be"),
    ],
)
def test_a_feed_is_one_by_its_first_element_wherever_that_stands(document: bytes) -> None:
    assert shape_of(document) == "feed"
    assert len(parse_feed(document, url=URL).entries) == 1


@pytest.mark.parametrize(
    "document",
    [
        b"<!doctype html><title>x</title><p>About <code>&lt;rss&gt;</code></p>",
        b"<html><body><pre><rss version='2.0'></pre></body></html>",
        b"<p>words</p>",
        b"",
    ],
)
def test_a_page_that_speaks_of_feeds_is_a_page(document: bytes) -> None:
    assert shape_of(document) == "page"


RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
PACKED = {
    "deflate": (zlib.compress(rss(ITEM)), "deflate"),
    "bare deflate": (RAW.compress(rss(ITEM)) + RAW.flush(), "deflate"),
    "said to be gzip": (rss(ITEM), "gzip"),
    "said to be deflate": (gzip.compress(rss(ITEM)), "deflate"),
    "said to be plain": (gzip.compress(rss(ITEM)), "identity"),
    "not said": (gzip.compress(rss(ITEM)), ""),
    "twice": (gzip.compress(gzip.compress(rss(ITEM))), "gzip"),
    "in two parts": (gzip.compress(rss(ITEM)[:90]) + gzip.compress(rss(ITEM)[90:]), "gzip"),
    "an encoding of letters": (rss(ITEM), "utf-8"),
    "brotli, it says": (rss(ITEM), "br"),
}


@pytest.mark.parametrize("kind", PACKED)
def test_a_feed_is_unpacked_however_it_is_packed_and_labelled(desk: IngestDesk, site: Site, kind: str) -> None:
    body, encoding = PACKED[kind]
    site.routes["/feed"] = Reply(body, headers={"Content-Encoding": encoding} if encoding else {})

    assert desk.inspect(f"{site.url}/feed", now=NOW).count == 1


def test_a_packed_sitemap_is_read(desk: IngestDesk, site: Site) -> None:
    urls = "".join(f"<url><loc>/2026/a-{n}</loc><lastmod>2026-04-0{n}</lastmod></url>" for n in (1, 2))
    sitemap = f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>".encode()
    site.routes["/news.xml.gz"] = Reply(gzip.compress(sitemap), headers={"Content-Type": "application/x-gzip"})

    found = desk.inspect(f"{site.url}/news.xml.gz", now=NOW)

    assert (found.kind, found.count) == ("sitemap", 2)


def test_a_site_that_gives_a_cookie_and_sends_back_is_read(desk: IngestDesk, site: Site) -> None:
    def answer(request: Request) -> Reply:
        if "seen=1" in request.headers.get("cookie", ""):
            return Reply(rss(ITEM))
        return Reply(status=302, headers={"Location": "/feed", "Set-Cookie": "seen=1; Path=/; HttpOnly"})

    site.routes["/feed"] = answer

    assert desk.inspect(f"{site.url}/feed", now=NOW).count == 1


ZONES = {
    "MSK": 7,
    "EET": 8,
    "EEST": 7,
    "CEST": 8,
    "IDT": 7,
    "CAT": 8,
    "EAT": 7,
    "WAT": 9,
    "PKT": 5,
    "EDT": 14,
    "Z": 10,
    "TRT": 7,
    "GMT+3": 7,
    "UTC+2": 8,
    "+3": 7,
    "-03": 13,
    "+03:00": 7,
    "+0300 (MSK)": 7,
    "Europe/Kyiv": 7,
    "IST": None,
    "AST": None,
    "XQT": None,
    "about noon": None,
}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        *((f"Tue, 7 Apr 2026 10:00:00 {zone}", hour) for zone, hour in ZONES.items()),
        *((f"2026-04-07T10:00:00{zone}", hour) for zone, hour in (("Z", 10), ("+03:00", 7), (" +0300", 7))),
        *(("2026/04/07 10:00:00", 10), ("20260407T100000Z", 10), ("07.04.2026 10:00", None)),
        *(("7 апреля 2026, 10:00", 10), ("٧ أبريل ٢٠٢٦ 10:00", 10), ("7 квітня 2026 10:00 EEST", 7)),
        *(("1775556000", 10), ("1775556000000", 10), ("Tue Apr 7 10:00:00 EEST 2026", 7), ("7 Avril 2026 10:00", 10)),
        *(("2026年4月7日 10:00", 10), ("Apr 7, 2026 10:00 AM", 10), ("2026-04-07T10:00:00.123456789Z", 10)),
    ],
)
def test_a_date_is_read_in_its_zone_or_not_at_all(written: str, read: int | None) -> None:
    found = moment(written)

    assert found is None if read is None else found is not None and (found.day, found.hour) == (7, read)


@pytest.mark.parametrize(
    ("url", "language", "hour"),
    [("https://a.example/feed", "hi", 4), ("https://a.co.il/feed", "en", 7), ("https://a.example/feed", "en-IE", 9)],
)
def test_a_zone_that_several_countries_have_is_read_by_the_country(url: str, language: str, hour: int) -> None:
    item = "<title>T</title><pubDate>Tue, 7 Jul 2026 10:00:00 IST</pubDate>"
    feed = rss(item).replace(b"<item>", f"<language>{language}</language><item>".encode(), 1)

    [entry] = parse_feed(feed, url=url).entries

    assert entry.published_at is not None
    assert entry.published_at.hour == hour


def test_a_time_without_a_zone_is_in_that_of_its_feed() -> None:
    items = [
        f"<title>T{n}</title><link>/{n}</link><pubDate>{date}</pubDate>"
        for n, date in enumerate(("Tue, 07 Apr 2026 10:00:00 +0300", "Tue, 07 Apr 2026 09:00:00"))
    ]

    feed = parse_feed(rss(*items), url=URL)

    assert [entry.published_at.hour for entry in feed.entries if entry.published_at] == [7, 6]


@pytest.mark.parametrize(
    ("field", "space"),
    [("dc:date", "xmlns:dc='http://purl.org/dc/elements/1.1/'"), ("updated", "xmlns='http://www.w3.org/2005/Atom'")],
)
def test_every_date_that_a_feed_states_is_used(
    desk: IngestDesk, database: Database, site: Site, field: str, space: str
) -> None:
    polled(desk, site, rss(f"{ITEM}<{field} {space}>2026-04-09T08:00:00Z</{field}>"))

    with database.read() as connection:
        assert connection.execute(sa.select(article.c.published_at)).scalar_one() == datetime(2026, 4, 9, 8, tzinfo=UTC)


def test_a_date_that_a_machine_stamped_on_every_entry_is_none(desk: IngestDesk, database: Database, site: Site) -> None:
    entries = "".join(
        f"<entry><id>{n}</id><title>Report {n} of the day</title><link href='/{n}'/>"
        f"<updated>2026-04-10T11:00:00Z</updated><summary>{TEXT} {n}</summary></entry>"
        for n in range(8)
    )
    polled(desk, site, f"<feed xmlns='http://www.w3.org/2005/Atom'><title>River Post</title>{entries}</feed>".encode())

    with database.read() as connection:
        assert set(connection.execute(sa.select(article.c.published_at)).scalars()) == {None}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Harbour&amp;amp;rsquo;s silo", "Harbour’s silo"),
        ("&amp;lt;&amp;lt;Dawn&amp;gt;&amp;gt; is over", "<<Dawn>> is over"),
        ("&lt;&lt;Dawn&gt;&gt; is over", "<<Dawn>> is over"),
        ("<![CDATA[<<فجر>> و <b>نهاية</b>]]>", "<<فجر>> و نهاية"),
        ("<![CDATA[Under <40 left & no fuel]]>", "Under <40 left & no fuel"),
        ("<![CDATA[<span class='x'>Silo</span>&nbsp;&#8211; hit]]>", "Silo – hit"),
    ],
)
def test_the_letters_of_a_title_survive(written: str, shown: str) -> None:
    assert parse_feed(rss(f"<title>{written}</title><link>/1</link>"), url=URL).entries[0].title == shown


@pytest.mark.parametrize(
    "doctype", ["", "<!DOCTYPE rss PUBLIC '-//X//DTD RSS 0.91//EN' 'http://x.example/d'>", "<!DOCTYPE html>"]
)
def test_html_entities_are_letters_under_any_document_type(doctype: str) -> None:
    summary = "<description>Bless&eacute;s&nbsp;: 5 &lt;b&gt;</description>"
    item = f"<title>Silo &ndash; touch&eacute;</title><link>/1</link>{summary}"
    document = rss(item, prolog=f"<?xml version='1.0'?>{doctype}")

    [entry] = parse_feed(document, url=URL).entries

    assert entry.title == "Silo – touché"
    assert entry.summary.startswith("Blessés : 5")


def test_a_body_that_was_encoded_twice_is_read_as_text() -> None:
    body = escape(escape(f"<p>{TEXT}</p><p>More in the <a href='/x'>report</a>.</p>"))

    [entry] = parse_feed(rss(f"<title>T</title><link>/1</link><description>{body}</description>"), url=URL).entries

    assert entry.summary == f"{TEXT}\nMore in the report."


def test_all_authors_are_kept_and_no_address_is_one() -> None:
    authors = (
        "<author>desk@river.example (Ana Ruiz)</author><author>Ben Oduya</author><author>mail@river.example</author>"
    )

    assert parse_feed(rss(ITEM + authors), url=URL).entries[0].author == "Ana Ruiz, Ben Oduya"


def test_a_post_without_a_title_is_an_article(desk: IngestDesk, database: Database, site: Site) -> None:
    """Those of a microblog, whose pages show nothing without a script."""
    shell = b"<html><head><title>Quay (@quay)</title></head><body><noscript>Enable JavaScript.</noscript></body></html>"
    site.routes["/@quay/1"] = Reply(shell)
    polled(desk, site, rss(f"<link>/@quay/1</link><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description>"))

    assert stored(database)["/@quay/1"] == (TEXT.split(". ")[0] + ".", TEXT, None)


def test_a_headline_alone_is_kept_as_one(desk: IngestDesk, database: Database, site: Site) -> None:
    site.routes["/f"] = Reply(b"Forbidden", 403)
    polled(desk, site, rss("<title>Alert declared in the whole of Vessel county</title><link>/f</link>"))

    assert stored(database)["/f"] == (*["Alert declared in the whole of Vessel county"] * 2, "headline")


def test_teasers_whose_pages_are_refused_are_kept_and_told(desk: IngestDesk, database: Database, site: Site) -> None:
    items = [
        f"<title>Report {n} from the bay</title><link>/t{n}</link><description>In short: {n}.</description>"
        for n in range(5)
    ]
    for n in range(5):
        site.routes[f"/t{n}"] = Reply(b"no", 403)
    polled(desk, site, rss(*items))

    assert [(text, part) for _title, text, part in stored(database).values()] == [
        (f"In short: {n}.", "teaser") for n in range(5)
    ]
    assert [(event.kind, event.details["count"]) for event in desk.events.untold()] == [("partial", 5)]


def test_entries_without_a_link_or_with_an_attachment_only_are_kept(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    polled(
        desk,
        site,
        rss(
            f"<title>Notice one</title><guid isPermaLink='false'>n1</guid><description>{TEXT} One.</description>",
            f"<title>Notice two</title><guid isPermaLink='false'>n2</guid><description>{TEXT} Two.</description>",
            f"<title>Notice three</title>{ATTACHED}<description>{TEXT}</description>",
        ),
    )

    kept = stored(database)
    assert sorted(title for title, _text, _part in kept.values()) == ["Notice one", "Notice three", "Notice two"]
    assert "/three.pdf" in kept


PAGE = (
    "<html lang='en'><head><title>{0}</title><link rel='canonical' href='{1}'></head>"
    "<body><article><h1>{0}</h1>{2}</article></body></html>"
)
NAMES = ("Silo hit in Vessel Bay", "Bridge closed at Orrin", "Talks begin in Cale")


def page_of(title: str, canonical: str) -> Reply:
    prose = "".join(
        f"<p>{title}: so said the officer on duty, who gave the number {n} and no more of it to us.</p>"
        for n in range(5)
    )
    return Reply(PAGE.format(title, canonical, prose).encode(), headers={"Content-Type": "text/html; charset=utf-8"})


@pytest.mark.parametrize(
    ("links", "canonical"),
    [
        (("/story.php?id=1", "/story.php?id=2", "/story.php?id=3"), "/story.php"),
        (("/news/a", "/news/b", "/news/c"), "/news/all"),
        (("/s?ref=81", "/s?ref=82", "/s?ref=83"), ""),
        (("/s?src=81&utm_source=x", "/s?src=82&utm_source=x", "/s?src=83&utm_source=x"), "/s"),
    ],
)
def test_entries_with_pages_of_their_own_are_as_many_articles(
    desk: IngestDesk, database: Database, site: Site, links: tuple[str, ...], canonical: str
) -> None:
    for link, name in zip(links, NAMES, strict=True):
        site.routes[link] = page_of(name, canonical)
    polled(
        desk,
        site,
        rss(*(f"<title>{name}</title><link>{escape(link)}</link>" for link, name in zip(links, NAMES, strict=True))),
    )

    kept = stored(database)
    assert sorted(title for title, _text, _part in kept.values()) == sorted(NAMES)
    assert all(text.startswith(title) for title, text, _part in kept.values())


@pytest.mark.parametrize(
    "links",
    [
        ("/map", "/map", "/map"),
        ("/#!/news/1", "/#!/news/2", "/#!/news/3"),
        ("/app#/story/1", "/app#/story/2", "/app#/story/3"),
        ("/live#post-7", "/live#post-8", "/live#post-9"),
    ],
)
def test_entries_that_share_a_page_are_articles_in_their_own_words(
    desk: IngestDesk, database: Database, site: Site, links: tuple[str, ...]
) -> None:
    site.routes["/"] = site.routes["/map"] = site.routes["/app"] = site.routes["/live"] = page_of("Map of the war", "")
    items = [
        f"<title>{name}</title><link>{link}</link><guid isPermaLink='false'>{name}</guid>"
        f"<description>{TEXT} {name}.</description>"
        for link, name in zip(links, NAMES, strict=True)
    ]
    polled(desk, site, rss(*items))

    kept = stored(database)
    assert sorted(kept.values()) == sorted((name, f"{TEXT} {name}.", None) for name in NAMES)
    desk.poll(now=NOW + timedelta(hours=1))
    assert stored(database) == kept


def test_the_newest_post_of_a_live_blog_is_not_overwritten_by_the_oldest(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    items = [
        f"<title>War: live</title><link>/live</link><guid isPermaLink='false'>p{n}</guid>"
        f"<pubDate>Fri, 10 Apr 2026 0{n}:00:00 GMT</pubDate><description>{TEXT} Hour {n}.</description>"
        for n in (9, 8, 7)
    ]
    polled(desk, site, rss(*items))

    with database.read() as connection:
        dated = connection.execute(sa.select(article.c.published_at, revision.c.text).join(revision)).all()
    assert sorted((row.published_at.hour, row.text[-7:]) for row in dated) == [(n, f"Hour {n}.") for n in (7, 8, 9)]


RELIEFWEB = {
    "data": [
        {
            "id": "41",
            "fields": {
                "title": "Situation report 7",
                "body-html": f"<p>{TEXT}</p>",
                "url": "https://relief.example/report/41",
                "date": {"created": "2026-04-09T10:00:00+02:00", "original": "2026-04-08T00:00:00+00:00"},
                "source": [{"name": "Bay Relief"}, {"name": "Harbour Aid"}],
                "language": [{"name": "English", "code": "en"}],
            },
        }
    ]
}
GDELT = {
    "articles": [
        {"url": "https://a.example/1", "title": "Silo hit", "seendate": "20260408T101500Z", "domain": "a.example"}
    ]
}


def test_lists_in_json_are_read() -> None:
    [report] = parse_feed(json.dumps(RELIEFWEB).encode(), url=URL).entries
    [item] = parse_feed(json.dumps(GDELT).encode("utf-16"), url=URL).entries

    assert (report.url, report.title, report.content) == (
        "https://relief.example/report/41",
        "Situation report 7",
        TEXT,
    )
    assert (report.published_at, report.language) == (datetime(2026, 4, 8, tzinfo=UTC), "en")
    assert report.origin_name == "Bay Relief, Harbour Aid"
    assert (item.url, item.published_at) == ("https://a.example/1", datetime(2026, 4, 8, 10, 15, tzinfo=UTC))
    for other in (b'{"data": [{"id": 1}]}', b"[1, 2]", b'{"items": "no"}'):
        with pytest.raises(NotAFeed):
            parse_feed(other, url=URL)


ROW = (
    "<tr><td>Situation report {0} on the Vessel Bay emergency</td><td>{0} April</td>"
    "<td><a href='/documents/details/10{0}20{0}'>Open</a></td></tr>"
)
CARD = (
    "<li><div><h4>Flash update number {0} from Vessel Bay</h4></div>"
    "<div><a href='/files/update-{0}.pdf'>Download</a></div></li>"
)


@pytest.mark.parametrize("item", [ROW, CARD])
def test_a_list_of_documents_is_a_source(desk: IngestDesk, site: Site, item: str) -> None:
    items = "".join(item.format(n) for n in (1, 2, 3, 4))
    wrapped = f"<table>{items}</table>" if item is ROW else f"<ul>{items}</ul>"
    site.routes["/search"] = Reply(f"<html><title>Documents</title><body><main>{wrapped}</main></body></html>".encode())

    found = desk.inspect(f"{site.url}/search", now=NOW)

    assert (found.kind, found.count) == ("section", 4)
    assert found.entries[0].title in (
        "Situation report 1 on the Vessel Bay emergency",
        "Flash update number 1 from Vessel Bay",
    )
