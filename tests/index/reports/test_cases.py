"""Who speaks in Russian or Ukrainian, named in the nominative."""

from __future__ import annotations

import pytest

from index.reports.cases import nominative


@pytest.mark.parametrize(
    ("language", "before", "name", "expected"),
    [
        ("ru", "По данным ", "прокуратуры", "прокуратура"),
        ("ru", "Погибли трое, по словам ", "Харьковской областной прокуратуры", "Харьковская областная прокуратура"),
        ("ru", "По информации ", "министерства обороны", "министерство обороны"),
        ("ru", "По словам ", "губернатора области", "губернатор области"),
        ("ru", "Со слов ", "военной администрации", "военная администрация"),
        ("uk", "За даними ", "обласної прокуратури", "обласна прокуратура"),
        ("uk", "За словами ", "міністерства енергетики", "міністерство енергетики"),
        ("uk", "За повідомленням ", "поліції", "поліція"),
    ],
)
def test_a_body_behind_according_to_is_named_in_the_nominative(
    language: str, before: str, name: str, expected: str
) -> None:
    assert nominative(name, before, language) == expected


@pytest.mark.parametrize(
    ("language", "before", "name"),
    [
        # Nothing asks for the genitive; another case; no office that we know; another language.
        ("ru", "Трое погибли, сообщили ", "прокуратуры"),
        ("ru", "Согласно ", "прокуратуре"),
        ("ru", "По данным ", "жителей села"),
        ("en", "According to ", "the prosecutor"),
    ],
)
def test_what_is_not_certain_stays_as_it_is_written(language: str, before: str, name: str) -> None:
    assert nominative(name, before, language) == name
