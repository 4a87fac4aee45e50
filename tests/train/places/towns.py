"""GeoNames' towns: which of them, and which of their names."""

from __future__ import annotations

import dataclasses
import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from babel import Locale

from index.places.keys import fold, name_key, script_of
from index.places.table import LANGUAGES
from tests.train.places import local
from tests.train.places.row import Row
from tests.train.places.sources import ELSEWHERE, TOWNS_ONLY, WARS, geonames, geonames_countries, lines, listed
from tests.train.places.words import allowed, written_often

_RENAMED = {"Europe/Kiev": "Europe/Kyiv", "Asia/Rangoon": "Asia/Yangon", "Asia/Calcutta": "Asia/Kolkata"}
_ALPHABETS = {
    "ar": re.compile(r"[ء-غف-ي\s-]+"),
    "he": re.compile(r"[א-ת\s'\"׳״-]+"),
    "ru": re.compile(r"[а-яё\s'-]+", re.IGNORECASE),
    "uk": re.compile(r"[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя\s'’ʼ-]+", re.IGNORECASE),
    "en": re.compile(r"[A-Za-z\s'’-]+"),
    "es": re.compile(r"[A-Za-zÁÉÍÓÚáéíóúüñÑ\s'-]+"),
    "fr": re.compile(r"[A-Za-zÀÂÇÈÉÊËÎÏÔÛàâçèéêëîïôûùü\s'’-]+"),
}
_NOT_OURS = re.compile("[\u030c\u0328\u030a\u030b\u0337\u0338\u031b\u0309]|[łŁøØđĐßæÆœŒþÞðÐıİəƏŋŊħĦ]")
# Where every town counts, those whose people nobody counted do, too.
_ALL = 500
_WELL_KNOWN, _NAMED_IN_WARS = 100_000, 10_000
# How much more often another name must be written before it is the usual one.
_USUAL = 0.7
_ALIKE = 0.5


def towns() -> Iterator[Row]:
    """The towns of the table in order of their numbers."""
    cities, called, small = _cities_of_zones(), _called(), local.named()
    capitals = {(code, name_key(country["capital"])) for code, country in geonames_countries().items()}
    for number, town in sorted(geonames().items(), key=lambda item: int(item[0])):
        country = town["countrycode"]
        at_war = country in WARS or country in TOWNS_ONLY
        least = TOWNS_ONLY.get(country, _ALL if country in WARS else ELSEWHERE)
        people = int(town["population"])
        if people < least and least != _ALL and number not in small:
            continue
        is_capital = (country, name_key(town["name"])) in capitals and people > 5000
        row = Row(
            number, _plain(town["name"]), "town", country, town["latitude"], town["longitude"], people,
            town["timezone"], f"{country}.{town['admin1code']}" if town["admin1code"] else "",
            prominent=2 if number in called or is_capital else _prominence(people, country),
            capital=is_capital,
            called=number in called,
        )  # fmt: skip
        usual = {language: names[0] for language, names in small.get(number, {}).items() if language != "en"}
        curated = {**usual, **cities.get(number, {}), **called.get(number, {})}
        spelled = tuple(name for names in small.get(number, {}).values() for name in names)
        yield _named(row, town, curated, spelled, every=at_war or people >= _WELL_KNOWN)


def _prominence(people: int, country: str) -> int:
    if country in WARS and people >= _NAMED_IN_WARS:
        return 2
    return int(people >= (_NAMED_IN_WARS if country in TOWNS_ONLY else _WELL_KNOWN))


def _called() -> Mapping[str, Mapping[str, str]]:
    """What towns are usually called where GeoNames' own name and the most written one are not it: a file of ours."""
    return {
        number: {language: cell for language, cell in zip(LANGUAGES, names, strict=True) if cell != "-"}
        for number, *names in lines("called.tsv")
    }


def _cities_of_zones() -> Mapping[str, Mapping[str, str]]:
    """What CLDR calls the cities of zones, by language, for the number of the town."""
    by_zone: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for number, town in geonames().items():
        by_zone.setdefault(town["timezone"], []).append((number, town))
    cities = {}
    for zone in sorted(Locale("ru").time_zones):
        in_zone = by_zone.get(_RENAMED.get(zone, zone), [])
        english = Locale("en").time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        keys = {name_key(english), name_key(_RENAMED.get(zone, zone).rpartition("/")[2].replace("_", " "))}
        called = [
            (int(town["population"]), number)
            for number, town in in_zone
            if keys & {name_key(name) for name in (town["name"], *town["alternatenames"])}
        ]
        if called:
            cities[max(called)[1]] = {
                language: str(Locale(language).time_zones[zone]["city"])
                for language in LANGUAGES
                if "city" in Locale(language).time_zones.get(zone, {})
            }
    return cities


def _named(
    row: Row, town: Mapping[str, Any], curated: Mapping[str, str], spelled: Sequence[str], *, every: bool
) -> Row:
    """The town with its usual names by language, and the other ones, those of ours, `spelled`, among them."""
    written = [name for name in (*town["alternatenames"], *spelled) if _is_name(name)]
    names = {}
    for language in LANGUAGES:
        usual = listed(curated.get(language, "")) or (_usual(language, row.name, written, allowed(row, language)),)
        if usual[0]:
            names[language] = usual
    kept = [name for name in written if every or script_of(name) != "latin" or name in spelled]
    used = {name_key(name) for usual in names.values() for name in usual}
    others = {name_key(name): name for name in reversed([town["name"], *kept]) if name_key(name) not in used}
    return dataclasses.replace(row, name=names["en"][0], names=names, others=tuple(sorted(others.values())))


def _is_name(name: str) -> bool:
    """Whether it may be written so in one of our languages: no code, no transcription of a sign."""
    script = script_of(name)
    if ";" in name or "\t" in name or len(name) < 2:
        return False
    if script == "latin":
        bare = name.lstrip("'‘`ʻ")
        is_code = name.isupper() and len(name) < 5
        return (
            bool(bare)
            and len(bare) > 2
            and bare[0].isupper()
            and not is_code
            and not _NOT_OURS.search(unicodedata.normalize("NFD", name))
        )
    return any(_ALPHABETS[language].fullmatch(name) for language in ("ar", "he", "ru", "uk"))


def _plain(name: str) -> str:
    """A name without the marks of transcription: Khān Shaykhūn is Khan Shaykhun."""
    bare = name.replace("‘", "").replace("’", "'").replace("ʻ", "").replace("`", "")
    letters = []
    for letter in bare:
        first, *marks = unicodedata.normalize("NFD", letter)
        letters.append(
            first
            if marks and set(marks) & set("\u0304\u0323\u0331\u0327\u0306\u0330") and letter not in "çÇ"
            else letter
        )
    return "".join(letters)


def _usual(language: str, plain: str, written: Sequence[str], most: float) -> str:
    """The name that is written most in a language, "" where none is in its alphabet."""
    fitting = [name for name in written if _ALPHABETS[language].fullmatch(name)]
    if language == "en":
        return plain
    if language in {"es", "fr"}:
        best = max(fitting, key=lambda name: (written_often(name, language), name), default="")
        is_better = written_often(plain, language) + _USUAL < written_often(best, language) <= most
        # What is written as often in English is another word everywhere, not what one language calls the town.
        is_of_one_language = written_often(best, "en") < written_often(best, language) - _USUAL
        return best if is_better and is_of_one_language and _is_alike(best, plain) else plain
    if language == "ru":
        fitting = [name for name in fitting if not re.search("[іїєґ]", name)]
    return max(fitting, key=lambda name: (written_often(name, language), *_typical(name, language)), default="")


def _is_alike(name: str, plain: str) -> bool:
    folded, other = fold(name, "latin"), fold(plain, "latin")
    return difflib.SequenceMatcher(a=folded, b=other).ratio() >= _ALIKE


def _typical(name: str, language: str) -> tuple[bool, bool, str]:
    letters = {"ru": "[ыэё]", "uk": "[іїєґ]"}.get(language)
    return bool(letters and re.search(letters, name)), "-" in name, name
