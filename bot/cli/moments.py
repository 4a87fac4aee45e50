"""Moments as people write them on the command line and in batch files. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from index.errors import InputError

_AGO = re.compile(r"(\d{1,5})\s*([hdw])")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def parse_moment(text: str, *, now: datetime, day_ends: bool = False) -> datetime:
    """Aware UTC of `2024-04-21`, `2024-04-21T06:00:00Z` or `24h`, `7d`, `2w` before `now`.

    A time without a zone is UTC. A date alone is its first moment, or with `day_ends` its last, so that a day named
    as an end is included. Raises InputError for anything else.
    """
    ago = _AGO.fullmatch(text.strip().lower())
    try:
        if ago:
            return now - int(ago[1]) * _UNITS[ago[2]]
        moment = datetime.fromisoformat(text.strip())
    except (ValueError, OverflowError) as error:
        raise InputError(
            f"{text!r} is no date; write 2024-04-21, 2024-04-21T06:00:00Z or a time back such as 24h or 7d"
        ) from error
    if re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", text.strip()) and day_ends:
        moment = datetime.combine(moment.date(), time.max)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
