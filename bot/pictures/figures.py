"""Tolls over time as a picture: a column a day, each source's points apart."""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from babel.dates import format_skeleton
from babel.numbers import format_decimal
from matplotlib.axes import Axes

from bot.pictures.canvas import MARGIN, MARKERS, SMALL, TITLE, WIDTH, Card, Theme
from bot.pictures.picture import Picture
from bot.wording.texts import Texts, texts_for
from bot.wording.typeset import shorten
from index.stories.charts import ChartPanel, ChartPoint, FigureChart

_PANEL, _PANEL_TOP, _AXIS = 290, 44, 70
_LEGEND_LINE = 38
_HEAD = 150
_LEFT = 110
# From this ratio of the largest to the smallest figure on, each tenfold step is as high as the next.
_WIDE = 25
# Days further apart than this are divided by a line: the columns are days with figures, not every day.
_GAP = 3
_UNITS = 34


def draw_figures(chart: FigureChart, picture: Picture, theme: Theme) -> bytes:
    """The chart as a PNG."""
    texts = texts_for(picture.language)
    rows = math.ceil(len(chart.sources) / 2)
    panels_top = _HEAD + rows * _LEGEND_LINE + 24
    height = panels_top + len(chart.panels) * (_PANEL + _PANEL_TOP) + _AXIS
    card = Card(height, theme, rtl=texts.rtl)
    card.text(MARGIN * 0.8, shorten(picture.title, 44), size=TITLE, fontweight="bold")
    card.text(MARGIN * 0.8 + 56, texts.plain("figures-picture"), size=SMALL, color=theme.muted)
    looks = _looks(chart, theme)
    _legend(card, chart, looks, texts)
    columns = _columns(chart)
    for place, panel in enumerate(chart.panels):
        top = panels_top + place * (_PANEL + _PANEL_TOP)
        card.text(top, _panel_title(panel, texts), fontweight="bold")
        axes = card.axes(_LEFT, top + _PANEL_TOP, WIDTH - _LEFT - MARGIN, _PANEL - 40)
        _panel(axes, panel, columns, looks, theme, texts)
        if place == len(chart.panels) - 1:
            _name_days(axes, columns, texts)
    return card.png()


@dataclasses.dataclass(frozen=True, slots=True)
class _Column:
    """A day, and between which places it lies: as wide as its points need."""

    day: date
    left: float
    right: float


def _columns(chart: FigureChart) -> list[_Column]:
    columns, left = [], 0.0
    for day in chart.days:
        right = left + max(1.6, chart.across(day))
        columns.append(_Column(day, left, right))
        left = right
    return columns


def _looks(chart: FigureChart, theme: Theme) -> dict[str, tuple[str, str]]:
    """Colour and marker of each source; those without a series of their own share one."""
    named = [source for source in chart.sources if source]
    looks = {source: (theme.series[n], MARKERS[n]) for n, source in enumerate(named)}
    return looks | {"": (theme.rest, "o")}


def _legend(card: Card, chart: FigureChart, looks: dict[str, tuple[str, str]], texts: Texts) -> None:
    half = (WIDTH - 2 * MARGIN) / 2
    for place, source in enumerate(chart.sources):
        top = _HEAD + (place // 2) * _LEGEND_LINE
        left = MARGIN + (place % 2) * half
        colour, marker = looks[source]
        words = shorten(source, _UNITS) if source else texts.plain("figures-others")
        card.mark(left + 14, top + 14, marker, colour)
        card.text(top, words, size=SMALL, left=left + 38, room=half - 50)


def _panel_title(panel: ChartPanel, texts: Texts) -> str:
    outcome = texts.plain(f"outcome-{panel.outcome}")
    return f"{outcome}: {panel.kind}" if panel.kind else outcome


def _panel(
    axes: Axes,
    panel: ChartPanel,
    columns: Sequence[_Column],
    looks: dict[str, tuple[str, str]],
    theme: Theme,
    texts: Texts,
) -> None:
    axes.spines["bottom"].set(visible=True, color=theme.border)
    axes.set_xlim(0, columns[-1].right)
    axes.set_xticks([])
    _scale(axes, panel, texts)
    axes.grid(axis="y", color=theme.grid, linewidth=1.2)
    axes.set_axisbelow(True)
    for before, after in itertools.pairwise(columns):
        far = (after.day - before.day).days > _GAP
        axes.axvline(after.left, color=theme.border if far else theme.grid, linewidth=1.2, linestyle=(0, (4, 4)))
    for source, place, point in _spread(panel, columns):
        colour, marker = looks[source]
        if point.high > point.low:
            ends = [point.low, point.high]
            axes.plot([place, place], ends, color=colour, linewidth=6, alpha=0.45, solid_capstyle="round")
        axes.plot([place], [point.low], marker, color=colour, markersize=12, markeredgecolor=theme.paper)
        _label(axes, place, point, colour, texts)


def _spread(panel: ChartPanel, columns: Sequence[_Column]) -> list[tuple[str, float, ChartPoint]]:
    """Source, place across and toll of each point: those of one day stand beside each other, the lowest first."""
    found = []
    for column in columns:
        of_day = [(s.source, point) for s in panel.series for point in s.points if point.day == column.day]
        of_day.sort(key=lambda pair: (pair[1].low, pair[1].high))
        middle = (column.left + column.right) / 2
        for place, (source, point) in enumerate(of_day):
            found.append((source, middle + place - (len(of_day) - 1) / 2, point))
    return found


def _label(axes: Axes, place: float, point: ChartPoint, colour: str, texts: Texts) -> None:
    """The figure above its point; "dozens" and the like have their bar alone."""
    if point.high > 2 * point.low:
        return
    low, high = (format_decimal(round(end), locale=texts.language) for end in (point.low, point.high))
    words = low if low == high else f"{low}–{high}"
    style: dict[str, Any] = {"ha": "center", "fontsize": SMALL - 2, "color": colour}
    axes.annotate(words, (place, point.high), (0, 9), textcoords="offset points", **style)


def _scale(axes: Axes, panel: ChartPanel, texts: Texts) -> None:
    """From nothing to a little above the highest; where the figures are far apart, by tenfold steps."""
    low, high = min(point.low for point in panel.points), max(point.high for point in panel.points)
    if low > 0 and high / low >= _WIDE:
        axes.set_yscale("log")
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high * 1.5))
        axes.set_ylim(10**first, 10**last)
        ticks = [10.0**power for power in range(first, last + 1)]
    else:
        top = max(1.0, high) * 1.25
        axes.set_ylim(0, top)
        ticks = [tick for tick in _round_steps(top) if tick <= top]
    axes.set_yticks(ticks, [format_decimal(tick, locale=texts.language) for tick in ticks])
    axes.minorticks_off()


def _round_steps(top: float) -> list[float]:
    """Three to five round numbers up to `top`, from 0."""
    rough = top / 4
    power = 10 ** math.floor(math.log10(max(rough, 1.0)))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return [step * place for place in range(int(top / step) + 1)]


def _name_days(axes: Axes, columns: Sequence[_Column], texts: Texts) -> None:
    days = [column.day for column in columns]
    names = [str(format_skeleton("MMMd", day, locale=texts.language)) for day in days]
    if len({day.year for day in days}) > 1:
        names = [f"{name}\n{day.year}" for name, day in zip(names, days, strict=True)]
    places = [(column.left + column.right) / 2 for column in columns]
    axes.set_xticks(places, names, fontsize=SMALL if len(days) <= 6 else SMALL - 3)
