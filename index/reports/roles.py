"""Who acts towards whom in a sentence: "Russia fired at Ukraine", "US aid for Ukraine", "strikes across Ukraine".

Prepositions that lead to somebody are listed for languages where they and the order of words tell it; in others only
the acts of a sentence do, and less surely.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.reports.acts import acts_in
from index.reports.deeds import Clause, Mention, PartySpan
from index.reports.named import named_in

# What is shot down or seized was sent by the other side.
_SENT = frozenset({"shoot_down", "seize_arms"})


def roles_in(text: str, language: str) -> frozenset[tuple[str, str]]:
    """The ids of who acts and of towards whom, of each pair of parties that a sentence names so."""
    parties = _parties(text, language)
    acts = acts_in(text, 0, len(text), language, parties) if parties else ()
    by_acts = {(act.agent.actor, act.patient.actor) for act in acts if act.verb not in _SENT}
    return _between_two(by_acts | _led_to(text, language, parties))


def plain_roles(text: str, language: str) -> frozenset[tuple[str, str]]:
    """The same of the pairs that a preposition tells, which are sure."""
    return _between_two(_led_to(text, language, _parties(text, language)))


def _between_two(pairs: set[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return frozenset((doer, target) for doer, target in pairs if doer and target and doer != target)


def _led_to(text: str, language: str, parties: Sequence[PartySpan]) -> set[tuple[str, str]]:
    """The pairs of who acts and of towards whom a preposition leads."""
    clause = Clause(text, 0, len(text), language, parties)
    targets = [mention for mention in clause.mentions if _is_target(clause, mention)]
    doers = [(_doer(clause, target), target) for target in targets]
    return {(doer.party.actor, target.party.actor) for doer, target in doers if doer is not None}


def _parties(text: str, language: str) -> list[PartySpan]:
    """The parties that are known; none where there is only one."""
    parties = [party for party in named_in(text, language).parties if party.actor]
    return parties if len({party.actor for party in parties}) > 1 else []


def _is_target(clause: Clause, mention: Mention) -> bool:
    """Whether something is done or given to a party: a preposition that leads there stands before it."""
    return bool(clause.says("towards", _before(clause, mention)))


def _doer(clause: Clause, target: Mention) -> Mention | None:
    """Who does it to them: the nearest party before, else the first behind ("aid for Ukraine that France sent")."""
    free = [mention for mention in clause.mentions if not clause.says("obliques", _before(clause, mention))]
    before = [mention for mention in free if mention.last < target.first and not _speaks(clause, mention, target)]
    behind = [mention for mention in free if mention.first > target.last and not _speaks(clause, target, mention)]
    return before[-1] if before else next(iter(behind), None)


def _speaks(clause: Clause, first: Mention, second: Mention) -> bool:
    """Whether something is said between two parties: then the first only speaks of it, or the second does."""
    return any(clause.says("sayings", place) for place in range(first.last + 1, second.first))


def _before(clause: Clause, mention: Mention) -> int:
    """The place of the word before a party, articles aside; -1 where none is."""
    before = mention.first - 1
    while before >= 0 and clause.says("articles", before):
        before -= 1
    return before
