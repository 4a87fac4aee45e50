from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.dates import Dateline, date_spans, dateline, days_in, headed, older_than
from index.language.lexicon import LANGUAGES, lexicon

# A Thursday.
WRITTEN = date(2024, 6, 6)


def days(text: str, language: str = "en") -> list[date]:
    return list(days_in(text, 0, len(text), language, WRITTEN))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "A shell fell on Tuesday.", date(2024, 6, 4)),
        ("en", "A shell fell early Sunday.", date(2024, 6, 2)),
        ("en", "A shell fell on Thursday.", date(2024, 6, 6)),
        ("en", "A shell fell last Thursday.", date(2024, 5, 30)),
        ("en", "They meet next Monday.", date(2024, 6, 10)),
        ("en", "A shell fell yesterday.", date(2024, 6, 5)),
        ("en", "A shell fell last night.", date(2024, 6, 5)),
        ("en", "A shell fell on 3 June.", date(2024, 6, 3)),
        ("en", "A shell fell on June 3rd, 2023.", date(2023, 6, 3)),
        ("en", "A shell fell on 19 Sep 2025.", date(2025, 9, 19)),
        ("en", "A shell fell on 12 December.", date(2023, 12, 12)),
        ("en", "Filed 2024-04-21 by post.", date(2024, 4, 21)),
        ("en", "Filed 21-04-2024 by post.", date(2024, 4, 21)),
        ("fr", "Un obus est tombé mardi.", date(2024, 6, 4)),
        ("fr", "Un obus est tombé le 1er juin.", date(2024, 6, 1)),
        ("fr", "Un obus est tombé hier.", date(2024, 6, 5)),
        ("es", "Cayó el martes.", date(2024, 6, 4)),
        ("es", "Cayó el 3 de junio de 2023.", date(2023, 6, 3)),
        ("es", "Cayó ayer.", date(2024, 6, 5)),
        ("ru", "Снаряд упал во вторник.", date(2024, 6, 4)),
        ("ru", "Снаряд упал 3 июня.", date(2024, 6, 3)),
        ("ru", "Снаряд упал 03.06.2024.", date(2024, 6, 3)),
        ("ru", "Снаряд упал вчера.", date(2024, 6, 5)),
        ("uk", "Снаряд упав у вівторок.", date(2024, 6, 4)),
        ("uk", "Снаряд упав 3 червня 2024 року.", date(2024, 6, 3)),
        ("uk", "Снаряд упав учора.", date(2024, 6, 5)),
        ("ar", "سقطت قذيفة يوم الثلاثاء.", date(2024, 6, 4)),
        ("ar", "سقطت قذيفة في 3 يونيو.", date(2024, 6, 3)),
        ("ar", "سقطت قذيفة في 3 حزيران 2024.", date(2024, 6, 3)),
        ("ar", "سقطت قذيفة في 3 يونيو/حزيران.", date(2024, 6, 3)),
        ("ar", "سقطت قذيفة في 12 تشرين الأول 2023.", date(2023, 10, 12)),
        ("ar", "سقطت قذيفة أمس.", date(2024, 6, 5)),
        ("he", "פגז נפל ביום שלישי.", date(2024, 6, 4)),
        ("he", "פגז נפל ב-3 ביוני.", date(2024, 6, 3)),
        ("he", "פגז נפל אתמול.", date(2024, 6, 5)),
    ],
)
def test_a_day_is_read_and_seen_from_the_day_of_the_report(language: str, text: str, day: date) -> None:
    assert days(text, language) == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It began in June 2022."),
        ("en", "It may rain; they march at dawn."),
        ("en", "It began in 2019, and 2,019 people came."),
        ("fr", "Depuis 2022 rien n'a changé."),
        ("es", "En junio de 2022 empezó."),
        ("ru", "В июне 2022 года это началось."),
        ("uk", "У червні 2022 року це почалося."),
        ("ar", "بدأت في يونيو 2022."),
        ("he", "זה התחיל ביוני 2022."),
    ],
)
def test_a_month_or_a_year_alone_is_no_day(language: str, text: str) -> None:
    assert days(text, language) == []


def test_a_range_of_days_is_all_of_them() -> None:
    assert days("Shells fell on 3-5 June.") == [date(2024, 6, 3), date(2024, 6, 4), date(2024, 6, 5)]


def test_a_day_that_no_month_has_is_none() -> None:
    assert days("On 31 June 2024 nothing happened, nor on 45 June.") == []


def test_without_the_day_of_the_report_only_dates_with_a_year_are_known() -> None:
    text = "It fell on Tuesday, on 3 June and on 4 May 2022."

    assert days_in(text, 0, len(text), "en", None) == (date(2022, 5, 4),)


def test_only_the_sentence_that_is_asked_for_is_read() -> None:
    text = "It fell on Monday. It rose on Tuesday."

    assert days_in(text, 19, len(text), "en", WRITTEN) == (date(2024, 6, 4),)


def test_since_is_kept_with_a_date() -> None:
    spans = date_spans("Since 3 March they have waited", "en", WRITTEN)

    assert [(span.first, span.since) for span in spans] == [(date(2024, 3, 3), True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In April 2022 a missile killed 61 people at the station."),
        ("en", "The war began on 7 October 2023."),
        ("en", "The town was last overrun in 2019."),
        ("en", "Three years ago the mill burned."),
        ("en", "The price has tripled since January."),
        ("fr", "En 2019, la base avait été prise."),
        ("es", "Hace tres años ardió el molino."),
        ("ru", "В прошлом году там погибли двое."),
        ("uk", "Торік там загинули двоє."),
        ("ar", "في عام 2019 قتل عشرة."),
        ("he", "בשנת 2019 נהרגו עשרה."),
    ],
)
def test_a_sentence_on_a_time_long_past_is_older(language: str, text: str) -> None:
    assert older_than(text, 0, len(text), language, WRITTEN)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A missile killed six people on Tuesday."),
        ("en", "A missile killed six people."),
        ("en", "The League shot four fighters who had laid down arms in 2016."),
        ("en", "On Tuesday the mill, built in 1990, burned."),
        ("en", "Talks will be held on 3 June 2024."),
        ("ru", "Во вторник погибли двое."),
        ("ar", "قتل عشرة يوم الثلاثاء."),
    ],
)
def test_a_sentence_on_these_days_is_not(language: str, text: str) -> None:
    assert not older_than(text, 0, len(text), language, WRITTEN)


@pytest.mark.parametrize(
    ("language", "text", "place", "day"),
    [
        ("en", "DOHA, Dec 17 (Meridian) - Talks went on.", "DOHA", date(2023, 12, 17)),
        ("en", "KYIV (Meridian) — Shells fell.", "KYIV", None),
        ("en", "TORVAQ, 3 June 2024 - Shells fell.", "TORVAQ", date(2024, 6, 3)),
        ("ru", "Киев, 3 июня (Меридиан) - Упали снаряды.", "Киев", date(2024, 6, 3)),
        ("ar", "القدس (ميريديان) - سقطت قذائف.", "القدس", None),
    ],
)
def test_a_dateline_gives_its_place_and_day(language: str, text: str, place: str, day: date | None) -> None:
    head = dateline(text, language, WRITTEN)

    assert isinstance(head, Dateline)
    assert (head.place, head.day) == (place, day)


@pytest.mark.parametrize("text", ["The army - which had left - came back.", "Shells fell on the mill.", ""])
def test_a_text_without_a_dateline_has_none(text: str) -> None:
    assert dateline(text, "en", WRITTEN) is None


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES), written=st.dates())
def test_any_text_gives_dates_in_order_and_apart(text: str, language: str, written: date) -> None:
    end = 0
    for span in date_spans(text, language, written):
        assert end <= span.begin < span.end
        assert span.first is None or span.last is None or span.first <= span.last
        end = span.end
    assert isinstance(older_than(text, 0, len(text), language, written), bool)


@given(day=st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_a_day_written_in_full_is_that_day_in_every_language(day: date) -> None:
    for language in LANGUAGES:
        month = lexicon(language, "dates")["months"][str(day.month)].split()[0].rstrip("*").replace("_", " ")
        text = f"x {day.day} {month.capitalize()} {day.year}"

        assert days_in(text, 0, len(text), language, None) == (day,)


@given(written=st.dates(date(1950, 1, 1), date(2100, 1, 1)), weekday=st.integers(min_value=0, max_value=6))
def test_a_weekday_is_the_last_one(written: date, weekday: int) -> None:
    name = lexicon("en", "dates")["weekdays"][str(weekday)].split()[0].capitalize()
    text = f"It fell on {name}."

    day = days_in(text, 0, len(text), "en", written)[0]

    assert day.weekday() == weekday
    assert 0 <= (written - day).days < 7


@pytest.mark.parametrize(
    ("language", "text", "back"),
    [
        ("en", "It fell this morning.", 0),
        ("fr", "C'est tombé avant-hier.", 2),
        ("fr", "C'est tombé aujourd'hui.", 0),
        ("fr", "C'est tombé jeudi dernier.", 7),
        ("es", "Cayó anteayer.", 2),
        ("es", "Cayó hoy.", 0),
        ("es", "Cayó el jueves pasado.", 7),
        ("ru", "Упал позавчера.", 2),
        ("ru", "Упал минувшей ночью.", 1),
        ("ru", "Упал сегодня.", 0),
        ("uk", "Упав позавчора.", 2),
        ("uk", "Упав минулої ночі.", 1),
        ("uk", "Упав сьогодні.", 0),
        ("ar", "سقطت اليوم.", 0),
        ("ar", "سقطت يوم الخميس الماضي.", 7),
        ("he", "נפל שלשום.", 2),
        ("he", "נפל הבוקר.", 0),
        ("he", "נפל ביום חמישי שעבר.", 7),
    ],
)
def test_days_told_from_today_are_counted_back(language: str, text: str, back: int) -> None:
    assert [(WRITTEN - day).days for day in days(text, language)] == [back]


@pytest.mark.parametrize("year", [1, 1799, 9999])
def test_a_report_of_an_impossible_day_has_no_days_of_its_own(year: int) -> None:
    text = "It fell yesterday and on 4 May 2022."

    assert days_in(text, 0, len(text), "en", date(year, 1, 1)) == (date(2022, 5, 4),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Published June 3 2024\n\nShells fell."),
        ("en", "Mon Jun 3 2024 Shells fell on the mill."),
        ("en", "2024-06-03 Shells fell on the mill."),
        ("en", "By Jan Brook\n3 June 2024\n\nShells fell."),
        ("en", "3 June 2024\n\nOn 5 March 2019 the mill had burned."),
        ("es", "3 de junio de 2024\n\nCayeron obuses."),
        ("fr", "Publié le 3 juin 2024\n\nDes obus sont tombés."),
        ("ru", "3 июня 2024\n\nУпали снаряды."),
        ("uk", "3 червня 2024\n\nУпали снаряди."),
        ("ar", "3 حزيران 2024\n\nسقطت قذائف."),
        ("he", "3 ביוני 2024\n\nנפלו פגזים."),
    ],
)
def test_a_pages_own_day_stands_at_its_head(language: str, text: str) -> None:
    assert headed(text, language) == date(2024, 6, 3)


@pytest.mark.parametrize(
    "text",
    [
        "On 5 March 2014 shells fell on the mill.",
        "Since 5 March 2014 the mill has been shut.",
        "The army shelled the old mill on 5 March 2014.",
        "3 June 2024 - 5 June 2024\n\nShells fell.",
        "3 June\n\nShells fell.",
        "June 2024\n\nShells fell.",
    ],
)
def test_the_day_of_a_sentence_two_days_or_half_a_date_are_no_pages_day(text: str) -> None:
    assert headed(text, "en") is None
