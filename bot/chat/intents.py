"""What a message without a command is: a question, or something that must not be answered with news of a war.

`Intents` is the seam; `WordIntents` goes by the phrases of the catalogues, in all languages at once: people greet in
another language than their telephone's. `HeadIntents` asks a trained head over the question's vector as well.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Protocol

from bot.chat.hours import is_hour
from bot.wording.texts import languages, texts_for
from index.errors import SitrepError


class Intent(enum.StrEnum):
    QUESTION = "question"
    PLACE = "place"
    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    ABOUT = "about"
    WISH = "wish"
    LINK = "link"
    TIME = "time"
    NOTHING = "nothing"


@dataclasses.dataclass(frozen=True, slots=True)
class Heard:
    """What a message is; `command` is what fulfils a wish. `guessed`: by its likeness to other messages alone."""

    intent: Intent
    command: str | None = None
    guessed: bool = False


class Intents(Protocol):
    """Tells what people say."""

    def of(self, text: str) -> Heard: ...


_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:com|org|net|ua|ru|il|fr|es|uk|info|news|me)/\S*", re.IGNORECASE)
# Which words of the catalogues mean what; the first that fits counts.
_PHRASES = {
    "words-small-talk": Heard(Intent.GREETING),
    "words-thanks": Heard(Intent.THANKS),
    "words-farewell": Heard(Intent.FAREWELL),
    "words-about": Heard(Intent.ABOUT),
    "words-stop": Heard(Intent.WISH, "stop"),
    "words-forget": Heard(Intent.WISH, "forget"),
    "words-export": Heard(Intent.WISH, "export"),
    "words-subscribe": Heard(Intent.WISH, "subscribe"),
    "words-language": Heard(Intent.WISH, "language"),
    "words-settings": Heard(Intent.WISH, "settings"),
    "words-brief": Heard(Intent.WISH, "brief"),
    "words-nothing": Heard(Intent.NOTHING),
}
# Scripts that are written without blanks have no words to tell apart here.
_MOST_WORDS = 12


class WordIntents:
    """By whole phrases, with words of courtesy around them. Whatever holds anything else is a question."""

    def of(self, text: str) -> Heard:
        written = text.strip()
        if not any(character.isalnum() for character in written):
            return Heard(Intent.NOTHING)
        if _LINK.fullmatch(written):
            return Heard(Intent.LINK)
        if is_hour(written):
            return Heard(Intent.TIME)
        words = tuple(bare(written).split())
        if len(words) > _MOST_WORDS:
            return Heard(Intent.QUESTION)
        return self._by_phrases(words) or Heard(Intent.QUESTION)

    def _by_phrases(self, words: tuple[str, ...]) -> Heard | None:
        """The phrases that make up the whole message; of several the last counts: hello, please stop."""
        phrases, polite, longest = _phrases(), _polite(), _longest()
        heard, weight = None, -2
        place = 0
        while place < len(words):
            for count in range(min(longest, len(words) - place), 0, -1):
                said = phrases.get(" ".join(words[place : place + count]))
                if said is not None:
                    # "Help" is a question about the bot; in "thanks for your help" it is courtesy.
                    courtesy = count == 1 and words[place] in polite
                    if (weighs := -1 if courtesy else _weight(said)) >= weight:
                        heard, weight = said, weighs
                    place += count
                    break
            else:
                if words[place] not in polite:
                    return None
                place += 1
        return heard


# What a trained head calls what is no question.
_LABELS = {
    "greeting": Heard(Intent.GREETING),
    "thanks": Heard(Intent.THANKS),
    "farewell": Heard(Intent.FAREWELL),
    "bot": Heard(Intent.ABOUT),
    "name": Heard(Intent.PLACE),
    "link": Heard(Intent.LINK),
    "nothing": Heard(Intent.NOTHING),
    "unsubscribe": Heard(Intent.WISH, "stop"),
} | {
    command: Heard(Intent.WISH, command)
    for command in ("subscribe", "language", "forget", "help", "sources", "brief", "timezone", "export")
}


# Every single word that ends something is among the phrases; "more" is none.
_NEVER_BY_ONE_WORD = frozenset({"unsubscribe", "forget", "farewell"})


class HeadIntents:
    """By phrases where a whole message is made of them, else by a trained head: `talk` gives its label of what is no
    question, None where it is one or the head does not know."""

    def __init__(self, talk: Callable[[str], str | None]) -> None:
        self._talk = talk
        self._words = WordIntents()

    def of(self, text: str) -> Heard:
        heard = self._words.of(text)
        if heard.intent is not Intent.QUESTION:
            return heard
        try:
            label = self._talk(text)
        except SitrepError:
            # Without its model the bot says so when it answers, not here.
            return heard
        if label not in _LABELS or (label in _NEVER_BY_ONE_WORD and len(text.split()) == 1):
            return heard
        return dataclasses.replace(_LABELS[label], guessed=True)


def _weight(heard: Heard) -> int:
    """What counts most in a message of several parts: a wish, then a question about the bot, then manners."""
    return {Intent.WISH: 2, Intent.ABOUT: 1}.get(heard.intent, 0)


def bare(text: str) -> str:
    """Letters alone: no case, no vowel signs or accents, no punctuation."""
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    plain = "".join(c if c.isalnum() else "" if c in "'’ʼ׳״\"" else " " for c in letters)
    return " ".join(plain.replace("أ", "ا").replace("إ", "ا").split())


@functools.cache
def _phrases() -> Mapping[str, Heard]:
    found: dict[str, Heard] = {}
    for key, heard in _PHRASES.items():
        for phrase in _catalogued(key):
            found.setdefault(phrase, heard)
    return found


@functools.cache
def _polite() -> frozenset[str]:
    return frozenset(word for phrase in _catalogued("words-polite") for word in phrase.split())


@functools.cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _phrases())


def _catalogued(key: str) -> list[str]:
    return [bare(phrase) for name in languages() for phrase in re.split(r"[,،]", texts_for(name).plain(key))]
