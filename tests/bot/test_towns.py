"""By which clocks people live: where they are, what their town is called, in any of our languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.towns import zone_like, zone_named, zones_near, zones_of_town

NOW = datetime(2024, 4, 15, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("north", "east", "zones"),
    [
        (33.3, 44.4, ("Asia/Baghdad",)),
        (48.7, 37.6, ("Europe/Kyiv", "Europe/Simferopol")),
        (31.34, 34.3, ("Asia/Gaza",)),
        (-1.68, 29.2, ("Africa/Lubumbashi", "Africa/Kinshasa")),
        (13.6, 25.3, ("Africa/Khartoum",)),
    ],
)
def test_a_place_has_the_clocks_of_its_country_the_nearest_first(
    north: float, east: float, zones: tuple[str, ...]
) -> None:
    assert zones_near(north, east, NOW) == zones


def test_of_zones_that_agree_the_larger_citys_stands_for_them() -> None:
    assert zones_near(41.9, -87.6, NOW)[0] == "America/Chicago"


@pytest.mark.parametrize(("north", "east"), [(0.0, -179.9), (90.0, 0.0), (-90.0, 180.0), (0.0, 0.0)])
def test_every_place_on_earth_has_a_clock(north: float, east: float) -> None:
    assert zones_near(north, east, NOW)


def test_the_largest_town_of_a_name_counts() -> None:
    assert zones_of_town("Kramatorsk", NOW)[0] == "Europe/Kyiv"
    assert zones_of_town("Atlantis-on-Sea", NOW) == ()
    assert zones_of_town("", NOW) == ()


@pytest.mark.parametrize(
    ("written", "zone"), [("القاهرة", "Africa/Cairo"), ("Киев", "Europe/Kyiv"), ("Kyiv", "Europe/Kyiv"), ("x", None)]
)
def test_cities_by_name(written: str, zone: str | None) -> None:
    assert zone_named(written) == zone


@pytest.mark.parametrize(
    ("written", "zone"),
    [("Bagdhad", "Asia/Baghdad"), ("Damascas", "Asia/Damascus"), ("drones", None), ("Israel", None)],
)
def test_a_city_that_was_nearly_written(written: str, zone: str | None) -> None:
    assert zone_like(written) == zone
