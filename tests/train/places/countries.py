"""Countries with their names in our languages (CLDR) and the adjectives to them (a file of ours, and rules)."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping

from babel import Locale

from index.places.keys import SCRIPTS, script_of
from index.places.table import LANGUAGES
from tests.train.places.row import Row
from tests.train.places.sources import geonames, geonames_countries, lines, listed

_PARTS = {"150": "europe", "002": "africa", "142": "asia"}
_ASIDE = re.compile(r"\s*\(.*\)| SAR .*|\s+[-–]\s+.*")


def countries() -> Iterator[Row]:
    """Every country and territory with a name of its own, and three parts of the world."""
    said = {row[0]: [listed(cell) for cell in (*row[1:], "", "", "")[:5]] for row in lines("demonyms.tsv")}
    towns = _towns_by_country()
    for code in sorted(geonames_countries()):
        if code not in Locale("en").territories or code not in towns:
            continue
        english, french, spanish, named, adjectives = said.get(code, [()] * 5)
        names = _names(code, named)
        middle = [statistics.median(town[axis] for town in towns[code]) for axis in ("latitude", "longitude")]
        zones = {town["timezone"] for town in towns[code]}
        yield Row(
            code, names["en"][0], "country", code, middle[0], middle[1],
            population=int(geonames_countries()[code]["population"]),
            zone=zones.pop() if len(zones) == 1 else "",
            names=names,
            others=tuple(name for name in named if name[2:3] != ":"),
            adjectives=_latin(english, french, spanish) | _other(names, adjectives),
        )  # fmt: skip
    for number, part in _PARTS.items():
        names = {language: (str(Locale(language).territories[number]),) for language in LANGUAGES}
        yield Row(part, names["en"][0], "area", "", names=names)


def _towns_by_country() -> Mapping[str, list[Mapping[str, float]]]:
    found = defaultdict(list)
    for town in geonames().values():
        found[town["countrycode"]].append(town)
    return found


def _names(code: str, named: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The usual name in each language first, then those of its alphabet."""
    names = {}
    for language in LANGUAGES:
        usual = [name[3:] for name in named if name.startswith(f"{language}:")]
        formal = str(Locale(language).territories.get(code, Locale("en").territories[code]))
        plain = _ASIDE.sub("", formal) if code not in {"CG", "CD"} else formal
        names[language] = tuple(dict.fromkeys([*usual, plain, formal]))
    return names


def _latin(english: tuple[str, ...], french: tuple[str, ...], spanish: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {
        "en": tuple(form for word in english for form in (word, f"{word}s")),
        "fr": tuple(form for word in french for form in _french(word)),
        "es": tuple(form for word in spanish for form in _spanish(word)),
    }


def _french(word: str) -> Iterator[str]:
    feminine = f"{word}ne" if word.endswith("en") else word if word.endswith("e") else f"{word}e"
    yield from (word, f"{word}s", feminine, f"{feminine}s")


def _spanish(word: str) -> Iterator[str]:
    yield word
    if word.endswith("o"):
        yield from (f"{word[:-1]}a", f"{word}s", f"{word[:-1]}as")
    elif word[-2:] in {"és", "án"}:
        bare = word[:-2] + {"é": "e", "á": "a"}[word[-2]] + word[-1]
        yield from (f"{bare}a", f"{bare}es", f"{bare}as")
    else:
        yield from (f"{word}s", f"{word}es")


def _other(names: Mapping[str, tuple[str, ...]], said: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The adjectives of the other alphabets: those of the file, and where it has none those that rules make."""
    found = {}
    for language, make in (("ar", _arabic), ("he", _hebrew), ("ru", _slavic), ("uk", _slavic)):
        words = [word for word in said if script_of(word) == SCRIPTS[language]] or make(names[language][0])
        found[language] = tuple(form for word in words for form in _forms(word))
    return found


def _forms(word: str) -> Iterator[str]:
    script = script_of(word)
    if script == "arabic":
        for article in ("", "ال"):
            yield from (f"{article}{word}{ending}" for ending in ("", "ة", "ين", "ون", "ات", "ان", "تين"))
    elif script == "hebrew":
        yield from (f"{word}{ending}" for ending in ("", "ת", "ם", "ים", "ות", "ה"))
    else:
        yield word


def _arabic(name: str) -> Iterator[str]:
    if " " not in name:
        yield re.sub(r"(?:يا|ا|ة|ي)$", "", name.removeprefix("ال")) + "ي"


def _hebrew(name: str) -> Iterator[str]:
    if " " not in name:
        yield re.sub(r"(?:יה|ה)$", "", name) + "י"


def _slavic(name: str) -> Iterator[str]:
    ukrainian = bool(re.search("[іїє]", name))
    if re.search(r"[ -]", name):
        return
    ending = "ський" if ukrainian or re.search("[’ʼ']", name) else "ский"
    stem = re.sub(r"(?:ия|ія)$", lambda match: f"{match[0][0]}й", name.casefold())
    yield re.sub(r"[аяоеиьй]$", "", stem) + ending if stem == name.casefold() else stem + ending
