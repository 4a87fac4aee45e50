"""A publisher for tests: feeds and pages made of items, served by a Site."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from xml.sax.saxutils import escape

from tests.servers.site import Reply, Request, Site

START = datetime(2026, 4, 10, 6, 0, tzinfo=UTC)


@dataclasses.dataclass
class Item:
    """One article of a publisher; `status` and `page` are what its own address answers."""

    number: int
    title: str = ""
    text: str = ""
    guid: str = ""
    summary: str = "What happened, in a sentence that is long enough to be of use to somebody who reads it."
    published: datetime | None = None
    status: int = 200
    page: bytes | None = None
    language: str = "en"

    def __post_init__(self) -> None:
        self.title = self.title or f"Rockets hit base number {self.number}"
        self.guid = self.guid or f"guid-{self.number}"
        self.published = self.published or START + timedelta(minutes=self.number)
        self.text = self.text or "\n".join(
            f"Paragraph {n} of report {self.number} says that nine people were wounded at the base, officials told us."
            for n in range(6)
        )

    @property
    def path(self) -> str:
        return f"/news/{self.number}"

    def html(self) -> bytes:
        if self.page is not None:
            return self.page
        assert self.published is not None
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in self.text.split("\n"))
        return (
            f"<html lang='{self.language}'><head><title>{escape(self.title)} - The Ledger</title>"
            f"<meta property='article:published_time' content='{self.published.isoformat()}'></head>"
            f"<body><nav><a href='/'>Home</a></nav><article><h1>{escape(self.title)}</h1>{paragraphs}</article></body>"
            "</html>"
        ).encode()


class Newsroom:
    """Serves /feed and the pages of its items; `status` and `headers` are the feed's answer."""

    def __init__(self, site: Site, *items: Item) -> None:
        self.site = site
        self.items = list(items)
        self.status = 200
        self.headers: dict[str, str] = {}
        self.conditional = True
        self._routes()

    @property
    def feed_url(self) -> str:
        return f"{self.site.url}/feed"

    def publish(self, *items: Item) -> None:
        self.items = [*items, *self.items]
        self._routes()

    def visits(self, path: str) -> int:
        return self.site.paths().count(path)

    def _routes(self) -> None:
        self.site.routes["/feed"] = self._feed
        for item in self.items:
            self.site.routes[item.path] = lambda request, item=item: Reply(  # type: ignore[misc]
                item.html(), item.status, {"Content-Type": "text/html; charset=utf-8"}
            )

    def _feed(self, request: Request) -> Reply:
        if self.status != 200:
            return Reply(b"", self.status, self.headers)
        body = self.rss(request)
        tag = f'"{hash(body)}"'
        if self.conditional and request.headers.get("if-none-match") == tag:
            return Reply(b"", 304)
        return Reply(body, headers={"ETag": tag, "Content-Type": "application/rss+xml", **self.headers})

    def rss(self, request: Request) -> bytes:
        base = f"http://{request.headers['host']}"
        items = "".join(
            f"<item><title>{escape(one.title)}</title><link>{base}{one.path}</link>"
            f"<guid isPermaLink='false'>{one.guid}</guid><description>{escape(one.summary)}</description>"
            f"<pubDate>{format_datetime(one.published) if one.published else ''}</pubDate></item>"
            for one in self.items
        )
        return f"<rss version='2.0'><channel><title>The Ledger</title>{items}</channel></rss>".encode()
