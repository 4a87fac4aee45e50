"""The noun phrases of a sentence in which speakers stand: before a verb, after it, and at the head of a clause."""

from __future__ import annotations

from index.reports.contents import LEAST_CONTENT, words_between
from index.reports.lines import Line, Span

# A noun phrase that is longer is a misreading.
_LONGEST = 22
_APPOSITION = 14
_SET_OFF = 45
_ROLE_REACH = 4
_DEEPEST = 2
_DATELINE = 5
_LONGEST_CUE = 3
_SHORT_ADDRESS = 4
_DASHES = frozenset("—–")
_LATIN = frozenset({"en", "es", "fr"})
_OPENING = frozenset('("“«„‘[')


def pronoun(line: Line, at: int) -> str:
    """The pronoun at a place, also one that is written on to its verb ("a-t-elle"); "" where none stands there."""
    word = line.word(at).removesuffix("'s")
    written_on = any(word.endswith(ending) for ending in line.lexicon.enclitics)
    bare = word.rpartition("-")[2] if written_on else word
    names = ("person_pronouns", "thing_pronouns", "plural_pronouns")
    return bare if any(bare in line.lexicon.sets[name] for name in names) else ""


def is_pronoun(line: Line, at: int) -> bool:
    """Whether a personal pronoun of the third person stands at a place."""
    return bool(pronoun(line, at))


def before(line: Line, verb: int, *, depth: int = 0) -> Span | None:
    """The noun phrase that ends before the verb at `verb`, with what is set off between commas behind it.

    `depth` counts what is set off within what is set off: nobody writes more than two.
    """
    last = _skip_back(line, verb - 1)
    if last < 0 or line.quoted[last]:
        return None
    if line.word(last) in {")", "]"}:
        opened = _opening(line, last)
        return before(line, opened, depth=depth + 1) if opened > 0 and depth < _DEEPEST else None
    if line.is_comma(last):
        return _set_off(line, last, depth + 1) if depth < _DEEPEST else None
    if not line.is_word(last) or line.has(last, "conjunctions"):
        return None
    if is_pronoun(line, last) or line.has(last, "first_person"):
        return Span(last, last)
    first = _leftmost(line, last)
    relative = _relative_before(line, first) if first is not None else None
    if relative is not None and depth < _DEEPEST:
        comma = relative - 1 if line.is_comma(relative - 1) else relative
        return before(line, comma, depth=depth + 1)
    return _without_adverbial(line, Span(first, last)) if first is not None else None


def _relative_before(line: Line, first: int) -> int | None:
    """The "which" of "a clinic which treats the wounded", where a phrase is the rest of its clause and no subject."""
    for at in range(first - 1, max(-1, first - 1 - _ROLE_REACH), -1):
        if line.has(at, "relatives"):
            opens = line.has(at + 1, "determiners") or line.is_name(at + 1) or line.is_role(at + 1)
            return None if opens else at
        if not line.is_word(at) or line.has(at, "conjunctions"):
            return None
    return None


def after(line: Line, at: int) -> Span | None:
    """The noun phrase that begins at `at`."""
    while (line.has(at, "adverbs") or line.has(at, "datives")) and not line.has(at, "determiners"):
        at += 1
    if not 0 <= at < len(line) or line.quoted[at] or not line.is_word(at):
        return None
    if (is_pronoun(line, at) and not line.has(at, "determiners")) or line.has(at, "first_person"):
        return Span(at, at)
    last = _rightmost(line, at)
    if last < at or all(line.has(place, "determiners") for place in range(at, last + 1)):
        return None
    return Span(at, _with_apposition(line, Span(at, last)))


def clause_subject(line: Line, start: int, stop: int) -> Span | None:
    """The noun phrase at the head of the clause at `start`, which a finite verb ends before `stop`."""
    at = start
    if line.lexicon.verb_first and not line.names_office(start):
        return after(line, start + 1) if line.names_office(start + 1) else None
    while at < stop and (not line.is_word(at) or line.has(at, "conjunctions") or line.has(at, "adverbs")):
        at += 1
    at = _behind_dateline(line, at)
    opens = any(line.has(at, name) for name in ("links", "subordinators", "times")) or line.begins_cue(at)
    # "Asked about the deaths, the army".
    asked = at == 0 and line.lexicon.verb(line.word(0)) is not None and line.word(0).endswith(line.lexicon.past or "\n")
    if opens or asked:
        comma = next((place for place in range(at, min(stop, at + _LONGEST)) if line.is_comma(place)), None)
        if comma is None:
            return None
        at = comma + 1
    phrase = after(line, at) if at < stop and not _reports(line, at) else None
    return phrase if phrase is not None and phrase.last < stop else None


def _behind_dateline(line: Line, at: int) -> int:
    """The place behind a town in capitals and a dash with which a report opens; the place itself else."""
    dash = next((place for place in range(at + 1, min(len(line), at + _DATELINE)) if line.word(place) in _DASHES), at)
    return dash + 1 if at < dash and line.tokens[at].text.isupper() else at


def is_told(line: Line, at: int) -> bool:
    """Whether a word with "to" written on to it names the outlet that was told: "لوكالة", "לעיתון"."""
    word, to = line.word(at), line.lexicon.to
    if not to or not word.startswith(to):
        return False
    office = line.office(at)
    return line.has(at, "audiences") or (office is not None and office.kind == "outlet")


def is_boundary(line: Line, at: int) -> bool:
    """Whether no noun phrase reaches over the token at a place."""
    if not 0 <= at < len(line) or line.quoted[at] or not line.is_word(at):
        return True
    if line.named[at]:
        return False
    if _joins_sentences(line.tokens[at].text) or (line.lexicon.language not in _LATIN and _is_address(line.words[at])):
        return True
    # A subordinator that is written as a name is one: "So" the island, "When" the film. Few are; lower case decides.
    return any(
        line.has(at, name) for name in ("complementizers", "subordinators", "relatives", "auxiliaries", "finite")
    ) and not (line.tokens[at].text.isupper() and len(line.tokens[at].text) > 1)


def _joins_sentences(word: str) -> bool:
    """Whether the space behind a full stop is lost inside of a word: "front.The"."""
    if "." not in word:
        return False
    ended, _, opened = word.partition(".")
    return ended[-1:].islower() and opened[:1].isupper() and opened[1:2].islower()


def _is_address(word: str) -> bool:
    """Whether a word is the address of a site in small letters, as between the lines of a text in another script."""
    return "." in word and word.isascii() and word.replace(".", "").isalpha() and len(word) > _SHORT_ADDRESS


def _skip_back(line: Line, at: int) -> int:
    """Over adverbs, auxiliaries, negations and times before a verb."""
    while at >= 0 and not line.quoted[at]:
        if line.is_adverb(at) or any(line.has(at, name) for name in ("auxiliaries", "negations", "datives")):
            at -= 1
        elif line.has(at, "spans") and (line.has(at - 1, "of_time") or line.has(at - 1, "times")):
            at -= 2
        elif line.has(at, "infinitive") and line.has(at - 1, "onward"):
            at -= 2 if not line.has(at - 2, "onward") else 3
        elif at > 0 and line.has(at, "times"):
            at -= 2 if line.has(at - 1, "links") else 1
        else:
            break
    return at


def _opening(line: Line, closing: int) -> int:
    for at in range(closing - 1, max(-1, closing - _LONGEST), -1):
        if line.word(at) in _OPENING:
            return at
    return -1


def _set_off(line: Line, closing: int, depth: int) -> Span | None:
    """The noun phrase before a pair of commas or dashes that ends at `closing`, with what they set off if it is short.

    One that "who" or "which" follows counts before one that is nearer: the commas between are of its clause.
    """
    nearest: tuple[Span, int] | None = None
    for at in range(closing - 2, max(0, closing - _SET_OFF), -1):
        if line.quoted[at] or line.word(at) in {";", ":"} or (line.is_comma(at) and line.has(at + 1, "conjunctions")):
            break
        if not line.is_comma(at) or line.word(at) != line.word(closing):
            continue
        opening = at if line.is_word(at - 1) else at - 1
        head = before(line, opening, depth=depth) if line.is_word(opening - 1) else None
        if head is None or not (_heads(line, head) or _is_full_name(line, Span(at + 1, closing - 1))):
            continue
        if line.has(at + 1, "relatives"):
            return head
        nearest = nearest or (head, at)
    if nearest is None:
        return None
    head, at = nearest
    short = closing - at <= _APPOSITION and not is_boundary(line, at + 1)
    explains = short and (not line.has(at + 1, "links") or _links_on(line, at + 1))
    return Span(head.first, closing - 1) if explains else head


def _heads(line: Line, span: Span) -> bool:
    """Whether a phrase names somebody: it has a name or a role, not only an age or the town where he lives."""
    if line.has(span.first, "links"):
        return False
    return (
        any(line.is_name(at) or line.is_role(at) for at in range(span.first, span.last + 1)) or not line.lexicon.cased
    )


def _is_full_name(line: Line, span: Span) -> bool:
    """Whether what is set off are the names of a person, whatever he is: "the abbot, Peter Ajak,"."""
    places = range(span.first, span.last + 1)
    return line.lexicon.cased and len(places) > 1 and all(line.is_name(at) for at in places)


def _leftmost(line: Line, last: int) -> int | None:
    """How far to the left the noun phrase reaches that ends at `last`."""
    determined = line.has(last, "determiners") and not (line.has(last, "indefinite") and not line.has(last, "articles"))
    if is_boundary(line, last) or line.has(last, "links") or determined or line.begins_cue(last):
        return None
    at = last
    while at > 0 and last - at < _LONGEST and _continues_left(line, at):
        at -= 1
    trimmed = ("conjunctions", "adverbs", "negations")
    while at < last and (any(line.has(at, name) for name in trimmed) or (line.bare and line.has(at, "numbers"))):
        at += 1
    return at


def _continues_left(line: Line, at: int) -> bool:
    """Whether the token before `at` belongs to the same noun phrase as the one at `at`."""
    left = at - 1
    if is_boundary(line, left) or (_reports(line, left) and not line.has(left - 1, "articles")):
        return False
    if line.has(at, "determiners") and not line.has(at, "links"):
        apposed = line.has(at, "indefinite") and line.is_name(left) and line.is_name(left - 1)
        apposed = apposed or line.has(left, "determiners")
        return apposed or line.has(left, "links") or (line.has(left, "conjunctions") and _joins(line, left))
    if line.has(left, "conjunctions"):
        return _joins(line, left)
    if line.has(left, "times") and not (line.has(at, "links") or line.has(left - 1, "determiners")):
        return False
    if line.has(at, "links") or line.has(left, "links") or line.has(left, "determiners"):
        return left > 0 or not line.has(left, "links")
    if _is_participle(line, left):
        return not line.lexicon.head_first and _determined(line, left)
    if line.lexicon.head_first and line.is_role(at):
        return line.is_role(left) or is_adjective(line, left)
    if line.is_name(at) and not line.is_name(left):
        described = line.has(left - 1, "links") or (not line.bare and _determined(line, at))
        return line.is_role(left) or "-" in line.words[left] or described
    return True


def _reports(line: Line, at: int) -> bool:
    """Whether a word is a verb of reporting, not a name or a role that is spelt like one."""
    verb = line.lexicon.verb(line.words[at])
    return verb is not None and not (line.is_name(at) and not line.titled) and not line.is_role(at)


def _joins(line: Line, conjunction: int) -> bool:
    """Whether a conjunction joins two speakers: nothing but a noun phrase stands before it in its clause."""
    start = conjunction - 1
    if start < 0 or is_boundary(line, start):
        return False
    while start > 0 and conjunction - start < _ROLE_REACH * 2 and _continues_left(line, start):
        start -= 1
    opens = line.has(start - 1, "complementizers") or line.is_adverb(start - 1)
    return start == 0 or not line.is_word(start - 1) or opens


def _determined(line: Line, at: int) -> bool:
    """Whether an article, a number, a role or the sentence opens the phrase a few words before `at`."""
    for place in range(at - 1, max(-2, at - 1 - _ROLE_REACH), -1):
        if place < 0:
            return line.is_word(0) and not line.has(0, "links")
        if is_boundary(line, place) or line.has(place, "links"):
            return False
        if line.has(place, "determiners") or line.is_role(place) or line.words[place].endswith("'s"):
            return True
    return False


def _is_participle(line: Line, at: int) -> bool:
    """Whether a word has the ending of a past form, which is a verb unless an article stands before it."""
    word = line.word(at)
    if line.is_name(at) or line.is_role(at) or "-" in word or len(word) < 5 or line.has(at, "no_verbs"):
        return False
    return word.endswith(line.lexicon.past) if line.lexicon.past else False


def is_finite(line: Line, at: int) -> bool:
    """Whether a word inside of a phrase is the verb of a clause, not a participle that belongs to a noun: it follows
    its subject and has an object ("Harlow left the town"), or an adverb stands between ("the fleet also sank")."""
    if line.has(at, "adverbs") and not line.has(at - 1, "determiners") and _is_participle(line, at + 1):
        return True
    if _is_present(line, at):
        return True
    if not _is_participle(line, at) or line.has(at - 1, "determiners") or line.is_adverb(at - 1):
        return False
    if line.lexicon.head_first:
        return True
    subject = line.is_name(at - 1) and not line.is_role(at - 1)
    takes = line.has(at + 1, "determiners") or line.is_name(at + 1) or is_pronoun(line, at + 1)
    takes = takes or line.word(at + 1)[:1].isdigit()
    return (subject or takes) and not line.has(at, "naming") and not line.has(at + 1, "by")


def _is_present(line: Line, at: int) -> bool:
    """Whether a word behind a noun has an object, as no noun has: "the observatory keeps a list"."""
    if line.lexicon.head_first or line.lexicon.verb_first or not line.word(at).endswith("s") or line.is_name(at):
        return False
    noun = (line.is_role(at - 1) or line.is_name(at - 1)) and not line.word(at - 1).endswith("s")
    takes = line.has(at + 1, "articles") or (line.has(at + 1, "links") and line.has(at + 2, "articles"))
    return noun and takes and not line.is_role(at)


def is_verbal(line: Line, span: Span) -> bool:
    """Whether a phrase is one word that is a form of a verb, as in "denied having announced": nobody."""
    if span.first != span.last or line.is_name(span.first) or line.is_role(span.first):
        return False
    endings = line.lexicon.present
    return bool(endings) and line.words[span.first].endswith(endings)


def is_adjective(line: Line, at: int) -> bool:
    """Whether a word agrees with the noun behind it: by its ending, or as a determiner or a number."""
    endings = line.lexicon.adjectives
    return (
        (bool(endings) and line.words[at].endswith(endings)) or line.has(at, "determiners") or line.has(at, "numbers")
    )


def _without_adverbial(line: Line, span: Span) -> Span | None:
    """Without "In Kyiv" or "On Monday" at its head: a speaker does not begin with a preposition."""
    if line.has(span.first, "in_subject") and not any(line.is_role(at) for at in range(span.first + 2, span.last + 1)):
        return Span(span.first + 1, span.last) if span.last > span.first else None
    first = span.first
    while first <= span.last and (line.has(first, "links") or line.has(first, "times")):
        nearest = next(
            (
                at
                for at in range(first + 1, span.last + 1)
                if (line.has(at, "determiners") or line.is_role(at)) and not line.has(at - 1, "links")
            ),
            None,
        )
        if nearest is None:
            return None
        first = nearest
    return Span(first, span.last) if first <= span.last else None


def _rightmost(line: Line, first: int) -> int:
    """How far to the right the noun phrase reaches that begins at `first`."""
    at = first
    while at + 1 < len(line) and at - first < _LONGEST and _continues_right(line, first, at):
        at += 1
    while at > first and (line.has(at, "links") or line.has(at, "conjunctions") or line.has(at, "determiners")):
        at -= 1
    if is_boundary(line, first) or (line.has(first, "links") and not line.has(first, "determiners")):
        return first - 1
    return at


def _continues_right(line: Line, first: int, at: int) -> bool:
    """Whether the token behind `at` belongs to the same noun phrase."""
    right = at + 1
    if is_boundary(line, right) or line.has(right, "times") or line.begins_cue(right) or is_told(line, right):
        return False
    if is_pronoun(line, right) and not line.has(right, "determiners"):
        return False
    if _reports(line, right) and not line.has(at, "articles"):
        return False
    if line.lexicon.verb_first and line.has(right, "numbers"):
        return False
    if line.has(right, "conjunctions"):
        return _nominal(line, right + 1) and not line.has(at, "links")
    if line.has(right, "links"):
        return _links_on(line, right)
    if line.has(right, "determiners"):
        return any(line.has(at, name) for name in ("links", "conjunctions", "determiners"))
    if line.has(right, "adverbs"):
        return line.has(at, "determiners")
    if _is_participle(line, right) and not (line.has(at, "determiners") or line.is_adverb(at) or line.has(at, "links")):
        return False
    if line.is_name(at) and not line.is_name(right) and not line.lexicon.head_first:
        return (
            (line.is_role(right) and not _states(line, right))
            or _reaches_role(line, right)
            or "-" in line.words[right]
            or line.has(right, "particles")
            or line.words[at].endswith("'s")
        )
    return True


def _states(line: Line, at: int) -> bool:
    """Whether a role behind a name is a verb there: "The Vale Herald reports the bridge will open"."""
    verb = line.has(at, "nouns_too") and line.lexicon.verb(line.words[at]) is not None
    opens = line.has(at + 1, "determiners") or line.has(at + 1, "complementizers")
    return verb and (opens or not line.is_word(at + 1))


def _reaches_role(line: Line, at: int) -> bool:
    """Whether what follows a name leads up to the role or body that it is an adjective of: "Palestinian health
    ministry"."""
    little = is_boundary(line, at) or line.is_adverb(at) or _is_participle(line, at) or _reports(line, at)
    listed = any(line.has(at, name) for name in ("links", "conjunctions", "determiners", "times", "by"))
    return not (little or listed) and line.is_role(at + 1) and not line.is_name(at + 1)


def _nominal(line: Line, at: int) -> bool:
    return line.is_name(at) or line.has(at, "determiners") or line.is_role(at)


def _links_on(line: Line, link: int) -> bool:
    """Whether a preposition carries the noun phrase on: "the mayor of Kharkiv", not "said in a statement"."""
    for at in range(link + 1, min(len(line), link + 5)):
        if at > link + 1 and (is_boundary(line, at) or line.has(at, "links")):
            # A noun may end as adjectives do: "з надзвичайних ситуацій".
            return not line.has(at - 1, "determiners")
        if is_boundary(line, at) or line.has(at, "times") or line.has(at, "manner"):
            return False
        if line.has(at, "determiners") or is_adjective(line, at):
            continue
        return not line.words[at][:1].isdigit() and not line.has(at, "occasions")
    return False


def _with_apposition(line: Line, span: Span) -> int:
    """The end of what is set off behind a noun phrase to explain it: ", the head of the region,"."""
    comma = span.last + 1
    if not line.is_comma(comma) or not (_nominal(line, comma + 1) or line.has(comma + 1, "particles")):
        return span.last
    last = _rightmost(line, comma + 1)
    places = range(comma + 1, last + 1)
    explains = any(line.is_role(at) for at in places) or all(line.is_name(at) for at in places)
    if last + 2 >= len(line) or line.word(last + 1) in _OPENING:
        # Behind "According to Vale Radio," comes what it says.
        ends = words_between(line, 0, span.first) >= LEAST_CONTENT
    else:
        ends = not line.is_word(last + 1)
    return last if explains and ends and last - comma <= _APPOSITION else span.last


def name_phrase(line: Line, name: Span) -> Span:
    """A name with the roles and titles that stand before it, and what is set off behind it to explain it."""
    first = _leftmost(line, name.last)
    first = name.first if first is None else min(first, name.first)
    while first < name.first and (line.has(first, "links") or line.has(first, "conjunctions")):
        first += 1
    links = [at for at in range(first, name.first) if line.has(at, "links")]
    if links and not any(line.is_role(at) for at in range(first, links[0])):
        first = links[-1] + 1
    # "По данным", "according to": who is named begins behind it.
    for at in range(max(0, first - _LONGEST_CUE), name.first):
        if line.begins_cue(at):
            first = max(first, min(line.behind_cue(at), name.first))
    return Span(first, _with_apposition(line, Span(first, name.last)))
