from __future__ import annotations

import pytest

from index.reports.counted import Counted, Phrasing, Trigger, allows, counted


def subject(text: str, language: str = "en") -> Counted:
    phrasing = Phrasing(text, language, None)
    return counted(phrasing, phrasing.numbers[0])


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "40 army officers", "officers"),
        ("en", "40 of its soldiers", "soldiers"),
        ("en", "dozens of civilians", "civilians"),
        ("en", "40 family members", "families"),
        ("en", "40 wounded soldiers", "soldiers"),
        ("en", "40 wounded", "people"),
        ("en", "40 Vardians", "people"),
        ("en", "40 (female) teachers", "teachers"),
        ("en", '40 "terrorists"', "fighters"),
        ("en", "40 cholera deaths", "people"),
        ("en", "40 crates", "crate"),
        ("en", "40 in all", ""),
        ("fr", "40 soldats maliens", "soldiers"),
        ("es", "40 presuntos guerrilleros", "fighters"),
        ("ru", "40 мирных жителей", "civilians"),
        ("ru", "40 раненых солдат", "soldiers"),
        ("uk", "40 населених пунктів", "villages"),
        ("ar", "40 طائرة مسيرة", "drones"),
        ("ar", "جنديان", "soldiers"),
        ("he", "40 בני אדם", "people"),
        ("he", "40 כלי רכב", "vehicles"),
    ],
)
def test_the_noun_after_a_number_is_what_it_counts(language: str, text: str, concept: str) -> None:
    assert subject(text, language).concept == concept


def test_whether_the_lexicons_know_the_noun_is_kept() -> None:
    assert [subject("40 soldiers").listed, subject("40 crates").listed] == [True, False]


@pytest.mark.parametrize(
    ("concept", "outcome", "allowed"),
    [
        ("drones", "downed", True),
        ("drones", "killed", False),
        ("houses", "struck", True),
        ("houses", "captured", True),
        ("houses", "wounded", False),
        ("attacks", "killed", False),
        ("children", "killed", True),
        ("children", "downed", False),
        ("", "killed", True),
    ],
)
def test_people_die_and_drones_are_shot_down(concept: str, outcome: str, allowed: bool) -> None:
    assert allows(concept, outcome) is allowed


def test_one_word_may_say_different_things_of_people_and_of_things() -> None:
    trigger = Trigger(0, 0, "killed", "downed", transitive=False, opens_clause=False)

    outcomes = [trigger.of(Counted(concept, 1, True)) for concept in ("fighters", "drones", "houses", "attacks")]

    assert outcomes == ["killed", "downed", "downed", ""]


def test_at_most_forty_numbers_of_a_sentence_are_read() -> None:
    assert len(Phrasing("5 men, " * 100, "en", None).numbers) == 40
