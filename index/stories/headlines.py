"""A story's headline: one whole clause of one of its statements with who says so, else the best outlet's own. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.language.languages import language_of
from index.language.lexicon import lexicon
from index.language.loaded import loaded_words, quoted
from index.language.timewords import words_of
from index.language.tokens import tokens
from index.reports.acts import acts_in
from index.reports.citing import attribution
from index.reports.deeds import Clause
from index.reports.faithful import faithful
from index.reports.figures import figures_in
from index.reports.report import Testimony
from index.stories.members import Member
from index.stories.newsworthy import explains
from index.stories.statements import begins_with_pronoun, is_caption, is_past, points_back, without_dateline

LONGEST = 110
_NAMED_AT_END = re.compile(r"(?P<title>.{12,}\S)\s+(?P<bar>[|–—-])\s+(?P<name>[^|–—-]{3,40})")
# "(Video)" at the end of a headline.
_FILM = re.compile(
    r"(?<!\s)\s*[(\[](?:photos?|videos?|vidéos?|vídeos?|фото|видео|відео|صور|فيديو|بالفيديو|וידאו|תמונות)[)\]]",
    re.IGNORECASE,
)
# Pictures and pointers that posts are set with.
_SYMBOLS = re.compile(r"[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]+")
_AROUND_TITLES = " .\u00a0\n\t"
_AROUND_CLAUSES = " ,.;:،؛。\n\t"
_SHORTEST = 25
# "A couple of months after": words of spans of time.
_OF_SPANS = frozenset({"unit", "two", "number", "digits", "plural", "in", "ago"})
_LONGEST_SPAN = 4
# "said on Sunday in the capital that": so many words may come before what is said.
_BEFORE_THAT = 8
_ENDS = re.compile(r"[;؛]\s|,\s|،\s| — | – |: ")
# What a post ends with.
_TAGS = ("#", "@", "http://", "https://")
# Elsewhere the verb may come first.
_SUBJECT_FIRST = frozenset({"en", "fr"})
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ADDRESS = re.compile(r"https?://\S+|[#@]\w+")


def headline(testimony: Testimony) -> str | None:
    """The headline that a statement gives, with who says so; None where it gives none that can stand alone."""
    if points_back(testimony) or is_past(testimony) or testimony.sentence_text.rstrip().endswith(("?", "؟")):
        return None
    clause = _clause(testimony)
    if clause is None or not faithful(clause, testimony.sentence_text) or not _says_where_or_who(clause, testimony):
        return None
    clause = quoted(clause)
    first = 1 if clause[0] in '“"' else 0
    return f"{clause[:first]}{clause[first].upper()}{clause[first + 1 :]} ({_who(testimony, clause)})"


def _says_where_or_who(clause: str, testimony: Testimony) -> bool:
    """Whether a clause names a place, a party or anything else: "two are dead" is of any day and any town."""
    if any(token.text[:1].isupper() for token in list(tokens(clause))[1:]):
        return True
    if testimony.speaker is not None and not lexicon(testimony.report.reading.language, "reporting").get(
        "cased", False
    ):
        # Without capitals a village that no table has looks like any word.
        return True
    statements = [other.statement for other in testimony.report.testimonies if other.sentence == testimony.sentence]
    named = [mention.name for statement in statements for mention in statement.places]
    named += [party.name for statement in statements for party in statement.parties]
    return any(name in clause for name in named if name)


def _clause(testimony: Testimony) -> str | None:
    """What is said, whole, or up to the end of a clause with a predicate."""
    said = _said(testimony) if testimony.speaker and not testimony.statement.negated else ""
    sentence = without_dateline(testimony)
    for text in (said, sentence):
        bare = _FILM.sub("", text).strip(_AROUND_CLAUSES)
        cuts = [bare, *(bare[: cut_at.start()] for cut_at in reversed(list(_ENDS.finditer(bare))))]
        for cut in cuts:
            whole = cut.strip(_AROUND_CLAUSES)
            # "While talks went on" is half a sentence.
            half = cut is not bare and _is_subordinate(whole, testimony.report.reading.language)
            told = cut is bare or _has_verb(whole, testimony.report.reading.language)
            if told and not half and _SHORTEST <= len(whole) <= LONGEST and _stands(whole, testimony):
                return whole
    return None


def _is_subordinate(clause: str, language: str) -> bool:
    """Whether a clause begins with a word that makes it depend on another, alone or behind a span of time: "two months
    after the town fell"."""
    listed = lexicon(language, "reporting").get("subordinators", "")
    subordinators = listed.split() if isinstance(listed, str) else listed
    first = [token for token in tokens(clause) if token.is_word][: _LONGEST_SPAN + 1]
    joint = next((token for token in first if token.lower in subordinators), None)
    return joint is not None and (joint is first[0] or _is_span_of_time(clause[: joint.start], language))


def _is_span_of_time(text: str, language: str) -> bool:
    """Whether words say for how long, and nothing else."""
    words = words_of(text, language)
    return any("unit" in word.classes for word in words) and all(_OF_SPANS & word.classes.keys() for word in words)


def _said(testimony: Testimony) -> str:
    """What is said, without when and to whom it was said."""
    content = testimony.content
    language = testimony.report.reading.language
    that = lexicon(language, "acts").get("that", {}).get("that", "")
    listed = that.split() if isinstance(that, str) else that
    follows = testimony.statement.content[0] > testimony.statement.start
    for token in list(tokens(content))[:_BEFORE_THAT]:
        if token.lower in listed:
            content, follows = content[token.end :], False
            break
    listed = lexicon(language, "reporting")
    adverbs, links = listed.get("adverbs", "").split(), listed.get("links", "").split()
    words = (token.lower for token in tokens(content) if token.is_word)
    first = next((word for word in words if word not in adverbs), "")
    # "Reported on the capture of two villages": what is behind the verb is no clause.
    if follows and first in links:
        return ""
    # "It had ended its search" says nothing without who did, nor does "killed nine" of "a blast that killed nine".
    return "" if begins_with_pronoun(content, language) or _begins_with_deed(content, language) else content


def _begins_with_deed(content: str, language: str) -> bool:
    """Whether what follows "that" has no subject, in a language in which that stands before the verb."""
    deeds = Clause(content, 0, len(content), language, ()).deeds if language in _SUBJECT_FIRST else []
    return bool(deeds) and deeds[0].first == 0 and not deeds[0].noun


def _stands(clause: str, testimony: Testimony) -> bool:
    """Whether a clause can stand alone: it is closed, tells of a deed or what became of those it counts, and is no
    address, hashtag or caption."""
    if _ADDRESS.search(clause) or clause.count('"') % 2 or clause.count("“") != clause.count("”"):
        return False
    if any(clause.count(opens) != clause.count(closes) for opens, closes in ("()", "«»", "[]")):
        return False
    if is_caption(clause):
        return False
    language = testimony.report.reading.language
    # What is only said aside, in brackets, is not what the clause tells.
    bare = _IN_BRACKETS.sub(" ", clause)
    counted = any(figure.outcome for figure in figures_in(bare, 0, len(bare), language, None))
    return counted or bool(acts_in(bare, 0, len(bare), language, ()))


def _has_verb(clause: str, language: str) -> bool:
    """Whether a piece of a sentence tells of its deed by a verb, or of how many met with what: "the key to the
    resumption of supplies" is a piece of nothing."""
    if any(not deed.noun for deed in Clause(clause, 0, len(clause), language, ()).deeds):
        return True
    return any(figure.outcome for figure in figures_in(clause, 0, len(clause), language, None))


def story_headline(headlines: Sequence[str]) -> str:
    """The headline to tell a story under: that of its best claim, the first ("": it gives none)."""
    return headlines[0] if headlines else ""


def _who(testimony: Testimony, clause: str) -> str:
    """Who first said it, where the clause does not name him, and the outlet that carries it where that is another."""
    speaker, *others = attribution(testimony)
    named = not others or speaker.casefold() in clause.casefold()
    return [speaker, *others][-1] if named else f"{speaker}, {others[-1]}"


def quoted_headline(members: Sequence[Member], telling: Collection[str] = (), leading: str = "") -> str:
    """The headline in the plainest words, one of those that tell something (of the articles `telling`, by id) and that
    of the article `leading` before others, then the closest to the middle of the story; quoted with its outlet.

    One that did not survive its encoding is taken only where there is no other.
    """

    def order(member: Member) -> tuple[bool, bool, bool, int, bool, float, str]:
        away, title = member.article_id != leading, member.title
        asks, bare = explains(title, language_of(title)), member.article_id not in telling
        return "\ufffd" in title, asks, bare, len(loaded_words(title)), away, -member.similarity, member.url

    plain = min(members, key=order)
    return f"“{_without_outlet(plain)}” ({plain.publisher})"


def _without_outlet(member: Member) -> str:
    """The headline without the outlet's own name at its end: "… - Daily Sabah"."""
    words = _SYMBOLS.sub(" ", _FILM.sub("", member.title)).strip(_AROUND_TITLES).split()
    while len(words) > 1 and words[-1].startswith(_TAGS):
        words.pop()
    title = " ".join(words)
    match = _NAMED_AT_END.fullmatch(title)
    if match is None:
        return title
    name = "".join(character for character in match["name"].casefold() if character.isalnum())
    publisher = "".join(character for character in member.publisher.casefold() if character.isalnum())
    return match["title"] if "|" in match["bar"] or name in publisher or publisher in name else title
