"""An Answer out of what was decided: claims, numbered citations, disputes, developments, and the text of the command
line."""

from __future__ import annotations

from datetime import datetime

from index.answers.answer import Answer, Claim, Conflict, Development
from index.answers.inquiry import Inquiry
from index.answers.picks import Decision, Pick
from index.reports.citing import Citations, about, claim, conflict, development, figure_words
from index.reports.origins import Carried, origins
from index.reports.report import Report

__all__ = ["Citations", "about", "compose", "figure_words"]

# How many different positions the text shows; an answer's `conflicts` have them all.
_POSITIONS = 4


def compose(inquiry: Inquiry, decision: Decision, *, as_of: datetime) -> Answer:
    """The answer that shows what was decided."""
    numbered = Citations()
    claims = tuple(claim(pick.testimony, numbered, figure=pick.figure, copies=pick.copies) for pick in decision.picks)
    conflicts = tuple(conflict(dispute, numbered) for dispute in decision.disputes)
    developments = tuple(development(change, numbered) for change in decision.developments)
    count = origins([_carried(testimony.report) for testimony in numbered.testimonies]).count
    lines = [_line(shown, pick, as_of) for shown, pick in zip(claims, decision.picks, strict=True)]
    lines += [_conflict_line(shown) for shown in conflicts]
    lines += [_development_line(shown) for shown in developments]
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
