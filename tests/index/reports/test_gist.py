"""What is composed of the records of a quote: what they hold, and nothing where they may be wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from index.reports.gist import gist
from index.reports.reading import read
from index.reports.report import Report, Span
from index.reports.shown import Gist, Tally
from index.reports.wordings import worded

DAY = datetime(2025, 9, 20, 9, tzinfo=UTC)


def told(text: str, language: str, title: str = "") -> Gist | None:
    """The gist of the first sentence of a report."""
    reading = read(title, text, "Wire", DAY, language)
    spans = (Span("a:0", 0, len(text)),)
    report = Report("a", "https://a.example", title, text, "Wire", DAY, DAY, reading, spans)
    first = report.testimonies[0]
    wording = worded(first, None)
    return gist(first, wording.start, wording.end)


def test_who_how_many_and_where_are_read_from_the_records() -> None:
    said = told("قالت وزارة الصحة إن 12 شخصا قتلوا في قصف على الفاشر.", "ar")

    assert said is not None
    assert (said.language, said.speaker, said.deed) == ("ar", "وزارة الصحة", "attack")
    assert said.tallies == (Tally(12, 12, "exact", "killed"),)
    assert said.places == ("379555",)


def test_an_actor_who_speaks_for_himself_is_known_by_his_entry() -> None:
    said = told("Хамас заявил, что в Рафахе погибли пять человек.", "ru")

    assert said is not None
    assert said.actor == "hamas"


def test_a_day_is_told_where_the_outlet_itself_names_it() -> None:
    said = told("Un drone a frappé un marché à Kharkiv mardi 16 septembre, tuant trois personnes.", "fr")

    assert said is not None
    assert said.day == date(2025, 9, 16)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # Denied; a question; neither toll nor deed; bodies that come home; prisoners who get away.
        ("Минобороны опровергло удар по больнице в Харькове, где погибли 12 человек.", "ru"),
        ("Сколько человек погибло в Харькове: 12?", "ru"),
        ("Le maire de Kharkiv a parlé de la reconstruction.", "fr"),
        ("نقلت جثامين أربعة أسرى إلى غزة.", "ar"),
        ("Une soixantaine de détenus ont fui la prison de Port-au-Prince.", "fr"),
    ],
)
def test_what_the_records_may_have_wrong_is_not_composed(text: str, language: str) -> None:
    said = told(text, language)

    assert said is None or not (said.deed or said.tallies)


def test_of_what_is_not_certain_it_is_said_who_is_mentioned() -> None:
    said = told("Песков заявил, что США и Украина договорились продолжить диалог с Россией.", "ru")

    assert said is not None
    assert said.mentioned == ("usa", "ukraine")


def test_a_tag_mentions_nobody() -> None:
    said = told("Россия продолжает переговоры с Ираном #Ливан24", "ru")

    assert said is not None
    assert said.mentioned == ("russia", "iran")


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("مقتل شرطي وإصابة اثنين آخرين في انفجار في موسكو.", "ar", "524901"),
        ("В Харькове ударом дрона убит водитель.", "ru", "706483"),
        ("Un soldat a été tué à Goma.", "fr", "216281"),
    ],
)
def test_somebody_who_was_killed_and_is_not_counted_is_one_at_least(text: str, language: str, place: str) -> None:
    said = told(text, language)

    assert said is not None
    assert said.tallies[0] == Tally(1, 1, "at_least", "killed")
    assert said.places == (place,)


def test_a_toll_that_leaves_out_the_dead_is_not_told() -> None:
    assert told("Семья погибшего и двое раненых жителей Харькова получили помощь.", "ru") is None


def test_a_capital_is_not_mentioned_beside_its_country() -> None:
    assert told("Россия готова продолжать переговоры в Москве.", "ru") is None


def test_an_adjective_behind_its_noun_is_no_town() -> None:
    said = told("ارتفع عدد القتلى في ولاية النيل الأبيض إلى 68 شخصا، بحسب وزارة الصحة.", "ar")

    assert said is None or said.places == ()
