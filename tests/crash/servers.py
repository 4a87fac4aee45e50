"""The world outside, in a process of its own: a Bot API server and three feeds, with faults at random.

`python -m tests.crash.servers FOLDER SEED` prints the addresses as a line of JSON and runs until its input ends.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from pathlib import Path
from typing import Any

from tests.servers.botapi import BotApi
from tests.servers.botapi_faults import Fault
from tests.servers.site import Reply, Request, Site

# Chats with a lot of their own: one in which every second send ends unknown, one that blocked the bot.
CURSED_CHAT = 13
BLOCKED_CHAT = 66
ARTICLES_A_SECOND = 0.8
_MOST_ARTICLES = 150
_WORDS = [
    "convoy",
    "crossing",
    "ceasefire",
    "drone",
    "shelling",
    "talks",
    "ministry",
    "border",
    "aid",
    "hospital",
    "brigade",
    "envoy",
    "river",
]


class RandomBotApi(BotApi):
    """Refuses, cuts and hangs at random, until it is told to heal."""

    def __init__(self, seed: int, log: Path) -> None:
        super().__init__(log=log)
        self._rng = random.Random(seed)
        self.healthy = False

    def _next_fault(self, method: str, chat_id: int | None) -> Fault | None:
        if method != "sendMessage":
            return None
        if chat_id == BLOCKED_CHAT:
            return Fault(method, status=403, description="Forbidden: bot was blocked by the user")
        if self.healthy:
            return None
        draw = self._rng.random()
        if chat_id == CURSED_CHAT and draw < 0.5:
            return Fault(method, how="cut")
        faults: list[tuple[float, dict[str, Any]]] = [
            (0.02, {"retry_after": 1}),
            (0.02, {"status": 502, "how": "html", "accepted": False}),
            (0.01, {"how": "cut"}),
            (0.01, {"how": "cut", "accepted": False}),
            (0.01, {"how": "garbage"}),
            (0.005, {"how": "hang", "seconds": 1.0}),
            (0.01, {"status": 400, "description": "Bad Request: can't parse entities: here"}),
        ]
        for chance, fields in faults:
            draw -= chance
            if draw < 0:
                return Fault(method, **fields)
        return None


class Feeds:
    """Three publishers. Articles appear one after the other; every fifth is corrected three seconds later."""

    def __init__(self, seed: int, started_at: float) -> None:
        self._rng = random.Random(seed)
        self._started_at = started_at
        self._stopped_at: float | None = None
        self.healthy = False

    def stop(self) -> None:
        """Nothing new from now on, and no more faults."""
        self._stopped_at, self.healthy = time.time(), True

    def answer(self, request: Request) -> Reply:
        if not self.healthy and self._rng.random() < 0.08:
            return self._rng.choice(
                [Reply(b"oops", 500), Reply(b"later", 503, {"retry-after": "1"}), Reply(b"<rss><channel>" * 3, cut=20)]
            )
        if request.path == "/robots.txt":
            return Reply(b"User-agent: *\nAllow: /\n", headers={"content-type": "text/plain"})
        if request.path == "/feed":
            return Reply(self._feed(request.headers["host"]), headers={"content-type": "application/rss+xml"})
        number = int(request.path.rpartition("-")[2])
        return Reply(self._page(number), headers={"content-type": "text/html; charset=utf-8"})

    def listing(self, host: str) -> dict[str, str]:
        """What an honest reader knows in the end: address and a mark of the final text."""
        return {f"http://{host}/story-{n}": mark(n, self._revision(n)) for n in self._numbers(host)}

    def _numbers(self, host: str) -> range:
        elapsed = (self._stopped_at or time.time()) - self._started_at
        offset = int(host.partition(":")[0].rpartition(".")[2])
        return range(offset, min(_MOST_ARTICLES, 3 + int(elapsed * ARTICLES_A_SECOND)), 3)

    def _revision(self, number: int) -> int:
        elapsed = (self._stopped_at or time.time()) - self._started_at
        return 2 if number % 5 == 0 and elapsed > number / ARTICLES_A_SECOND + 3 else 1

    def _feed(self, host: str) -> bytes:
        items = [
            f"<item><title>Report {n}: {_WORDS[n % len(_WORDS)]}</title><link>http://{host}/story-{n}</link>"
            f"<guid>story-{n}</guid><pubDate>Mon, 15 Apr 2024 {n // 60 % 24:02d}:{n % 60:02d}:00 GMT</pubDate>"
            f"<description><![CDATA[{self._text(n)}]]></description></item>"
            for n in self._numbers(host)
        ]
        head = f"<title>Publisher {host}</title><link>http://{host}/</link><description>news</description>"
        return f'<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()

    def _page(self, number: int) -> bytes:
        body = "".join(f"<p>{part}</p>" for part in self._text(number).split("\n"))
        title = f"Report {number}: {_WORDS[number % len(_WORDS)]}"
        return (
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
        ).encode()

    def _text(self, number: int) -> str:
        return article_text(number, self._revision(number))


def mark(number: int, revision: int) -> str:
    return f"mark{number}x{revision}x"


def article_text(number: int, revision: int) -> str:
    """Several passages of text that no other article has."""
    rng = random.Random(number * 7 + revision)
    parts = []
    for part in range(4):
        words = " ".join(rng.choice(_WORDS) for _ in range(60))
        parts.append(f"Officials said on Monday {mark(number, revision)} part {part} that {words}.")
    return "\n".join(parts)


def main() -> None:
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    feeds = Feeds(seed, time.time())
    sites = [Site(feeds.answer, f"127.0.0.{number}") for number in (1, 2, 3)]
    with RandomBotApi(seed, folder / "receipts.jsonl") as api:
        print(json.dumps({"bot_api": api.base_url, "sites": [site.url for site in sites]}), flush=True)
        for line in sys.stdin:
            if line.strip() == "heal":
                api.healthy = True
                feeds.stop()
                hosts = [site.url.removeprefix("http://") for site in sites]
                listing = {url: text for host in hosts for url, text in feeds.listing(host).items()}
                print(json.dumps(listing), flush=True)
    threading.Event().set()


if __name__ == "__main__":
    main()
