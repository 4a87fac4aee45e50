"""Which picture is drawn how. Importing this imports matplotlib."""

from __future__ import annotations

from bot.pictures.canvas import DARK, LIGHT
from bot.pictures.figures import draw_figures
from bot.pictures.overview import draw_overview
from bot.pictures.picture import Picture
from bot.pictures.usage import draw_usage
from bot.usage import Usage
from index.stories.incidents import Overview


def draw(picture: Picture, *, dark: bool) -> bytes:
    """The picture as a PNG."""
    theme = DARK if dark else LIGHT
    if isinstance(picture.subject, Overview):
        return draw_overview(picture.subject, picture, theme)
    if isinstance(picture.subject, Usage):
        return draw_usage(picture.subject, picture, theme)
    return draw_figures(picture.subject, picture, theme)
