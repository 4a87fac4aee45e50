"""Whether an answer is about the town that a question names."""

from __future__ import annotations

import pytest

from index.answers.ask import ask
from index.answers.gazetteer import is_country, proper_name
from index.answers.question import understand
from tests.index.answers.shelf import Shelf, article
from tests.index.answers.test_ask import NOW

BREAD = article(
    "Bread costs 900 pounds in the bakeries of Aleppo, residents said on Sunday. The price of bread has doubled since"
    " January.",
    title="Bread doubles in price in Aleppo",
)
SURVEY = article(
    "Bread costs 900 pounds in the bakeries of Aleppo, residents said on Sunday. Queues are long. Some families have"
    " moved away. Many traders have gone to Homs.",
    title="Bread doubles in price in Aleppo",
)
VILLAGE = article(
    "Bread costs 700 pounds in the bakeries of Kafr Nabl, residents said on Sunday. The price of bread has doubled.",
    title="Bread doubles in price in Kafr Nabl",
)


@pytest.mark.parametrize("town", ["Damascus", "Homs", "Kobani", "Kafr Nabl"])
def test_what_is_told_of_one_town_is_no_answer_on_another(town: str) -> None:
    shelf = Shelf([BREAD, SURVEY], near=0.95)

    assert ask(shelf, "What does bread cost in Aleppo?", now=NOW).kind == "answer"
    assert ask(shelf, "What does bread cost in Halab?", now=NOW).kind == "answer"
    assert ask(shelf, f"What does bread cost in {town}?", now=NOW).kind == "abstain"


def test_a_town_that_the_gazetteer_does_not_know_is_told_of_where_a_report_names_it() -> None:
    answer = ask(Shelf([BREAD, VILLAGE], near=0.95), "What does bread cost in Kafr Nabl?", now=NOW)

    assert "700 pounds" in answer.claims[0].text
    assert not any("900 pounds" in claim.text for claim in answer.claims)


@pytest.mark.parametrize(
    ("asked", "towns"),
    [
        ("What did Moscow say about the raid?", ()),
        ("How many were killed in eastern Moscow?", ("Moscow",)),
        ("Raid on Idlib, who did it?", ("Idlib",)),
        ("Who fights in the Middle East?", ()),
        ("What happened in Syria?", ()),
        ("Who rules in the DR Congo?", ()),
        ("Kafr Nabl: how many dead?", ("Kafr Nabl",)),
        ("Who met Sergei Lavrov?", ()),
    ],
)
def test_which_towns_a_question_is_about(asked: str, towns: tuple[str, ...]) -> None:
    assert understand(asked, NOW).towns == towns


def test_a_country_is_one_by_whichever_of_its_names() -> None:
    assert is_country("DRC")
    assert not is_country("Goma")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Syrian", "Syria"),
        ("lebanese", "Lebanon"),
        ("DRC", "DRC"),
        ("Burma", "Burma"),
        ("Halab", "Halab"),
        ("Oz", "Oz"),
    ],
)
def test_an_adjective_is_said_as_its_country(name: str, said: str) -> None:
    assert proper_name(name) == said
