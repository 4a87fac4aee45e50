"""Follow-ups: what a short question leaves out is put back from the exchange before it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime

from index.answers.answer import Answer
from index.answers.asked import Asked
from index.answers.naming import capitalised
from index.answers.understanding import content_terms, known_language, word_asked
from index.language.lexicon import lexicon
from index.language.reporting import reporting
from index.language.terms import terms
from index.language.times import spans
from index.language.tokens import tokens
from index.language.vocabulary import marked
from index.places import mentions
from index.reports.actors import namings

# A question of so few words that matter may lean on the one before it.
_FEW = 3
# Where a time stands in a question does not depend on the day it is asked.
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)


@dataclasses.dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a chat, for questions that lean on it."""

    question: str
    answer: Answer | None = None


def completed(asked: str, wish: Asked, turns: Sequence[Turn]) -> str:
    """A question with what it leaves out put back from the question before it; as it is where it stands alone."""
    if not turns or not leans(asked, wish):
        return asked
    earlier = turns[-1].question
    if leans(earlier, wish) and len(turns) > 1:
        earlier = completed(earlier, wish, turns[:-1])
    if wish.kind == "again":
        return _again(asked, earlier)
    # What is asked anew, of the incident that was spoken of: its names and the words that tell it.
    context = " ".join(_context(earlier))
    return f"{asked.rstrip(' ?؟')} ({context})?"


def _again(asked: str, earlier: str) -> str:
    """The question before with the place, or where it has none the party, and the time that are named now instead of
    its own: "and Kyiv on Monday?", "and Israel?"."""
    of_party = _place(earlier) is None and _party(earlier) and _acts(asked)
    pieces = (_party if of_party else _place, _time)
    named = [(span, old(earlier)) for old in pieces if (span := old(asked)) is not None]
    text = earlier.rstrip(" ?؟")
    for (start, end), replaced in sorted(named, key=lambda pair: pair[1] or (0, 0), reverse=True):
        if replaced is not None:
            text = text[: replaced[0]] + asked[start:end] + text[replaced[1] :]
    whole = not named or any(replaced is None for _, replaced in named)
    return f"{text} {asked}" if whole else text


def _place(text: str) -> tuple[int, int] | None:
    """Where the last place stands that a question names."""
    named = [mention for mention in mentions(text, known_language(text)) if mention.kind == "place"]
    return (named[-1].start, named[-1].end) if named else None


def _party(text: str) -> tuple[int, int] | None:
    """Where the last party stands that a question names."""
    named = namings(text, known_language(text))
    return (named[-1].start, named[-1].end) if named else None


def _acts(asked: str) -> bool:
    """Whether a party is named that acts: "and Israel?", not "and in Israel?"."""
    span, language = _party(asked), known_language(asked)
    before = [] if span is None else [part.lower for part in tokens(asked) if part.is_word and part.end <= span[0]]
    lexicon = reporting(language)
    written_on = span is not None and not lexicon.cased and asked[: span[0]][-1:].isalpha()
    return span is not None and not written_on and not (before and before[-1] in lexicon.sets["links"])


def _time(text: str) -> tuple[int, int] | None:
    """Where the first time stands that a question names."""
    named = spans(text, known_language(text), _ANY_DAY, "UTC")
    return (named[0].start, named[0].end) if named else None


def leans(asked: str, wish: Asked) -> bool:
    """Whether a question can not be understood without the one before it."""
    language = known_language(asked)
    if wish.kind in {"again", "source"}:
        return True
    refers = bool(_pointers(language).intersection(token.lower for token in tokens(asked)))
    telling = len(content_terms(asked, language))
    if refers and telling <= 1:
        # "How many of them were in Iraq?"
        return True
    return not _named(asked, language) and (refers or telling <= _FEW)


def only_points_back(asked: str) -> bool:
    """Whether a question says nothing but that it is about something said before, such as "who said that?"."""
    language = known_language(asked)
    pointers, said = _pointers(language), marked(asked, language, "asking")
    words = [asked[said[at].start : said[at].end] for at in range(len(said)) if not said.says("words", at)]
    telling = [word for word in words if word.lower() not in pointers]
    return len(telling) < len(words) and not terms(" ".join(telling)) and not _named(asked, language)


def asks_who(asked: str) -> bool:
    """Whether a question asks who says what was said, and nothing else: "who said that?"."""
    return only_points_back(asked) and word_asked(asked, known_language(asked)) in {"who", "source", "said"}


def _pointers(language: str) -> set[str]:
    """The words of a language that point back to something said before."""
    return set(lexicon(language, "asking").get("back", {}).get("words", "").split())


def _named(asked: str, language: str) -> bool:
    """Whether a question names a place, or has anything else that is written as a name."""
    return any(mention.kind == "place" for mention in mentions(asked, language)) or bool(capitalised(asked, language))


def _context(earlier: str) -> list[str]:
    """The words of a question that say what it is about, as they are written."""
    language = known_language(earlier)
    kept = set(content_terms(earlier, language))
    return [
        token.text for token in tokens(earlier) if token.is_word and set(content_terms(token.text, language)) & kept
    ]


def retold(asked: str, turns: Sequence[Turn], now: datetime) -> Answer | None:
    """Who says what the last answer said: its claims again, each with its whole chain; None where there was none."""
    last = turns[-1].answer
    if last is None or last.kind != "answer" or not last.claims:
        return None
    lines = [f"{' → '.join(claim.attribution)}: {claim.text}" for claim in last.claims]
    return dataclasses.replace(last, question=asked, as_of=now, text="\n".join(lines))
