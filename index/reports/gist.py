"""The gist of a quote, as far as its records hold it, in no language: who, what kind of act, how many, where, when."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from index.language.lexicon import lexicon
from index.language.tokens import tokens
from index.language.vocabulary import marked
from index.language.wordlists import words
from index.places import find, table
from index.places.words import BEFORE, KINDS
from index.reports.actors import actors, alone_in, namings, shown_name
from index.reports.records import Figure, PlaceMention, Statement, Voice
from index.reports.report import Report, Testimony
from index.reports.shown import Gist, Tally

OUTCOMES = ("killed", "wounded", "missing", "captured", "displaced", "evacuated", "rescued", "arrested", "released")
# Whom a toll counts apart; of others it is not said who they are.
COUNTED = frozenset({"children", "women", "civilians", "fighters", "soldiers", "police", "journalists"})
# What is shot down.
AIRBORNE = frozenset({"drones", "missiles"})
# Of the other people that the lexicons know only how many they are is told; what they do not know may be no people.
_PEOPLE = COUNTED | words(
    "people men officers medics aid_workers rescuers workers members refugees migrants students teachers farmers "
    "residents worshippers tourists protesters officials patients prisoners hostages bodies"
)
_HELD = frozenset({"prisoners", "hostages"})
_ALREADY = {"killed": _HELD | {"bodies"}, "captured": _HELD, "arrested": _HELD}
# Deeds of one kind for who only learns the kind. Of the others the records say too seldom what was meant: a court that
# "closed" a case, a plane that "left".
_KINDS = {
    "attack": "attack", "shell": "attack", "bomb": "attack", "strike": "attack", "fire_at": "attack",
    "shoot_down": "shoot_down", "capture": "capture", "release": "release",
}  # fmt: skip
# What is told by its toll.
_OF_TOLLS = frozenset({"kill", "wound", "die"})
# Somebody was killed: no number is said.
_ONE_AT_LEAST = Tally(1, 1, "at_least", "killed")
_OPENING = 2
_WATERS = frozenset({"river", "water"})
_MOST_PLACES, _MOST_ACTORS, _MOST_WORDS = 2, 2, 9
# Of what is only mentioned.
_FEWEST_NAMED, _MOST_NAMED = 2, 3
_TAGS = re.compile(r"[#@]\w+|https?://\S+")
_KNOWN, _REACH = 2, 24
_ARTICLE = "ال"


def gist(testimony: Testimony, start: int, end: int) -> Gist | None:
    """The gist of a statement that is quoted from `start` to `end` of its report; None where the records hold too
    little."""
    told = _told(testimony, start, end) if _is_plain(testimony) else None
    return told or _mentioned(testimony, start, end)


def _told(testimony: Testimony, start: int, end: int) -> Gist | None:
    """What is said to have happened; None where more than one reading of the records is possible."""
    statement, report = testimony.statement, testimony.report
    voice, language = statement.speaker, report.reading.language
    if voice is not None and not _is_one_speaker(voice, language):
        return None
    tallies = _tallies(statement, start, end)
    deed = _deed(statement, tallies)
    if deed != "shoot_down":
        tallies = tuple(tally for tally in tallies if tally.outcome)
    places = _where(testimony, start, end)
    if _hides_the_dead(report.text[start:end], language, tallies):
        if not (places and _tells_of_one_dead(testimony, start, end)):
            return None
        tallies = (_ONE_AT_LEAST, *tallies)
    if not (deed or tallies) or not (places or tallies):
        return None
    speaker, actor = _who(voice, language)
    speaker = speaker if voice is None else testimony.name_of(voice)
    return Gist(language, speaker, actor, deed, tallies, places, _day(testimony))


def _mentioned(testimony: Testimony, start: int, end: int) -> Gist | None:
    """Whom and which place a quote names, where they are certain, and two at least, of which neither says the other, as
    Moscow says Russia; and who speaks, where everybody knows him."""
    statement, report = testimony.statement, testimony.report
    voice, language = statement.voices[0] if statement.voices else None, report.reading.language
    _, actor = _who(voice, language)
    # "#Lebanon24" is no Lebanon.
    untagged = _TAGS.sub("", report.text[start:end])
    named = (party.actor for party in statement.parties if party.name in untagged and shown_name(party.actor, "en"))
    parties = (other for other in named if other != actor)
    speaking_of = tuple(dict.fromkeys(parties))[:_MOST_ACTORS]
    states = {actors()[other].country if other in actors() else other.upper() for other in speaking_of}
    inner = [mention for mention in statement.places if start <= mention.start < end]
    towns = [mention for mention in inner if not mention.is_country and _is_certain(mention, report)]
    apart = [mention for mention in towns if mention.country not in states]
    places = tuple(dict.fromkeys(mention.place_id for mention in apart))[: _MOST_NAMED - len(speaking_of)]
    enough = len(speaking_of) + len(places) >= _FEWEST_NAMED
    return Gist(language, actor=actor, places=places, mentioned=speaking_of) if enough else None


def _who(voice: Voice | None, language: str) -> tuple[str, str]:
    """A speaker's name and the entry that he is."""
    return ("", "") if voice is None else (voice.name, alone_in(voice.name, language))


def _is_plain(testimony: Testimony) -> bool:
    """Whether a statement tells what happened, lately. What is denied in it is not always read rightly."""
    statement = testimony.statement
    denied = statement.negated or any(act.negated or act.type == "denial" for act in statement.acts)
    asked = testimony.sentence_text.rstrip().endswith(("?", "؟"))
    return not denied and not asked and not statement.background and not _is_supposed(testimony)


def _is_supposed(testimony: Testimony) -> bool:
    """Whether something only happens if something else does."""
    return marked(testimony.text, testimony.report.reading.language, "acts").has("conditions")


def _is_one_speaker(voice: Voice, language: str) -> bool:
    """Whether a speaker's name is whole, and his alone: an actor's, or one of a person or an office."""
    if alone_in(voice.name, language):
        return True
    if voice.count > 1 or voice.kind == "unnamed":
        return False
    named = [token.lower for token in tokens(voice.name) if token.is_word]
    links = lexicon(language, "reporting").get("links", "").split()
    whole = bool(named) and len(named) <= _MOST_WORDS and named[0] not in links
    return whole and bool(voice.office or voice.person) and len(namings(voice.name, language)) <= 1


def _deed(statement: Statement, tallies: Sequence[Tally]) -> str:
    """The kind of what a statement tells of, where it is one kind alone. Of what was shot down there is one number; a
    side is not named beside what it says that another did."""
    acts = [act for act in statement.acts if act.verb not in _OF_TOLLS]
    kinds = {_KINDS.get(act.verb, "") for act in acts}
    kind = kinds.pop() if len(kinds) == 1 else ""
    side = statement.speaker.actor if statement.speaker is not None else ""
    if side and any(act.agent.actor != side for act in acts):
        return ""
    if kind == "release" and any(tally.outcome == "released" for tally in tallies):
        return ""
    # "The road to the town that was taken": what was captured is named behind the deed.
    taken = [act.patient.name for act in acts]
    if kind == "capture" and not any(mention.name in name for mention in statement.places for name in taken):
        return ""
    counted = len(statement.figures) == 1 and any(not tally.outcome for tally in tallies)
    return kind if kind != "shoot_down" or counted else ""


def _hides_the_dead(quote: str, language: str, tallies: Sequence[Tally]) -> bool:
    """Whether a quote has a word for the dead, of whom no number was read: "a policeman was killed and two others
    wounded"."""
    if any(tally.outcome == "killed" for tally in tallies):
        return False
    read = marked(quote, language, "counting")
    return any(read.sense("outcomes", place).meaning == "killed" for place in range(len(read)))


def _tells_of_one_dead(testimony: Testimony, start: int, end: int) -> bool:
    """Whether a quote at the top of a report says that somebody was killed, and gives no number of the dead: it is a
    deed that was done, or, where headlines have no verb, the quote opens with the word for it."""
    statement, language = testimony.statement, testimony.report.reading.language
    if statement.sentence >= _OPENING or any(figure.outcome == "killed" for figure in statement.figures):
        return False
    read = marked(testimony.report.text[start:end], language, "counting")
    opens = len(read) > 0 and read.sense("outcomes", 0).meaning == "killed"
    cased = lexicon(language, "reporting").get("cased", False)
    return (opens and not cased) or any(act.verb == "kill" for act in statement.acts)


def _tallies(statement: Statement, start: int, end: int) -> tuple[Tally, ...]:
    """How many met with each outcome, where one number is given, and the only one of weapons."""
    counted: dict[str, list[Figure]] = defaultdict(list)
    for figure in statement.figures:
        if figure.outcome or figure.counted in AIRBORNE:
            counted[figure.outcome].append(figure)
    wholes = {outcome: [figure for figure in figures if not figure.part] for outcome, figures in counted.items()}
    return tuple(
        _tally(figures[0])
        for figures in wholes.values()
        if len({figure.value for figure in figures}) == 1 and _is_told(figures[0]) and start <= figures[0].start < end
    )


def _is_told(figure: Figure) -> bool:
    return not figure.vague and not figure.total and (_is_toll(figure) if figure.outcome else True)


def _is_toll(figure: Figure) -> bool:
    """Whether a number is of people who met with something now: bodies were killed before, prisoners held before."""
    already = _ALREADY.get(figure.outcome, frozenset())
    return figure.value >= 1 and figure.outcome in OUTCOMES and figure.counted in (_PEOPLE | {""}) - already


def _tally(figure: Figure) -> Tally:
    apart = figure.counted if figure.counted in COUNTED | AIRBORNE and (figure.value > 1 or not figure.outcome) else ""
    exact = figure.modality == "exact"
    low, high = (figure.low, figure.high) if exact else (figure.value, figure.value)
    return Tally(low, high, figure.modality, figure.outcome, apart)


def _where(testimony: Testimony, start: int, end: int) -> tuple[str, ...]:
    """The places at which a quote says that it was; none where they are many or far apart, or one may be another."""
    statement = testimony.statement
    inner = [mention for mention in statement.places if not mention.is_country and mention.start >= start]
    mentions = [mention for mention in inner if mention.start < end]
    certain = all(_is_where(mention, testimony) and _is_certain(mention, testimony.report) for mention in mentions)
    together = all(after.start - before.end <= _REACH for before, after in itertools.pairwise(mentions))
    places = tuple(dict.fromkeys(mention.place_id for mention in mentions))
    divided = any(figure.part for figure in statement.figures)
    return places if certain and together and not divided and len(places) <= _MOST_PLACES else ()


def _is_where(mention: PlaceMention, testimony: Testimony) -> bool:
    """Whether something happened at a place that is named: a word of place stands before it, or it was done to it. The
    Kyiv Institute, and Moscow's strike, were elsewhere."""
    report = testimony.report
    before = report.text[: mention.start]
    around = BEFORE.get(report.reading.language, frozenset()) | KINDS.get(report.reading.language, frozenset())
    written_on = before[-1:].isalpha()
    behind = any(token.lower in around for token in tokens(before[-_REACH:])[-1:])
    return written_on or behind or any(mention.name in act.patient.name for act in testimony.statement.acts)


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
    before = report.text[: mention.start].split()[-1:]
    return mention.name.startswith(_ARTICLE) and any(
        word.startswith(_ARTICLE) and word not in KINDS["ar"] for word in before
    )


def _day(testimony: Testimony) -> date | None:
    """The day that a statement names, where it is the only one: a day that is not after its report's, and that is not
    when somebody said it."""
    days, written = set(testimony.statement.days), testimony.report.written
    day = days.pop() if len(days) == 1 else None
    if day is None or written is None or day > written or (day == written and testimony.statement.voices):
        return None
    return day
