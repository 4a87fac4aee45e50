"""Acts of reporting in one sentence: who says it, with which words, and on which side of them it stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Literal

from index.language.reporting import Cue, Verb
from index.reports.actors import entry_of
from index.reports.contents import LEAST_CONTENT, follows_complementizer, opens_content, trails, words_between
from index.reports.lines import Line, Span
from index.reports.phrases import after, before, clause_subject, is_boundary, is_finite, is_pronoun, is_told
from index.reports.speaking import speaker_in
from index.reports.subjects import conjunction, is_left_out, is_somebody, subject_of
from index.reports.tellings import behind_quotation, quoted, telling
from index.reports.trailing import trailing_speaker

# How speech is reported: by a verb, by "according to", by "citing", by a colon, or by hearsay without a speaker.
SayingKind = Literal["verb", "according", "cite", "colon", "hearsay"]

_LONGEST_HEAD = 9
_MOST_SAYINGS = 12
_NEAR = 7
_LEAST_BEHIND_COLON = 2
_OWNER_REACH = 4
_LONGEST_SIDE = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Saying:
    """An act of reporting at tokens `first` to `last`. `speaker` is None where the subject is left out: the speaker
    before goes on. `trails`: what is said stands before it. `audience` is who was told. `own`: the outlet itself
    speaks ("we", "our correspondent"). `attached`: the preposition or "and" that is written on to the speaker's first
    word."""

    kind: SayingKind
    first: int
    last: int
    speaker: Span | None
    trails: bool
    audience: Span | None = None
    verb: Verb | None = None
    own: bool = False
    attached: str = ""


def sayings(line: Line) -> list[Saying]:
    """The acts of reporting of a sentence in order, those inside of quotations left out."""
    acts: list[Saying] = []
    at = 0
    tail = trailing_speaker(line)
    head = None if tail is not None else _colon_head(line)
    if head is not None:
        acts.append(head)
        at = head.last + 1
    while at < len(line) and len(acts) < _MOST_SAYINGS:
        act = None if line.quoted[at] or line.named[at] else _at(line, at, acts)
        act = _spoken(line, act) if act is not None else None
        if act is not None:
            acts.append(act)
        at = max(at, act.last if act is not None else at) + 1
    if tail is not None and not acts:
        acts.append(Saying("according", tail[0], tail[1].last, tail[1], trails=True))
    return sorted(acts, key=lambda act: act.first)


def _spoken(line: Line, act: Saying) -> Saying | None:
    """An act of reporting with the part of its speaker's phrase that can speak, None where nobody in it can."""
    if act.speaker is None:
        return act
    speaker = speaker_in(line, act.speaker, counts=act.kind == "according")
    goes_on = act.verb is not None and act.verb.gerund and act.verb.kind == "say"
    # "Говорится в сообщении": whose it is was said before.
    goes_on = goes_on or (line.has(act.speaker.first - 1, "in_subject") and line.has(act.speaker.first, "manner"))
    return dataclasses.replace(act, speaker=speaker) if speaker is not None or goes_on else None


def _at(line: Line, at: int, acts: Sequence[Saying]) -> Saying | None:
    phrase = _by_phrase(line, at) or _by_telling(line, at) or _quoted(line, at)
    if phrase is not None:
        return phrase
    if line.has(at, "hearsay"):
        return Saying("hearsay", at, at, None, trails=False)
    if line.has(at, "utterances") and line.has(at + 1, "complementizers") and (noun := _by_noun(line, at)) is not None:
        return noun
    if line.has(at, "utterances") and line.has(at + 1, "by"):
        return _by_agent(line, at)
    verb = line.lexicon.verb(line.words[at])
    if verb is None:
        return _embedded_pronoun(line, at) or _behind_quotation(line, at)
    named = line.is_name(at) and line.is_word(at - 1) and not line.titled
    if named or not _is_followed(line, at, verb):
        return None
    if line.word(at - 1).endswith("'s") and verb.kind != "count" and not is_pronoun(line, at - 1):
        return None
    if verb.kind == "cite":
        return _cited(line, at, verb) if verb.gerund else _relayed(line, at, verb)
    if verb.gerund and not _is_progressive(line, at):
        return _gerund(line, at, verb, acts)
    return _by_verb(line, at, verb, acts)


def _is_progressive(line: Line, at: int) -> bool:
    """ "Is saying", "was also reporting"."""
    return line.has(at - 1, "be") or (line.is_adverb(at - 1) and line.has(at - 2, "be"))


def _is_followed(line: Line, at: int, verb: Verb) -> bool:
    """Whether what stands behind a word makes it a verb of reporting here."""
    reach = range(at + 1, min(len(line), at + _NEAR))
    numbered = any(map(line.is_number, reach))
    if verb.followed:
        # "The ministry stays with sixteen".
        return line.word(at + 1) in verb.followed and (numbered or verb.kind != "count")
    if verb.within:
        return any(line.word(place) in verb.within for place in reach)
    if verb.kind in ("count", "toll"):
        return any(line.has(place, "counts") for place in reach) or (numbered and verb.kind == "count")
    if not line.has(at, "nouns_too"):
        return True
    if line.is_number(at - 1):
        return False
    opens = line.has(at + 1, "complementizers") or line.has(at + 1, "determiners") or line.word(at + 1) in {":", ","}
    named = line.is_name(at + 1) or is_pronoun(line, at + 1) or line.word(at + 1)[:1].isdigit()
    calls = verb.kind == "speak" and line.word(at + 1) in ("for", "on")
    return opens or named or calls or line.opens_quotation(at + 1) or at + 2 >= len(line)


def _by_phrase(line: Line, at: int) -> Saying | None:
    """ "According to X", "citing X", "in his words", as the language has it."""
    for form in line.lexicon.variants(line.words[at]):
        for cue in line.lexicon.cues.get(form, ()):
            last = at + len(cue.words) - 1
            if any(line.word(at + place) != word for place, word in enumerate(cue.words) if place):
                continue
            if cue.attached and not line.word(last + 1).startswith(cue.attached):
                continue
            act = _with_phrase(line, at, last, cue)
            if act is not None:
                return act
    return None


def _with_phrase(line: Line, at: int, last: int, cue: Cue) -> Saying | None:
    if cue.kind == "anaphoric":
        return Saying("according", at, last, None, trails=False)
    speaker = None if _is_verb(line, last + 1) else after(line, last + 1)
    if speaker is None or line.has(speaker.first, "first_person"):
        return None
    if cue.kind == "citing":
        return Saying("cite", at, speaker.last, speaker, trails=True, attached=cue.attached)
    closes = words_between(line, 0, at) >= LEAST_CONTENT and not follows_complementizer(line, at)
    return Saying("according", at, speaker.last, speaker, closes, attached=cue.attached)


def _by_telling(line: Line, at: int) -> Saying | None:
    """ "In the army's telling"."""
    speaker = telling(line, at)
    if speaker is None:
        return None
    last = speaker.last + 1 if line.has(speaker.last + 1, "tellings") else speaker.last
    closes = words_between(line, 0, at) >= LEAST_CONTENT and not follows_complementizer(line, at)
    return Saying("according", at, last, speaker, closes)


def _quoted(line: Line, at: int) -> Saying | None:
    speaker = quoted(line, at)
    if speaker is None:
        return None
    outlet = before(line, at)
    first = outlet.first if outlet is not None else at
    closes = words_between(line, 0, first) >= LEAST_CONTENT
    return Saying("verb", first, speaker.last + 2, speaker, closes, audience=outlet)


def _behind_quotation(line: Line, at: int) -> Saying | None:
    speaker = behind_quotation(line, at)
    return Saying("verb", at, speaker.last, speaker, trails=True) if speaker is not None else None


def _is_verb(line: Line, at: int) -> bool:
    """Whether a verb of reporting stands at a place, which has a speaker of its own: "según informa la agencia"."""
    verb = line.lexicon.verbs.get(line.word(at))
    return verb is not None and not (line.is_role(at) or line.is_name(at) or line.has(at, "nouns_too"))


def _by_noun(line: Line, at: int) -> Saying | None:
    """ "Their claim that", "the army's statement that": whose it is says it."""
    place = at - 1
    while place > 0 and line.is_word(place) and not line.words[place].endswith("'s") and at - place < _OWNER_REACH:
        if is_pronoun(line, place):
            break
        place -= 1
    if is_pronoun(line, place):
        return Saying("verb", place, at, Span(place, place), trails=False)
    if place < 0 or not line.words[place].endswith("'s"):
        return None
    owner = before(line, place + 1)
    return Saying("verb", owner.first, at, owner, trails=False) if owner is not None else None


def _by_agent(line: Line, at: int) -> Saying | None:
    """ "The claim by activists that"."""
    agent = after(line, at + 2)
    if agent is None or not line.has(agent.last + 1, "complementizers"):
        return None
    return Saying("verb", at, agent.last, agent, trails=False)


def _cited(line: Line, at: int, verb: Verb) -> Saying | None:
    source = after(line, at + 1)
    if source is None:
        return None
    return Saying("cite", at, source.last, source, trails=True, verb=verb)


def _relayed(line: Line, at: int, verb: Verb) -> Saying | None:
    """ "نقلت الوكالة عن شهود أن": an outlet passes on what others say."""
    outlet = after(line, at + 1)
    if outlet is None or not line.has(outlet.last + 1, "from"):
        return None
    source = after(line, outlet.last + 2)
    if source is None:
        return None
    return Saying("verb", at, source.last, source, trails=False, audience=outlet, verb=verb)


def _gerund(line: Line, at: int, verb: Verb, acts: Sequence[Saying]) -> Saying | None:
    """ ", saying that …": whoever the clause before is about says it."""
    if at == 0 or any(line.has(at - 1, listed) for listed in ("be", "determiners", "links")):
        return None
    if acts and acts[-1].last == at - 1:
        return Saying("verb", at, at, None, trails=False, verb=verb)
    previous = line.word(at - 1)
    if not (line.is_comma(at - 1) or line.has(at - 1, "conjunctions") or line.is_word(at - 1)):
        return None
    if verb.kind in ("say", "that") and not line.is_comma(at - 1) and not opens_content(line, at + 1) and previous:
        return None
    speaker = None if acts else clause_subject(line, 0, at)
    return Saying("verb", at, at, speaker, trails=False, verb=verb) if acts or speaker is not None else None


def _by_verb(line: Line, at: int, verb: Verb, acts: Sequence[Saying]) -> Saying | None:
    if verb.kind == "blame" and (laid := _laid_on(line, at, verb)) is not None:
        return laid
    if verb.kind == "blame" and not line.lexicon.head_first and line.has(at + 1, "links"):
        return None
    passive = None if verb.gerund else _passive(line, at, verb)
    if passive is not None or (_is_passive(line, at) and not verb.gerund):
        return passive
    audience = _audience(line, at, verb)
    behind = audience.last if audience is not None else at
    free = max((act.last + 1 for act in acts if act.speaker is not None), default=0)
    speaker, first, last = subject_of(line, at, behind, free)
    if speaker is None and not is_left_out(line, at, continued=bool(acts)):
        return None
    if speaker is None and not acts:
        speaker = clause_subject(line, 0, at)
    if speaker is not None and not _may_speak(line, speaker):
        return None
    last = max(last, behind)
    if audience is None and is_told(line, last + 1):
        audience = after(line, last + 1) or Span(last + 1, last + 1)
        last = audience.last
    content = opens_content(line, last + 1)
    closes = not content and trails(line, first, last)
    named = speaker is None or is_somebody(line, speaker)
    set_off = closes and (not line.is_word(first - 1) or (last + 2 >= len(line) and named))
    if verb.kind == "that" and not (content or set_off or (speaker is not None and _is_source(line, speaker))):
        return None
    if not closes and not content and last + 1 >= len(line):
        return None
    if closes and not content and line.has(at, "nouns_too") and line.is_word(first - 1) and not (line.bare and named):
        return None
    if not (content or named) and line.lexicon.verb_first:
        return None
    own = speaker is not None and line.has(speaker.first, "first_person")
    attached = conjunction(line, speaker.first) if speaker is not None else ""
    return Saying("verb", first, last, speaker, closes, audience, verb, own, attached)


def _laid_on(line: Line, at: int, verb: Verb) -> Saying | None:
    """ "The shelling, which the army attributed to", "imputé à l'armée par le maire": a deed stands before the verb, on
    whom it is laid behind it."""
    if not (line.has(at + 1, "links") or line.has(at + 1, "datives")):
        return None
    relative = next((place for place in range(at - 1, max(-1, at - _NEAR), -1) if line.has(place, "relatives")), None)
    if relative is not None and not line.is_comma(at - 1):
        subject = after(line, relative + 1) if relative + 1 < at else None
        if subject is not None and subject.last < at:
            return Saying("verb", relative, at, subject, trails=False, verb=verb)
    for place in range(at + 2, min(len(line), at + _NEAR + 2)):
        if line.quoted[place] or not line.is_word(place):
            return None
        if line.has(place, "by"):
            agent = after(line, place + 1)
            return Saying("verb", place, agent.last, agent, trails=True, verb=verb) if agent is not None else None
    return None


def _is_passive(line: Line, at: int) -> bool:
    """Whether a form of "be" stands before a verb, adverbs aside, or "by" behind it: "were later widely condemned",
    "accusé par Kyiv"."""
    if line.has(at + 1, "by") and (verb := line.lexicon.verb(line.words[at])) is not None and verb.kind == "blame":
        return True
    place = at - 1
    while line.is_adverb(place) and not line.has(place, "be"):
        place -= 1
    return line.has(place, "be")


def _passive(line: Line, at: int, verb: Verb) -> Saying | None:
    """ "Is said to have", "was accused by X", "was quoted as saying by X"."""
    if not _is_passive(line, at):
        return None
    for place in range(at + 1, min(len(line), at + _NEAR)):
        if line.has(place, "by") and not line.quoted[place]:
            agent = after(line, place + 1)
            if line.has(at, "quoted"):
                return Saying("verb", at, place - 1, before(line, at), trails=True, audience=agent, verb=verb)
            return Saying("verb", at, agent.last, agent, trails=True, verb=verb) if agent is not None else None
    if line.has(at, "quoted") and (quoted := before(line, at)) is not None:
        return Saying("verb", quoted.first, at, quoted, trails=not opens_content(line, at + 1), verb=verb)
    if verb.kind in ("say", "that") and line.word(at + 1) in ("to", "that"):
        return Saying("hearsay", at, at, None, trails=False)
    return None


def _audience(line: Line, at: int, verb: Verb) -> Span | None:
    """Who was told."""
    if not verb.audience:
        return None
    if line.has(at + 1, "audiences") or line.has(at + 1, "first_person") or is_pronoun(line, at + 1):
        return Span(at + 1, at + 1)
    return after(line, at + 1)


def _is_source(line: Line, speaker: Span) -> bool:
    """Whether what "shows" or "finds" something is a poll, a study or a report."""
    places = range(speaker.first, speaker.last + 1)
    outlets = any(office.kind == "outlet" for at in places if (office := line.office(at)) is not None)
    return outlets or any(line.has(at, "documents") for at in places)


def _may_speak(line: Line, speaker: Span) -> bool:
    """Whether a noun phrase can say something: it is not only an article, "the worst" or "evidence"."""
    places = range(speaker.first, speaker.last + 1)
    words = [at for at in places if line.is_word(at) and not line.has(at, "articles")]
    return not all(line.has(at, "unmentioned") for at in words)


def _embedded_pronoun(line: Line, at: int) -> Saying | None:
    """French "a-t-il ajouté", "ajoute-t-elle": the pronoun is written on to the verb."""
    for enclitic in line.lexicon.enclitics:
        stem = line.words[at].removesuffix(enclitic)
        if stem == line.words[at] or not stem:
            continue
        participle = line.lexicon.verb(line.word(at + 1))
        verb = line.lexicon.verb(stem) or participle
        if verb is None:
            return None
        last = at + 1 if participle is not None else at
        return Saying("verb", at, last, Span(at, at), trails=True, verb=verb)
    return None


def _colon_head(line: Line) -> Saying | None:
    """ "Lavrov: we will not leave": a short noun phrase before a colon at the head of a sentence."""
    colon = next((at for at in range(min(len(line), _LONGEST_HEAD + 1)) if line.word(at) == ":"), None)
    if colon is None or colon == 0 or colon + _LEAST_BEHIND_COLON >= len(line):
        return None
    first = 0
    while first < colon and not line.is_word(first):
        first += 1
    if line.has(first, "first_person") or not (line.is_whole or _is_known(line, first, colon)):
        return None
    speaks = any((line.is_name(at) and len(line.words[at]) > 1) or line.is_role(at) for at in range(first, colon))
    speaks = speaks or (line.is_whole and not line.lexicon.cased)
    plain = first < colon and not any(is_boundary(line, at) or line.has(at, "times") for at in range(first, colon))
    verbs = any(line.lexicon.verb(line.words[at]) and not line.is_role(at) for at in range(first, colon))
    if not (speaks and plain) or verbs or any(line.words[at][:1].isdigit() for at in range(first, colon)):
        return None
    link = next((at for at in range(first + 1, colon) if line.has(at, "links") and not line.has(at, "of")), colon)
    speaker = speaker_in(line, Span(first, link - 1))
    if speaker is None or (line.lexicon.cased and not (line.is_name(speaker.last) or line.is_role(speaker.last))):
        return None
    return Saying("colon", first, colon, speaker, trails=False)


def _is_known(line: Line, first: int, colon: int) -> bool:
    """Whether a label before a colon in a text is somebody: a role, a side, or a full name before a quotation. Other
    labels are headings: "Details:", "Vale Bay:"."""
    if first == colon - 1 and line.is_role(first):
        office = line.office(first)
        return office is not None and office.kind not in ("mouth", "outlet")
    if any(line.is_role(at) for at in range(first, colon)):
        return True
    if colon - first <= _LONGEST_SIDE and entry_of(line.phrase(Span(first, colon - 1)), line.lexicon.language):
        return True
    named = not line.lexicon.cased or all(line.is_name(at) for at in range(first, colon))
    acts = first + 1 < colon and line.is_name(first) and any(is_finite(line, at) for at in range(first + 1, colon))
    return (named or acts) and line.opens_quotation(colon + 1)
