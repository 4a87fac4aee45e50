"""What the records hold of a quote in another language, worded in the reader's."""

from __future__ import annotations

from datetime import date

import pytest

from bot.wording.render_gist import gist_line
from bot.wording.texts import languages, texts_for
from bot.wording.typeset import FSI, PDI, plain
from index.reports.shown import Gist, Tally

EL_FASHER = "379555"
KILLED = Tally(43, 43, "exact", "killed")


def line(gist: Gist, language: str = "en") -> str:
    told = gist_line(gist, texts_for(language))
    assert told is not None
    return plain(told).replace(FSI, "").replace(PDI, "")


def test_a_line_says_who_what_how_many_where_and_when() -> None:
    gist = Gist("ar", "Doctors Network", "", "attack", (KILLED,), (EL_FASHER,), date(2025, 9, 19))

    assert line(gist) == "Doctors Network: attack, 43 killed, El Fasher, 19 Sep — original in Arabic below"


def test_a_quote_in_the_language_of_the_reader_needs_no_line() -> None:
    assert gist_line(Gist("en", tallies=(KILLED,)), texts_for("en-GB")) is None


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        *[("ru", 1, "1 погибший"), ("ru", 3, "3 погибших"), ("uk", 21, "21 загиблий"), ("en", 1, "1 killed")],
        *[
            ("ar", 1, "قتيل واحد"),
            ("ar", 2, "قتيلان"),
            ("ar", 5, "5 قتلى"),
            ("ar", 12, "12 قتيلًا"),
            ("ar", 100, "100 قتيل"),
        ],
        *[("he", 1, "הרוג אחד"), ("he", 4, "4 הרוגים"), ("fr", 1, "1 mort"), ("es", 2, "2 muertos")],
    ],
)
def test_a_number_has_the_plural_that_its_language_asks_for(language: str, count: int, words: str) -> None:
    foreign = "fr" if language != "fr" else "es"

    assert words in line(Gist(foreign, tallies=(Tally(count, count, "exact", "killed"),)), language)


def test_a_bound_a_range_and_who_is_counted_are_said() -> None:
    tallies = (Tally(30, 30, "at_least", "killed", "children"), Tally(25, 30, "exact", "wounded"))

    assert line(Gist("ru", tallies=tallies)).startswith("at least 30 killed (children), 25–30 wounded")


def test_what_was_shot_down_is_counted() -> None:
    shot = Gist("uk", deed="shoot_down", tallies=(Tally(86, 86, "exact", "", "drones"),))

    assert line(shot).startswith("shot down: 86 drones")


def test_actors_and_places_have_the_names_of_the_language_of_the_reader() -> None:
    said = line(Gist("ru", "Хамасе", "hamas", tallies=(KILLED,), places=(EL_FASHER,)), "ar")

    assert "حماس" in said
    assert "الفاشر" in said


@pytest.mark.parametrize("language", languages())
def test_every_language_words_every_kind(language: str) -> None:
    outcomes = ("killed", "wounded", "missing", "captured", "displaced", "evacuated", "rescued", "arrested", "released")
    apart = ("children", "women", "civilians", "fighters", "soldiers", "police", "journalists")
    tallies = tuple(Tally(7, 7, "about", outcome) for outcome in outcomes)
    people = tuple(Tally(7, 7, "up_to", "killed", counted) for counted in apart)
    foreign = "en" if language != "en" else "ru"

    assert "7" in line(Gist(foreign, deed="attack", tallies=(*tallies, *people)), language)
    for written in (*languages(), "ku"):
        assert written == language or line(Gist(written, tallies=(KILLED,)), language)


def test_of_what_is_only_mentioned_the_names_are_said() -> None:
    gist = Gist("ru", places=(EL_FASHER,), mentioned=("sudan", "rsf"))

    assert line(gist) == "mentions Sudan, RSF, El Fasher — original in Russian below"
