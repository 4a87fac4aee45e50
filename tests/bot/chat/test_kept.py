"""Answers as they are kept with a chat: what came back is what was kept."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.chat.kept import answer_of, row_of
from index.answers.answer import Answer, Claim
from index.reports.shown import Gist, Tally

NOW = datetime(2025, 9, 20, tzinfo=UTC)


def test_what_the_records_hold_of_a_claim_is_kept_and_is_no_part_of_the_contract() -> None:
    tallies = (Tally(43, 43, "exact", "killed"),)
    gist = Gist("ar", "Doctors", "", "attack", tallies, ("379555",), date(2025, 9, 19), ("rsf",))
    claims = (Claim("a", "a", ("Doctors", "Wire"), (1,), gist), Claim("b", "b", ("Wire",), (1,)))
    answer = Answer("?", "answer", NOW, "a", claims, origins=1)

    assert answer_of(row_of(answer)).claims == claims
    assert all(set(row) == {"text", "quote", "attribution", "citations"} for row in answer.to_json()["claims"])
