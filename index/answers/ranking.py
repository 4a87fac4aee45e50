"""Which sentence answers a question: features of each, weighed by what was learned from annotated questions."""

from __future__ import annotations

import dataclasses
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from index.answers.concepts import kin
from index.answers.evidence import Report, Sentence
from index.answers.figures import outcomes_asked
from index.answers.fitting import fit, on_day
from index.answers.gazetteer import is_country, other_names, sound
from index.answers.naming import has_name
from index.answers.question import Question
from index.answers.weights import WEIGHTS
from index.articles import Hit
from index.language.terms import terms

_NOISE = re.compile(
    r"^(?:watch|read|tags?|photo|video|click|follow|see|share|advertisement|copyright)\b|»\s*$", re.IGNORECASE
)


@dataclasses.dataclass(frozen=True)
class Unit:
    """A word of the question and what may stand for it, with its weight among the sentences found."""

    term: str
    kin: frozenset[str]
    sound: str
    is_name: bool
    weight: float

    def match(self, stems: frozenset[str], sounds: frozenset[str]) -> float:
        """1 where the word itself is there, less where only its kin or its sound is."""
        if self.term in stems:
            return 1.0
        if self.sound and self.sound in sounds:
            return 0.9
        return 0.6 if self.kin & stems else 0.0


@dataclasses.dataclass(frozen=True)
class Candidate:
    """A sentence with its features and the score they come to."""

    sentence: Sentence
    report: Report
    features: Mapping[str, float]
    score: float


def scaled(hits: Sequence[Hit]) -> dict[str, float]:
    """The scores of the passages found, from 1 for the best to 0 for the last, whatever scale the search uses."""
    best = max((hit.score for hit in hits), default=0.0)
    least = min((hit.score for hit in hits), default=0.0)
    room = max(best - least, 1e-9)
    return {hit.passage.passage_id: (hit.score - least) / room for hit in hits}


def units(question: Question, pool: Sequence[Sentence]) -> list[Unit]:
    """The question's words, weighed by how few of the sentences found have them."""
    counts = Counter(stem for sentence in pool for stem in sentence.stems)
    named = _named(question)
    found = []
    for term in question.terms:
        spelled = named.get(term, "")
        others = kin(term) | _aliases(term, question)
        weight = math.log((len(pool) + 1.5) / (counts[term] + 0.5))
        found.append(Unit(term, others, sound(spelled), term in named, max(weight, 0.1)))
    return found


def _of_counting(unit: Unit, question: Question) -> bool:
    """Whether a word says what is counted, not of which incident: killed, toll, children."""
    return unit.term in question.counted or bool(outcomes_asked(unit.term)) or unit.term in {"kid", "number", "total"}


def _named(question: Question) -> dict[str, str]:
    """The stems that belong to names, with the word whose sound may stand for it; "" for countries' names."""
    return {
        stem: "" if is_country(name) else word
        for name in question.names
        for word in name.split()
        for stem in terms(word)
    }


def _aliases(term: str, question: Question) -> frozenset[str]:
    """Stems of the other names of whatever name of the question the stem is the last word of."""
    found: set[str] = set()
    for name in question.names:
        if terms(name)[-1:] == [term]:
            found.update(terms(other)[-1] for other in other_names(name) if terms(other))
    return frozenset(found - {term})


def cover(wanted: Sequence[Unit], stems: frozenset[str], sounds: frozenset[str]) -> float:
    """What share of the question's weight is met."""
    total = sum(unit.weight for unit in wanted)
    return sum(unit.weight * unit.match(stems, sounds) for unit in wanted) / total if total else 0.0


def rank(
    question: Question, reports: Sequence[Report], scores: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS
) -> list[Candidate]:
    """Every sentence of the reports, the likeliest answer first. `scores` are those of the passages found."""
    pool = [sentence for each in reports for sentence in each.sentences]
    wanted = units(question, pool)
    best = {
        each.article_id: max((scores.get(s.passage.passage_id, 0.0) for s in each.sentences), default=0.0)
        for each in reports
    }
    order = {article: place for place, article in enumerate(sorted(best, key=lambda key: -best[key]))}
    found = []
    setting = [unit for unit in wanted if not _of_counting(unit, question)] or wanted
    for each in reports:
        about = cover(wanted, each.head, each.sounds)
        whole = cover(wanted, each.stems, each.sounds)
        placed = cover(setting, each.stems, each.sounds)
        named = sum(has_name(name, each) for name in question.names) / max(1, len(question.names))
        for sentence in each.sentences:
            features = _features(question, wanted, each, sentence)
            features["setting"] = 0.5 * (cover(setting, each.head | sentence.stems, each.sounds) + placed)
            features["passage"] = scores.get(sentence.passage.passage_id, 0.0)
            features["article"] = best[each.article_id]
            features["first"] = 1.0 / (1 + order[each.article_id])
            features["about"] = about
            features["whole"] = whole
            features["named"] = named
            features["day"] = on_day(question, sentence.text, each.written)
            total = sum(weights.get(name, 0.0) * value for name, value in features.items())
            found.append(Candidate(sentence, each, features, total))
    return sorted(found, key=lambda one: (-one.score, one.sentence.passage.passage_id, one.sentence.start))


def _features(question: Question, wanted: Sequence[Unit], each: Report, sentence: Sentence) -> dict[str, float]:
    stems, sounds = sentence.stems, sentence.sounds
    own = cover(wanted, stems, sounds)
    near = each.sentences[max(0, sentence.number - 1) : sentence.number + 2]
    around = cover(
        wanted,
        frozenset(stem for other in near for stem in other.stems),
        frozenset(name for other in near for name in other.sounds),
    )
    words = len(sentence.text.split())
    fresh = len(stems - set(question.terms))
    features = {
        "cover": own,
        "cover2": own * own,
        "around": around - own,
        "pairs": _pairs(wanted, sentence),
        "lead": 1.0 if sentence.number < 2 else 0.0,
        "depth": min(sentence.number, 30) / 30,
        "short": 1.0 if words < 6 else 0.0,
        "long": max(0.0, words - 35) / 20,
        "fresh": min(fresh, 12) / 12,
        "noise": 1.0 if _NOISE.search(sentence.text) or sentence.text.endswith("?") else 0.0,
    }
    return features | fit(question, sentence.text, sentence.figures, each.written)


def _pairs(wanted: Sequence[Unit], sentence: Sentence) -> float:
    """The share of neighbouring words of the question that stand close in the sentence."""
    if len(wanted) < 2:
        return 0.0
    places: dict[str, int] = {}
    for place, stem in enumerate(sentence.terms):
        places.setdefault(stem, place)
    close = 0
    for one, other in pairwise(wanted):
        here, there = _place(one, places), _place(other, places)
        close += here is not None and there is not None and abs(here - there) <= 3
    return close / (len(wanted) - 1)


def _place(unit: Unit, places: Mapping[str, int]) -> int | None:
    if unit.term in places:
        return places[unit.term]
    return min((places[stem] for stem in unit.kin if stem in places), default=None)
