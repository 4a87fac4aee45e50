"""What only a hidden outlet says is left out; what another says, too, is cited from that one."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.hiding import answer_without
from index.answers.answer import Answer, Citation, Claim

NOW = datetime(2024, 4, 15, tzinfo=UTC)


def citation(n: int, publisher: str) -> Citation:
    return Citation(n, f"p{n}", f"a{n}", f"https://e.org/{n}", "title", publisher, NOW, f"quote {n}", 0, 7)


ANSWER = Answer(
    question="q",
    kind="answer",
    as_of=NOW,
    text="both alone",
    claims=(
        Claim("both", "quote 1", ("a spokesman", "Loud Voice"), (1, 2)),
        Claim("alone", "quote 1", ("Loud Voice",), (1,)),
    ),
    citations=(citation(1, "Loud Voice"), citation(2, "The Ledger")),
    conflicts=(),
    origins=2,
)


def test_what_another_says_too_is_quoted_from_that_one() -> None:
    left = answer_without(ANSWER, {"loud voice"})

    assert [(claim.quote, claim.attribution, claim.citations) for claim in left.claims] == [
        ("quote 2", ("The Ledger",), (2,))
    ]
    assert [one.publisher for one in left.citations] == ["The Ledger"]
    assert left.origins == 1


def test_where_nothing_is_left_there_is_no_answer() -> None:
    left = answer_without(ANSWER, {"Loud Voice", "The Ledger"})

    assert (left.kind, left.claims, left.citations) == ("abstain", (), ())


def test_without_hidden_outlets_it_is_the_same() -> None:
    assert answer_without(ANSWER, frozenset()) is ANSWER
