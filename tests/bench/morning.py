"""`python -m tests.bench.morning`: one due minute of 10,000 subscribers, in real time, against a real Bot API server.

The product runs as `sitrep run` (SQLite, embedded Chroma, the real model, the sample corpus). Of the chats 1 % have
blocked the bot; the server refuses some messages with 429, half of these for one chat and half for everyone, whom it
then refuses as long, as Telegram does; some with 5xx after or without accepting them. Questions are asked all the
while, and answered within a second; to one that falls into a wait that Telegram asked for, which every message honours,
the rest of that wait is added. No clock is simulated or compressed: at 25 messages a second, 10,000 take 400 seconds,
and the whole run about eight minutes. A message of which nobody knows whether Telegram has it is sent again after a
wait that the policy sets, a longer one the second time: it has that wait besides.
"""

from __future__ import annotations

import argparse
import bisect
import dataclasses
import math
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.delivery.policy import DeliveryPolicy
from bot.store import outbox, schema
from bot.store.migrate import migrate
from index.store.database import Database
from index.store.migrate import migrate as migrate_corpus
from tests.bot.end_to_end.process import RunningBot, environment, sitrep
from tests.servers import updates
from tests.servers.botapi import BotApi, Receipt
from tests.servers.botapi_faults import Fault

_POLICY = DeliveryPolicy()
_LIMIT = 25
_ASKED_EVERY_S = 3.0
_ANSWERED_WITHIN_S = 1.0
_FIRST_ASKER = 5_000_000
# A refusal takes a moment to reach the client, and what it had sent by then is on its way; that everyone is meant shows
# by the third.
_ON_THE_WAY_S = 0.3
# How long a refusal asks to wait.
_WAIT_S = 1.0
_QUESTIONS = (
    "How many attacks on US troops were counted?",
    "What happened at the crossing?",
    "Who claimed the attack?",
)


class Crowd(BotApi):
    """Telegram on a bad morning: refusals and silences for subscribers at random."""

    def __init__(self, subscribers: int, seed: int) -> None:
        super().__init__()
        self._rng = random.Random(seed)
        self.subscribers = subscribers
        # When, for whom (None: everyone) and how long messages were to stay away.
        self.halts: list[tuple[float, int | None, float]] = []
        self._closed_until = 0.0

    def _next_fault(self, method: str, chat_id: int | None) -> Fault | None:
        if method != "sendMessage" or chat_id is None or chat_id >= _FIRST_ASKER:
            return None
        if chat_id % 100 == 0:
            return Fault(method, status=403, description="Forbidden: bot was blocked by the user")
        now, draw = time.monotonic(), self._rng.random()
        if now < self._closed_until:
            return Fault(method, retry_after=1)
        if draw < 0.001:
            everyone = self._rng.random() < 0.5
            self._closed_until = now + _WAIT_S if everyone else self._closed_until
            self.halts.append((now, None if everyone else chat_id, _WAIT_S))
            return Fault(method, retry_after=1)
        if draw < 0.004:
            return Fault(method, status=502, how="html", accepted=self._rng.random() < 0.5)
        return None


@dataclasses.dataclass
class Morning:
    """What the run came to."""

    subscribers: int
    # Until the last message was accepted that Telegram had left nobody in doubt of, and until the last of all.
    took_s: float
    doubted_s: float
    accepted: Counter[int]
    reachable: set[int]
    unknown: dict[int, int]
    states: Counter[str]
    busiest_second: int
    busiest_chat: int
    in_a_halt: int
    halts: int
    answered_s: list[float]
    # Of each of them, how long Telegram had asked that nothing be sent.
    halted_s: list[float]
    unanswered: int

    def failures(self) -> list[str]:
        found = []
        never = [chat for chat in self.reachable if not self.accepted[chat]]
        again = [chat for chat in self.reachable if self.accepted[chat] > 1 + min(self.unknown.get(chat, 0), 2)]
        limit = self.subscribers / _LIMIT * 1.1
        waits = _POLICY.most_resends * _POLICY.ambiguous_delay_s
        late = [s for s, halted in zip(self.answered_s, self.halted_s, strict=True) if s - halted > _ANSWERED_WITHIN_S]
        for name, bad in (
            (f"{len(never)} reachable chats got nothing", never),
            (f"{len(again)} chats got it more often than unknown outcomes explain", again),
            (f"it took {self.took_s:.0f} s, more than {limit:.0f} s", self.took_s > limit),
            (f"the last in doubt came after {self.doubted_s:.0f} s", self.doubted_s > max(limit, self.took_s) + waits),
            (f"{self.busiest_second} messages in one second", self.busiest_second > _LIMIT),
            (f"{self.busiest_chat} messages to one chat in one second", self.busiest_chat > 2),
            (f"{self.in_a_halt} messages inside a wait that was asked for", self.in_a_halt),
            (f"{len(late)} of {len(self.answered_s)} questions took over a second beside Telegram's waits", late),
            (f"{self.unanswered} questions were not answered", self.unanswered),
        ):
            if bad:
                found.append(name)
        return found


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--subscribers", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitrep-morning-") as folder, Crowd(chosen.subscribers, chosen.seed) as api:
        morning = play(api, Path(folder))
    limit = chosen.subscribers / _LIMIT
    answers = sorted(morning.answered_s)
    late = [pair for pair in zip(morning.answered_s, morning.halted_s, strict=True) if pair[0] > _ANSWERED_WITHIN_S]
    print(
        f"{chosen.subscribers} subscribers, {len(morning.reachable)} reachable, {sum(morning.accepted.values())} sent"
    )
    print(
        f"took {morning.took_s:.1f} s, {morning.took_s / limit:.3f} times the {limit:.0f} s that the limit allows; with"
        f" what Telegram left in doubt {morning.doubted_s:.1f} s"
    )
    print(
        f"rows: {dict(morning.states)}; unknown outcomes: {sum(morning.unknown.values())}; waits asked: {morning.halts}"
    )
    print(f"busiest second: {morning.busiest_second}; inside a wait: {morning.in_a_halt}")
    if answers:
        p95 = answers[math.ceil(0.95 * len(answers)) - 1]
        print(
            f"{len(answers)} questions meanwhile: median {statistics.median(answers):.2f} s, p95 {p95:.2f} s, slowest"
            f" {answers[-1]:.2f} s; {len(late)} over {_ANSWERED_WITHIN_S:.0f} s"
        )
    for seconds, halted in late:
        print(f"  {seconds:.2f} s, of which {halted:.2f} s in a wait that Telegram had asked for")
    for failure in morning.failures():
        print(f"FAILED: {failure}")
    return 1 if morning.failures() else 0


def play(api: Crowd, folder: Path) -> Morning:
    env = environment(folder, api, os.environ.get("SITREP_EMBEDDING__MODEL_DIR", ""))
    _corpus(env)
    due_at = _subscribe(folder, api.subscribers)
    bot = RunningBot(env, folder / "log").ready(api, "getUpdates")
    asked: dict[int, float] = {}
    try:
        time.sleep(max(0.0, (due_at - datetime.now(UTC)).total_seconds()))
        began = time.monotonic()
        over = threading.Event()
        asking = threading.Thread(target=_ask, args=(api, asked, over))
        asking.start()
        states = _until_sent(folder, api.subscribers)
        over.set()
        asking.join()
        time.sleep(3)
    finally:
        bot.stop()
    return _measured(api, folder, began, states, asked)


def _corpus(env: dict[str, str]) -> None:
    sample = Path(__file__).parents[2] / "index" / "sample" / "articles.jsonl"
    for command in (("import", str(sample)), ("index",)):
        done = sitrep(*command, env=env, timeout=300)
        if done.returncode:
            sys.exit(done.stderr)


def _subscribe(folder: Path, subscribers: int) -> datetime:
    """Everyone for the same minute, which comes when the bot has had time to start."""
    now = datetime.now(UTC)
    due_at = (now + timedelta(seconds=100)).replace(second=0, microsecond=0)
    database = Database.open(None, folder)
    migrate_corpus(database)
    migrate(database)
    chats = [{"id": n, "kind": "private", "zone": "UTC", "created_at": now} for n in range(1, subscribers + 1)]
    wanted = {"minute": due_at.hour * 60 + due_at.minute, "zone": "UTC", "topics": [], "created_at": now}
    due = {"due_at": due_at, "due_date": due_at.date()}

    def work(connection: sa.Connection) -> None:
        connection.execute(sa.insert(schema.chat), chats)
        connection.execute(sa.insert(schema.subscription), [{"chat_id": c["id"], **wanted, **due} for c in chats])

    database.transact(work)
    database.close()
    return due_at


def _ask(api: Crowd, asked: dict[int, float], over: threading.Event) -> None:
    number = 0
    while not over.wait(_ASKED_EVERY_S):
        asker = _FIRST_ASKER + number
        asked[asker] = time.monotonic()
        api.push(updates.message(_QUESTIONS[number % len(_QUESTIONS)], user_id=asker))
        number += 1


def _until_sent(folder: Path, subscribers: int) -> Counter[str]:
    """Wait until every briefing is made and nothing waits any more that can be sent."""
    database = Database.open(None, folder)
    while True:
        with database.read() as connection:
            states = Counter(outbox.counts(connection))
        if sum(states.values()) >= subscribers and not states["pending"] + states["sending"]:
            database.close()
            return states
        time.sleep(1.0)


def _measured(api: Crowd, folder: Path, began: float, states: Counter[str], asked: dict[int, float]) -> Morning:
    sent = [r for r in api.receipts if r.method == "sendMessage"]
    briefings = [r for r in sent if r.chat_id is not None and r.chat_id < _FIRST_ASKER]
    database = Database.open(None, folder)
    with database.read() as connection:
        row = schema.delivery.c
        unknown = {
            r.chat_id: r.unknown_outcomes for r in connection.execute(sa.select(row.chat_id, row.unknown_outcomes))
        }
    database.close()
    everyone = range(1, api.subscribers + 1)
    answered = _answers(sent, asked)
    came = [(r.monotonic - began, bool(unknown.get(r.chat_id or 0))) for r in briefings if r.accepted]
    return Morning(
        subscribers=api.subscribers,
        took_s=max((seconds for seconds, in_doubt in came if not in_doubt), default=0.0),
        doubted_s=max((seconds for seconds, _ in came), default=0.0),
        accepted=Counter(r.chat_id for r in briefings if r.accepted and r.chat_id is not None),
        reachable={chat for chat in everyone if chat % 100},
        unknown={chat: times for chat, times in unknown.items() if times},
        states=states,
        busiest_second=_busiest([r.monotonic for r in sent]),
        busiest_chat=max(_busiest(own) for own in _by_chat(sent).values()),
        in_a_halt=sum(_inside(r, halt) for halt in api.halts for r in briefings),
        halts=len(api.halts),
        answered_s=[until - since for since, until in answered],
        halted_s=[_halted(since, until, api.halts) for since, until in answered],
        unanswered=len(asked) - len(answered),
    )


def _answers(sent: list[Receipt], asked: dict[int, float]) -> list[tuple[float, float]]:
    """When each answered question was asked, and when its answer came."""
    first: dict[int, float] = {}
    for receipt in sent:
        if receipt.chat_id in asked:
            first.setdefault(receipt.chat_id, receipt.monotonic)
    return [(moment, first[chat]) for chat, moment in asked.items() if chat in first]


def _halted(since: float, until: float, halts: list[tuple[float, int | None, float]]) -> float:
    """The longest stretch of it inside one wait; waits that follow each other are not added up."""
    return max([0.0, *(min(until, began + s) - max(since, began) for began, _, s in halts)])


def _by_chat(sent: list[Receipt]) -> dict[int | None, list[float]]:
    found: dict[int | None, list[float]] = {}
    for receipt in sent:
        found.setdefault(receipt.chat_id, []).append(receipt.monotonic)
    return found


def _busiest(moments: list[float]) -> int:
    """The most in any window of a second."""
    ordered = sorted(moments)
    return max(bisect.bisect_left(ordered, start + 1.0) - place for place, start in enumerate(ordered))


def _inside(receipt: Receipt, halt: tuple[float, int | None, float]) -> bool:
    began, chat_id, seconds = halt
    return chat_id in (None, receipt.chat_id) and began + _ON_THE_WAY_S < receipt.monotonic < began + seconds


if __name__ == "__main__":
    sys.exit(main())
