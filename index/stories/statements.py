"""Which of the statements that a story's reports make tell it best. Pure."""

from __future__ import annotations

import dataclasses
import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from index.language.dates import date_spans
from index.language.lexicon import lexicon
from index.language.loaded import loaded_words
from index.language.terms import terms
from index.language.tokens import tokens
from index.reports.positions import speaker_of
from index.reports.report import Report, Testimony
from index.stories.openings import is_event

_SHORTEST, _LONGEST = 25, 340
_SENTENCES_READ = 40
_COPIED = 0.5
_LEAST_WORTH = 0.1
_NEAR_TITLE = 0.3
# It tells of a deed of war with its place, or of a toll.
_EVENT = 0.2
_DEEP = 0.01
_FEWEST_TERMS = 3
_OTHER_OUTLET = 0.12
_REPETITION = 0.5
_SAME_FIGURE = 0.2
_MOST_REPEATED = 0.5
# The newest count of a speaker comes before what it replaced.
_LATEST = 0.5
# What is dated by a month that was over so long before is no news.
_WEEKS_BEFORE = timedelta(days=14)
# Only so far down does an article tell its own news; below comes what led to it.
READ_TO = 9
# What a page says of itself.
_NOTICES = re.compile(
    # "… rbc.example The mayor spoke": a line to another piece, run into a sentence.
    r"\b[\w-]{2,30}\.(?:com|org|net|info|group|news|ru|ua|tv|me)\s+(?-i:[^\W\d_a-zа-яіїєґ])"
    r"|©|\bclick\b|\bsubscribe\b|\bread more\b|\bsign up\b|\bnewsletter\b|\bfollow us\b|all rights reserved",
    re.IGNORECASE,
)
# Who took a picture, as pages write it beside or into a sentence.
_CREDITS = re.compile(
    r"(?:\b(?:file )?(?:photo|image|picture|фото|foto|צילום)|صورة|تصوير)\s*:|\bgetty images\b|\bfile photo\b"
    r"|/\s?(?:AFP|AP|EPA|Reuters|ТАСС)\b",
    re.IGNORECASE,
)
_PRONOUNS = ("person_pronouns", "thing_pronouns", "plural_pronouns", "possessive_pronouns")


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence that may tell a story, by the statement in it that says most, with its weighted terms."""

    testimony: Testimony
    weights: Mapping[str, float]

    @property
    def report(self) -> Report:
        return self.testimony.report

    @property
    def place(self) -> int:
        """The number of its sentence."""
        return self.testimony.statement.sentence

    @property
    def text(self) -> str:
        return self.testimony.sentence_text


def originals(reports: Sequence[Report]) -> list[Report]:
    """The reports without copies: those of whose sentences more than half stood in the ones before. One that gives a
    toll which none before it gave is an update, however much of it stood there."""
    seen: set[str] = set()
    given: set[tuple[float, float, str]] = set()
    kept = []
    for report in reports:
        sentences = {" ".join(testimony.sentence_text.split()) for testimony in report.testimonies}
        tolls = {toll for testimony in report.testimonies for toll in outcomes(testimony)}
        if not sentences or len(sentences & seen) <= _COPIED * len(sentences) or tolls - given:
            kept.append(report)
        seen |= sentences
        given |= tolls
    return kept


def candidates(report: Report, rarity: Mapping[str, float]) -> list[Candidate]:
    """One of each sentence at the top of a report; `rarity` weighs terms, a term not in it counts little."""
    sentences: dict[int, list[Testimony]] = defaultdict(list)
    for testimony in report.testimonies:
        if testimony.statement.sentence < _SENTENCES_READ:
            sentences[testimony.statement.sentence].append(testimony)
    made = []
    for statements in sentences.values():
        best = max(statements, key=lambda testimony: (bool(outcomes(testimony)), bool(testimony.statement.acts)))
        counts = Counter(terms(best.sentence_text))
        weights = {term: (1 + math.log(count)) * rarity.get(term, 0.1) for term, count in counts.items()}
        made.append(Candidate(best, weights))
    return made


def rarity(texts: Sequence[str]) -> dict[str, float]:
    """How telling each term is among these texts: what all of a story's articles share tells most of the story."""
    counts = Counter(term for text in texts for term in set(terms(text)))
    return {term: math.log(1 + count) for term, count in counts.items()}


def alike(weights: Mapping[str, float], others: Mapping[str, float]) -> float:
    """Cosine of two weighted sets of terms."""
    dot = sum(weight * others[term] for term, weight in weights.items() if term in others)
    norms = math.sqrt(sum(w * w for w in weights.values()) * sum(w * w for w in others.values()))
    return dot / norms if norms else 0.0


def outcomes(testimony: Testimony) -> set[tuple[float, float, str]]:
    """The tolls in a statement."""
    return {(figure.low, figure.high, figure.outcome) for figure in testimony.figures if figure.outcome}


def is_about_its_event(testimony: Testimony) -> bool:
    """Whether a statement tells news: it stands at the top, and is not about what was long past."""
    return testimony.statement.sentence < READ_TO and not testimony.statement.background


def is_of_an_earlier_month(testimony: Testimony) -> bool:
    """Whether a statement is dated by a month that was over for weeks when its report was written, and by no later
    day."""
    written = testimony.report.written
    if written is None:
        return False
    spans = date_spans(testimony.sentence_text, testimony.report.reading.language, written)
    over = [span for span in spans if span.last is not None and written - span.last > _WEEKS_BEFORE]
    return any(span.grain == "month" for span in over) and len(over) == len(spans)


def is_past(testimony: Testimony) -> bool:
    """Whether a statement tells of what was over when its report was written."""
    return testimony.statement.background or is_of_an_earlier_month(testimony)


def is_caption(text: str) -> bool:
    """Whether a text is, or has in it, what stands under a picture."""
    return bool(_CREDITS.search(text))


def points_back(testimony: Testimony) -> bool:
    """Whether a sentence begins with what only the one before it names."""
    return begins_with_pronoun(testimony.sentence_text, testimony.report.reading.language)


def begins_with_pronoun(text: str, language: str) -> bool:
    """Whether a text begins with a word that stands for something named before."""
    first = next((token.lower for token in tokens(text) if token.is_word), "")
    return first in _pronouns(language)


@functools.cache
def _pronouns(language: str) -> frozenset[str]:
    words = lexicon(language, "reporting")
    back = lexicon(language, "asking").get("back", {}).get("words", "")
    return frozenset(word for concern in _PRONOUNS for word in _listed(words.get(concern, ""))) | frozenset(
        _listed(back)
    )


def _listed(words: str | Sequence[str]) -> Sequence[str]:
    return words.split() if isinstance(words, str) else words


def without_dateline(testimony: Testimony) -> str:
    """The sentence without the place and the agency that its report opens with."""
    start, end = testimony.sentence
    opens_at = testimony.report.opens_at
    return testimony.report.text[opens_at if start < opens_at < end else start : end]


def tells(testimony: Testimony) -> bool:
    """Whether something is said to have happened or to have been said, as far as that was read."""
    statement = testimony.statement
    named = any(voice.actor or voice.person or voice.office for voice in statement.voices)
    return bool(statement.acts or named or outcomes(testimony))


def worth(candidate: Candidate, centre: Mapping[str, float], replaced: Collection[tuple[str, int]] = ()) -> float:
    """How well a sentence tells its story: near its centre, early, with a speaker and figures, in plain words; counts
    that their speaker `replaced` (by the keys of their statements) tell less."""
    testimony, text = candidate.testimony, candidate.text
    score = alike(candidate.weights, centre)
    score += {0: 0.25, 1: 0.15, 2: 0.08}.get(candidate.place, 0.0)
    score += 0.06 * bool(testimony.figures) + 0.06 * bool(testimony.speaker)
    score += _NEAR_TITLE * alike(candidate.weights, dict.fromkeys(terms(candidate.report.title), 1.0))
    score -= 0.12 * min(4, len(loaded_words(text))) + _DEEP * min(candidate.place, 20)
    score += _EVENT * (is_event(testimony.statement) and is_about_its_event(testimony))
    score -= _LATEST * (testimony.key in replaced)
    return score - _faults(candidate)


def _faults(candidate: Candidate) -> float:
    text = candidate.text
    # What does not begin as a sentence is a piece of one.
    faults = 0.5 * is_caption(text) + 0.5 * text.lstrip()[:1].islower()
    faults += 0.5 * points_back(candidate.testimony) + 0.5 * text.rstrip().endswith(("?", "؟"))
    faults += 0.4 * (len(text) < _SHORTEST) + 0.3 * (len(text) > _LONGEST)
    faults += 0.3 * (not tells(candidate.testimony)) + 0.6 * is_past(candidate.testimony)
    statement = candidate.testimony.statement
    voice = statement.speaker
    # "It said": nobody whom the line names.
    faults += 0.4 * (voice is not None and begins_with_pronoun(voice.name, candidate.report.reading.language))
    # "Moscow has not commented."
    faults += 0.4 * (statement.negated and not statement.acts and not statement.figures)
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        faults += 0.4
    return faults


def choose(
    found: Sequence[Candidate],
    most: int,
    *,
    known: Sequence[Candidate] = (),
    among: Sequence[Candidate] = (),
    replaced: Collection[tuple[str, int]] = (),
) -> list[Candidate]:
    """The statements that together tell the story: the best, then what adds to it, preferably of another outlet.

    What the `known` ones say already is left out. The story is what those `among` which they stand tell; none: these.
    """
    centre: dict[str, float] = defaultdict(float)
    for candidate in among or found:
        for term, weight in candidate.weights.items():
            centre[term] += weight
    scores = {id(candidate): worth(candidate, centre, replaced) for candidate in found}
    rest = [
        candidate
        for candidate in found
        if scores[id(candidate)] > _LEAST_WORTH and len(candidate.weights) >= _FEWEST_TERMS
    ]
    rest = [candidate for candidate in rest if repetition(candidate, known) <= _MOST_REPEATED]
    rest = [candidate for candidate in rest if not _NOTICES.search(candidate.text)]
    rest = [candidate for candidate in rest if tells(candidate.testimony) and not is_past(candidate.testimony)] or rest
    chosen: list[Candidate] = []
    while rest and len(chosen) < most:
        outlets = {candidate.report.publisher for candidate in chosen}
        best = max(
            rest,
            key=lambda candidate: (
                scores[id(candidate)]
                + _OTHER_OUTLET * (candidate.report.publisher not in outlets)
                - _REPETITION * repetition(candidate, chosen)
            ),
        )
        chosen.append(best)
        rest = [
            candidate for candidate in rest if candidate is not best and repetition(candidate, chosen) <= _MOST_REPEATED
        ]
    return chosen


def repetition(candidate: Candidate, chosen: Sequence[Candidate]) -> float:
    """How much of a sentence stands in one that is chosen already, or the other way round (0 to 1 and a bit)."""
    return max((_shared(candidate, other) for other in chosen), default=0.0)


def says_new_figure(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether it gives a toll that none of the known ones gives, however like their words its words are."""
    return bool(outcomes(candidate.testimony) - {toll for other in others for toll in outcomes(other.testimony)})


def _shared(candidate: Candidate, other: Candidate) -> float:
    mine, theirs = candidate.weights.keys(), other.weights.keys()
    share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    return share + _SAME_FIGURE * bool(_counts(candidate) & _counts(other))


def _counts(candidate: Candidate) -> set[tuple[float, float, str]]:
    return {(figure.low, figure.high, figure.counted or figure.outcome) for figure in candidate.testimony.figures}


def is_denial(testimony: Testimony) -> bool:
    """Whether somebody says in so many words that a deed was not done, or not by him."""
    return any(act.type == "denial" for act in testimony.statement.acts)


def denials(among: Sequence[Candidate]) -> list[Candidate]:
    """The statements at the top of reports in which a named speaker denies something, one a speaker."""
    denied: dict[str, Candidate] = {}
    for candidate in among:
        testimony = candidate.testimony
        voice = testimony.speaker
        if voice is None or voice.kind == "unnamed" or not is_about_its_event(testimony):
            continue
        if is_denial(testimony) or testimony.statement.negated:
            denied.setdefault(speaker_of(testimony).name, candidate)
    return list(denied.values())
