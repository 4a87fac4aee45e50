"""Names written in several ways: places of today's wars with their other names, and spellings that sound alike."""

from __future__ import annotations

import functools
import re
import unicodedata

from index.answers.toponyms import CAPITALS, OTHERS, PLACES


@functools.lru_cache(maxsize=8192)
def canonical(name: str) -> str:
    """The one name we know a place, a group or a state by, lower case; an unknown name as it is, lower case."""
    bare = _bare(name)
    return _canonical().get(bare, bare)


def country(name: str) -> str:
    """The country that a known place lies in, or ""."""
    return _countries().get(canonical(name), "")


def is_place(name: str) -> bool:
    """Whether the gazetteer knows `name` as a place."""
    return canonical(name) in _countries()


def plain_name(name: str) -> str:
    """A name in lower case, without accents and without what makes it a genitive."""
    return _bare(name)


def other_names(name: str) -> tuple[str, ...]:
    """Every way a known name is written, or the name alone."""
    return _written().get(canonical(name), (name,))


def names_in(text: str) -> list[str]:
    """The known names in a text, as written there. One of five letters or more is known in any case."""
    exact, loose = _patterns()
    return [found.group() for pattern in (exact, loose) for found in pattern.finditer(text)]


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = sorted({name for names in _written().values() for name in names}, key=len, reverse=True)
    listed = ("|".join(re.escape(name) for name in names if fits(name)) for fits in (_is_short, _is_long))
    short, long = listed
    return (
        re.compile(rf"(?<![\w-])(?:{short})(?!\w)"),
        re.compile(rf"(?<![\w-])(?:{long})(?!\w)", re.IGNORECASE),
    )


def _is_short(name: str) -> bool:
    return len(name) < 5


def _is_long(name: str) -> bool:
    return len(name) >= 5


def sound(word: str) -> str:
    """What is left of a name when the ways of writing it are taken away: Sheikhoun, Shaykhun and Sheikhun agree.

    Consonants only, alike ones merged, the Arabic article dropped. "" where too little is left to tell names by.
    """
    bare = re.sub(r"^(?:al|el|as|ash|ad|ar|an|at|az)-", "", _bare(word)).replace("'", "")
    for pair, letter in (("kh", "x"), ("gh", "g"), ("sh", "c"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("dh", "d")):
        bare = bare.replace(pair, letter)
    bare = re.sub(r"[aeiouyw]", "", bare[:1].replace("a", "'") + bare[1:]) if bare else ""
    bare = bare.translate(str.maketrans("qcz'", "kcs'")).replace("'", "")
    merged = re.sub(r"(.)\1+", r"\1", bare)
    return merged if len(merged) >= 3 else ""


def is_country(name: str) -> bool:
    """Whether a name is that of a country, which all spell alike."""
    return is_place(name) and canonical(country(name)) == canonical(name)


def proper_name(name: str) -> str:
    """The name to say for a place: the country's where a name is the adjective to it, else the name as it is."""
    country_name = other_names(name)[0]
    same = name[:4].casefold() == country_name[:4].casefold()
    return country_name if is_country(name) and same else name


def is_known(name: str) -> bool:
    """Whether a name is known, as that of a place or of somebody."""
    return _bare(name) in _canonical()


def is_town(name: str) -> bool:
    """Whether a name is that of a place in a country: a town or a region."""
    return is_place(name) and not is_country(name)


def is_capital(name: str) -> bool:
    """Whether a name is also that of a government, which is called by its capital."""
    return canonical(name) in CAPITALS


def _bare(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return re.sub(r"'s$|s'$", "", " ".join(plain.split()).strip(" .,"))


@functools.cache
def _written() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in (PLACES + OTHERS).strip().splitlines():
        names = tuple(name.strip() for name in line.partition(":")[0].split("|") if name.strip())
        if names:
            found[_bare(names[0])] = names
    return found


@functools.cache
def _canonical() -> dict[str, str]:
    return {_bare(name): first for first, names in _written().items() for name in names}


@functools.cache
def _countries() -> dict[str, str]:
    found = {}
    for line in PLACES.strip().splitlines():
        names, _, where = line.partition(":")
        found[_bare(names.split("|")[0])] = where.strip()
    return found
