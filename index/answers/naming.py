"""What a question names: the places that it asks about, parties, and whatever else is written as a name."""

from __future__ import annotations

from collections.abc import Sequence

from index.answers.casing import facilities_named, only_asks, places_named
from index.answers.inquiry import Inquiry
from index.language.reporting import folded, reporting
from index.language.terms import terms
from index.language.tokens import Token, tokens, without_possessive
from index.language.vocabulary import marked
from index.places import Mention, mentions
from index.reports.actors import namings, without_parts
from index.reports.offices import offices
from index.reports.romanised import ways_heard

# So many words with capitals, and capitals say nothing.
_MANY_CAPITALS = 0.8
_STOPS = frozenset(".?!:؟\n")
_COMMA = ","
_OF = {"es": frozenset({"de", "del"}), "fr": frozenset({"de", "du", "des"}), "en": frozenset({"of", "for"})}
# What a council, a commission and the like are among offices.
_BODY = "organisation"
# Languages in which a name without a preposition beside a verb is who acts.
_BENT = frozenset({"ru", "uk"})


def places_asked(text: str, language: str) -> list[Mention]:
    """The places that a question asks about. Where a preposition says of some name that it is where something happened,
    a capital or a state without one is a party: "what do Moscow and Brussels say of the strike at Rutbah"."""
    parties_named = namings(text, language)
    met = without_parts(mentions(text, language), parties_named)
    named = [mention for mention in met if mention.kind == "place"]
    if not named:
        return list(places_named(text, language))
    of_parties = [(naming.start, naming.end) for naming in parties_named]
    parts = [part for part in tokens(text) if part.is_word or part.text == _COMMA]
    located, parties = _sorted_out(text, language, parts, named, of_parties)
    taken = [*((mention.start, mention.end) for mention in named), *of_parties]
    if not located and not _names_another_place(parts, language, taken):
        # "Did Russia", "does Kyiv": who does it, whatever else is named.
        acts = language in _BENT and marked(text, language, "acts").has("deeds")
        parties = [mention for mention in parties if acts or _is_subject(mention, parts, language)]
    return [mention for mention in named if mention not in parties]


def _is_subject(mention: Mention, parts: Sequence[Token], language: str) -> bool:
    """Whether a name stands right behind an auxiliary that asks what somebody did."""
    lexicon = reporting(language)
    before = [folded(part.text) for part in parts if part.end <= mention.start]
    return bool(before) and before[-1] in lexicon.sets["auxiliaries"] - lexicon.sets["be"]


def _sorted_out(
    text: str, language: str, parts: Sequence[Token], named: Sequence[Mention], of_parties: Sequence[tuple[int, int]]
) -> tuple[list[Mention], list[Mention]]:
    """The places behind a preposition that says where, and the parties; what goes on a list is of its kind."""
    lexicon = reporting(language)
    groups: tuple[list[Mention], list[Mention]] = ([], [])
    last: list[Mention] = []
    for mention in named:
        before = [part for part in parts if part.end <= mention.start][-2:]
        word = folded(before[-1].text) if before else ""
        joins = word in lexicon.sets["conjunctions"] or word == _COMMA
        goes_on = joins and bool(last) and len(before) > 1 and last[-1].end >= before[-2].start
        written_on = not lexicon.cased and text[: mention.start][-1:].isalpha()
        if word in lexicon.leading or written_on:
            last = groups[0]
        elif (mention.start, mention.end) in of_parties and not goes_on:
            last = groups[1]
        elif not goes_on:
            last = []
        last.append(mention)
    return groups


def _names_another_place(parts: Sequence[Token], language: str, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a name that no table knows stands behind a preposition that says where."""
    free = [part for part in parts if part.is_name and not any(begin <= part.start < end for begin, end in taken)]
    before = (next((other for other in reversed(parts) if other.end < part.start), None) for part in free)
    return any(word is not None and folded(word.text) in reporting(language).leading for word in before)


def names_asked(
    text: str, language: str, placed: Sequence[Mention], parties: Sequence[tuple[str, str]]
) -> tuple[Inquiry.Name, ...]:
    """The names in a question: places and parties that are known, and whatever else is written as a name."""
    names = [_name(mention.text, language, place_ids=frozenset({mention.place.id})) for mention in placed]
    known = {name.text.casefold() for name in names}
    names += [_name(name, language, actor=actor) for name, actor in parties if actor and name.casefold() not in known]
    stems = frozenset[str]().union(*(name.stems for name in names))
    written = [_name(text, language) for text in (*capitalised(text, language), *facilities_named(text, language))]
    names += [name for name in written if name.stems and not name.stems & stems]
    return tuple({name.text.casefold(): name for name in names}.values())


def _name(text: str, language: str, *, place_ids: frozenset[str] = frozenset(), actor: str = "") -> Inquiry.Name:
    heard = (ways_heard(word) for word in text.split() if len(word) > 3)
    sounds = frozenset(frozenset(sound for sound in ways if len(sound) > 2) for ways in heard)
    telling = sounds if all(sounds) else frozenset()
    is_body = any(_is_body(word, language) for word in text.split())
    return Inquiry.Name(text, frozenset(terms(text)), place_ids, actor, telling, language, is_body)


def capitalised(text: str, language: str) -> list[str]:
    """The runs of words that are written as names, in scripts that have capitals. A capital at the head of a sentence
    says nothing, unless a name goes on after it; nor does that of a word that asks."""
    parts = tokens(text)
    if sum(part.is_name for part in parts) > _MANY_CAPITALS * len(parts):
        return []
    runs: list[list[Token]] = [[]]
    for place, part in enumerate(parts):
        if part.is_word and part.is_name and _tells(parts, place, language):
            runs[-1].append(part)
        elif runs[-1] and not _links(parts, place, runs[-1], language):
            runs.append([])
    shown = (text[run[0].start : run[-1].end] for run in runs if run)
    return [without_possessive(run) for run in shown]


def _links(parts: Sequence[Token], place: int, run: Sequence[Token], language: str) -> bool:
    """Whether a word stands within a body's name: "Consejo de Seguridad", "Bank of England"."""
    following = parts[place + 1 : place + 2]
    is_of = parts[place].lower in _OF.get(language, ())
    return is_of and bool(following) and following[0].is_name and _is_body(run[-1].text, language)


def _is_body(word: str, language: str) -> bool:
    """Whether a word says what body a name is of: a council, a commission."""
    office = offices(language).office(folded(word))
    return office is not None and _BODY in office.concepts


def _tells(parts: Sequence[Token], place: int, language: str) -> bool:
    """Whether the capital of a word says that it is a name."""
    opens = place == 0 or not any(part.is_word for part in parts[:place]) or parts[place - 1].text in _STOPS
    if not opens:
        return True
    following = parts[place + 1 : place + 2]
    return bool(following) and following[0].is_name and not only_asks(parts[place].text, language)
