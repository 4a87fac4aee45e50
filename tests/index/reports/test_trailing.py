"""Who says it, where that stands behind a colon or a dash at the end."""

from __future__ import annotations

import pytest

from tests.index.answers.building import report


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Raiders killed 27 at the pumping station: monitor", "monitor"),
        ("en", "Air strike kills five in Vale Bay: officials", "officials"),
        ("en", "Nine killed in shelling of market: Kyiv", "Kyiv"),
        ("en", "Truce to start at noon: UN", "UN"),
        ("en", "Three hurt in drone attack – regional governor", "regional governor"),
        ("ru", "Три человека погибли при атаке дрона — губернатор", "губернатор"),
        ("uk", "Троє загинули внаслідок удару, — ОВА", "ОВА"),
        ("fr", "Douze morts dans une frappe sur Vale Bay : secouristes", "secouristes"),
        ("es", "Mueren doce en un ataque en Vale Bay: autoridades", "autoridades"),
        ("ar", "مقتل سبعة في غارة على رفح: مصادر طبية", "مصادر طبية"),
        ("he", "שבעה נהרגו בתקיפה ברפיח: גורמים רפואיים", "גורמים רפואיים"),
    ],
)
def test_who_is_named_behind_a_colon_or_a_dash_says_it(language: str, text: str, speaker: str) -> None:
    read = report(text, language=language).testimonies[0]

    assert read.speaker is not None
    assert read.speaker.name == speaker
    assert read.statement.content[1] < text.index(speaker) + 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The talks in Geneva had one topic: prisoners"),
        ("en", "The best city of the east - Kharkiv"),
        ("en", "He saw three countries: Russia. Then he went home."),
        ("ru", "Столица этой большой страны — Киев"),
    ],
)
def test_what_is_only_named_behind_one_says_nothing(language: str, text: str) -> None:
    assert report(text, language=language).testimonies[0].speaker is None
