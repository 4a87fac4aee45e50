"""What a question asks for: its kind, its names, its time, its source, read without any model."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import datetime

from index.answers.answer import Answer
from index.answers.figures import outcomes_asked
from index.answers.gazetteer import canonical, is_capital, is_known, is_place, is_town, names_in
from index.answers.kinds import Kind, kind_of
from index.answers.timing import Timing, timing
from index.language.terms import terms
from index.language.tokens import tokens
from index.language.wordlists import words

_FILLERS = words(
    """
    what who whom whose where when which why how many much number figure figures name names named exact exactly tell
    me about please give brief summary summarise summarize happened happen happening know does do did was were is
    are has have had been be can could would should will there any anybody anyone someone somebody some we i you
    different sources source say says said each side sides party all incl including include latest news update
    updates new now currently today mean means according article articles report reports reported reporting
    timeline chronology chronological situation going
    information considering discussing mentioned describe describes suggest suggests claim claims both while another
    monday tuesday wednesday thursday friday saturday sunday
    type kind sort amount long far old often get got also only still ever yet just
    """
)
_COUNTED = re.compile(
    r"\b(?:how many|how much|number of|amount of|count of)\s+(?:of the |of |the )?(?P<noun>[\w' -]{2,50})",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\bnames? of (?:the |a |an )?(?:(?:two|three|four|five|six|\d+) )?([\w'-]+(?: [\w'-]+)?)"
    r"|\b(?:which|what)\s+((?!is|are|was|were|did|do|does|has|have|had|can)\w+ ?\w*)"
    r"|\bwho\s+((?!is|are|was|were|did|do|does|has|have|had|can|will|would|said|says)\w+)",
    re.IGNORECASE,
)
_OUTLET = r"[A-Z][\w.|&-]*(?:\s+(?:of|and|the|\||-|&)?\s?[A-Z][\w.|&-]*){0,5}"
_PUBLISHED_BY = re.compile(
    r"\b(?:[Aa]ccording to|[Rr]eported by|(?:article|report) (?:from|by|in|on)"
    r"|published by|articles from both)\s+(?:[Tt]he )?"
    rf"['\"‘“]?(?P<after>{_OUTLET})"
    r"|['\"‘“]?(?P<before>[A-Z][\w.|&-]*(?:\s+[A-Z|][\w.|&-]*){0,5})['\"’”]?\s+"
    r"(?:article|report|reports|reported|review|piece|story)\b"
)
_SPEAKER = re.compile(
    r"\bwhat (?:did|does|do|has|have|is|was)\s+(?P<who>.{2,70}?)\s+(?:say|said|says|stated?|claim(?:ed)?|report(?:ed)?"
    r"|think|respond|told|tell|announced?|warn(?:ed)?|promised?|demand(?:ed)?|call(?:ed)? for|advise[sd]?|urged?"
    r"|estimated?|reveal(?:ed)?|want(?:ed)?)\b",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"^\W*(?:is|are|was|were|did|does|do|has|have|had|will|can|could)\b", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"^(?:and|but|also|what about|how about|so|ok(?:ay)?,?)\b"
    r"|^(?:why|when|where|who|how many|since when|says who)\s*\??$"
    r"|\b(?:he|she|they|them|it|that|this|those|there|him|her)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:and|but|also|so|ok(?:ay)?|what about|how about)\b[\s,]*(?:what about|how about)?\s*", re.IGNORECASE
)
_NEWS = re.compile(
    # Not the News of an outlet's name.
    r"\b(?:latest|(?-i:news)|newest|right now|currently|at the moment|going on|happening|situation"
    r"|update (?:me|on)|any updates?|what(?:'s| is) new)\b|^\W*news\b",
    re.IGNORECASE,
)
_TIMELINE = re.compile(r"\btime ?line\b|\bchronolog", re.IGNORECASE)
_KIND_WORD = re.compile(r"\b(?:who|what|where|when|why|how|which|did|does|is|are|was|were|has|have)\b", re.IGNORECASE)
# So many words of a question that matter take several reports to answer.
LONG = 14
# What stands before the name of a town that may be something else.
_THERE = (
    r"(?:in|at|near|around|outside|inside|towns?|city|village) "
    r"(?:(?:the|that|of|town|city|village|north|south|east|west|\w+ern) ){0,4}"
)
# What a question may begin with in capitals, or write in capitals, and is no name.
_OPENERS = _FILLERS - {"new"} | words("the a an in on at after before between among based militants")


@dataclasses.dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a chat, for questions that lean on it."""

    question: str
    answer: Answer | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """A question, understood. `text` is what is searched for: a follow-up has what it leaves out put back."""

    asked: str
    text: str
    kind: Kind
    # Stemmed words that matter, in order, and the names among them.
    terms: tuple[str, ...]
    names: tuple[str, ...]
    # Of a question about numbers: what became of those counted, and what is counted.
    outcomes: tuple[str, ...]
    counted: tuple[str, ...]
    # What the question is after: the noun of "which general", "name of the pilot", the verb of "who claimed"; of one
    # that can be answered with yes or no all that is no name.
    focus: tuple[str, ...]
    time: Timing
    publishers: tuple[str, ...]
    speaker: str

    @property
    def wants_figures(self) -> bool:
        return self.kind == "figure"

    @property
    def wants_news(self) -> bool:
        """Whether it asks for the newest there is, and names no time."""
        return self.time == Timing() and bool(_NEWS.search(self.text)) and not self.wants_timeline

    @property
    def towns(self) -> tuple[str, ...]:
        """The towns and regions that are asked about: those that are known, and whatever else a word of place names.

        A capital without such a word is its government.
        """
        return tuple(name for name in self.names if _is_asked_town(name, self.text, short=len(self.terms) < LONG))

    @property
    def wants_timeline(self) -> bool:
        """Whether it asks for what happened in order of time."""
        return bool(_TIMELINE.search(self.text))


def understand(asked: str, now: datetime, zone: str = "UTC", turns: Sequence[Turn] = ()) -> Question:
    """Read a question as of `now`, with the chat's last turns to complete a follow-up from."""
    text = _completed(asked, turns)
    when = timing(text, now, zone)
    kind = kind_of(text)
    rest = _without(text, when.spans)
    speaker = _SPEAKER.search(text)
    counted = _COUNTED.search(text)
    return Question(
        asked=asked,
        text=text,
        kind=kind,
        terms=content_terms(rest),
        names=_names(rest),
        outcomes=outcomes_asked(text) if kind == "figure" else (),
        counted=_counted_terms(counted["noun"]) if counted else (),
        focus=_focus(rest),
        time=when,
        publishers=_publishers(text),
        speaker=speaker["who"] if speaker else "",
    )


def content_terms(text: str) -> tuple[str, ...]:
    """The stems of a question's words that say what it is about, each once."""
    kept = [token.text for token in tokens(text) if token.is_word and token.lower.rstrip("'s") not in _FILLERS]
    return tuple(dict.fromkeys(terms(" ".join(kept))))


def _focus(text: str) -> tuple[str, ...]:
    counted = _COUNTED.search(text)
    if counted:
        return _counted_terms(counted["noun"])
    if _YES_OR_NO.search(text):
        named = {stem for name in _names(text) for stem in terms(name)}
        return tuple(term for term in content_terms(text) if term not in named)
    found = _SOUGHT.search(text)
    sought = next((group for group in found.groups() if group), "") if found else ""
    return content_terms(sought)[:2]


def _counted_terms(noun: str) -> tuple[str, ...]:
    head = re.split(
        r"\b(?:were|was|are|is|did|does|do|have|has|had|in|on|of|by|at|that|who|which|during|after|from|can|will)\b",
        noun,
    )[0]
    return tuple(term for term in terms(head) if term not in {"mani", "much"})


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return text


def _names(text: str) -> tuple[str, ...]:
    """The names in a question: known ones in any case, and whatever else is written as a name."""
    found = names_in(text)
    parts = tokens(text)
    shouted = sum(token.is_name for token in parts) > 0.8 * len(parts)
    run: list[str] = []
    for place, token in enumerate(parts):
        # A capital at the head of a question says nothing, unless a name goes on after it.
        tells = place > 0 or (len(parts) > 1 and (parts[1].is_name or parts[1].text == ":"))
        if token.is_name and tells and not shouted and (run or token.lower not in _OPENERS):
            run.append(re.sub(r"['’]s?$", "", token.text))
        elif run:
            found.append(" ".join(run))
            run = []
    found.extend([" ".join(run)] if run else [])
    found = [name for name in found if set(name.lower().split()) - _FILLERS]
    unique: dict[str, str] = {}
    for name in found:
        unique.setdefault(canonical(name), name)
    return tuple(unique.values())


def _is_asked_town(name: str, text: str, *, short: bool) -> bool:
    """Whether a name is that of a town where it stands. What is not known is taken for one in short questions only:
    long ones name outlets and matches."""
    if is_town(name) and not is_capital(name):
        return True
    there = re.search(rf"(?:\b{_THERE}|^\W*(?=[^:,]*[:,])){re.escape(name)}(?![\w-])", text, re.IGNORECASE)
    return bool(there) and (is_town(name) or (short and not is_known(name)))


def _publishers(text: str) -> tuple[str, ...]:
    """The outlets whose reports a question asks for."""
    found = [match["after"] or match["before"] for match in _PUBLISHED_BY.finditer(text)]
    return tuple(dict.fromkeys(name.strip(" '\"’”") for name in found if set(name.lower().split()) - _FILLERS))


def _completed(asked: str, turns: Sequence[Turn]) -> str:
    """A follow-up with what it leaves out put back from the question before it."""
    if not turns or not _FOLLOW_UP.search(asked.strip()):
        return asked
    earlier = _completed(turns[-1].question, turns[:-1])
    rest = _LEAD.sub("", asked.strip()).rstrip(" ?")
    places = [name for name in names_in(rest) if is_place(name)]
    before = [name for name in names_in(earlier) if is_place(name)]
    opened = rest != asked.strip().rstrip(" ?") and not _KIND_WORD.search(rest)
    if opened and places and before:
        return re.sub(rf"(?<![\w-]){re.escape(before[-1])}(?!\w)", places[0], earlier)
    if opened or len(content_terms(rest)) < 1:
        return f"{earlier.rstrip(' ?')} {rest}"
    context = [name for name in _names(earlier) if canonical(name) not in map(canonical, _names(rest))]
    if not context:
        return f"{rest} ({earlier.rstrip(' ?')})"
    return f"{rest} ({' '.join(context)})"
