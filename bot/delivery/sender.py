"""The delivery tick: lease what is due, mark it, send it at its moment, record what became of it.

Texts go before pictures, and a picture that has to be drawn is drawn before its row is marked: neither makes a text
late.
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import sqlalchemy as sa
import structlog

from bot.delivery import pacing
from bot.delivery.away import pause_and_tell
from bot.delivery.delay import as_it_leaves
from bot.delivery.gallery import Gallery, InThread, digest
from bot.delivery.outcome import Dead, Outcome, Refused, Sent, TokenRefused, classify
from bot.delivery.policy import DeliveryPolicy
from bot.delivery.settle import settle
from bot.delivery.telegram import Send
from bot.delivery.wire import Crossing, Wire
from bot.pictures.easel import PictureFailed
from bot.pictures.picture import Picture
from bot.store import chats, outbox, pauses
from bot.store.outbox import Delivery
from index.errors import SitrepError, StorageUnusable
from index.store.database import Database

T = TypeVar("T")

# A slot this near is waited for with the row marked as sending; a later one is asked for again.
_HORIZON = timedelta(seconds=0.3)
# A halt of everyone that ends this soon is sat out; a longer one ends the tick.
_SIT_OUT = timedelta(seconds=5)
_FINISH_S = 6.0
# How long after each other an outcome is written down where the database is away, within a lease.
_TRY_AGAIN_S = (1.0, 2.0, 4.0, 8.0, 15.0)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class TokenWasRefused(SitrepError):
    """Telegram does not know our token: nothing can be sent, and everything waits."""

    code = "token_refused"


class Sender:
    """Sends the outbox. Any number may run: each row is leased, and all keep to the same pace."""

    def __init__(
        self,
        database: Database,
        send: Send,
        gallery: Gallery,
        *,
        policy: DeliveryPolicy,
        owner: str,
        in_thread: InThread,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        wire: Wire | None = None,
    ) -> None:
        self._database = database
        self._send = send
        self._gallery = gallery
        self._policy = policy
        self._owner = owner
        self._in_thread = in_thread
        self._clock = clock
        self._sleep = sleep
        self._log = structlog.get_logger().bind(role="delivery")
        self._under_way: set[asyncio.Task[None]] = set()
        # Pictures that are being drawn, by what they show.
        self._drawing: dict[str, asyncio.Task[None]] = {}
        self._wire = wire or Wire(policy)
        self._silent_until: dict[str, datetime] = {}
        self._token_refused = False
        self._stopping = False

    async def tick(self) -> None:
        """Send all that is due now. Raises TokenWasRefused where Telegram refuses the bot itself."""
        doubtful, expired = await self._write(self._tidy)
        if doubtful or expired:
            self._log.warning("deliveries interrupted or expired", interrupted=doubtful, expired=expired)
        while not self._stopping and not self._token_refused:
            batch = await self._write(self._lease)
            if batch and not await self._send_batch(batch):
                break
            if not batch:
                if not self._drawing:
                    break
                await asyncio.wait(self._drawing.values(), return_when=asyncio.FIRST_COMPLETED)
        await self._drain()
        if self._token_refused:
            self._token_refused = False
            raise TokenWasRefused("Telegram refuses the bot's token; check TELEGRAM_BOT_TOKEN.")

    async def stop(self) -> None:
        """Finish what is under way, give back the rest. What takes longer than 6 seconds is found as
        interrupted.
        """
        self._stopping = True
        for task in self._drawing.values():
            task.cancel()
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=_FINISH_S)
        for task in set(self._under_way):
            task.cancel()
        await self._write(functools.partial(outbox.release_all, owner=self._owner))

    async def _send_batch(self, batch: list[Delivery]) -> bool:
        """Whether to go on with another batch."""
        for delivery in batch:
            while len(self._under_way) >= self._policy.in_flight:
                await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
            if self._stopping or self._token_refused:
                await self._write(functools.partial(outbox.release_all, owner=self._owner))
                return False
            if await self._has_to_be_drawn(delivery):
                continue
            wait = await self._start(delivery)
            if not isinstance(wait, pacing.Wait) or wait.scope != pacing.EVERYONE:
                continue
            await self._write(functools.partial(outbox.release_all, owner=self._owner))
            if wait.until > self._clock() + _SIT_OUT:
                return False
            await self._until(wait.until)
            break
        return True

    async def _has_to_be_drawn(self, delivery: Delivery) -> bool:
        """Whether a picture is not to be sent just now: it is being drawn, and sent then, or another like it is."""
        picture = delivery.message.picture
        if picture is None or await self._gallery.file_id(picture) is not None:
            return False
        shown = digest(picture)
        if shown in self._drawing:
            await self._write(functools.partial(self._put_back, delivery, until=self._clock()))
        else:
            task = self._drawing[shown] = asyncio.create_task(self._drawn(delivery, picture))
            task.add_done_callback(lambda _: self._drawing.pop(shown))
        return True

    async def _drawn(self, delivery: Delivery, picture: Picture) -> None:
        """Draw a picture and send it; those like it wait, for they need not be uploaded then."""
        try:
            await self._gallery.png(picture)
        except PictureFailed as error:
            await self._record(delivery, Dead(error.code))
            return
        sending = await self._start(delivery)
        if isinstance(sending, asyncio.Task):
            await asyncio.wait([sending])

    async def _start(self, delivery: Delivery) -> pacing.Wait | asyncio.Task[None] | None:
        """Send it at its moment: the sending, or why it waits, or None where it is not ours any more."""
        slot = await self._write(functools.partial(self._begin, delivery))
        if not isinstance(slot, pacing.Slot):
            return slot
        await self._until(slot.at)
        crossing = await self._wire.depart(self._clock, self._sleep)
        now = self._clock()
        silence = max(self._silent(pacing.EVERYONE), self._silent(pacing.scope_of(delivery.chat_id)))
        if silence > now or self._stopping:
            self._wire.arrive(crossing, now)
            await self._write(functools.partial(self._put_back, delivery, until=max(silence, now)))
            return None
        task = asyncio.create_task(self._deliver(delivery, crossing))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task

    def _begin(self, delivery: Delivery, connection: sa.Connection) -> pacing.Slot | pacing.Wait | None:
        """Mark the row and take its slot in one transaction; without a slot the row goes back."""
        now, policy = self._clock(), self._policy
        if not outbox.begin_sending(connection, delivery.id, owner=self._owner, now=now, duration=policy.lease):
            return None
        slot = pacing.reserve(connection, delivery.chat_id, policy=policy, now=now, horizon=_HORIZON)
        if isinstance(slot, pacing.Wait):
            self._put_back(delivery, connection, until=slot.until)
        return slot

    def _put_back(self, delivery: Delivery, connection: sa.Connection, *, until: datetime) -> None:
        values = {"state": "pending", "attempts": delivery.attempts, "not_before_at": until}
        outbox.finish(connection, delivery.id, owner=self._owner, values=values)

    def _silent(self, scope: str) -> datetime:
        return self._silent_until.get(scope, _LONG_AGO)

    async def _until(self, moment: datetime) -> None:
        wait = min(moment - self._clock(), _SIT_OUT)
        await self._sleep(max(0.0, wait.total_seconds()))

    async def _deliver(self, delivery: Delivery, crossing: Crossing) -> None:
        outcome: Outcome
        message = as_it_leaves(delivery, now=self._clock(), policy=self._policy)
        try:
            outcome = Sent(await self._send(delivery.chat_id, delivery.thread_id, message))
        except Exception as error:
            # Whatever it was, the bytes may have left: what is not known to be refused is unknown.
            outcome = classify(error)
        self._wire.arrive(crossing, self._clock())
        # Telegram may have it: to write that down late is better than to send it twice. What stays in `sending` is
        # found as interrupted after its lease.
        for pause in (*_TRY_AGAIN_S, 0.0):
            try:
                await self._record(delivery, outcome)
                break
            except (sa.exc.SQLAlchemyError, StorageUnusable) as error:
                self._log.error("delivery not recorded", delivery=delivery.id, error=type(error).__name__)
            await self._sleep(pause)

    async def _record(self, delivery: Delivery, outcome: Outcome) -> None:
        now = self._clock()
        if isinstance(outcome, Refused) and outcome.flood:
            # Before the row is written: what leaves meanwhile must not be refused as well.
            self._silent_until[pacing.scope_of(delivery.chat_id)] = now + outcome.after
        self._token_refused = self._token_refused or isinstance(outcome, TokenRefused)
        recorded, halts = await self._write(functools.partial(self._settle, delivery, outcome, now=now))
        self._silent_until.update(halts)
        self._log.info(
            "delivery",
            delivery=delivery.id,
            outcome=type(outcome).__name__.lower(),
            code=getattr(outcome, "code", None),
            recorded=recorded,
        )

    def _settle(
        self,
        delivery: Delivery,
        outcome: Outcome,
        connection: sa.Connection,
        *,
        now: datetime,
    ) -> tuple[bool, dict[str, datetime]]:
        """Write the outcome down; whether it was ours to write, and which scopes stay silent until when."""
        halts: dict[str, datetime] = {}
        if isinstance(outcome, Refused) and outcome.flood:
            wait = outcome.after
            halts = pacing.halt(connection, delivery.chat_id, now=now, wait=wait, policy=self._policy)
        settled = settle(delivery, outcome, now=now, policy=self._policy)
        recorded = outbox.finish(connection, delivery.id, owner=self._owner, values=settled.values)
        if settled.pause is not None:
            pause_and_tell(connection, delivery.chat_id, reason=settled.pause, now=now)
        if settled.pause_topic is not None:
            pauses.pause_topic(connection, delivery.chat_id, delivery.thread_id, reason=settled.pause_topic, now=now)
        if isinstance(outcome, Sent):
            pauses.reached(connection, delivery.chat_id, delivery.thread_id, now=now)
        if settled.move_to is not None:
            chats.move_chat(connection, delivery.chat_id, settled.move_to, now=now)
        return recorded, halts

    def _tidy(self, connection: sa.Connection) -> tuple[int, int]:
        now, policy = self._clock(), self._policy
        pauses.try_again(connection, now=now)
        doubtful = outbox.recover_interrupted(
            connection, now=now, delay=policy.ambiguous_delay, most_resends=policy.most_resends
        )
        return doubtful, outbox.expire(connection, now=now)

    def _lease(self, connection: sa.Connection) -> list[Delivery]:
        policy = self._policy
        now, texts_only = self._clock(), bool(self._drawing)
        return outbox.lease_due(
            connection,
            owner=self._owner,
            now=now,
            duration=policy.lease,
            limit=policy.batch,
            pictures=not texts_only,
        )

    async def _drain(self) -> None:
        while tasks := {*self._under_way, *self._drawing.values()}:
            await asyncio.wait(tasks)

    async def _write(self, work: Callable[[sa.Connection], T]) -> T:
        return await self._in_thread(lambda: self._database.transact(work))
