"""Pacing: when the next message may leave, for all senders of all processes together.

Telegram allows about 30 messages a second in all, one a second to a chat and 20 a minute to a group, and
answers more with a wait. The state of each scope ("all", "chat:ID") is a row, so replies and briefings share
it. The rules are pure functions of a `Lane`; `reserve` and `hold` apply them in a transaction.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from bot.delivery.policy import DeliveryPolicy
from bot.store import schema
from bot.store.rows import insert_missing, put

EVERYONE = "all"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_GROUP_WINDOW = timedelta(seconds=60)
_BEYOND_SPACING = timedelta(seconds=2)
_CLOCK_PUT_BACK = timedelta(seconds=30)
# A chat that was refused waits longer than one that was just written to: that tells how many are refused at once.
_SHORTEST = _BEYOND_SPACING + timedelta(seconds=1)
# Refusals so near to each other are one refusal of the bot, where they are several.
_A_MOMENT = timedelta(seconds=5)
# Made once: each message asks for them.
_THAT_OF_EVERYONE = sa.select(schema.pace).where(schema.pace.c.scope == EVERYONE).with_for_update()
_THOSE_OF = sa.select(schema.pace).where(schema.pace.c.scope.in_(sa.bindparam("scopes", expanding=True)))


@dataclasses.dataclass(frozen=True, slots=True)
class Lane:
    """One scope: not before this moment, and when it was sent to lately: the last time; for a group a minute, for
    everyone the last messages of one second.
    """

    not_before_at: datetime = _NEVER
    sends: tuple[datetime, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """The right to send one message at `at`."""

    at: datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Wait:
    """No slot was taken; asking again before `until` is in vain. `scope` is what is not free."""

    until: datetime
    scope: str


def scope_of(chat_id: int) -> str:
    return f"chat:{chat_id}"


def is_group(chat_id: int) -> bool:
    return chat_id < 0


def earliest(lane: Lane, policy: DeliveryPolicy, *, group: bool) -> datetime:
    """When this lane is next free."""
    if not group or len(lane.sends) < policy.group_per_minute:
        return lane.not_before_at
    return max(lane.not_before_at, lane.sends[-policy.group_per_minute] + _GROUP_WINDOW)


def free_for_all(lane: Lane, policy: DeliveryPolicy) -> datetime:
    """When the lane of everyone is next free: as many as a second allows lie a second apart.

    They may be a little nearer to each other than evenly, so that what was late costs only its own place.
    """
    if len(lane.sends) < policy.in_a_second:
        return lane.not_before_at
    return max(lane.not_before_at, lane.sends[-policy.in_a_second] + policy.second)


def after_any(lane: Lane, at: datetime, policy: DeliveryPolicy) -> Lane:
    """The lane of everyone after a message that leaves at `at`."""
    sends = (*lane.sends, at)[-policy.in_a_second :]
    return Lane(max(lane.not_before_at, at + policy.nearest), sends)


def after_send(lane: Lane, at: datetime, *, spacing: timedelta, group: bool) -> Lane:
    """The lane after a message that leaves at `at`."""
    kept = tuple(sent for sent in lane.sends if group and sent > at - _GROUP_WINDOW)
    return Lane(max(lane.not_before_at, at + spacing), (*kept, at))


def believed(lane: Lane, now: datetime) -> Lane:
    """The lane, or a fresh one where it was last used in the future: the clock was put back, nobody need
    wait.
    """
    return Lane() if lane.sends and lane.sends[-1] > now + _CLOCK_PUT_BACK else lane


def choose(
    everyone: Lane, chat: Lane, policy: DeliveryPolicy, *, chat_id: int, now: datetime, horizon: timedelta
) -> Slot | Wait:
    """The next slot, if it lies within `horizon` of `now`.

    A chat that is not free yet waits for itself: it must not keep the lane of everyone idle meanwhile.
    """
    own = earliest(chat, policy, group=is_group(chat_id))
    shared = max(free_for_all(everyone, policy), now)
    if own > shared:
        return Wait(own, scope_of(chat_id))
    return Slot(shared) if shared <= now + horizon else Wait(shared, EVERYONE)


def reserve(
    connection: sa.Connection, chat_id: int, *, policy: DeliveryPolicy, now: datetime, horizon: timedelta
) -> Slot | Wait:
    """Take the next slot for a message to this chat; where there is none within `horizon`, change nothing."""
    group, own = is_group(chat_id), scope_of(chat_id)
    lanes = _locked(connection, own)
    everyone, chat = believed(lanes[EVERYONE], now), believed(lanes[own], now)
    chosen = choose(everyone, chat, policy, chat_id=chat_id, now=now, horizon=horizon)
    if isinstance(chosen, Slot):
        spacing = timedelta(seconds=policy.chat_spacing_s)
        after = after_send(chat, chosen.at, spacing=spacing, group=group)
        _write(connection, {EVERYONE: after_any(everyone, chosen.at, policy), own: after})
    return chosen


def halts(chat_id: int, *, now: datetime, wait: timedelta, policy: DeliveryPolicy, others: int) -> dict[str, datetime]:
    """Which scopes stay silent until when, after Telegram asked to wait on a message to this chat. Pure.

    Telegram does not say whether it means the chat or the bot. One chat's wait is its own; where it asks the same on so
    many `others` at once it means the bot: everyone waits, up to `longest_halt_s`; then one message finds out. A group
    has a limit of its own, so it is the group.
    """
    until = {scope_of(chat_id): now + max(wait, _SHORTEST)}
    if not is_group(chat_id) and others >= policy.refused_together:
        until[EVERYONE] = now + min(wait, timedelta(seconds=policy.longest_halt_s))
    return until


def halt(
    connection: sa.Connection, chat_id: int, *, now: datetime, wait: timedelta, policy: DeliveryPolicy
) -> dict[str, datetime]:
    """Keep the silence that Telegram asked for on a message to this chat; the scopes that are silent, until when."""
    others = _refused_lately(connection, chat_id, now=now)
    until = halts(chat_id, now=now, wait=wait, policy=policy, others=others)
    hold(connection, until)
    return until


def _refused_lately(connection: sa.Connection, chat_id: int, *, now: datetime) -> int:
    """How many other private chats are silent since a message that left a moment ago."""
    pace, own = schema.pace, scope_of(chat_id)
    silent = sa.select(pace).where(pace.c.not_before_at > now + _BEYOND_SPACING, pace.c.scope.like("chat:%"))
    rows = connection.execute(silent.where(pace.c.scope.not_like("chat:-%"), pace.c.scope != own))
    return sum(bool(row.sends) and row.sends[-1] > (now - _A_MOMENT).timestamp() for row in rows)


def held(connection: sa.Connection, chat_id: int, *, now: datetime) -> bool:
    """Whether Telegram asked for silence towards this chat, beyond the spacing of messages."""
    pace = schema.pace
    scopes = pace.c.scope.in_((EVERYONE, scope_of(chat_id)))
    query = sa.select(sa.func.max(pace.c.not_before_at)).where(scopes)
    latest = connection.execute(query).scalar_one()
    return latest is not None and latest > now + _BEYOND_SPACING


def hold(connection: sa.Connection, until: dict[str, datetime]) -> None:
    """Nothing leaves for these scopes before these moments; a longer wait that stands already stays."""
    lanes = _locked(connection, *until) if until else {}
    later = {scope: max(lanes[scope].not_before_at, moment) for scope, moment in until.items()}
    _write(connection, {scope: dataclasses.replace(lanes[scope], not_before_at=later[scope]) for scope in until})


def forget_lanes(connection: sa.Connection, *, before: datetime) -> int:
    """Drop the lanes of chats that nothing holds back since then; how many."""
    pace = schema.pace
    stale = sa.and_(pace.c.scope != EVERYONE, pace.c.not_before_at < before)
    return connection.execute(sa.delete(pace).where(stale)).rowcount


def _locked(connection: sa.Connection, *scopes: str) -> dict[str, Lane]:
    """The lanes of everyone and of these scopes. Whoever holds that of everyone holds all others as well."""
    first = connection.execute(_THAT_OF_EVERYONE).one_or_none()
    if first is None:
        insert_missing(connection, schema.pace, {"scope": EVERYONE, "not_before_at": _NEVER, "sends": []})
        first = connection.execute(_THAT_OF_EVERYONE).one()
    # Only now: another process may have made one of them just before it let go.
    others = connection.execute(_THOSE_OF, {"scopes": scopes}).all()
    lanes = {row.scope: Lane(row.not_before_at, _moments(row.sends)) for row in (first, *others)}
    return dict.fromkeys(scopes, Lane()) | lanes


def _write(connection: sa.Connection, lanes: dict[str, Lane]) -> None:
    for scope, lane in lanes.items():
        sends = [sent.timestamp() for sent in lane.sends]
        put(connection, schema.pace, {"scope": scope, "not_before_at": lane.not_before_at, "sends": sends})


def _moments(stamps: Sequence[float]) -> tuple[datetime, ...]:
    return tuple(datetime.fromtimestamp(stamp, UTC) for stamp in stamps)
