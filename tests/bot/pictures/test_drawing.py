"""Pictures as they come out: the right size, something on them, readable on light and dark, in every script."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from bot.chat.texts import languages
from bot.pictures.canvas import DARK, LIGHT, TALLEST, WIDTH, Theme, drawable
from bot.pictures.easel import Easel, PictureFailed
from bot.pictures.picture import Picture
from index.stories.charts import ChartPanel, ChartPoint, ChartSeries, FigureChart
from tests.bot.pictures.looking import colours, contrast, ink, pixels

FIRST, SECOND = date(2024, 4, 22), date(2024, 4, 25)
CHART = FigureChart(
    (
        ChartPanel(
            "killed",
            "",
            (
                ChartSeries("the ministry", (ChartPoint(FIRST, 20, 20), ChartPoint(SECOND, 31, 31))),
                ChartSeries("عمال الإنقاذ", (ChartPoint(FIRST, 24, 99),)),
                ChartSeries("", (ChartPoint(SECOND, 28, 30),)),
            ),
        ),
        ChartPanel("wounded", "children", (ChartSeries("the ministry", (ChartPoint(FIRST, 4, 4),)),)),
    )
)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("dark", [False, True])
def test_tolls_are_drawn_for_a_phone_in_every_language(language: str, dark: bool) -> None:
    seen = pixels(Easel().png(Picture(CHART, "Khan Younis", language), dark=dark))

    height, width, _ = seen.shape
    assert width == WIDTH
    assert 600 < height <= TALLEST
    assert 0.01 < ink(seen) < 0.5
    assert bool(seen[0, 0].mean() < 80) is dark


def test_every_source_has_its_colour() -> None:
    seen = colours(pixels(Easel().png(Picture(CHART, "Khan Younis", "en"))))

    for colour in (*LIGHT.series[:2], LIGHT.rest):
        assert tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5)) in seen


def test_a_figure_drawn_higher_stands_higher() -> None:
    low, high = (
        FigureChart(
            (ChartPanel("killed", "", (ChartSeries("a", (ChartPoint(FIRST, 1, 1), ChartPoint(SECOND, n, n))),)),)
        )
        for n in (2, 20)
    )

    assert Easel().png(Picture(low, "x", "en")) != Easel().png(Picture(high, "x", "en"))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_colours_stand_out_from_the_paper(theme: Theme) -> None:
    for colour in (theme.ink, theme.muted, theme.accent, theme.usual, theme.rest, *theme.series):
        assert contrast(colour, theme.paper) >= 4.5, colour


def test_text_keeps_what_the_font_can_draw() -> None:
    assert drawable("Київ سوريا ירושלים 漢\u2068x\u2069") == "Київ سوريا ירושלים x"


def test_a_picture_is_drawn_once_and_the_same_each_time() -> None:
    easel, picture = Easel(), Picture(CHART, "Khan Younis", "en")

    assert easel.png(picture) is easel.png(Picture.from_json(picture.to_json()))
    assert easel.png(picture) == Easel().png(picture)


def test_what_goes_wrong_is_one_error() -> None:
    with pytest.raises(PictureFailed):
        Easel().png(Picture(FigureChart((ChartPanel("killed", "", ()),)), "nothing", "en"))


def test_the_bot_starts_without_matplotlib() -> None:
    code = "import sys, bot.app, bot.cli.main; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
