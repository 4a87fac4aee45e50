"""Understanding a question: what it asks for, of which places, parties and days."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta

from index.answers.asked import Asked, Kind, asked
from index.answers.casing import with_capitals
from index.answers.inquiry import Inquiry
from index.answers.naming import names_asked, places_asked
from index.answers.speaking import asked_speaker
from index.embedding.embedder import Vectors
from index.language.languages import language_of
from index.language.lexicon import LANGUAGES
from index.language.numerals import numbers_in
from index.language.reporting import reporting
from index.language.terms import terms
from index.language.times import TimeSpan, looks_ahead, spans
from index.language.tokens import tokens
from index.language.vocabulary import Marked, marked
from index.places import Mention
from index.places import table as gazetteer
from index.reports.counted import LIFELESS
from index.reports.named import named_in
from index.reports.records import Voice

# What is further ahead is no day that reports tell of.
_FAR_AHEAD = timedelta(days=366)
# So sure, the head is believed against the word that asks.
_SURE = 0.85
# And less than so sure, it needs such a word for a number.
_LIKELY = 0.6
# The words that ask stand among so many first ones.
_ASKING = 2
# Kinds under which the head takes a question for a toll that has no number's word.
_OF_EVENTS = frozenset({"event", "what"})
# What the words of a deed, and those who did it, are listed under.
_OF_DEEDS = ("deeds", "bare_deeds", "deed_nouns", "light_verbs", "blame", "claims", "denials", "weapons", "passive")
# Kinds under which it is asked who claims a deed.
_OF_CLAIMS = frozenset({"yesno", "who", "what", "said", "event", "source"})
# What is counted stands within so many words of the words that ask for a number.
_NOUN_WITHIN = 4
# The deed that an outcome comes of, where a question only names that.
_DEED_OF = {"killed": "kill", "captured": "detain", "arrested": "detain", "released": "release"}
# Languages in which a yes or no is asked for by the verb that comes first.
_VERB_ASKS = frozenset({"en"})
# What nobody asks for by "who".
_OTHERS = frozenset({"where", "when", "why", "figure"})
# The kinds that questions with one asking word are of.
_FAMILIES: dict[str, frozenset[Kind]] = {
    "who": frozenset({"who", "blame", "said", "source"}),
    "yesno": frozenset({"yesno"}),
    "where": frozenset({"where"}),
    "when": frozenset({"when"}),
    "why": frozenset({"why"}),
    "figure": frozenset({"figure", "change"}),
    "what": frozenset(
        {
            "what",
            "event",
            "news",
            "background",
            "said",
            "source",
            "where",
            "when",
            "why",
            "figure",
            "change",
            "comparison",
            "who",
            "blame",
        }
    ),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Times:
    """When a question asks about."""

    since: datetime | None = None
    first: TimeSpan | None = None
    spans: tuple[TimeSpan, ...] = ()


def understand(text: str, wish: Asked, vector: Vectors, now: datetime, zone: str, *, original: str = "") -> Inquiry:
    """A question as of `now`. `wish` is what the head told of its `vector`; `original` is what was typed, where a
    follow-up was completed."""
    language = known_language(text)
    times = spans(text, language, now, zone)
    rest = with_capitals(_without(text, times), language)
    parties = named_in(rest, language).parties
    voice = asked_speaker(rest, language)
    # Whose words are asked for is not where: "what does Israel say about the graves".
    placed = [mention for mention in places_asked(rest, language) if voice is None or mention.text != voice.name]
    understood = [span for span in times if span.is_understood]
    # A year far ahead is not when anything happened: "in its budget for 2028".
    far = now.date() + _FAR_AHEAD
    within = [span for span in understood if span.relation == "in" and span.first and not span.moment]
    within = [span for span in within if span.first and span.first <= far]
    since = [span for span in understood if span.relation == "since" or span.moment]
    outcomes = _outcomes(rest, language)
    counted = _counted(rest, language, anywhere=bool(original))
    if counted & LIFELESS and (
        _listed(rest, language, "counting", "tolls") or _listed(rest, language, "asking", "hurt")
    ):
        # The toll of a bomb, the casualties of a hospital are people.
        counted = frozenset()
    kind = kind_of(wish, text, language)
    asks_for_number = "figure" in _listed(text, language, "asking", "kinds")
    if kind in _OF_EVENTS and asks_for_number and _listed(rest, language, "counting", "tolls"):
        # "Quel est le bilan de la frappe".
        kind = "figure"
    if kind == "yesno" and outcomes and _listed(rest, language, "asking", "anyone"):
        # "Was anyone hurt" is answered by how many were.
        kind, outcomes = "figure", outcomes | {"killed", "wounded"}
    if kind == "comparison" and wish.certainty < _SURE and voice is not None and _is_one(voice, language):
        kind = "said"
    deeds = _listed(rest, language, "acts", "deeds", "deed_nouns", "state_nouns")
    if kind == "blame" and _only_describes(rest, language):
        kind = "who"
    elif kind == "who" and _listed(rest, language, "acts", "blame"):
        # "Who is responsible for", "who is behind".
        kind = "blame"
    elif kind in _OF_CLAIMS and deeds and _asks_who_claims(rest, language):
        kind = "blame"
    names = names_asked(rest, language, placed, [(party.name, party.actor) for party in parties])
    return Inquiry(
        asked=original or text,
        text=text,
        language=language,
        kind=kind,
        # A comparison is of several.
        voice=None if kind == "comparison" else voice,
        certainty=wish.certainty,
        terms=content_terms(rest, language),
        names=names,
        vector=vector,
        outcomes=outcomes,
        counted=counted,
        in_all=_asks_in_all(rest, language) or any(span.relation == "since" for span in times),
        measured=_measured(rest, language),
        unit=next(iter(sorted(_listed(rest, language, "asking", "units"), reverse=True)), ""),
        numbers=numbers_in(rest),
        deeds=deeds | {deed for outcome, deed in _DEED_OF.items() if outcome in outcomes},
        objects=_objects(rest, language).difference(*(name.stems for name in names)) if deeds else frozenset(),
        of_doer=_of_doer(rest, language),
        of_denial=marked(rest, language, "acts").has("denials"),
        of_present=bool(_listed(rest, language, "asking", "present")),
        of_name=bool(_listed(rest, language, "asking", "called")),
        of_sides=bool(_listed(rest, language, "asking", "sides")),
        actors=frozenset(party.actor for party in parties if party.actor),
        since=_since(since, now, zone),
        begins=max((span.first for span in since if span.first and not span.moment), default=None),
        first=min((span.first for span in within if span.first), default=None),
        last=max((span.last or span.first for span in within if span.first), default=None),
        assumed=any(span.assumed for span in within),
        looks_ahead=looks_ahead(text, language),
        not_understood=tuple(text[span.start : span.end] for span in times if not span.is_understood),
        covers=_Coverage(placed),
    )


def _asks_who_claims(text: str, language: str) -> bool:
    """Whether a question asks who says that a deed was his: "was it claimed by anyone", not "who claimed that"."""
    asking = marked(text, language, "asking")
    that = reporting(language).sets["complementizers"].intersection(text.casefold().split())
    return not that and (asking.has("claiming") or marked(text, language, "acts").has("claims"))


def plainly_asked(text: str) -> Asked:
    """What is asked by the word that asks, where no trained head tells."""
    language = known_language(text)
    return asked({word_asked(text, language) or "what": 1.0})


def kind_of(wish: Asked, text: str, language: str) -> str:
    """The kind of question: what the head tells, unless it is unsure and the word that asks says another."""
    word = word_asked(text, language)
    # "Urum al-Joz air strike - dead?" is no yes or no.
    sure = wish.certainty >= _SURE and not (wish.kind == "yesno" and language in _VERB_ASKS)
    if not word and not sure and _outcomes(text, language):
        return "figure"
    # "What share of them" asks for a number, too.
    if wish.certainty < _SURE and "percent" in _listed(text, language, "asking", "units"):
        return "figure"
    # "Who said that …" asks for a speaker, not for who did it.
    if word == "said":
        return "said"
    family: frozenset[str] = frozenset(_FAMILIES.get(word, {word}))
    if wish.kind == "figure" and wish.certainty < _LIKELY and word != "figure":
        # Nothing in it asks for a number: «¿Resultaron dañadas …?».
        return next(kind for kind, _ in wish.kinds if kind != "figure" and (not word or kind in family))
    if not word or wish.kind in family or (wish.certainty >= _SURE and not (word == "who" and wish.kind in _OTHERS)):
        return wish.kind
    likely: dict[str, float] = dict(wish.kinds)
    return max(sorted(family), key=lambda kind: likely.get(kind, 0.0))


def word_asked(text: str, language: str) -> str:
    """The kind of question that the first word that asks opens, "" where none does."""
    said = marked(text, language, "asking")
    return next(filter(None, (said.says("kinds", at) for at in range(len(said)))), "")


def known_language(text: str) -> str:
    """The language of a question as far as there is a lexicon for it; English else."""
    language = language_of(text)
    return language if language in LANGUAGES else "en"


def content_terms(text: str, language: str) -> tuple[str, ...]:
    """The stems of a question's words that say what it is about, each once."""
    said = marked(text, language, "asking")
    kept = [text[said[at].start : said[at].end] for at in range(len(said)) if not said.says("words", at)]
    return tuple(dict.fromkeys(terms(" ".join(kept)))) or tuple(dict.fromkeys(terms(text)))


def _without(text: str, times: Sequence[TimeSpan]) -> str:
    for span in sorted(times, key=lambda span: -span.start):
        text = text[: span.start] + " " + text[span.end :]
    return text


def _since(times: Sequence[TimeSpan], now: datetime, zone: str) -> datetime | None:
    """From when on reports are wanted."""
    moments = [span.moment for span in times if span.moment]
    days = [
        datetime.combine(span.first, datetime.min.time(), now.tzinfo)
        for span in times
        if span.first and not span.moment
    ]
    return max([*moments, *(day - timedelta(hours=14) for day in days)], default=None)


def _listed(text: str, language: str, concern: str, *listings: str) -> frozenset[str]:
    """What the words of a question mean in listings of its language."""
    said = marked(text, language, concern)
    meanings = (said.says(listing, at) for listing in listings for at in range(len(said)))
    return frozenset(meaning for meaning in meanings if meaning)


def _asks_in_all(text: str, language: str) -> bool:
    """Whether a question asks for what a war or a long time took."""
    return bool(_listed(text, language, "asking", "in_all") or _listed(text, language, "counting", "totals", "wars"))


def _is_one(voice: Voice, language: str) -> bool:
    """Whether somebody speaks alone: no outlets, and not one and another."""
    joined = reporting(language).sets["conjunctions"].intersection(voice.name.casefold().split())
    return voice.kind != "outlet" and voice.count == 1 and not joined


def _counted(text: str, language: str, *, anywhere: bool) -> frozenset[str]:
    """What a question counts: the noun right after the words that ask for a number, where it is one that is known; of a
    follow-up ("how many of them …") the first that stands in it."""
    asking, said = marked(text, language, "asking"), marked(text, language, "counting")
    reach = _after_number(asking)
    at = next((at for at in reach if said.says("concepts", at)), None)
    concept = "" if at is None else _headed(said, at, language)
    if at is not None and concept in LIFELESS and any(said.says("outcomes", near) for near in reach if near < at):
        # "¿Cuántos muertos dejó el ataque?", "how many died when a drone": the dead are counted.
        concept = ""
    if not concept and not reach:
        # "Children killed in the strike": what an outcome stands right behind.
        concept = next((before for at in range(len(said)) if (before := _before_outcome(said, at))), "")
    if not concept and anywhere:
        concept = next((said.says("concepts", at) for at in range(len(said)) if said.says("concepts", at)), "")
    return frozenset({concept} if concept else ())


def _headed(said: Marked, at: int, language: str) -> str:
    """What a noun at a place counts; of several in English the last: "attack drones" are drones."""
    concept, following = said.says("concepts", at), at + said.length("concepts", at)
    while language == "en" and following < len(said) and said.says("concepts", following):
        concept = said.says("concepts", following)
        following += said.length("concepts", following)
    return concept


def _before_outcome(said: Marked, at: int) -> str:
    """Whom a place names that an outcome stands right behind, "" where none does; of "the strike killed" nobody."""
    concept, behind = said.says("concepts", at), at + said.length("concepts", at)
    return concept if behind < len(said) and said.says("outcomes", behind) and concept not in LIFELESS else ""


def _measured(text: str, language: str) -> frozenset[str]:
    """The stems of the words right after those that ask for a number, without the words that only ask."""
    asking = marked(text, language, "asking")
    kept = [at for at in _after_number(asking) if not asking.says("words", at)]
    return frozenset(terms(" ".join(text[asking[at].start : asking[at].end] for at in kept)))


def _objects(text: str, language: str) -> frozenset[str]:
    """The stems of the words that only say to what something was done: none that ask, tell of a deed, or blame."""
    asking, acts = marked(text, language, "asking"), marked(text, language, "acts")
    objects = [
        text[acts[at].start : acts[at].end]
        for at in range(len(acts))
        if not asking.says("words", at) and not any(acts.says(listing, at) for listing in _OF_DEEDS)
    ]
    return frozenset(terms(" ".join(objects)))


def _after_number(asking: Marked) -> range:
    """The places of the words right after those that ask for a number; empty where none does."""
    begins = next((at for at in range(len(asking)) if asking.says("kinds", at) == "figure"), None)
    if begins is None:
        return range(0)
    first = begins + asking.length("kinds", begins)
    return range(first, min(first + _NOUN_WITHIN, len(asking)))


def _of_doer(text: str, language: str) -> bool:
    """Whether a question asks who did a deed, and not to whom it was done: "who died", "which colonel was shot"."""
    said = marked(text, language, "acts")
    first = _first_deed(said)
    if first is None:
        # "Who met him after the attack" asks of another deed, which no list knows.
        return said.has("deed_nouns") and (said.has("light_verbs") or said.has("blame"))
    if _only_describes(text, language):
        return False
    passive = any(said.says("passive", at) for at in range(max(0, first - 2), first)) or _is_done_to(text, first)
    return not passive and said.says("deeds", first) not in {"die", "live"}


def _is_done_to(text: str, deed: int) -> bool:
    """Whether a deed says to whom it was done without "was": "name of the reporter killed in"."""
    parts = tokens(text)
    following = parts[deed + 1].lower if deed + 1 < len(parts) and parts[deed + 1].is_word else ""
    language = known_language(text)
    asks = marked(text, language, "asking").says("words", deed - 1) if deed else True
    return language == "en" and not bool(asks) and (not following or following in reporting(language).sets["links"])


def _only_describes(text: str, language: str) -> bool:
    """Whether a deed only tells who or what is meant: "which group runs the clinic that was hit"."""
    said, fenced = marked(text, language, "acts"), marked(text, language, "counting")
    first = _first_deed(said)
    fence = next((at for at in range(_ASKING, first or 0) if fenced.says("fences", at)), None)
    return fence is not None and not any(said.says(of, at) for of in ("deed_nouns", "blame") for at in range(fence))


def _first_deed(said: Marked) -> int | None:
    return next((at for at in range(len(said)) if said.says("deeds", at)), None)


def _outcomes(text: str, language: str) -> frozenset[str]:
    """What became of those a question asks about: killed where it asks for a toll, hurt either way for casualties."""
    named = _listed(text, language, "counting", "outcomes", "tolls")
    return named | {"killed", "wounded"} if _listed(text, language, "asking", "hurt") else named


class _Coverage:
    """Which places are of those that a question names: they themselves, what lies in them, and, of a town, the region
    or country where a statement names no other."""

    def __init__(self, asked: Sequence[Mention]) -> None:
        self._asked = {mention.place.id: mention.place for mention in asked}

    def __call__(self, here: frozenset[str]) -> bool:
        if here & self._asked.keys():
            return True
        places = gazetteer()
        lying = [place for place in map(places.place, here) if place is not None]
        return any(places.within(place, asked) for place in lying for asked in self._asked.values())
