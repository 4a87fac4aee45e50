"""The picture of a briefing: reports a day by theatre beside what is usual, and a map of where its stories happened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from babel.dates import format_skeleton
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from bot import localtime
from bot.pictures.canvas import BODY, MARGIN, SMALL, TITLE, WIDTH, Card, Theme
from bot.pictures.map import draw_map
from bot.pictures.picture import Picture
from bot.wording.render_pictures import country_name, number
from bot.wording.texts import Texts, texts_for
from index.stories.activity import DAYS, Activity, Theatre
from index.stories.incidents import Overview

_HEAD = 150
_ROW, _AXIS = 116, 44
_MAP, _MAP_TOP = 476, 84
_NAMES = 350


def draw_overview(overview: Overview, picture: Picture, theme: Theme) -> bytes:
    """The card as a PNG: rows of bars, and the map where a story could be placed."""
    texts = texts_for(picture.language)
    theatres = overview.activity.theatres
    bars = _HEAD + len(theatres) * _ROW + _AXIS
    card = Card(bars + ((_MAP_TOP + _MAP + MARGIN) if overview.incidents else 20), theme, rtl=texts.rtl)
    until = localtime.local(overview.activity.until, picture.zone)
    card.text(MARGIN * 0.8, texts.plain("picture-reports"), size=TITLE, fontweight="bold")
    note = texts.plain("picture-reports-note", time=f"{until:%H:%M}")
    if any(theatre.usual is not None for theatre in theatres):
        note = f"{note} {texts.plain('picture-usual-note')}"
    card.text(MARGIN * 0.8 + 56, note, size=SMALL, color=theme.muted)
    for place, theatre in enumerate(theatres):
        top = _HEAD + place * _ROW
        room = _NAMES - MARGIN - 14
        card.text(top + 10, country_name(theatre.country, texts), room=room, fontweight="bold")
        if theatre.usual is not None:
            usual = texts.plain("picture-usual", count=number(theatre.usual, texts))
            card.text(top + 48, usual, size=SMALL, room=room, color=theme.usual)
        left = MARGIN if texts.rtl else _NAMES
        axes = card.axes(left, top + 8, WIDTH - _NAMES - MARGIN, _ROW - 22)
        _bars(axes, theatre, theme, texts)
        if place == len(theatres) - 1:
            _name_days(axes, overview.activity, picture.zone, texts)
    if overview.incidents:
        card.text(bars + 2, texts.plain("picture-map"), size=BODY, fontweight="bold")
        card.text(bars + 42, texts.plain("picture-map-note"), size=SMALL - 2, color=theme.muted)
        draw_map(card.axes(MARGIN, bars + _MAP_TOP, WIDTH - 2 * MARGIN, _MAP), overview, theme)
    return card.png()


def _bars(axes: Axes, theatre: Theatre, theme: Theme, texts: Texts) -> None:
    last = len(theatre.days) - 1
    colours = [theme.bars] * last + [theme.accent]
    top = max(*theatre.days, theatre.usual or 0, 1)
    axes.bar(range(len(theatre.days)), theatre.days, width=0.78, color=colours)
    axes.set_xlim(-0.6, last + 0.6)
    axes.set_ylim(0, top * 1.45)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines["bottom"].set(visible=True, color=theme.border)
    if theatre.usual is not None:
        axes.axhline(theatre.usual, color=theme.usual, linewidth=2.5, linestyle=(0, (5, 3)))
    peak = max(range(last + 1), key=lambda place: theatre.days[place])
    halo = [withStroke(linewidth=5, foreground=theme.paper)]
    style: dict[str, Any] = {"ha": "center", "va": "bottom", "textcoords": "offset points", "path_effects": halo}
    for place in {peak, last}:
        colour = theme.accent if place == last else theme.muted
        count = number(theatre.days[place], texts)
        axes.annotate(count, (place, theatre.days[place]), (0, 3), fontsize=SMALL, color=colour, **style)


def _name_days(axes: Axes, activity: Activity, zone: str, texts: Texts) -> None:
    """The first, the middle and the last day, each by the date on which it ends."""
    until = localtime.local(activity.until, zone)
    places = [0, DAYS // 2 - 1, DAYS - 1]
    days = [until - timedelta(days=DAYS - 1 - place) for place in places]
    names = [str(format_skeleton("MMMd", day, locale=texts.language)) for day in days]
    axes.set_xticks(places, names, fontsize=SMALL)
