"""The places that a text names, in any of the languages, and what looks like one and is not."""

from __future__ import annotations

import time

import pytest

from index.places import mentions
from tests.index.places.coverage import false_places, missed, towns


def named(text: str, language: str = "en", *countries: str) -> list[str]:
    return [mention.place.name for mention in mentions(text, language, countries) if mention.kind == "place"]


def adjectives(text: str, language: str) -> list[str]:
    return [mention.place.id for mention in mentions(text, language) if mention.kind == "adjective"]


def test_towns_of_todays_wars_are_found_in_every_language() -> None:
    total = len(list(towns()))

    assert {kind: names for kind, names in missed().items() if len(names) > 0.05 * total} == {}


def test_ordinary_sentences_name_no_places() -> None:
    assert len(false_places()) <= 2


def test_a_mention_lies_where_it_says() -> None:
    text = "Syria's army shelled Aleppo’s suburbs; l'Alep d'hier."

    for mention in mentions(text, "en"):
        assert text[mention.start : mention.end] == mention.text
    assert [mention.text for mention in mentions(text, "en")][:2] == ["Syria", "Aleppo"]


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        ("en", "Syrian and Ukrainian officials met Israelis.", ["SY", "UA", "IL"]),
        ("fr", "L'armée syrienne et les soldats ukrainiens", ["SY", "UA"]),
        ("es", "El ejército sirio y las tropas rusas", ["SY", "RU"]),
        ("ru", "российско-украинская граница и сирийские войска", ["RU", "UA", "SY"]),
        ("uk", "російські війська та ізраїльська армія", ["RU", "IL"]),
        ("ar", "أعلن الجيش السوري والقوات الروسية", ["SY", "RU"]),
        ("he", "הצבא הסורי והכוחות הרוסיים", ["SY", "RU"]),
    ],
)
def test_adjectives_name_countries_and_are_told_apart(language: str, text: str, countries: list[str]) -> None:
    assert adjectives(text, language) == countries
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells hit Tripoli, in the north of Lebanon.", [("Tripoli", "LB"), ("Lebanon", "LB")]),
        ("Militias fought in Tripoli, the capital of Libya.", [("Tripoli", "LY"), ("Libya", "LY")]),
        ("The road from Rafah to Gaza is closed.", [("Rafah", "PS"), ("Gaza", "PS")]),
        ("Troops left Pokrovsk, in the east of Ukraine.", [("Pokrovsk", "UA"), ("Ukraine", "UA")]),
    ],
)
def test_of_places_of_one_name_that_of_the_reports_country_is_meant(text: str, places: list[tuple[str, str]]) -> None:
    assert [(mention.place.name, mention.place.country) for mention in mentions(text, "en")] == places


def test_the_hebrew_article_is_not_written_after_a_preposition() -> None:
    assert [mention.place.id for mention in mentions("מי נפצע קשה בנגב?", "he")] == ["negev"]


def test_a_village_needs_its_country() -> None:
    text = "Two people died in Ghasam when a mine went off."

    assert named(text, "en") == []
    assert named(text, "en", "SY") == ["Ghasam"]
    assert named(f"{text} Syria opened an inquiry.", "en") == ["Ghasam", "Syria"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He was reading a nice mobile novel.", []),
        ("They met in Nice and in Reading.", ["Nice", "Reading"]),
        ("Hamas said it would answer.", []),
        ("Homs fell, and Hamas said nothing of Homs.", ["Homs", "Homs"]),
        ("Jordan Miles ran. Miles fell.", []),
        ("He fled to Jordan.", ["Jordan"]),
        ("Fighting reached el-Fashir and Kiev.", ["El Fasher", "Kyiv"]),
        ("Fighting reached Deir Ezzor and Deir al-Zor.", ["Deir ez-Zor", "Deir ez-Zor"]),
        ("Ships avoid the Red Sea and the Black Sea.", ["Red Sea", "Black Sea"]),
    ],
)
def test_how_a_name_is_written_tells(text: str, places: list[str]) -> None:
    assert named(text, "en") == places


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("ar", "أغلق الجنود الباب في حلب", ["Aleppo"]),
        ("ar", "قصف الطيران مدينة الباب في ريف حلب", ["Al Bab", "Aleppo"]),
        ("ar", "وصلت المساعدات للخرطوم وبالفاشر", ["Khartoum", "El Fasher"]),
        ("ar", "نزح الأهالي من ولاية النيل الأبيض إلى مدينة الأبيض", ["El Obeid"]),
        ("ar", "قصف الجيش الأبيض واستهدفت المسيرات يوم الخميس الفاشر", ["El Obeid", "El Fasher"]),
        ("he", "הכוחות נסוגו מחרקיב ולחיפה", ["Kharkiv", "Haifa"]),
        ("ru", "Бои идут под Часовым Яром и в Торецке.", ["Chasiv Yar", "Toretsk"]),
        ("uk", "Бої точаться біля Часового Яру та в Куп'янську.", ["Chasiv Yar", "Kupiansk"]),
        ("fr", "Les combats ont repris près d'Alep et à l'est de Donetsk.", ["Aleppo", "Donetsk"]),
    ],
)
def test_names_are_found_with_what_is_written_together_with_them(language: str, text: str, places: list[str]) -> None:
    assert named(text, language) == places


@pytest.mark.parametrize("text", ["", " ", "…", "12 34", "基辅", "\u200f", "А" * 5000, "Al-" * 500])
@pytest.mark.parametrize("language", ["en", "ar", "ru", "xx", ""])
def test_any_text_can_be_read(text: str, language: str) -> None:
    assert named(text, language) == []


def test_a_long_report_is_read_fast() -> None:
    report = " ".join(
        "The ministry said on Monday that two people had been killed when a shell fell near the market, and that"
        f" the road to the north had been closed for {hours} hours; the army in Aleppo did not comment on the report."
        for hours in range(27)
    )
    mentions(report, "en")
    began = time.process_time()

    mentions(report, "en")

    assert len(report.split()) > 950
    assert time.process_time() - began < 0.05
