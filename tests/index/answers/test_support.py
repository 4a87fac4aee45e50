"""When a question is refused though the corpus has reports on its place and topic."""

from __future__ import annotations

import dataclasses

from index.answers.ask import ask
from tests.index.answers.shelf import Shelf, article
from tests.index.answers.test_ask import NOW, SHELF

CLINIC = article(
    "Six doctors are left in the hospital of the port of Odesa, the mayor said. The strike killed 12 people.",
    title="Doctors leave Odesa",
    publisher="Health News",
)


def test_a_number_of_others_than_those_asked_about_is_no_answer() -> None:
    question = "How many doctors were left in Odesa?"

    assert ask(SHELF, question, now=NOW).kind == "abstain"
    answer = ask(Shelf([*SHELF.articles, CLINIC]), question, now=NOW)
    assert answer.kind == "answer"
    assert "Six doctors" in answer.claims[0].text


def test_sentences_far_in_meaning_do_not_answer_though_they_share_words() -> None:
    question = "Is grain still shipped from Odesa?"

    assert ask(dataclasses.replace(SHELF, near=0.75), question, now=NOW).kind == "abstain"
    assert ask(dataclasses.replace(SHELF, near=0.9), question, now=NOW).kind == "answer"


def test_who_asks_whether_it_hit_a_school_is_not_told_what_else_it_hit() -> None:
    assert ask(SHELF, "Did the drones hit the port of Odesa?", now=NOW).kind == "answer"
    farther = dataclasses.replace(SHELF, near=0.83)
    assert ask(farther, "Did the drones hit a school in Odesa?", now=NOW).kind == "abstain"
