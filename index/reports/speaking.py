"""Who can speak in a noun phrase: a person, a body, people, an outlet or a document; no deed, number, time or place."""

from __future__ import annotations

import functools

from index.language.lexicon import lexicon
from index.language.reporting import folded
from index.language.wordlists import words
from index.reports.counted import LIFELESS
from index.reports.lines import Line, Span
from index.reports.phrases import is_adjective, is_finite, is_pronoun

# What is counted and says nothing: bodies, and the things in which nobody works or lives who speaks for them.
_THINGS = LIFELESS - words("ships schools hospitals villages") | words("bodies")
# Words that end no noun phrase.
_NO_END = ("links", "conjunctions", "by", "negations", "complementizers", "subordinators", "relatives", "times")
# Words that are nobody where nothing else is said of who speaks.
_NOBODY = (*_NO_END, "auxiliaries", "determiners", "adverbs", "unmentioned", "spans")
# What is said or found, where somebody's: his.
_UTTERED = ("unmentioned", "manner", "utterances", "counts")
_MOST_SPEAKING = 1_000
_CLOSING = frozenset(")]”\"»’'.")


def speaker_in(line: Line, span: Span, *, counts: bool = False) -> Span | None:
    """The part of a noun phrase that can speak, None where nobody in it can. Pronouns and "we" stay what they are.

    `counts`: figures and data are a source, too, as behind "according to".
    """
    if span.first == span.last and (is_pronoun(line, span.first) or line.has(span.first, "first_person")):
        return span
    part: Span | None = _headed(line, _ended(line, Span(span.first, _before_verb(line, span))))
    if part is not None:
        part = _maker(line, part)
    if part is None or _is_nobody(line, part) or (_is_thing(line, part) and not (counts and part.last > part.first)):
        return None
    return part


def _before_verb(line: Line, span: Span) -> int:
    """Where a phrase ends that runs on into its clause: before the finite verb, or where it is said."""
    places = range(span.first + 1, span.last + 1)
    end = next((at for at in places if is_finite(line, at) or _is_occasion(line, at)), None)
    return span.last if end is None else end - 1


def _is_occasion(line: Line, at: int) -> bool:
    """Whether a preposition begins when or where something is said: "in an interview", "на саммите"."""
    if not line.has(at, "links") or line.has(at, "of"):
        return False
    noun = at + 2 if line.has(at + 1, "determiners") else at + 1
    return any(line.has(noun, listed) for listed in ("manner", "occasions", "times")) and not line.is_role(noun)


def _ended(line: Line, span: Span) -> Span:
    """A phrase without what cannot end one: articles, prepositions, adverbs, the day of a date."""
    last = span.last
    if any(line.has(at, "relatives") for at in range(span.first, last)):
        return span
    while last > span.first and not line.named[last] and _ends_none(line, last):
        last -= 1
    return Span(span.first, last)


def _ends_none(line: Line, at: int) -> bool:
    if not line.is_word(at):
        return line.word(at) not in _CLOSING
    dated = line.words[at].isdigit() and not line.is_name(at - 1)
    article = line.has(at, "articles") or (line.has(at, "determiners") and not line.has(at, "indefinite"))
    little = any(line.has(at, listed) for listed in _NO_END) and not line.is_name(at)
    # "The minister considering": a clause of its own begins.
    begins = line.is_name(at - 1) and not line.is_name(at) and line.words[at].endswith(line.lexicon.present or ("\n",))
    return dated or article or little or begins or (line.is_adverb(at) and not line.is_role(at))


def _headed(line: Line, span: Span) -> Span | None:
    """A phrase without what stands before it in its clause: "Later", "In November", "according to"."""
    first = span.first
    if line.behind_cue(first) <= span.last:
        first = line.behind_cue(first)
    while first < span.last and _opens_clause(line, first):
        inside = (at for at in range(first + 1, span.last) if line.has(at, "in_subject"))
        first = next(inside, first) + 1
    return Span(first, span.last) if first <= span.last else None


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a word at the head of a phrase says when or how something is said, not who says it."""
    if line.named[at] or line.is_role(at) or line.has(at, "determiners"):
        return not line.is_word(at)
    if line.is_adverb(at) and line.is_name(at + 1):
        return True
    when = any(line.has(at, listed) for listed in ("times", "adverbs", "conjunctions", "relatives", "complementizers"))
    return when or not line.is_word(at)


def _maker(line: Line, span: Span) -> Span | None:
    """Whose data, statement or latest count it is, where a phrase names that; the phrase itself else."""
    owner = next((at for at in range(span.first, span.last + 1) if line.words[at].endswith("'s")), None)
    if owner is not None and not any(_is_somebody(line, at) for at in range(owner + 1, span.last + 1)):
        said = owner == span.last or any(line.has(span.last, listed) for listed in (*_UTTERED, "times"))
        link = next((at for at in range(owner, span.first, -1) if line.has(at, "links")), span.first - 1)
        return Span(link + 1, owner) if said else span
    head = _head(line, span)
    if line.lexicon.head_first:
        uttered = not line.is_name(head) and any(line.has(head, listed) for listed in ("manner", "utterances"))
        follows = range(head + 1, span.last + 1)
        return Span(head + 1, span.last) if uttered and any(_is_somebody(line, at) for at in follows) else span
    link = head + 1
    is_source = line.has(head, "unmentioned") or line.has(head, "tellings")
    if is_source and (line.has(link, "from") or line.has(link, "by")) and link < span.last:
        named = any(_is_somebody(line, at) for at in range(link + 1, span.last + 1))
        return Span(link + 1, span.last) if named else span
    return span


def _is_somebody(line: Line, at: int) -> bool:
    return line.is_name(at) or line.is_role(at) or not line.lexicon.cased


def _head(line: Line, span: Span) -> int:
    """The noun that a phrase is about: its first where heads stand first, its last before a preposition else."""
    if line.lexicon.head_first:
        at = span.first
        while at < span.last and (not line.is_word(at) or is_adjective(line, at)) and not line.is_role(at):
            at += 1
        return at
    at = span.first
    while at < span.last and line.is_word(at + 1) and not _ends_head(line, at + 1):
        at += 1
    return at


def _ends_head(line: Line, at: int) -> bool:
    return any(line.has(at, listed) for listed in ("links", "by", "relatives", "conjunctions", "from"))


def _is_nobody(line: Line, span: Span) -> bool:
    """Whether there is no noun in a phrase, only numbers, little words, or one form of a verb."""
    places = [at for at in range(span.first, span.last + 1) if line.is_word(at) and not line.has(at, "articles")]
    doing = span.first == 1 and not line.is_role(0) and line.words[0].endswith(line.lexicon.present or ("\n",))
    if _is_reduced(line, span.first) or line.has(span.first - 1, "no_one") or doing:
        return True
    if any(line.named[at] or line.is_role(at) for at in places):
        return _is_crowd(line, span.first)
    if not places or line.has(span.first, "no_one"):
        return True
    if line.words[span.first][:1].isdigit():
        return not line.has(span.first + 1, "shares")
    if all(_is_little(line, at) for at in places):
        return True
    return span.first == span.last and not line.is_name(span.first) and _is_no_noun(line, span.first)


def _is_reduced(line: Line, at: int) -> bool:
    """Whether a phrase is a clause without its subject: "killed on Tuesday in", "opposed to the sale", "using the"."""
    opens = line.is_name(at) and at > 0 and line.is_word(at - 1)
    if opens or line.is_role(at) or line.lexicon.head_first:
        return False
    if line.lexicon.language == "en" and _is_predicate(line, at):
        return True
    done = line.words[at].endswith(line.lexicon.past or ("\n",))
    doing = line.words[at].endswith(line.lexicon.present or ("\n",)) and line.has(at + 1, "articles")
    return doing or (done and (line.has(at + 1, "links") or line.has(at + 1, "by")))


def _is_predicate(line: Line, at: int) -> bool:
    """Whether an English phrase says what somebody is or does: "likely setting the terms", "capable of". One thing has
    an article there."""
    place = at
    while line.is_adverb(place) or line.has(place, "adverbs"):
        place += 1
    plain = not (line.is_name(place) or line.is_role(place) or line.has(place, "determiners"))
    doing = place > at and line.words[place].endswith("ing") if place < len(line) else False
    bare = plain and not line.word(place).endswith("s") and line.has(place + 1, "links") and place > 0
    return plain and (doing or (bare and not line.has(place, "documents")))


def _is_crowd(line: Line, at: int) -> bool:
    """Whether more people are counted than speak: "250,000 people"."""
    digits = line.words[at].replace(",", "").replace(".", "")
    return digits.isdecimal() and int(digits) >= _MOST_SPEAKING


def _is_little(line: Line, at: int) -> bool:
    if line.is_name(at) and at > 0 and line.is_word(at - 1):
        return False
    if line.has(at, "indefinite") and not line.has(at, "articles"):
        return False
    return any(line.has(at, listed) for listed in _NOBODY) or line.words[at].isdigit()


def _is_no_noun(line: Line, at: int) -> bool:
    """Whether a word that stands alone is a form of a verb, or an adjective: in English one thing has an article."""
    if line.lexicon.language == "en" and not line.words[at].endswith("s"):
        return not line.has(at, "indefinite")
    endings = (*line.lexicon.past, *line.lexicon.present)
    return line.lexicon.verb(line.words[at]) is not None or (bool(endings) and line.words[at].endswith(endings))


def _is_thing(line: Line, span: Span) -> bool:
    """Whether what a phrase is about is a deed, a machine or a building, or what was seen or counted."""
    head = _head(line, span)
    if line.is_role(head) or (line.is_name(head) and head > 0):
        return False
    word = line.words[head]
    return word in _things(line.lexicon.language) or (
        line.has(head, "unmentioned") and not any(_is_somebody(line, at) for at in range(head, span.last + 1))
    )


@functools.cache
def _things(language: str) -> frozenset[str]:
    """The words for what is counted and is nobody."""
    concepts = lexicon(language, "counting")["concepts"]
    listed = (word for concept in sorted(_THINGS) for word in concepts.get(concept, "").split())
    return frozenset(folded(word) for word in listed if not word.endswith("*"))
