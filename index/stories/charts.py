"""What a picture of tolls shows: each source's points apart, day by day. Pure."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from index.stories.views import FigurePoint, FigureTable

# More cannot be told apart on a phone; the rest are drawn together.
_MOST_SOURCES = 6
_MOST_PANELS = 2
# Points of one panel stand beside each other: so many fit across a phone, and days no more than these.
_MOST_ACROSS = 14
_MOST_DAYS = 8


@dataclasses.dataclass(frozen=True, slots=True)
class ChartPoint:
    """A toll of one day; `low` and `high` differ where the source gives a range or says "dozens"."""

    day: date
    low: float
    high: float


@dataclasses.dataclass(frozen=True, slots=True)
class ChartSeries:
    """What one source gave, in order of time. `source` is "" for all that have no series of their own."""

    source: str
    points: tuple[ChartPoint, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ChartPanel:
    """The tolls of one outcome ("killed") and kind of people ("": anybody)."""

    outcome: str
    kind: str
    series: tuple[ChartSeries, ...]

    @property
    def points(self) -> tuple[ChartPoint, ...]:
        return tuple(point for series in self.series for point in series.points)


@dataclasses.dataclass(frozen=True, slots=True)
class FigureChart:
    """Panels share their days."""

    panels: tuple[ChartPanel, ...]

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted({point.day for panel in self.panels for point in panel.points}))

    def across(self, day: date) -> int:
        """The points of a day in the panel that has most of them."""
        return max(sum(point.day == day for point in panel.points) for panel in self.panels)

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source once, in the panels' order; "" last."""
        named = dict.fromkeys(series.source for panel in self.panels for series in panel.series)
        return tuple(sorted(named, key=lambda source: source == ""))

    def to_json(self) -> dict[str, Any]:
        row = dataclasses.asdict(self)
        for panel in row["panels"]:
            for series in panel["series"]:
                series["points"] = [
                    [point["day"].isoformat(), point["low"], point["high"]] for point in series["points"]
                ]
        return row

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> FigureChart:
        return cls(tuple(_panel(panel) for panel in row["panels"]))


def figure_chart(table: FigureTable) -> FigureChart | None:
    """The chart of a table's latest days: the outcomes with most points; None where there is nothing to draw."""
    if not table.points:
        return None
    counts = Counter((point.outcome, point.kind) for point in table.points)
    chosen = sorted(counts, key=lambda what: (-counts[what], what))[:_MOST_PANELS]
    points = [point for point in table.points if (point.outcome, point.kind) in chosen]
    shown = _latest_days(points)
    latest = [point for point in points if point.day in shown]
    named = _named(latest)
    panels = tuple(ChartPanel(*what, _series(latest, what, named)) for what in chosen)
    return FigureChart(tuple(panel for panel in panels if panel.series))


def _latest_days(points: Sequence[FigurePoint]) -> set[date]:
    """As many of the last days as can be drawn beside each other, one at least."""
    shown: set[date] = set()
    across = 0
    for day in sorted({point.day for point in points}, reverse=True)[:_MOST_DAYS]:
        of_day = Counter((point.outcome, point.kind) for point in points if point.day == day)
        across += max(of_day.values())
        if shown and across > _MOST_ACROSS:
            break
        shown.add(day)
    return shown


def source_of(point: FigurePoint) -> str:
    """Who gives a toll: the speaker where the report names one, else the outlet."""
    return point.speaker or point.publisher


def _named(points: Sequence[FigurePoint]) -> list[str]:
    """The sources with most points; a single one beyond the limit is named rather than put under "others"."""
    counts = Counter(source_of(point) for point in points)
    ordered = sorted(counts, key=lambda source: (-counts[source], source))
    return ordered if len(ordered) <= _MOST_SOURCES + 1 else ordered[:_MOST_SOURCES]


def _series(points: Sequence[FigurePoint], what: tuple[str, str], named: Sequence[str]) -> tuple[ChartSeries, ...]:
    by_series: dict[str, list[ChartPoint]] = defaultdict(list)
    for point in points:
        if (point.outcome, point.kind) == what:
            source = source_of(point)
            by_series[source if source in named else ""].append(ChartPoint(point.day, point.low, point.high))
    ordered = sorted(by_series, key=lambda source: named.index(source) if source in named else len(named))
    return tuple(ChartSeries(source, tuple(sorted(by_series[source], key=_in_order))) for source in ordered)


def _in_order(point: ChartPoint) -> tuple[date, float, float]:
    return point.day, point.low, point.high


def _panel(row: Mapping[str, Any]) -> ChartPanel:
    series = tuple(
        ChartSeries(
            series["source"], tuple(ChartPoint(date.fromisoformat(day), *ends) for day, *ends in series["points"])
        )
        for series in row["series"]
    )
    return ChartPanel(row["outcome"], row["kind"], series)
