"""The gist of a quote, as far as its records hold it, in no language: who, what kind of act, how many, where, when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.language.lexicon import lexicon
from index.language.tokens import tokens
from index.language.vocabulary import marked
from index.places import find, table
from index.places.words import KINDS
from index.reports.actors import alone_in, namings
from index.reports.counted import EVENTS, THINGS, WEAPONS
from index.reports.records import Figure, PlaceMention, Statement, Voice
from index.reports.report import Report, Testimony
from index.reports.shown import Gist, Tally

OUTCOMES = ("killed", "wounded", "missing", "captured", "displaced", "evacuated", "rescued", "arrested", "released")
# Whom a toll counts apart; of others it is not said who they are.
COUNTED = frozenset({"children", "women", "civilians", "fighters", "soldiers", "police", "journalists"})
# What is shot down.
AIRBORNE = frozenset({"drones", "missiles"})
_NO_PEOPLE = EVENTS | THINGS | WEAPONS | {"animals"}
_HELD = frozenset({"prisoners", "hostages"})
_ALREADY = {"killed": _HELD | {"bodies"}, "captured": _HELD, "arrested": _HELD}
# Deeds of one kind for who only learns the kind. Of the others the records say too seldom what was meant: a court that
# "closed" a case, a plane that "left".
_KINDS = {
    "attack": "attack", "shell": "attack", "bomb": "attack", "strike": "attack", "fire_at": "attack",
    "shoot_down": "shoot_down", "capture": "capture",
}  # fmt: skip
# What is told by its toll.
_OF_TOLLS = frozenset({"kill", "wound", "die"})
_WATERS = frozenset({"river", "water"})
_MOST_PLACES, _MOST_WORDS = 2, 9
_KNOWN = 2
_ARTICLE = "ال"


def gist(testimony: Testimony, start: int, end: int) -> Gist | None:
    """The gist of a statement that is quoted from `start` to `end` of its report; None where the records hold too
    little, or where more than one reading of them is possible."""
    statement, report = testimony.statement, testimony.report
    voice, language = statement.speaker, report.reading.language
    if not _is_plain(testimony) or (voice is not None and not _is_one_speaker(voice, language)):
        return None
    tallies = _tallies(statement, start, end)
    deed = _deed(statement, tallies)
    if deed != "shoot_down":
        tallies = tuple(tally for tally in tallies if tally.outcome)
    places = _where(report, statement.places, start, end)
    if not (deed or tallies) or not (places or tallies) or _hides_the_dead(report.text[start:end], language, tallies):
        return None
    return Gist(
        language=language,
        speaker=voice.name if voice is not None else "",
        actor=alone_in(voice.name, language) if voice is not None else "",
        deed=deed,
        tallies=tallies,
        places=places,
        day=_day(testimony),
    )


def _is_plain(testimony: Testimony) -> bool:
    """Whether a statement tells what happened, lately; what is denied in it is not always read rightly."""
    statement = testimony.statement
    denied = statement.negated or any(act.negated or act.type == "denial" for act in statement.acts)
    return not denied and not statement.background and not testimony.sentence_text.rstrip().endswith(("?", "؟"))


def _is_one_speaker(voice: Voice, language: str) -> bool:
    """Whether a speaker's name is whole, and his alone: an actor's, or one of a person or an office."""
    if alone_in(voice.name, language):
        return True
    words = [token.lower for token in tokens(voice.name) if token.is_word]
    links = lexicon(language, "reporting").get("links", "").split()
    whole = bool(words) and len(words) <= _MOST_WORDS and words[0] not in links
    return whole and bool(voice.office or voice.person) and len(namings(voice.name, language)) <= 1


def _deed(statement: Statement, tallies: Sequence[Tally]) -> str:
    """The kind of what a statement tells of, where it is one kind alone. Of what was shot down there is one number."""
    kinds = {_KINDS.get(act.verb, "") for act in statement.acts if act.verb not in _OF_TOLLS}
    kind = kinds.pop() if len(kinds) == 1 else ""
    weapons = [tally for tally in tallies if not tally.outcome]
    return "" if kind == "shoot_down" and len(weapons) != 1 else kind


def _hides_the_dead(quote: str, language: str, tallies: Sequence[Tally]) -> bool:
    """Whether a quote has a word for the dead, of whom no number was read: "a policeman was killed and two others
    wounded"."""
    if not tallies or any(tally.outcome == "killed" for tally in tallies):
        return False
    words = marked(quote, language, "counting")
    return any(words.sense("outcomes", place).meaning == "killed" for place in range(len(words)))


def _tallies(statement: Statement, start: int, end: int) -> tuple[Tally, ...]:
    """The largest number of each outcome, and the only one of weapons."""
    largest: dict[str, Figure] = {}
    weapons = [figure for figure in statement.figures if not figure.outcome and figure.counted in AIRBORNE]
    for figure in statement.figures:
        told = figure in weapons[:1] if not figure.outcome else _is_toll(figure)
        if figure.vague or figure.part or figure.total or not told or not start <= figure.start < end:
            continue
        if figure.outcome not in largest or figure.value > largest[figure.outcome].value:
            largest[figure.outcome] = figure
    return tuple(_tally(figure) for figure in largest.values() if figure.outcome or len(weapons) == 1)


def _is_toll(figure: Figure) -> bool:
    """Whether a number is of people who met with something now: bodies were killed before, prisoners held before."""
    already = _ALREADY.get(figure.outcome, frozenset())
    return figure.value >= 1 and figure.outcome in OUTCOMES and figure.counted not in _NO_PEOPLE | already


def _tally(figure: Figure) -> Tally:
    apart = figure.counted if figure.counted in COUNTED | AIRBORNE and (figure.value > 1 or not figure.outcome) else ""
    exact = figure.modality == "exact"
    low, high = (figure.low, figure.high) if exact else (figure.value, figure.value)
    return Tally(low, high, figure.modality, figure.outcome, apart)


def _where(report: Report, mentions: Sequence[PlaceMention], start: int, end: int) -> tuple[str, ...]:
    """The places that a quote names; none where they are many, or one of them may be another."""
    inner = [mention for mention in mentions if start <= mention.start < end and mention.place_id != mention.country]
    places = tuple(dict.fromkeys(mention.place_id for mention in inner))
    certain = all(_is_certain(mention, report) for mention in inner)
    return places if certain and len(places) <= _MOST_PLACES else ()


def _is_certain(mention: PlaceMention, report: Report) -> bool:
    """Whether a name stands for no other place and for nothing else, in the country that its report is about."""
    place = table().place(mention.place_id)
    if place is None or place.kind in _WATERS:
        return False
    if place.prominent < _KNOWN and place.country != report.home:
        return False
    if _is_adjective(mention, report):
        return False
    meant = find(mention.name, report.reading.language)
    return bool(meant) and meant[0].place.id == place.id and not meant[0].common


def _is_adjective(mention: PlaceMention, report: Report) -> bool:
    """Whether an Arabic name with the article stands behind another noun that has it, which is no kind of place: the
    White Nile is not the town of El Obeid, "the white"."""
    words = report.text[: mention.start].split()
    before = words[-1] if words else ""
    return mention.name.startswith(_ARTICLE) and before.startswith(_ARTICLE) and before not in KINDS["ar"]


def _day(testimony: Testimony) -> date | None:
    """The day that a statement names, where it is the only one: a day that is not after its report's, and that is not
    when somebody said it."""
    days, written = set(testimony.statement.days), testimony.report.written
    day = days.pop() if len(days) == 1 else None
    if day is None or written is None or day > written or (day == written and testimony.statement.voices):
        return None
    return day
