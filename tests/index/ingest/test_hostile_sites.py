"""Sites that answer to hurt: a request ends in its time with a page or one sentence, and robots.txt costs nothing."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.errors import FetchError
from index.ingest.fetch import Fetched, Fetcher, FetchPolicy
from index.ingest.robots import Robots, for_us
from index.store.database import Database
from index.store.entries import EntryStore
from index.store.migrate import migrate
from tests.servers.internet import Internet
from tests.servers.site import Reply, Site

NOW = datetime(2026, 4, 10, tzinfo=UTC)
_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n\r\n"
_PACKED = gzip.compress(b"a") * 100_000
ANSWERS = {
    "chunks of a byte": _CHUNKED + b"1\r\na\r\n" * 400_000,
    "long chunk extensions": _CHUNKED + (b"1;" + b"x" * 60_000 + b"\r\na\r\n") * 100,
    "a chunk of no size": _CHUNKED + b"zz\r\n",
    "a chunk larger than any": _CHUNKED + b"f" * 30 + b"\r\n",
    "hints without end": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100_000,
    "headers without end": b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"a" * 1000 + b"\r\n") * 5_000,
    "more than it announced": _OK + b"Content-Length: 3\r\n\r\nfour and more",
    "a negative length": _OK + b"Content-Length: -5\r\n\r\nshort",
    "an enormous length": _OK + b"Content-Length: 99999999999999999999\r\n\r\nshort",
    "two lengths": _OK + b"Content-Length: 5\r\nContent-Length: 3\r\n\r\nshort",
    "a length and chunks": _OK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a hundred thousand archives": _OK
    + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(_PACKED)
    + _PACKED,
    "another protocol": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "no protocol": b"<html>hello</html>",
    "nothing": b" ",
    "a zero byte in a header": b"HTTP/1.1 200 OK\r\nX-\0: y\r\n\r\nok",
    "a status that is none": b"HTTP/1.1 999999 OK\r\n\r\nok",
    "a switch": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n",
}


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def fetcher(timeout_s: float = 3.0) -> Fetcher:
    return Fetcher(FetchPolicy(allow_private_networks=("*",), timeout_s=timeout_s))


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_none_ends_in_its_time(site: Site, name: str) -> None:
    site.routes["/"] = Reply(raw=ANSWERS[name])
    got: Fetched | FetchError

    began, worked = time.monotonic(), time.process_time()
    try:
        got = fetcher().get(f"{site.url}/")
    except FetchError as error:
        got = error

    # It may be tried once again.
    assert time.monotonic() - began < 8
    assert time.process_time() - worked < 5
    if isinstance(got, FetchError):
        assert str(got).endswith(".")
    else:
        assert len(got.body) <= FetchPolicy().max_bytes


ROBOTS = {
    "many rules": "User-agent: *\n" + "Disallow: /x\n" * 30_000,
    "many stars": "User-agent: *\n" + "".join(f"Disallow: /*a*{n}b*c$\n" for n in range(20_000)),
    "stars upon stars": "User-agent: *\nDisallow: /" + "*a" * 200_000 + "*b\n",
    "a few long ones": "User-agent: *\n" + ("Disallow: /" + "*a" * 40 + "*b\n") * 5_000,
    "many robots": "".join(f"User-agent: a{n}\nDisallow: /\n" for n in range(16_000)),
    "hidden letters": "User-agent: *\n" + "Disallow: /%41%42%43%44%45\n" * 15_000,
    "a delay without end": "User-agent: *\nCrawl-delay: inf\n",
    "a delay that is no number": "User-agent: *\nCrawl-delay: nan\n",
    "a zero byte": "User-agent: *\nDisallow: /\x00\n",
}


@pytest.mark.parametrize("name", ROBOTS)
def test_a_hostile_robots_txt_costs_nothing_and_holds_nobody_up(name: str, tmp_path: Path) -> None:
    internet = Internet()
    internet.put("evil.example", "/robots.txt", ROBOTS[name])
    database = Database.open(None, tmp_path)
    migrate(database)
    reading = Fetcher(FetchPolicy(timeout_s=5.0), resolve=internet.resolve, dial=internet.dial)
    robots = Robots(reading, EntryStore(database))
    addresses = [f"http://evil.example/{'a' * 1_900}{number}" for number in range(40)]

    with internet.site as site:
        began = time.process_time()
        for address in addresses:
            robots.allows(address, now=NOW)
        waits = robots.delay_s(addresses[0], now=NOW)
        worked = time.process_time() - began
    database.close()

    assert worked < 3
    assert 0 <= waits <= 60
    assert [request.path for request in site.requests] == ["/robots.txt"]


def test_what_a_site_means_is_kept_of_its_robots_txt() -> None:
    said = "User-agent: sitrep\nDisallow: /private\nCrawl-delay: 3\nUser-agent: other\nDisallow: /\n"

    assert "private" in for_us(said)
    assert "Disallow: /\n" not in for_us(said)
