"""Seeded bugs: each is one plausible mistake, put into the harness's own processes. All must be caught."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

import bot.briefings
import bot.delivery.sender
import index.indexing
from bot.delivery.outcome import Outcome, Refused, Sent, Unknown, Unreachable
from bot.store import outbox, subscriptions
from bot.store import schema as people
from index.store import articles, leases
from index.store import schema as corpus

_undo: list[Callable[[], None]] = []


def apply(name: str | None) -> None:
    """Seed this bug into this process and all that it forks."""
    if name is not None:
        BUGS[name]()


def undo() -> None:
    while _undo:
        _undo.pop()()


def replace(owner: Any, name: str, value: Any) -> None:
    """Put a mistake in place of a piece of the product, until `undo`."""
    before = getattr(owner, name)
    if inspect.isfunction(before):
        # One that can not even be called would be found for another reason than the mistake in it.
        _same_call(inspect.signature(before), inspect.signature(value), name)
    setattr(owner, name, value)
    _undo.append(lambda: setattr(owner, name, before))


def _same_call(before: inspect.Signature, after: inspect.Signature, name: str) -> None:
    takes = after.parameters.values()
    anything = any(one.kind is inspect.Parameter.VAR_KEYWORD for one in takes)
    named = [one.name for one in before.parameters.values() if one.kind is inspect.Parameter.KEYWORD_ONLY]
    assert anything or {one.name for one in takes} >= set(named), f"the seeded {name} is called in another way now"


def send_before_commit() -> None:
    """The bytes leave first, and the row says so only afterwards."""

    def begin(connection: sa.Connection, delivery_id: int, **_: Any) -> bool:
        row = people.delivery.c
        held = sa.select(row.id).where(row.id == delivery_id, row.state == "pending")
        return connection.execute(held).first() is not None

    replace(outbox, "begin_sending", begin)


def interrupted_is_not_counted() -> None:
    """A row found in `sending` is simply sent again, as if nothing could have left."""

    def recover(connection: sa.Connection, *, now: datetime, **_: Any) -> int:
        row = people.delivery
        free = sa.or_(row.c.lease_until_at.is_(None), row.c.lease_until_at <= now)
        again = sa.update(row).where(row.c.state == "sending", free)
        return connection.execute(again.values(state="pending", lease_owner=None)).rowcount

    replace(outbox, "recover_interrupted", recover)


def interrupted_is_never_found() -> None:
    """Nobody looks for rows whose sender died."""
    replace(outbox, "recover_interrupted", lambda *_, **__: 0)


def no_bound_on_resends() -> None:
    """An unknown outcome is tried again for ever."""
    settle = bot.delivery.sender.settle

    def endless(*given: Any, **named: Any) -> Any:
        settled = settle(*given, **named)
        if settled.values["state"] == "unknown":
            settled.values["state"] = "pending"
        return settled

    replace(bot.delivery.sender, "settle", endless)


def timeout_is_a_refusal() -> None:
    """A timeout is taken for "not sent"."""
    classify = bot.delivery.sender.classify

    def hasty(error: BaseException) -> Outcome:
        outcome = classify(error)
        return Refused("hasty", timedelta(seconds=1), flood=False) if isinstance(outcome, Unknown) else outcome

    replace(bot.delivery.sender, "classify", hasty)


def refusal_is_a_success() -> None:
    """A blocked chat is ticked off as done."""
    classify = bot.delivery.sender.classify

    def careless(error: BaseException) -> Outcome:
        outcome = classify(error)
        return Sent(1) if isinstance(outcome, Unreachable) else outcome

    replace(bot.delivery.sender, "classify", careless)


def no_lease_guard() -> None:
    """Whoever once leased a delivery sends it, though its lease ran out and another took it."""

    def begin(connection: sa.Connection, delivery_id: int, *, owner: str, now: datetime, duration: timedelta) -> bool:
        row = people.delivery
        mine = sa.update(row).where(row.c.id == delivery_id)
        values = {"state": "sending", "lease_owner": owner, "lease_until_at": now + duration}
        return connection.execute(mine.values(values)).rowcount == 1

    replace(outbox, "begin_sending", begin)


def finish_without_owner() -> None:
    """What became of a delivery is written by whoever sent it, though another went on with it meanwhile."""

    def finish(connection: sa.Connection, delivery_id: int, *, owner: str, values: dict[str, Any]) -> bool:
        row = people.delivery
        written = {**values, "lease_owner": None, "lease_until_at": None}
        return connection.execute(sa.update(row).where(row.c.id == delivery_id).values(written)).rowcount == 1

    replace(outbox, "finish", finish)


def parts_out_of_order() -> None:
    """A part does not wait for those before it."""

    def lease_due(
        connection: sa.Connection, *, owner: str, now: datetime, duration: timedelta, limit: int, pictures: bool
    ) -> list[Any]:
        row, chat = people.delivery, people.chat
        active = sa.exists().where(chat.c.id == row.c.chat_id, chat.c.state == "active")
        due = sa.and_(row.c.state == "pending", row.c.not_before_at <= now, active)
        order = (row.c.not_before_at, row.c.id)
        return [
            outbox._delivery(found)
            for found in leases.lease(
                connection, row, due=due, order=order, owner=owner, now=now, duration=duration, limit=limit
            )
        ]

    replace(outbox, "lease_due", lease_due)


def due_time_moves_first() -> None:
    """The next due time is committed before the briefing is made."""
    make = bot.briefings.Briefer._make

    def made(self: Any, subscription: Any, known: Any) -> bool:
        todo = bot.briefings.plan(subscription, now=self._clock(), policy=self._policy)
        table = people.subscription
        due = {"due_at": todo.next.at, "due_date": todo.next.day}
        first = sa.update(table).where(table.c.id == subscription.id).values(due)
        self._database.transact(lambda connection: connection.execute(first) and None)
        return make(self, subscription, known)

    replace(bot.briefings.Briefer, "_make", made)


def outbox_in_a_transaction_of_its_own() -> None:
    """The briefing is committed, then its messages are queued."""
    enqueue = outbox.enqueue_briefing
    make = bot.briefings.Briefer._make

    def later(_connection: sa.Connection, *given: Any, **named: Any) -> None:
        waiting.append((given, named))

    def made(self: Any, subscription: Any, known: Any) -> bool:
        done = make(self, subscription, known)
        for given, named in waiting:
            self._database.transact(lambda c, g=given, n=named: enqueue(c, *g, **n))
        waiting.clear()
        return done

    waiting: list[tuple[Any, Any]] = []
    replace(outbox, "enqueue_briefing", later)
    replace(bot.briefings.Briefer, "_make", made)


def no_unique_key() -> None:
    """Nothing but care keeps a local date from being used twice: no guard by owner, no unique key."""

    def advance(connection: sa.Connection, subscription_id: int, *, owner: str, due: Any, values: Any) -> bool:
        table = people.subscription
        row = {**values, "due_at": due.at, "due_date": due.day, "lease_owner": None, "lease_until_at": None}
        connection.execute(sa.update(table).where(table.c.id == subscription_id).values(row))
        return True

    unique = next(c for c in people.briefing.constraints if isinstance(c, sa.UniqueConstraint))
    people.briefing.constraints.discard(unique)
    _undo.append(lambda: people.briefing.constraints.add(unique))
    replace(subscriptions, "advance", advance)


def indexed_before_its_passages() -> None:
    """A revision is marked as indexed in a transaction before the one that writes its passages."""
    finish = index.indexing.Indexer._finish

    def hasty(self: Any, one: Any, *rest: Any) -> None:
        revision = corpus.revision
        mark = sa.update(revision).where(revision.c.id == one.revision_id)
        self._database.transact(lambda c: c.execute(mark.values(state="indexed")) and None)
        self._database.transact(lambda c: c.execute(mark.values(state="pending")) and None)
        finish(self, one, *rest)

    replace(index.indexing.Indexer, "_finish", hasty)


def article_in_two_transactions() -> None:
    """An article is committed before its text: it can be there without one."""
    add_revision = articles._add_revision

    def later(connection: sa.Connection, *given: Any) -> None:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")
        add_revision(connection, *given)

    replace(articles, "_add_revision", later)


def old_revision_stays_searchable() -> None:
    """A corrected article is found in both its states."""
    replace(index.indexing, "_supersede", lambda *_: [])


def no_lease_guard_when_indexing() -> None:
    """Whoever once leased a revision writes it, whatever became of it meanwhile."""
    store = index.indexing.store

    def unguarded(connection: sa.Connection, one: Any, *rest: Any, owner: str, now: datetime) -> list[str]:
        revision = corpus.revision
        again = {"state": "pending", "lease_owner": owner}
        connection.execute(sa.update(revision).where(revision.c.id == one.revision_id).values(again))
        return store(connection, one, *rest, owner=owner, now=now)

    replace(index.indexing, "store", unguarded)


BUGS: dict[str, Callable[[], None]] = {
    bug.__name__: bug
    for bug in (
        send_before_commit,
        interrupted_is_not_counted,
        interrupted_is_never_found,
        no_bound_on_resends,
        timeout_is_a_refusal,
        refusal_is_a_success,
        no_lease_guard,
        finish_without_owner,
        parts_out_of_order,
        due_time_moves_first,
        outbox_in_a_transaction_of_its_own,
        no_unique_key,
        indexed_before_its_passages,
        article_in_two_transactions,
        old_revision_stays_searchable,
        no_lease_guard_when_indexing,
    )
}
