"""Fetching over real sockets on loopback: bounds, redirects, faults."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator

import pytest

from index.errors import FetchError
from index.ingest.fetch import Fetcher, FetchPolicy
from tests.servers.site import Reply, Site


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def local(**changes: object) -> Fetcher:
    policy = FetchPolicy(allow_private_networks=("*",), **{"timeout_s": 5.0, **changes})  # type: ignore[arg-type]
    return Fetcher(policy)


def code_of(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.get(url)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "127.0.0.1" not in sentence
    return caught.value.code


def test_a_document_comes_with_status_headers_and_honest_request(site: Site) -> None:
    site.routes["/a?b=1"] = Reply(b"hello", headers={"Content-Type": "text/html; charset=utf-8", "ETag": '"1"'})

    fetched = local().get(f"{site.url}/a?b=1#part", headers={"If-None-Match": '"0"'})

    assert (fetched.status, fetched.body, fetched.content_type) == (200, b"hello", "text/html")
    assert fetched.headers["etag"] == '"1"'
    sent = site.requests[0].headers
    assert sent["if-none-match"] == '"0"'
    assert sent["user-agent"].startswith("sitrep/")
    assert sent["host"] == f"127.0.0.1:{site.port}"
    assert "cookie" not in sent


def test_a_proxy_in_the_environment_is_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.routes["/"] = Reply(b"direct")
    with Site() as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)

        assert local().get(f"{site.url}/").body == b"direct"
        assert proxy.requests == []


def test_gzip_is_unpacked_and_other_packings_are_refused(site: Site) -> None:
    site.routes["/gz"] = Reply(gzip.compress(b"word " * 1000), headers={"Content-Encoding": "gzip"})
    site.routes["/br"] = Reply(b"xx", headers={"Content-Encoding": "br"})
    site.routes["/cut"] = Reply(gzip.compress(b"word " * 1000)[:20], headers={"Content-Encoding": "gzip"})

    assert local().get(f"{site.url}/gz").body == b"word " * 1000
    assert code_of(local(), f"{site.url}/br") == "encoding"
    assert code_of(local(), f"{site.url}/cut") == "incomplete"


def test_a_bomb_stops_at_the_cap_on_either_side(site: Site) -> None:
    site.routes["/bomb"] = Reply(gzip.compress(b"\0" * 50_000_000), headers={"Content-Encoding": "gzip"})
    site.routes["/endless"] = Reply(b"x" * 100_000, endless=True)

    assert code_of(local(), f"{site.url}/bomb") == "bomb"
    assert code_of(local(max_bytes=900_000), f"{site.url}/bomb") == "too_large"
    assert code_of(local(max_bytes=900_000), f"{site.url}/endless") == "too_large"


def test_a_byte_now_and_then_ends_at_the_deadline(site: Site) -> None:
    site.routes["/slow"] = Reply(b"x" * 1000, drip_s=0.05)
    started = time.monotonic()

    code = code_of(local(timeout_s=0.5), f"{site.url}/slow")

    assert code == "timeout"
    assert time.monotonic() - started < 2


def test_a_resolver_that_hangs_ends_at_the_deadline() -> None:
    import threading

    never = threading.Event()
    fetcher = Fetcher(FetchPolicy(timeout_s=0.3), resolve=lambda host, port: [str(never.wait(3))])

    assert code_of(fetcher, "http://slow.example/") == "timeout"
    never.set()


def test_a_short_body_is_tried_once_again_and_then_named(site: Site) -> None:
    site.routes["/short"] = Reply(b"x" * 100, cut=10)

    assert code_of(local(), f"{site.url}/short") == "incomplete"
    assert len(site.requests) == 2


def test_an_enormous_header_is_an_error(site: Site) -> None:
    site.routes["/header"] = Reply(raw=b"HTTP/1.1 200 OK\r\nX: " + b"x" * 5_000_000 + b"\r\n\r\n")

    assert code_of(local(), f"{site.url}/header") == "incomplete"


def test_redirects_are_followed_by_us_and_bounded(site: Site) -> None:
    for n in range(8):
        site.routes[f"/{n}"] = Reply(status=301, headers={"Location": f"/{n + 1}"})
    site.routes["/5"] = Reply(b"here")
    site.routes["/loop"] = Reply(status=302, headers={"Location": "/pool"})
    site.routes["/pool"] = Reply(status=302, headers={"Location": "/loop"})
    site.routes["/file"] = Reply(status=302, headers={"Location": "file:///etc/passwd"})

    fetched = local().get(f"{site.url}/0")

    assert fetched.body == b"here"
    assert fetched.url == fetched.moved_to == f"{site.url}/5"
    site.routes["/5"] = Reply(status=301, headers={"Location": "/6"})
    assert code_of(local(), f"{site.url}/0") == "too_many_redirects"
    assert code_of(local(), f"{site.url}/loop") == "redirect_loop"
    assert code_of(local(), f"{site.url}/file") == "scheme"


def test_a_move_counts_as_permanent_only_up_to_the_first_temporary_hop(site: Site) -> None:
    site.routes["/old"] = Reply(status=301, headers={"Location": "/new"})
    site.routes["/new"] = Reply(status=302, headers={"Location": "/today"})
    site.routes["/today"] = Reply(b"x")

    fetched = local().get(f"{site.url}/old")

    assert fetched.url == f"{site.url}/today"
    assert fetched.moved_to == f"{site.url}/new"


def test_nobody_listening_is_one_plain_sentence() -> None:
    with Site() as gone:
        url = gone.url

    assert code_of(local(timeout_s=1), url) == "connect"
