"""Where an outlet says of its own report that something in it was wrong. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.stories.statements import Candidate

_CORRECTS = re.compile(
    r"\b(?:this (?:story|article|report) (?:corrects|has been (?:corrected|updated|amended))|correction"
    r"|an earlier version|(?:we|it) (?:retract|withdr[ae]w)"
    r"|(?:was|has been) retracted|misstated)\b",
    re.I,
)


def admits_correction(text: str) -> bool:
    """Whether a text says of itself that something in it was corrected."""
    return bool(_CORRECTS.search(text))


def corrections(among: Sequence[Candidate]) -> list[Candidate]:
    """The statements in which an outlet corrects itself: of each article the one with a figure, else the first."""
    admitted: dict[str, Candidate] = {}
    for candidate in among:
        if admits_correction(candidate.text):
            earlier = admitted.get(candidate.report.article_id)
            if earlier is None or (candidate.testimony.figures and not earlier.testimony.figures):
                admitted[candidate.report.article_id] = candidate
    return list(admitted.values())
