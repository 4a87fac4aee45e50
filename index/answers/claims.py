"""From a sentence to a claim: what does not belong to it cut off, what it leaves open said in brackets."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from index.answers.attribution import Attribution
from index.answers.dates import relative, spelled
from index.answers.evidence import Report, Sentence
from index.answers.heads import headless
from index.language.loaded import quoted
from index.language.wordlists import words

# A capital article in the middle of a sentence, after no mark: where a headline and the lead were run together.
_GLUED = re.compile(
    r"(?<=[\w)] )(?P<lead>(?:An?|At least|Some|More than)\s+[\w-]+|The\s+(?:[a-z][\w-]+|US|UN|U\.S\.|U\.N\.))\s"
)
_INVITATION = re.compile(r"\s*(?:\b(?:Watch|See|Read|Click)\b[^.»]{3,120}»\s*)+$")
_TAIL_CREDIT = re.compile(r"(?<=[.\"”])\s*(?:--?|[-–—/(])\s*[A-Z][A-Za-z]{1,12}\)?\.?$")
_PRONOUN = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b(?=\s+(?:also\s+|later\s+|then\s+)?(?:said|told|added|stated|says|warned|noted|asserted"
    r"|claimed|insisted|announced|reported|explained|argued|put)\b)"
)
_BREAKS = re.compile(
    r"(?:,|;| --| –| —)\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d|\d)"
    r"|\s+(?=(?:while|of which|of whom|(?<!of )which|(?<!of )who|although|adding|saying|after|as|but|and that|when"
    r"|where|because|before|until|amid|killing|wounding|bringing|raising|leaving)\b)"
)
# A claim that begins in the middle of a sentence lacks its subject: only what says this much more is worth that.
_BROKEN = 1.0
# A sentence that is longer by so little is shown whole: a few words cut off say less than the dots that stand for them.
_SLACK = 1.2
# Between commas, and the sentence stands without it: who somebody is, where he spoke.
_INSERTED = re.compile(
    r",\s+(?:who|which|whose|whom|where|an?|the|speaking|including|once|now|then|some|[a-z]+ing)"
    r"\b[^,;\"“”]{8,160},\s+(?=[a-z])"
)
# What nothing may end on where the rest is cut off.
_DANGLING = re.compile(
    r"(?:[\s,;–—-]+(?:of|in|on|at|to|the|an?|and|or|by|for|with|from|that|as|than|its|their|his|her|at least|more than"
    r"|including|between|had|has|have|been|was|were|is|are|be|who|which|where|when|while|not|into|over|after|before"
    r"|under|near|against|this|these|those|some|about|around|nearly|during|through|also|one of|two of))+$"
)
_NAMED = re.compile(r"\b[A-Z]\w+")
_SPEECH_VERBS = words("said told added stated reported according says claimed announced warned")


@dataclasses.dataclass(frozen=True, slots=True)
class Wording:
    """How a claim is worded: `text` for the reader, `quote` at `start:end` of the article's text.

    `opens` is where in the quote that part of it begins that `text` shows.
    """

    text: str
    quote: str
    start: int
    end: int
    opens: int = 0


def worded(
    sentence: Sentence,
    report: Report,
    who: Attribution,
    worth: Callable[[str], float] = lambda piece: 0.0,
    *,
    longest: int = 300,
) -> Wording:
    """A sentence as a claim. All that is added stands in brackets; the rest is the sentence's own words.

    Of one with many more than `longest` characters only the clauses that are worth most are kept.
    """
    quote = sentence.text
    bare = _without_title(quote, sentence) if sentence.number < 2 else quote
    text = _INVITATION.sub("", _TAIL_CREDIT.sub("", headless(bare))).strip() or quote
    text = _shortened(text, longest, worth)
    opens = max(0, quote.find(text.removeprefix("… ")[:24])) if text.startswith("… ") else 0
    who = who.at(opens)
    text = quoted(_balanced(text, who))
    text = _with_speaker(text, who)
    if report.written:
        text = _with_day(text, report)
    return Wording(text, quote, sentence.start, sentence.end, opens)


def _without_title(text: str, sentence: Sentence) -> str:
    """The lead without what was glued to its front: the headline, a line of tags, a stamp."""
    title = re.findall(r"\w+", sentence.passage.title.lower())
    found = list(re.finditer(r"\w+", text.lower()))
    if len(title) > 3 and [word.group() for word in found[: len(title)]] == title and len(found) > len(title) + 5:
        text = text[found[len(title)].start() :]
    glued = [cut for cut in _GLUED.finditer(text) if len(text) - cut.start("lead") >= 60]
    return text[glued[-1].start("lead") :] if glued else text


def _shortened(text: str, longest: int, worth: Callable[[str], float]) -> str:
    """The run of clauses, of `longest` characters at most, that is worth most; … for the rest."""
    text = _without_insertions(text, longest, worth)
    if len(text) <= _SLACK * longest:
        return text
    breaks = [0, *(found.end() for found in _BREAKS.finditer(text) if found.end() < len(text) - 30)]
    best, most = (0, 0), -1.0
    for start in breaks:
        end = _window_end(text, start, longest)
        piece = text[start:end]
        value = worth(piece) + 0.02 * len(_NAMED.findall(piece)) - 0.001 * start - (_BROKEN if start else 0.0)
        if value > most:
            best, most = (start, end), value
    kept = text[best[0] : best[1]].rstrip(" ,;-–—")
    begun = "… " if best[0] else ""
    return begun + kept if best[1] == len(text) else f"{begun}{_DANGLING.sub('', kept)} …"


def _without_insertions(text: str, longest: int, worth: Callable[[str], float]) -> str:
    """A long sentence without what only explains a name in it, … for each; nothing is cut that says what is asked."""
    for found in sorted(_INSERTED.finditer(text), key=lambda one: one.start() - one.end()):
        if len(text) <= _SLACK * longest:
            break
        shorter = text.replace(found.group(), " … ", 1)
        if worth(shorter) >= worth(text):
            text = shorter
    return text


def _window_end(text: str, start: int, longest: int) -> int:
    if len(text) - start <= longest:
        return len(text)
    cuts = [found.start() for found in _BREAKS.finditer(text, start) if longest // 2 < found.start() - start <= longest]
    space = text.rfind(" ", start, start + longest)
    return cuts[-1] if cuts else space if space > start else start + longest


def _balanced(text: str, who: Attribution) -> str:
    """A piece of a longer quotation gets the mark it lacks, so that nobody reads it as ours."""
    if text.count("“") != text.count("”"):
        return text + "”" if text.count("“") > text.count("”") else "“" + text
    if text.count('"') % 2:
        opened = text.startswith('"')
        return text + '"' if opened or _speaks_before(text) else '"' + text
    return text


def _speaks_before(text: str) -> bool:
    """Whether a verb of saying comes before the only quotation mark: the quotation runs to the end."""
    return bool(_SPEECH_VERBS & set(text[: text.find('"')].lower().split()))


def _with_speaker(text: str, who: Attribution) -> str:
    """Who "he said" is; and whose words they are, where the sentence is only quoted."""
    if not who.speaker:
        return text
    if who.speaker.split()[-1] in text:
        return text
    found = _PRONOUN.search(text)
    if found:
        return f"{text[: found.end()]} [{who.speaker}]{text[found.end() :]}"
    if who.kind == "quotation" and not _SPEECH_VERBS & set(re.findall(r"\w+", text.lower())):
        # A sentence of a longer quotation has no marks of its own; one with a quotation inside is told, not quoted.
        opened = text if re.search(r"[\"“«]", text) else f"“{text}”"
        return f"[{who.speaker}:] {opened}"
    return text


def _with_day(text: str, report: Report) -> str:
    """The day meant by the first weekday or "yesterday", in brackets."""
    if report.written is None:
        return text
    for span in relative(text, report.written):
        if _stated_beside(text, span.end):
            return text
        return f"{text[: span.end]} [{spelled(span.first)}]{text[span.end :]}"
    return text


def _stated_beside(text: str, end: int) -> bool:
    """Whether the date itself follows: "on Tuesday April 11", "Friday 5 July"."""
    months = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    return bool(
        re.match(rf"[\s,(]*(?:the\s+)?(?:\d{{1,2}}\w*\s+(?:of\s+)?)?(?:{months})", text[end:], re.IGNORECASE)
    ) or bool(re.match(r"\s+\[", text[end:]))
