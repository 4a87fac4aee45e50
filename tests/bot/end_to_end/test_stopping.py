"""SIGTERM: the process is gone within ten seconds, whatever it is at, and what it had leased is free or will be."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

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
