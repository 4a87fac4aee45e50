"""Roles and bodies that speak in reports, as concepts that are the same in all languages."""

from __future__ import annotations

import dataclasses
import functools
import tomllib
from collections.abc import Container, Iterator, Mapping
from importlib import resources
from typing import Literal

from index.language.lexicon import LANGUAGES
from index.language.reporting import folded, reporting

OfficeKind = Literal["mouth", "person", "people", "body", "outlet", "domain"]

_MOST_ENDING = 5

# Offices of which there are many: alone they are the one that was named before.
PLAIN_OFFICES = frozenset({"ministry", "governor", "mayor"})


@dataclasses.dataclass(frozen=True, slots=True)
class Office:
    """What a word says of who speaks: `concepts` make two names one office; a mouth speaks for another's."""

    kind: OfficeKind
    concepts: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Offices:
    """The offices of one language: whole words, and stems, of which no word of reporting is a form ("заявив" is none
    of "заява")."""

    words: Mapping[str, Office]
    stems: Mapping[str, Office]
    verbs: Container[str] = ()

    def office(self, word: str) -> Office | None:
        """The office that a folded word names, None where it names none."""
        if word in self.words:
            return self.words[word]
        if word in self.verbs:
            return None
        for end in range(len(word), max(2, len(word) - _MOST_ENDING - 1), -1):
            if word[:end] in self.stems:
                return self.stems[word[:end]]
        return None


@functools.cache
def offices(language: str) -> Offices:
    """The offices of a language (English ones where it has none)."""
    words: dict[str, Office] = {}
    stems: dict[str, Office] = {}
    spoken = language if language in LANGUAGES else "en"
    for office, listed in _entries(spoken):
        for word in listed.split():
            target = stems if word.endswith("*") else words
            target.setdefault(folded(word.rstrip("*")), office)
    return Offices(words, stems, reporting(spoken).verbs)


def _entries(language: str) -> Iterator[tuple[Office, str]]:
    data = tomllib.loads(resources.files("index.reports").joinpath("offices.toml").read_text(encoding="utf-8"))
    for name, entry in data.items():
        concepts = tuple(entry.get("concept", name).split())
        yield Office(entry["kind"], () if entry["kind"] == "mouth" else concepts), entry.get(language, "")
