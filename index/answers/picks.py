"""What is chosen for an answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from index.answers.candidates import Candidate
from index.reports.accounts import Account, account, alike, of_two_actors
from index.reports.positions import Development, Dispute, speaker_of
from index.reports.records import Figure
from index.reports.report import Testimony
from index.reports.speakers import same_speaker


@dataclasses.dataclass(frozen=True, eq=False)
class Pick:
    """A statement chosen for an answer, and the other statements that say the same."""

    testimony: Testimony
    copies: tuple[Testimony, ...] = ()
    figure: Figure | None = None


@dataclasses.dataclass(frozen=True)
class Decision:
    """What is shown. `opposing` are the pairs of accounts that a rule holds to oppose each other."""

    picks: tuple[Pick, ...]
    disputes: tuple[Dispute, ...] = ()
    developments: tuple[Development, ...] = ()
    opposing: tuple[tuple[Account, Account], ...] = ()


def picked(candidates: Sequence[Candidate], most: int, behind: float) -> list[Pick]:
    """The first `most` statements that are not much less likely than the first. One that says the same as a better one
    in the same order stands beside it as its copy where the same speaker says it, and is left out otherwise."""
    chosen: list[tuple[Candidate, list[Testimony]]] = []
    for candidate in candidates:
        if chosen and candidate.score < chosen[0][0].score - behind:
            break
        same = next((entry for entry in chosen if says_the_same(entry[0].testimony, candidate.testimony)), None)
        if same is not None:
            same[1].append(candidate.testimony)
        elif any(_one_sentence(entry[0].testimony, candidate.testimony) for entry in chosen):
            continue
        elif len(chosen) < most:
            chosen.append((candidate, []))
    return [Pick(candidate.testimony, tuple(copies[:3])) for candidate, copies in chosen]


def _one_sentence(testimony: Testimony, other: Testimony) -> bool:
    return testimony.report is other.report and testimony.statement.sentence == other.statement.sentence


def says_the_same(testimony: Testimony, other: Testimony) -> bool:
    """Whether two statements of different reports say the same by the same speaker, or carry the same words: alike in
    order, with the same numbers and the same yes or no."""
    if testimony.report is other.report:
        return False
    if testimony.statement.negated != other.statement.negated:
        return False
    if {figure.value for figure in testimony.figures} != {figure.value for figure in other.figures}:
        return False
    voices = speaker_of(testimony), speaker_of(other)
    copied = testimony.speaker is None and other.speaker is None
    if not ((copied or same_speaker(*voices)) and alike(testimony, other)):
        return False
    # What one side is said to have done is not what the same words say of the other.
    return not of_two_actors(account(testimony, 0.0), account(other, 0.0))


def same_words(testimonies: Sequence[Testimony]) -> tuple[Testimony, ...]:
    """The further statements of a position, at most three."""
    return tuple(testimonies[1:4])
