"""A map of where a briefing's stories happened: each by its number, the two weeks' others as dots."""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.patheffects import withStroke

from bot.pictures.canvas import SMALL, Theme, drawable
from bot.pictures.land import Extent, Land, land_of
from index.stories.atlas import Spot
from index.stories.incidents import Overview

# Degrees of latitude that a map shows at least, and how much of it lies around the outermost places.
_LEAST_HEIGHT, _ROOM = 5.0, 0.28
_MOST_HEIGHT = 120.0
_MARK = 40.0
# How far from its place a mark may stand, in pixels, nearest first.
_RINGS = (0, 45, 65, 90, 120, 155, 195)


@dataclasses.dataclass(frozen=True, slots=True)
class _Box:
    """A part of the map, in pixels from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: _Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def within(self, wide: float, high: float) -> bool:
        return self.left > 3 and self.bottom > 3 and self.right < wide - 3 and self.top < high - 3


@dataclasses.dataclass(frozen=True, slots=True)
class _Label:
    """What is written on a place, and beside it: `left` where the name stands on the left of the mark."""

    mark: str
    name: str
    size: float
    x: float
    y: float
    left: bool = False

    @property
    def half(self) -> float:
        """Half of the mark's width."""
        return _MARK / 2 + 6.0 * max(0, len(self.mark) - 1) if self.mark else 9.0

    @property
    def box(self) -> _Box:
        wide = self.half + 4 + len(self.name) * self.size * 0.86
        high = max(self.size * 0.85, _MARK / 2 if self.mark else 0)
        ends = (self.x - wide, self.x + self.half) if self.left else (self.x - self.half, self.x + wide)
        return _Box(ends[0], self.y - high, ends[1], self.y + high)


def draw_map(axes: Axes, overview: Overview, theme: Theme) -> None:
    """Fill a set of axes with the map. There must be an incident."""
    box = axes.get_window_extent()
    extent = extent_of([one.spot for one in overview.incidents], box.width / box.height)
    _draw_land(axes, land_of(extent), extent, theme)
    screen = _Screen(extent, box.width, box.height)
    earlier = [spot for spot in overview.earlier if extent.holds(spot.north, spot.east)]
    dots = [spot.east for spot in earlier], [spot.north for spot in earlier]
    axes.plot(*dots, "o", color=theme.accent, markersize=8, alpha=0.5, markeredgecolor="none")
    marked = _by_spot(overview)
    labels = label_places(overview, box.width, box.height)
    for (spot, _), label in zip(marked, labels, strict=True):
        _draw_mark(axes, spot, label, screen, theme)
    taken = [label.box for label in labels]
    names = {spot.name for spot, _ in marked}
    for spot in overview.landmarks:
        if extent.holds(spot.north, spot.east) and spot.name not in names:
            label = _Label("", drawable(spot.name), SMALL - 3, *screen.place(spot))
            sides = (dataclasses.replace(label, left=left) for left in (False, True))
            found = next((one for one in sides if _is_free(one.box, taken, screen)), None)
            if found is not None:
                taken.append(found.box)
                axes.plot([spot.east], [spot.north], "s", color=theme.muted, markersize=5)
                _draw_name(axes, found, screen, theme, colour=theme.muted)


@dataclasses.dataclass(frozen=True, slots=True)
class _Screen:
    """From degrees to pixels and back."""

    extent: Extent
    wide: float
    high: float

    def place(self, spot: Spot) -> tuple[float, float]:
        extent = self.extent
        across = (spot.east - extent.west) / (extent.east - extent.west)
        return across * self.wide, (spot.north - extent.south) / (extent.north - extent.south) * self.high

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """East, north."""
        extent = self.extent
        east = extent.west + x / self.wide * (extent.east - extent.west)
        return east, extent.south + y / self.high * (extent.north - extent.south)

    def around(self, spot: Spot, half: float) -> _Box:
        x, y = self.place(spot)
        return _Box(x - half, y - half, x + half, y + half)


def label_places(overview: Overview, wide: float, high: float) -> list[_Label]:
    """Where the mark and the name of each place stand on a map of so many pixels."""
    extent = extent_of([one.spot for one in overview.incidents], wide / high)
    screen = _Screen(extent, wide, high)
    marked = _by_spot(overview)
    taken = {spot: screen.around(spot, 7.0) for spot, _ in marked}
    labels: list[_Label] = []
    for spot, numbers in marked:
        label = _Label(", ".join(map(str, numbers)), drawable(spot.name), SMALL, *screen.place(spot))
        others = [box for other, box in taken.items() if other != spot]
        labels.append(_placed(label, [*others, *(one.box for one in labels)], screen))
    return labels


def extent_of(spots: Sequence[Spot], ratio: float) -> Extent:
    """A part of the world that shows the places with room around them, in the shape of the axes (width to height)."""
    south, north = min(spot.north for spot in spots), max(spot.north for spot in spots)
    west, east = min(spot.east for spot in spots), max(spot.east for spot in spots)
    middle, centre = (south + north) / 2, (west + east) / 2
    # A degree of longitude is as wide as one of latitude is high, times this.
    squeeze = math.cos(math.radians(min(abs(middle), 70.0)))
    height = max(_LEAST_HEIGHT, (north - south) * (1 + 2 * _ROOM), (east - west) * (1 + 2 * _ROOM) * squeeze / ratio)
    height = min(height, _MOST_HEIGHT)
    width = height * ratio / squeeze
    return Extent(centre - width / 2, centre + width / 2, middle - height / 2, middle + height / 2)


def _draw_land(axes: Axes, land: Land, extent: Extent, theme: Theme) -> None:
    axes.set_facecolor(theme.sea)
    axes.set_xlim(extent.west, extent.east)
    axes.set_ylim(extent.south, extent.north)
    axes.set_xticks([])
    axes.set_yticks([])
    for shapes, colour in ((land.land, theme.land), (land.lakes, theme.sea), (land.islands, theme.land)):
        axes.add_collection(PolyCollection(shapes, facecolors=colour, edgecolors=theme.border, linewidths=0.9))
    axes.add_collection(LineCollection(land.borders, colors=theme.border, linewidths=1.6))


def _by_spot(overview: Overview) -> list[tuple[Spot, list[int]]]:
    found: dict[Spot, list[int]] = defaultdict(list)
    for one in overview.incidents:
        found[one.spot].append(one.number)
    return sorted(found.items(), key=lambda pair: pair[1])


def _placed(label: _Label, taken: Sequence[_Box], screen: _Screen) -> _Label:
    """The label where nothing else stands: on its place, else as near to it as can be. If nowhere, without its name."""
    for radius in _RINGS:
        for turn in range(16 if radius else 1):
            angle = turn * math.tau / 16
            x, y = label.x + radius * math.cos(angle), label.y + radius * math.sin(angle)
            for left in (math.cos(angle) < -0.3, math.cos(angle) >= -0.3):
                moved = dataclasses.replace(label, x=x, y=y, left=left)
                if _is_free(moved.box, taken, screen):
                    return moved
    return dataclasses.replace(label, name="")


def _is_free(box: _Box, taken: Sequence[_Box], screen: _Screen) -> bool:
    return box.within(screen.wide, screen.high) and not any(box.meets(other) for other in taken)


def _draw_mark(axes: Axes, spot: Spot, label: _Label, screen: _Screen, theme: Theme) -> None:
    """The stories' numbers on a filled badge; for a region, whose middle stands for it, a hollow one."""
    east, north = screen.degrees(label.x, label.y)
    if (label.x, label.y) != screen.place(spot):
        axes.plot([spot.east, east], [spot.north, north], color=theme.ink, linewidth=1.6, zorder=4)
        axes.plot([spot.east], [spot.north], "o", color=theme.ink, markersize=8, zorder=4)
    colour, paper = (theme.accent, theme.paper) if spot.exact else (theme.paper, theme.accent)
    shape = "circle,pad=0.25" if len(label.mark) < 3 else "round,pad=0.3,rounding_size=0.9"
    badge = {"boxstyle": shape, "facecolor": colour, "edgecolor": paper, "linewidth": 2}
    style: dict[str, Any] = {"ha": "center", "va": "center", "fontweight": "bold", "bbox": badge}
    axes.text(east, north, label.mark, fontsize=label.size, color=paper, zorder=5, **style)
    _draw_name(axes, label, screen, theme, colour=theme.ink)


def _draw_name(axes: Axes, label: _Label, screen: _Screen, theme: Theme, *, colour: str) -> None:
    aside = label.half + 4
    east, north = screen.degrees(label.x - aside if label.left else label.x + aside, label.y)
    style: dict[str, Any] = {"ha": "right" if label.left else "left", "va": "center", "zorder": 4}
    style["path_effects"] = [withStroke(linewidth=4, foreground=theme.land)]
    axes.text(east, north, label.name, fontsize=label.size, color=colour, **style)
