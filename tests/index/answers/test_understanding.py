"""What a question counts, and when it asks for a number."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from index.answers.asked import asked
from index.answers.supporting import too_early
from index.answers.understanding import kind_of, understand
from tests.index.answers.building import NOW, inquiry, report

NO_VECTOR = np.zeros(4, np.float32)


@pytest.mark.parametrize(
    "question",
    [
        "What were the casualties in the harbour?",
        "What losses did the navy take?",
        "¿Cuáles fueron las bajas en el puerto?",
        "Quelles sont les pertes au port ?",
        "ما هي خسائر الأسطول؟",
        "Какие потери у флота?",
        "Які втрати у флоту?",
        "מה האבדות בנמל?",
    ],
)
def test_casualties_are_the_dead_and_the_wounded_in_every_language(question: str) -> None:
    assert inquiry(question).outcomes == {"killed", "wounded"}


def test_the_dead_are_only_the_dead() -> None:
    assert inquiry("How many were killed in the harbour?").outcomes == {"killed"}


def test_a_question_without_an_asking_word_that_names_the_dead_wants_a_number_where_the_head_is_unsure() -> None:
    unsure, sure = asked({"event": 0.6, "figure": 0.2}), asked({"event": 0.95, "figure": 0.02})
    question = "Kupiansk air strike - dead?"

    assert kind_of(unsure, question, "en") == "figure"
    assert kind_of(sure, question, "en") == "event"
    assert kind_of(unsure, "Kupiansk harbour ferry - late?", "en") == "event"


def test_a_yes_or_no_is_asked_for_by_a_verb_in_english() -> None:
    sure = asked({"yesno": 0.95, "figure": 0.02})

    assert kind_of(sure, "Kupiansk air strike - dead?", "en") == "figure"
    assert kind_of(sure, "Did Israel kill the officers in Kupiansk?", "en") == "yesno"
    assert kind_of(sure, "У Куп'янську є загиблі?", "uk") == "yesno"


def test_a_follow_up_counts_what_was_counted_before() -> None:
    text = "How many of them were in Iraq (soldiers killed war March)?"

    assert inquiry(text, original="How many of them were in Iraq?").counted == {"soldiers"}
    assert inquiry(text).counted == frozenset()


@pytest.mark.parametrize("question", ["Was anyone killed in Kharkiv?", "Чи є хтось загиблий у Харкові?"])
def test_whether_anyone_was_hurt_is_answered_by_a_count(question: str) -> None:
    asked_for = inquiry(question, "yesno")

    assert asked_for.kind == "figure"
    assert asked_for.outcomes == {"killed", "wounded"}
    assert inquiry("Was the harbour of Kharkiv hit?", "yesno").kind == "yesno"


@pytest.mark.parametrize(
    ("question", "of_doer"),
    [
        ("Who shelled the market?", True),
        ("Whose planes bombed the hospital?", True),
        ("Who carried out the attack on the market?", True),
        ("Who is to blame for the attack that killed twenty people?", True),
        ("Which colonel was shot?", False),
        ("Who died in the attack?", False),
        ("Which group runs the clinic that was bombed?", False),
        ("Which countries helped the town against the attack?", False),
        ("Who met the general after the strike on the convoy?", False),
    ],
)
def test_who_did_it_is_told_from_whom_and_from_a_deed_that_only_describes(question: str, *, of_doer: bool) -> None:
    assert inquiry(question, "who").of_doer is of_doer


def test_a_deed_that_only_describes_makes_no_question_of_blame() -> None:
    assert inquiry("Which group runs the clinic that was bombed?", "blame").kind == "who"
    assert inquiry("Who bombed the clinic that the group runs?", "blame").kind == "blame"


@pytest.mark.parametrize(
    "question",
    [
        "Who shelled Goma? Give all sides",
        "Qui a bombardé Goma, selon chaque camp ?",
        "Кто обстрелял Гому, версии сторон?",
    ],
)
def test_all_sides_may_be_asked_for(question: str) -> None:
    assert inquiry(question, "blame").of_sides
    assert not inquiry("Who shelled Goma?", "blame").of_sides


def test_a_place_of_a_question_that_was_typed_without_capitals_is_known() -> None:
    assert [place.name for place in inquiry("kharkiv strike how many dead").places] == ["Kharkiv"]
    assert [place.name for place in inquiry("كم قتيلا في غارة دير البلح على المدرسة؟").places] == ["Deir al-Balah"]


def test_since_an_event_is_since_its_day() -> None:
    asked_now = inquiry("Combien de manifestants ont été tués depuis le coup d'État d'octobre ?")

    assert asked_now.first is None
    assert asked_now.begins == date(2025, 10, 1)


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("children killed in the strike on Vale Bay", {"children"}),
        ("Vale Bay bus bombing - rebels killed?", {"fighters"}),
        ("Was anyone killed in Vale Bay?", set()),
        ("Vale Bay bazaar rockets wounded count", set()),
        ("casualties Vale Bay hospital", set()),
        ("how many ppl died when a drone hit Vale Bay", set()),
    ],
)
def test_what_stands_before_its_outcome_is_counted(question: str, counted: set[str]) -> None:
    assert inquiry(question).counted == counted


@pytest.mark.parametrize(
    ("question", "of_doer"),
    [
        ("name of the reporter killed in Vale Bay", False),
        ("Who killed the reporter in Vale Bay?", True),
        ("which brigade captured Vale Bay", True),
    ],
)
def test_to_whom_a_deed_was_done_is_not_who_did_it(question: str, of_doer: bool) -> None:
    assert inquiry(question, "who").of_doer is of_doer


def test_who_speaks_only_in_a_clause_of_time_is_not_asked_for() -> None:
    assert inquiry("Which village was held last before the SDF declared victory?", "where").voice is None


@pytest.mark.parametrize(
    "question",
    [
        "Чи є загиблі у Києві після атаки?",
        "Есть ли погибшие в Сумах?",
        "هل هناك قتلى في رفح؟",
        "¿Hay muertos en Vale Bay?",
        "Are there any dead in Vale Bay?",
    ],
)
def test_whether_anybody_was_killed_is_answered_by_how_many_were(question: str) -> None:
    asked_now = inquiry(question, "yesno")

    assert asked_now.kind == "figure"
    assert "killed" in asked_now.outcomes


def test_attack_drones_are_drones() -> None:
    assert inquiry("How many attack drones were launched on Vale Bay?").counted == {"drones"}


@pytest.mark.parametrize(
    ("question", "in_all"),
    [
        ("How many soldiers have died in the war?", True),
        ("How many have been killed in total since the invasion?", True),
        ("How many were killed in the strike on Vale Bay?", False),
    ],
)
def test_what_a_war_took_is_asked_in_all(question: str, in_all: bool) -> None:
    assert inquiry(question).in_all is in_all


def test_one_speaker_is_asked_for_though_the_head_takes_it_for_a_comparison() -> None:
    text, unsure = "What did Peskov say about the show of captured tanks?", asked({"comparison": 0.45, "said": 0.4})
    of_two = "What do Moscow and Kyiv say about the dam?"

    assert understand(text, unsure, NO_VECTOR, NOW, "UTC").kind == "said"
    assert understand(of_two, asked({"comparison": 0.9}), NO_VECTOR, NOW, "UTC").kind == "comparison"


def test_what_is_counted_is_nobody_who_speaks() -> None:
    assert inquiry("¿Cuántos ataques contra las tropas rusas se contaron?").voice is None


@pytest.mark.parametrize(
    ("question", "ahead"),
    [
        ("How many seats will be filled on 18 April 2026?", True),
        ("How many drones did they shoot down on 18 April 2026?", False),
    ],
)
def test_what_is_to_come_is_told_from_what_was(question: str, ahead: bool) -> None:
    assert inquiry(question).looks_ahead is ahead


def test_no_report_counts_what_has_not_happened() -> None:
    past = inquiry("How many drones did they shoot down on 18 April 2026?")
    plan = inquiry("How many seats will be filled on 18 April 2026?")
    read = [report("Vale Bay's gunners shot down nine drones, the mayor said.")]

    assert too_early(past, read, NOW)
    assert not too_early(plan, read, NOW)


@pytest.mark.parametrize(
    "question", ["¿Cuántos muertos dejó el ataque en Suárez?", "كم بلغ عدد قتلى تفجير سوق المقدادية؟"]
)
def test_the_dead_of_an_attack_are_people_and_no_attacks(question: str) -> None:
    asked_for = inquiry(question)

    assert (asked_for.outcomes, asked_for.counted) == (frozenset({"killed"}), frozenset())


def test_what_a_strike_took_is_asked_for_as_a_number() -> None:
    assert inquiry("Quel est le bilan de la frappe sur Gao ?", "event").kind == "figure"


@pytest.mark.parametrize(
    "question",
    [
        "was the Vale Bay bombing claimed by anyone?",
        "Did anyone claim responsibility for the attack on Vale Bay?",
        "Has any group claimed the attack on Vale Bay?",
        "L'attaque de Gao a-t-elle été revendiquée ?",
        "Взял ли кто-нибудь на себя ответственность за теракт?",
    ],
)
def test_who_claims_a_deed_is_asked_for_as_who_did_it(question: str) -> None:
    assert inquiry(question, "yesno").kind == "blame"
    assert inquiry("Who claimed that the attack on Vale Bay was over?", "said").kind == "said"
