from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.dates import date_spans
from index.language.lexicon import LANGUAGES
from index.language.numerals import Numeral, numerals
from index.language.vocabulary import marked


def read(text: str, language: str = "en") -> list[Numeral]:
    return list(numerals(marked(text, language, "counting"), date_spans(text, language, None)))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "twenty-three men", 23),
        ("en", "Fifty nine men", 59),
        ("en", "two hundred and six men", 206),
        ("en", "one thousand four hundred men", 1400),
        ("en", "a dozen men", 12),
        ("en", "half a million men", 500_000),
        ("en", "3.5 million men", 3_500_000),
        ("en", "1,300 men", 1300),
        ("fr", "vingt-trois hommes", 23),
        ("fr", "quatre-vingt-dix hommes", 90),
        ("fr", "deux cent six hommes", 206),
        ("fr", "1 300 hommes", 1300),
        ("fr", "soixante-quinze hommes", 75),
        ("es", "treinta y cinco hombres", 35),
        ("es", "doscientos seis hombres", 206),
        ("es", "mil doscientos hombres", 1200),
        ("es", "1.300 hombres", 1300),
        ("ru", "двадцать три человека", 23),
        ("ru", "двухсот шести человек", 206),
        ("ru", "две тысячи человек", 2000),
        ("ru", "12 тыс. человек", 12_000),
        ("ru", "3,5 млн человек", 3_500_000),
        ("uk", "тридцять п'ять людей", 35),
        ("uk", "двоє людей", 2),
        ("uk", "дев’ятеро людей", 9),
        ("uk", "12 000 людей", 12_000),
        ("ar", "خمسة وعشرون رجلا", 25),
        ("ar", "مئة وخمسون رجلا", 150),
        ("ar", "ثلاثة آلاف رجل", 3000),
        ("ar", "أحد عشر رجلا", 11),
        ("ar", "٣٥ رجلا", 35),
        ("ar", "قتيلان", 2),
        ("he", "עשרים ושלושה אנשים", 23),
        ("he", "אחד עשר אנשים", 11),
        ("he", "מאה וחמישים אנשים", 150),
        ("he", "שלושת אלפים אנשים", 3000),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(language: str, text: str, value: float) -> None:
    assert [numeral.value for numeral in read(text, language)] == [value]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "dozens of men", 24, 99),
        ("en", "tens of thousands of men", 20_000, 99_000),
        ("en", "several hundred men", 200, 999),
        ("en", "between 500 and 1,300 men", 500, 1300),
        ("en", "30-40 men", 30, 40),
        ("en", "500 to 1,300 men", 500, 1300),
        ("fr", "entre 30 et 40 hommes", 30, 40),
        ("fr", "plusieurs centaines d'hommes", 200, 1999),
        ("es", "entre treinta y cuarenta hombres", 30, 40),
        ("ru", "десятки человек", 20, 99),
        ("ru", "30–40 человек", 30, 40),
        ("uk", "сотні людей", 200, 1999),
        ("ar", "بين 30 و40 رجلا", 30, 40),
        ("ar", "مئات الرجال", 200, 1999),
        ("he", "עשרות אנשים", 20, 99),
    ],
)
def test_a_range_and_a_number_that_is_only_an_order_have_bounds(
    language: str, text: str, low: float, high: float
) -> None:
    numeral = read(text, language)[0]

    assert (numeral.low, numeral.high, numeral.modality) == (low, high, "about")


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("en", "no fewer than 30 men", "at_least"),
        ("en", "30 men at least", "at_least"),
        ("en", "100+ men", "at_least"),
        ("en", "an estimated 30 men", "about"),
        ("en", "as many as 30 men", "up_to"),
        ("fr", "au moins 30 hommes", "at_least"),
        ("fr", "près de 30 hommes", "about"),
        ("fr", "moins de 30 hommes", "up_to"),
        ("es", "más de 30 hombres", "at_least"),
        ("es", "unos 30 hombres", "about"),
        ("ru", "не менее 30 человек", "at_least"),
        ("ru", "около 30 человек", "about"),
        ("ru", "до 30 человек", "up_to"),
        ("uk", "щонайменше 30 людей", "at_least"),
        ("uk", "близько 30 людей", "about"),
        ("ar", "ما لا يقل عن 30 رجلا", "at_least"),
        ("ar", "30 رجلا على الأقل", "at_least"),
        ("ar", "نحو 30 رجلا", "about"),
        ("he", "לפחות 30 אנשים", "at_least"),
        ("he", "כ-30 אנשים", "about"),
    ],
)
def test_a_hedge_opens_a_number(language: str, text: str, modality: str) -> None:
    numeral = read(text, language)[0]

    assert (numeral.value >= 30, numeral.modality) == (True, modality)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 3 June 2024 at 10:30"),
        ("en", "in 2019"),
        ("en", "45 per cent of it"),
        ("en", "45% of it"),
        ("en", "$30 million"),
        ("en", "12 kilometres away"),
        ("en", "three weeks later"),
        ("en", "an 11-year-old boy"),
        ("en", "the M23 and a T-72"),
        ("en", "155mm and 155-mm shells"),
        ("en", "an F-16"),
        ("en", "Resolution 2118"),
        ("en", "+972 54 123 4567"),
        ("en", "https://example.org/2024/06/12"),
        ("en", "version 2.1.4"),
        ("en", "the 33rd time"),
        ("en", "one of the men"),
        ("en", "no one"),
        ("en", "9" * 310),
        ("fr", "le 3 juin à 10 heures"),
        ("fr", "la résolution 2118"),
        ("es", "el 3 de junio de 2024"),
        ("es", "el 12 por ciento"),
        ("ru", "3 июня 2024 года в 10:30"),
        ("ru", "дом № 12"),
        ("uk", "3 червня 2024 року"),
        ("uk", "12 відсотків"),
        ("ar", "3 يونيو/حزيران 2024"),
        ("ar", "الساعة 10"),
        ("he", "ב-3 ביוני 2024 בשעה 10"),
        ("he", "12 אחוזים"),
    ],
)
def test_what_dates_measures_or_names_is_no_count(language: str, text: str) -> None:
    assert read(text, language) == []


def test_numbers_stand_at_their_words() -> None:
    text = "At least 30 men and two women"

    first, second = read(text)

    assert (first.begin, first.first, first.last) == (0, 2, 2)
    assert (second.begin, second.first, second.last) == (5, 5, 5)


def test_where_a_number_rose_to_is_no_upper_bound() -> None:
    numerals_read = read("Число погибших выросло с 12 до 16", "ru")

    assert [(numeral.value, numeral.modality) for numeral in numerals_read] == [(12, "exact"), (16, "exact")]


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text_gives_numbers_in_order_and_apart(text: str, language: str) -> None:
    words = marked(text, language, "counting")

    found = numerals(words, date_spans(text, language, None))

    ends = [0]
    for numeral in found:
        assert ends[-1] <= numeral.first <= numeral.last < len(words)
        assert 0 <= numeral.low <= numeral.high
        assert numeral.low == numeral.value
        ends.append(numeral.last + 1)


@given(value=st.integers(min_value=10, max_value=999_999))
def test_grouped_digits_are_the_number_without_them(value: int) -> None:
    for language, written in (("en", f"{value:,}"), ("es", f"{value:,}".replace(",", ".")), ("fr", f"{value:,}")):
        text = f"au total {written.replace(',', ' ') if language == 'fr' else written} hommes"
        year = 1900 <= value <= 2100

        assert year or [numeral.value for numeral in read(text, language)] == [value]
