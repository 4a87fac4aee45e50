"""Expressions of time in questions, in seven languages, seen from a Wednesday noon."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.lexicon import LANGUAGES
from index.language.times import TimeSpan, spans
from index.language.wordlists import words

# A Wednesday.
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TODAY = NOW.date()
HEAP = words("last 9999999 years ago since 31 february - to 2024 next monday in the end of")


def day(text: str) -> date:
    """A day of this year without its year, or with it."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def the_span(text: str, language: str, zone: str = "UTC") -> TimeSpan:
    [span] = spans(text, language, NOW, zone)
    return span


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "What happened in Kherson three days ago?", "11-22", "11-22"),
        ("en", "what did he say the day before yesterday", "11-23", "11-23"),
        ("en", "who was killed last night", "11-24", "11-24"),
        ("en", "what happened last week in Goma", "11-16", "11-22"),
        ("en", "arrests last month", "10-01", "10-31"),
        ("en", "what happened on 3 May 2024", "2024-05-03", "2024-05-03"),
        ("en", "what happened on May 3rd, 2025", "2025-05-03", "2025-05-03"),
        ("en", "3-5 May", "05-03", "05-05"),
        ("en", "between 3 and 5 May 2024", "2024-05-03", "2024-05-05"),
        ("en", "from Monday to Wednesday", "11-23", "11-25"),
        ("en", "killed between October and March", "2025-10-01", "2026-03-31"),
        ("ru", "с октября по март", "2025-10-01", "2026-03-31"),
        ("uk", "з жовтня до березня", "2025-10-01", "2026-03-31"),
        ("fr", "entre octobre et mars", "2025-10-01", "2026-03-31"),
        ("ar", "بين أكتوبر ومارس", "2025-10-01", "2026-03-31"),
        ("he", "בין אוקטובר למרץ", "2025-10-01", "2026-03-31"),
        ("en", "in early March", "03-01", "03-10"),
        ("en", "over the weekend", "11-21", "11-22"),
        ("en", "strikes in 2023", "2023-01-01", "2023-12-31"),
        ("en", "the raid of 2024-02-29", "2024-02-29", "2024-02-29"),
        ("en", "drones fired overnight into 12 February 2026", "2026-02-11", "2026-02-12"),
        ("en", "raids on Monday 17 April 2017", "2017-04-17", "2017-04-17"),
        ("en", "on 3 May 2024, Friday", "2024-05-03", "2024-05-03"),
        ("fr", "les raids du lundi 3 avril 2017", "2017-04-03", "2017-04-03"),
        ("ar", "غارات يوم الاثنين 3 أبريل 2017", "2017-04-03", "2017-04-03"),
        ("uk", "минулої ночі, 9 липня 2025 року", "2025-07-08", "2025-07-09"),
        ("ru", "в ночь на 9 июля 2025 года", "2025-07-08", "2025-07-09"),
        ("en", "after a summer 2023 offensive", "2023-06-01", "2023-08-31"),
        ("fr", "dans la nuit du 9 juillet 2025", "2025-07-08", "2025-07-09"),
        ("en", "killed on 9 July 2025 after a quiet night", "2025-07-09", "2025-07-09"),
        ("ru", "что было позавчера в Одессе", "11-23", "11-23"),
        ("ru", "что произошло три дня назад", "11-22", "11-22"),
        ("ru", "кто погиб на прошлой неделе", "11-16", "11-22"),
        ("ru", "удар в пятницу", "11-20", "11-20"),
        ("ru", "3 мая 2024 года", "2024-05-03", "2024-05-03"),
        ("ru", "с 3 по 5 мая", "05-03", "05-05"),
        ("ru", "летом 2023 года", "2023-06-01", "2023-08-31"),
        ("uk", "що сталося позавчора", "11-23", "11-23"),
        ("uk", "три дні тому", "11-22", "11-22"),
        ("uk", "що було минулого тижня", "11-16", "11-22"),
        ("uk", "у жовтні", "10-01", "10-31"),
        ("uk", "у неділю", "11-22", "11-22"),
        ("uk", "3 травня 2024 року", "2024-05-03", "2024-05-03"),
        ("fr", "avant-hier à Gaza", "11-23", "11-23"),
        ("fr", "il y a trois jours", "11-22", "11-22"),
        ("fr", "la semaine dernière", "11-16", "11-22"),
        ("fr", "le 1er mai", "05-01", "05-01"),
        ("fr", "entre lundi et mercredi", "11-23", "11-25"),
        ("es", "qué pasó anteayer", "11-23", "11-23"),
        ("es", "hace tres días", "11-22", "11-22"),
        ("es", "el mes pasado", "10-01", "10-31"),
        ("es", "el 3 de mayo de 2024", "2024-05-03", "2024-05-03"),
        ("ar", "ماذا حدث أول أمس", "11-23", "11-23"),
        ("ar", "قبل ثلاثة أيام", "11-22", "11-22"),
        ("ar", "قبل يومين", "11-23", "11-23"),
        ("ar", "الأسبوع الماضي", "11-16", "11-22"),
        ("ar", "في تشرين الأول", "10-01", "10-31"),
        ("ar", "٣ مايو", "05-03", "05-03"),
        ("he", "מה קרה שלשום", "11-23", "11-23"),
        ("he", "לפני שלושה ימים", "11-22", "11-22"),
        ("he", "לפני יומיים", "11-23", "11-23"),
        ("he", "בשבוע שעבר", "11-16", "11-22"),
        ("he", "ביום שישי", "11-20", "11-20"),
        ("he", "ב-3 במאי 2024", "2024-05-03", "2024-05-03"),
    ],
)
def test_days_are_those_that_the_words_name(language: str, text: str, first: str, last: str) -> None:
    span = the_span(text, language)

    assert (span.first, span.last, span.relation) == (day(first), day(last), "in")


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "news since October", "10-01"),
        ("en", "since the beginning of the year", "01-01"),
        ("en", "attacks over the past few days", "11-22"),
        ("ru", "что нового с понедельника", "11-23"),
        ("ru", "за последние дни", "11-22"),
        ("uk", "з понеділка", "11-23"),
        ("uk", "від учора", "11-24"),
        ("fr", "depuis le 3 mai", "05-03"),
        ("fr", "ces derniers jours", "11-22"),
        ("es", "desde el lunes", "11-23"),
        ("es", "en los últimos días", "11-22"),
        ("ar", "منذ يوم الاثنين", "11-23"),
        ("ar", "منذ ثلاثة أيام", "11-22"),
        ("he", "מיום שני", "11-23"),
        ("he", "מאז אוקטובר", "10-01"),
    ],
)
def test_since_goes_on_until_today(language: str, text: str, first: str) -> None:
    span = the_span(text, language)

    assert (span.first, span.last, span.relation) == (day(first), TODAY, "since")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "attacks in the last 24 hrs"),
        ("ru", "за последние сутки"),
        ("uk", "за останню добу"),
        ("fr", "ces dernières 24 heures"),
        ("es", "en las últimas 24 horas"),
        ("ar", "خلال الـ24 ساعة الماضية"),
        ("he", "ב-24 השעות האחרונות"),
    ],
)
def test_the_last_day_counts_from_its_minute(language: str, text: str) -> None:
    assert the_span(text, language).moment == NOW - timedelta(hours=24)


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "When will the talks resume on Monday?", "11-30"),
        ("en", "talks to resume on Friday", "11-27"),
        ("en", "what happens on Monday next week", "11-30"),
        ("en", "He withdrew to Kherson on Monday", "11-23"),
        ("ru", "когда в понедельник начнутся переговоры", "11-30"),
        ("uk", "наступної п'ятниці", "11-27"),
        ("fr", "les pourparlers reprendront lundi", "11-30"),
        ("fr", "lundi prochain", "11-30"),
        ("es", "el próximo viernes", "11-27"),
        ("ar", "يوم الجمعة القادم", "11-27"),
        ("he", "ביום שני הבא", "11-30"),
    ],
)
def test_weekdays_go_forward_where_what_is_asked_is_to_come(language: str, text: str, when: str) -> None:
    assert the_span(text, language).first == day(when)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "how many may be dead"),
        ("en", "Did the truce last two days?"),
        ("en", "food for 3 months"),
        ("en", "they march on the capital"),
        ("ru", "сколько лет было погибшему"),
        ("es", "qué pasó por la mañana"),
    ],
)
def test_words_that_name_no_time_are_left_alone(language: str, text: str) -> None:
    assert spans(text, language, NOW) == ()


def test_words_of_time_that_are_not_understood_are_said() -> None:
    text = "what changed since Easter?"

    span = the_span(text, "en")

    assert not span.is_understood
    assert text[span.start : span.end] == "Easter"
    assert not the_span("on 31 February", "en").is_understood


def test_a_month_without_a_year_is_the_last_one_and_says_so() -> None:
    december = the_span("in December", "en")

    assert (december.first, december.assumed) == (date(2025, 12, 1), True)
    assert not the_span("in December 2024", "en").assumed


def test_yesterday_is_that_of_the_zone() -> None:
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)

    [span] = spans("вчора", "uk", late, "Europe/Kyiv")

    assert span.first == date(2026, 11, 25)


def test_several_times_stand_in_order() -> None:
    text = "killed last week and in May 2024"

    assert [text[span.start : span.end] for span in spans(text, "en", NOW)] == ["last week", "May 2024"]


@given(st.sampled_from(LANGUAGES), st.text(max_size=60))
def test_no_text_fails(language: str, text: str) -> None:
    for span in spans(text, language, NOW):
        assert 0 <= span.start < span.end <= len(text)


@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.sampled_from(sorted(HEAP))),
)
def test_no_heap_of_words_of_time_fails(language: str, heap: list[str]) -> None:
    spans(" ".join(heap), language, NOW)


def test_two_days_that_are_joined_stay_two() -> None:
    found = spans("Were more drones shot down yesterday or on 3 May 2024?", "en", NOW)

    assert [(span.first, span.last) for span in found] == [(date(2026, 11, 24),) * 2, (date(2024, 5, 3),) * 2]


def test_the_french_participle_is_no_summer() -> None:
    assert spans("Quelle base a été touchée ?", "fr", NOW) == ()
    assert spans("les combats de l'été 2023", "fr", NOW)[0].first == date(2023, 6, 1)
