"""Who fights and rules: armed actors, states and missions by the names that each of our languages has for them."""

from __future__ import annotations

import dataclasses
import functools
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from importlib import resources
from typing import Literal, get_args

from index.language.lexicon import LANGUAGES
from index.language.loaded import loaded_words
from index.language.reporting import folded, reporting
from index.language.tokens import Token, tokens
from index.places import Mention, find, table
from index.reports.offices import offices

ActorKind = Literal["state", "force", "group", "authority", "mission"]

_KEY = 3
_MOST_ENDING = 5
# Of a place that one side rules: "Hamas-run", "Russian-installed". Labels such as "US-backed" say who helps, no more.
_RULED = ("run", "held", "controlled", "installed", "appointed")
# Of a place where somebody has an office, no more.
_BASED = "based"
_ARTICLES = frozenset({"the", "le", "la", "les", "l", "el", "los", "las"})
# What with no more words means a state's: its army, its government.
_OF_THE_STATE = frozenset({"army", "government"})
# As many characters may stand between such a word and the name that it belongs to, and none of these marks.
_BETWEEN = 4
_PARTING = frozenset(".,;:")


@dataclasses.dataclass(frozen=True, slots=True)
class Actor:
    """An armed actor, state or mission. `side` is whom it fights with; `country` where it is at home; `office` what
    it is to a state whose part it is. `was`: the state that it ruled `until` a day."""

    id: str
    kind: ActorKind
    side: str
    country: str = ""
    office: str = ""
    was: str = ""
    until: date = date.min


@dataclasses.dataclass(frozen=True, slots=True)
class Naming:
    """An actor named at `start:end` of a text: `actor` is its id, or that of the state whose part it is; `entry` is the
    entry whose name it is."""

    name: str
    actor: str
    entry: str
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Name:
    """One name of an actor in words; a stem is marked. `capital`, `shouted`: how it must be written."""

    words: tuple[str, ...]
    stems: tuple[bool, ...]
    entry: str
    capital: bool
    shouted: bool


@functools.cache
def actors() -> Mapping[str, Actor]:
    """All entries of the data file by id."""
    return {name: _actor(name, entry) for name, entry in _data().items()}


def _actor(name: str, entry: Mapping[str, str]) -> Actor:
    kinds: dict[str, ActorKind] = {kind: kind for kind in get_args(ActorKind)}
    of = entry.get("of") or name
    side, until = entry.get("side") or of, date.fromisoformat(entry.get("until", date.min.isoformat()))
    country, office = entry.get("country", ""), entry.get("office", "")
    return Actor(of, kinds[entry["kind"]], side, country, office, entry.get("was", ""), until)


def side_of(actor: str, day: date | None = None) -> str:
    """Whom an actor fights with on a day: the id of a side; a country that has no entry is a side of its own."""
    entry = actors().get(actor)
    if entry is not None and day is not None and day < entry.until:
        return entry.was
    return entry.side if entry is not None else actor


def is_group(actor: str) -> bool:
    """Whether an actor is an armed group: no state, no mission, no authority."""
    entry = actors().get(actor)
    return entry is not None and entry.kind == "group"


def without_parts(met: Sequence[Mention], named: Sequence[Naming]) -> list[Mention]:
    """Places without those that are a word of a party's longer name, and not in that party's country: "Quds" of "the
    Quds Force", «Белом» of "the White House" in Russian."""
    at = {place: naming for naming in named for place in range(naming.start, naming.end)}
    return [mention for mention in met if (naming := at.get(mention.start)) is None or not _is_part(mention, naming)]


def _is_part(mention: Mention, naming: Naming) -> bool:
    longer = naming.end - naming.start > mention.end - mention.start
    return longer and mention.end <= naming.end and mention.place.country != actors()[naming.actor].country


def state_of(country: str) -> str:
    """The id of the state that has an ISO country code, "" where it is not in the file."""
    states = (entry for entry in actors().values() if entry.kind == "state")
    return next((entry.id for entry in states if country and entry.country == country), "")


def namings(text: str, language: str) -> tuple[Naming, ...]:
    """The actors that a text names, in order; of names that overlap the longest."""
    parts = tokens(text)
    named: list[Naming] = []
    at = 0
    while at < len(parts):
        found = _longest(parts, at, language)
        if found is None:
            at += 1
            continue
        name, length = found
        start, end = parts[at].start, _without_possessive(parts[at + length - 1])
        named.append(Naming(text[start:end], actors()[name.entry].id, name.entry, start, end))
        at += length
    return tuple(named)


def _without_possessive(token: Token) -> int:
    return token.end - 2 if token.text.endswith(("'s", "’s")) else token.end


def actor_of(name: str, language: str) -> str:
    """The id of the actor that a name belongs to, a group before a state; "" where none is known."""
    entry = entry_of(name, language)
    return actors()[entry].id if entry else ""


def entry_of(name: str, language: str) -> str:
    """The same as the entry of the data file (an army of its own, such as the IDF, has one)."""
    found = [naming.entry for naming in namings(name, language) if not _is_seat(name, naming)]
    ruled = _ruler(name, language)
    if ruled:
        return ruled
    return next(
        (entry for entry in found if actors()[entry].kind not in ("state", "mission")), found[0] if found else ""
    )


def alone_in(name: str, language: str) -> str:
    """The entry that a whole name is of, articles aside; "" where there is more to it, or it is nobody's."""
    named = namings(name, language)
    if len(named) != 1:
        return ""
    around = f"{name[: named[0].start]} {name[named[0].end :]}".split()
    whole = all(word.casefold().strip("'’") in _ARTICLES for word in around)
    entry = named[0].entry
    # "The occupying authorities" is what one side calls a state.
    is_itself = actors()[entry].kind != "state" or any(
        place.place.country == actors()[entry].country for place in find(named[0].name, language)[:1]
    )
    return entry if whole and is_itself else ""


def shown_name(entry: str, language: str) -> str:
    """What an entry is called in a text of ours: a state as the table of places has it, others by the first of their
    names; "" where the file has none in its own form, or only one that takes a side."""
    actor = actors().get(entry)
    if actor is None:
        return ""
    country = table().place(actor.country) if actor.kind == "state" else None
    if country is not None:
        return next(iter(table().names(country, language)), "")
    named = _data()[entry].get(language, "").partition("|")[0].strip()
    bare = named.rstrip("*")
    inflected = "*" in named and not bare.isupper()
    return "" if inflected or loaded_words(_data()[entry].get("en", "").partition("|")[0]) else bare


def _is_seat(name: str, naming: Naming) -> bool:
    """Whether a country is named only as where somebody has an office: "the Britain-based Observatory"."""
    return name[naming.end :].lstrip(" -‑").casefold().startswith(_BASED)


def of_the_state(text: str, language: str, named: Sequence[Naming], state: str) -> tuple[Naming, ...]:
    """ "The army" and "the government" of a text as those of the state that it is about; not beside another's name."""
    taken = {place for naming in named for place in range(naming.start, naming.end)}
    plain = (
        Naming(text[token.start : _without_possessive(token)], state, state, token.start, _without_possessive(token))
        for token in tokens(text)
        if token.is_word and token.start not in taken and _is_of_the_state(token, language)
    )
    return tuple(naming for naming in plain if not _beside_a_name(text, naming, taken))


def actor_of_country(country: str) -> str:
    """The id of the actor that stands for a country: its entry's, else its ISO code."""
    return state_of(country) or country.casefold()


def home_of(named: Sequence[Naming]) -> str:
    """The state in whose war a text is: that of the country that most of its actors are at home in."""
    at_home = Counter(actors()[naming.entry].country or _country(naming.actor) for naming in named)
    homes = [(count, state_of(country)) for country, count in at_home.items() if country]
    states = [(count, state) for count, state in homes if state]
    return max(states)[1] if states else ""


def _country(actor: str) -> str:
    entry = actors().get(actor)
    return entry.country if entry is not None else ""


def _beside_a_name(text: str, naming: Naming, taken: Collection[int]) -> bool:
    """Whether a plain word stands right beside an actor's name, whose it is then: "the Israeli army". `taken` are the
    places of names."""
    before = range(naming.start - 1, naming.start - 2 - _BETWEEN, -1)
    behind = range(naming.end, naming.end + 1 + _BETWEEN)
    within = any(place in taken for place in range(naming.start, naming.end))
    return within or _reaches_a_name(text, before, taken) or _reaches_a_name(text, behind, taken)


def _reaches_a_name(text: str, way: range, taken: Collection[int]) -> bool:
    """Whether a name is met before a mark."""
    for place in way:
        if place in taken:
            return True
        if text[place : place + 1] in _PARTING:
            return False
    return False


def _is_of_the_state(token: Token, language: str) -> bool:
    words = reporting(language).variants(folded(token.text).removesuffix("'s"))
    found = (offices(language).office(word) for word in words)
    return any(office is not None and _OF_THE_STATE & set(office.concepts) for office in found)


def _ruler(name: str, language: str) -> str:
    """Who rules what is called "Hamas-run" or "Russian-installed", "" where nothing is."""
    for token in tokens(name):
        ruler, _, label = token.text.rpartition("-")
        if ruler and label.casefold() in _RULED:
            found = namings(ruler, language)
            return found[0].entry if found else ""
    return ""


def _longest(parts: Sequence[Token], at: int, language: str) -> tuple[_Name, int] | None:
    """The longest name that begins with the word at a place, and how many words it has."""
    if not parts[at].is_word:
        return None
    best: tuple[_Name, int] | None = None
    for key in _keys(parts[at].text, language):
        for name in _names(language).get(key[:_KEY], ()):
            longer = best is None or len(name.words) > best[1]
            if longer and _matches(name, key, parts, at, language):
                best = name, len(name.words)
    return best


def _matches(name: _Name, first: str, parts: Sequence[Token], at: int, language: str) -> bool:
    text = parts[at].text.replace("’", "'").removesuffix("'s").rpartition("'")[2]
    shown = text[: len(name.words[0])] if name.stems[0] else text
    if (name.shouted and not shown.isupper()) or (name.capital and text[:1].islower()):
        return False
    if not _fits(first, name.words[0], name.stems[0]) or at + len(name.words) > len(parts):
        return False
    return all(
        any(_fits(key, word, stem) for key in _keys(parts[at + place].text, language))
        for place, (word, stem) in enumerate(zip(name.words, name.stems, strict=True))
        if place
    )


def _fits(key: str, word: str, stem: bool) -> bool:
    return key == word or (stem and key.startswith(word) and len(key) - len(word) <= _MOST_ENDING)


def _keys(word: str, language: str) -> Iterator[str]:
    """A word as it is looked up: folded, without a possessive, an elided article or what is written on to it."""
    plain = folded(word).removesuffix("'s").rstrip("'.")
    if language == "fr" and "'" in plain[:3]:
        plain = plain.partition("'")[2]
    yield from reporting(language).variants(plain)
    if language == "ar" and plain.startswith("لل"):
        yield f"ا{plain[1:]}"


@functools.cache
def _names(language: str) -> Mapping[str, tuple[_Name, ...]]:
    """The names of a language by the first letters of their first words; English ones where it has none."""
    spoken = language if language in LANGUAGES else "en"
    found: dict[str, list[_Name]] = {}
    for entry, data in _data().items():
        for listed in data.get(spoken, "").split("|"):
            if listed.strip():
                name = _name(listed.split(), entry)
                found.setdefault(name.words[0][:_KEY], []).append(name)
    return {key: tuple(names) for key, names in found.items()}


def _name(listed: Sequence[str], entry: str) -> _Name:
    bare = [word.rstrip("*") for word in listed]
    letters = bare[0].replace(".", "")
    shouted = letters.isupper() and len(letters) > 1
    # As words of a text are looked up: "people's" without its ending.
    words = tuple(folded(word).removesuffix("'s").rstrip(".") for word in bare)
    return _Name(words, tuple(word.endswith("*") for word in listed), entry, bare[0][0].isupper(), shouted)


@functools.cache
def _data() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("index.reports").joinpath("actors.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
