"""By which clocks people live: where they are, what their town is called, in any of our languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.towns import zone_before_topics, zone_like, zone_named, zones_near, zones_of_town

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


def test_the_nearest_towns_zone_comes_first() -> None:
    assert zones_near(41.9, -87.6, NOW)[0] == "America/Chicago"


@pytest.mark.parametrize(("north", "east"), [(0.0, -179.9), (90.0, 0.0), (-90.0, 180.0), (0.0, 0.0)])
def test_every_place_on_earth_has_a_clock(north: float, east: float) -> None:
    assert zones_near(north, east, NOW)


def test_a_town_has_its_clock_and_no_town_has_none() -> None:
    assert zones_of_town("Kramatorsk", NOW)[0] == "Europe/Kyiv"
    assert zones_of_town("Erewhon-on-Sea", NOW) == ()
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


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("Abu Dhabi", "Asia/Dubai"),
        ("abu dhabi", "Asia/Dubai"),
        ("صنعاء", "Asia/Aden"),
        ("حلب", "Asia/Damascus"),
        ("Харків", "Europe/Kyiv"),
        ("Одеса", "Europe/Kyiv"),
        ("חיפה", "Asia/Jerusalem"),
        ("UTC", "UTC"),
        ("+03:00", "Etc/GMT-3"),
    ],
)
def test_a_town_before_topics_sets_the_clock(written: str, zone: str) -> None:
    assert zone_before_topics(written.split()) == zone


@pytest.mark.parametrize(
    "written", ["the", "of", "Darfur", "India", "nice", "mobile", "Gaza, Sudan", "the war in Sudan", "Russian gas", "-"]
)
def test_a_country_a_region_and_a_common_word_are_topics(written: str) -> None:
    assert zone_before_topics(written.split()) is None


def test_towns_of_one_name_are_all_offered() -> None:
    assert zone_named("Alexandria") == "Africa/Cairo"
    assert set(zones_of_town("Tripoli", NOW)) == {"Africa/Tripoli", "Asia/Beirut"}
