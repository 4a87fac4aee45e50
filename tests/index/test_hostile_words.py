"""Texts and questions made to hurt cost no more than others, and nothing that they hold ends the bot."""

from __future__ import annotations

import math
import time
from datetime import UTC, datetime, timedelta

import pytest

from index import Index

NOW = datetime(2026, 4, 25, 12, tzinfo=UTC)
QUESTION = "How many people were killed in Aleppo?"
HONEST = {
    "url": "https://ledger.example/1",
    "title": "Strike on Aleppo",
    "text": "Nineteen people were killed in Aleppo on Saturday, the health ministry said. It was a strike.",
    "publisher": "Ledger",
    "published": NOW.isoformat(),
}
NUMBERS = [
    "9" * 310, "9" * 5_000, "1e400", "1," + "000," * 120 + "000", "999 trillion", "-5", "½", "٣٤", "²³", "NaN", "inf",
    "one hundred million million million", "1.7976931348623157e309", "12\u200d3", "１２", "Ⅻ",
    "one" + " thousand" * 100, "between 9" + "9" * 400 + " and 5", "5-" + "9" * 400, "at least " + "8" * 330,
    "१२३", "1'000'000",
]  # fmt: skip
MOMENTS = [
    "in the last 999999999999 days", "in the last 10000000 years", "since 31 December 9999", "before 1 January 0001",
    "between 1 January 0001 and 31 December 9999", "on 30 February 2026", "on 99/99/9999", "in the year 0",
    "since 1 January 99999", "999999999 hours ago", "last " + "9" * 400 + " weeks", "in the 99999th century",
    "on Monday " * 50, "on 2026-13-45", "on 2026-W99-9", "at 25:61", "on the 0th of May",
]  # fmt: skip
# Each at most as long as a question may be.
HEAVY = {
    "names": "Who killed " + "Aleppo Damascus Homs Hama Idlib Palmyra " * 40,
    "commas": "compare " + "Aleppo, " * 200,
    "letters": "a " * 900,
    "digits": "1 " * 900,
    "dates": "on 3 April 2009, " * 110,
    "who said": "who said what " * 140,
    "quotation marks": '"killed" ' * 200,
    "little words": "the of and in to " * 115,
    "one word": "a" * 1_900,
    "scripts": "قتل загинули killed 死亡 נהרגו " * 60,
}


def filled(unit: str) -> str:
    return (unit * (195_000 // len(unit) + 1))[:195_000]


ARTICLES = {
    "one count after the other": filled("12 killed in Aleppo, 13 killed in Aleppo, "),
    "short sentences": filled("He said 3 were killed in Aleppo. "),
    "no end of a sentence": filled("nineteen people were killed in Aleppo on Monday the ministry said and "),
    "a name each": ". ".join(f"Name{n} Sur{n} said 3 people were killed in Aleppo" for n in range(3_600)),
    "a body each": ". ".join(f"A monitoring group said {n} were killed in Aleppo" for n in range(3_600)),
    "nowhere": filled("Nobody said where. 3 were killed. "),
}


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
def test_no_number_harms_anybody(corpus: Index, number: str) -> None:
    text = f"{number} people were killed in Aleppo on Saturday, the army said. {number} were wounded."
    corpus.add([HONEST, HONEST | {"url": "https://evil.example/1", "text": text, "publisher": "Evil"}], now=NOW)

    answer = corpus.ask(QUESTION, now=NOW)
    briefing = corpus.illustrated(corpus.draft(NOW - timedelta(days=1), NOW + timedelta(minutes=1)))
    table = corpus.figures("Aleppo")

    assert corpus.stats().quarantined == 0
    assert any("Ledger" in claim.attribution for claim in answer.claims)
    assert briefing.stories
    assert all(math.isfinite(point.high) for point in table.points)


def test_no_moment_asked_about_harms_anybody(corpus: Index) -> None:
    corpus.add([HONEST], now=NOW)

    kinds = {
        corpus.ask(f"{asked} {moment}?", now=NOW, zone="Asia/Baghdad").kind
        for moment in MOMENTS
        for asked in ("How many people were killed in Aleppo", "What happened in Aleppo")
    }

    assert kinds <= {"answer", "abstain"}


@pytest.mark.parametrize("name", HEAVY)
def test_a_question_made_to_hurt_takes_no_longer_than_others(corpus: Index, name: str) -> None:
    corpus.add([HONEST | {"url": f"https://ledger.example/{number}"} for number in range(30)], now=NOW)

    began = time.thread_time()
    answer = corpus.ask(HEAVY[name], now=NOW)
    worked = time.thread_time() - began

    assert worked < 2
    assert not answer.cut_short


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_made_to_hurt_costs_a_question_and_a_briefing_little(corpus: Index, name: str) -> None:
    evil = [
        HONEST | {"url": f"https://evil{number}.example/1", "text": ARTICLES[name], "publisher": f"Evil {number}"}
        for number in range(2)
    ]
    corpus.add([HONEST, *evil], now=NOW)

    began = time.thread_time()
    answer = corpus.ask(QUESTION, now=NOW)
    asked = time.thread_time() - began
    briefing = corpus.brief(NOW - timedelta(days=1), NOW + timedelta(minutes=1))
    briefed = time.thread_time() - began - asked

    assert corpus.stats().quarantined == 0
    assert asked < 5
    assert briefed < 5
    assert not answer.cut_short
    assert briefing.stories
