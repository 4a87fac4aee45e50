"""What a picture of tolls shows: every source apart, the latest days, nothing added up."""

from __future__ import annotations

import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from index.stories.charts import FigureChart, figure_chart
from index.stories.views import FigurePoint, FigureTable

DAY = date(2024, 4, 22)


def point(day: int, value: float, speaker: str, outcome: str = "killed", kind: str = "") -> FigurePoint:
    at = DAY + timedelta(days=day)
    return FigurePoint(at, outcome, kind, f"{value:.0f} {outcome}", value, value, speaker, "Meridian Wire", 1)


def chart_of(*points: FigurePoint) -> FigureChart:
    chart = figure_chart(FigureTable(points, ()))
    assert chart is not None
    return chart


def test_each_source_has_its_own_points() -> None:
    chart = chart_of(point(0, 20, "the ministry"), point(0, 31, "rescuers"), point(1, 35, "the ministry"))

    (panel,) = chart.panels
    assert {(one.source, tuple(p.low for p in one.points)) for one in panel.series} == {
        ("the ministry", (20, 35)),
        ("rescuers", (31,)),
    }


def test_a_toll_without_a_speaker_is_the_outlets() -> None:
    assert chart_of(point(0, 20, "")).sources == ("Meridian Wire",)


def test_too_many_sources_share_the_last_series_and_one_too_many_does_not() -> None:
    seven = [point(0, n, f"source {n}") for n in range(7)]

    assert "" not in chart_of(*seven).sources
    many = chart_of(*seven, point(1, 9, "source 0"), point(0, 70, "source 7"))
    assert len(many.sources) == 7
    assert many.sources[0] == "source 0"
    assert many.sources[-1] == ""


def test_the_latest_days_are_shown_and_only_as_many_as_fit() -> None:
    crowded = [point(day, n, f"source {n}") for day in range(6) for n in range(5)]

    assert chart_of(*crowded).days == (DAY + timedelta(days=4), DAY + timedelta(days=5))
    assert chart_of(*(point(0, n, f"source {n}") for n in range(40))).days == (DAY,)


def test_the_outcomes_with_most_points_have_the_panels() -> None:
    chart = chart_of(
        *(point(day, 10, "a") for day in range(3)),
        *(point(day, 4, "a", "wounded") for day in range(2)),
        point(0, 2, "a", "missing"),
    )

    assert [panel.outcome for panel in chart.panels] == ["killed", "wounded"]


def test_nothing_to_draw_is_no_chart() -> None:
    assert figure_chart(FigureTable((), ())) is None


points = st.builds(
    point,
    st.integers(0, 400),
    st.integers(0, 100_000).map(float),
    st.sampled_from(["", "a", "b", "c", "d", "e", "f", "g", "h"]),
    st.sampled_from(["killed", "wounded", "detained"]),
    st.sampled_from(["", "children"]),
)


@given(st.lists(points, min_size=1, max_size=60))
def test_a_chart_is_whole_after_it_was_stored_and_shows_only_what_was_given(given_points: list[FigurePoint]) -> None:
    chart = chart_of(*given_points)

    assert FigureChart.from_json(json.loads(json.dumps(chart.to_json()))) == chart
    known = {(one.day, one.outcome, one.kind, one.low) for one in given_points}
    for panel in chart.panels:
        assert panel.series
        assert {(p.day, panel.outcome, panel.kind, p.low) for p in panel.points} <= known
