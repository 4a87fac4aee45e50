"""Functions that misbehave in a worker, and documents that were made to hurt."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from index.language.spelling import spelled


def spin(_document: bytes = b"") -> None:
    while True:
        pass


def hoard() -> int:
    return len(bytearray(2_000_000_000))


def die() -> None:
    os._exit(3)


def fail() -> None:
    raise ValueError("as asked")


def double(number: int) -> int:
    return number * 2


def remember() -> int:
    """Have a worker remember 200 MB of words that are nobody's."""
    return sum(len(spelled(f"{number}{'A' * 65_000}")) for number in range(3_000))


def memory() -> int:
    """What this worker has in memory now, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def most_memory() -> int:
    """The most memory that this worker ever had, in bytes. (getrusage would count what its parent had, too.)"""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    [line] = [line for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><rss><channel><title>&l9;</title></channel></rss>'.encode()


def _quadratic() -> bytes:
    text = "&a;" * 50_000
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
    return f"{head}<rss><channel><item><title>{text}</title></item></channel></rss>".encode()


def feeds() -> dict[str, bytes]:
    """Feeds, by what is wrong with them."""
    item = "<item><title>T{0}</title><link>http://a.example/{0}</link><description>word word</description></item>"
    start = b"<rss version='2.0'><channel><title>x</title>"
    end = b"</channel></rss>"
    return {
        "fifty thousand entries": start + "".join(item.format(n) for n in range(50_000)).encode() + end,
        "one entry of eleven megabytes": start
        + b"<item><title>a</title><description><![CDATA["
        + b"<p>word</p>" * 1_000_000
        + b"]]></description></item>"
        + end,
        "billion laughs": _laughs(),
        "quadratic blow-up": _quadratic(),
        "deep nesting": start + b"<a>" * 200_000,
        "a million angle brackets": start + b"<item>" + b"<" * 1_000_000,
        "a million ampersands": start + b"<item><title>" + b"&" * 1_000_000,
        "open character data": start + b"<item><title>" + b"<![CDATA[" * 200_000,
        "one enormous attribute": start + b'<item a="' + b"x" * 5_000_000 + b'"/>' + end,
        "a million attributes": start + b"<item " + b'a="1" ' * 1_000_000 + b"/>" + end,
        "nul bytes": start + b"\x00" * 3_000_000 + end,
        "deep json": b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 500_000,
        "enormous json": b'{"version": "https://jsonfeed.org/version/1", "items": ['
        + b'{"id": "1", "content_text": "x"},' * 300_000
        + b"{}]}",
    }


def pages() -> dict[str, bytes]:
    """Web pages, by what is wrong with them."""
    start, end = b"<html><body><article><h1>Title of it</h1>", b"</article></body></html>"
    return {
        "sixty thousand paragraphs": start + b"<p>Some words in a paragraph of this page.</p>" * 60_000 + end,
        "two hundred thousand links": start + b'<a href="/a">some words</a> ' * 200_000 + end,
        "fifty thousand table rows": start
        + b"<table>"
        + b"<tr><td>one</td><td>two</td></tr>" * 50_000
        + b"</table>"
        + end,
        "a hundred thousand nested tags": start + b"<div>" * 100_000 + b"text" + end,
        "open comments": start + b"<!-- " * 500_000,
        "a million entities": start + b"<p>" + b"&amp;" * 1_000_000 + end,
        "one enormous script": start + b"<script>" + b"var x = '<p>';" * 300_000,
        "deep ld+json": b"<html><head><script type='application/ld+json'>" + b'{"a":' * 200_000 + b"</script></head>",
        "a million dates": start + b"<p>2024-01-01 01.02.2024 </p>" * 100_000 + end,
        "unclosed quotes": start + b'<a href="' * 200_000,
        "many headings": start + b"<h1>Headline of the day</h1>" * 50_000 + end,
        "many metas": b"<html><head>" + b'<meta name="date" content="x">' * 100_000 + b"</head></html>",
    }


def tried(_document: bytes = b"") -> dict[str, str]:
    """What a worker could do beside reading: "" where it was done, else the error that it met."""
    return {name: _error(act) for name, act in _ACTS.items()} | {"environment": " ".join(sorted(os.environ))}


def _error(act: Callable[[], object]) -> str:
    try:
        act()
    except Exception as error:
        return type(error).__name__
    return ""


def _write() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * 10)


_ACTS: dict[str, Callable[[], object]] = {
    "network": lambda: socket.create_connection(("127.0.0.1", 9), 1.0),
    "program": lambda: subprocess.run(["true"], check=True),
    "file": _write,
}
