"""The words by which a language reports what others say, read from its lexicon."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from index.language.lexicon import lexicon
from index.language.remembering import remembered

# What a verb takes: `say` a statement, with or without a word for "that"; `that` a statement only with such a word, a
# colon or a quotation; `blame`, `deny` and `speak` (urge, condemn, demand) an object instead; `toll` a word such as
# "toll" or "dead", `count` also a number; `cite` a source.
VerbKind = Literal["say", "that", "blame", "deny", "speak", "count", "toll", "cite"]

_FOLDED = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ё": "е", "’": "'", "ʼ": "'", "‑": "-", "״": '"', "׳": "'"}
)
_MARKS = frozenset(
    chr(code)
    for first, last in ((0x300, 0x36F), (0x591, 0x5BD), (0x5BF, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670))
    for code in range(first, last + 1)
)


@dataclasses.dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of reporting. A gerund ("saying", "заявляя") has no subject beside it; `audience`: who is told
    stands behind it; `followed`: it reports only before one of these words ("spoke of"), `within`: only where one of
    these stands near behind it ("holds the army responsible")."""

    kind: VerbKind
    gerund: bool = False
    audience: bool = False
    followed: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Cue:
    """A phrase before a speaker: "according to", "citing". An anaphoric one stands for the speaker before ("по его
    словам"). `attached`: a preposition that is written on to the speaker's first word."""

    words: tuple[str, ...]
    kind: Literal["according", "citing", "anaphoric"]
    attached: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Reporting:
    """The words of one language. `sets` holds word lists by name; `cues` the phrases that stand before a speaker or for
    one, by their first word, longest first; `parts` those that count among what was told before ("of the dead").

    `to`, `that` and `article` are what is written on to the next word in languages that do so.
    """

    language: str
    verbs: Mapping[str, Verb]
    sets: Mapping[str, frozenset[str]]
    cues: Mapping[str, tuple[Cue, ...]]
    prefixes: tuple[str, ...]
    verb_first: bool
    head_first: bool
    cased: bool
    adjectives: tuple[str, ...]
    past: tuple[str, ...]
    present: tuple[str, ...]
    enclitics: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    to: str
    that: str
    article: str

    @property
    def leading(self) -> frozenset[str]:
        """The prepositions that lead to a place or a topic, not to whose something is."""
        return self.sets["links"] - self.sets["of"]

    def verb(self, word: str) -> Verb | None:
        """The verb of reporting that a folded word is a form of, also behind a conjunction that is written on to it."""
        if word in self.verbs or not self.prefixes:
            return self.verbs.get(word)
        return next((self.verbs[form] for form in self.variants(word) if form in self.verbs), None)

    def has(self, word: str, name: str) -> bool:
        """Whether a folded word, or what stands behind its prefixes, is in a word list."""
        listed = self.sets[name]
        if word in listed:
            return True
        return bool(self.prefixes) and not listed.isdisjoint(_variants(word, self.prefixes))

    def variants(self, word: str) -> tuple[str, ...]:
        """The word, and without the conjunctions and prepositions that the language writes on to it."""
        return _variants(word, self.prefixes)


# Every list is asked about every word of a sentence, which a page repeats.
@remembered(4096)
def _variants(word: str, prefixes: tuple[str, ...]) -> tuple[str, ...]:
    bare = (word[len(prefix) :] for prefix in prefixes if word.startswith(prefix) and len(word) - len(prefix) >= 2)
    return word, *bare


_SETS = (
    "complementizers",
    "determiners",
    "articles",
    "links",
    "inside",
    "sources",
    "districts",
    "conjunctions",
    "subordinators",
    "relatives",
    "auxiliaries",
    "be",
    "adverbs",
    "times",
    "numbers",
    "person_pronouns",
    "female_pronouns",
    "thing_pronouns",
    "plural_pronouns",
    "first_person",
    "in_subject",
    "manner",
    "audiences",
    "finite",
    "utterances",
    "hearsay",
    "negations",
    "unmentioned",
    "particles",
    "by",
    "titles",
    "generic",
    "of_time",
    "spans",
    "no_adverbs",
    "datives",
    "from",
    "quoted",
    "indefinite",
    "nouns_too",
    "counts",
    "watchers",
    "no_verbs",
    "naming",
    "occasions",
    "no_one",
    "shares",
    "infinitive",
    "onward",
    "documents",
    "toward",
    "of",
    "tellings",
    "telling_links",
    "officials",
)


@functools.cache
def reporting(language: str) -> Reporting:
    """The reporting words of a language (English ones where it has none)."""
    data = lexicon(language, "reporting")
    verbs: dict[str, Verb] = {}
    for entry in data["verbs"]:
        for form, verb in _forms(entry):
            verbs.setdefault(form, verb)
    sets = {name: frozenset(map(folded, data.get(name, "").split())) for name in _SETS}
    prefixes = tuple(data.get("prefixes", "").split())
    cues: dict[str, list[Cue]] = {}
    for cue in _cues(data, prefixes):
        cues.setdefault(cue.words[0], []).append(cue)
    return Reporting(
        language=language,
        verbs=verbs,
        sets=sets,
        cues={first: tuple(sorted(found, key=_length, reverse=True)) for first, found in cues.items()},
        prefixes=prefixes,
        verb_first=data.get("verb_first", False),
        head_first=data.get("head_first", False),
        cased=data.get("cased", True),
        adjectives=tuple(data.get("adjectives", "").split()),
        past=tuple(data.get("past", "").split()),
        present=tuple(data.get("present", "").split()),
        enclitics=tuple(data.get("enclitics", "").split()),
        parts=tuple(tuple(map(folded, phrase.split())) for phrase in data.get("parts", ())),
        adverb_endings=tuple(data.get("adverb_endings", "").split()),
        to=data.get("to", ""),
        that=data.get("that", ""),
        article=data.get("article", ""),
    )


def _cues(data: Mapping[str, Any], prefixes: tuple[str, ...]) -> Iterator[Cue]:
    kinds: tuple[Literal["according", "citing", "anaphoric"], ...] = ("according", "citing", "anaphoric")
    for kind in kinds:
        for phrase in data.get(kind, ()):
            words = tuple(map(folded, phrase.split()))
            attached = words[-1] if len(words) > 1 and words[-1] in prefixes else ""
            yield Cue(words[:-1] if attached else words, kind, attached)


def _length(cue: Cue) -> tuple[int, bool]:
    return len(cue.words), bool(cue.attached)


def folded(word: str) -> str:
    """A word as it is looked up: small letters, no vowel signs, one way to write apostrophes and alifs."""
    lower = word.casefold().translate(_FOLDED)
    return lower if lower.isascii() else "".join(character for character in lower if character not in _MARKS)


def _forms(entry: Mapping[str, Any]) -> Iterator[tuple[str, Verb]]:
    """Each form of a group of verbs: those written out, and every stem with every ending."""
    followed, within = (tuple(map(folded, entry.get(name, "").split())) for name in ("followed", "within"))
    verb = Verb(entry["kind"], entry.get("gerund", False), entry.get("audience", False), followed, within)
    for form in entry.get("forms", "").split():
        yield folded(form), verb
    for stem in entry.get("stems", "").split():
        for ending in entry.get("endings", "").split():
            yield folded(stem + ("" if ending == "-" else ending)), verb
