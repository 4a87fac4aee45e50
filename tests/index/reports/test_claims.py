"""Who says that a deed is his own."""

from __future__ import annotations

import pytest

from index.reports.reading import read
from index.reports.records import Act


def acts_of(text: str, language: str) -> list[Act]:
    return [act for statement in read("–", text, "Vale", None, language).statements for act in statement.acts]


@pytest.mark.parametrize(
    ("language", "text", "claimant"),
    [
        ("en", "Al-Shabaab claimed the bombing on Thursday.", "al_shabaab"),
        ("en", "Boko Haram claimed responsibility for the attack on the barracks.", "boko_haram"),
        ("en", "The attack was claimed by Boko Haram.", "boko_haram"),
        ("fr", "Le groupe Boko Haram a revendiqué l'attaque.", "boko_haram"),
        ("fr", "L'attaque a été revendiquée par Boko Haram.", "boko_haram"),
        ("es", "Boko Haram se atribuyó el ataque.", "boko_haram"),
        ("ru", "ХАМАС взял на себя ответственность за нападение на автобус.", "hamas"),
        ("uk", "ІДІЛ взяла на себе відповідальність за вибух.", "islamic_state"),
        ("he", "חמאס נטל אחריות על הפיגוע.", "hamas"),
    ],
)
def test_who_claims_a_deed_is_who_did_it_as_he_says(language: str, text: str, claimant: str) -> None:
    acts = acts_of(text, language)

    assert [(act.type, act.agent.actor) for act in acts] == [("claim", claimant)]
    assert acts[0].verb


def test_a_group_that_no_list_knows_may_claim_a_deed_and_it_is_who_speaks() -> None:
    (named,) = acts_of("The Sons of the River brigade claimed responsibility for the ambush.", "en")
    (itself,) = acts_of("The brigade of the river said it was behind the blast.", "en")

    assert named.agent.name == "The Sons of the River brigade"
    assert itself.agent.name == "The brigade of the river"


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack.",
        "Nobody has claimed the bombing.",
        "The army did not claim the attack.",
        "The blast claimed the lives of nine people.",
    ],
)
def test_what_nobody_claims_is_no_claim(text: str) -> None:
    assert not [act for act in acts_of(text, "en") if act.type == "claim"]
