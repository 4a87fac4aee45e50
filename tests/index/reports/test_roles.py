"""Who acts towards whom in a sentence."""

from __future__ import annotations

import pytest

from index.reports.roles import plain_roles, roles_in

R, U, A, IL, L = "russia", "ukraine", "usa", "israel", "lebanon"


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        ("en", "Russia fired 400 drones at Ukraine overnight.", {(R, U)}),
        ("en", "At least eight people were killed in Russian strikes across Ukraine.", {(R, U)}),
        ("en", "How big is the US aid package for Ukraine?", {(A, U)}),
        ("en", "How much aid for Ukraine did the US announce?", {(A, U)}),
        ("en", "Why did the US pause deliveries to Ukraine?", {(A, U)}),
        ("en", "Lebanon said an Israeli raid on Beirut killed two.", {(IL, L)}),
        ("fr", "Israël a tiré des roquettes sur le Liban.", {(IL, L)}),
        ("es", "La ayuda de EEUU para Ucrania", {(A, U)}),
        ("en", "Talks between Ukraine and Russia went on.", set()),
        ("en", "Russia's army advanced.", set()),
        ("en", "Russia shot down 95 Ukrainian drones.", set()),
        ("en", "All were shot down, the Israeli army said, in answer to the strike on Iranian generals.", set()),
        ("en", "Iran launched them, Israel said on Sunday, after strikes on Iran.", set()),
    ],
)
def test_who_acts_towards_whom(language: str, text: str, roles: set[tuple[str, str]]) -> None:
    assert roles_in(text, language) == roles


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        ("en", "How many drones did Ukraine fire at Russia?", {(U, R)}),
        ("es", "¿Cuántos soldados de EEUU resultaron heridos en Ucrania?", set()),
        ("ru", "Какое оружие для Украины приостановили США?", set()),
    ],
)
def test_roles_are_sure_where_a_preposition_tells_them(language: str, text: str, roles: set[tuple[str, str]]) -> None:
    assert plain_roles(text, language) == roles
