"""An incident that a question tells by what it counts: its own reports answer, and the dead of others do not."""

from __future__ import annotations

import pytest

from index.answers.deciding import decide
from index.answers.particular import named_by_count
from index.answers.policy import DEFAULT
from tests.index.answers.building import inquiry, ranked, report
from tests.index.answers.test_deciding import shown

# The question, the report of what it asks about and in it the dead of another time; then a report of something else.
WARS = {
    "en": (
        "How many people were killed by the six rockets?",
        "Six rockets fell on a base near Menaka on Tuesday, the mission said. Nobody was killed. "
        "In January 14 people were killed in an attack on a convoy near the town.",
    ),
    "fr": (
        "Combien de morts ont fait les cinq drones ?",
        "Cinq drones ont visé mardi le dépôt de carburant de Port-Soudan, a indiqué l'armée. Il n'y a eu aucun mort. "
        "En janvier, une attaque contre le même dépôt avait tué 23 personnes.",
    ),
    "ru": (
        "Сколько человек убили три ракеты?",
        "Три ракеты упали во вторник под Киркуком, сообщила полиция. Никто не пострадал. "
        "В январе при обстреле того же месторождения погибли восемь человек.",
    ),
    "es": (
        "¿Cuántas personas mataron los dos cohetes?",
        "Dos cohetes cayeron el martes en una comisaría de Cúcuta, informó la policía. No hubo víctimas. "
        "En enero murieron doce personas en un atentado en la misma ciudad.",
    ),
    "uk": (
        "Скільки людей убили чотири дрони?",
        "Чотири дрони впали у вівторок на склади в Ізмаїлі, повідомив мер. Загиблих немає. "
        "У січні під час удару по тому ж порту загинули п'ятеро людей.",
    ),
}


@pytest.mark.parametrize("language", WARS)
def test_where_its_report_says_that_nobody_was_hurt_no_others_dead_are_told(language: str) -> None:
    question, text = WARS[language]
    own = report(text, language=language)
    other = report("Nine people were killed when a bus was hit in Goma, the mayor said.", outlet="Delta Post", day=5)

    decision = decide(inquiry(question), ranked((own, 8.0), (other, 9.0)), DEFAULT)

    assert shown(decision) == [0]
    assert decision.picks[0].testimony.report is own
    assert not decision.disputes


def test_its_dead_are_told_beside_what_the_report_looks_back_on() -> None:
    text = (
        "Six rockets fell on a base near Menaka on Tuesday. Two people were killed, the mission said. "
        "In January 14 people were killed in an attack on a convoy."
    )

    decision = decide(inquiry("How many people were killed by the six rockets?"), ranked((report(text), 9.0)), DEFAULT)

    assert shown(decision)[0] == 2


def test_a_rival_count_of_the_same_day_and_place_stays_though_it_counts_other_rockets() -> None:
    six = report("Six rockets fell on Kupiansk on Tuesday. Two people were killed in Kupiansk, the governor said.")
    seven = report(
        "Sept roquettes sont tombées mardi sur Koupiansk. Cinq personnes ont été tuées à Koupiansk, a dit le maire.",
        outlet="Delta Post",
        language="fr",
    )
    elsewhere = report("Nine people were killed when a bus was hit in Goma.", outlet="Vale Radio", language="en", day=5)

    decision = decide(
        inquiry("How many people were killed by the six rockets?"),
        ranked((six, 9.0), (seven, 8.5), (elsewhere, 8.9)),
        DEFAULT,
    )

    assert sorted(shown(decision)) == [2, 5]


@pytest.mark.parametrize(
    "question", ["How many people were killed in Kupiansk?", "How many rockets were fired?", "How many died in 2 days?"]
)
def test_what_a_question_asks_for_tells_no_incident(question: str) -> None:
    assert named_by_count(inquiry(question)) == ()
