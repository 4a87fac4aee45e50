"""Whether what was found supports an answer, and what is said when it does not."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from index.answers.answer import Searched
from index.answers.concepts import kin
from index.answers.evidence import Report
from index.answers.figures import outcomes_asked
from index.answers.gazetteer import is_place, proper_name, sound
from index.answers.incident import of_incident
from index.answers.naming import has_name
from index.answers.question import LONG, Question, content_terms
from index.answers.ranking import Candidate, Unit, cover, units
from index.answers.weights import SUPPORT
from index.articles import Hit
from index.language.terms import terms

# As many of the best sentences and reports are looked at for support.
_SENTENCES, _REPORTS = 3, 8
# Whoever is asked after must speak in one of so many sentences.
_HEARD = 40
# How near in meaning sentences are that share the question's topic, on the scale from unrelated to the same.
_ON_TOPIC = 0.15
# A number of what is asked is looked for in so many sentences.
_COUNTED = 40
# Where a short question and the best sentences have less of their weight in common, they only share a setting.
_NEAR = 0.3
NOBODY = re.compile(
    r"\bno (?:\w+ ){0,2}?(?:personnel|people|person|civilians?|soldiers?|troops|members) (?:were|was|had been)\b"
    r"|\bno (?:one|casualt|deaths?|injur|loss|reports? of)|\bnobody\b|\bwithout casualt|\bnot .{0,20}hurt",
    re.IGNORECASE,
)


def likelihood(
    question: Question,
    ranked: Sequence[Candidate],
    reports: Sequence[Report],
    hits: Sequence[Hit],
    near: float,
    weights: Mapping[str, float] = SUPPORT,
) -> float:
    """How likely it is that the best sentences answer the question, from 0 to 1.

    `near` says how near in meaning the nearest of `compared` is, from 0 for one on another matter to 1.
    """
    if not ranked:
        return 0.0
    features = support_features(question, ranked, reports, hits, near)
    total = weights.get("", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


def brevity(question: Question) -> float:
    """From 1, for a question that one sentence answers, to 0 for one that takes several reports together."""
    return min(1.0, max(0.0, (LONG - len(question.terms)) / 8))


def compared(ranked: Sequence[Candidate]) -> list[str]:
    """The sentences whose meaning is compared with the question's."""
    return [one.sentence.text for one in ranked[:_SENTENCES]]


def support_features(
    question: Question, ranked: Sequence[Candidate], reports: Sequence[Report], hits: Sequence[Hit], near: float
) -> dict[str, float]:
    """What speaks for and against support: how much of the question is met, and which names are met nowhere."""
    best, read = ranked[:_SENTENCES], reports[:_REPORTS]
    wanted = units(question, [sentence for each in reports for sentence in each.sentences])
    stems = frozenset(stem for each in read for stem in each.stems | set(terms(each.publisher)))
    sounds = frozenset(name for each in read for name in each.sounds)
    missing = [name for name in question.names if not any(has_name(name, each) for each in read)]
    top = [name for name in question.names if not has_name(name, best[0].report)]
    named = max(1, len(question.names))
    sought = [unit for unit in wanted if unit.term in question.focus]
    short = brevity(question)
    around = max(one.features["cover"] + one.features["around"] for one in best)
    whole = max(one.features["whole"] for one in best)
    union = cover(wanted, stems, sounds)
    lost = [unit for unit in sought if not unit.match(stems, sounds)]
    return {
        "short": short,
        "early": _early(question, ranked),
        "absent_names": min(3.0, len(missing)),
        "missing": len(missing) / named,
        "missing_top": len(top) / named,
        "publisher": _publishers_missing(question, hits),
        "cover_short": max(one.features["cover"] for one in best) * short,
        "around_short": around * short,
        "far_short": max(0.0, 1 - around / _NEAR) * short,
        "whole_short": whole * short,
        "near_short": (near - _ON_TOPIC) * short,
        "focus_short": (max((_focus(sought, one) for one in best), default=0.0) if sought else 0.7) * short,
        "focus_lost": len(lost) / len(sought) if sought else 0.0,
        "focus_lost_short": len(lost) / len(sought) * short if sought else 0.0,
        "speaker_absent": float(bool(question.speaker) and not any(speaks(question, one) for one in ranked[:_HEARD])),
        "uncounted": float(_uncounted(question, ranked)),
        "union_short": union * short,
        "union_long": union * (1 - short),
        "whole_long": whole * (1 - short),
    }


def too_early(question: Question, hits: Sequence[Hit], now: datetime) -> bool:
    """Whether all that was found was written before the days asked about: it can not tell of them.

    Days to come are another matter: reports tell of plans. So are days without a year: another may be meant.
    """
    first = question.time.first
    if first is None or first > now.date() or question.time.assumed:
        return False
    dated = [hit.passage.published_at.date() for hit in hits if hit.passage.published_at]
    return bool(dated) and max(dated) < first - timedelta(days=1)


def searched(
    question: Question, ranked: Sequence[Candidate], reports: Sequence[Report], hits: Sequence[Hit]
) -> Searched:
    """What was looked for, what the nearest reporting is about, how fresh it is."""
    nearest = ranked[0].report if ranked else None
    dated = [hit.passage.published_at for hit in hits if hit.passage.published_at]
    since = question.time.since.date() if question.time.since else None
    places = [(name, _last_seen(name, reports)) for name in question.names if is_place(name)]
    unnamed = [name for name in question.names if reports and not any(has_name(name, one) for one in reports)]
    return Searched(
        names=tuple(map(proper_name, question.names)),
        unnamed=tuple(map(proper_name, unnamed)),
        seen=tuple((proper_name(name), day) for name, day in places if day is not None),
        first=since or question.time.first,
        last=None if since else question.time.last,
        nearest=_clipped(nearest.title) if nearest else "",
        publisher=nearest.publisher if nearest else "",
        written=nearest.written if nearest else None,
        passages=len(hits),
        outlets=len({hit.passage.publisher for hit in hits}),
        newest_at=max(dated, default=None),
    )


def abstention(found: Searched, now: datetime) -> str:
    """What is said instead of an answer, in English."""
    sought = ", ".join(found.names) or "this"
    first = f"No report found answers this. Looked for: {sought}{_period(found)}, in reports up to {_day(now)}."
    if not found.passages:
        return f"{first} Nothing in the corpus comes near it."
    lines = [first]
    if found.unnamed:
        lines.append(f"No report near this names {', '.join(found.unnamed)}.")
    lines.extend(newest_told(name, day) for name, day in found.seen)
    if found.nearest:
        day = f", {_day(found.written)}" if found.written else ""
        lines.append(f"The nearest reporting is about: {found.nearest} ({found.publisher}{day}).")
    if found.newest_at:
        outlets = f"{found.outlets} outlets" if found.outlets > 1 else "1 outlet"
        lines.append(f"The newest of {found.passages} passages near it, from {outlets}, is of {_day(found.newest_at)}.")
    return "\n".join(lines)


def newest_told(name: str, day: date) -> str:
    """How fresh the reporting on a place is, in English."""
    return f"The newest report found that names {name} is of {_day(day)}."


def _last_seen(name: str, reports: Sequence[Report]) -> date | None:
    """The day of the newest report that names it; None where it is undated or there is none."""
    return max((each.written for each in reports if each.written and has_name(name, each)), default=None)


def speaks(question: Question, one: Candidate) -> bool:
    """Whether a sentence is said by, or speaks of, whom the question names as its speaker."""
    wanted = content_terms(question.speaker)
    speaker = one.report.attributions[one.sentence.number].speaker
    stems = one.sentence.stems | set(terms(speaker))
    sounds = one.sentence.sounds | {sound(word) for word in speaker.split()}
    met = sum(term in stems or bool(kin(term) & stems) or (sound(term) in sounds - {""}) for term in wanted)
    return met >= 0.6 * len(wanted)


def _uncounted(question: Question, ranked: Sequence[Candidate]) -> bool:
    """Whether no sentence says how many there are of those asked about, or how many met what the question asks."""
    if not ranked:
        return False
    if question.counted and not any(_counts(question, one) for one in ranked[:_COUNTED]):
        return True
    if not question.outcomes:
        return False
    told, asked = of_incident(question, ranked), set(question.outcomes)
    counted = any(one.sentence.figures and set(outcomes_asked(one.sentence.text)) & asked for one in told)
    return not counted and not any(NOBODY.search(one.sentence.text) for one in told)


def _counts(question: Question, one: Candidate) -> bool:
    alike = {word for term in question.counted for word in (term, *kin(term))}
    return any(alike & set(terms(figure.counted)) for figure in one.sentence.figures) or bool(
        question.outcomes and NOBODY.search(one.sentence.text)
    )


def _publishers_missing(question: Question, hits: Sequence[Hit]) -> float:
    """The share of the outlets asked for that nothing was found of."""
    if not question.publishers:
        return 0.0
    known = [set(terms(hit.passage.publisher)) for hit in hits]
    absent = [name for name in question.publishers if not any(set(terms(name)) & words for words in known)]
    return len(absent) / len(question.publishers)


def _early(question: Question, ranked: Sequence[Candidate]) -> float:
    """1 where all of the best was written before the day that is asked about: it can not tell of it."""
    first = question.time.first
    written = [one.report.written for one in ranked[:_SENTENCES] if one.report.written]
    return float(first is not None and bool(written) and all(day < first for day in written))


def _focus(sought: Sequence[Unit], one: Candidate) -> float:
    """How much of what the question is after a sentence has, or else, for half, the sentences beside it."""
    near = one.report.sentences[max(0, one.sentence.number - 1) : one.sentence.number + 2]
    beside = frozenset(stem for sentence in near for stem in sentence.stems)
    sounds = one.sentence.sounds
    met = (max(unit.match(one.sentence.stems, sounds), 0.5 * unit.match(beside, sounds)) for unit in sought)
    return sum(met) / len(sought)


def _period(found: Searched) -> str:
    if found.first is None:
        return ""
    if found.last is None:
        return f" since {_day(found.first)}"
    one_day = found.first == found.last
    return f" on {_day(found.first)}" if one_day else f" between {_day(found.first)} and {_day(found.last)}"


def _day(moment: date) -> str:
    return f"{moment.day} {moment:%b %Y}"


def _clipped(title: str, longest: int = 120) -> str:
    return title if len(title) <= longest else title[:longest].rsplit(" ", 1)[0] + "…"
