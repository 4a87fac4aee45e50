"""Telegram on a bad day: `python -m tests.bench.faults --faults 1000`; exits 1 where a question was not answered.

People ask while calls of every method go wrong at random: 500, 502, an HTML page, a connection that hangs or is cut
(whether the call took effect or not), a wait that is asked for. The poller, the pacing and the replies are the bot's,
over real HTTP to the double of the Bot API; time runs faster for them. Each question must be answered: once, and
again only as often as nobody could know whether Telegram had it.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import contextlib
import dataclasses
import logging
import random
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from telegram.error import NetworkError
from telegram.request import HTTPXRequest, RequestData

from bot.alerts import AlertPolicy
from bot.app import build_application, taker
from bot.briefings import BriefingPolicy
from bot.chat.buttons import Signer
from bot.chat.policy import TelegramPolicy
from bot.chat.polling import Poller
from bot.chat.services import Services
from bot.delivery.policy import DeliveryPolicy
from bot.delivery.telegram import SharedPacing
from bot.store.migrate import migrate
from bot.ticks import in_thread
from index import Index, Settings
from index.sample import sample_articles
from tests.fakes import FakeEmbedder
from tests.servers import updates
from tests.servers.botapi import TOKEN, BotApi
from tests.servers.botapi_faults import Fault

# So many seconds of the bot's pass in one of ours.
FASTER = 20.0
# One call in so many goes wrong.
SHARE = 0.12
AT_ONCE = 12
PATIENCE_S = 90.0
QUESTIONS = ("How many attacks on US troops were counted?", "What happened in Zummar?", "/help", "/sources", "thanks!")
_HURT = {"sendMessage", "editMessageText", "sendChatAction", "answerCallbackQuery", "getUpdates", "sendMessageDraft"}


class BadDay(BotApi):
    """Draws what goes wrong, until `most` calls have; counts sends whose fate the bot could not know."""

    def __init__(self, rng: random.Random, most: int) -> None:
        super().__init__()
        self._rng, self._most = rng, most
        self.drawn: collections.Counter[str] = collections.Counter()
        self.doubtful: collections.Counter[int | None] = collections.Counter()

    def take_fault(self, method: str, chat_id: int | None) -> Fault | None:
        with self.changed:
            if self.drawn.total() >= self._most or method not in _HURT or self._rng.random() > SHARE:
                return None
            kind = self._rng.choice(("500", "502", "html", "hang", "cut", "429"))
            self.drawn[kind] += 1
            fault = self._fault(method, kind)
            if kind == "html" and fault.takes_effect and method == "sendMessage":
                self.doubtful[chat_id] += 1
            return fault

    def _fault(self, method: str, kind: str) -> Fault:
        if kind in {"500", "502"}:
            return Fault(method, status=int(kind))
        if kind == "429":
            return Fault(method, retry_after=self._rng.randint(1, 90))
        status = 502 if kind == "html" else 200
        return Fault(method, how=kind, status=status, seconds=0.6, accepted=self._rng.random() < 0.3)

    @property
    def is_over(self) -> bool:
        with self.changed:
            return self.drawn.total() >= self._most


class Doubting(HTTPXRequest):
    """The bot's own requests. One to which no answer came may have taken effect, also where the machine was too busy to
    answer in time."""

    def __init__(self, doubtful: collections.Counter[int | None], **settings: Any) -> None:
        super().__init__(**settings)
        self._doubtful = doubtful

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **more: Any
    ) -> tuple[int, bytes]:
        try:
            return await super().do_request(url, method, request_data, *args, **more)
        except NetworkError:
            if url.endswith("/sendMessage") and request_data is not None:
                self._doubtful[int(str(request_data.parameters["chat_id"]))] += 1
            raise


class Fast:
    """A clock that runs faster, and a sleep by it."""

    def __init__(self) -> None:
        self._began, self._since = datetime.now(UTC), time.monotonic()

    def __call__(self) -> datetime:
        return self._began + timedelta(seconds=(time.monotonic() - self._since) * FASTER)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds) / FASTER)


@dataclasses.dataclass
class Tally:
    once: int = 0
    again: int = 0
    too_often: list[tuple[int, str]] = dataclasses.field(default_factory=list)
    never: list[tuple[int, str]] = dataclasses.field(default_factory=list)


def count(api: BadDay, asked: dict[int, str]) -> Tally:
    """What came of each question. People ask one question each, so that copies can be told."""
    tally = Tally()
    for person, question in asked.items():
        copies = len({r.seq for r in api.sent(person)})
        if copies == 0:
            tally.never.append((person, question))
        elif copies == 1:
            tally.once += 1
        elif copies <= 1 + api.doubtful[person]:
            tally.again += 1
        else:
            tally.too_often.append((person, question))
    return tally


async def run_bot(services: Services, policy: DeliveryPolicy, clock: Fast, over: asyncio.Event, api: BadDay) -> None:
    request = Doubting(api.doubtful, connection_pool_size=64, read_timeout=0.4, connect_timeout=2.0, pool_timeout=10.0)
    pacing = SharedPacing(services.database, policy=policy, in_thread=in_thread, clock=clock, sleep=clock.sleep)
    application = build_application(services, pacing=pacing, request=request, sleep=clock.sleep)

    async def unread() -> None: ...

    async with application:
        task = asyncio.ensure_future(Poller(application.bot, taker(application, services), unread).run())
        await over.wait()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def people(api: BadDay, asked: dict[int, str], rng: random.Random) -> None:
    """Ask, never more at once than a few, until the faults are used up; then wait for the last answers."""
    person = 10_000
    waiting: dict[int, float] = {}
    while not api.is_over or waiting:
        while len(waiting) < AT_ONCE and not api.is_over:
            person += 1
            asked[person] = rng.choice(QUESTIONS)
            waiting[person] = time.monotonic()
            api.push(updates.message(asked[person], user_id=person))
        with api.changed:
            api.changed.wait(0.2)
        answered = {r.chat_id for r in api.sent()}
        now = time.monotonic()
        waiting = {one: at for one, at in waiting.items() if one not in answered and now - at < PATIENCE_S}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.disable(logging.CRITICAL)
    rng, asked, clock = random.Random(options.seed), dict[int, str](), Fast()
    with tempfile.TemporaryDirectory() as folder, BadDay(rng, options.faults) as api:
        with Index.open(Settings(Path(folder)), embedder=FakeEmbedder()) as corpus:
            migrate(corpus.database)
            corpus.add(sample_articles())
            asyncio.run(_run(corpus, api, clock, asked, rng))
        tally = count(api, asked)
    faults = ", ".join(f"{kind} {number}" for kind, number in sorted(api.drawn.items()))
    print(f"{api.drawn.total()} faults: {faults}")
    print(
        f"{len(asked)} questions: {tally.once} answered once, {tally.again} again where it could not be known whether"
    )
    often, never = tally.too_often, tally.never
    print(f"Telegram had it, {len(often)} more often than that {often[:5]}, {len(never)} never {never[:5]}")
    sys.exit(1 if tally.never or tally.too_often else 0)


async def _run(corpus: Index, api: BadDay, clock: Fast, asked: dict[int, str], rng: random.Random) -> None:
    telegram = TelegramPolicy(token=TOKEN, base_url=api.base_url)
    services: Any = Services(
        corpus, corpus.database, telegram, BriefingPolicy(), AlertPolicy(), Signer.of_token(TOKEN), clock
    )
    over = asyncio.Event()
    loop = asyncio.get_running_loop()

    def ask() -> None:
        people(api, asked, rng)
        loop.call_soon_threadsafe(over.set)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    await run_bot(services, DeliveryPolicy(per_second=200.0), clock, over, api)
    thread.join()


if __name__ == "__main__":
    main()
