"""Answers and briefings without the outlets that a chat has hidden. Pure.

What only a hidden outlet says is left out; what others say, too, is cited from them alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Sequence

from index.answers.answer import Answer, Citation, Claim, Conflict, Development
from index.stories.story import Briefing, StoryBrief

_LEAST_POSITIONS = 2


def answer_without(answer: Answer, hidden: Collection[str]) -> Answer:
    """The answer as if the outlets were not read; an abstention where nothing is left."""
    kept = _kept(answer.citations, hidden)
    if len(kept) == len(answer.citations):
        return answer
    claims = _claims(answer.claims, kept)
    conflicts = _conflicts(answer.conflicts, kept)
    used = {number for claim in claims for number in claim.citations}
    used |= {number for conflict in conflicts for position in conflict.positions for number in position.citations}
    developments = _developments(answer.developments, kept)
    used |= {number for change in developments for value in change.values for number in value.citations}
    citations = tuple(citation for citation in answer.citations if citation.n in used)
    outlets = len({citation.publisher for citation in citations})
    return dataclasses.replace(
        answer,
        kind=answer.kind if claims else "abstain",
        text=" ".join(claim.text for claim in claims),
        claims=claims,
        citations=citations,
        conflicts=conflicts,
        developments=developments,
        origins=min(answer.origins, outlets),
    )


def briefing_without(briefing: Briefing, hidden: Collection[str]) -> Briefing:
    """The briefing as if the outlets were not read; a story that only they tell is left out."""
    kept = _kept(briefing.citations, hidden)
    if len(kept) == len(briefing.citations):
        return briefing
    stories = tuple(told for told in (_story(brief, kept) for brief in briefing.stories) if told is not None)
    citations = tuple(citation for citation in briefing.citations if citation.n in kept)
    return dataclasses.replace(briefing, stories=stories, citations=citations)


def _kept(citations: Iterable[Citation], hidden: Collection[str]) -> dict[int, Citation]:
    names = {name.casefold() for name in hidden}
    return {citation.n: citation for citation in citations if citation.publisher.casefold() not in names}


def _story(brief: StoryBrief, kept: dict[int, Citation]) -> StoryBrief | None:
    claims = _claims(brief.claims, kept)
    changes = tuple(
        dataclasses.replace(change, citations=numbers)
        for change in brief.changes
        if (numbers := _numbers(change.citations, kept))
    )
    if not claims and not changes:
        return None
    return dataclasses.replace(
        brief,
        claims=claims,
        changes=changes,
        conflicts=_conflicts(brief.conflicts, kept),
        developments=_developments(brief.developments, kept),
    )


def _claims(claims: Iterable[Claim], kept: dict[int, Citation]) -> tuple[Claim, ...]:
    made = []
    for claim in claims:
        numbers = _numbers(claim.citations, kept)
        if not numbers:
            continue
        if numbers[0] == claim.citations[0]:
            made.append(dataclasses.replace(claim, citations=numbers))
            continue
        # Another outlet says the same: it is quoted in its own words, and speaks for itself.
        first = kept[numbers[0]]
        made.append(Claim(first.quote, first.quote, (first.publisher,), numbers))
    return tuple(made)


def _conflicts(conflicts: Iterable[Conflict], kept: dict[int, Citation]) -> tuple[Conflict, ...]:
    made = []
    for conflict in conflicts:
        positions = tuple(
            dataclasses.replace(position, citations=numbers)
            for position in conflict.positions
            if (numbers := _numbers(position.citations, kept))
        )
        if len(positions) >= _LEAST_POSITIONS:
            made.append(dataclasses.replace(conflict, positions=positions))
    return tuple(made)


def _developments(developments: Iterable[Development], kept: dict[int, Citation]) -> tuple[Development, ...]:
    """How counts changed, as far as other outlets report it: two values at least."""
    made = []
    for change in developments:
        values = tuple(
            dataclasses.replace(value, citations=numbers)
            for value in change.values
            if (numbers := _numbers(value.citations, kept))
        )
        if len(values) >= _LEAST_POSITIONS:
            made.append(dataclasses.replace(change, values=values))
    return tuple(made)


def _numbers(numbers: Sequence[int], kept: dict[int, Citation]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number in kept)
