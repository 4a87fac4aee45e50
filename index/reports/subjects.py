"""Who says it: the subject of a verb of reporting, before or behind it, left out, or the antecedent of "who"."""

from __future__ import annotations

from index.reports.actors import entry_of, namings
from index.reports.contents import LEAST_CONTENT, words_between
from index.reports.lines import Line, Span
from index.reports.offices import offices
from index.reports.phrases import after, before, is_boundary, is_pronoun, is_verbal
from index.reports.tellings import maker

# An outlet's name before a speaker has few words.
_OUTLET_REACH = 5
# So many little words stand before a word of time: "por la", "au cours de la".
_TIME_WORDS = 4


def subject_of(line: Line, at: int, behind: int, free: int) -> tuple[Span | None, int, int]:
    """Who says it, with the first and last token of the act of reporting; whoever is named before `free` says another.

    `behind` is the last token of the verb with those it speaks to.
    """
    verb = line.lexicon.verb(line.words[at])
    takes_object = verb is not None and verb.kind not in ("say", "that") and line.lexicon.head_first
    inverted = _inverted(line, at, behind) if line.lexicon.verb_first or not takes_object else None
    subject = before(line, at)
    if subject is not None and is_verbal(line, subject):
        subject = None
    if subject is not None and conjunction(line, subject.last) and not is_somebody(line, subject, but=1):
        subject = Span(subject.last, subject.last)
    if inverted is not None and line.lexicon.verb_first and not _leads(line, at, subject, inverted):
        return inverted, at, inverted.last
    if inverted is not None and _prefers_inverted(line, at, subject, inverted):
        return inverted, at, inverted.last
    if subject is not None and subject.first >= free:
        return subject, subject.first, at
    if inverted is not None and not line.lexicon.cased:
        return inverted, at, inverted.last
    relative = _relative(line, at)
    return relative, (at if relative is None else at - 1), at


def _leads(line: Line, at: int, subject: Span | None, inverted: Span) -> bool:
    """Whether the subject stands before its verb where verbs stand first: "وزارة الداخلية تعلن", "روسيا تتهم
    أوكرانيا"; somebody behind "say" says it."""
    verb = line.lexicon.verbs.get(line.words[at])
    if subject is None or verb is None or (verb.kind in {"say", "that"} and is_somebody(line, inverted)):
        return False
    opens = subject.first == 0 or not line.is_word(subject.first - 1) or conjunction(line, subject.first)
    return bool(opens) and (line.is_role(subject.first) or bool(namings(line.phrase(subject), line.lexicon.language)))


def _prefers_inverted(line: Line, at: int, subject: Span | None, inverted: Span) -> bool:
    """Whether the speaker is the phrase behind the verb, not the one before it."""
    if line.bare and not line.lexicon.verb_first and _trails_bare(line, at, subject):
        return True
    closed = line.is_comma(at - 1) or line.closes_quotation(at - 1) or _begins_clause(line, at)
    closed = closed or line.begins_cue(at - 1)
    if line.lexicon.head_first:
        somebody = subject is not None and is_somebody(line, subject)
        return closed or (line.has(at + 1, "in_subject") and not somebody)
    if closed and _ends_what_is_said(line, at, inverted):
        return True
    opens = subject is not None and words_between(line, 0, subject.first) < LEAST_CONTENT and not line.quoted[0]
    return closed and not opens


def _ends_what_is_said(line: Line, at: int, speaker: Span) -> bool:
    """Whether only who says it stands behind the verb, and what is said before it: "Two died, a girl and her brother,
    said the mayor, who was there"."""
    verb = line.lexicon.verb(line.words[at])
    behind = speaker.last + 1
    ends = not line.is_word(behind) or line.has(behind, "relatives")
    return verb is not None and verb.kind == "say" and ends and is_somebody(line, speaker)


def _trails_bare(line: Line, at: int, subject: Span | None) -> bool:
    """Whether the comma is lost between what is said and a verb behind which its speaker stands, where what stands
    before the verb is nobody: "hit the market and the bridge said Olena Kravets"."""
    behind = after(line, at + 1)
    if behind is None or not is_somebody(line, behind) or words_between(line, 0, at) < LEAST_CONTENT:
        return False
    return subject is None or not is_somebody(line, subject) or line.has(subject.first - 1, "numbers")


def conjunction(line: Line, at: int) -> str:
    """The "and" that is written on to the name of a party or a body, with which a clause of its own may begin:
    "وموسكو تنفي"."""
    word, language = line.words[at], line.lexicon.language
    joined = (prefix for prefix in line.lexicon.prefixes if prefix in line.lexicon.sets["conjunctions"])
    prefix = next((prefix for prefix in joined if word.startswith(prefix)), "")
    behind = word[len(prefix) :]
    named = bool(entry_of(behind, language)) or offices(language).office(behind) is not None
    return prefix if prefix and named and offices(language).office(word) is None else ""


def is_somebody(line: Line, span: Span, *, but: int = 0) -> bool:
    """Whether a phrase, `but` so many words at its end, names a role, a side or a person, or stands for one."""
    if span.last - but < span.first:
        return False
    span = Span(span.first, span.last - but)
    places = range(span.first, span.last + 1)
    named = any(line.office(at) is not None or line.is_name(at) or is_pronoun(line, at) for at in places)
    return named or (not line.lexicon.cased and bool(namings(line.phrase(span), line.lexicon.language)))


def _relative(line: Line, at: int) -> Span | None:
    """The antecedent of "who said", "which says"."""
    place = at - 1
    while line.has(place, "auxiliaries") or line.has(place, "adverbs"):
        place -= 1
    if not line.has(place, "relatives") or line.has(place, "complementizers"):
        return None
    return before(line, place - 1 if line.is_comma(place - 1) else place) if place > 1 else None


def _inverted(line: Line, at: int, behind: int) -> Span | None:
    """The speaker behind the verb: ", said X", "قالت X إن"."""
    first = _behind_times(line, behind + 1)
    if line.has(first, "in_subject") and line.lexicon.head_first and line.is_word(first + 1):
        first = _behind_channel(line, first + 1)
    elif (
        (line.has(first, "links") and not line.has(first, "determiners"))
        or _opens_with_that(line, first)
        or line.has(first, "complementizers")
        or is_boundary(line, first)
    ):
        return None
    phrase = after(line, first)
    # "Рассказал агентству", "said by telephone".
    addressed = line.has(first, "by") or (bool(line.lexicon.adjectives) and line.has(first, "audiences"))
    if phrase is None or addressed or line.has(phrase.first, "times"):
        return None
    if line.lexicon.verb_first:
        return _without_object(line, at, phrase)
    if (author := maker(line, first)) is not None:
        return Span(phrase.first, author.last)
    following = phrase.last + 1
    ended = following >= len(line) or not line.is_word(following) or line.has(following, "times")
    ended = ended or any(
        line.has(following, name) for name in ("links", "subordinators", "relatives", "conjunctions", "complementizers")
    )
    return phrase if ended or line.lexicon.verb(line.words[following]) is not None else None


def _behind_times(line: Line, at: int) -> int:
    """The place behind when something was said, and then behind to whom, where these open the phrase at `at`: "a
    déclaré mardi soir à la presse le maire", "informó este martes por la mañana"."""
    place = at
    while True:
        noun = place
        while noun < place + _TIME_WORDS and any(line.has(noun, name) for name in ("links", "determiners", "of_time")):
            noun += 1
        when = line.has(noun, "times") and not line.is_name(noun)
        whom = place > at and noun > place and (line.has(noun, "audiences") or line.has(noun, "manner"))
        if not (when or whom):
            return place if line.is_word(place) else at
        place = noun + 1


def _behind_channel(line: Line, at: int) -> int:
    """The place behind where something is said, where that opens the phrase at `at`: "сообщил в эфире мэр"."""
    channel = next((place for place in (at, at + 1) if line.has(place, "manner")), None)
    spoken = channel is not None and line.is_word(channel + 1) and not line.has(channel + 1, "links")
    if channel is None or not spoken:
        return at
    # Behind "в интервью" comes first whom it was given to: "телеканалу РБК губернатор".
    for place in range(channel + 1, min(len(line), channel + _OUTLET_REACH)):
        office = line.office(place)
        if not line.is_word(place) or line.has(place, "links"):
            break
        if office is not None and office.kind == "person":
            return place
    return channel + 1


def _opens_with_that(line: Line, at: int) -> bool:
    """Whether "that" is written on to a word, which then begins what is said: "שבבית"."""
    that, word = line.lexicon.that, line.word(at)
    alone = any(word in line.lexicon.sets[name] for name in ("determiners", "numbers"))
    return bool(that) and word.startswith(that) and not alone and not line.names_office(at)


def _without_object(line: Line, at: int, phrase: Span) -> Span:
    """The subject alone, where subject and object stand behind their verb with nothing between them: another party, or
    the charge that is denied."""
    verb = line.lexicon.verb(line.words[at])
    if verb is not None and verb.kind in ("count", "toll"):
        # "أحصى الدفاع المدني 38 قتيلا".
        number = next((at for at in range(phrase.first + 1, phrase.last + 1) if line.is_number(at)), phrase.last + 1)
        return Span(phrase.first, number - 1)
    if verb is None or verb.kind not in ("blame", "deny", "speak"):
        return phrase
    named = namings(line.phrase(phrase), line.lexicon.language)
    start = line.tokens[phrase.first].start
    objects = [start + naming.start for naming in named[1:] if naming.actor != named[0].actor]
    for place in range(phrase.first + 1, phrase.last + 1):
        if (
            line.has(place, "utterances")
            or line.words[place] in line.lexicon.sets["toward"]
            or any(line.tokens[place].start <= begin < line.tokens[place].end for begin in objects)
        ):
            return Span(phrase.first, place - 1)
    return phrase


def _begins_clause(line: Line, at: int) -> bool:
    """Whether a verb begins its clause, adverbs and conjunctions aside."""
    place = at - 1
    while place >= 0 and (
        line.has(place, "adverbs") or line.has(place, "conjunctions") or line.has(place, "auxiliaries")
    ):
        place -= 1
    if place < 0:
        return True
    return line.lexicon.head_first and (not line.is_word(place) or line.has(place, "subordinators"))


def is_left_out(line: Line, at: int, *, continued: bool) -> bool:
    """Whether the subject is left out: "… and said", "وأضاف أن"; `continued`: somebody spoke in the sentence before."""
    place = at - 1
    while place >= 0 and (line.is_adverb(place) or line.has(place, "auxiliaries") or line.has(place, "negations")):
        place -= 1
    if place < 0 or line.word(place) in {".", ":", "•"}:
        return line.lexicon.head_first or not line.lexicon.cased
    if line.has(place, "conjunctions"):
        return True
    return continued and line.is_comma(place) and line.lexicon.head_first
