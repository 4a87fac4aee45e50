"""The words of time in a text, each with the classes that it is of: `lexicons/LANGUAGE.times.toml`, and CLDR's months
and weekdays, through babel.

A key is a class and its value, its forms may be of several words, and one that ends in `*` takes any ending. Classes:
`day` (days from today), `unit`, `two` (a dual), `number`, `ago` (after a count), `before_count`, `rolling` (the last so
many), `previous`, `this`, `next`, `current` (this week in one word), `since`, `until`, `in`, `to`, `and`, `between`,
`future` (makes a weekday one to come), `part` of a month or a year, `weekend`, `season`, `feast` (a time that we can
not date), `plural` (of a unit), `plain` (no time at all), and `weekday` and `month` where CLDR's forms do not do.
"""

from __future__ import annotations

import dataclasses
import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence

from index.language.lexicon import lexicon

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ\"״׳][^\W\d_]+)*|[-–—/]")
# A stem may have so many letters after it.
_ENDING = 4
# Russian and Ukrainian bend the names: the lexicon has their stems.
_BENT = frozenset({"ru", "uk"})


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase, the classes of time words that it is of, and their values."""

    text: str
    start: int
    end: int
    classes: Mapping[str, str]
    # What a letter written together with it says: "since" for the first one of "from Monday" in Hebrew.
    prefix: str = ""


def words_of(text: str, language: str) -> list[Word]:
    """The words of a text; of phrases of time the longest that stand there."""
    forms = _forms(language)
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    # "Monday's attack", "last week's raid": of that time.
    owned = "'s" if language == "en" else ""
    folded = [_folded(token).removesuffix(owned) for token, _, _ in tokens]
    found = []
    at = 0
    while at < len(tokens):
        classes, count, prefix = forms.at(folded, at)
        start, end = tokens[at][1], tokens[at + count - 1][2]
        found.append(Word(text[start:end], start, end, classes, prefix))
        at += count
    return found


@dataclasses.dataclass(frozen=True, slots=True)
class _Forms:
    """What is known of a language's words of time."""

    phrases: Mapping[tuple[str, ...], Mapping[str, str]]
    stems: Mapping[str, Mapping[str, str]]
    prefixes: Mapping[str, str]

    def at(self, folded: Sequence[str], at: int) -> tuple[Mapping[str, str], int, str]:
        """The classes of what stands there, of how many words it is, and what its prefix says."""
        if folded[at].isdigit():
            return {"digits": str(int(folded[at]))}, 1, ""
        for count in range(min(max(map(len, self.phrases)), len(folded) - at), 0, -1):
            phrase = tuple(folded[at : at + count])
            if phrase in self.phrases:
                return self.phrases[phrase], count, ""
            for prefix, says in self.prefixes.items():
                rest = (phrase[0].removeprefix(prefix), *phrase[1:])
                if rest != phrase and len(rest[0]) > 1 and rest in self.phrases:
                    return self.phrases[rest], count, says
        for length in range(len(folded[at]), max(2, len(folded[at]) - _ENDING - 1), -1):
            classes = self.stems.get(folded[at][:length])
            if classes is not None:
                return classes, 1, ""
        return {}, 1, ""


@functools.cache
def _forms(language: str) -> _Forms:
    phrases: dict[tuple[str, ...], dict[str, str]] = {}
    stems: dict[str, dict[str, str]] = {}

    def add(form: str, name: str, value: str) -> None:
        if form.endswith("*"):
            stems.setdefault(_folded(form[:-1]), {})[name] = value
        else:
            parts = tuple(_folded(match[0]) for match in _TOKEN.finditer(form))
            phrases.setdefault(parts, {})[name] = value

    listed = lexicon(language, "times")
    for key, forms in listed.items():
        name, _, value = key.partition(" ")
        if name != "prefixes":
            for form in forms:
                add(form, name, value)
    if language not in _BENT:
        for name, known in (("weekday", "days"), ("month", "months")):
            for form, number in _of_cldr(language, known):
                add(form, name, str(number))
    prefixes = {_folded(prefix): says for prefix, says in listed.get("prefixes", {}).items()}
    return _Forms(phrases, stems, prefixes)


def _of_cldr(language: str, known: str) -> list[tuple[str, int]]:
    """CLDR's names of weekdays from Monday, or of months, written out and short ones of three letters and more."""
    from babel import Locale

    locales = [Locale(language), *((Locale("ar", country) for country in ("DZ", "LB")) if language == "ar" else ())]
    found = [("sept", 9)] if (language, known) == ("en", "months") else []
    for locale in locales:
        for widths in getattr(locale, known).values():
            for width in ("wide", "abbreviated"):
                names = ((name.rstrip("."), number) for number, name in widths.get(width, {}).items())
                found.extend((name, number) for name, number in names if len(name) > 2)
    return found


def _folded(token: str) -> str:
    """Small letters without accents and vowel signs; apostrophes, hamzas, dashes and digits of one kind."""
    plain = unicodedata.normalize("NFKD", token.lower().replace("’", "'").replace("ʼ", "'").replace("״", '"'))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.replace("ى", "ي").replace("ة", "ه").replace("–", "-").replace("—", "-")
    return "".join(str(unicodedata.digit(letter)) if letter.isdigit() else letter for letter in plain)
