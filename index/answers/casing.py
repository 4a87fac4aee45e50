"""Names in questions that nothing marks as names: typed without capitals, or in a script that has none."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from index.language.reporting import folded, reporting
from index.language.tokens import Token, tokens
from index.language.vocabulary import marked
from index.places import Mention, Place, find, names
from index.reports.actors import namings

# Names of so many words are looked for, of so many letters at least.
_MOST_WORDS = 3
_LETTERS = 4
_INITIALS = 3
# Languages in which a name has one form.
UNDECLINED = frozenset({"en", "fr", "es"})
# What a place of the table is whose name alone tells it.
_TELLING = 2
_LARGE = 100_000
# What is named by the word behind it.
_FACILITIES = frozenset({"hospitals", "schools", "camps"})


def with_capitals(text: str, language: str) -> str:
    """A question with capitals for the places and actors that it names, where none of its words but the first has one;
    as long as before, letter for letter."""
    parts = [part for part in tokens(text) if part.is_word]
    if any(part.text != part.text.lower() for part in parts[1:]):
        return text
    links = reporting(language).sets["links"]

    def is_name(at: int, words: Sequence[Token]) -> bool:
        return _is_name(text, words, language, is_behind=at > 0 and folded(parts[at - 1].text) in links)

    written = text
    for part in itertools.chain.from_iterable(_longest(parts, is_name)):
        written = written[: part.start] + _written(part.text, language) + written[part.end :]
    return written


def places_named(text: str, language: str) -> tuple[Mention, ...]:
    """The places that a question without capitals names by their names alone, where no word says that they are some."""
    parts = [part for part in tokens(text) if part.is_word] if not reporting(language).cased else []
    named: list[Mention] = []
    for words in _longest(parts, lambda _at, words: _place(text, words, language) is not None):
        place, start, end = _place(text, words, language), words[0].start, words[-1].end
        if place is not None:
            named.append(Mention(place, start, end, text[start:end]))
    return tuple(named)


def facilities_named(text: str, language: str) -> list[str]:
    """The names of hospitals, bases, crossings and the like in a question without capitals: the word behind what they
    are, and one more where that is short. What has an article is no such name's first word: "the American base"."""
    if reporting(language).cased:
        return []
    said, asking = marked(text, language, "counting"), marked(text, language, "asking")
    behind: list[str] = []
    for at in range(len(said)):
        sense, site = said.sense("concepts", at), asking.sense("sites", at)
        is_facility = sense.meaning in _FACILITIES
        is_site = bool(site.meaning) and not said.key(at).startswith(reporting(language).article)
        first = at + (sense.length if is_facility else 1)
        if not (is_facility or is_site) or first >= len(said):
            continue
        last = min(first + (len(said.key(first)) < _LETTERS), len(said) - 1)
        name = text[said[first].start : said[last].end]
        if len(name) >= _LETTERS and not any(_is_plain(said.key(word), language) for word in (first, last)):
            behind.append(name)
    return behind


def _is_plain(word: str, language: str) -> bool:
    """Whether a word is none of a name: a mark, one that only asks, one that leads to a place, or a party's."""
    leads = folded(word) in reporting(language).leading
    return not word.isalpha() or leads or only_asks(word, language) or bool(namings(word, language))


def _longest(parts: Sequence[Token], fits: Callable[[int, Sequence[Token]], bool]) -> Iterator[Sequence[Token]]:
    """The runs of words that fit, from the first on, at each place the longest; `fits` gets where a run begins, too."""
    at = 0
    while at < len(parts):
        runs = (parts[at : at + size] for size in range(min(_MOST_WORDS, len(parts) - at), 0, -1))
        run = next((words for words in runs if fits(at, words)), ())
        if run:
            yield run
        at += max(1, len(run))


def _place(text: str, words: Sequence[Token], language: str) -> Place | None:
    if only_asks(words[0].text, language) or only_asks(words[-1].text, language):
        return None
    place = _called(text[words[0].start : words[-1].end], language)
    return place if place is not None and (len(words) > 1 or _tells(place)) else None


def _called(name: str, language: str) -> Place | None:
    """The place that is called so in a language, and whose name means nothing else there."""
    found = find(name, language)[:1]
    if len(name) < _LETTERS or not found or found[0].common:
        return None
    called = {other.casefold() for other in (found[0].place.name, *names(found[0].place, language))}
    return found[0].place if language not in UNDECLINED or name.casefold() in called else None


def _is_name(text: str, words: Sequence[Token], language: str, *, is_behind: bool) -> bool:
    """Whether some words are a name that tells itself; `is_behind` a preposition, any name of a place is one."""
    if only_asks(words[0].text, language) or only_asks(words[-1].text, language):
        return False
    name = text[words[0].start : words[-1].end]
    place = _called(name, language)
    if place is not None and (is_behind or _tells(place)):
        return True
    return len(name) >= _INITIALS and _is_actor(" ".join(_written(word.text, language) for word in words), language)


def only_asks(word: str, language: str) -> bool:
    """Whether a word is none of a name: it asks, or only determines."""
    return any(
        marked(word, language, concern).says(listing, 0)
        for concern, listing in (("asking", "words"), ("counting", "determiners"))
    )


def _tells(place: Place) -> bool:
    return place.prominent == _TELLING or place.population >= _LARGE


def _is_actor(name: str, language: str) -> bool:
    named = namings(name, language)
    return bool(named) and named[0].start == 0 and named[0].end == len(name)


def _written(word: str, language: str) -> str:
    """A word as a name is written: in capitals throughout where an actor is called so and not otherwise."""
    titled, initials = word[:1].upper() + word[1:], word.upper()
    return initials if _is_actor(initials, language) and not _is_actor(titled, language) else titled
