"""Reports to learn the judge from: what says it, and what only looks so."""

from __future__ import annotations

import random

from tests.train import reports


def test_a_fact_whose_town_the_sentence_before_names_is_said_after_that_town_alone() -> None:
    book = reports.book("en")
    filling = dict.fromkeys(book.slots, 0) | {"n": 12}
    fact = book.facts["flight"]

    right, wrong = reports._led(fact.says[0], fact, filling, book, random.Random(5))

    town = book.slots["in"][0]
    [said] = [text for text, says in zip(right.sentences, right.says, strict=True) if says]
    assert town not in said
    assert not any(wrong.says)
    assert town not in " ".join(wrong.sentences)


def test_each_language_has_the_same_facts() -> None:
    facts = {language: list(reports.book(language).facts) for language in reports.LANGUAGES}

    assert all(names == facts["en"] for names in facts.values())
    assert all(len(reports.book(language).leads) == 3 for language in reports.LANGUAGES)
