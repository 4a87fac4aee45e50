"""Who is meant: pronouns, family names and "the ministry" stand for who was named before in the same report."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left

from index.language.reporting import folded
from index.language.tokens import tokens
from index.places import find
from index.reports.actors import entry_of
from index.reports.lines import Line, Span
from index.reports.phrases import clause_subject, is_pronoun, name_phrase, pronoun
from index.reports.records import Voice
from index.reports.speaking import speaker_in
from index.reports.voices import person_in, voice_of

# How many mentions back a pronoun or a short name may reach: longer texts stay linear.
_REACH = 60
_SHARED = 4
_MOST_ENDING = 3
# So many sentences after "a monitor said" reports name the monitor.
_NAMED_WITHIN = 12
# So many sentences before "the officer said" he is named.
_NAMED_BEFORE = 2
# Kinds of voices that may be short for a person who was named.
_OFFICIALS = frozenset({"person", "unnamed"})
# What "a man" and "locals" are read as.
_RESIDENT = ("resident",)


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named in the report: `words` are the folded words of the phrase; `spoke` tells speakers from others."""

    voice: Voice
    words: tuple[str, ...]
    heads: frozenset[str]
    spoke: bool
    line: int
    joined: bool
    counted: bool = False

    @property
    def speaks(self) -> bool:
        """Whether who has not spoken yet may speak next: somebody with an office, a side or a name, not a number of
        people to whom something happened."""
        voice = self.voice
        return not self.counted and bool(voice.office or voice.actor or voice.person)

    @property
    def is_somebody(self) -> bool:
        """Whether it is more than a man or a resident to whom something happened."""
        return self.spoke or bool(self.voice.actor or self.voice.person) or self.voice.office != _RESIDENT


class Mentions:
    """The speakers and other names of a report in the order they are met."""

    def __init__(self) -> None:
        self._met: list[Mention] = []
        self._line = 0
        self._accused: Voice | None = None
        # Whether it is "she" that somebody was called, by name; and by which of both words nobody could be told.
        self._called: dict[str, bool] = {}
        self._untold: bool | None = None
        self._following: bool | None = None
        # The monitors named, and after how many mentions they were looked for.
        self._watchers: tuple[int, list[Mention]] | None = None

    def read(self, line: Line, following: Line | None = None) -> None:
        """Take in the names of a sentence and then what its main clause is about, which a pronoun stands for rather,
        before its speakers are resolved; the sentence `following` it may tell two persons apart."""
        self._line += 1
        self._following = _is_she(following, 0) if following is not None and len(following) else None
        subject = clause_subject(line, 0, len(line))
        persons = () if line.titled else _named_persons(line)
        about = (subject,) if subject is not None and not _is_uttered(line, subject) else ()
        named_in_it = any(subject.first <= span.last <= subject.last for subject in about for span in persons)
        for span in (*about, *persons) if named_in_it else (*persons, *about):
            named = None if is_pronoun(line, span.first) else speaker_in(line, span)
            if named is not None:
                self._add(line, named, voice_of(line, named), spoke=False)

    def accuse(self, line: Line, span: Span) -> None:
        """Take in who is accused: whoever denies it next as "it" or "they" is meant, not the accuser."""
        links = (at for at in range(span.first + 1, span.last + 1) if line.has(at, "links"))
        accused = Span(span.first, next(links, span.last + 1) - 1)
        if any(line.is_name(at) or line.is_role(at) for at in range(accused.first, accused.last + 1)):
            self._accused = voice_of(line, accused)

    def resolve(self, line: Line, span: Span, attached: str = "", *, denies: bool = False) -> Voice:
        """Who is meant by a speaker's noun phrase, a preposition written on to it aside; a mention from here on."""
        if denies and self._accused is not None:
            if span.first == span.last and is_pronoun(line, span.first):
                return self._accused
            if len(_content_words(line, span)) == 1 and line.has(span.last, "generic"):
                return voice_of(line, span, attached=attached)
        if is_pronoun(line, span.first) and (span.first == span.last or _is_owned(line, span)):
            owner = self._by_pronoun(line, span.first)
            return owner if owner is not None else voice_of(line, span)
        voice = voice_of(line, span, attached=attached)
        fuller = self._fuller(line, span)
        if fuller is not None:
            self._met.append(dataclasses.replace(fuller, spoke=True, line=self._line))
            return fuller.voice
        if voice.kind in _OFFICIALS and (official := self._in_office(line, span, voice)) is not None:
            self._met.append(dataclasses.replace(official, spoke=True, line=self._line))
            return official.voice
        self._add(line, span, voice, spoke=True)
        return voice

    def knows(self, line: Line, span: Span) -> bool:
        """Whether a label before a colon is somebody: a role, a side, two names, or who was named before."""
        plain = line.lexicon.cased and not any(line.is_role(at) for at in range(span.first, span.last + 1))
        if not plain or span.last > span.first or entry_of(line.phrase(span), line.lexicon.language):
            return True
        return self._fuller(line, span) is not None

    def current(self) -> Voice | None:
        """Who goes on where no subject is named: who spoke last, or who the sentence before was about."""
        recent = self._met[-_REACH:]
        before = [mention for mention in recent if mention.spoke or (mention.speaks and mention.line == self._line - 1)]
        return before[-1].voice if before else None

    def watcher(self, line: Line, number: int, voice: Voice) -> Voice:
        """Who "a monitoring group" or "the watchdog" in sentence `number` is: the one that the report names soon after,
        else before; the voice itself where it has a name of its own or the report names none."""
        if not _watches(line, voice.name) or _has_name(voice.name):
            return voice
        if self._watchers is None or self._watchers[0] != len(self._met):
            self._watchers = (len(self._met), self._named_watchers(line))
        watchers = self._watchers[1]
        place = bisect_left(watchers, number, key=lambda mention: mention.line - 1)
        if place < len(watchers) and watchers[place].line - 1 - number <= _NAMED_WITHIN:
            return watchers[place].voice
        return watchers[place - 1].voice if place else voice

    def _named_watchers(self, line: Line) -> list[Mention]:
        """The monitors that the report names, those who speak and bodies before others."""
        watching = {mention.voice.name for mention in self._met if _watches(line, mention.voice.name)}
        watching = {name for name in watching if _has_name(name)}
        named = [mention for mention in self._met if mention.voice.name in watching]
        named = [mention for mention in named if mention.spoke] or named
        return [mention for mention in named if mention.voice.kind != "person"] or named

    def _by_pronoun(self, line: Line, at: int) -> Voice | None:
        """The last mention that a pronoun fits, a speaker before others."""
        word = pronoun(line, at)
        if word in line.lexicon.sets["person_pronouns"]:
            wanted = {"person", "unnamed"}
        elif word in line.lexicon.sets["plural_pronouns"]:
            wanted = {"people", "body"}
        else:
            wanted = {"body", "outlet"}
        recent = self._met[-_REACH:]
        fitting = [mention for mention in recent if mention.voice.kind in wanted]
        near = [mention for mention in fitting if mention.spoke or self._is_near(mention)]
        near = [mention for mention in near if mention.is_somebody] or near
        she = _is_she(line, at)
        if near and she is not None:
            return self._person(near, she)
        return near[-1].voice if near else self.current()

    def _person(self, near: list[Mention], she: bool) -> Voice | None:
        """The last of those whom "he" or "she" fits; None where two are called by both words in turn and nothing tells
        which of them is who."""
        likely = [mention for mention in near if mention.spoke or mention.voice.person or self._was_subject(mention)]
        fitting = [mention.voice for mention in likely or near if self._called.get(_called(mention.voice), she) == she]
        names = {_called(voice) for voice in fitting}
        unsure = sum(name not in self._called for name in names) > 1
        if unsure and (not she) in (self._following, self._untold):
            self._untold = she
            return None
        self._untold = None
        if len(names) == 1:
            self._called[_called(fitting[-1])] = she
        return fitting[-1] if fitting else None

    def _was_subject(self, mention: Mention) -> bool:
        """Whether the sentence before was about somebody in office."""
        return mention.line == self._line - 1 and bool(mention.voice.office) and not mention.voice.person

    def _is_near(self, mention: Mention) -> bool:
        """Whether somebody who has not spoken was named just before, as somebody who may speak."""
        return mention.line >= self._line - 2 and mention.speaks

    def _fuller(self, line: Line, span: Span) -> Mention | None:
        """The mention before that a family name or "the ministry" is short for, None where it says all itself."""
        words = _content_words(line, span)
        if not words or not self._is_short(line, span) or line.has(span.first, "indefinite"):
            return None
        for mention in reversed(self._met[-_REACH:]):
            longer = len(mention.words) > len(words) and not mention.joined and _may_be(line, span, mention.voice)
            if longer and all(any(_same(word, other) for other in mention.heads) for word in words):
                return mention
        generic = len(words) == 1 and not line.is_name(span.last) and line.has(span.first, "determiners")
        if generic and words[0] in (
            "group",
            "network",
            "statement",
            "source",
            "organisation",
            "organization",
            "report",
        ):
            bodies = (mention for mention in reversed(self._met[-_REACH:]) if mention.voice.kind != "person")
            return next((mention for mention in bodies if mention.spoke), None)
        return None

    def _in_office(self, line: Line, span: Span, voice: Voice) -> Mention | None:
        """The person named just before whom "the officer" or "the mayor" is: one of that office, or, of an official
        without more words, in any."""
        words = _content_words(line, span)
        if len(words) != 1 or voice.person or voice.actor or line.has(span.first, "indefinite"):
            return None
        for mention in reversed(self._met[-_REACH:]):
            if mention.line < self._line - _NAMED_BEFORE:
                return None
            official = mention.voice
            fits = bool(set(voice.office) & set(official.office)) or (
                line.has(span.last, "officials") and bool(official.office)
            )
            if official.person and not mention.joined and fits and voice.office != _RESIDENT:
                return mention
        return None

    def _is_short(self, line: Line, span: Span) -> bool:
        return len(_content_words(line, span)) <= 2

    def _add(self, line: Line, span: Span, voice: Voice, *, spoke: bool) -> None:
        words = _content_words(line, span)
        places = range(span.first, span.last + 1)
        digits = line.words[span.first][:1].isdigit()
        if not spoke and (digits or not any(line.is_name(at) or line.is_role(at) for at in places)):
            return
        owners = {line.words[at].removesuffix("'s") for at in places if line.words[at].endswith("'s")}
        joined = any(line.has(at, "conjunctions") for at in places)
        heads = frozenset(_head_words(line, span)) - owners
        self._met.append(
            Mention(voice, words, heads, spoke, self._line, joined, counted=line.has(span.first, "numbers"))
        )


def _is_owned(line: Line, span: Span) -> bool:
    """Whether a phrase is somebody's office or what he wrote, and no person: "his office", "its bulletin"."""
    noun = span.first + 1
    office = line.office(noun)
    owned = any(line.has(noun, listed) for listed in ("documents", "manner", "tellings", "utterances"))
    alone = span.last == noun or (span.last > noun and line.has(noun + 1, "links"))
    return alone and (owned or (office is not None and office.kind == "body"))


def _called(voice: Voice) -> str:
    """What tells a person from others of one report, however fully named."""
    return voice.person or voice.name


def _is_she(line: Line, at: int) -> bool | None:
    """Whether the pronoun at a place is "she" rather than "he"; None where it is neither, or its language has one."""
    word, sets = pronoun(line, at), line.lexicon.sets
    if word not in sets["person_pronouns"] or not sets["female_pronouns"]:
        return None
    return word in sets["female_pronouns"]


def _head_words(line: Line, span: Span) -> tuple[str, ...]:
    """The content words of a phrase that are not behind a preposition: "the army" is not short for "statues of the
    army"."""
    words: list[str] = []
    first = span.first
    while first <= span.last:
        comma = next((at for at in range(first, span.last + 1) if line.is_comma(at)), span.last + 1)
        last = next((at for at in range(first + 1, comma) if line.has(at, "links")), comma) - 1
        words.extend(_content_words(line, Span(first, last)) if last >= first else ())
        first = comma + 1
    names = person_in(line, span)
    return (*words, *(_content_words(line, names) if names is not None else ()))


def _is_uttered(line: Line, span: Span) -> bool:
    """Whether a phrase is what somebody says, not who says it: "the claim by activists"."""
    return any(line.has(at, "utterances") and line.has(at + 1, "by") for at in range(span.first, span.last))


def _may_be(line: Line, span: Span, voice: Voice) -> bool:
    """Whether "the charity" can be short for a voice: for a body, not for people who work for it."""
    office = line.office(span.last)
    return office is None or office.kind != "body" or voice.kind != "people"


def _named_persons(line: Line) -> list[Span]:
    """The noun phrases of a sentence that end in a name of two words or more which is no place's: "regional governor
    Ivan Lysenko"."""
    found = []
    at = 0
    while at < len(line):
        last = at
        while line.is_name(last + 1) and line.is_name(last):
            last += 1
        if last > at and not line.quoted[at] and not find(line.phrase(Span(at, last)), line.lexicon.language):
            found.append(name_phrase(line, Span(at, last)))
        at = last + 1
    return found


def _watches(line: Line, name: str) -> bool:
    """Whether a name says that somebody watches and counts: a monitor, an observatory, a rights group."""
    return any(line.lexicon.has(folded(token.text), "watchers") for token in tokens(name))


def _has_name(name: str) -> bool:
    """Whether somebody is named, not only described: "the Syrian Observatory", not "a war monitor"."""
    words = [token for token in tokens(name) if token.is_word]
    return any(word.is_name and "-" not in word.text for word in words[1:])


def _content_words(line: Line, span: Span) -> tuple[str, ...]:
    """The words that name somebody: no articles, prepositions and titles of address."""
    article = line.lexicon.article
    return tuple(
        line.words[at].removesuffix("'s").removeprefix(article)
        for at in range(span.first, span.last + 1)
        if line.tokens[at].is_word
        and not any(line.has(at, name) for name in ("determiners", "links", "conjunctions", "adverbs", "titles"))
    )


def _same(word: str, other: str) -> bool:
    """Whether two words are forms of one: the same, or alike but for an ending (Коваль, Коваля)."""
    if word == other:
        return True
    shorter = min(len(word), len(other))
    if word.isascii() or shorter < _SHARED:
        return False
    shared = shorter - 1 if shorter == _SHARED else max(_SHARED, shorter - 2)
    return word[:shared] == other[:shared] and max(len(word), len(other)) - shared <= _MOST_ENDING
