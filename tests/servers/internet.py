"""A made-up internet on loopback: outlets of several hosts, with feeds and pages, all served by one Site."""

from __future__ import annotations

import dataclasses
import socket
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from tests.servers.site import Reply, Request, Site

FEED = {"Content-Type": "application/rss+xml"}
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclasses.dataclass(frozen=True)
class Item:
    """One entry of a feed: what it says of the article at `link`."""

    title: str
    link: str
    guid: str
    at: datetime | None = None
    summary: str = ""
    source: str = ""


class Internet:
    """Answers by host and path; what nobody put there is a 404."""

    def __init__(self) -> None:
        self._replies: dict[tuple[str, str], Reply] = {}
        self.site = Site(self._answer)

    def url(self, host: str, path: str) -> str:
        return f"http://{host}{path}"

    def resolve(self, host: str, port: int) -> list[str]:
        """Every host has one and the same public address."""
        return ["93.184.216.34"]

    def dial(self, address: tuple[str, int], timeout: float) -> socket.socket:
        """All of it is the Site on loopback."""
        return socket.create_connection(("127.0.0.1", self.site.port), timeout)

    def put(self, host: str, path: str, body: str | bytes, status: int = 200) -> str:
        raw = body.encode() if isinstance(body, str) else body
        self._replies[host, path] = Reply(raw, status, HTML)
        return self.url(host, path)

    def redirect(self, host: str, path: str, target: str) -> str:
        self._replies[host, path] = Reply(b"", 302, {"Location": target})
        return self.url(host, path)

    def page(self, host: str, path: str, title: str, *paragraphs: str, at: datetime | None = None) -> str:
        """An article's page; its address."""
        dated = f"<meta property='article:published_time' content='{at.isoformat()}'>" if at else ""
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        return self.put(
            host,
            path,
            f"<html lang='en'><head><title>{escape(title)}</title>{dated}</head>"
            f"<body><article><h1>{escape(title)}</h1>{text}</article></body></html>",
        )

    def feed(self, host: str, title: str, *items: Item, path: str = "/feed") -> str:
        """An RSS feed; its address."""
        listed = "".join(
            f"<item><title>{escape(item.title)}</title><link>{escape(item.link)}</link>"
            f"<guid isPermaLink='false'>{item.guid}</guid><description>{escape(item.summary)}</description>"
            f"{f'<pubDate>{format_datetime(item.at)}</pubDate>' if item.at else ''}"
            f"{f'<source>{escape(item.source)}</source>' if item.source else ''}"
            "</item>"
            for item in items
        )
        body = f"<rss version='2.0'><channel><title>{escape(title)}</title>{listed}</channel></rss>"
        self._replies[host, path] = Reply(body.encode(), 200, FEED)
        return self.url(host, path)

    def _answer(self, request: Request) -> Reply:
        return self._replies.get((request.host, request.path)) or Reply(b"", 404)
