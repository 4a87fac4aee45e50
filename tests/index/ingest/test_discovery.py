"""What an admin is shown of an address, and each kind of source from preview to article."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from index.errors import FetchError, InputError
from index.ingest.desk import IngestDesk
from index.ingest.discovery import Offer, typed
from index.ingest.entries import NotAFeed
from index.ingest.opml import read_opml
from index.store.database import Database
from index.store.schema import article
from tests.index.ingest.conftest import NOW
from tests.index.ingest.newsroom import START, Item, Newsroom
from tests.servers.site import Reply, Site

CHANNEL = """<html><head><title>Telegram: Contact @ledger</title><meta property="og:title" content="The Ledger">
</head><body><div class="tgme_channel_info"></div>{0}</body></html>"""
POST = """<div class="tgme_widget_message js-widget_message" data-post="ledger/{0}">
<div class="tgme_widget_message_text js-message_text">Rockets hit base {0} at dawn. <b>Nine</b> people were
hurt.<br/>More follows.</div>
<a class="tgme_widget_message_date"><time datetime="2026-04-10T0{0}:00:00+00:00">0{0}:00</time></a></div>"""


def urls(database: Database) -> set[str]:
    with database.read() as connection:
        return set(connection.execute(sa.select(article.c.url)).scalars())


def test_a_feed_is_previewed_with_its_newest_entries_and_rhythm(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, *(Item(n, published=START + timedelta(hours=n)) for n in (1, 3, 2, 0)))

    found = desk.inspect(newsroom.feed_url, now=NOW)

    assert (found.kind, found.name, found.count, found.full_text, found.doubt) == (
        "feed",
        "The Ledger",
        4,
        False,
        None,
    )
    assert [entry.title[-1] for entry in found.entries] == ["3", "2", "1"]
    assert found.per_day == pytest.approx(4 / (6 / 24))


def test_a_front_page_offers_its_feeds(desk: IngestDesk, site: Site) -> None:
    site.routes["/"] = Reply(
        b"<html><head><title>The Ledger</title>"
        b"<link rel='alternate' type='application/rss+xml' href='/feed' title='All news'>"
        b"<link rel='alternate' type='application/atom+xml' href='/world.atom' title='World'>"
        b"<link rel='alternate' type='application/rss+xml' href='/comments/feed'>"
        b"<link rel='alternate' hreflang='fr' href='/fr'></head><body>Hello</body></html>"
    )

    found = desk.inspect(f"{site.url}/", now=NOW)

    assert found.kind is None
    assert found.offers == (
        Offer(f"{site.url}/feed", "All news"),
        Offer(f"{site.url}/world.atom", "World"),
    )
    with pytest.raises(InputError):
        desk.add(found, now=NOW)


def test_a_feed_that_the_page_does_not_mention_is_found_at_a_usual_place(desk: IngestDesk, site: Site) -> None:
    Newsroom(site, Item(1))
    site.routes["/"] = Reply(b"<html><head><title>The Ledger</title></head><body>Hello</body></html>")

    assert desk.inspect(f"{site.url}/", now=NOW).offers == (Offer(f"{site.url}/feed", "The Ledger"),)


def test_a_section_page_without_a_feed_is_followed_by_its_links(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    items = [Item(n) for n in range(1, 10)]
    newsroom = Newsroom(site, *items)
    site.routes.pop("/feed")
    for item in items:
        site.routes[f"/world/rockets-hit-the-base-{item.number}-times.html"] = Reply(item.html())
    links = "".join(
        f"<h3><a href='/world/rockets-hit-the-base-{n}-times.html'>Rockets hit the base {n} times this week</a></h3>"
        for n in range(1, 10)
    )
    around = "<nav><a href='/about/our-long-and-proud-history'>About our long and proud history</a></nav>"
    site.routes["/world"] = Reply(
        f"<html lang='en'><head><title>World</title></head><body>{around}{links}"
        "<a href='https://elsewhere.example/some-other-long-story-2026'>A story on another site altogether</a>"
        "<a href='/tag/a-long-tag-about-the-war'>A long tag about the war in the east</a></body></html>".encode()
    )

    found = desk.inspect(f"{site.url}/world", now=NOW)
    desk.add(found, now=NOW)
    report = desk.poll(now=NOW)

    assert (found.kind, found.name, found.count, found.language) == ("section", "World", 9, "en")
    assert report.new == 9
    assert newsroom.visits("/about/our-long-and-proud-history") == 0


def test_a_public_channel_is_read_from_its_page(desk: IngestDesk, database: Database, site: Site) -> None:
    site.routes["/s/ledger"] = Reply(CHANNEL.format("".join(POST.format(n) for n in (1, 2, 3))).encode())

    found = desk.inspect(f"{site.url}/s/ledger", now=NOW)
    desk.add(found, now=NOW)
    report = desk.poll(now=NOW)

    assert (found.kind, found.name, found.full_text, found.count) == ("channel", "The Ledger", True, 3)
    newest = found.entries[0]
    assert newest.title == "Rockets hit base 3 at dawn."
    assert newest.content == "Rockets hit base 3 at dawn. Nine people were hurt.\nMore follows."
    assert newest.published_at == datetime(2026, 4, 10, 3, 0, tzinfo=UTC)
    assert report.new == 3
    assert urls(database) == {f"{site.url}/ledger/{n}" for n in (1, 2, 3)}


def test_a_news_sitemap_is_followed(desk: IngestDesk, database: Database, site: Site) -> None:
    items = [Item(1), Item(2)]
    Newsroom(site, *items)
    entries = "".join(
        f"<url><loc>{site.url}{one.path}</loc><news:news><news:publication><news:name>The Ledger</news:name>"
        f"<news:language>en</news:language></news:publication><news:title>{one.title}</news:title>"
        f"<news:publication_date>2026-04-10T0{one.number}:00:00Z</news:publication_date></news:news>"
        "<image:image><image:loc>http://a.example/x.jpg</image:loc><image:title>A picture</image:title></image:image>"
        "</url>"
        for one in items
    )
    site.routes["/news.xml"] = Reply(
        (
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
            " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
            f" xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>{entries}</urlset>"
        ).encode()
    )
    site.routes["/index.xml"] = Reply(
        f"<sitemapindex><sitemap><loc>{site.url}/old.xml</loc></sitemap>"
        f"<sitemap><loc>{site.url}/news.xml</loc></sitemap></sitemapindex>".encode()
    )

    index = desk.inspect(f"{site.url}/index.xml", now=NOW)
    found = desk.inspect(index.offers[0].url, now=NOW, kind=index.offers[0].kind)
    desk.add(found, now=NOW)

    assert (index.kind, index.offers[0]) == (None, Offer(f"{site.url}/news.xml", "news.xml", "sitemap"))
    assert (found.kind, found.count, found.language, found.entries[0].title) == ("sitemap", 2, "en", items[1].title)
    assert desk.poll(now=NOW).new == 2


def test_a_single_article_is_followed_for_its_changes(desk: IngestDesk, database: Database, site: Site) -> None:
    item = Item(1)
    Newsroom(site, item)

    found = desk.inspect(f"{site.url}{item.path}", now=NOW)
    desk.add(found, now=NOW)
    first = desk.poll(now=NOW)
    item.text = item.text.replace("nine", "twelve")
    second = desk.poll(now=NOW + timedelta(hours=7))

    assert (found.kind, found.name) == ("article", item.title)
    assert (first.new, second.new, second.revised) == (1, 0, 1)
    assert found.offers[0].url == f"{site.url}/feed"


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(b"no", 404), "not_found"),
        (Reply(b"no", 403), "forbidden"),
        (Reply(b"no", 500), "http_error"),
        (Reply(b"%PDF-1.7 ..."), "wrong_type"),
        (Reply(b"\x89PNG\r\n"), "wrong_type"),
        (Reply(b"\x00\x00\x00\x18ftypmp42"), "wrong_type"),
        (Reply(b"<html><body><p>Nothing to see.</p></body></html>"), "nothing_found"),
        (Reply(b""), "nothing_found"),
    ],
)
def test_what_can_not_be_a_source_is_one_plain_sentence(desk: IngestDesk, site: Site, reply: Reply, code: str) -> None:
    site.routes["/x"] = reply

    with pytest.raises(FetchError) as caught:
        desk.inspect(f"{site.url}/x", now=NOW)

    assert caught.value.code == code
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_page_taken_for_a_feed_is_named_as_what_it_is(desk: IngestDesk, site: Site) -> None:
    site.routes["/x"] = Reply(b"<html><body><p>Nothing to see.</p></body></html>")

    with pytest.raises(NotAFeed, match="That address is a web page, not a feed"):
        desk.inspect(f"{site.url}/x", now=NOW, kind="feed")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bbc.example/news", "https://bbc.example/news"),
        ("@ledger", "https://t.me/s/ledger"),
        ("t.me/ledger", "https://t.me/s/ledger"),
        ("https://t.me/s/ledger?before=3", "https://t.me/s/ledger"),
        ("http://a.example/", "http://a.example/"),
        ("localhost:8080/feed", "https://localhost:8080/feed"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_what_a_person_types_is_understood(text: str, meant: str) -> None:
    assert typed(text) == meant


@pytest.mark.parametrize("text", ["", "hello", "two words", "@ab"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="That is not a web address"):
        typed(text)


def test_a_source_is_added_once_and_found_by_what_a_person_calls_it(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    found = desk.inspect(newsroom.feed_url, now=NOW)
    source = desk.add(found, now=NOW, name="The Daily Ledger")

    with pytest.raises(InputError, match="there already"):
        desk.add(found, now=NOW)
    for text in (str(source.id), "the daily ledger", "ledger", newsroom.feed_url):
        assert desk.sources.find(text).id == source.id
    with pytest.raises(InputError):
        desk.sources.find("nothing of the kind")
    desk.sources.add("http://other.example/", name="Other Ledger", now=NOW)
    with pytest.raises(InputError, match="Give the number"):
        desk.sources.find("ledger")
    assert desk.sources.remove(source.id)
    assert not desk.sources.remove(source.id)


def test_opml_goes_out_and_comes_back(desk: IngestDesk) -> None:
    desk.sources.add("https://a.example/feed?x=1&y=2", name="A <&> Ä", now=NOW)
    desk.sources.add("https://t.me/s/ledger", name="Ledger", kind="channel", now=NOW)
    written = desk.export_opml()

    again = desk.import_opml(written, now=NOW)
    for source in desk.sources.list():
        desk.sources.remove(source.id)
    fresh = desk.import_opml(written, now=NOW)

    assert (again.added, again.known) == ((), 2)
    assert {(one.url, one.name, one.kind) for one in fresh.added} == {
        ("https://a.example/feed?x=1&y=2", "A <&> Ä", "feed"),
        ("https://t.me/s/ledger", "Ledger", "channel"),
    }


def test_a_long_list_is_added_at_once_read_bit_by_bit_and_politely(desk: IngestDesk, site: Site) -> None:
    """Sixty feeds of one host: never two requests at once. A source that is added meanwhile need not wait."""
    outlines = "".join(f'<outline xmlUrl="{site.url}/{n}"/>' for n in range(60))
    document = f'<opml version="2.0"><body>{outlines}</body></opml>'.encode()

    imported = desk.import_opml(document, now=NOW)
    own = desk.sources.add(f"{site.url}/own", name="Own", now=NOW)
    due = [one for one in desk.sources.list() if one.due_at <= own.due_at]
    assert (len(imported.added), imported.known, len(due)) == (60, 0, 2)
    desk.poll(now=NOW + timedelta(minutes=1), only_due=True)

    assert len([path for path in site.paths() if path != "/robots.txt"]) == 61
    assert site.busiest == 1


def test_no_more_sources_are_added_than_anyone_reads(desk: IngestDesk) -> None:
    def document(first: int, count: int) -> bytes:
        outlines = "".join(f'<outline xmlUrl="https://n{n}.example/rss"/>' for n in range(first, first + count))
        return f'<opml version="2.0"><body>{outlines}</body></opml>'.encode()

    desk.import_opml(document(0, 4990), now=NOW)
    with pytest.raises(InputError, match="5000 sources at most"):
        desk.import_opml(document(4985, 20), now=NOW)
    assert len(desk.import_opml(document(4985, 15), now=NOW + timedelta(hours=1)).added) == 10

    assert len(desk.sources.list()) == 5000
    with pytest.raises(InputError, match="5000 sources at most"):
        desk.sources.add("https://one.example/more", name="x", now=NOW)


def test_opml_of_others_is_read_and_bombs_are_refused() -> None:
    nested = (
        b"<opml version='1.0'><body><outline text='News'><outline text='A' xmlUrl='http://a.example/f'/>"
        b"<outline title='A again' xmlURL='http://a.example/f'/><outline xmlUrl='javascript:alert(1)'/>"
        b"</outline></body></opml>"
    )
    assert [(one.url, one.name) for one in read_opml(nested)] == [("http://a.example/f", "A")]
    many = "".join(f"<outline xmlUrl='http://a.example/{n}'/>" for n in range(5001))
    with pytest.raises(InputError, match="more than 5000"):
        read_opml(f"<opml><body>{many}</body></opml>".encode())
    bomb = b"<?xml version='1.0'?><!DOCTYPE o [<!ENTITY a 'x'>]><opml><body><outline text='&a;'/></body></opml>"
    for document in (b"", b"<html/>", b"not xml", bomb):
        with pytest.raises(InputError, match="not an OPML file"):
            read_opml(document)


def test_a_publishers_profile_is_what_admins_wrote_and_nothing_else(desk: IngestDesk) -> None:
    assert desk.publishers.get("The Ledger").leaning is None

    desk.publishers.describe("The Ledger", "leaning", "pro-government", by="7", now=NOW)
    desk.publishers.describe("The Ledger", "state_run", "yes", by="8", now=NOW)
    profile = desk.publishers.describe("The Ledger", "leaning", "unknown", by="8", now=NOW)

    assert (profile.leaning, profile.state_run, profile.changed_by) == (None, True, "8")
    assert [one.name for one in desk.publishers.list()] == ["The Ledger"]
    for field, value in (("mood", "good"), ("state_run", "perhaps")):
        with pytest.raises(InputError):
            desk.publishers.describe("The Ledger", field, value, by="7", now=NOW)
