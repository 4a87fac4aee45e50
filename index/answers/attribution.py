"""Who says so: for each sentence of an article, the chain from who first said it to the outlet that carries it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Literal

from index.answers.outlets import agency, agency_credit, is_outlet
from index.answers.speakers import Saying, sayings
from index.text.wordlists import words

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
    r"|official|officials|spokesman|spokeswoman|spokesperson|activist|report|organisation|organization)$",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"^(?:a|an|one)\s+(?:[\w-]+\s+){0,3}?(?P<noun>monitor|monitoring|watchdog|activist|official|group)\b",
    re.IGNORECASE,
)
_WATCHING = words("monitor monitoring watchdog observatory network group")
_LEADING = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|A|An|With|In|On|But|And)\s+")
_BODIES = words(
    """
    office society committee council commission organization organisation union league crescent cross service force
    forces news press network bank institute university ministry department command defence defense
    """
)
_LINKED = re.compile(r"\s(?:of|for)\s")
_NOT_LAST = frozenset({"The", "A", "In", "On", "It", "He"})
# "the Observatory a British-based monitoring group": what follows a name to explain it.
_APPOSED = re.compile(r"(?<!\bof)(?<!\bin)(?<!\bat)(?<!\bfrom)\s+an?\s+(?:[\w-]+\s+){0,5}[\w-]+$")
_SEATED = re.compile(r"^[A-Z][\w-]*-based\s+(?=[A-Z]\w+$)")
_ROLE_AFTER = re.compile(r"\s+(?:who|which|whose|based|led)\b.*$")


@dataclasses.dataclass(frozen=True, slots=True)
class Attribution:
    """`chain` runs from who first said it outwards and ends with the publisher; `kind` is how it is reported."""

    chain: tuple[str, ...]
    kind: Kind

    @property
    def speaker(self) -> str:
        """Who first said it, or "" where the outlet speaks for itself."""
        return self.chain[0] if self.kind != "own" else ""


def attributions(sentences: Sequence[str], publisher: str) -> list[Attribution]:
    """The attribution of every sentence of one article, given in order.

    Pronouns and short names are resolved within the article: "he said" after "Homs Governor Talal Barazi said".
    """
    whole = "\n".join(sentences)
    credit = agency_credit(whole, publisher)
    heard = [sayings(sentence) for sentence in sentences]
    quoted = _quoted(sentences)
    voices = _Voices(whole, sentences, heard)
    found = []
    for place in range(len(sentences)):
        said = heard[place] or _carried(heard, quoted, place)
        chain = voices.chain(place, said)
        marked = quoted[place] or bool(_MARKS.search(sentences[place]))
        kind: Kind = "own" if not chain else "quotation" if marked else "reported"
        found.append(Attribution(_closed(chain, credit, publisher), kind))
    return found


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
        """The speakers of a sentence from the innermost out, resolved."""
        ordered = sorted(said, key=lambda saying: -_outerness(self._sentences[place], saying))
        chain: list[str] = []
        for saying in reversed(ordered):
            name = self._resolved(place, saying)
            if not name or any(_same(name, other) for other in chain):
                continue
            chain.append(name)
            if saying.audience and is_outlet(saying.audience):
                chain.append(saying.audience)
        return chain

    def _resolved(self, place: int, saying: Saying) -> str:
        spoken = _APPOSED.sub("", _ROLE_AFTER.sub("", saying.speaker)).strip(" ,").removesuffix(" and")
        lower = spoken.lower()
        if lower in _PERSONAL:
            return self._last.get("person", "")
        if lower in _IMPERSONAL:
            return self._last.get("body", self._last.get("any", ""))
        if saying.is_pronoun or _BACK.match(lower):
            return self._last.get("any", "") or ("" if saying.is_pronoun else _LEADING.sub("", spoken))
        forward = _FORWARD.match(spoken)
        name = self._named_later(place, forward["noun"].lower()) if forward else ""
        name = name or self._full(_LEADING.sub("", spoken))
        self._remember(name)
        return name

    def _remember(self, name: str) -> None:
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
        if agency(name):
            return agency(name)
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


def _outerness(sentence: str, saying: Saying) -> int:
    """How far out an act of reporting stands: what ends the sentence reports the rest of it."""
    if saying.verb in {"citing", "quoting"}:
        return -1
    if saying.verb == "according" or len(sentence) - saying.end < 25:
        return 1000 + saying.end
    return 1000 - saying.start
