"""Which statements are shown for a question, and which disagreements: by its kind, among the incident's candidates."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import timedelta

from index.answers.candidates import Candidate, numbered
from index.answers.incidents import beside, names_town, of_incident
from index.answers.inquiry import Inquiry
from index.answers.opposing import NEAR_QUESTION, OF_ACCOUNTS, Doubted, account_of, asks_of_doing, pair_of
from index.answers.picks import Decision, Pick, picked, same_words
from index.answers.policy import AnswerPolicy
from index.answers.setting import day_match, place_match, told_day
from index.answers.summing import summed_up
from index.answers.tolls import asked_day, asked_place, counted, of_part
from index.language.units import units_in
from index.reports.accounts import Account, account, alike, between, dispute, oppositions, per_speaker, related
from index.reports.positions import Dispute, Incident

_MUCH_LATER = timedelta(hours=48)
# How much likelier an account is that tells of somebody's deed, and one that is somebody's words, in units of score.
_TOLD, _SPOKEN = 2.0, 1.0
# How much less likely one is that tells of what was done to something else than what is asked about.
_OTHER = 2.0
# Kinds of question on which accounts can oppose each other.
_CONTESTED = frozenset({"blame", "who", "yesno", "what", "where"})
# Kinds that ask for a state, of which the latest is wanted.
_STATES = frozenset({"yesno", "who", "what", "where"})
# Kinds that ask for somebody's words, or who spoke them.
_OF_WORDS = frozenset({"said", "source", "who", "what", "blame"})


def decide(
    inquiry: Inquiry,
    candidates: Sequence[Candidate],
    policy: AnswerPolicy,
    opposed: tuple[Account, Account] | None = None,
    doubted: Doubted = frozenset(),
) -> Decision:
    """What is shown. `candidates` are all statements found, the likeliest first; `opposed` are two of their accounts
    that were read and contradict each other, `doubted` those that a rule would take to and that were read not to."""
    if inquiry.kind == "figure":
        toll = counted(inquiry, candidates, policy) if inquiry.asks_for_toll else None
        return toll or _measured(inquiry, candidates, policy)
    denying = _denying(inquiry, candidates, policy) if inquiry.of_denial and inquiry.kind in _OF_WORDS else []
    if denying and inquiry.kind != "blame":
        return Decision(tuple(picked(denying, policy.claims, policy.rival_behind)))
    if inquiry.kind in _CONTESTED:
        decision = _contested(inquiry, candidates, policy, opposed, doubted)
        return decision if decision.disputes or not denying else _with_denials(decision, denying, policy)
    if _of_camps(inquiry) and (decision := _contested(inquiry, candidates, policy, doubted=doubted)).disputes:
        return decision
    if inquiry.kind in {"news", "change", "comparison"}:
        return Decision(_ordered(inquiry, candidates, policy))
    if inquiry.kind == "event":
        here = of_incident(inquiry, candidates)
        return Decision(tuple(summed_up(here, policy.wide_claims, policy.rival_behind)) if here else ())
    return Decision(tuple(picked(candidates, policy.claims, policy.behind)))


def _denying(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> list[Candidate]:
    """The statements of the incident that deny something, where the likeliest of them is not far behind."""
    here = of_incident(inquiry, candidates, is_state=True)
    least = here[0].score - policy.account_behind if here else 0.0
    return [
        candidate
        for candidate in here
        if candidate.score >= least
        and (
            candidate.testimony.statement.negated
            or any(act.type == "denial" for act in candidate.testimony.statement.acts)
        )
    ]


def _with_denials(decision: Decision, denying: Sequence[Candidate], policy: AnswerPolicy) -> Decision:
    """Who is accused, and what is denied."""
    shown = {pick.testimony.key for pick in decision.picks[:1]}
    denials = [pick for pick in picked(denying, policy.claims, policy.rival_behind) if pick.testimony.key not in shown]
    return dataclasses.replace(decision, picks=(*decision.picks[:1], *denials)[: policy.claims])


def compares(inquiry: Inquiry) -> bool:
    """Whether a question is answered by comparing what several say: on a toll, who did it, whether it was done."""
    return inquiry.asks_for_toll or _asks_of_deed(inquiry)


def _measured(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> Decision:
    """Of a question on another number: the likeliest statements that have one, of what is counted where one near them
    has; nothing where none has."""
    # Such a number is often counted over months: only a day that is asked for makes it one of an incident.
    timely = candidates if inquiry.first is None else of_incident(inquiry, candidates, is_state=True)
    if inquiry.asks_for_toll:
        # The dead of another town are no answer, however well they are counted.
        timely = [candidate for candidate in timely if place_match(inquiry, candidate.testimony) >= 0]
        # Nor are the next town's, where the one asked about has its own.
        naming = {candidate.testimony.key for candidate in timely if names_town(inquiry, candidate.testimony)}
        if naming:
            timely = [
                candidate for candidate in timely if candidate.testimony.key in naming or not _names_towns(candidate)
            ]
    if inquiry.unit == "percent" or (inquiry.unit and not inquiry.outcomes and not inquiry.counted):
        # How many drones it was is no share, and no sum.
        timely = [candidate for candidate in timely if inquiry.unit in _units(candidate)]
    with_number = [candidate for candidate in timely if candidate.features["fit_number"]]
    if inquiry.asks_for_toll and with_number:
        # Nor are those of what others tell of, where no report names what is asked about.
        first = with_number[0].report
        with_number = [one for one in with_number if one.report is first or beside(first, one.report)]
    counting = [candidate for candidate in with_number if candidate.features["fit_figure"]]
    here = _instead(counting, with_number, policy.rival_behind)
    # Of what is counted in all, on the very day, rather than in a part or around it.
    on_day = [candidate for candidate in here if day_match(inquiry, candidate.testimony) == 1]
    here = _instead(on_day, here, policy.rival_behind)
    in_all = [candidate for candidate in here if not of_part(inquiry, candidate.testimony)]
    here = _instead(in_all, here, policy.rival_behind)
    # "Almost all of the 4,000" tells more than "thousands".
    exact = [candidate for candidate in here if _is_exact(inquiry, candidate)]
    here = _instead(exact, here, policy.rival_behind)
    return Decision(tuple(picked(here, policy.claims, policy.behind)))


def _names_towns(candidate: Candidate) -> bool:
    return any(not mention.is_country for mention in candidate.testimony.statement.places)


def _units(candidate: Candidate) -> frozenset[str]:
    return units_in(candidate.testimony.text, candidate.report.reading.language)


def _is_exact(inquiry: Inquiry, candidate: Candidate) -> bool:
    """Whether a statement has a number in digits, or counts what is asked about in so many words."""
    figures = candidate.testimony.figures
    exact = any(not figure.vague and figure.counted in inquiry.counted for figure in figures)
    return exact or bool(numbered(candidate.testimony.text))


def _instead(fitting: Sequence[Candidate], here: Sequence[Candidate], behind: float) -> list[Candidate]:
    """Those that fit better, where the likeliest of them is at most so much less likely than all."""
    near = bool(fitting) and fitting[0].score >= here[0].score - behind
    return list(fitting if near else here)


def _contested(
    inquiry: Inquiry,
    candidates: Sequence[Candidate],
    policy: AnswerPolicy,
    opposed: tuple[Account, Account] | None = None,
    doubted: Doubted = frozenset(),
) -> Decision:
    """Of a question on a deed or a state: the likeliest statements, and each speaker's account where they oppose."""
    # Who did a deed is settled once, not until something changes.
    is_state = inquiry.kind in _STATES and not (inquiry.kind == "who" and inquiry.of_doer)
    here = of_incident(inquiry, candidates, is_state=is_state)
    if not here:
        return Decision(())
    telling = _telling(inquiry, here, policy)
    held = per_speaker(telling)[: policy.positions]
    first = held[0].testimony if held else here[0].testimony
    where = Incident(
        deed=next(iter(sorted(inquiry.deeds)), held[0].deed if held else ""),
        place=asked_place(inquiry, first),
        day=asked_day(inquiry, first),
    )
    plain = [account for account in held if is_state or account.told or account.denies]
    if not inquiry.deeds:
        plain = [account for account in plain if account.testimony is first or _may_be_asked(inquiry, account)]
    opposing = oppositions(plain, is_state=is_state) if _asks_of_deed(inquiry) else []
    opposing = [pair for pair in opposing if pair_of(*pair) not in doubted]
    rival = dispute(plain, where, opposing)
    if rival is None and opposed is not None:
        rival = between(opposed, where)
    if rival is not None and _is_asked_about(rival, here, policy):
        picks = [Pick(position.testimony, same_words(position.testimonies)) for position in rival.positions]
        most = policy.side_claims if inquiry.of_sides else policy.wide_claims
        return Decision(tuple(picks[:most]), (rival,), opposing=tuple(opposing))
    newest = _newest(here, policy) if is_state and inquiry.of_present else None
    here = _of_the_deed(inquiry, here, telling, policy)
    # A strike stays done: only of what may have changed since the latest tells.
    states = {account.testimony.key for account in telling if account.state}
    changes = is_state and (not inquiry.deeds or inquiry.of_present or here[0].testimony.key in states)
    if changes:
        here = _with_latest(here, telling, newest)
    return Decision(_likeliest(inquiry, here, policy, latest_first=changes))


def _of_the_deed(
    inquiry: Inquiry, here: Sequence[Candidate], telling: Sequence[Account], policy: AnswerPolicy
) -> list[Candidate]:
    """The candidates that tell of the deed asked about, and where it is asked who did it, who did."""
    candidates = list(here)
    of_a_deed = bool(inquiry.deeds) and inquiry.kind in OF_ACCOUNTS
    if of_a_deed:
        candidates = _of(telling, candidates, policy.rival_behind)
    if inquiry.kind == "blame":
        # What does not say who did it is no answer, however near it is; of a deed that no list knows a side is named.
        naming = [
            account for account in telling if account.told and (account.actor if inquiry.deeds else account.agent)
        ]
        candidates = _of(naming, candidates, policy.report_behind)
    return _of_the_object_first(inquiry, candidates, telling) if of_a_deed else candidates


def _of(accounts: Sequence[Account], here: Sequence[Candidate], behind: float) -> list[Candidate]:
    """The candidates that give some accounts, where the likeliest of them is at most so much less likely than all."""
    keys = {account.testimony.key for account in accounts}
    return _instead([candidate for candidate in here if candidate.testimony.key in keys], here, behind)


def _of_the_object_first(inquiry: Inquiry, here: Sequence[Candidate], telling: Sequence[Account]) -> list[Candidate]:
    """The candidates in their order; where one tells of what is asked about by its word, those behind that tell of what
    was done to something else."""
    accounts = [account for account in telling if account.told and account.actor and account.objects]
    done_to_it = {account.testimony.key for account in accounts if account.objects & inquiry.objects}
    done_elsewhere = {account.testimony.key for account in accounts} - done_to_it
    if not done_to_it or not done_elsewhere:
        return list(here)
    lowered = [
        dataclasses.replace(candidate, score=candidate.score - _OTHER)
        if candidate.testimony.key in done_elsewhere
        else candidate
        for candidate in here
    ]
    return sorted(lowered, key=lambda candidate: -candidate.score)


def _may_be_asked(inquiry: Inquiry, account: Account) -> bool:
    """Whether an account may be of the deed asked about, which no list knows: it tells of none that one knows, or has
    the words of the question."""
    return not account.deed or len(inquiry.telling & account.testimony.stems) > len(inquiry.telling) / 2


def _is_asked_about(rival: Dispute, here: Sequence[Candidate], policy: AnswerPolicy) -> bool:
    """Whether a dispute is on what is asked: one of its accounts is the likeliest statement, or near it."""
    keys = {testimony.key for position in rival.positions for testimony in position.testimonies}
    least = here[0].score - policy.account_behind
    return any(candidate.testimony.key in keys for candidate in here if candidate.score >= least)


def _asks_of_deed(inquiry: Inquiry) -> bool:
    """Whether a question asks who did something, or whether it was done: only then are accounts of it compared."""
    return asks_of_doing(inquiry) or _of_camps(inquiry)


def _of_camps(inquiry: Inquiry) -> bool:
    """Whether a question compares what sides say of a deed."""
    return inquiry.kind == "comparison" and (inquiry.of_sides or len(inquiry.actors) > 1)


def _with_latest(here: Sequence[Candidate], telling: Sequence[Account], newest: Candidate | None) -> list[Candidate]:
    """The candidates, first the `newest` that tells how things are now, or else the latest account, where it came much
    later than the likeliest: the state has changed."""
    if newest is None and telling:
        likeliest = max(telling, key=lambda one: one.relevance)
        on_it = [one for one in telling if one is likeliest or related(one, likeliest)]
        latest = max(on_it, key=lambda one: (one.testimony.as_of, one.relevance))
        if latest.testimony.as_of - likeliest.testimony.as_of > _MUCH_LATER:
            newest = next((one for one in here if one.testimony.key == latest.testimony.key), None)
    if newest is None:
        return list(here)
    raised = dataclasses.replace(newest, score=here[0].score + 0.01)
    return [raised, *(candidate for candidate in here if candidate is not newest)]


def _newest(here: Sequence[Candidate], policy: AnswerPolicy) -> Candidate | None:
    """The likeliest statement near what is asked of the newest report that has one, where that came much later than
    the likeliest of all."""
    least = here[0].score - policy.report_behind
    answering = (candidate for candidate in here if candidate.features.get("meaning", 0.0) >= NEAR_QUESTION)
    newest = max(
        (candidate for candidate in answering if candidate.score >= least),
        key=lambda candidate: (candidate.testimony.as_of.date(), candidate.score),
        default=None,
    )
    if newest is None or newest.testimony.as_of - here[0].testimony.as_of <= _MUCH_LATER:
        return None
    return newest


def _telling(inquiry: Inquiry, here: Sequence[Candidate], policy: AnswerPolicy) -> list[Account]:
    """The accounts that answer: they say who did it, or whether it was done, and are not much less likely than the
    likeliest that does."""
    least = here[0].score - policy.count_behind
    deeds = inquiry.deeds or frozenset({account(here[0].testimony, here[0].score).deed} - {""})
    who = inquiry.kind in {"blame", "who", "comparison"}
    accounts = [account_of(candidate, deeds, who=who) for candidate in here if candidate.score >= least]
    answering = [one for one in accounts if one.answers(deeds, who=who)]
    # Of a deed that no list knows, what is denied in one statement is told by another in the same words.
    denials = [one for one in answering if one.denies and not one.deed]
    answering += [
        one
        for one in accounts
        if one not in answering
        and not one.deed
        and any((one.near_question and no.near_question) or alike(one.testimony, no.testimony) for no in denials)
    ]
    answering = [_by_directness(one) for one in answering]
    best = max((one.relevance for one in answering), default=0.0)
    return [one for one in answering if one.relevance >= best - policy.account_behind]


def _by_directness(account: Account) -> Account:
    """An account, the likelier where it tells of somebody's deed, and where somebody is named who says so."""
    speaker = account.testimony.speaker is not None
    return dataclasses.replace(account, relevance=account.relevance + _TOLD * account.told + _SPOKEN * speaker)


def _likeliest(
    inquiry: Inquiry, here: Sequence[Candidate], policy: AnswerPolicy, *, latest_first: bool
) -> tuple[Pick, ...]:
    """The likeliest statements; of what changes the latest of them come first."""
    picks = picked(here, policy.claims, policy.rival_behind if inquiry.kind == "blame" else policy.behind)
    if latest_first and len(picks) > 1:
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
    return tuple(
        sorted(picks, key=lambda pick: (told_day(pick.testimony), pick.testimony.as_of), reverse=inquiry.kind == "news")
    )
