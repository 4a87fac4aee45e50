"""Whether what was found supports an answer, and what is said when it does not."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from index.answers.answer import Searched
from index.answers.candidates import Candidate, cosine_of, counts
from index.answers.inquiry import Inquiry
from index.answers.newcomers import names_somebody
from index.answers.picks import Decision
from index.answers.setting import day_match, is_outlet, may_name, names, place_match
from index.articles import Hit
from index.language.numerals import numbers_in
from index.reports.report import Report
from index.reports.roles import plain_roles, roles_in

# As many of the best statements are looked at for support.
_BEST = 3
_COUNTED = 40
# A question of so many words asks several things together, which no one sentence tells.
_SEVERAL_PARTS = 16
# The same for who acts towards whom: few statements name both parties.
_WITH_ROLES = 12


def likelihood(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How likely it is that the best statements answer the question, from 0 to 1."""
    total = weights.get("", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def has_parts(inquiry: Inquiry) -> bool:
    """Whether a question asks several things together: what speaks for an answer weighs otherwise then."""
    return len(inquiry.terms) >= _SEVERAL_PARTS


def support_features(
    inquiry: Inquiry, candidates: Sequence[Candidate], reports: Sequence[Report], decision: Decision
) -> dict[str, float]:
    """What speaks for and against support: how near the best statements are, and what of the question is nowhere."""
    if not candidates or not decision.picks:
        return {"nothing": 1.0}
    by_key = {candidate.testimony.key: candidate for candidate in candidates}
    first = by_key[decision.picks[0].testimony.key]
    best = [first, *candidates[:_BEST]]
    named = [name for name in inquiry.names if not any(_may_have(report, name) for report in reports)]
    # What an outlet is asked for, another may tell.
    outlets = [name for name in inquiry.names if any(is_outlet(report, name) for report in reports)]
    top = [name for name in inquiry.names if name not in outlets and not _may_have(first.report, name)]
    total = max(1, len(inquiry.names))
    foreign = first.features["foreign"]
    place, day = place_match(inquiry, first.testimony), day_match(inquiry, first.testimony)
    return {
        "meaning": max(candidate.features["meaning"] for candidate in best),
        "first_meaning": first.features["meaning"],
        "judge": max(candidate.features.get("judge", 0.0) for candidate in best),
        "first_judge": 0.0 if _counts_nobody(decision) else first.features.get("judge", 0.0),
        "score": first.score,
        "cover": max(candidate.features["cover"] for candidate in best) * (1 - foreign),
        "around": max(candidate.features["cover"] + candidate.features["around"] for candidate in best) * (1 - foreign),
        "whole": first.features["whole"] * (1 - foreign),
        "foreign": foreign,
        "missing": len(named) / total,
        "missing_top": len(top) / total,
        "lacks": float(bool(named)),
        "lacks_top": float(bool(top)),
        "there": float(place > 0),
        "elsewhere": float(place < 0),
        "then": float(day == 1),
        "elsewhen": float(day < 0),
        "number": float(not inquiry.numbers <= numbers_in(first.report.text)),
        "near": _nearness(inquiry, candidates, best),
        "uncounted": float(_uncounted(inquiry, candidates)),
        "unfit": float(_unfit(first)),
    }


def _may_have(report: Report, name: Inquiry.Name) -> bool:
    return names(report, name) or may_name(report, name)


def _counts_nobody(decision: Decision) -> bool:
    """Whether the answer is that nobody was: the judge, asked for how many, takes "no one was hurt" for none."""
    figure = decision.picks[0].figure
    return figure is not None and figure.value == 0


def _nearness(inquiry: Inquiry, candidates: Sequence[Candidate], best: Sequence[Candidate]) -> float:
    """How much of the way from the mean of all statements to the question itself the nearest of the best ones is, by
    their cosines: models differ in where that way begins."""
    cosines = {
        candidate.testimony.key: cosine
        for candidate in candidates
        if (cosine := cosine_of(inquiry, candidate.testimony)) is not None
    }
    mean = sum(cosines.values()) / max(1, len(cosines))
    nearest = max((cosines.get(candidate.testimony.key, mean) for candidate in best), default=mean)
    return (nearest - mean) / max(1.0 - mean, 1e-6)


def _uncounted(inquiry: Inquiry, candidates: Sequence[Candidate]) -> bool:
    """Whether a number is asked for and none of the best statements has one of that kind."""
    if inquiry.kind != "figure":
        return False
    return not any(counts(inquiry, figure) for one in candidates[:_COUNTED] for figure in one.testimony.figures)


def _unfit(first: Candidate) -> bool:
    """Whether the first statement lacks what a question of its kind is after."""
    fits = [value for name, value in first.features.items() if name.startswith("fit_")]
    return bool(fits) and max(fits) == 0.0


def too_early(inquiry: Inquiry, reports: Sequence[Report], now: datetime) -> bool:
    """Whether all that was found was written before the days asked about: it can not tell of them.

    Days to come are another matter: reports tell of plans, though none counts what has not happened. So are days
    without a year: another may be meant.
    """
    if inquiry.first is None or inquiry.assumed:
        return False
    if inquiry.first > now.date() and (inquiry.kind != "figure" or inquiry.looks_ahead):
        return False
    written = [report.written for report in reports if report.written]
    return bool(written) and max(written) < inquiry.first - timedelta(days=1)


def of_other_days(inquiry: Inquiry, decision: Decision) -> bool:
    """Whether days are asked about, and all that was chosen tells of others, or was written at another time."""
    matches = [day_match(inquiry, pick.testimony) for pick in decision.picks]
    return inquiry.first is not None and bool(matches) and max(matches) < 0


def lacks_name(inquiry: Inquiry, decision: Decision) -> bool:
    """Whether a question asks what somebody is called, and nothing that was chosen names anybody."""
    asks = inquiry.of_name and inquiry.kind == "who"
    return asks and not any(names_somebody(inquiry, pick.testimony) for pick in decision.picks)


def of_other_roles(inquiry: Inquiry, candidates: Sequence[Candidate]) -> bool:
    """Whether a question says who acts towards whom, and the best statements tell it the other way round, more of them
    than tell it so: what Russia fired at Ukraine is not what Ukraine fired at Russia."""
    asked = plain_roles(inquiry.text, inquiry.language)
    turned = {(target, doer) for doer, target in asked}
    if not asked:
        return False
    stated = [
        roles_in(candidate.testimony.sentence_text, candidate.report.reading.language)
        for candidate in candidates[:_WITH_ROLES]
    ]
    alike = sum(bool(roles & asked) for roles in stated)
    return sum(bool(roles & turned and not roles & asked) for roles in stated) > alike


def searched(
    inquiry: Inquiry, candidates: Sequence[Candidate], reports: Sequence[Report], hits: Sequence[Hit]
) -> Searched:
    """What was looked for, what the nearest reporting is about, how fresh it is."""
    nearest = candidates[0].report if candidates else None
    dated = [hit.passage.published_at for hit in hits if hit.passage.published_at]
    since = inquiry.since.date() if inquiry.since else None
    seen = [(name.text, _last_seen(name, reports)) for name in inquiry.names if name.place_ids]
    unnamed = [name.text for name in inquiry.names if reports and not any(_may_have(one, name) for one in reports)]
    return Searched(
        names=tuple(name.text for name in inquiry.names),
        unnamed=tuple(unnamed),
        seen=tuple((name, day) for name, day in seen if day is not None),
        first=since or inquiry.first,
        last=None if since else inquiry.last,
        nearest=_clipped(nearest.title) if nearest else "",
        publisher=nearest.publisher if nearest else "",
        written=nearest.written if nearest else None,
        passages=len(hits),
        outlets=len({hit.passage.publisher for hit in hits}),
        newest_at=max(dated, default=None),
    )


def abstention(known: Searched, now: datetime) -> str:
    """What is said instead of an answer, in English."""
    if known.points_back:
        return "This points back to something, and nothing was asked before it. Ask with a name, a place or a date."
    sought = f"Looked for: {', '.join(known.names)}{_period(known)}," if known.names else f"Looked{_period(known)}"
    first = f"No report found answers this. {sought} in reports up to {_day(now)}."
    if not known.passages:
        return f"{first} Nothing in the corpus comes near it."
    lines = [first]
    if known.unnamed:
        lines.append(f"No report near this names {', '.join(known.unnamed)}.")
    lines.extend(newest_told(name, day) for name, day in known.seen)
    if known.nearest:
        day = f", {_day(known.written)}" if known.written else ""
        lines.append(f"The nearest reporting is about: {known.nearest} ({known.publisher}{day}).")
    return "\n".join(lines)


def newest_told(name: str, day: date) -> str:
    """How fresh the reporting on a place is, in English."""
    return f"The newest report found that names {name} is of {_day(day)}."


def _last_seen(name: Inquiry.Name, reports: Sequence[Report]) -> date | None:
    """The day of the newest report that names it; None where it is undated or there is none."""
    return max((report.written for report in reports if report.written and names(report, name)), default=None)


def _period(known: Searched) -> str:
    if known.first is None:
        return ""
    if known.last is None:
        return f" since {_day(known.first)}"
    one_day = known.first == known.last
    return f" on {_day(known.first)}" if one_day else f" between {_day(known.first)} and {_day(known.last)}"


def _day(moment: date) -> str:
    return f"{moment.day} {moment:%b %Y}"


def _clipped(title: str, longest: int = 120) -> str:
    return title if len(title) <= longest else title[:longest].rsplit(" ", 1)[0] + "…"
