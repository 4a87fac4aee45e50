"""Which picture is drawn how. Importing this imports matplotlib."""

from __future__ import annotations

from bot.pictures.canvas import DARK, LIGHT
from bot.pictures.figures import draw_figures
from bot.pictures.picture import Picture


def draw(picture: Picture, *, dark: bool) -> bytes:
    """The picture as a PNG."""
    return draw_figures(picture, DARK if dark else LIGHT)
