"""Statements as they are shown: numbered citations, positions, disputes and developments, each with its quote."""

from __future__ import annotations

from collections.abc import Sequence

from index.language.loaded import quoted
from index.reports import positions as held
from index.reports.gist import gist
from index.reports.records import Figure
from index.reports.report import Testimony
from index.reports.shown import Citation, Claim, Conflict, Development, Position, Subject, Value
from index.reports.wordings import LONGEST, Wording, worded

# "At least 100" may be 100; "more than 100" is not.
_MORE_THAN = ("more than ", "over ")
_MODALITIES = {"exact": "", "at_least": "at least ", "about": "about ", "up_to": "up to "}


class Citations:
    """Citations numbered from 1 in the order they are first used: the same sentence always has the same number."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, int, int], Citation] = {}
        self._reports: dict[str, Testimony] = {}

    def number(self, testimony: Testimony, wording: Wording) -> int:
        """The number of the citation of a statement, quoted as it is worded."""
        report = testimony.report
        key = (report.article_id, wording.start, wording.end)
        self._reports[report.article_id] = testimony
        if key not in self._made:
            self._made[key] = Citation(
                n=len(self._made) + 1,
                passage_id=report.passage_at(wording.start),
                article_id=report.article_id,
                url=report.url,
                title=report.title,
                publisher=report.publisher,
                published_at=report.published_at,
                quote=wording.quote,
                start=wording.start,
                end=wording.end,
                carrier=report.carrier,
            )
        return self._made[key].n

    @property
    def all(self) -> tuple[Citation, ...]:
        return tuple(self._made.values())

    @property
    def testimonies(self) -> tuple[Testimony, ...]:
        """A statement of each report cited."""
        return tuple(self._reports.values())


def claim(
    testimony: Testimony,
    numbered: Citations,
    *,
    figure: Figure | None = None,
    copies: Sequence[Testimony] = (),
    longest: int = LONGEST,
) -> Claim:
    """A statement as a claim that cites it and the copies of it; see `worded` for `longest`."""
    wording = worded(testimony, figure, longest=longest)
    numbers = [numbered.number(testimony, wording)]
    numbers += [numbered.number(copy, worded(copy, None)) for copy in copies]
    said = gist(testimony, wording.start, wording.end)
    return Claim(wording.text, wording.quote, attribution(testimony), tuple(dict.fromkeys(numbers)), said)


def attribution(testimony: Testimony) -> tuple[str, ...]:
    """Who says so, with the loaded words that a publisher has for others in quotation marks."""
    *speakers, outlet = testimony.attribution
    return (*map(quoted, speakers), outlet)


def conflict(dispute: held.Dispute, numbered: Citations, *, longest: int = LONGEST) -> Conflict:
    """A dispute, each position cited; see `worded` for `longest`."""
    of = subject(dispute.incident)
    return Conflict(about(of), tuple(position(side, numbered, longest=longest) for side in dispute.positions), of)


def position(side: held.Position, numbered: Citations, *, longest: int = LONGEST) -> Position:
    """What one speaker holds, with up to four statements that say it."""
    wording = worded(side.testimony, side.figure, longest=longest)
    numbers = [numbered.number(side.testimony, wording)]
    numbers += [numbered.number(other, worded(other, None)) for other in side.testimonies[1:4]]
    return Position(
        value=wording.text if side.figure is None else figure_words(side.figure, side.testimony.report.text),
        attribution=attribution(side.testimony),
        citations=tuple(dict.fromkeys(numbers)),
        quote=wording.quote,
        as_of=side.as_of,
    )


def development(change: held.Development, numbered: Citations) -> Development:
    """How one speaker's count changed, each value cited."""
    latest = change.positions[-1]
    assert latest.figure is not None
    of = Subject(latest.figure.counted, latest.figure.outcome)
    values = [
        Value(figure_words(side.figure, side.testimony.report.text), side.as_of, position(side, numbered).citations)
        for side in change.positions
        if side.figure is not None
    ]
    return Development(about(of), change.speaker.name, tuple(values), of)


def subject(incident: held.Incident) -> Subject:
    """What a dispute is on."""
    return Subject(incident.counted, incident.outcome, incident.deed, incident.place, incident.day)


def about(of: Subject) -> str:
    """What positions are on, in English."""
    where = f" in {of.place}" if of.place else ""
    if of.counted == "bodies":
        return "the number of bodies" + where
    if of.outcome or of.counted:
        counted = "" if of.counted in {"", "people"} else f" of {of.counted.replace('_', ' ')}"
        return " ".join(f"the number{counted} {of.outcome}".split()) + where
    return "what happened" + where


def figure_words(figure: Figure, text: str = "") -> str:
    """A figure in English: "at least 31", "25 to 30"; one that is vague in its words in the text: "dozens"."""
    if figure.vague and text:
        return text[figure.start : figure.end].casefold()
    if figure.modality == "at_least" and text[: figure.start].casefold().endswith(_MORE_THAN):
        return f"more than {figure.value:,.0f}"
    if figure.modality == "exact" and figure.low != figure.high:
        return f"{figure.low:,.0f} to {figure.high:,.0f}"
    return f"{_MODALITIES[figure.modality]}{figure.value:,.0f}"
