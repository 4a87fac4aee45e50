"""Whether what was found supports an answer, and what is said when it does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from index.answers.evidence import Report
from index.answers.question import Question
from index.answers.ranking import Candidate
from index.articles import Hit


def supported(
    question: Question, ranked: Sequence[Candidate], reports: Sequence[Report], hits: Sequence[Hit], least: float
) -> bool:
    """Whether the best sentences are likely enough to answer the question."""
    return bool(ranked)


def abstention(question: Question, ranked: Sequence[Candidate], hits: Sequence[Hit], now: datetime) -> str:
    """What is said instead of an answer: what was looked for, and what the nearest reporting is about."""
    return "No report found answers this."
