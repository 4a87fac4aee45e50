"""Which statements are shown for a question, and which disagreements: by its kind, among the incident's candidates."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

from index.answers.candidates import Candidate, counts, place_match, told_day
from index.answers.incidents import names_town, of_incident
from index.answers.inquiry import Inquiry
from index.answers.policy import AnswerPolicy
from index.places import table, within
from index.reports.accounts import Account, account, alike, dispute, per_speaker, related
from index.reports.counts import EVERYBODY, Count, disputes, merged, outdated, positions, whole
from index.reports.positions import Development, Dispute, Incident, Position, speaker_of
from index.reports.records import Figure
from index.reports.report import Testimony
from index.reports.speakers import of_place, same_speaker

_MUCH_LATER = timedelta(hours=48)
_SAME_DAY = timedelta(days=1)
# Kinds of question on which accounts can oppose each other.
_CONTESTED = frozenset({"blame", "who", "yesno", "what", "where"})
# Kinds that ask for a state, of which the latest is wanted.
_STATES = frozenset({"yesno", "who", "what", "where"})
# Kinds that an account of the deed answers, and nothing else.
_OF_ACCOUNTS = frozenset({"blame", "yesno"})


@dataclasses.dataclass(frozen=True, eq=False)
class Pick:
    """A statement chosen for an answer, and the other statements that say the same."""

    testimony: Testimony
    copies: tuple[Testimony, ...] = ()
    figure: Figure | None = None


@dataclasses.dataclass(frozen=True)
class Decision:
    picks: tuple[Pick, ...]
    disputes: tuple[Dispute, ...] = ()
    developments: tuple[Development, ...] = ()


def decide(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> Decision:
    """What is shown. `candidates` are all statements found, the likeliest first."""
    if inquiry.kind == "figure":
        counted = _counted(inquiry, candidates, policy) if inquiry.asks_for_toll else None
        return counted or _measured(inquiry, candidates, policy)
    if inquiry.kind in _CONTESTED:
        return _contested(inquiry, candidates, policy)
    if inquiry.kind in {"news", "change", "comparison"}:
        return Decision(_ordered(inquiry, candidates, policy))
    if inquiry.kind == "event":
        return Decision(_latest_first(inquiry, of_incident(inquiry, candidates), policy))
    return Decision(tuple(picked(candidates, policy.claims, policy.behind)))


def compares(inquiry: Inquiry) -> bool:
    """Whether a question is answered by comparing what several say: on a toll, who did it, whether it was done."""
    return inquiry.asks_for_toll or _asks_of_deed(inquiry)


def _counted(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> Decision | None:
    """Of a question about a number: each speaker's latest count, rival ones as a dispute."""
    here = of_incident(inquiry, candidates)
    telling = [
        Count(candidate.testimony, figure, candidate.score - _doubt(inquiry, figure))
        for candidate in here
        for figure in candidate.testimony.figures
        if counts(inquiry, figure)
    ]
    if not telling:
        return None
    if inquiry.counted <= EVERYBODY:
        telling = whole(telling)
    telling = [count for count in telling if not _of_part(inquiry, count.testimony)] or telling
    best = max(count.relevance for count in telling)
    about = _about(inquiry, telling, best - policy.report_behind)
    near = [count for count in about if count.relevance >= best - policy.count_behind]
    near = [count for count in near if not count.figure.vague] or near
    near.sort(key=lambda count: -count.relevance)
    held, developments = positions(near)
    held = merged(held)
    held.sort(key=lambda position: any(outdated(position, other) for other in held))
    held = _grown_first(held)
    rivals = disputes(_named_first(held, policy.positions), _incident(inquiry, near[0]))
    disputed = {id(position) for rival in rivals for position in rival.positions}
    shown = [
        position
        for place, position in enumerate(held)
        if place == 0 or id(position) in disputed or _as_likely(position.testimony, near, best - policy.behind)
    ]
    picks: dict[tuple[str, int], Pick] = {}
    for position in shown:
        pick = Pick(position.testimony, _same_words(position.testimonies), position.figure)
        picks.setdefault(position.testimony.key, pick)
    most = policy.wide_claims if rivals else policy.claims
    return Decision(tuple(picks.values())[:most], tuple(rivals), tuple(developments))


def _grown_first(held: Sequence[Position]) -> list[Position]:
    """The positions, the latest first where it counts more than the likeliest on a later day: the toll has grown."""
    if not held:
        return []
    first = held[0]
    grown = [position for position in held if _has_grown(first, position)]
    if not grown:
        return list(held)
    latest = max(grown, key=lambda position: position.as_of)
    return [latest, *(position for position in held if position is not latest)]


def _has_grown(first: Position, position: Position) -> bool:
    if first.figure is None or position.figure is None or position.figure.total:
        return False
    if position.figure.part and not first.figure.part:
        return False
    same = (first.figure.outcome, first.figure.counted) == (position.figure.outcome, position.figure.counted)
    return same and position.as_of.date() > first.as_of.date() and position.figure.low > first.figure.high


def _measured(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> Decision:
    """Of a question on another number: the likeliest statements that have one, of what is counted where one near them
    has; nothing where none has."""
    # Such a number is often counted over months: only a day that is asked for makes it one of an incident.
    told = candidates if inquiry.first is None else of_incident(inquiry, candidates, is_state=True)
    if inquiry.asks_for_toll:
        # The dead of another town are no answer, however well they are counted.
        told = [candidate for candidate in told if place_match(inquiry, candidate.testimony) >= 0]
    numbered = [candidate for candidate in told if candidate.features["fit_number"]]
    counting = [candidate for candidate in numbered if candidate.features["fit_figure"]]
    near = bool(counting) and counting[0].score >= numbered[0].score - policy.rival_behind
    here = counting if near else numbered
    return Decision(tuple(picked(here, policy.claims, policy.behind)))


def _of_part(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement is of a place inside the one asked about, or its speaker's office is."""
    asked = inquiry.places
    own = {mention.place_id for mention in testimony.statement.places}
    if testimony.speaker is not None and of_place(testimony.speaker):
        own.add(testimony.speaker.place)
    if not asked or own & inquiry.place_ids:
        return False
    inner = [place for place in map(table().place, sorted(own)) if place is not None]
    return any(within(place, outer) for place in inner for outer in asked)


def _named_first(held: Sequence[Position], most: int) -> list[Position]:
    """At most so many positions, in their order: every value before another speaker who gives it, too, and named
    speakers before an outlet's own count."""
    firsts: dict[tuple[str, float], Position] = {}
    others: list[Position] = []
    for position in sorted(held, key=lambda position: position.testimony.speaker is None):
        value = ("", 0.0) if position.figure is None else (position.figure.outcome, position.figure.value)
        if firsts.setdefault(value, position) is not position:
            others.append(position)
    return sorted([*firsts.values(), *others][:most], key=held.index)


def _about(inquiry: Inquiry, telling: Sequence[Count], least: float) -> list[Count]:
    """The counts in reports that have one as likely as `least`, and those of the same day that name the town: all of
    the incident."""
    reports = {count.testimony.report.article_id for count in telling if count.relevance >= least}
    day = told_day(max(telling, key=lambda count: count.relevance).testimony)
    return [
        count
        for count in telling
        if count.testimony.report.article_id in reports
        or (abs(told_day(count.testimony) - day) <= _SAME_DAY and names_town(inquiry, count.testimony))
    ]


def _doubt(inquiry: Inquiry, figure: Figure) -> float:
    """What counts against a figure: it counts a part, or over more than one incident, or others besides those asked
    for, where none of these is asked for."""
    others = bool(inquiry.counted) and figure.counted not in inquiry.counted
    return 1.5 * figure.part + 2.0 * figure.total + 1.0 * others


def _as_likely(testimony: Testimony, near: Sequence[Count], least: float) -> bool:
    return any(count.testimony is testimony and count.relevance >= least for count in near)


def _incident(inquiry: Inquiry, count: Count) -> Incident:
    return Incident(
        counted=next(
            iter(sorted(inquiry.counted)), "people" if count.figure.counted in EVERYBODY else count.figure.counted
        ),
        place=_place(inquiry, count.testimony),
        day=_day(inquiry, count.testimony),
    )


def _place(inquiry: Inquiry, testimony: Testimony) -> str:
    asked = [name.text for name in inquiry.names if name.place_ids]
    named = [mention.name for mention in testimony.statement.places]
    return next(iter([*asked, *named]), "")


def _day(inquiry: Inquiry, testimony: Testimony) -> date | None:
    return inquiry.first or (told_day(testimony) if testimony.report.written or testimony.statement.days else None)


def _contested(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> Decision:
    """Of a question on a deed or a state: the likeliest statements, and each speaker's account where they oppose."""
    is_state = inquiry.kind in _STATES
    here = of_incident(inquiry, candidates, is_state=is_state)
    if not here:
        return Decision(())
    telling = _telling(inquiry, here, policy)
    held = per_speaker(telling)[: policy.positions]
    first = held[0].testimony if held else here[0].testimony
    where = Incident(
        deed=next(iter(sorted(inquiry.deeds)), held[0].deed if held else ""),
        place=_place(inquiry, first),
        day=_day(inquiry, first),
    )
    rival = dispute(held, where, is_state=is_state) if _asks_of_deed(inquiry) else None
    if rival is not None and _is_asked_about(rival, here, policy):
        picks = [Pick(position.testimony, _same_words(position.testimonies)) for position in rival.positions]
        return Decision(tuple(picks[: policy.wide_claims]), (rival,))
    if telling and inquiry.kind in _OF_ACCOUNTS:
        keys = {account.testimony.key for account in telling}
        here = [candidate for candidate in here if candidate.testimony.key in keys]
    if is_state and telling:
        here = _with_latest(here, telling)
    return Decision(_latest_first(inquiry, here, policy))


def _is_asked_about(rival: Dispute, here: Sequence[Candidate], policy: AnswerPolicy) -> bool:
    """Whether a dispute is on what is asked: one of its accounts is the likeliest statement, or near it."""
    keys = {testimony.key for position in rival.positions for testimony in position.testimonies}
    least = here[0].score - policy.account_behind
    return any(candidate.testimony.key in keys for candidate in here if candidate.score >= least)


def _asks_of_deed(inquiry: Inquiry) -> bool:
    """Whether a question asks who did something, or whether it was done: only then are accounts of it compared."""
    asks_who = inquiry.kind == "who" and bool(inquiry.deeds) and not inquiry.of_victims
    return inquiry.kind in _OF_ACCOUNTS or asks_who


def _with_latest(here: Sequence[Candidate], telling: Sequence[Account]) -> list[Candidate]:
    """The candidates, the latest account first where it came much later than the likeliest: the state has changed."""
    likeliest = max(telling, key=lambda one: one.relevance)
    on_it = [one for one in telling if one is likeliest or related(one, likeliest)]
    latest = max(on_it, key=lambda one: (one.testimony.as_of, one.relevance))
    if latest.testimony.as_of - likeliest.testimony.as_of <= _MUCH_LATER:
        return list(here)
    newer = next(candidate for candidate in here if candidate.testimony.key == latest.testimony.key)
    raised = dataclasses.replace(newer, score=here[0].score + 0.01)
    return [raised, *(candidate for candidate in here if candidate is not newer)]


def _telling(inquiry: Inquiry, here: Sequence[Candidate], policy: AnswerPolicy) -> list[Account]:
    """The accounts that answer: they say who did it, or whether it was done, and are not much less likely than the
    likeliest that does."""
    least = here[0].score - policy.count_behind
    deeds = inquiry.deeds or frozenset({account(here[0].testimony, here[0].score).deed} - {""})
    accounts = [account(candidate.testimony, candidate.score, deeds) for candidate in here if candidate.score >= least]
    who = inquiry.kind in {"blame", "who"}
    answering = [one for one in accounts if one.answers(deeds, who=who)]
    # Of a deed that no list knows, what is denied in one statement is told by another in the same words.
    denials = [one for one in answering if one.denies and not one.deed]
    answering += [
        one
        for one in accounts
        if one not in answering and not one.deed and any(alike(one.testimony, no.testimony) for no in denials)
    ]
    best = max((one.relevance for one in answering), default=0.0)
    return [one for one in answering if one.relevance >= best - policy.account_behind]


def _latest_first(inquiry: Inquiry, here: Sequence[Candidate], policy: AnswerPolicy) -> tuple[Pick, ...]:
    """The likeliest statements; of a state the latest of them come first."""
    most = policy.wide_claims if inquiry.kind == "event" else policy.claims
    behind = policy.rival_behind if inquiry.kind == "event" else policy.behind
    picks = picked(here, most, behind)
    if inquiry.kind in _STATES and len(picks) > 1:
        spread = max(pick.testimony.as_of for pick in picks) - min(pick.testimony.as_of for pick in picks)
        if spread > _MUCH_LATER:
            picks.sort(key=lambda pick: pick.testimony.as_of, reverse=True)
    return tuple(picks)


def _ordered(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> tuple[Pick, ...]:
    """News from the newest back; a change from the oldest on; a comparison with one statement an outlet."""
    here = of_incident(inquiry, candidates, is_state=True)
    if inquiry.kind == "comparison":
        outlets: dict[str, Candidate] = {}
        for candidate in here:
            outlets.setdefault(candidate.report.publisher, candidate)
        here = list(outlets.values())
    picks = picked(here, policy.wide_claims, policy.rival_behind)
    if inquiry.kind == "comparison":
        return tuple(picks)
    return tuple(sorted(picks, key=lambda pick: told_day(pick.testimony), reverse=inquiry.kind == "news"))


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
    return (copied or same_speaker(*voices)) and alike(testimony, other)


def _same_words(testimonies: Sequence[Testimony]) -> tuple[Testimony, ...]:
    """The further statements of a position, at most three."""
    return tuple(testimonies[1:4])
