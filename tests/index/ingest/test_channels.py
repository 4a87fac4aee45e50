"""Public channels: every post that was written, each as what it is."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from index.ingest.desk import IngestDesk
from index.ingest.listings import parse_section
from index.store.database import Database
from index.store.schema import article, revision
from tests.index.ingest.conftest import NOW
from tests.servers.site import Reply, Request, Site

WORDS = "The bridge at Orrin is open again, the county said in post {0}. Lorries use the ford until Monday."


def words(text: str, kind: str = "text") -> str:
    return f"<div class='tgme_widget_message_{kind} js-message_{kind}' dir='auto'>{text}</div>"


def post(number: int, inner: str | None = None) -> str:
    return (
        "<div class='tgme_widget_message_wrap'><div class='tgme_widget_message js-widget_message'"
        f" data-post='orrin/{number}'>"
        f"{words(WORDS.format(number)) if inner is None else inner}<span class='tgme_widget_message_meta'>"
        f"<a class='tgme_widget_message_date'><time datetime='2026-04-10T04:{number % 60:02}:00+00:00'>04:00</time></a>"
        "</span></div></div>"
    )


def page(*posts: str) -> bytes:
    head = "<meta property='og:title' content='Orrin Live'>"
    return f"<html><head>{head}</head><body><section>{''.join(posts)}</section></body></html>".encode()


class Channel:
    """A channel that shows its last few posts, and those before a number on request."""

    def __init__(self, site: Site, count: int, shown: int = 20) -> None:
        self.count, self.shown = count, shown
        self.refused = False
        site._answer = self.answer  # the whole site is the channel

    def answer(self, request: Request) -> Reply:
        path, _, query = request.path.partition("?")
        if path != "/s/orrin":
            return Reply(b"", 404)
        if query and self.refused:
            return Reply(b"", 503)
        last = int(query.removeprefix("before=")) - 1 if query else self.count
        return Reply(page(*(post(n) for n in range(max(1, last - self.shown + 1), last + 1))))


def numbers(database: Database) -> set[int]:
    with database.read() as connection:
        return {int(url.rpartition("/")[2]) for url in connection.execute(sa.select(article.c.url)).scalars()}


def test_posts_since_the_last_look_are_read_however_many(desk: IngestDesk, database: Database, site: Site) -> None:
    channel = Channel(site, 20)
    desk.add(desk.inspect(f"{site.url}/s/orrin", now=NOW), now=NOW)
    desk.poll(now=NOW)
    channel.count = 95

    desk.poll(now=NOW + timedelta(hours=1))

    assert numbers(database) == set(range(1, 96))
    assert [event.kind for event in desk.events.untold()] == []


def test_posts_that_can_not_be_had_any_more_are_told(desk: IngestDesk, database: Database, site: Site) -> None:
    channel = Channel(site, 20)
    desk.add(desk.inspect(f"{site.url}/s/orrin", now=NOW), now=NOW)
    desk.poll(now=NOW)
    channel.count, channel.refused = 95, True

    desk.poll(now=NOW + timedelta(hours=1))

    assert numbers(database) == {*range(1, 21), *range(76, 96)}
    [event] = [event for event in desk.events.untold() if event.kind == "gap"]
    assert event.details["count"] == 55


def test_a_new_channel_is_not_read_back_to_its_first_day(desk: IngestDesk, database: Database, site: Site) -> None:
    Channel(site, 4000)
    desk.add(desk.inspect(f"{site.url}/s/orrin", now=NOW), now=NOW)

    desk.poll(now=NOW)

    assert numbers(database) == set(range(3981, 4001))


def test_what_a_post_quotes_shows_or_asks_is_not_what_it_says() -> None:
    reply = words("Bread is free at the school.", "text js-message_reply_text")
    quoted = f"<a class='tgme_widget_message_reply'>{reply}</a>"
    poll = "<div class='tgme_widget_message_poll'><div class='tgme_widget_message_poll_question'>Who shot?</div></div>"
    preview = "<a class='tgme_widget_message_link_preview'><div class='link_preview_title'>Earthquake</div></a>"
    photo = "<a class='tgme_widget_message_photo_wrap' style='background-image:url(x)'></a>"
    forwarded = (
        "<div class='tgme_widget_message_forwarded_from'>Forwarded from "
        "<a class='tgme_widget_message_forwarded_from_name'>"
        f"Cale Watch</a></div>{words('The ferry is back, its owners say.')}"
    )

    feed = parse_section(
        page(
            post(1, quoted + photo),
            post(2, quoted + words("It is shut again, says the mayor.")),
            post(3, poll),
            post(4, photo),
            post(5, words("See the pictures.") + preview),
            post(6, forwarded),
            post(7, words("#Orrin #breaking<br/>The ford is mined, the police said. Keep off it.")),
            post(8, words("🔥🔥")),
        ),
        url="https://t.me/s/orrin",
    )

    assert [(entry.key, entry.title) for entry in feed.entries] == [
        ("orrin/7", "The ford is mined, the police said."),
        ("orrin/6", "The ferry is back, its owners say."),
        ("orrin/5", "See the pictures."),
        ("orrin/2", "It is shut again, says the mayor."),
    ]
    assert feed.entries[1].origin_name == "Cale Watch"
    assert feed.entries[2].content == "See the pictures."
    assert feed.oldest == 1


def test_a_post_that_was_edited_is_a_revision(desk: IngestDesk, database: Database, site: Site) -> None:
    site.routes["/s/orrin"] = Reply(page(post(1), post(2)))
    desk.add(desk.inspect(f"{site.url}/s/orrin", now=NOW), now=NOW)
    desk.poll(now=NOW)
    site.routes["/s/orrin"] = Reply(
        page(post(1), post(2, words("The bridge at Orrin is shut, the county said in its correction.")))
    )

    report = desk.poll(now=NOW + timedelta(hours=1))

    assert (report.new, report.revised) == (0, 1)
    with database.read() as connection:
        newest = sa.select(revision.c.text).order_by(revision.c.number.desc()).limit(1)
        assert (
            connection.execute(newest).scalar_one() == "The bridge at Orrin is shut, the county said in its correction."
        )
