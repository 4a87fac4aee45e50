"""An Answer out of chosen sentences: claims, numbered citations, disputes, and the text that people read."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from index.answers.answer import Answer, Claim, Conflict, Position
from index.answers.attribution import Attribution
from index.answers.citing import Citations
from index.answers.claims import Wording, worded
from index.answers.disputes import Dispute
from index.answers.evidence import Report
from index.answers.figures import figures
from index.answers.fitting import fit
from index.answers.question import Question
from index.answers.ranking import Candidate
from index.language.loaded import quoted
from index.language.terms import terms
from index.reports.faithful import faithful
from index.reports.origins import Carried, Origins, origins

# How many different positions the text shows; an answer's `conflicts` have them all.
_POSITIONS = 4
# In a sentence too long to show whole, what the question asks for is worth as much as so many of its words.
_FITS = 1.5


@dataclasses.dataclass(frozen=True, slots=True)
class Pick:
    """A sentence chosen for an answer, and the other sentences that say the same."""

    candidate: Candidate
    copies: tuple[Candidate, ...] = ()


def compose(
    question: Question,
    picks: Sequence[Pick],
    disputes: Sequence[Dispute],
    *,
    as_of: datetime,
    longest: int = 260,
) -> Answer:
    """The answer. `longest` bounds the characters of a claim's text."""
    numbered = Citations()
    lines: list[str] = []
    claims: list[Claim] = []
    for pick in picks:
        made = wording(pick.candidate, question, longest)
        claim, line = _claim(pick, made, numbered, as_of.year)
        claims.append(claim)
        lines.append(line)
    conflicts = [_conflict(dispute, numbered) for dispute in disputes]
    lines.extend(_conflict_line(conflict, dispute) for conflict, dispute in zip(conflicts, disputes, strict=True))
    named = _origins(picks).named
    citations = numbered.all
    lines.append(_footer(len({citation.publisher for citation in citations}), named, as_of))
    return Answer(
        question=question.asked,
        kind="answer",
        as_of=as_of,
        text="\n".join(lines),
        claims=tuple(claims),
        citations=citations,
        conflicts=tuple(conflicts),
        origins=len(named),
    )


def _origins(picks: Sequence[Pick]) -> Origins:
    """The independent origins of the articles that an answer cites."""
    cited = {one.report.article_id: one.report for pick in picks for one in (pick.candidate, *pick.copies)}
    return origins([_carried(report) for report in cited.values()])


def _carried(report: Report) -> Carried:
    passage = report.sentences[0].passage
    return Carried(
        report.article_id,
        report.publisher,
        "\n".join(sentence.text for sentence in report.sentences),
        house=passage.origin,
        seen_at=passage.first_seen_at,
        published_at=passage.published_at,
    )


def wording(candidate: Candidate, question: Question, longest: int) -> Wording:
    """How a candidate is put as a claim; its own words unchanged where anything else would not be faithful."""
    who = candidate.report.attributions[candidate.sentence.number]

    def worth(piece: str) -> float:
        fits = fit(question, piece, figures(piece), candidate.report.written)
        return len(wanted & set(terms(piece))) + _FITS * sum(fits.values())

    wanted = frozenset(question.terms)
    made = worded(candidate.sentence, candidate.report, who, worth, longest=longest)
    if faithful(made.text, made.quote):
        return made
    return dataclasses.replace(made, text=made.quote)


def _who(candidate: Candidate, place: int = 0) -> Attribution:
    """Who says what stands at a place of the sentence."""
    return candidate.report.attributions[candidate.sentence.number].at(place)


def _claim(pick: Pick, made: Wording, numbered: Citations, year: int) -> tuple[Claim, str]:
    candidate = pick.candidate
    numbers = tuple(numbered.number(one.sentence) for one in (candidate, *pick.copies))
    chain = _shown(_who(candidate, made.opens).chain)
    claim = Claim(made.text, made.quote, chain, numbers)
    marks = "".join(f"[{number}]" for number in numbers)
    return claim, f"{made.text} {marks} ({_source(candidate.report, chain, year)})"


def _shown(chain: Sequence[str]) -> tuple[str, ...]:
    """A chain with the loaded words that a publisher has for others in quotation marks."""
    return (*map(quoted, chain[:-1]), *chain[-1:])


def _source(report: Report, chain: Sequence[str], year: int) -> str:
    """Which outlet, by which agency, and when; the year where it is not that of the answer."""
    via = chain[-2] if len(chain) > 1 and chain[-2] in {"Reuters", "AFP", "Associated Press"} else ""
    outlet = f"{via} via {report.publisher}" if via else report.publisher
    if carrier := report.sentences[0].passage.carrier:
        outlet = f"{outlet}, as carried by {carrier}"
    if report.written is None:
        return outlet
    day = f"{report.written.day} {report.written:%b}"
    return f"{outlet}, {day}" if report.written.year == year else f"{outlet}, {day} {report.written.year}"


def _conflict(dispute: Dispute, numbered: Citations) -> Conflict:
    return Conflict(
        dispute.about,
        tuple(
            Position(held.value, _shown(held.who.chain), (numbered.number(held.candidate.sentence),))
            for held in dispute.held
        ),
    )


def _conflict_line(conflict: Conflict, dispute: Dispute) -> str:
    """The positions in one line, those with the same number together."""
    grouped: dict[str, list[str]] = {}
    for position, held in zip(conflict.positions, dispute.held, strict=True):
        mark = "".join(f"[{number}]" for number in position.citations)
        who = _short(held.who.speaker or held.candidate.report.publisher)
        day = f" {held.written.day} {held.written:%b}" if held.written and held.high else ""
        value = held.value.removesuffix(f" {conflict.about.removeprefix('the number ')}") if held.high else ""
        grouped.setdefault(value, []).append(f"{who}{day} {mark}")
    if not any(held.high for held in dispute.held):
        marks = "".join(dict.fromkeys(f"[{number}]" for one in conflict.positions for number in one.citations))
        return f"Accounts differ on {conflict.about}: {marks}"
    shown = "; ".join(f"{value} ({', '.join(who[:2])})" for value, who in list(grouped.items())[:_POSITIONS])
    more = f"; and {len(grouped) - _POSITIONS} more" if len(grouped) > _POSITIONS else ""
    return f"Accounts differ on {conflict.about}: {shown}{more}."


def _short(name: str, longest: int = 28) -> str:
    return name if len(name) <= longest else name[:longest].rsplit(" ", 1)[0] + "…"


def _footer(outlets: int, named: Sequence[str], as_of: datetime) -> str:
    origins = f"{len(named)} origin" + ("s" if len(named) != 1 else "")
    only = f": {_short(named[0], 40)}" if len(named) == 1 else ""
    plural = "s" if outlets != 1 else ""
    return f"{outlets} outlet{plural}, {origins}{only}. As of {as_of.day} {as_of:%b %Y}."
