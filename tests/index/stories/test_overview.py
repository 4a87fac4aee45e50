"""Reports by theatre against what is usual, and where stories happened."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime, timedelta

import pytest

from index.stories.activity import DAYS, Lead, activity, theatre_of
from index.stories.atlas import called, code_of, country_called, world
from index.stories.incidents import Incident, Overview, landmarks, place_of

UNTIL = datetime(2024, 4, 25, 7, 0, tzinfo=UTC)
ATLAS = world()


def lead(title: str, opening: str = "", *, hours: float = 5, story: str = "s1") -> Lead:
    at = UNTIL - timedelta(hours=hours)
    return Lead(
        f"{story} {title} {hours}", story, at, title, opening or f"{title}, it was reported after {hours} hours."
    )


@pytest.mark.parametrize(
    ("title", "opening", "where"),
    [
        ("Barrel bombs fall on Aleppo", "", "Syria"),
        (
            "Moscow denies strike",
            "ANKARA (Meridian) — Russian jets hit a market in Idlib, Syria, rescuers said.",
            "Syria",
        ),
        ("Israeli army strikes Khan Younis", "", "Palestine"),
        ("Budget talks go on", "The parliament met.", ""),
    ],
)
def test_a_report_is_set_where_its_towns_are(title: str, opening: str, where: str) -> None:
    assert theatre_of(lead(title, opening)) == where


def test_days_are_counted_back_from_the_end_and_what_comes_after_is_not_known() -> None:
    leads = [lead("One in Aleppo", hours=0.5), lead("Two in Aleppo", hours=23), lead("Old in Aleppo", hours=25)]
    leads.append(dataclasses.replace(leads[0], article_id="later", dated_at=UNTIL))

    (theatre,) = activity(leads, UNTIL).theatres
    assert theatre.days[-2:] == (1, 2)
    assert len(theatre.days) == DAYS
    assert sum(theatre.days) == 3


def test_copies_that_open_alike_count_once_a_day() -> None:
    text = "DAMASCUS (Meridian) — Shells hit the old town of Aleppo on Monday and four people died."
    copies = [
        lead(f"Shells on Aleppo {n}", text if n else text.removeprefix("DAMASCUS (Meridian) — ")) for n in range(5)
    ]

    assert activity(copies, UNTIL).theatres[0].days[-1] == 1
    assert activity([*copies, lead("Other", "Aleppo buries its dead.")], UNTIL).theatres[0].days[-1] == 2


def test_what_is_usual_is_the_mean_of_the_weeks_before_and_unknown_where_there_are_too_few() -> None:
    daily = [lead(f"Aleppo {n}", hours=24 * n + 3) for n in range(14 + 56)]

    assert activity(daily, UNTIL).theatres[0].usual == 1.0
    assert activity(daily[: 14 + 28 : 2], UNTIL).theatres[0].usual == pytest.approx(0.5, abs=0.03)
    assert activity(daily[:20], UNTIL).theatres[0].usual is None


def test_the_busiest_theatres_are_shown_and_the_rest_counted() -> None:
    names = ["Aleppo", "Kharkiv", "Khartoum", "Goma", "Mosul", "Kabul"]
    leads = [lead(f"Shells on {name} {n}", hours=n + 1) for place, name in enumerate(names) for n in range(place + 1)]

    shown = activity(leads, UNTIL)
    assert [theatre.country for theatre in shown.theatres] == ["Afghanistan", "Iraq", "DR Congo", "Sudan"]
    assert shown.others == 3


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ten killed in Aleppo market", "Aleppo"),
        ("Damascus rejects report on Aleppo", "Aleppo"),
        ("Damascus rejects the report", None),
        ("Blast in Damascus kills three", "Damascus"),
        ("Damascus suburbs shelled", "Damascus"),
        ("Ukrainian troops pull back near Vovchansk", "Vovchansk"),
        ("Russia says it holds Crimea", "Crimea"),
        ("Hama and Aleppo under fire", "Hama"),
        ("Syria talks resume", None),
    ],
)
def test_a_story_is_where_its_reports_say(title: str, name: str | None) -> None:
    spot = place_of([lead(title, "Nothing more was known.")])

    assert (spot.name if spot else None) == name


def test_most_reports_decide_and_a_single_one_among_many_does_not() -> None:
    many = [lead(f"Shells on Aleppo {n}", "No word.") for n in range(3)]
    silent = [lead(f"No place named {n}", "No word.") for n in range(7)]

    assert place_of([*many, lead("Fire in Hama", "No word.")]) == ATLAS.spot("Aleppo")
    assert place_of([lead("Shells on Aleppo", "No word."), *silent]) is None


@pytest.mark.parametrize(
    ("name", "north", "east"),
    [
        ("Khan Sheikhoun", 35.4, 36.7),
        ("Deir Ezzor", 35.3, 40.1),
        ("Mykolaiv", 47.0, 32.0),
        ("Rostov-on-Don", 47.2, 39.7),
        ("Sana'a", 15.4, 44.2),
        ("Goma", -1.7, 29.2),
    ],
)
def test_the_table_knows_where_towns_lie(name: str, north: float, east: float) -> None:
    spot = world().spot(name)

    assert spot is not None
    assert [spot.north, spot.east] == pytest.approx([north, east], abs=0.1)


@pytest.mark.parametrize(("name", "code"), [("Syria", "SY"), ("DR Congo", "CD"), ("Turkey", "TR"), ("Aleppo", "")])
def test_a_country_has_its_code(name: str, code: str) -> None:
    assert code_of(name) == code


def test_a_country_is_called_as_the_reader_calls_it() -> None:
    assert country_called("Ukraine", "fr") == "Ukraine"
    assert country_called("Syria", "uk") == "Сирія"
    assert country_called("Atlantis", "ar") == "Atlantis"


@pytest.mark.parametrize(
    ("english", "language", "name"),
    [("Aleppo", "ar", "حلب"), ("Khan Younis", "uk", "Хан-Юніс"), ("Baghdad", "he", "בגדד"), ("Iran", "fr", "Iran")],
)
def test_a_place_is_named_in_the_readers_language(english: str, language: str, name: str) -> None:
    assert called(english, language) == name
    assert called(english, "en") == english


def test_countries_are_no_spots_and_regions_are_not_exact() -> None:
    assert world().spot("Syria") is None
    assert world().spot("Darfur").exact is False  # type: ignore[union-attr]


def test_an_overview_is_whole_after_it_was_stored_and_numbered_as_the_stories_are_told() -> None:
    aleppo, crimea = (ATLAS.spot(name) for name in ("Aleppo", "Crimea"))
    assert aleppo is not None
    assert crimea is not None
    told = Overview(
        activity([lead("Aleppo")], UNTIL), (Incident("a", aleppo), Incident("b", crimea)), (crimea,), landmarks()
    )

    assert Overview.from_json(json.loads(json.dumps(told.to_json()))) == told
    assert [(one.story_id, one.number) for one in told.numbered(["x", "b"]).incidents] == [("b", 2)]
