"""Moments as people write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.moments import parse_moment
from index.errors import InputError

NOW = datetime(2024, 4, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-04-21", datetime(2024, 4, 21, tzinfo=UTC)),
        ("2024-04-21T06:00:00Z", datetime(2024, 4, 21, 6, tzinfo=UTC)),
        ("2024-04-21T06:00", datetime(2024, 4, 21, 6, tzinfo=UTC)),
        ("2024-04-21T06:00:00+03:00", datetime(2024, 4, 21, 3, tzinfo=UTC)),
        ("24h", NOW - timedelta(hours=24)),
        ("7d", NOW - timedelta(days=7)),
        ("2W", NOW - timedelta(weeks=2)),
    ],
)
def test_dates_times_and_spans_are_understood(text: str, moment: datetime) -> None:
    assert parse_moment(text, now=NOW) == moment


def test_a_day_named_as_an_end_is_included() -> None:
    until = parse_moment("2024-04-21", now=NOW, day_ends=True)

    assert until == datetime(2024, 4, 21, 23, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "yesterday", "21/04/2024", "2024-13-01", "-3d"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputError, match="2024-04-21"):
        parse_moment(text, now=NOW)
