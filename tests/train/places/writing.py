"""The table as bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import numpy as np

from index.places.keys import ARTICLES, SCRIPTS, digest, first_key, fold, joined, name_key, parts, script_of
from index.places.place import ADJECTIVE, OTHER, SHORTENED, USUAL
from index.places.table import COLUMNS, LANGUAGES, MOST_WORDS
from tests.train.places.row import Row
from tests.train.places.words import allowed, allowed_adjective, frequency

_KINDS = (
    "country",
    "town",
    "region",
    "camp",
    "crossing",
    "front",
    "site",
    "district",
    "island",
    "river",
    "water",
    "area",
)


# How much rarer several words are together than the rarest of them, at least.
_TOGETHER = 0.7


def write(rows: Sequence[Row]) -> bytes:
    """The columns, small ones first, after a line that says where each lies."""
    provinces = sorted({row.province for row in rows} | {""})
    countries = sorted({row.country for row in rows} | {""})
    zones = sorted({row.zone for row in rows} | {""})
    own = [row.id for row in rows if not row.id.isdecimal()]
    records = [_record(row).encode() for row in rows]
    columns: dict[str, np.ndarray] = {
        "number": _array("number", [int(row.id) if row.id.isdecimal() else 0 for row in rows]),
        "kind": _array("kind", [_KINDS.index(row.kind) for row in rows]),
        "country": _array("country", [countries.index(row.country) for row in rows]),
        "province": _array("province", [provinces.index(row.province) for row in rows]),
        "zone": _array("zone", [zones.index(row.zone) for row in rows]),
        "north": _array("north", [row.lat for row in rows]),
        "east": _array("east", [row.lon for row in rows]),
        "population": _array("population", [row.population for row in rows]),
        "prominent": _array("prominent", [int(row.prominent) for row in rows]),
        "names_at": _array("names_at", [0, *np.cumsum([len(record) for record in records]).tolist()]),
        "names": np.frombuffer(b"".join(records), "u1"),
    }
    columns |= _name_columns(rows)
    header = {
        "kinds": _KINDS, "countries": countries, "provinces": provinces, "zones": zones, "own": own,
        "regions": _areas(rows),
    }  # fmt: skip
    return _packed(header, columns)


def _packed(header: dict[str, object], columns: dict[str, np.ndarray]) -> bytes:
    places, body = {}, b""
    for name in COLUMNS:
        body += b"\0" * (-len(body) % 8)
        places[name] = [len(body), len(columns[name])]
        body += columns[name].tobytes()
    head = json.dumps({**header, "columns": places}, ensure_ascii=False, sort_keys=True).encode() + b"\n"
    return head + b"\0" * (-len(head) % 8) + body


def _array(name: str, values: Sequence[float]) -> np.ndarray:
    return np.array(values, dtype=COLUMNS[name])


def _record(row: Row) -> str:
    cells = [row.name, *(";".join(row.names.get(language, ())) for language in LANGUAGES), ";".join(row.others)]
    return "\t".join(cells).rstrip("\t")


def _areas(rows: Sequence[Row]) -> dict[str, object]:
    """What each region is made of: the provinces of the towns that it names, or a circle."""
    towns: dict[tuple[str, str], Row] = {}
    for town in sorted((row for row in rows if row.kind == "town" and row.province), key=lambda row: row.population):
        towns |= {(town.country, key): town for key, *_ in names_of(town)}
    unknown = [(row.id, seat) for row in rows for seat in row.seats if (row.country, name_key(seat)) not in towns]
    if unknown:
        raise ValueError(f"towns that GeoNames has not: {unknown}")
    return {
        row.id: {
            "provinces": sorted({towns[row.country, name_key(seat)].province for seat in row.seats}),
            "km": row.km,
        }
        for row in rows
        if row.seats or row.km
    }


def _name_columns(rows: Sequence[Row]) -> dict[str, np.ndarray]:
    found: dict[tuple[int, int], tuple[int, int]] = {}
    starts: set[int] = set()
    for at, row in enumerate(rows):
        for key, rank, common, first in names_of(row):
            where = digest(key), at
            best = found.get(where)
            found[where] = (
                (rank, common)
                if best is None
                else (
                    min(rank, best[0]),
                    common & best[1] if rank == best[0] else common if rank < best[0] else best[1],
                )
            )
            if first:
                starts.add(digest(first))
    order = sorted(found)
    return {
        "digest": _array("digest", [number for number, _ in order]),
        "place": _array("place", [at for _, at in order]),
        "rank": _array("rank", [found[where][0] for where in order]),
        "common": _array("common", [found[where][1] for where in order]),
        "starts": _array("starts", sorted(starts)),
    }


def names_of(row: Row) -> Iterator[tuple[str, int, int, str]]:
    """The keys of a place's names: each with its rank, where it is common, and its first word if it has several."""
    usual = [name for names in row.names.values() for name in names[:1]]
    listed = [(row.name, USUAL), *((name, USUAL) for name in usual)]
    listed += [(name, OTHER) for names in row.names.values() for name in names[1:]]
    listed += [(name.partition(":")[2] if name[2:3] == ":" else name, OTHER) for name in row.others]
    with_article = any(name.startswith("ال") for name, rank in listed)
    yield from _adjectives(row)
    for name, rank in dict.fromkeys(listed):
        words = [part.text for part in parts(name)]
        if not 0 < len(words) <= MOST_WORDS or len(name_key(name)) < 2:
            continue
        yield name_key(name), rank, _common(name, row, rank), _first_key(words)
        if with_article and script_of(name) == "latin" and len(words) > 1 and words[0].casefold() in ARTICLES:
            rest = " ".join(words[1:])
            yield name_key(rest), SHORTENED, _common(rest, row, rank), _first_key(words[1:])
            glued = fold(words[0], "latin") + joined([fold(word, "latin") for word in words[1:]], "latin")
            yield glued, SHORTENED, _common(name, row, rank), ""


def _adjectives(row: Row) -> Iterator[tuple[str, int, int, str]]:
    """The keys of the adjectives; an adjective is common in a language that has it not, or has it as another word."""
    for word in dict.fromkeys(word for forms in row.adjectives.values() for word in forms):
        languages = [language for language in LANGUAGES if word in row.adjectives.get(language, ())]
        own = [language for language in languages if frequency(word, language) <= allowed_adjective(row, language)]
        others = [language for language in LANGUAGES if SCRIPTS[language] == script_of(word) and language not in own]
        words = [part.text for part in parts(word)]
        bits = sum(1 << LANGUAGES.index(language) for language in others)
        yield name_key(word), ADJECTIVE, bits, _first_key(words)


def _first_key(words: Sequence[str]) -> str:
    return first_key(name_key(words[0])) if len(words) > 1 else ""


def _common(name: str, row: Row, rank: int) -> int:
    """The languages in which the name is written more often than the place explains, as bits; the last: no prefix."""
    script = script_of(name)
    words = [part.text for part in parts(name)]
    if len(words) > 1 and script in {"latin", "cyrillic"}:
        return 0
    languages = [language for language in LANGUAGES if SCRIPTS[language] == script]
    # The rarest of several words tells how common they are together.
    rare = _TOGETHER * (len(words) > 1)
    often = {language: min(frequency(word, language) for word in words) - rare for language in languages}
    common = {language for language in languages if often[language] > allowed(row, language)}
    # Another name that is a word in one language of its alphabet is no name in the others.
    if common and rank != USUAL:
        common = set(languages)
    bits = sum(1 << LANGUAGES.index(language) for language in common)
    if script in {"arabic", "hebrew"} and len(words) == 1 and _reads_otherwise(name, languages[0], often[languages[0]]):
        bits |= 1 << 7
    return bits


def _reads_otherwise(name: str, language: str, often: float) -> bool:
    """Whether the name behind a prefix is more often another word than this name."""
    prefixes = "وفبلك" if language == "ar" else "ושכבלמה"
    return max(frequency(f"{prefix}{name}", language) for prefix in prefixes) > max(often + 0.3, 3.0)
