"""Passages of reports with the stand that each takes on a question: what tells contradictions learns from them.

`contradicting/` holds incidents of many wars, invented for this in seven languages by writers who had not seen the
code, a file each: of each incident a question and six to eight passages of reports, with the stand that each takes on
it, if any. `opposed/` holds whole reports, each sentence of which is read with those beside it: the sentences quoted as
a position take a stand, the others none.
"""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from index.answers.opposing import as_read
from index.language.sentences import sentences

INCIDENTS = Path(__file__).with_name("contradicting")
REPORTS = Path(__file__).with_name("opposed")
# Of a hundred pairs so many contradict each other, agree, and are of one incident at all, where it has such.
_OPPOSED, _AGREEING, _OF_ONE = 0.42, 0.64, 0.94
# In so many passages of a hundred who speaks is said before it.
_SPEAKER = 0.5
# In so many passages of a hundred that stand alone another of the incident, which takes no other stand, is put beside.
_BESIDE = 0.5
# Of a hundred pairs so many are of whole reports.
_OF_REPORTS = 0.6
NO_STAND = "-"
# Files that are never learnt from: by the first five is chosen and measured, by the last two only measured.
HELD_OUT = frozenset(
    {
        *("maple", "juniper", "opposed_third", "opposed_seventh", "opposed_ninth"),
        *("opposed_fourteenth", "opposed_fifteenth"),
    }
)

# Whether two passages contradict each other, and whether each takes a stand.
Right = tuple[float, float, float]


@dataclasses.dataclass(frozen=True, slots=True)
class Stance:
    """A sentence or more of a report, who says so, its stand on the incident's question, and what stands beside it."""

    text: str
    speaker: str
    position: str
    language: str
    report: str = ""
    beside: tuple[str, str] = ("", "")


@dataclasses.dataclass(frozen=True, slots=True)
class Incident:
    """A question and what reports say of it."""

    war: str
    question: str
    stances: tuple[Stance, ...]
    is_dispute: bool = True

    @property
    def of_reports(self) -> bool:
        """Whether its passages are the sentences of whole reports."""
        return any(stance.report for stance in self.stances)

    def pairs(self) -> list[tuple[Stance, Stance, Right]]:
        """Every two of its passages that are not of one report, in both orders, with what is right of them."""
        both = permutations(self.stances, 2)
        return [
            (one, other, self._right(one, other)) for one, other in both if not one.report or one.report != other.report
        ]

    def _right(self, one: Stance, other: Stance) -> Right:
        stands = (one.position != NO_STAND, other.position != NO_STAND)
        differ = self.is_dispute and all(stands) and one.position != other.position
        return float(differ), float(stands[0]), float(stands[1])


def incidents(names: Sequence[str], *, others: bool = False) -> list[Incident]:
    """The incidents of the files so named, or of all `others`, of both folders."""
    made = []
    for folder, read in ((INCIDENTS, _of_passages), (REPORTS, _of_reports)):
        for path in sorted(folder.glob("*.jsonl")):
            if (path.stem in names) != others:
                rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
                made += [incident for incident in map(read, rows) if incident is not None]
    return made


def _of_passages(row: Mapping[str, Any]) -> Incident:
    stances = (
        Stance(statement["text"], statement["speaker"], statement["position"], statement["lang"])
        for statement in row["statements"]
    )
    return Incident(row["war"], row["question"], tuple(stances))


def _of_reports(row: Mapping[str, Any]) -> Incident | None:
    """None where numbers are asked for: rules compare these."""
    positions = row["gold"]["positions"]
    if any(letter.isdecimal() for position in positions for letter in position["value"]):
        return None
    stances = tuple(stance for report in row["reports"] for stance in _of_report(report, positions))
    return Incident(row["war"], row["query"], stances, row["gold"]["verdict"] == "dispute")


def _of_report(report: Mapping[str, str], positions: Sequence[Mapping[str, str]]) -> Iterator[Stance]:
    quotes = [position for position in positions if position["report"] == report["id"]]
    texts = [report["text"][start:end] for start, end in sentences(report["text"])]
    for at, text in enumerate(texts):
        quoted = next((position for position in quotes if text in position["quote"] or position["quote"] in text), None)
        beside = ("".join(texts[at - 1 : at] if at else ()), "".join(texts[at + 1 : at + 2]))
        speaker, position = (quoted["speaker"], quoted["value"]) if quoted else ("", NO_STAND)
        yield Stance(text, speaker, position, "", report["id"], beside)


def drawn(incidents: Sequence[Incident], rng: random.Random) -> tuple[str, tuple[str, str], Right]:
    """A question and two passages, with what is right of these: of one incident mostly, as often opposed as not."""
    of_reports = rng.random() < _OF_REPORTS
    chosen = [incident for incident in incidents if incident.of_reports == of_reports] or incidents
    incident = rng.choice(chosen)
    pairs = incident.pairs()
    opposed = [pair for pair in pairs if pair[2][0]]
    agreeing = [pair for pair in pairs if pair[2] == (0.0, 1.0, 1.0)]
    rest = [pair for pair in pairs if not (pair[2][1] and pair[2][2])]
    draw = rng.random()
    if opposed and draw < _OPPOSED:
        pair = rng.choice(opposed)
    elif agreeing and draw < _AGREEING:
        pair = rng.choice(agreeing)
    elif rest and draw < _OF_ONE:
        pair = rng.choice(rest)
    else:
        pair = _of_two(incident, chosen, rng)
    one, other, right = pair
    return incident.question, (_passage(incident, one, rng), _passage(incident, other, rng)), right


def _of_two(incident: Incident, incidents: Sequence[Incident], rng: random.Random) -> tuple[Stance, Stance, Right]:
    """A passage of an incident and one of another, of the same war mostly."""
    others = [other for other in incidents if other is not incident]
    near = [other for other in others if other.war == incident.war]
    foreign = rng.choice(near if near and rng.random() < 0.6 else others)
    own, other = rng.choice(incident.stances), rng.choice(foreign.stances)
    stands = float(own.position != NO_STAND)
    return (own, other, (0.0, stands, 0.0)) if rng.random() < 0.5 else (other, own, (0.0, 0.0, stands))


def _passage(incident: Incident, stance: Stance, rng: random.Random) -> str:
    """A passage as the product reads it."""
    speaker = stance.speaker if rng.random() < _SPEAKER else ""
    return as_read(speaker, stance.text, stance.beside if stance.report else _beside(incident, stance, rng))


def _beside(incident: Incident, stance: Stance, rng: random.Random) -> tuple[str, str]:
    if rng.random() >= _BESIDE:
        return "", ""
    agreeing = [
        other.text
        for other in incident.stances
        if other is not stance
        and other.language == stance.language
        and (NO_STAND in (other.position, stance.position) or other.position == stance.position)
    ]
    text = rng.choice(agreeing) if agreeing else ""
    return (text, "") if rng.random() < 0.5 else ("", text)
