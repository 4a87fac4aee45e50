"""Who says so: for each sentence of an article, the chain from who first said it to the outlet that carries it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Literal

from index.answers.chains import clauses
from index.answers.gazetteer import is_country
from index.answers.heads import headless
from index.answers.outlets import is_outlet
from index.answers.speakers import Saying, sayings
from index.language.wordlists import words
from index.reports.agencies import agency, agency_credit

Kind = Literal["quotation", "reported", "own"]

_MARKS = re.compile(r"[\"“”«»]")
_NAME_RUN = re.compile(
    r"(?:[A-Z][\w.’'-]*|al-[A-Z][\w-]*)"
    r"(?:[ \t]+(?:(?:of|for|and|de|bin|al|ibn)[ \t]+(?:the[ \t]+)?)?(?:[A-Z][\w.’'-]*|al-[A-Z][\w-]*))*"
)
_PERSONAL = words("he she i")
_IMPERSONAL = words("it")
_BACK = re.compile(
    r"^(?:the|this|that|its|his)\s+(?:[\w-]+\s+)?(?P<noun>group|source|sources|monitor|watchdog|statement|agency|network"
    r"|report|organisation|organization)$",
    re.IGNORECASE,
)
# Somebody mentioned before, by the last word of what he was called then: "the official", "the military".
_AGAIN = re.compile(r"^(?:the|this|that|its|his|her|their)\s+(?P<noun>[a-z]+)$", re.IGNORECASE)
_MENTIONED = r"\b(?:[Aa]n?|one|two|three|the|[A-Z][\w’'-]+)\s+(?:[\w’'-]+\s+){{0,3}}?{noun}\b"

_FORWARD = re.compile(
    r"^(?:a|an|one)\s+(?:[\w-]+\s+){0,3}?(?P<noun>monitor|monitoring|watchdog)(?:\s+group)?$", re.IGNORECASE
)
_WATCHING = words("monitor monitoring watchdog observatory network group")
_LEADING = re.compile(r"^(?:the|a|an|its|his|her|their)\s+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|A|An|With|In|On|But|And)\s+")
_BODIES = words(
    """
    office society committee council commission organization organisation union league crescent cross service force
    forces news press network bank institute university ministry department command defence defense
    """
)
_LINKED = re.compile(r"\s(?:of|for)\s")
# What is found, not who finds it.
_MUTE = words("evidence footage images videos photographs data tests signs some many most others nobody")
_NOT_LAST = frozenset({"The", "A", "In", "On", "It", "He"})
# "the Observatory a British-based monitoring group": what follows a name to explain it.
_APPOSED = re.compile(
    r"(?<=[\w.])"
    + "".join(rf"(?<!\b{word})" for word in ["of", "in", "at", "from", "and", "on", "to", "by", "for", "near", "with"])
    + r"\s+an?\s+(?:[\w-]+\s+){0,9}[\w-]+$"
)
_ADVERB = re.compile(r"\s+[a-z]+ly$")
_SEATED = re.compile(r"^[A-Z][\w-]*-based\s+(?=[A-Z]\w+$)")
_ROLE_AFTER = re.compile(
    r"\s+(?:who|which|whose|based|led)\b.*$"
    r"|\s+(?:in|during|on|via)\s+(?:an?|the|his|her|its)\s+(?:[\w.-]+\s+){0,2}?"
    r"(?:interview|statement|speech|letter|briefing|address|message|post|tweet|conference)\b.*$"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Attribution:
    """`chain` runs from who first said it outwards and ends with the publisher; `kind` is how it is reported.

    `beside` are the attributions of later parts of the sentence where others speak, each with where it begins.
    """

    chain: tuple[str, ...]
    kind: Kind
    beside: tuple[tuple[int, Attribution], ...] = ()

    @property
    def speaker(self) -> str:
        """Who first said it, or "" where the outlet speaks for itself."""
        return self.chain[0] if self.kind != "own" else ""

    def at(self, place: int) -> Attribution:
        """Who says what stands at a place of the sentence."""
        found: Attribution = self
        for start, other in self.beside:
            found = other if start <= place else found
        return found


def attributions(sentences: Sequence[str], publisher: str) -> list[Attribution]:
    """The attribution of every sentence of one article, given in order.

    Pronouns and short names are resolved within the article: "he said" after "Homs Governor Talal Barazi said".
    """
    whole = "\n".join(sentences)
    credit = agency_credit(whole, publisher)
    heard = [sayings(_without_head(sentence)) for sentence in sentences]
    quoted = _quoted(sentences)
    voices = _Voices(whole, sentences, heard)
    found = []
    for place in range(len(sentences)):
        carried = _carried(heard, quoted, place)
        groups = clauses(sentences[place], heard[place]) if heard[place] else [(0, carried)]
        how: Kind = "quotation" if quoted[place] else "reported"
        parts: list[tuple[int, Attribution]] = []
        for start, group in groups:
            chain = voices.chain(place, group)
            kind = how if chain else "own"
            parts.append((start, Attribution(_closed(chain, credit, publisher), kind)))
        if parts[0][0] > 0:
            parts.insert(0, (0, Attribution(_closed([], credit, publisher), "own")))
        found.append(dataclasses.replace(parts[0][1], beside=tuple(parts[1:])))
    return found


def _without_head(sentence: str) -> str:
    """A sentence with blanks for its dateline, so that places in it stay what they are."""
    rest = headless(sentence)
    return rest.rjust(len(sentence)) if sentence.endswith(rest) else sentence


def _closed(chain: list[str], credit: str, publisher: str) -> tuple[str, ...]:
    full = [*chain]
    for outer in (credit, publisher):
        if outer and not any(_same(outer, inner) for inner in full):
            full.append(outer)
    return tuple(full)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() or one.casefold() in other.casefold().split()


def _quoted(sentences: Sequence[str]) -> list[bool]:
    """Whether each sentence lies wholly inside a quotation that began before it or goes on after it."""
    inside, found = False, []
    for sentence in sentences:
        if sentence[:1] in '"“«':
            inside = False
        before = inside
        for mark in _MARKS.findall(sentence):
            inside = {"“": True, "«": True, "”": False, "»": False}.get(mark, not inside)
        found.append((before or sentence[:1] in '"“«') and (inside or before))
    return found


def _carried(heard: list[list[Saying]], quoted: list[bool], place: int) -> list[Saying]:
    """The act of reporting that an unfinished quotation belongs to: the next one of its run, else the last."""
    if not quoted[place]:
        return []
    for ahead in range(place + 1, min(len(heard), place + 4)):
        if heard[ahead]:
            return heard[ahead][-1:]
        if not quoted[ahead]:
            break
    for behind in range(place - 1, max(-1, place - 5), -1):
        if heard[behind]:
            return heard[behind][-1:]
    return []


class _Voices:
    """The speakers of one article, in the order they are heard, to resolve short mentions by."""

    def __init__(self, whole: str, sentences: Sequence[str], heard: list[list[Saying]]) -> None:
        self._whole = whole
        self._runs = _runs(whole)
        self._heard = heard
        self._sentences = sentences
        self._last: dict[str, str] = {}

    def chain(self, place: int, said: list[Saying]) -> list[str]:
        """The speakers of one statement from the innermost out, resolved."""
        chain: list[str] = []
        for saying in said:
            name = self._resolved(place, saying)
            if not name or any(_same(name, other) for other in chain):
                continue
            chain.append(name)
            if saying.audience and is_outlet(saying.audience):
                chain.append(saying.audience)
        return chain

    def _resolved(self, place: int, saying: Saying) -> str:
        spoken = _ADVERB.sub("", saying.speaker)
        spoken = _APPOSED.sub("", _ROLE_AFTER.sub("", spoken)).strip(" ,").removesuffix(" and").removesuffix(" both")
        lower = spoken.lower()
        if _is_a_people(spoken) or lower in _MUTE:
            return ""
        if lower in _PERSONAL:
            return self._last.get("person", "")
        if lower in _IMPERSONAL:
            return self._last.get("body", self._last.get("any", ""))
        if saying.is_pronoun or _BACK.match(lower):
            return self._last.get("any", "") or ("" if saying.is_pronoun else _LEADING.sub("", spoken))
        again = _AGAIN.match(spoken)
        known = self._mentioned(place, saying, again["noun"].lower()) if again else ""
        if known:
            self._remember(known)
            return known
        forward = _FORWARD.match(spoken)
        name = self._named_later(place, forward["noun"].lower()) if forward else ""
        name = name or self._full(_LEADING.sub("", spoken))
        self._remember(name)
        return name

    def _mentioned(self, place: int, saying: Saying, noun: str) -> str:
        """Whom "the official" was called before: earlier in the sentence, else by the last who spoke."""
        before = self._sentences[place][: saying.start]
        found = re.findall(_MENTIONED.format(noun=noun), before)
        return _LEADING.sub("", found[-1]) if found else self._last.get(f"the {noun}", "")

    def _remember(self, name: str) -> None:
        if len(name.split()) > 1:
            self._last[f"the {name.split()[-1].lower()}"] = name
        self._last["any"] = name
        self._last["person" if _is_person(name) else "body"] = name

    def _named_later(self, place: int, noun: str) -> str:
        """Whom "a monitoring group said" turns out to be, further down."""
        kin = _WATCHING if noun in _WATCHING else frozenset({noun})
        for later in self._heard[place + 1 :]:
            for saying in later:
                tail = set(saying.speaker.lower().split())
                if kin & tail and any(word[0].isupper() for word in saying.speaker.split()[1:]):
                    return self._full(_LEADING.sub("", saying.speaker))
        return ""

    def _full(self, name: str) -> str:
        """The longest way the article writes a short name: Barazi → Talal Barazi, WHO → World Health Organization."""
        if agency(name) or is_country(name):
            return agency(name) or name
        name = _SEATED.sub("", name) or name
        parts = name.split()
        if len(parts) == 1 and name.islower() and name.capitalize() in self._whole:
            name, parts = name.capitalize(), [name.capitalize()]
        if len(parts) > 2 or not parts or not parts[-1][:1].isupper():
            return name
        core = parts[-1]
        if len(parts) == 1 and core.isupper() and 2 < len(core) < 7:
            spelled = [run for run in self._runs if _initials(run) == core]
            return spelled[0] if spelled else name
        wider = [run for run in self._runs if name in run and core in run.split() and 1 < len(run.split()) < 9]
        people = [run for run in wider if run.split()[-1] == core and not _LINKED.search(run) and "-based" not in run]
        bodies = [run for run in wider if _LINKED.search(run) and run.split()[-1] not in _NOT_LAST]
        chosen = people if len(people) >= len(bodies) or not bodies else bodies
        return max(chosen, key=lambda run: (self._whole.count(run), -len(run.split()))) if chosen else name


def _is_a_people(name: str) -> bool:
    """Whether a speaker is only a people, "Syrians": nobody to be asked."""
    return " " not in name and name.endswith("s") and is_country(name[:-1]) and not is_country(name)


def _runs(whole: str) -> list[str]:
    """The capitalised runs of an article, each once, in order."""
    found = (_ARTICLE.sub("", run.strip(" .,'’")) for run in _NAME_RUN.findall(whole))
    return list(dict.fromkeys(run for run in found if run))


def _initials(run: str) -> str:
    return "".join(word[0] for word in run.split() if word[0].isupper())


def _is_person(name: str) -> bool:
    tail = name.split()[-2:]
    bodies = {"agency", "group", "army", "ministry", "rights", "front", "coalition", "party", "tv", "state", "states"}
    named = len(tail) == 2 and all(word[0].isupper() for word in tail)
    return named and not (bodies | _BODIES) & {word.lower() for word in tail}
