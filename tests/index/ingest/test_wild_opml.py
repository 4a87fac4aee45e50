"""Lists of sources that a stranger wrote: bombs are refused, what is read is plain, and nobody is vouched for."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest

from index.errors import InputError
from index.ingest.desk import IngestDesk
from index.ingest.fetch import FetchPolicy
from index.ingest.opml import read_opml
from index.ingest.rhythm import PollingPolicy
from index.ingest.workers import TooHeavy, Workers
from index.store.articles import ArticleStore
from index.store.database import Database
from tests.index.ingest import hostile
from tests.index.ingest.conftest import NOW, make_desk
from tests.servers.site import Reply, Site

T = TypeVar("T")

CPU_S, MEMORY_BYTES = 5.0, 400_000_000


def opml(body: str, prolog: str = "") -> bytes:
    return f"{prolog}<opml version='2.0'><body>{body}</body></opml>".encode()


def outline(url: str, more: str = "") -> str:
    return f"<outline xmlUrl='{url}' {more}/>"


def hundred_thousand() -> str:
    return "".join(outline(f"https://n{n}.example/rss") for n in range(100_000))


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'ha'}'>" for n in range(10))
REFUSED = {
    "a bomb of entities": opml(outline("https://a.example/rss", "text='&l9;'"), f"<!DOCTYPE o [{LAUGHS}]>"),
    "a square bomb": opml("<outline text='&a;&a;'/>" * 9, f"<!DOCTYPE o [<!ENTITY a '{'a' * 90_000}'>]>"),
    "a file of ours": opml("<outline text='&a;'/>", "<!DOCTYPE o [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
    "a file of ours, by a parameter": opml("", "<!DOCTYPE o [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]>"),
    "another document": opml(outline("https://a.example/rss"), "<!DOCTYPE opml SYSTEM 'https://evil.example/o.dtd'>"),
    "seven bits": b"<?xml version='1.0' encoding='utf-7'?>" + opml(outline("https://a.example/rss")),
    "an encoding that is none": b"<?xml version='1.0' encoding='no-such'?>" + opml(outline("https://a.example/rss")),
    "bytes that are no text": opml("<outline text='X'/>").replace(b"X", b"\xff\xfe\xc3"),
    "a zero in it": opml("\0"),
    "a page": b"<html><body><a href='https://a.example/rss'>feed</a></body></html>",
    "an archive": b"PK\x03\x04" + b"\0" * 1_000,
    "nothing": b"",
    "a list without end": b"<opml><body>" + outline("https://a.example/rss").encode() * 9,
}
TOO_MANY = {
    "a hundred thousand": opml(hundred_thousand()),
    "one address 100,000 times": opml(outline("https://a.example/rss") * 100_000),
    "names that no registry has": opml("".join(outline(f"https://{'а' * 60}{n}.example/") for n in range(30_000))),
}
READ = {
    "half a million deep": opml("<outline>" * 250_000 + "</outline>" * 250_000),
    "700,000 deep": opml("<a>" * 700_000 + "</a>" * 700_000),
    "300,000 attributes": opml("<outline " + " ".join(f"a{n}='1'" for n in range(300_000)) + "/>"),
    "a title of five million": opml(outline("https://a.example/rss", f"title='{'a' * 4_900_000}'")),
    "an address of five million": opml(outline(f"https://a.example/{'a' * 4_900_000}")),
    "10,000 names that are none": opml("".join(outline(f"https://xn--{n}.example/") for n in range(5_000)) * 2),
    "no end of tabs": opml(outline("https://a.example/" + "&#9;" * 900_000)),
    "hidden characters": opml(outline("https://a.example/rss", f"title='{'&#8238;' * 500_000}'")),
}


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(count=1, cpu_s=CPU_S) as running:
        yield running


@pytest.mark.parametrize("name", list(REFUSED))
def test_what_is_no_list_of_sources_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(InputError, match="not an OPML file") as refused:
        read_opml(REFUSED[name])

    assert "passwd" not in str(refused.value)


@pytest.mark.parametrize("name", list(TOO_MANY))
def test_a_list_that_nobody_could_read_is_refused_whole(database: Database, name: str) -> None:
    desk = make_desk(database)

    with pytest.raises(InputError, match="more than 5000 sources"):
        desk.import_opml(TOO_MANY[name], now=NOW)

    assert desk.sources.list() == []


@pytest.mark.parametrize("name", list(READ))
def test_a_list_made_to_hurt_is_read_within_its_time_and_memory(workers: Workers, name: str) -> None:
    outlines = workers.run(read_opml, READ[name])

    assert all(len(listed.url) <= 2_048 and len(listed.name) <= 2_048 for listed in outlines)
    assert workers.run(hostile.most_memory) < MEMORY_BYTES


def test_only_plain_web_addresses_come_out_of_a_list() -> None:
    addresses = [
        "javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/", "data:text/xml,x", "//a.example/rss",
        "feed", "http://", "https://user:word@a.example/rss", "https://a.example\\@b.example/", "https://a b/",
        "http://2130706433/", "http://0x7f.1/", "https://a.example:99999/", "https://[::1", "unix:/run/x", "",
    ]  # fmt: skip

    assert read_opml(opml("".join(map(outline, addresses)))) == []


def test_a_name_in_a_list_is_shown_without_what_nobody_sees_and_marked_where_it_is_anothers(desk: IngestDesk) -> None:
    desk.sources.add("https://ledger.example/rss", name="Ledger", now=NOW)
    names = {
        "liar": "L&#1077;dger",
        "hidden": "Led&#8205;ger",
        "arrow": "Ledger &#8594; Tribune [1]",
        "plain": "Tribune",
    }
    lines = [outline(f"https://{host}.example/rss", f"title='{name}'") for host, name in names.items()]

    desk.import_opml(opml("".join(lines)), now=NOW)

    shown = {source.url.split("/")[2]: source.name for source in desk.sources.list()}
    assert shown == {
        "ledger.example": "Ledger",
        "liar.example": "Lеdger · liar.example",
        "hidden.example": "Ledger · hidden.example",
        "arrow.example": "Ledger Tribune 1",
        "plain.example": "Tribune",
    }


def test_a_list_does_not_open_the_intranet_until_an_admin_types_the_address(database: Database, site: Site) -> None:
    item = "<item><title>Keys</title><link>/1</link></item>"
    feed = f"<rss version='2.0'><channel><title>Wiki</title>{item}</channel></rss>"
    site.routes["/feed"] = Reply(feed.encode(), headers={"Content-Type": "application/rss+xml"})
    desk = make_desk(database)
    desk.import_opml(opml(outline(f"{site.url}/feed", "title='Wiki'")), now=NOW)

    refused = desk.poll(now=NOW)
    source = desk.add(desk.inspect(f"{site.url}/feed", now=NOW), now=NOW, name="Wiki")
    read = desk.poll(now=NOW.replace(hour=14))

    assert (len(refused.errors), len(read.errors)) == (1, 0)
    assert [listed.id for listed in desk.sources.list()] == [source.id]


def test_the_process_that_answers_does_not_read_a_list_itself(database: Database) -> None:
    desk = IngestDesk(
        database,
        ArticleStore(database),
        fetch=FetchPolicy(),
        polling=PollingPolicy(),
        runner=Ending(),
        rng=random.Random(1),
    )

    with pytest.raises(InputError, match="not an OPML file"):
        desk.import_opml(opml(outline("https://a.example/rss")), now=NOW)


class Ending:
    """Ends every reading, as a worker does with what is too heavy."""

    def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        raise TooHeavy("That document is too heavy to read.")

    def close(self) -> None:
        pass
