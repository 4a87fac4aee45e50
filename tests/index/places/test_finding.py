"""A place by what somebody calls it, in any of the languages, with those that may be meant instead."""

from __future__ import annotations

import pytest

from index.places import country_of_adjective, find, spelled_like


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Abu Dhabi", "Asia/Dubai"),
        ("abu dhabi", "Asia/Dubai"),
        ("صنعاء", "Asia/Aden"),
        ("حلب", "Asia/Damascus"),
        ("Харків", "Europe/Kyiv"),
        ("Одеса", "Europe/Kyiv"),
        ("Одессе", "Europe/Kyiv"),
        ("Kiev", "Europe/Kyiv"),
        ("חיפה", "Asia/Jerusalem"),
        ("Fasher", "Africa/Khartoum"),
        ("al-Fashir", "Africa/Khartoum"),
    ],
)
def test_the_likeliest_place_comes_first(name: str, zone: str) -> None:
    assert find(name)[0].place.zone == zone


def test_places_of_one_name_are_all_offered() -> None:
    assert {candidate.place.country for candidate in find("Tripoli")} >= {"LY", "LB"}
    assert {candidate.place.country for candidate in find("Alexandria")} >= {"EG", "US"}


@pytest.mark.parametrize(
    "name", ["", "the", "war", "grain", "drones", "12", "Atlantis-on-Sea", "the war in Sudan", "基辅"]
)
def test_what_is_no_place_has_no_candidates(name: str) -> None:
    assert find(name) == ()


@pytest.mark.parametrize(
    ("name", "is_common"), [("Reading", True), ("Mobile", True), ("Aleppo", False), ("London", False)]
)
def test_a_name_that_is_mostly_a_word_says_so(name: str, is_common: bool) -> None:
    assert find(name, "en")[0].common is is_common


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Syrian", "SY"),
        ("Lebanese", "LB"),
        ("ukrainienne", "UA"),
        ("sirios", "SY"),
        ("российского", "RU"),
        ("українські", "UA"),
        ("السورية", "SY"),
        ("והסורים", "SY"),
    ],
)
def test_an_adjective_has_its_country(word: str, country: str) -> None:
    place = country_of_adjective(word)

    assert place is not None
    assert place.id == country


@pytest.mark.parametrize("word", ["Aleppo", "green", ""])
def test_other_words_have_none(word: str) -> None:
    assert country_of_adjective(word) is None


@pytest.mark.parametrize(
    ("written", "country", "name"),
    [("Kramatorzk", "UA", "Kramatorsk"), ("Khan Sheykhoun", "SY", "Khan Sheikhoun"), ("Melytopol", "UA", "Melitopol")],
)
def test_a_name_spelled_by_ear(written: str, country: str, name: str) -> None:
    place = spelled_like(written, country)

    assert place is not None
    assert place.name == name


def test_too_few_consonants_tell_nothing() -> None:
    assert spelled_like("Hamas", "SY") is None
