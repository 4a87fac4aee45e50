"""An Answer out of what was decided: claims, numbered citations, disputes, developments, and the text of the command
line."""

from __future__ import annotations

from datetime import datetime

from index.answers.answer import Answer, Citation, Claim, Conflict, Development, Position, Subject, Value
from index.answers.deciding import Decision, Pick
from index.answers.inquiry import Inquiry
from index.answers.wordings import Wording, worded
from index.language.loaded import quoted
from index.reports import positions as held
from index.reports.origins import Carried, origins
from index.reports.records import Figure
from index.reports.report import Report, Testimony

# How many different positions the text shows; an answer's `conflicts` have them all.
_POSITIONS = 4
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


def compose(inquiry: Inquiry, decision: Decision, *, as_of: datetime) -> Answer:
    """The answer that shows what was decided."""
    numbered = Citations()
    claims = tuple(_claim(pick, numbered) for pick in decision.picks)
    conflicts = tuple(_conflict(dispute, numbered) for dispute in decision.disputes)
    developments = tuple(_development(development, numbered) for development in decision.developments)
    count = origins([_carried(testimony.report) for testimony in numbered.testimonies]).count
    lines = [_line(claim, pick, as_of) for claim, pick in zip(claims, decision.picks, strict=True)]
    lines += [_conflict_line(conflict) for conflict in conflicts]
    lines += [_development_line(development) for development in developments]
    lines.append(_footer(len({citation.publisher for citation in numbered.all}), count, as_of))
    return Answer(
        question=inquiry.asked,
        kind="answer",
        as_of=as_of,
        text="\n".join(lines),
        claims=claims,
        citations=numbered.all,
        conflicts=conflicts,
        developments=developments,
        origins=count,
    )


def _carried(report: Report) -> Carried:
    return Carried(
        report.article_id,
        report.publisher,
        report.text,
        house=report.origin,
        seen_at=report.first_seen_at,
        published_at=report.published_at,
    )


def _claim(pick: Pick, numbered: Citations) -> Claim:
    wording = worded(pick.testimony, pick.figure)
    numbers = [numbered.number(pick.testimony, wording)]
    numbers += [numbered.number(copy, worded(copy, None)) for copy in pick.copies]
    return Claim(wording.text, wording.quote, _shown(pick.testimony), tuple(dict.fromkeys(numbers)))


def _shown(testimony: Testimony) -> tuple[str, ...]:
    """Who says so, with the loaded words that a publisher has for others in quotation marks."""
    *speakers, outlet = testimony.attribution
    return (*map(quoted, speakers), outlet)


def _conflict(dispute: held.Dispute, numbered: Citations) -> Conflict:
    subject = _subject(dispute.incident)
    return Conflict(about(subject), tuple(_position(position, numbered) for position in dispute.positions), subject)


def _position(position: held.Position, numbered: Citations) -> Position:
    wording = worded(position.testimony, position.figure)
    numbers = [numbered.number(position.testimony, wording)]
    numbers += [numbered.number(other, worded(other, None)) for other in position.testimonies[1:4]]
    return Position(
        value=wording.text if position.figure is None else figure_words(position.figure),
        attribution=_shown(position.testimony),
        citations=tuple(dict.fromkeys(numbers)),
        quote=wording.quote,
        as_of=position.as_of,
    )


def _development(development: held.Development, numbered: Citations) -> Development:
    latest = development.positions[-1]
    assert latest.figure is not None
    subject = Subject(latest.figure.counted, latest.figure.outcome)
    values = [
        Value(figure_words(position.figure), position.as_of, _position(position, numbered).citations)
        for position in development.positions
        if position.figure is not None
    ]
    return Development(about(subject), development.speaker.name, tuple(values), subject)


def _subject(incident: held.Incident) -> Subject:
    return Subject(incident.counted, incident.outcome, incident.deed, incident.place, incident.day)


def about(subject: Subject) -> str:
    """What positions are on, in English."""
    where = f" in {subject.place}" if subject.place else ""
    if subject.outcome or subject.counted:
        counted = "" if subject.counted in {"", "people"} else f" of {subject.counted}"
        return " ".join(f"the number{counted} {subject.outcome}".split()) + where
    return "what happened" + where


def figure_words(figure: Figure) -> str:
    """A figure in English: "at least 31", "25 to 30"."""
    if figure.modality == "exact" and figure.low != figure.high:
        return f"{figure.low:,.0f} to {figure.high:,.0f}"
    return f"{_MODALITIES[figure.modality]}{figure.value:,.0f}"


def _line(claim: Claim, pick: Pick, as_of: datetime) -> str:
    marks = "".join(f"[{number}]" for number in claim.citations)
    report = pick.testimony.report
    if report.written is None:
        return f"{claim.text} {marks} ({report.publisher})"
    year = "" if report.written.year == as_of.year else f" {report.written.year}"
    return f"{claim.text} {marks} ({report.publisher}, {report.written.day} {report.written:%b}{year})"


def _conflict_line(conflict: Conflict) -> str:
    if not conflict.of.outcome and not conflict.of.counted:
        marks = "".join(dict.fromkeys(f"[{number}]" for one in conflict.positions for number in one.citations))
        return f"Accounts differ on {conflict.about}: {marks}"
    shown = [
        f"{position.value} ({_short(position.attribution[0])}) [{position.citations[0]}]"
        for position in conflict.positions[:_POSITIONS]
    ]
    more = f"; and {len(conflict.positions) - _POSITIONS} more" if len(conflict.positions) > _POSITIONS else ""
    return f"Accounts differ on {conflict.about}: {'; '.join(shown)}{more}."


def _development_line(development: Development) -> str:
    values = ", then ".join(f"{value.value} [{value.citations[0]}]" for value in development.values[:-1])
    latest = development.values[-1]
    return f"{_short(development.speaker)} gave {values}; the latest count is {latest.value} [{latest.citations[0]}]."


def _short(name: str, longest: int = 40) -> str:
    return name if len(name) <= longest else name[:longest].rsplit(" ", 1)[0] + "…"


def _footer(outlets: int, origins: int, as_of: datetime) -> str:
    plural = "s" if outlets != 1 else ""
    counted = f"{origins} origin" + ("s" if origins != 1 else "")
    return f"{outlets} outlet{plural}, {counted}. As of {as_of.day} {as_of:%b %Y}."
