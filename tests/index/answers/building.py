"""Questions and read reports made by hand, for tests of what is decided over them."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from index.answers.asked import asked
from index.answers.candidates import Candidate
from index.answers.inquiry import Inquiry
from index.answers.understanding import understand
from index.reports.reading import read
from index.reports.report import Report
from tests.index.reports.building import report_of

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


def inquiry(question: str, kind: str = "figure", *, original: str = "") -> Inquiry:
    """A question of a kind that the head is sure of."""
    return understand(question, asked({kind: 1.0}), np.zeros(4, np.float32), NOW, "UTC", original=original)


def report(
    text: str, *, day: int = 4, outlet: str = "Harbour Gazette", title: str = "", language: str = "en"
) -> Report:
    """A report of a day of March, read as the indexer reads it."""
    at = datetime(2026, 3, day, 12, tzinfo=UTC)
    return report_of(text, read(title, text, outlet, at, language), outlet=outlet, at=at, title=title)


def ranked(*scored: tuple[Report, float]) -> list[Candidate]:
    """All statements of some reports, each report's with its score, the likeliest first."""
    found = [Candidate(testimony, {}, score) for read, score in scored for testimony in read.testimonies]
    return sorted(found, key=lambda candidate: -candidate.score)
