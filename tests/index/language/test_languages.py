"""Telling languages apart."""

from __future__ import annotations

import pytest

from index.language.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How many people were killed?", "en"),
        ("Rafah crossing closure", "en"),
        ("Combien de personnes ont été tuées ?", "fr"),
        ("¿Cuántas personas murieron en el ataque?", "es"),
        ("كم شخصًا قُتل في الانفجار؟", "ar"),
        ("چند نفر در انفجار کشته شدند؟", "fa"),
        ("כמה אנשים נהרגו?", "he"),
        ("Скільки людей загинуло?", "uk"),
        ("Сколько человек погибло?", "ru"),
        ("Скільки працівників World Central Kitchen загинуло?", "uk"),
        ("140?", "en"),
        ("Ras al-Ain clashes, body count", "en"),
        ("El Fasher siege death toll", "en"),
        ("UN chief statement, Los Angeles", "en"),
        ("muertos en Alepo", "es"),
        ("frappes sur Alep", "fr"),
        ("", "en"),
    ],
)
def test_a_text_is_in_its_language(text: str, language: str) -> None:
    assert language_of(text) == language
