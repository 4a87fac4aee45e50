"""What the processes do that are killed: the product's own parts, wired as it wires them, with a fast clock."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import structlog
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.briefings import Briefer, Occasion
from bot.delivery.gallery import Gallery
from bot.delivery.sender import Sender
from bot.delivery.telegram import SharedPacing, telegram_send
from bot.pictures.easel import Easel
from bot.ticks import in_thread
from bot.wording.message import Message
from index import Index
from index.ingest.desk import IngestDesk
from index.ingest.rhythm import PollingPolicy
from index.store.database import Database
from index.store.leases import new_owner
from index.stories.interest import Interest
from index.stories.story import Briefing
from tests.bot.worlds import quiet_briefing
from tests.crash.servers import article_text
from tests.crash.settings import BRIEFING, DELIVERY, PEOPLE_FACTOR, Run
from tests.fakes import FakeEmbedder
from tests.index.ingest.conftest import Here
from tests.servers.botapi import TOKEN


def serve(run: Run, roles: Sequence[str], seed: int) -> None:
    """Play these roles until killed. A tick that raises is written down, and the next one goes on."""
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    database = Database.open(run.database_url, Path(run.folder) / "data")
    # As in the product, one Index has both: embedded Chroma belongs to one process.
    index = Index.open(run.index_settings(), embedder=FakeEmbedder()) if {"ingest", "index"} & set(roles) else None
    asyncio.run(_serve(run, roles, random.Random(seed), database, index))


async def _serve(run: Run, roles: Sequence[str], rng: random.Random, database: Database, index: Index | None) -> None:
    works = []
    if index is not None and "ingest" in roles:
        works.append(_loop(run, "ingest", _ingest(run, rng, index)))
    if index is not None and "index" in roles:
        works.append(_loop(run, "index", index.index_pending))
    if "briefing" in roles:
        works.append(_loop(run, "briefing", briefer(run, rng, database).tick))
    if "delivery" in roles:
        works.append(_deliver(run, database))
    await asyncio.gather(*works)


async def _loop(run: Run, name: str, work: Callable[[], object]) -> None:
    while True:
        try:
            await in_thread(work)
        except Exception as error:
            note(run, name, error)
        await asyncio.sleep(0.01)


def _ingest(run: Run, rng: random.Random, index: Index) -> Callable[[], None]:
    desk = IngestDesk(
        index.database,
        index.articles,
        fetch=index.settings.fetch,
        polling=PollingPolicy(robots=False, pages_per_poll=10),
        runner=Here(),
        rng=rng,
    )

    def work() -> None:
        desk.poll(now=run.poll_clock())
        if run.frozen.exists():
            return
        number = rng.randrange(10_000, 10_060)
        article = {
            "url": f"https://import.example/{number}",
            "title": f"Imported {number}",
            "text": article_text(number, rng.choice((1, 1, 1, 2))),
            "publisher": "Import",
            "published": "2024-04-15T08:00:00Z",
        }
        index.save([article])
        with run.acknowledged.open("a") as log:
            log.write(f"{article['url']}\n")

    return work


def briefer(run: Run, rng: random.Random, database: Database) -> Briefer:
    def brief(since: datetime, until: datetime, interest: Interest) -> Briefing:
        # Now and then the corpus is slower than the lease: another process goes on, this one is fenced off.
        time.sleep(0.5 if rng.random() < 0.05 else 0.002)
        return quiet_briefing(since, until, interest)

    owner = new_owner("briefing")
    return Briefer(database, brief, render, policy=BRIEFING, owner=owner, clock=run.people_clock)


def render(briefing: Briefing, occasion: Occasion) -> list[Message]:
    """As many messages as its date says, each to be told from any other."""
    parts = 1 + occasion.day.toordinal() % 3
    return [Message(f"<b>{part_text(occasion.briefing_id, part)}</b>") for part in range(1, parts + 1)]


def part_text(briefing_id: int, part: int) -> str:
    return f"briefing {briefing_id} part {part}"


async def _deliver(run: Run, database: Database) -> None:
    request = HTTPXRequest(read_timeout=0.3, connect_timeout=1.0)
    pacing = SharedPacing(database, policy=DELIVERY, in_thread=in_thread, clock=run.delivery_clock)
    bot = ExtBot(TOKEN, base_url=f"{run.bot_api_url}/bot", request=request, rate_limiter=pacing)
    await request.initialize()
    gallery = Gallery(database, Easel().png, bot=TOKEN.partition(":")[0], in_thread=in_thread, clock=run.delivery_clock)
    sender = Sender(
        database,
        telegram_send(bot, gallery),
        gallery,
        policy=DELIVERY,
        owner=new_owner("delivery"),
        in_thread=in_thread,
        clock=run.delivery_clock,
        sleep=lambda seconds: asyncio.sleep(seconds / PEOPLE_FACTOR),
    )
    while True:
        try:
            await sender.tick()
        except Exception as error:
            note(run, "delivery", error)
        await asyncio.sleep(0.01)


def note(run: Run, role: str, error: Exception) -> None:
    """Errors that a tick survives are the product's business; the harness counts them."""
    import traceback

    lines = "".join(traceback.format_exception(error))
    with (Path(run.folder) / "errors").open("a") as log:
        log.write(f"--- {role} {os.getpid()} {type(error).__name__}: {str(error)[:300]}\n{lines[-1500:]}\n")
