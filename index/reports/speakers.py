"""Speakers as entities: whether two names, in two reports and perhaps two languages, are one speaker."""

from __future__ import annotations

import dataclasses

from index.language.languages import language_of
from index.language.remembering import remembered
from index.language.reporting import folded, reporting
from index.language.terms import terms
from index.language.tokens import tokens
from index.language.wordlists import words
from index.places import table, within
from index.reports.actors import actors, namings
from index.reports.offices import offices as offices_in
from index.reports.records import Voice
from index.reports.romanised import skeleton, sound_alike

# Who speaks for a state or a group without being named: the group's own name means one of these.
_ITSELF = words("army government president commander organisation premier guards activist")
# A state is no organisation and no activist: "the Syrian Observatory" does not speak for Syria.
_STATE_ITSELF = _ITSELF - words("organisation activist")
# Offices that several people speak for; two governors are two speakers, two spokesmen of an army are one.
_BODIES = words(
    """
    army ministry police hospital emergency civil_defence red_cross un security_service government department
    organisation media guards liaison refugee unrwa unicef who wfp humanitarian peacekeepers
    """
)
# Offices that one body has and names: the World Health Organization is no other for "health" and "organisation".
_NAMED = words("unrwa unicef who wfp refugee peacekeepers")
# Too little alone: any body has a head and a department.
_PLAIN = words("organisation department head security_service city regional information deputy resident")
# Offices that each town or region has one of, whoever's state it is.
_LOCAL = words("governor mayor hospital police department resident witness doctor liaison")
_OF_THE_STATE = frozenset({"army", "government", "ministry", "police"})
_NO_ONE = frozenset({"people", "unnamed"})
# Offices that count the same people in turn as a toll grows: those who treat, recover and administer.
_COUNTING = words(
    "health doctor hospital civil_defence red_cross emergency governor mayor department regional city government police"
)
# What stands before a family name and is spelt in many ways: "Abdul-Rahman", "Abdel Rahman".
_PARTICLES = words("abdul abdel abd abu al el bin ben ibn")
_LEAST_INITIALS = 3
# Words before "residents" that tell no people apart from another.
_OF_HERE = words("local several many other some")
# Bodies that have names of their own.
_OF_BODIES = words("organisation rights")
# What any of them may be called: says nothing of which.
_ANY_BODY = words("group groups organization organisation organizations organisations agency")


@dataclasses.dataclass(frozen=True, slots=True)
class SpeakerContext:
    """What the reports are about: `home`, the state whose "the army" and "the government" are meant by plain words."""

    home: str = ""


def same_speaker(first: Voice, second: Voice, context: SpeakerContext | None = None) -> bool:
    """Whether two voices are one speaker: one person, or the same office of the same side at places that agree."""
    if _stands_for(first.name, second.name) or _stands_for(second.name, first.name) or _share_initials(first, second):
        return True
    about = context or SpeakerContext()
    offices = office_of(first), office_of(second)
    acting = _actor(first, offices[0], about), _actor(second, offices[1], about)
    if all(acting) and acting[0] != acting[1]:
        return False
    ruled = bool(acting[0]) and acting[0] == acting[1] and not (offices[0] | offices[1]) & _LOCAL
    if not ruled and not _places_agree(first.place, second.place):
        return False
    if first.person and second.person:
        return _same_person(first, second) or (_speak_for_one(*offices) and _agree(first, second, offices, acting))
    return _agree(first, second, offices, acting)


def colleagues(first: Voice, second: Voice) -> bool:
    """Whether two voices are of offices that count the same people, at places that agree, and not of two sides: a later
    count of one brings an earlier count of the other up to date."""
    if (first.actor and second.actor and first.actor != second.actor) or not _places_agree(first.place, second.place):
        return False
    return bool(office_of(first) & _COUNTING and office_of(second) & _COUNTING)


def of_place(voice: Voice) -> bool:
    """Whether a voice has an office that each town or region has one of: it counts what happened there."""
    return bool(voice.place) and bool(office_of(voice) & _LOCAL)


def key(voice: Voice) -> tuple[str, ...]:
    """What speakers are put together by before they are compared: equal keys are one speaker where places agree."""
    offices = office_of(voice)
    if voice.person and not offices & _BODIES:
        return ("person", skeleton(voice.person))
    if offices - _PLAIN or voice.actor:
        return ("office", voice.actor, *sorted(offices - _ITSELF if voice.actor else offices))
    return ("name", *sorted(_proper(voice)))


def office_of(voice: Voice) -> frozenset[str]:
    """The concepts of an office in their one usual form: the head of a region is its governor."""
    offices = set(voice.office)
    if offices & _NAMED:
        return frozenset(offices & _NAMED)
    if "regional" in offices and offices & {"head", "president", "department", "governor", "commander"}:
        offices = {"governor"} | (offices - {"regional", "head", "president", "department", "commander"})
    if "city" in offices and offices & {"head", "president", "mayor"}:
        offices = {"mayor"} | (offices - {"city", "head", "president"})
    if {"civil", "defence"} <= offices:
        offices = {"civil_defence"} | (offices - {"civil", "defence"})
    if {"organisation", "head"} <= offices:
        offices -= {"head"}
    if "emergency" in offices:
        offices -= {"security_service", "ministry", "department"}
    if voice.kind in {"body", "person"} and "organisation" in offices:
        return frozenset(offices - (_PLAIN - {"organisation"}))
    specific = offices - _PLAIN
    return frozenset(specific or offices)


def _agree(first: Voice, second: Voice, offices: tuple[frozenset[str], ...], acting: tuple[str, ...]) -> bool:
    """Whether office and side are the same, or one of the names alone stands for the other's office."""
    if offices[0] and offices[1]:
        if offices[0] == offices[1]:
            return _told_apart_by_nothing(first, second, acting)
        itself = _itself(acting[0])
        return bool(acting[0]) and acting[0] == acting[1] and offices[0] <= itself and offices[1] <= itself
    if acting[0] and acting[0] == acting[1]:
        return (offices[0] | offices[1]) <= _itself(acting[0])
    if acting[0] or acting[1] or offices[0] or offices[1]:
        return False
    ours, theirs = _proper(first), _proper(second)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _itself(actor: str) -> frozenset[str]:
    """The offices that are meant where a side is named with no more words."""
    entry = actors().get(actor)
    return _STATE_ITSELF if entry is not None and entry.kind == "state" else _ITSELF


@remembered(4096)
def _stands_for(short: str, name: str) -> bool:
    """Whether one capital word is made of the initials of the other's names: SOHR, the Syrian Observatory for Human
    Rights."""
    if not (short.isupper() and short.isalpha() and len(short) >= _LEAST_INITIALS):
        return False
    initials = "".join(token.text[0] for token in tokens(name) if token.is_word and token.text[0].isupper())
    return short in initials and short != name


def _share_initials(first: Voice, second: Voice) -> bool:
    """Whether two bodies are called by the same capitals: "SANA", "state news agency SANA"."""
    return first.kind == second.kind == "body" and not _capitals(first.name).isdisjoint(_capitals(second.name))


def _capitals(name: str) -> frozenset[str]:
    long = (word for word in name.split() if len(word) >= _LEAST_INITIALS)
    return frozenset(word for word in long if word.isupper() and word.isalpha())


def _told_apart_by_nothing(first: Voice, second: Voice, acting: tuple[str, ...]) -> bool:
    """Of one office: whether the persons are one, and the names of bodies have no proper words that differ."""
    if first.person and second.person and not _same_person(first, second):
        return _speak_for_one(office_of(first), office_of(second))
    ours, theirs = _own_words(first), _own_words(second)
    if _differ(ours, theirs):
        return False
    alike = not (ours and theirs) and language_of(first.name) == language_of(second.name)
    if alike and _differ(_own_nouns(first), _own_nouns(second)):
        return False
    if acting[0] and acting[0] == acting[1]:
        return True
    if first.kind in _NO_ONE or second.kind in _NO_ONE:
        return first.kind == second.kind and not (alike and _of_other_people(first, second))
    return True


def _of_other_people(first: Voice, second: Voice) -> bool:
    """Whether those who are not named are of two peoples: "Druze elders", "tribal elders"."""
    ours, theirs = _people_of(first), _people_of(second)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _people_of(voice: Voice) -> frozenset[str]:
    """The word right before the office of some people, where it is none of place or number."""
    language = language_of(voice.name)
    lexicon, known = reporting(language), offices_in(language)
    parts = [token for token in tokens(voice.name) if token.is_word]
    at = next((at for at, token in enumerate(parts) if known.office(folded(token.text))), 0)
    word = folded(parts[at - 1].text) if at else ""
    plain = any(lexicon.has(word, listed) for listed in ("determiners", "links", "conjunctions", "numbers"))
    return frozenset() if plain or word in _OF_HERE else frozenset({word} - {""})


def _places_agree(ours: str, theirs: str) -> bool:
    """Whether two speakers may be of one place: the same, one within the other, or not said."""
    if not ours or not theirs or ours == theirs:
        return True
    first, second = table().place(ours), table().place(theirs)
    return first is not None and second is not None and (within(first, second) or within(second, first))


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two bodies have names of their own that share nothing, in any script: one hospital and another."""
    return bool(ours and theirs) and not any(
        word == other or word.startswith(other) or other.startswith(word) for word in ours for other in theirs
    )


@remembered(4096)
def _own_words(voice: Voice) -> frozenset[str]:
    """The sounds of the proper words of a body's name: no office, no actor, no little words; of a person those of the
    body that he heads or speaks for."""
    if voice.person and not office_of(voice) & _OF_BODIES:
        return frozenset()
    # Behind a name and a comma stands what the person heads; behind a body's, something else.
    name = _without_person(voice.name, voice.person) if voice.person else voice.name.partition(",")[0]
    language = language_of(name)
    lexicon, known = reporting(language), offices_in(language)
    acting = [(naming.start, naming.end) for naming in namings(name, language)]
    sounds = set()
    for token in tokens(name):
        forms = list(lexicon.variants(folded(token.text).removesuffix("'s")))
        plain = lexicon.cased and not token.is_name
        little = any(lexicon.has(forms[0], listed) for listed in ("determiners", "links", "conjunctions"))
        named = any(start <= token.start < end for start, end in acting)
        if token.is_word and not (plain or little or named or any(known.office(form) for form in forms)):
            sounds.add(skeleton(forms[-1] if not lexicon.cased else forms[0]))
    return frozenset(sound for sound in sounds if len(sound) > 1)


def _without_person(name: str, family: str) -> str:
    """A phrase without the names of the person in it: what he heads."""
    parts = name.split()
    last = next((at for at, word in enumerate(parts) if folded(word.strip("'’.")) == family), -1)
    first, roles = last, offices_in(language_of(name))
    while first > 0 and parts[first - 1][:1].isupper() and roles.office(folded(parts[first - 1])) is None:
        first -= 1
    return " ".join(parts[:first] + parts[last + 1 :]) if last >= 0 else name


@remembered(4096)
def _own_nouns(voice: Voice) -> frozenset[str]:
    """What an organisation calls itself: a network is no union. It tells apart within one language."""
    name = voice.name.partition(",")[0]
    known = offices_in(language_of(name))
    plain = (folded(token.text).removesuffix("'s") for token in tokens(name))
    return frozenset(word for word in plain if (office := known.office(word)) and "organisation" in office.concepts)


def short_for_body(short: Voice, full: Voice) -> bool:
    """Whether "the Observatory" stands for the observatory that another report names in full: nothing told of one is
    not told of the other."""
    if office_of(short) - {"organisation"} or not office_of(full) & _OF_BODIES:
        return False
    nouns = _own_nouns(short) - _ANY_BODY
    return bool(nouns) and nouns <= _own_nouns(full) and not _differ(_own_words(short), _own_words(full))


def _speak_for_one(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours & _BODIES) and ours == theirs


def _same_person(first: Voice, second: Voice) -> bool:
    """Whether two names are one person's, in any script: the family names sound alike, given names do not differ."""
    ours, theirs = skeleton(_family(first)), skeleton(_family(second))
    if not ours or not sound_alike(ours, theirs):
        return False
    given = _given(first), _given(second)
    return not all(given) or given[0] == given[1] or (given[0][:1] == given[1][:1] != "" and 1 in map(len, given))


def _family(voice: Voice) -> str:
    particle, _, rest = voice.person.partition("-")
    return rest if particle in _PARTICLES and rest else voice.person


def _given(voice: Voice) -> str:
    """The sound of the name before the family name, "" where there is none."""
    words = [word.strip(",.'’\"") for word in voice.name.split()]
    words = [word for word in words if word.casefold() not in _PARTICLES]
    places = [at for at, word in enumerate(words) if word.casefold().removesuffix("'s") == voice.person]
    if not places or not places[0] or not words[places[0] - 1][:1].isupper():
        return ""
    return skeleton(words[places[0] - 1])


def _actor(voice: Voice, offices: frozenset[str], context: SpeakerContext) -> str:
    """Whose speaker it is; a plain "the army" is that of the state that the reports are about."""
    if voice.actor:
        return voice.actor
    return context.home if offices and offices <= _OF_THE_STATE - {"ministry"} and context.home in actors() else ""


def _proper(voice: Voice) -> frozenset[str]:
    """The terms of the words that name a body of no known office."""
    return frozenset(terms(voice.name.partition(",")[0]))
