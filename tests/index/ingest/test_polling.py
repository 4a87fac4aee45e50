"""Polling a real server on loopback: what is fetched, what is saved, how a source fares. On both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from index.ingest.desk import IngestDesk
from index.store.database import Database
from index.store.leases import new_owner
from index.store.schema import article, article_source, revision
from index.store.sources import Source
from tests.index.ingest.conftest import NOW, make_desk
from tests.index.ingest.newsroom import Item, Newsroom
from tests.servers.site import Reply, Request, Site

HOUR = timedelta(hours=1)


def added(desk: IngestDesk, newsroom: Newsroom) -> Source:
    return desk.sources.add(newsroom.feed_url, name="The Ledger", now=NOW)


def again(desk: IngestDesk, source: Source) -> Source:
    found = desk.sources.get(source.id)
    assert found is not None
    return found


def texts(database: Database) -> dict[str, str]:
    """The newest text of each live article, by title."""
    newest = (
        sa.select(revision.c.title, revision.c.text)
        .join(article, article.c.id == revision.c.article_id)
        .where(article.c.state == "live")
        .order_by(revision.c.number)
    )
    with database.read() as connection:
        return {row.title: row.text for row in connection.execute(newest)}


def count(database: Database, table: sa.Table) -> int:
    with database.read() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def events(desk: IngestDesk) -> list[str]:
    return [event.kind for event in desk.events.untold()]


def test_new_entries_become_articles_with_their_pages_text(desk: IngestDesk, database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(1), Item(2))
    source = added(desk, newsroom)

    report = desk.poll(now=NOW)

    assert (report.polled, report.new, report.errors) == (1, 2, ())
    assert texts(database) == {item.title: item.text for item in newsroom.items}
    polled = again(desk, source)
    assert (polled.failures, polled.last_success_at, polled.language) == (0, NOW, "en")


def test_nothing_new_is_asked_for_politely_and_fetched_once(desk: IngestDesk, database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)

    report = desk.poll(now=NOW + HOUR)

    assert (report.unchanged, report.new) == (1, 0)
    assert site.requests[-1].headers["if-none-match"]
    assert newsroom.visits("/news/1") == 1
    assert count(database, revision) == 1


def test_a_source_is_asked_in_full_once_a_day_whatever_it_says(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.conditional = False
    site.routes["/feed"] = lambda request: Reply(
        b"" if "if-none-match" in request.headers else newsroom.rss(request),
        304 if "if-none-match" in request.headers else 200,
    )
    newsroom.items.insert(0, Item(2))
    site.routes["/news/2"] = Reply(Item(2).html())

    assert desk.poll(now=NOW + HOUR).new == 0
    assert desk.poll(now=NOW + 25 * HOUR).new == 1


def test_only_due_sources_are_polled(desk: IngestDesk, site: Site) -> None:
    source = added(desk, Newsroom(site, Item(1)))
    desk.poll(now=NOW)
    due_at = again(desk, source).due_at

    assert desk.poll(now=due_at - timedelta(seconds=1), only_due=True).polled == 0
    assert desk.poll(now=due_at, only_due=True).polled == 1
    desk.sources.pause(source.id)
    assert desk.poll(now=due_at + 48 * HOUR).polled == 0
    desk.sources.resume(source.id, now=due_at + 48 * HOUR)
    assert desk.poll(now=due_at + 48 * HOUR, only_due=True).polled == 1


def test_a_changed_entry_becomes_a_revision(desk: IngestDesk, database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.items[0].text = newsroom.items[0].text.replace("nine", "twelve")
    newsroom.items[0].summary += " Corrected."

    report = desk.poll(now=NOW + HOUR)

    assert (report.new, report.revised) == (0, 1)
    assert "twelve people" in texts(database)["Rockets hit base number 1"]
    assert count(database, revision) == 2


def test_guids_that_change_with_every_poll_are_the_same_articles(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    newsroom = Newsroom(site, *(Item(n) for n in range(20)))
    added(desk, newsroom)
    desk.poll(now=NOW)
    visited = len(site.requests)
    for item in newsroom.items:
        item.guid = f"other-{item.number}"

    report = desk.poll(now=NOW + HOUR)

    assert (report.new, report.revised) == (0, 0)
    assert count(database, article) == 20
    assert len(site.requests) == visited + 1


def test_one_article_in_two_feeds_is_one_article_of_two_sources(database: Database, site: Site) -> None:
    desk = make_desk(database)
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    site.routes["/world"] = lambda request: Reply(
        newsroom.rss(request).replace(b"/news/1<", b"/news/1?utm_source=rss<")
    )
    site.routes["/news/1?utm_source=rss"] = Reply(newsroom.items[0].html())
    desk.sources.add(f"{site.url}/world", name="The Ledger", now=NOW)

    desk.poll(now=NOW)

    assert count(database, article) == 1
    assert count(database, article_source) == 2


def test_a_repost_under_another_address_is_the_same_article(desk: IngestDesk, database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.publish(Item(2, title=newsroom.items[0].title, text=newsroom.items[0].text))

    report = desk.poll(now=NOW + HOUR)

    assert (report.new, report.revised) == (0, 0)
    assert count(database, article) == 1


@pytest.mark.parametrize(
    "page",
    [
        b"<html><head><title>Just a moment...</title></head><body><p>Checking your browser first.</p></body></html>",
        b"<html><head><title>404 Not Found</title></head><body><p>The page could not be found.</p></body></html>",
        b"<html><head><title>T</title></head><body><article><p>We use cookies and ask for your consent to them."
        b" Our partners use cookies for personalised ads.</p></article></body></html>",
        b"<html><head><title>T</title></head><body><article><p>Rockets hit the base.</p>"
        b"<p>Subscribe to continue reading this article. Already a subscriber? Log in.</p></article></body></html>",
        b"<html><head><title>T</title></head><body><p>Please enable JavaScript to see this page.</p></body></html>",
        b"%PDF-1.4 something",
        b"",
    ],
)
def test_a_page_that_is_no_article_leaves_the_sources_own_words(
    desk: IngestDesk, database: Database, site: Site, page: bytes
) -> None:
    item = Item(1, page=page)
    added(desk, Newsroom(site, item))

    desk.poll(now=NOW)

    assert texts(database) == {item.title: item.summary}


SORRY = "<html><head><title>Das Blatt</title></head><body><article><h1>Hoppla</h1>{0}</article></body></html>"
SORRY_TEXT = (
    "<p>Diese Seite haben wir leider nicht mehr, auch in unserem Archiv steht sie nicht.</p>"
    "<p>Vielleicht hilft Ihnen unsere Suche weiter, oder Sie gehen zur Startseite zurück.</p>"
)


def test_an_error_page_that_calls_itself_none_is_not_indexed(desk: IngestDesk, database: Database, site: Site) -> None:
    """In a language that nobody wrote rules for: it has no word of what its entry announces."""
    newsroom = Newsroom(site, Item(1), Item(2, page=SORRY.format(SORRY_TEXT).encode(), summary=""))
    newsroom.publish(Item(3, page=SORRY.format(SORRY_TEXT).encode()))
    added(desk, newsroom)

    desk.poll(now=NOW)

    stored = texts(database)
    assert stored["Rockets hit base number 3"] == newsroom.items[0].summary
    assert stored["Rockets hit base number 2"] == "Rockets hit base number 2"


def test_pages_that_all_say_the_same_are_no_articles(desk: IngestDesk, database: Database, site: Site) -> None:
    """Each repeats its entry's title, and is otherwise like the others: the same words on every page of the site."""
    pages = [SORRY.format(f"<p>Rockets hit base number {n}</p>{SORRY_TEXT}").encode() for n in range(3)]
    newsroom = Newsroom(site, *(Item(n, page=pages[n], summary="") for n in range(3)))
    added(desk, newsroom)
    newsroom.publish(Item(7))

    desk.poll(now=NOW)

    stored = texts(database)
    assert stored.pop("Rockets hit base number 7").startswith("Paragraph 0")
    assert all(text == title for title, text in stored.items())


def test_an_article_that_is_read_again_is_no_repeat_of_itself(desk: IngestDesk, database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(1, text="Nine people were wounded at the base, officials told us on Sunday night."))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.items[0].summary += " Updated."
    newsroom.items[0].text += "\nTwo more died of their wounds in the hospital of the town, its doctors said."

    assert desk.poll(now=NOW + HOUR).revised == 1


def test_a_page_that_fails_for_the_moment_is_tried_again(desk: IngestDesk, database: Database, site: Site) -> None:
    item = Item(1, status=503)
    newsroom = Newsroom(site, item)
    added(desk, newsroom)
    assert desk.poll(now=NOW).new == 0

    item.status = 200
    report = desk.poll(now=NOW + HOUR)

    assert report.new == 1
    assert texts(database) == {item.title: item.text}


def test_a_page_that_keeps_failing_leaves_the_sources_own_words(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    item = Item(1, status=500)
    added(desk, Newsroom(site, item))

    for hours in range(5):
        desk.poll(now=NOW + hours * HOUR)

    assert texts(database) == {item.title: item.summary}
    assert site.paths().count(item.path) == 3


@pytest.mark.parametrize("status", [404, 410])
def test_an_article_taken_down_from_amid_the_others_is_withdrawn(
    desk: IngestDesk, database: Database, site: Site, status: int
) -> None:
    newsroom = Newsroom(site, Item(3), Item(2), Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    retracted = newsroom.items.pop(1)
    retracted.status = status

    report = desk.poll(now=NOW + HOUR)

    assert report.withdrawn == 1
    assert set(texts(database)) == {"Rockets hit base number 1", "Rockets hit base number 3"}


def test_an_article_known_by_another_address_is_withdrawn_too(desk: IngestDesk, database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(3), Item(2), Item(1))
    retracted = newsroom.items[1]
    own = f"<link rel='canonical' href='{site.url}/world/story-two'></head>"
    retracted.page = retracted.html().replace(b"</head>", own.encode())
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.items.remove(retracted)
    retracted.status = 410

    assert desk.poll(now=NOW + HOUR).withdrawn == 1
    assert retracted.title not in texts(database)


def test_a_page_that_is_edited_without_a_word_in_the_feed_is_looked_at_again(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    newsroom = Newsroom(site, Item(1), Item(2))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.items[0].text = newsroom.items[0].text.replace("nine", "twelve")

    soon, later = desk.poll(now=NOW + HOUR), desk.poll(now=NOW + 3 * HOUR)

    assert (soon.revised, later.revised) == (0, 1)
    assert "twelve people" in texts(database)["Rockets hit base number 1"]
    for hours in range(4, 72):
        desk.poll(now=NOW + hours * HOUR)
    # Read once, and looked at three times in the first day.
    assert [newsroom.visits(f"/news/{n}") for n in (1, 2)] == [4, 4]


def test_a_page_that_is_taken_down_while_the_feed_lists_it_is_withdrawn(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    newsroom = Newsroom(site, Item(1), Item(2), Item(3))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.items[0].status, newsroom.items[1].status = 410, 404

    report = desk.poll(now=NOW + 3 * HOUR)

    # That it can not be found may be a mistake of a moment.
    assert report.withdrawn == 1
    assert set(texts(database)) == {"Rockets hit base number 2", "Rockets hit base number 3"}
    assert events(desk) == ["withdrawn"]


def test_an_error_page_in_an_articles_place_is_no_revision_of_it(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.items[0].page = SORRY.format(SORRY_TEXT).encode()

    assert desk.poll(now=NOW + 3 * HOUR).revised == 0
    assert count(database, revision) == 1


def test_a_second_look_is_asked_for_politely(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    site.routes["/news/1"] = lambda request: Reply(b"", 304 if "if-modified-since" in request.headers else 500)

    assert desk.poll(now=NOW + 3 * HOUR).errors == ()
    assert site.requests[-1].headers["if-modified-since"] == "Fri, 10 Apr 2026 11:50:00 GMT"


def test_a_source_can_not_put_words_into_another_sites_mouth(database: Database, site: Site) -> None:
    desk = make_desk(database)
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    address = f"{site.url}{newsroom.items[0].path}"
    false = "<p>The general admitted that he had ordered it.</p>" * 60
    with Site() as liar:
        item = f"<title>Admission</title><link>{address}</link><description><![CDATA[{false}]]></description>"
        feed = f"<rss version='2.0'><channel><title>Liar</title><item>{item}</item></channel></rss>"
        liar.routes["/feed"] = Reply(feed.encode())
        desk.sources.add(f"http://liar.test:{liar.port}/feed", name="Liar", now=NOW)
        desk.poll(now=NOW + HOUR)
        newsroom.items[0].status = 404
        liar.routes["/feed"] = Reply(feed.replace("Admission", "Admission!").encode())
        desk.poll(now=NOW + 2 * HOUR)

    assert texts(database) == {newsroom.items[0].title: newsroom.items[0].text}


def test_an_article_that_merely_leaves_the_feed_stays(desk: IngestDesk, database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(2), Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.items.pop()
    newsroom.publish(Item(3))

    desk.poll(now=NOW + HOUR)

    assert len(texts(database)) == 3
    assert newsroom.visits("/news/1") == 1


def test_an_article_that_returns_to_the_feed_under_another_key_is_the_same(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    newsroom = Newsroom(site, Item(2), Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    gone = newsroom.items.pop()
    newsroom.publish(Item(3))
    desk.poll(now=NOW + HOUR)
    gone.guid = "other-1"
    newsroom.items.append(gone)

    report = desk.poll(now=NOW + 2 * HOUR)

    assert (report.new, report.revised) == (0, 0)
    assert count(database, article) == 3


def test_a_known_source_whose_whole_feed_is_new_is_read_to_the_bottom(database: Database, site: Site) -> None:
    desk = make_desk(database, pages_per_poll=10, backlog=5)
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.items[:] = []
    desk.poll(now=NOW + HOUR)
    newsroom.items[:] = [Item(n) for n in range(9, 1, -1)]

    assert desk.poll(now=NOW + 2 * HOUR).new == 8


def test_robots_txt_is_read_once_a_day_and_honoured(desk: IngestDesk, database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    site.routes["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /news/\n")
    added(desk, newsroom)

    desk.poll(now=NOW)
    desk.poll(now=NOW + HOUR)

    assert texts(database) == {newsroom.items[0].title: newsroom.items[0].summary}
    assert newsroom.visits("/news/1") == 0
    assert newsroom.visits("/robots.txt") == 1


def test_a_site_that_wants_time_between_requests_gets_it(database: Database, site: Site) -> None:
    waits: list[float] = []
    desk = make_desk(database, wait=waits.append)
    newsroom = Newsroom(site, *(Item(n) for n in range(9)))
    site.routes["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 10\n")
    added(desk, newsroom)

    report = desk.poll(now=NOW)

    assert (report.new, report.deferred) == (6, 3)
    assert waits == [10.0] * 5


def test_a_source_that_robots_txt_forbids_is_left_alone(desk: IngestDesk, site: Site) -> None:
    site.routes["/robots.txt"] = Reply(b"User-agent: sitrep\nDisallow: /\n")
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)

    report = desk.poll(now=NOW)

    assert report.errors == (("The Ledger", "The site's robots.txt asks us not to read that."),)
    assert newsroom.visits("/feed") == 0


@pytest.mark.parametrize(
    ("header", "least_s", "most_s"),
    [("120", 120, 120), ("Fri, 10 Apr 2026 14:00:00 GMT", 7200, 7200), ("-5", 60, 60), ("315360000", 86400, 86400)],
)
def test_retry_after_is_honoured_up_to_a_day(
    desk: IngestDesk, site: Site, header: str, least_s: int, most_s: int
) -> None:
    newsroom = Newsroom(site)
    newsroom.status, newsroom.headers = 429, {"Retry-After": header}
    source = added(desk, newsroom)

    desk.poll(now=NOW)

    wait_s = (again(desk, source).due_at - NOW).total_seconds()
    assert least_s <= wait_s <= max(most_s, 60)


def test_admins_hear_once_of_a_source_that_fails_and_once_that_it_works(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    source = added(desk, newsroom)
    newsroom.status = 500
    waits = []

    now = NOW
    for _ in range(6):
        desk.poll(now=now)
        waits.append((again(desk, source).due_at - now).total_seconds())
        now = again(desk, source).due_at

    assert events(desk) == ["died"]
    assert again(desk, source).last_error == "The site answered with error 500."
    assert waits[-1] > 4 * waits[0]
    newsroom.status = 200
    desk.poll(now=now)
    desk.poll(now=now + HOUR)
    assert events(desk) == ["died", "recovered"]
    assert again(desk, source).last_error is None
    told = [event.id for event in desk.events.untold()]
    desk.events.mark_told(told, now=now)
    assert events(desk) == []


def test_a_source_that_is_gone_is_retired(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    source = added(desk, newsroom)
    newsroom.status = 410

    desk.poll(now=NOW)

    assert again(desk, source).state == "gone"
    assert events(desk) == ["gone"]
    assert desk.poll(now=NOW + 48 * HOUR).polled == 0


def test_a_move_within_the_site_is_followed_and_one_elsewhere_proposed(database: Database, site: Site) -> None:
    with Site() as other:
        desk = make_desk(database)
        newsroom = Newsroom(site, Item(1))
        source = added(desk, newsroom)
        site.routes["/rss.xml"] = site.routes["/feed"]
        site.routes["/feed"] = Reply(status=301, headers={"Location": "/rss.xml"})
        desk.poll(now=NOW)
        assert again(desk, source).url == f"{site.url}/rss.xml"

        elsewhere = Newsroom(other, Item(2))
        site.routes["/rss.xml"] = Reply(status=308, headers={"Location": elsewhere.feed_url})
        desk.poll(now=NOW + HOUR)
        desk.poll(now=NOW + 2 * HOUR)

        assert again(desk, source).url == f"{site.url}/rss.xml"
        assert again(desk, source).moved_to == elsewhere.feed_url
        assert events(desk) == ["moved"]


def test_a_temporary_redirect_changes_nothing(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    source = added(desk, newsroom)
    site.routes["/today"] = site.routes["/feed"]
    site.routes["/feed"] = Reply(status=302, headers={"Location": "/today"})

    report = desk.poll(now=NOW)

    assert report.new == 1
    assert (again(desk, source).url, again(desk, source).moved_to) == (newsroom.feed_url, None)


def test_a_source_that_falls_silent_is_reported_once_and_its_return_once(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, *(Item(n, published=NOW - n * HOUR) for n in range(20, 0, -1)))
    added(desk, newsroom)

    for days in range(8):
        desk.poll(now=NOW + timedelta(days=days))
    assert events(desk) == ["quiet"]

    newsroom.publish(Item(50, published=NOW + timedelta(days=8)))
    desk.poll(now=NOW + timedelta(days=8, hours=1))
    assert events(desk) == ["quiet", "returned"]


RUSSIAN = "\n".join(
    f"В отчёте {{0}}, абзац {n}, сказано, что на базе ранены девять человек, сообщили нам официальные лица."
    for n in range(6)
)


@pytest.mark.parametrize("tag", ["ru", "en"])
def test_a_change_of_language_is_reported_once_whatever_the_tag_says(desk: IngestDesk, site: Site, tag: str) -> None:
    newsroom = Newsroom(site, *(Item(n) for n in range(3)))
    source = added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.publish(*(Item(n, language=tag, text=RUSSIAN.format(n)) for n in range(10, 14)))

    desk.poll(now=NOW + HOUR)
    newsroom.publish(*(Item(n, language=tag, text=RUSSIAN.format(n)) for n in range(20, 24)))
    desk.poll(now=NOW + 2 * HOUR)

    assert events(desk) == ["language"]
    assert again(desk, source).language == "ru"


def test_a_tag_that_changes_while_the_words_do_not_is_no_change_of_language(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, *(Item(n) for n in range(3)))
    source = added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.publish(*(Item(n, language="ru") for n in range(10, 14)))

    desk.poll(now=NOW + HOUR)

    assert events(desk) == []
    assert again(desk, source).language == "en"


def test_a_sudden_flood_of_entries_is_told_once_while_it_is_read_off(database: Database, site: Site) -> None:
    desk = make_desk(database, pages_per_poll=10)
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    desk.poll(now=NOW)
    newsroom.publish(*(Item(n, page=b"<html><body><p>Not found</p></body></html>") for n in range(2, 252)))

    reports = [desk.poll(now=NOW + n * HOUR) for n in range(1, 4)]

    assert [report.deferred for report in reports] == [240, 230, 220]
    assert events(desk) == ["flood", "partial"]


@pytest.mark.parametrize("quota", [{"articles_a_day": 3}, {"characters_a_day": 1500}])
def test_a_source_brings_no_more_than_its_quota_a_day_and_admins_hear_of_it_once(
    database: Database, site: Site, quota: dict[str, int]
) -> None:
    desk = make_desk(database, **quota)
    newsroom = Newsroom(site, *(Item(n) for n in range(10)))
    added(desk, newsroom)

    for hours in range(4):
        desk.poll(now=NOW + hours * HOUR)
    today = count(database, article)
    desk.poll(now=NOW + 25 * HOUR)

    assert today == 3
    assert count(database, article) == 6
    assert events(desk).count("quota") <= 2


def test_one_poll_keeps_so_many_characters_and_the_next_goes_on(database: Database, site: Site) -> None:
    desk = make_desk(database, characters_per_poll=1000)
    newsroom = Newsroom(site, *(Item(n) for n in range(4)))
    added(desk, newsroom)

    reports = [desk.poll(now=NOW + n * HOUR) for n in range(2)]

    assert [report.new for report in reports] == [2, 2]
    assert "quota" not in events(desk)


def test_a_badly_made_feed_is_read_and_told_of_once(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    source = added(desk, newsroom)
    whole = site.routes["/feed"]

    def broken(request: Request) -> Reply:
        return Reply(newsroom.rss(request).replace(b"<channel>", b"<channel><oops:x>"))

    site.routes["/feed"] = broken

    reports = [desk.poll(now=NOW + n * HOUR) for n in range(3)]
    assert (reports[0].new, again(desk, source).degraded) == (1, True)
    site.routes["/feed"] = whole
    desk.poll(now=NOW + 25 * HOUR)
    assert not again(desk, source).degraded
    site.routes["/feed"] = broken
    desk.poll(now=NOW + 50 * HOUR)

    assert events(desk) == ["degraded"]


def test_filters_keep_and_drop_by_words(desk: IngestDesk, database: Database, site: Site) -> None:
    items = [Item(1, title="Rockets hit the base"), Item(2, title="Football results"), Item(3, title="Rockets win cup")]
    newsroom = Newsroom(site, *items)
    for item in items:
        item.summary = "x"
    source = added(desk, newsroom)
    desk.sources.change(source.id, keep_words=("rocket",), drop_words=("cup",))

    desk.poll(now=NOW)

    assert set(texts(database)) == {"Rockets hit the base"}
    assert newsroom.visits("/news/2") == 0


def test_lines_that_a_publisher_repeats_are_left_out(desk: IngestDesk, database: Database, site: Site) -> None:
    plea = "Follow us on our channel for more news of the day."
    newsroom = Newsroom(site)
    added(desk, newsroom)

    for number in range(4):
        text = f"{Item(number).text}\n{plea}"
        newsroom.publish(Item(number, text=text))
        desk.poll(now=NOW + number * HOUR)

    found = texts(database)
    assert plea in found["Rockets hit base number 0"]
    assert plea not in found["Rockets hit base number 3"]
    assert found["Rockets hit base number 3"] == Item(3).text


def test_an_article_that_changes_often_keeps_its_own_lines(desk: IngestDesk, database: Database, site: Site) -> None:
    item = Item(1)
    newsroom = Newsroom(site, item)
    added(desk, newsroom)

    for n in range(6):
        item.summary = f"Updated for the time number {n}; this is long enough to be a summary of the article, too."
        desk.poll(now=NOW + n * HOUR)

    assert texts(database) == {item.title: item.text}


def test_a_large_backlog_is_read_in_parts_and_not_to_the_bottom(database: Database, site: Site) -> None:
    desk = make_desk(database, pages_per_poll=10, backlog=25)
    newsroom = Newsroom(site, *(Item(n) for n in range(60, 0, -1)))
    added(desk, newsroom)

    reports = [desk.poll(now=NOW + n * HOUR) for n in range(4)]

    assert [(report.new, report.deferred) for report in reports] == [(10, 15), (10, 5), (5, 0), (0, 0)]
    assert "Rockets hit base number 60" in texts(database)
    assert "Rockets hit base number 35" not in texts(database)


def test_one_that_fails_does_not_stop_the_others(database: Database, site: Site) -> None:
    desk = make_desk(database, resolve=lambda host, port: ["127.0.0.1"])
    newsroom = Newsroom(site, Item(1))
    desk.sources.add(f"http://dead.test:{site.port}/none", name="Dead", now=NOW)
    desk.sources.add(f"http://page.test:{site.port}/page", name="Page", now=NOW)
    site.routes["/page"] = Reply(b"<!doctype html><html><body>no feed</body></html>")
    added(desk, newsroom)

    report = desk.poll(now=NOW)

    assert report.new == 1
    assert dict(report.errors) == {
        "Dead": "There is nothing at that address (any more).",
        "Page": "That address is a web page, not a feed.",
    }


def test_what_falls_due_during_a_pass_is_read_in_it(desk: IngestDesk, site: Site) -> None:
    newsroom = Newsroom(site, Item(1))
    added(desk, newsroom)
    soon = NOW + timedelta(minutes=5)
    desk.sources.add(f"{site.url}/later", name="Later", now=soon)
    moments = iter([NOW, NOW])

    polled = desk.poll_due(lambda: next(moments, soon), goes_on=lambda: True)
    stopped = desk.poll_due(lambda: NOW + 48 * HOUR, goes_on=lambda: False)

    assert (polled, stopped) == (2, 0)


def test_sources_of_one_site_are_polled_one_after_the_other(database: Database) -> None:
    with Site(lambda request: Reply(b"<rss version='2.0'><channel><title>x</title></channel></rss>")) as site:
        desk = make_desk(database, parallel=8, robots=False)
        for n in range(12):
            desk.sources.add(f"http://one.test:{site.port}/{n}", name=f"S{n}", now=NOW)

        report = desk.poll(now=NOW)

        assert report.polled == 12
        assert site.busiest == 1


def test_a_lease_that_was_lost_writes_nothing(desk: IngestDesk, site: Site) -> None:
    source = added(desk, Newsroom(site, Item(1)))
    first, second = new_owner("a"), new_owner("b")
    assert [one.id for one in desk.sources.lease(first, now=NOW, limit=5)] == [source.id]
    assert desk.sources.lease(second, now=NOW, limit=5) == []
    later = NOW + HOUR
    assert [one.id for one in desk.sources.lease(second, now=later, limit=5)] == [source.id]

    assert not desk.sources.finish(source.id, owner=first, values={"name": "wrong"}, now=later)
    assert desk.sources.finish(source.id, owner=second, values={"name": "right"}, now=later)

    assert again(desk, source).name == "right"


def test_dying_at_any_step_of_a_poll_loses_nothing_and_doubles_nothing(database: Database, site: Site) -> None:
    newsroom = Newsroom(site, Item(1), Item(2))
    make = lambda: make_desk(database)  # noqa: E731  # a process that starts again
    added(make(), newsroom)
    now = NOW
    for steps in range(1, 40):
        if not _poll_dying_after(database, make(), steps, now):
            break
        now += HOUR

    make().poll(now=now + HOUR)

    assert texts(database) == {item.title: item.text for item in newsroom.items}
    assert (count(database, article), count(database, revision)) == (2, 2)


class _Killed(BaseException):
    """Stands for kill -9: nothing catches it."""


def _poll_dying_after(database: Database, desk: IngestDesk, steps: int, now: datetime) -> bool:
    """Poll, dying before the transaction number `steps`; whether it died."""
    left = [steps]

    def count_down(*_args: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise _Killed

    return _dies(lambda: desk.poll(now=now), database, count_down)


def _dies(work: Callable[[], object], database: Database, hook: Callable[..., None]) -> bool:
    sa.event.listen(database.engine, "begin", hook)
    try:
        work()
    except _Killed:
        return True
    finally:
        sa.event.remove(database.engine, "begin", hook)
    return False
