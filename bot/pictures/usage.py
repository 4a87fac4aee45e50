"""The picture of /stats: questions and deliveries a day, the sources by health, how long answers took."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from babel.dates import format_skeleton
from matplotlib.patheffects import withStroke

from bot.pictures.canvas import MARGIN, SMALL, TITLE, WIDTH, Card, Theme
from bot.pictures.picture import Picture
from bot.usage import DAYS, HEALTH, WAITS_MS, Usage
from bot.wording.texts import Texts, texts_for
from bot.wording.typeset import plain

_HEAD, _PANEL, _PANEL_HEAD, _LINE = 110, 200, 88, 40
_WAITS = 170


def draw_usage(usage: Usage, picture: Picture, theme: Theme) -> bytes:
    """The card as a PNG. What is told by colour is told in words above it, with its number."""
    texts = texts_for(picture.language)
    daily = 2 * (_PANEL_HEAD + _PANEL + 24)
    sources, waits = _HEAD + daily, _HEAD + daily + _PANEL_HEAD + _LINE
    card = Card(waits + _PANEL_HEAD + _WAITS + 60, theme, rtl=texts.rtl)
    card.text(MARGIN * 0.8, texts.plain("usage-heading"), size=TITLE, fontweight="bold")
    panels = (
        ("usage-questions", (usage.answered, usage.abstained), ("usage-answered", "usage-abstained")),
        ("usage-deliveries", (usage.sent, usage.failed), ("usage-sent", "usage-failed")),
    )
    for place, (heading, counts, names) in enumerate(panels):
        top = _HEAD + place * (_PANEL_HEAD + _PANEL + 24)
        card.text(top, texts.plain(heading), fontweight="bold")
        _key(card, top + 44, [texts.plain(n, count=sum(c)) for n, c in zip(names, counts, strict=True)], theme)
        _daily(card, top + _PANEL_HEAD, usage, counts, theme, texts, named=place == 1)
    card.text(sources, texts.plain("usage-sources"), fontweight="bold")
    listed = [
        texts.plain(f"usage-source-{state}", count=n) for state, n in zip(HEALTH, usage.sources, strict=True) if n
    ]
    card.text(sources + 46, plain(texts.listed(listed)) or "0", size=SMALL)
    card.text(waits, texts.plain("usage-waits"), fontweight="bold")
    _waits(card, waits + 54, usage, theme, texts)
    return card.png()


def _key(card: Card, top: float, labels: Sequence[str], theme: Theme) -> None:
    for place, label in enumerate(labels):
        left = MARGIN + place * 500
        card.mark(left + 10, top + 14, "s", theme.accent if place == 0 else theme.usual)
        card.text(top, label, size=SMALL, left=left + 32, room=450)


def _daily(
    card: Card, top: float, usage: Usage, counts: Sequence[tuple[int, ...]], theme: Theme, texts: Texts, *, named: bool
) -> None:
    """A bar a day: what went well below, what did not on top of it, hatched."""
    axes = card.axes(MARGIN, top, WIDTH - 2 * MARGIN, _PANEL - 40)
    well, badly = counts
    totals = [a + b for a, b in zip(well, badly, strict=True)]
    axes.bar(range(DAYS), well, width=0.78, color=theme.accent)
    axes.bar(range(DAYS), badly, bottom=well, width=0.78, color=theme.usual, hatch="//", edgecolor=theme.paper)
    axes.set_xlim(-0.6, DAYS - 0.4)
    axes.set_ylim(0, max(*totals, 1) * 1.35)
    axes.set_yticks([])
    axes.spines["bottom"].set(visible=True, color=theme.border)
    halo = [withStroke(linewidth=5, foreground=theme.paper)]
    for place in {max(range(DAYS), key=lambda one: totals[one]), DAYS - 1}:
        style: dict[str, Any] = {"ha": "center", "va": "bottom", "color": theme.muted, "path_effects": halo}
        axes.annotate(texts.number(totals[place]), (place, totals[place]), (0, 3), textcoords="offset points",
                      fontsize=SMALL, **style)  # fmt: skip
    places = [0, DAYS // 2 - 1, DAYS - 1]
    days = [str(format_skeleton("MMMd", usage.days[place], locale=texts.language)) for place in places]
    axes.set_xticks(places, days if named else [""] * len(places), fontsize=SMALL)


def _waits(card: Card, top: float, usage: Usage, theme: Theme, texts: Texts) -> None:
    """How many answers took how long."""
    axes = card.axes(MARGIN, top, WIDTH - 2 * MARGIN, _WAITS)
    axes.bar(range(len(usage.waits)), usage.waits, width=0.86, color=theme.accent)
    axes.set_ylim(0, max(*usage.waits, 1) * 1.3)
    axes.set_yticks([])
    axes.spines["bottom"].set(visible=True, color=theme.border)
    for place, number in enumerate(usage.waits):
        if number:
            axes.annotate(texts.number(number), (place, number), (0, 3), textcoords="offset points", ha="center",
                          va="bottom", fontsize=SMALL, color=theme.muted)  # fmt: skip
    shown = [f"≤ {milliseconds / 1000:g}" for milliseconds in WAITS_MS]
    axes.set_xticks(range(len(usage.waits)), [*shown, f"> {WAITS_MS[-1] / 1000:g}"], fontsize=SMALL)
