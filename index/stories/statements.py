"""The statements that a story's articles make: sentences with who says so, ready to be chosen from."""

from __future__ import annotations

import dataclasses
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from index.answers.attribution import Attribution
from index.answers.claims import worded
from index.answers.dates import absolute
from index.answers.evidence import Report, Sentence, report
from index.answers.gazetteer import is_place
from index.answers.heads import DATED_HEAD
from index.articles import StoredPassage
from index.language.loaded import loaded_words
from index.language.terms import terms
from index.reports.faithful import faithful
from index.stories.members import Member
from index.stories.named import credible

# What an article opens with before it says anything: a place, a day, an agency in brackets, a dash.
_DATELINE = re.compile(
    r"^(?:[A-Z][\w.'’/-]*(?:[ ,/]+[A-Z0-9][\w.'’/-]*){0,6},?\s*)?\([^()]{2,40}\)\s*[-–—]+\s*"
    r"|^[A-Z]{3,}[A-Z ,./'’-]*\s[-–—]+\s*|^\([^()]{2,40}\)\s+(?=[A-Z])"
    r"|^[A-Z]{3,}[A-Z /]*\([^()]{2,40}\)\s+(?=[A-Z])"
    # When the page was changed, or whose report it is and of which day, and the place.
    r"|^(?:Last )?[Uu]pdated\s(?:at|on|:)?\s*.{4,24}?\d{4}\s+(?:[A-Z]{4,}(?:\s[A-Z]{4,})*\s+)?(?=[A-Z])"
    r"|^(?:Reuters|AFP|AP)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s\d{1,2}\s\w{3,9}\s\d{4}\s+(?=[A-Z])"
    # A post that was set into the page: who posted it, and when.
    r"|^.{0,200}?\(@?\w{3,15}\)\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d{1,2},?\s\d{4}\s+(?=[A-Z])"
    # The page's own line above the text, with its counters.
    r"|^.{0,180}?(?<![A-Za-z])Get short URL(?:\s+Topic [^.()]{3,60}\(\d+\))?(?:\s+\d+)*\s+(?=[A-Z])"
)
# A sentence that begins so can not be understood without the one before it.
_HANGING = re.compile(
    r"^(?:he|she|they|it|its|his|her|their|this|these|that|those|there|but|and|so|however|also|instead|meanwhile|both"
    r"|(?:earlier|later),? (?:the|he|she|they|it)"
    r"|such|another|others|the latter|the former|the statement|the group|the source|the sources|the official|who)\b",
    re.IGNORECASE,
)
# What it is about was said before.
_BACK = re.compile(
    r"\b(?:den|reject|refut|dismiss)\w*\s+(?:it|that and|this|them|both)\b|\bsuch (?:a|an)\b", re.IGNORECASE
)
_NOTICES = re.compile(
    r"©|\bclick\b|\bsubscribe\b|\bphoto\b|\bread more\b|get short url|share this|\btags\b|top tweet|editor['’]s note"
    r"|\bsign up\b|\bnewsletter\b|\bnever miss\b|\bfollow us\b|\bour (?:telegram|whatsapp|youtube) channel\b"
    r"|all rights reserved"
    r"|^(?:reuters|afp|ap photo|sputnik)\b",
    re.IGNORECASE,
)
# A heading of the page that ran into the sentence after it: "… siege The area is adjacent to …".
_OPENS = (
    r"(?:The|An?|In|On|At|It|He|She|They|But|These|According|Another|Earlier|Later|Meanwhile|Two|Three|Four|Five|Six"
    r"|Seven|Eight|Nine|Ten|Several|Dozens)"
)
_GLUED = re.compile(rf"(?<!the )\b[a-z]{{3,}} {_OPENS} [a-zA-Z]{{2,}}")
# Where the sentence may begin after such a heading, or after the name of a place as one.
_AFTER_HEADING = re.compile(rf"(?<=\w )(?={_OPENS} [a-z]{{2,}})")
_HEADING_SAYS = 0.6
_PLACE_WORDS = 4
_REST = 60
# Whoever writes so argues; a report has somebody who says it.
_ARGUES = re.compile(r"\b(?:we|our|us|must|should|ought|has to|have to|let us|barbarity|atrocities)\b", re.IGNORECASE)
_CROWD = re.compile(r"^(?:much of|many|most|some of|several)\b", re.IGNORECASE)
# A caption or a heading has no verb; one after a hyphen, as in rebel-held, is none.
_VERB = re.compile(
    r"(?<![-\w])(?:\w+ed|is|are|was|were|has|have|had|says?|will|would|can|could|may|might|hit|struck|took|told|made|left"
    r"|began|fell|fled|shot|put|set|held|gave|said|kills?|came|went|saw|wrote|sent|brought|lost|found|seeks?|vows?)\b"
)
# What lies so long before the report was written is background.
_BACKGROUND = timedelta(days=14)
_SHORTEST, _LONGEST = 45, 340
_SENTENCES_READ = 40
_LEAST_WORTH = 0.1
_NEAR_TITLE = 0.3
_DEEP = 0.01
_FEWEST_TERMS = 5
_OTHER_OUTLET = 0.12
_REPETITION = 0.5
_SAME_FIGURE = 0.2
_MOST_REPEATED = 0.5


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence of a member's text, the dateline left out, with who says so and its weighted terms."""

    member: Member
    report: Report
    sentence: Sentence
    attribution: Attribution
    weights: Mapping[str, float]

    @property
    def place(self) -> int:
        return self.sentence.number

    @property
    def text(self) -> str:
        return self.sentence.text


def statements(member: Member, passages: Sequence[StoredPassage], rarity: Mapping[str, float]) -> list[Statement]:
    """The sentences at the top of an article; `rarity` weighs terms, a term not in it counts little."""
    if not passages:
        return []
    read = report(passages)
    found = []
    for sentence, who in zip(read.sentences[:_SENTENCES_READ], read.attributions, strict=False):
        opening = _DATELINE.match(sentence.text) or DATED_HEAD.match(sentence.text)
        cut = opening.end() if opening else 0
        cut += _heading(sentence.text[cut:])
        told = dataclasses.replace(sentence, start=sentence.start + cut, text=sentence.text[cut:])
        if told.text.strip():
            counts = Counter(told.terms)
            weights = {term: (1 + math.log(count)) * rarity.get(term, 0.1) for term, count in counts.items()}
            found.append(Statement(member, read, told, credible(who, member.publisher, member.title), weights))
    return found


def _heading(text: str) -> int:
    """How long the heading is that ran into a sentence: a place, or words that the sentence says again."""
    for found in _AFTER_HEADING.finditer(text[:200]):
        head, rest = text[: found.start()].strip(), text[found.start() :]
        words, said = set(terms(head)), set(terms(rest))
        says_again = len(words & said) >= _HEADING_SAYS * max(1, len(words))
        place = is_place(head) or (head.istitle() and len(head.split()) < _PLACE_WORDS and is_place(head.split()[0]))
        if len(rest) >= _REST and (place or (len(words) > 2 and says_again)):
            return found.start()
    return 0


def told(statement: Statement) -> str:
    """The sentence as a claim, in the wording of answers; unchanged where anything else would not be faithful."""
    wording = worded(statement.sentence, statement.report, statement.attribution)
    return wording.text if faithful(wording.text, statement.text) else statement.text


def rarity(texts: Sequence[str]) -> dict[str, float]:
    """How telling each term is among these texts: what all of a story's articles share tells most of the story."""
    counts = Counter(term for text in texts for term in set(terms(text)))
    return {term: math.log(1 + count) for term, count in counts.items()}


def alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of two weighted sets of terms."""
    dot = sum(weight * other[term] for term, weight in one.items() if term in other)
    norms = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return dot / norms if norms else 0.0


def worth(statement: Statement, centre: Mapping[str, float]) -> float:
    """How well a statement tells its story: near its centre, early, with a speaker and figures, in plain words."""
    text = statement.text
    score = alike(statement.weights, centre)
    score += {0: 0.25, 1: 0.15, 2: 0.08}.get(statement.place, 0.0)
    score += 0.06 * bool(statement.sentence.figures) + 0.06 * bool(statement.attribution.speaker)
    score += _NEAR_TITLE * alike(statement.weights, dict.fromkeys(terms(statement.member.title), 1.0))
    score -= 0.12 * min(4, len(loaded_words(text))) + _DEEP * min(statement.place, 20)
    return score - _faults(statement)


def has_verb(text: str) -> bool:
    """Whether it says something: a caption or a heading has no verb."""
    return bool(_VERB.search(text))


def hangs(text: str) -> bool:
    """Whether a text begins with what was named before it."""
    return bool(_HANGING.match(text))


def points_back(statement: Statement) -> bool:
    """Whether a statement can not be understood without the one before it."""
    return bool(hangs(statement.text) or _BACK.search(statement.text))


def reads_alone(statement: Statement) -> bool:
    """Whether it can be told by itself: it does not point back, and is no notice or heading of the page."""
    return not (points_back(statement) or _NOTICES.search(statement.text) or _GLUED.search(statement.text))


def is_background(statement: Statement) -> bool:
    """Whether a statement is about what was long past when it was written."""
    written = statement.report.written
    spans = absolute(statement.text, written) if written else ()
    return bool(spans) and written is not None and all(span.last < written - _BACKGROUND for span in spans)


def speaks_for_a_crowd(statement: Statement) -> bool:
    """Whether it says what many do, in passing, rather than who says so."""
    return bool(_CROWD.match(statement.text))


def _is_no_news(statement: Statement) -> bool:
    """Whether it is background, opinion, or a heading that ran into a sentence: told where there is nothing else."""
    argues = not statement.attribution.speaker and bool(_ARGUES.search(statement.text))
    return argues or is_background(statement) or bool(_GLUED.search(statement.text))


def says_new_figure(statement: Statement, known: Sequence[Statement]) -> bool:
    """Whether it gives a toll that none of the known ones gives, however like their words its words are."""
    given = {(one.low, one.high, one.outcome) for one in statement.sentence.figures if one.outcome}
    before = {(one.low, one.high, one.outcome) for other in known for one in other.sentence.figures}
    return bool(given - before)


def _faults(statement: Statement) -> float:
    text = statement.text
    faults = 0.5 * points_back(statement) + 1.0 * bool(_NOTICES.search(text)) + 0.5 * text.endswith("?")
    faults += 0.4 * (len(text) < _SHORTEST) + 0.3 * (len(text) > _LONGEST)
    # A page's own headline run into its first sentence tells nothing that the headline has not.
    title = statement.member.title.lower().rstrip(".")
    faults += 0.8 * (len(title) > 15 and title in text.lower())
    if not text[-1:] or text[-1] not in ".!?\"”'’)":
        faults += 0.3
    faults += 0.5 * (not has_verb(text)) + 0.6 * _is_no_news(statement)
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        faults += 0.4
    return faults


def choose(
    found: Sequence[Statement], most: int, *, known: Sequence[Statement] = (), among: Sequence[Statement] = ()
) -> list[Statement]:
    """The statements that together tell the story: the best, then what adds to it, preferably of another outlet.

    What the `known` ones say already is left out. The story is what those `among` which they stand tell; none: these.
    """
    centre: dict[str, float] = defaultdict(float)
    for statement in among or found:
        for term, weight in statement.weights.items():
            centre[term] += weight
    scores = {id(one): worth(one, centre) for one in found}
    chosen: list[Statement] = []
    rest = [one for one in found if scores[id(one)] > _LEAST_WORTH and len(one.weights) >= _FEWEST_TERMS]
    rest = [one for one in rest if repetition(one, known) <= _MOST_REPEATED and not _NOTICES.search(one.text)]
    rest = [one for one in rest if not one.weights.keys() <= set(terms(one.member.title))]
    rest = [one for one in rest if not _is_no_news(one)] or rest
    while rest and len(chosen) < most:
        outlets = {one.member.publisher for one in chosen}
        best = max(
            rest,
            key=lambda one: (
                scores[id(one)]
                + _OTHER_OUTLET * (one.member.publisher not in outlets)
                - _REPETITION * repetition(one, chosen)
            ),
        )
        chosen.append(best)
        rest = [one for one in rest if one is not best and repetition(one, chosen) <= _MOST_REPEATED]
    return chosen


def repetition(one: Statement, chosen: Sequence[Statement]) -> float:
    """How much of a statement stands in one that is chosen already, or the other way round (0 to 1 and a bit)."""
    return max((_shared(one, other) for other in chosen), default=0.0)


def _shared(one: Statement, other: Statement) -> float:
    mine, theirs = one.weights.keys(), other.weights.keys()
    share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    return share + _SAME_FIGURE * bool(_counts(one) & _counts(other))


def _counts(statement: Statement) -> set[tuple[float, float, str]]:
    return {(one.low, one.high, one.head or one.outcome) for one in statement.sentence.figures}
