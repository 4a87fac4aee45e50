"""Communiques: all that nobody else is named for is said by who issues them."""

from __future__ import annotations

import pytest

from index.reports.statements import statements_of


def speakers(text: str, language: str) -> list[str]:
    return [statement.voices[0].name if statement.voices else "" for statement in statements_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "issuer"),
    [
        ("en", "Hezbollah, media office. Our men hit the post at dawn.", "Hezbollah"),
        ("en", "Statement of the Defence Ministry on the night at the river. No gun fired.", "the Defence Ministry"),
        ("en", "Harbour Police to the people of the coast. The pier is closed.", "Harbour Police"),
        ("fr", "Communiqué de l'état-major. Aucun avion n'a décollé.", "l'état-major"),
        ("ar", "غرفة طوارئ الفاشر. وصل إلى المركز تسعة جرحى.", "غرفة طوارئ الفاشر"),
    ],
)
def test_a_heading_that_names_a_body_speaks_for_what_follows(language: str, text: str, issuer: str) -> None:
    assert speakers(text, language) == ["", issuer]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army at the gates. Nobody slept in the town."),
        ("en", "A hospital in ruins. Nobody slept in the town."),
        ("en", "KYIV, Ukraine. Nobody slept in the town."),
        ("en", "Hospital strike in Gaza. Nobody slept in the town."),
        ("en", "Army Opens The Bridge For Traders. Nobody slept in the town."),
        ("ru", "МОСКВА, 5 мая - РИА Новости. Ночью в городе никто не спал."),
    ],
)
def test_a_headline_or_a_dateline_issues_nothing(language: str, text: str) -> None:
    assert speakers(text, language)[-1] == ""


def test_who_is_named_in_a_communique_says_his_own() -> None:
    text = "Hezbollah, media office. Our men hit the post. The mayor said the pier was closed. Two boats sank."

    assert speakers(text, "en") == ["", "Hezbollah", "The mayor", "Hezbollah"]
