"""The failing inputs of public reports, as they lie beside the project, and what each is to come to. Skipped where they
are absent; our own inputs of the same kinds are in test_wild_feeds, test_wild_pages, test_wild_kinds, test_channels."""

from __future__ import annotations

import ast
import dataclasses
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from index.errors import InputError
from index.importing import to_article
from index.ingest.desk import IngestDesk
from index.ingest.discovery import Inspection
from index.ingest.listings import parse_section
from index.store.database import Database
from index.store.schema import article, revision
from tests.servers.site import Reply, Site

WILD = Path(__file__).resolve().parents[4] / "shared" / "cases" / "wild"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not WILD.is_dir(), reason="the failing inputs are not beside the project")


@dataclasses.dataclass(frozen=True)
class Stored:
    """An article as it was kept, at its address behind the host."""

    path: str
    title: str
    text: str
    part: str | None
    author: str | None
    at: datetime | None
    revisions: int
    publisher: str
    stated_source: str | None

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


def serve(site: Site, name: str) -> bytes:
    """Serve what a file says that a site answered; its whole text comes back."""
    data = (WILD / name).read_bytes()
    parts = re.split(rb"(?m)^# (/\S*)\n", data)
    for path, answer in zip(parts[1::2], parts[2::2], strict=True):
        stated, _line_end, body = answer.partition(b"\n")
        headers = ast.literal_eval(stated.decode())
        packed = "Content-Encoding" in headers or "gzip" in headers.get("Content-Type", "")
        body = body.removesuffix(b"\n") if packed else body.rstrip(b"\n").replace(b"{BASE}", site.url.encode())
        status = 302 if "Location" in headers else 403 if body == b"Forbidden" else 200
        site.routes[path.decode()] = Reply(body, status, headers)
    return data


def kept(database: Database, site: Site) -> list[Stored]:
    columns = sa.select(
        *(article.c.url, revision.c.title, revision.c.text, revision.c.part, article.c.author, article.c.published_at),
        *(revision.c.number, article.c.publisher, article.c.stated_source),
    ).join(revision, revision.c.article_id == article.c.id)
    with database.read() as connection:
        rows = connection.execute(columns.order_by(article.c.published_at, article.c.url)).all()
    return [Stored(row[0].removeprefix(site.url), *row[1:]) for row in rows]


def read(desk: IngestDesk, database: Database, site: Site, name: str) -> tuple[Inspection, list[Stored]]:
    """What a file's feed is taken for, and what two polls keep of it."""
    serve(site, name)
    found = desk.inspect(f"{site.url}/feed", now=NOW)
    desk.add(found, now=NOW)
    for hour in range(2):
        desk.poll(now=NOW + timedelta(hours=hour))
    return found, kept(database, site)


@pytest.mark.parametrize(
    "name",
    [
        *("f01_html_doc_in_cdata.txt", "f43_svg_head_tag_in_desc.txt", "f03_long_prolog.txt", "f11_deflate.txt"),
        *("f12_gzip_lie_plain.txt", "f14_gz_without_header.txt", "f15_double_gzip.txt"),
    ],
)
def test_it_is_a_feed_of_one_entry(desk: IngestDesk, site: Site, name: str) -> None:
    serve(site, name)

    found = desk.inspect(f"{site.url}/feed", now=NOW)

    assert (found.kind, found.count) == ("feed", 1)


@pytest.mark.parametrize(
    "name", ["f22_canonical_drops_id.txt", "f24_hashbang.txt", "f25_same_link_map.txt", "f06_no_title.txt"]
)
def test_three_entries_are_three_articles_of_one_state_each(
    desk: IngestDesk, database: Database, site: Site, name: str
) -> None:
    _found, articles = read(desk, database, site, name)

    assert len({one.path for one in articles}) == len({one.title for one in articles}) == 3
    assert [one.revisions for one in articles] == [1, 1, 1]


def test_a_headline_is_kept_as_one(desk: IngestDesk, database: Database, site: Site) -> None:
    _found, [one] = read(desk, database, site, "f07_title_only_flash.txt")

    assert (one.part, one.text) == ("headline", one.title)


def test_the_outlets_of_an_aggregator_are_told_apart_and_its_site_publishes(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    _found, articles = read(desk, database, site, "f21_aggregator_source.txt")

    outlets = {one.stated_source for one in articles}
    assert len(outlets) == len(articles) == 2
    assert None not in outlets
    assert len({one.publisher for one in articles}) == 1
    assert not any(one.stated_source and one.stated_source in one.title + one.text for one in articles)


def test_titles_have_no_entities_and_keep_their_marks(desk: IngestDesk, database: Database, site: Site) -> None:
    _found, articles = read(desk, database, site, "f18_titles.txt")

    assert len(articles) == 7
    assert not any(re.search(r"&\w+;|&#", one.title) for one in articles)
    assert sum("<<" in one.title and ">>" in one.title for one in articles) >= 3


@pytest.mark.parametrize("name", ["f32_double_encoded_body.txt", "f40b_entities_netscape_doctype.txt"])
def test_text_has_letters_and_no_markup(desk: IngestDesk, database: Database, site: Site, name: str) -> None:
    _found, [one] = read(desk, database, site, name)

    assert not re.search(r"</?\w+|&\w+;", one.title + one.text)
    if name.startswith("f40b"):
        assert sum(not letter.isascii() for letter in one.title) >= 4


def test_what_has_only_a_day_of_change_is_dated_by_it(desk: IngestDesk, database: Database, site: Site) -> None:
    _found, [one] = read(desk, database, site, "f09_atom_updated_only.txt")

    assert one.at is not None
    assert one.at.date() == datetime(2026, 11, 24, tzinfo=UTC).date()


def test_a_zone_is_applied_or_the_time_unknown(desk: IngestDesk, database: Database, site: Site) -> None:
    _found, articles = read(desk, database, site, "f10_zones.txt")

    world = [one for one in articles if one.at is not None and one.at.hour == 10]
    unknown = [one.title for one in articles if one.at is None]
    assert len(articles) == 19
    assert len(world) == 1
    assert len(unknown) == 2


def test_no_date_is_the_first_of_a_month_by_mistake(desk: IngestDesk, database: Database, site: Site) -> None:
    _found, articles = read(desk, database, site, "f19_dates.txt")

    assert len(articles) == 19
    assert not any(one.at is not None and one.at.day == 1 for one in articles)


@pytest.mark.parametrize(
    "name",
    [
        *("p01_opacity_reveal.txt", "p02_read_more_hidden.txt", "p32_paywall_rest_hidden.txt"),
        *("p05_read_also_paragraph.txt", "p19_audio_player_and_share.txt", "p15_h1_is_site_name.txt"),
        "p18_author_is_desk.txt",
    ],
)
def test_a_page_comes_to_its_eight_sentences(desk: IngestDesk, database: Database, site: Site, name: str) -> None:
    data = serve(site, name).decode()
    _found, [one] = read(desk, database, site, name)

    paragraphs = [re.sub(r"<[^>]+>", "", text) for text in re.findall(r"<p(?:\s[^>]*)?>(.*?)</p>", data, re.DOTALL)]
    assert len(one.lines) == 8
    assert set(one.lines) <= set(paragraphs)
    assert one.part is None
    assert one.title == re.findall(r"<item><title>(.*?)</title>", data)[0]


def test_the_author_is_a_person(desk: IngestDesk, database: Database, site: Site) -> None:
    _found, [one] = read(desk, database, site, "p18_author_is_desk.txt")

    assert re.fullmatch(r"[A-Z]\w+ [A-Z]\w+", one.author or "")
    assert "desk" not in (one.author or "desk").lower()


def test_where_the_front_page_is_shown_instead_the_feeds_words_stay(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    data = serve(site, "p23_redirect_to_front.txt").decode()
    _found, [one] = read(desk, database, site, "p23_redirect_to_front.txt")

    assert [one.title] == re.findall(r"<item><title>(.*?)</title>", data)
    assert [one.text] == re.findall(r"<description>(.*?)</description>", data)
    assert one.part == "teaser"


def test_a_post_that_quotes_another_has_no_words_of_its_own() -> None:
    entries = parse_section((WILD / "t01_reply_media_only.html").read_bytes(), url="https://t.me/s/x").entries

    assert len(entries) == 1


def test_a_post_is_titled_by_its_first_sentence() -> None:
    [entry] = parse_section((WILD / "t07_hashtag_first_line.html").read_bytes(), url="https://t.me/s/x").entries

    assert not entry.title.startswith("#")
    assert entry.title.endswith(".")


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def test_an_address_that_nobody_can_open_is_refused_and_markup_is_read() -> None:
    row = json.loads(_lines(WILD / "jsonl_html.jsonl")[0])
    assert "<p>" not in to_article(row).text
    with pytest.raises(InputError):
        to_article(json.loads(_lines(WILD / "jsonl_relative_url.jsonl")[0]))
