"""What our pictures share: a card of fixed width that is read on a phone, on a light or a dark screen."""

from __future__ import annotations

import dataclasses
import functools
import io
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font
from matplotlib.lines import Line2D

# Telegram shows a photo at 1280 pixels at most, and a phone shows 1080 across its width: 26 there is about 9 points.
WIDTH = 1080
TALLEST = 1280
_DPI = 100
BODY, SMALL, TITLE = 20.0, 17.5, 25.0
MARGIN = 44


@dataclasses.dataclass(frozen=True, slots=True)
class Theme:
    """Colours of a card. `series` are told apart by people who do not see every colour, and each has its marker."""

    paper: str
    ink: str
    muted: str
    grid: str
    accent: str
    usual: str
    land: str
    sea: str
    border: str
    series: tuple[str, ...]
    rest: str
    bars: str


LIGHT = Theme(
    paper="#f7f5f0",
    ink="#1d2126",
    muted="#5a6067",
    grid="#dedad1",
    accent="#0b63a5",
    usual="#b84a00",
    land="#e9e4d8",
    sea="#cfdfe8",
    border="#a79f8e",
    series=("#0b63a5", "#b84a00", "#007a5a", "#a3457f", "#8a6500", "#4b4ea8", "#36748a"),
    rest="#676c72",
    bars="#a9adb1",
)
DARK = Theme(
    paper="#17191d",
    ink="#ecebe6",
    muted="#a4a9b0",
    grid="#33373d",
    accent="#62b5f0",
    usual="#ff9d57",
    land="#2c3036",
    sea="#101c26",
    border="#5b616a",
    series=("#62b5f0", "#ff9d57", "#45d0a2", "#f09bcb", "#e6c24a", "#a9acf5", "#86cfe0"),
    rest="#9a9fa6",
    bars="#676c73",
)
MARKERS = ("o", "s", "^", "D", "v", "P", "X")


class Card:
    """A picture being drawn; places are pixels from its top left corner, text starts where the script does."""

    def __init__(self, height: int, theme: Theme, *, rtl: bool) -> None:
        self.theme = theme
        self.rtl = rtl
        self._height = height
        self._figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=theme.paper)
        FigureCanvasAgg(self._figure)

    def text(
        self, top: float, words: str, *, size: float = BODY, left: float = MARGIN, room: float = 0.0, **look: Any
    ) -> None:
        """A line whose top is at `top`, `left` pixels in from the side where reading begins.

        One that is wider than `room` (0: up to the margin) is set smaller.
        """
        place = (WIDTH - left) / WIDTH if self.rtl else left / WIDTH
        style: dict[str, Any] = {"color": self.theme.ink, "ha": "right" if self.rtl else "left", "va": "top", **look}
        line = self._figure.text(
            place, 1 - top / self._height, drawable(words), fontsize=size, parse_math=False, **style
        )
        wide = line.get_window_extent().width
        line.set_fontsize(size * min(1.0, (room or WIDTH - MARGIN - left) / max(wide, 1.0)))

    def mark(self, left: float, top: float, marker: str, colour: str) -> None:
        """A marker as a key to what it stands for."""
        place = (WIDTH - left if self.rtl else left) / WIDTH, 1 - top / self._height
        size: dict[str, Any] = {"markersize": 13, "markeredgecolor": self.theme.paper}
        self._figure.add_artist(Line2D([place[0]], [place[1]], marker=marker, color=colour, linestyle="", **size))

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """A bare set of axes in the card's colours."""
        box = (left / WIDTH, 1 - (top + height) / self._height, width / WIDTH, height / self._height)
        axes = self._figure.add_axes(box, facecolor=self.theme.paper)
        for side in axes.spines.values():
            side.set_visible(False)
        axes.tick_params(colors=self.theme.muted, labelsize=SMALL, length=0)
        return axes

    def png(self) -> bytes:
        file = io.BytesIO()
        self._figure.savefig(file, format="png", dpi=_DPI, facecolor=self.theme.paper)
        return file.getvalue()


def drawable(words: str) -> str:
    """The words without what the font has no glyph for: boxes tell nobody anything."""
    known = _glyphs()
    return "".join(character for character in words if ord(character) in known)


@functools.cache
def _glyphs() -> frozenset[int]:
    # matplotlib brings this font along: Latin, Cyrillic, Greek, Arabic and Hebrew.
    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())
