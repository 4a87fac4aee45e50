"""What is stopped step by step: a briefing that is made and sent, and an article that is saved and indexed."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from telegram.error import Forbidden, RetryAfter, TimedOut

from bot.briefings import Occasion
from bot.store import schema as people
from bot.wording.message import Message
from index.importing import to_article
from index.indexing import Indexer, IndexingPolicy
from index.language.passages import PassagePolicy
from index.retrieval.chroma import VectorsUnavailable
from index.retrieval.projection import Projection
from index.retrieval.vectors import VectorStore
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.leases import new_owner
from index.stories.story import Briefing
from tests.bot.worlds import briefer, rows, sender, subscribe
from tests.crash import invariants
from tests.crash.roles import part_text
from tests.crash.servers import article_text, mark
from tests.crash.steps import Place, Trial
from tests.fakes import FakeEmbedder
from tests.index.ingest.conftest import Here

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_ROUNDS = 15
_READER = 7
# Chats with a lot of their own.
_DEAF, _BUSY, _SILENT_ONCE, _BLOCKED = 11, 12, 13, 66


@dataclasses.dataclass(frozen=True)
class Ending:
    """How a send ends: what its sender sees, and whether the message arrived."""

    error: Exception | None = None
    arrived: bool = True


Script = Callable[[int, int], Ending]


def all_well(_chat_id: int, _attempt: int) -> Ending:
    return Ending()


def silent_at_first(_chat_id: int, attempt: int) -> Ending:
    return Ending(TimedOut()) if attempt == 1 else Ending()


def a_bad_day(chat_id: int, attempt: int) -> Ending:
    if chat_id == _BLOCKED:
        return Ending(Forbidden("Forbidden: bot was blocked by the user"), arrived=False)
    if chat_id == _BUSY and attempt == 1:
        return Ending(RetryAfter(3), arrived=False)
    if chat_id == _DEAF or (chat_id == _SILENT_ONCE and attempt == 1):
        return Ending(TimedOut())
    return Ending()


class Telegram:
    """Its log outlives the process that sends."""

    def __init__(self, place: Place, script: Script) -> None:
        self._place = place
        self._script = script

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        self._place.steps.step()
        log = self._place.receipts
        before = log.read_text().splitlines() if log.exists() else []
        attempt = 1 + sum(json.loads(line)["chat_id"] == chat_id for line in before)
        ending = self._script(chat_id, attempt)
        receipt = {"method": "sendMessage", "accepted": ending.arrived, "chat_id": chat_id, "text": message.html}
        with log.open("a") as out:
            out.write(json.dumps(receipt) + "\n")
        self._place.steps.step()
        if ending.error is not None:
            raise ending.error
        return len(before) + 1


def two_parts(_: Briefing, occasion: Occasion) -> Sequence[Message]:
    return [Message(part_text(occasion.briefing_id, part)) for part in (1, 2)]


def one_part(_: Briefing, occasion: Occasion) -> Sequence[Message]:
    return [Message(part_text(occasion.briefing_id, 1))]


Render = Callable[[Briefing, Occasion], Sequence[Message]]


def delivery_trial(name: str, script: Script, render: Render, chats: Sequence[int] = (_READER,), **how: Any) -> Trial:
    """One due minute of these chats, made and sent."""

    def prepare(place: Place, database: Database) -> None:
        for chat_id in chats:
            subscribe(database, place.clock, chat_id)

    def once(place: Place, database: Database) -> None:
        owner = new_owner("process")
        briefer(database, place.clock, owner=owner, render=render).tick()
        asyncio.run(sender(database, Telegram(place, script), place.clock, owner=owner).tick())  # type: ignore[arg-type]

    def first(place: Place, database: Database) -> None:
        place.clock.advance(hours=1)
        once(place, database)

    def other(place: Place, database: Database) -> None:
        for _ in range(_ROUNDS):
            place.clock.advance(seconds=61)
            once(place, database)
            if not _open_ends(place, database):
                break

    return Trial(name, prepare, first, other, _halfway, _settled, **how)


def _open_ends(place: Place, database: Database) -> bool:
    open_deliveries = rows(database, people.delivery, people.delivery.c.state.in_(("pending", "sending")))
    return bool(open_deliveries or rows(database, people.subscription, people.subscription.c.due_at <= place.clock.now))


def _halfway(place: Place, database: Database) -> list[str]:
    return _delivered(place, database, settled=False)


def _settled(place: Place, database: Database) -> list[str]:
    return _delivered(place, database, settled=True)


def _delivered(place: Place, database: Database, *, settled: bool) -> list[str]:
    place.receipts.touch()
    found = invariants.delivered(database, place.receipts, settled=settled)
    return found + invariants.scheduled(database)


class NoChroma:
    """Chroma is away: what is whole in SQL is what counts. tests/crash/vectors.py kills Chroma itself."""

    def open(self) -> ClientAPI:
        raise VectorsUnavailable("away")

    def check_room(self) -> None: ...

    def close(self, client: ClientAPI) -> None:
        raise AssertionError("never opened")

    def clear(self) -> None:
        """Nothing is there."""


def _article(number: int, revision: int) -> dict[str, Any]:
    return {
        "url": f"https://steps.example/{number}",
        "title": f"Report {number}",
        "text": article_text(number, revision),
        "publisher": "Steps",
        "published": "2024-04-15T08:00:00Z",
    }


# What comes in, one after the other: the second article is corrected.
_COMING = (((1, 1), (2, 1)), ((2, 2), (3, 1)))
_LAST = ((1, 1), (2, 2), (3, 1))
_IN_THE_END = {f"https://steps.example/{number}": mark(number, last) for number, last in _LAST}


def _take_in(place: Place, database: Database, coming: Sequence[Sequence[tuple[int, int]]] = _COMING) -> None:
    indexer = Indexer(
        database,
        FakeEmbedder(),
        Projection(database, VectorStore(NoChroma())),
        IndexingPolicy(most_attempts=10_000),
        PassagePolicy(),
        Here(),
    )
    store = ArticleStore(database)
    for batch in coming:
        articles = [to_article(_article(number, revision)) for number, revision in batch]
        store.save(articles, now=place.clock.now)
        with place.acknowledged.open("a") as log:
            log.writelines(f"{one.url}\n" for one in articles)
        indexer.run(place.clock, limit=None, progress=None)


def _take_in_again(place: Place, database: Database) -> None:
    place.clock.advance(minutes=11)
    _take_in(place, database, [_LAST])


def _ingested(place: Place, database: Database) -> list[str]:
    return invariants.ingested(database)


def _complete(place: Place, database: Database) -> list[str]:
    acknowledged = place.acknowledged.read_text().split() if place.acknowledged.exists() else []
    return invariants.ingested(database) + invariants.complete(database, _IN_THE_END, acknowledged)


TRIALS = {
    trial.name: trial
    for trial in (
        delivery_trial("dies while delivering", all_well, two_parts),
        delivery_trial("sleeps while delivering", silent_at_first, one_part, sleeps=True),
        delivery_trial("dies on a bad day", a_bad_day, two_parts, (_DEAF, _BUSY, _SILENT_ONCE, _BLOCKED), stride=7),
        Trial("dies while indexing", lambda *_: None, _take_in, _take_in_again, _ingested, _complete),
        Trial("sleeps while indexing", lambda *_: None, _take_in, _take_in_again, _ingested, _complete, sleeps=True),
    )
}
CAUGHT_IN = {
    "send_before_commit": "dies while delivering",
    "interrupted_is_not_counted": "dies while delivering",
    "interrupted_is_never_found": "dies while delivering",
    "no_bound_on_resends": "dies on a bad day",
    "timeout_is_a_refusal": "dies on a bad day",
    "refusal_is_a_success": "dies on a bad day",
    "no_lease_guard": "sleeps while delivering",
    "parts_out_of_order": "dies on a bad day",
    "due_time_moves_first": "dies while delivering",
    "outbox_in_a_transaction_of_its_own": "dies while delivering",
    "no_unique_key": "sleeps while delivering",
    "finish_without_owner": "sleeps while delivering",
    "indexed_before_its_passages": "dies while indexing",
    "article_in_two_transactions": "dies while indexing",
    "old_revision_stays_searchable": "dies while indexing",
    "no_lease_guard_when_indexing": "sleeps while indexing",
}
