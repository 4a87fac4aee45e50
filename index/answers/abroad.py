"""Answering in one language from articles in another: no word of the question stands in them, so sentences are
compared by their meaning. What is quoted stays in the language it was written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.answers.evidence import Report, Sentence
from index.answers.question import Question
from index.answers.ranking import Candidate
from index.articles import Hit
from index.language.languages import language_of

Nearness = Callable[[str, Sequence[str]], Sequence[float]]

# The sentences compared: those of the passages found first.
_PASSAGES, _SENTENCES = 10, 40
# A sentence this much less near than the best does not answer the same question.
_BEHIND = 0.02
# How much nearer the best must be where the reports lack a name of the question, and what a missing number costs.
_NAMELESS, _NUMBERLESS = 0.03, 0.015
_HOW_MANY = re.compile(
    r"^\W*(?:how (?:many|much)|كم|چند|скільки|сколько|כמה|combien|cu[aá]nt[oa]s?)\b|\bd'?entre combien\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?<=[\w,] )(?:[A-ZÀ-Ý][a-zà-ÿ'’]+|[А-ЯІЇЄҐ][а-яіїєґ'’]+)")
_LETTERS = {
    **dict(zip("бвгґдзклмнпрстфхц", "bvhhdsklmnprstfhs", strict=True)),
    **dict.fromkeys("жшщч", "s"),
    **dict(zip("bcdfghjklmnpqrstvwxz", "bkdfhhsklmnpkrstvvks", strict=True)),
}


def own_and_foreign(question: Question, hits: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The passages that the question's words can be held against, and those to be compared by meaning.

    How words count was learned from English questions on English reports, so every other question goes by meaning.
    """
    if language_of(question.text) != "en":
        return [], list(hits)
    own = [hit for hit in hits if language_of(hit.passage.text) == "en"]
    known = {hit.passage.passage_id for hit in own}
    return own, [hit for hit in hits if hit.passage.passage_id not in known]


def across(
    question: Question, reports: Sequence[Report], hits: Sequence[Hit], nearness: Nearness, *, least: float
) -> list[Candidate]:
    """The sentences that mean what is asked, nearest first; none where the nearest is not near enough."""
    sought = {hit.passage.passage_id for hit in hits[:_PASSAGES]}
    told = [(s, each) for each in reports for s in each.sentences if s.passage.passage_id in sought][:_SENTENCES]
    if not told:
        return []
    near = nearness(question.text, [sentence.text for sentence, _ in told])
    found = [
        Candidate(sentence, each, {}, score - _cost(question, sentence))
        for (sentence, each), score in zip(told, near, strict=True)
    ]
    found.sort(key=lambda one: (-one.score, one.sentence.passage.passage_id, one.sentence.start))
    enough = least + (_NAMELESS if _lacks_a_name(question, found[0].report) else 0.0)
    best = found[0].score
    return [one for one in found if one.score >= max(least, best - _BEHIND)] if best >= enough else []


def _cost(question: Question, sentence: Sentence) -> float:
    counting = _HOW_MANY.search(question.text)
    return _NUMBERLESS if counting and not _NUMBER.search(sentence.text) else 0.0


def _lacks_a_name(question: Question, told: Report) -> bool:
    """Whether a report lacks a name of the question, by its consonants. Scripts without capitals tell no names."""
    held = {skeleton(word) for word in _words(told)}
    wanted = [skeleton(name) for name in _NAME.findall(question.text)]
    return bool(held) and any(len(name) > 1 and not any(_alike(name, one) for one in held) for name in wanted)


def _words(report: Report) -> list[str]:
    text = " ".join([report.title, *(sentence.text for sentence in report.sentences)])
    return re.findall(r"\b[A-ZÀ-ÝА-ЯІЇЄҐ][\w'’]+", text)


def skeleton(name: str) -> str:
    """A name's consonants in one alphabet: what is left of it whichever of the two alphabets it is written in."""
    plain = name.lower().replace("sh", "s").replace("ch", "s").replace("kh", "h").replace("ph", "f")
    letters = [_LETTERS[character] for character in plain if character in _LETTERS]
    return "".join(letter for place, letter in enumerate(letters) if place == 0 or letter != letters[place - 1])


def _alike(one: str, other: str) -> bool:
    """Endings differ by grammar: the first consonants count."""
    length = max(2, min(len(one), len(other), 4))
    return abs(len(one) - len(other)) <= 2 and one[:length] == other[:length]
