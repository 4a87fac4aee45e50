"""Places by what somebody calls them: ranked, so that ambiguous ones can be offered."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from index.places.keys import LATIN, SCRIPTS, fold, joined, parts, script_of, word_keys
from index.places.place import USUAL, Naming, Place
from index.places.table import distance, table

_ARTICLE = re.compile(r"^al(?=.{3})")
_PAIRS = (("kh", "x"), ("gh", "g"), ("sh", "c"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ou", "u"))
_SILENT = str.maketrans(dict.fromkeys("aeiouywh'"))
_ALIKE = str.maketrans({"q": "k", "c": "s", "z": "s", "j": "g", "v": "b"})
# Fewer consonants tell nothing: Homs and Hamas agree in three.
_CONSONANTS = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `common`: the word mostly means something else in the language asked in."""

    place: Place
    usual: bool
    common: bool


def find(name: str, language: str | None = None) -> tuple[Candidate, ...]:
    """The places that a name may mean, in any of our languages where none is given, the likeliest first."""
    script = SCRIPTS.get(language or "") or script_of(name)
    if not script or script_of(name) != script:
        script = script_of(name)
    best: dict[str, Naming] = {}
    for namings in table().namings(_keys(name, script)):
        for naming in namings:
            held = best.get(naming.place.id)
            if not naming.adjective and (held is None or naming.rank < held.rank):
                best[naming.place.id] = naming
    ranked = sorted(best.values(), key=_rank)
    return tuple(
        Candidate(naming.place, naming.rank == USUAL, language in naming.common if language else bool(naming.common))
        for naming in ranked
    )


def country_of_adjective(word: str) -> Place | None:
    """The country that an adjective belongs to: Syria for Syrian, сирийского, السورية."""
    script = script_of(word)
    for namings in table().namings(key for key, _ in word_keys(fold(word, script), script)):
        for naming in namings:
            if naming.adjective:
                return naming.place
    return None


def spelled_like(name: str, country: str) -> Place | None:
    """The town of a country whose Latin name sounds so: Sheikhoun, Shaykhun; None where the name tells too little."""
    heard = sound(name)
    return _heard(country).get(heard) if len(heard) >= _CONSONANTS else None


def sound(name: str) -> str:
    """What is left of a Latin name when the ways of writing it are taken away: its consonants, alike ones merged."""
    bare = _ARTICLE.sub("", joined([fold(part.text, LATIN) for part in parts(name)], LATIN))
    for pair, letter in _PAIRS:
        bare = bare.replace(pair, letter)
    skeleton = bare.translate(_SILENT).translate(_ALIKE)
    return re.sub(r"(.)\1+", r"\1", skeleton)


def near(place: Place, other: Place, km: float) -> bool:
    """Whether two places lie within so many kilometres of each other."""
    return distance(place, other) <= km


@functools.lru_cache(maxsize=16)
def _heard(country: str) -> Mapping[str, Place]:
    """The towns of a country by how they sound; those that sound alike are left out, but for much larger ones."""
    by_sound: dict[str, list[Place]] = defaultdict(list)
    for town in table().towns_of(country):
        by_sound[sound(town.name)].append(town)
    return {
        heard: towns[0]
        for heard, towns in by_sound.items()
        if len(towns) == 1 or towns[0].population > 10 * towns[1].population
    }


def _keys(name: str, script: str) -> Iterable[str]:
    """The keys of a name as somebody wrote it, in any case and with any ending."""
    words = [fold(part.text, script) for part in parts(name)] if script else []
    runs: list[list[str]] = [[]]
    for word in words:
        own = [key for key, prefix in word_keys(word, script) if not prefix][:4]
        runs = [[*run, key] for run in runs for key in own][:64]
    return [joined(run, script) for run in runs if run]


def _rank(naming: Naming) -> tuple[int, int, str]:
    kinds = {"country": 0, "town": 2}
    people = naming.place.population
    people = people if naming.rank == USUAL else people // 10
    order = kinds.get(naming.place.kind, 1) if naming.place.prominent else 3
    return order, -people, naming.place.id
