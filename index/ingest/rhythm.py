"""How often a source is polled: by its own rhythm, and less while it fails. Pure."""

from __future__ import annotations

import dataclasses
import math
import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

_DAY_S = 86_400
# Enough entries to know a rhythm by, and few enough to follow it when it changes.
_RECENT = 30
# A source without dates is taken for one of an article an hour until it shows its rhythm, in a couple of days.
_FIRST_GUESS = 24.0
_MEMORY_DAYS = 2.0
# How long after the first look at a page, and then after each other, it is looked at again.
_LOOKS = (timedelta(hours=2), timedelta(hours=4), timedelta(hours=18))


@dataclasses.dataclass(frozen=True, slots=True)
class PollingPolicy:
    """How sources are polled."""

    # Seconds between two polls of the liveliest source.
    shortest_interval_s: int = 600
    # Seconds between two polls of the quietest source.
    longest_interval_s: int = 21_600
    # Sources polled at the same time; never two of one site.
    parallel: int = 8
    # Pages of new articles fetched in one poll of a source; the rest wait for the next.
    pages_per_poll: int = 40
    # Characters of text kept from one poll of a source; the rest waits for the next.
    characters_per_poll: int = 3_000_000
    # Articles and revisions kept from one source in 24 hours; the rest waits, and admins are told.
    articles_a_day: int = 1_000
    # Characters of text kept from one source in 24 hours; the rest waits, and admins are told.
    characters_a_day: int = 20_000_000
    # Entries that a new source is read back to; older ones are left alone.
    backlog: int = 100
    # Honour robots.txt.
    robots: bool = True


def per_day(published: Sequence[datetime], *, now: datetime) -> float | None:
    """Entries a day, by the dates of the newest ones and the time since; None where fewer than two are dated."""
    recent = sorted((moment for moment in published if moment <= now), reverse=True)[:_RECENT]
    if len(recent) < 2:
        return None
    span_s = max((now - recent[-1]).total_seconds(), 60.0)
    return len(recent) * _DAY_S / span_s


def observed_per_day(before: float | None, *, new: int, elapsed: timedelta) -> float:
    """Entries a day by what was found since the last poll, weighed against what was known before."""
    days = max(elapsed / timedelta(days=1), 1e-3)
    known = _FIRST_GUESS if before is None else before
    return known + (1 - math.exp(-days / _MEMORY_DAYS)) * (new / days - known)


def next_interval_s(rate: float, *, policy: PollingPolicy) -> int:
    """Seconds to the next poll: half of a source's usual gap between entries, within the policy's bounds."""
    wanted = _DAY_S / rate / 2 if rate > 0 else policy.longest_interval_s
    return round(min(max(wanted, policy.shortest_interval_s), policy.longest_interval_s))


def next_due(now: datetime, interval_s: int, *, rng: random.Random) -> datetime:
    """`now` plus the interval, up to a tenth earlier or later so that sources do not march in step."""
    return now + timedelta(seconds=interval_s * rng.uniform(0.9, 1.1))


def next_look(now: datetime, looks: int) -> datetime | None:
    """When the page of an article is looked at again, after so many second looks: most corrections come soon."""
    return now + _LOOKS[looks] if looks < len(_LOOKS) else None


def after_failure(
    now: datetime, interval_s: int, failures: int, *, retry_after_s: float | None, rng: random.Random
) -> datetime:
    """When to try a failing source again: doubling to a day, or when its server asks for, a day at most."""
    backed_off = min(interval_s * 2.0 ** min(failures, 16), _DAY_S) * rng.uniform(0.8, 1.2)
    wanted = backed_off if retry_after_s is None else max(retry_after_s, backed_off if failures > 3 else 60.0)
    return now + timedelta(seconds=min(wanted, _DAY_S))


def retry_after_s(header: str | None, *, now: datetime) -> float | None:
    """The seconds of a Retry-After header, from 0 to a day; None where it says nothing that can be read."""
    if not header:
        return None
    try:
        seconds = float(header)
    except ValueError:
        try:
            moment = parsedate_to_datetime(header)
            seconds = (moment - now).total_seconds()
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return min(max(seconds, 0.0), float(_DAY_S)) if seconds == seconds else None
