"""SIGTERM: the process is gone within ten seconds, whatever it is at, and what it had leased is free or will be."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from index.store import schema
from index.store.database import Database
from index.store.migrate import migrate
from index.store.sources import SourceStore
from tests.bot.end_to_end.process import RunningBot, environment
from tests.servers.botapi import BotApi
from tests.servers.site import Reply, Request, Site


@pytest.mark.timeout(400)
def test_a_bot_in_the_middle_of_a_slow_poll_stops_within_ten_seconds(tmp_path: Path, model_dir: str) -> None:
    slow = Reply(b"<rss>" + b" " * 1000, drip_s=0.5, headers={"content-type": "application/rss+xml"})
    polled = threading.Event()

    def answer(_: Request) -> Reply:
        polled.set()
        return slow

    with BotApi() as api, Site(answer) as site:
        database = Database.open(None, tmp_path)
        migrate(database)
        SourceStore(database).add(f"{site.url}/feed", name="slow", kind="feed", language="en", now=datetime.now(UTC))
        database.close()
        bot = RunningBot(environment(tmp_path, api, model_dir), tmp_path / "log").ready(api, "getUpdates")
        assert polled.wait(60)

        began = time.monotonic()
        assert bot.stop() == 0

        assert time.monotonic() - began < 11


# Words that readers look for, and nothing else: each such text takes most of the time that reading one may.
_WORDS = ("قال ", "claimed ", "'1 ", "said that the army said ", "“«(", "3-5 June ", "al-al-al- ", "не не заявил ")


def heavy_feed(site: str) -> bytes:
    """A feed of reports that are as long as is let in, and take as long to read as any."""

    def items() -> Iterator[str]:
        for number in range(24):
            unit = _WORDS[number % len(_WORDS)]
            text = f"Twelve people were killed in Aleppo, report {number} said. " + unit * (100_000 // len(unit))
            escaped = text.replace("&", "&amp;").replace("<", "&lt;")
            yield (
                f"<item><title>Report {number}</title><link>{site}/{number}</link><guid>{number}</guid>"
                f"<description>{escaped}</description></item>"
            )

    return f'<rss version="2.0"><channel><title>Heavy</title>{"".join(items())}</channel></rss>'.encode()


@pytest.mark.timeout(400)
def test_a_bot_that_is_reading_hostile_texts_stops_within_ten_seconds(tmp_path: Path, model_dir: str) -> None:
    with BotApi() as api, Site() as site:
        site.routes["/feed"] = Reply(heavy_feed(site.url), headers={"content-type": "application/rss+xml"})
        database = Database.open(None, tmp_path)
        migrate(database)
        SourceStore(database).add(f"{site.url}/feed", name="heavy", kind="feed", language="en", now=datetime.now(UTC))
        bot = RunningBot(environment(tmp_path, api, model_dir), tmp_path / "log").ready(api, "getUpdates")

        def is_reading() -> bool:
            with database.read() as connection:
                return bool(connection.scalar(sa.select(sa.func.count()).select_from(schema.article)))

        api.wait(is_reading, timeout=120)
        began = time.monotonic()
        assert bot.stop() == 0

        assert time.monotonic() - began < 11
        with database.read() as connection:
            read = connection.scalar(sa.select(sa.func.count()).select_from(schema.reading)) or 0
        # It was in the middle of them.
        assert read < 24
        database.close()
