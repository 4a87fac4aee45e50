"""Pictures as they come out: the right size, something on them, readable on light and dark, in every script."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from bot.pictures.canvas import DARK, LIGHT, TALLEST, WIDTH, Theme, drawable
from bot.pictures.easel import Easel, PictureFailed
from bot.pictures.map import extent_of, label_places
from bot.pictures.picture import Picture
from bot.usage import Usage
from bot.wording.texts import languages
from index.stories.activity import Activity, Theatre
from index.stories.atlas import world
from index.stories.charts import ChartPanel, ChartPoint, ChartSeries, FigureChart
from index.stories.incidents import Incident, Overview, landmarks
from tests.bot.pictures.looking import colours, contrast, ink, pixels

FIRST, SECOND = date(2024, 4, 22), date(2024, 4, 25)


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


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

UNTIL = datetime(2024, 4, 25, 4, tzinfo=UTC)
THEATRES = tuple(
    Theatre(country, tuple((place * step) % 9 for place in range(14)), usual)
    for country, step, usual in (("Palestine", 2, 3.25), ("Ukraine", 4, 5.0), ("Syria", 5, 1.0), ("DR Congo", 7, None))
)


def overview(*places: str) -> Overview:
    spots = [spot for name in places if (spot := world().spot(name))]
    assert len(spots) == len(places)
    incidents = tuple(Incident(str(n), spot, n) for n, spot in enumerate(spots, start=1))
    return Overview(Activity(UNTIL, THEATRES), incidents, (), landmarks())


CROWDED = overview("Khan Younis", "Rafah", "Gaza", "Jabalia", "Deir al-Balah", "Nablus", "Jenin", "Khan Younis", "Tyre")
FAR_APART = overview("Khan Younis", "Kharkiv", "Goma", "Naypyidaw", "Port-au-Prince")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("dark", [False, True])
def test_an_overview_is_drawn_for_a_phone_and_nothing_runs_over_the_edge(language: str, dark: bool) -> None:
    seen = pixels(Easel().png(Picture(CROWDED, "", language, "Asia/Gaza"), dark=dark))

    height, width, _ = seen.shape
    assert width == WIDTH
    assert 1000 < height <= TALLEST
    assert ink(seen[:, :14]) == ink(seen[:, -14:]) == 0
    assert bool(seen[0, 0].mean() < 80) is dark


USAGE = Usage(
    date(2026, 11, 23), tuple(range(0, 42, 3)), (1,) * 14, tuple(range(10_000, 150_000, 10_000)), (0, 9_000) * 7,
    (3410, 60, 31, 12, 25), (12_000, 88_000, 61_000, 22, 9, 3, 0, 1),
)  # fmt: skip


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("dark", [False, True])
def test_how_the_bot_is_doing_is_drawn_for_a_phone(language: str, dark: bool) -> None:
    seen = pixels(Easel().png(Picture(USAGE, "", language), dark=dark))

    height, width, _ = seen.shape
    assert width == WIDTH
    assert 1000 < height <= TALLEST
    assert ink(seen[:, :10]) == ink(seen[:, -10:]) == 0
    assert bool(seen[0, 0].mean() < 80) is dark


def test_a_day_more_or_less_is_seen() -> None:
    other = dataclasses.replace(USAGE, failed=(0,) * 14)
    nothing = Usage(date(2026, 11, 23), *[(0,) * 14] * 4, sources=(0,) * 5, waits=(0,) * 8)

    drawn = {Easel().png(Picture(one, "", "en")) for one in (USAGE, other, nothing)}

    assert len(drawn) == 3


def test_without_a_place_there_is_no_map() -> None:
    bars, both = (Easel().png(Picture(one, "", "en")) for one in (overview(), CROWDED))

    assert pixels(bars).shape[0] < pixels(both).shape[0] - 400
    assert rgb(LIGHT.sea) in colours(pixels(both))
    assert rgb(LIGHT.sea) not in colours(pixels(bars))


def test_places_all_over_the_world_fit_on_one_map() -> None:
    seen = colours(pixels(Easel().png(Picture(FAR_APART, "", "en"))))

    assert {rgb(LIGHT.sea), rgb(LIGHT.land), rgb(LIGHT.accent)} <= seen


@pytest.mark.parametrize("crowd", [CROWDED, FAR_APART])
def test_no_mark_hides_another(crowd: Overview) -> None:
    spots = {one.spot for one in crowd.incidents}
    labels = label_places(crowd, 992, 476)

    assert len(labels) == len(spots)
    boxes = [label.box for label in labels]
    assert not [1 for place, one in enumerate(boxes) for other in boxes[:place] if one.meets(other)]


def test_a_map_shows_all_its_places_with_room_around_them() -> None:
    for crowd in (CROWDED, FAR_APART):
        extent = extent_of([one.spot for one in crowd.incidents], 2.0)
        assert all(extent.holds(one.spot.north, one.spot.east) for one in crowd.incidents)
        assert extent.north - extent.south >= 5


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
        assert rgb(colour) in seen


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


@pytest.mark.parametrize(
    "name",
    [
        "$\\frac{x$",
        "$a_b$ $",
        "Evil\x00\x1b",
        "\u202eabc",
        "Z" * 200,
        "\U0001f600" * 100,
        "\\usepackage",
        "{}{",
        "%s%n",
        "",
    ],
)
def test_no_name_keeps_a_picture_from_being_drawn_or_is_taken_for_a_formula(name: str) -> None:
    series = ChartSeries(name, (ChartPoint(FIRST, 20, 20), ChartPoint(SECOND, 31, 31)))
    chart = FigureChart((ChartPanel("killed", "", (series,)),))

    png = Easel().png(Picture(chart, name, "en"))

    assert png.startswith(b"\x89PNG")


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
