"""What stands between a headline and the text: the standfirst and first paragraphs that extraction takes for something
else. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence

import lxml.etree
import lxml.html

from index.ingest.markup import BLOCKS, one_line

_AROUND = ("nav", "footer", "aside", "figure", "figcaption", "form", "button", "table", "blockquote", "dl", "ul", "ol")
# What makers of sites call a standfirst: the names of classes are English the world over, but for a few.
_CALLED = re.compile(
    r"(?:^|[-_ ])(?:lead|lede|intro|standfirst|stand-first|summary|teaser|dek|deck|sub-?(?:title|head(?:line)?)|excerpt"
    r"|abstract|kicker-text|chapo|ingress|perex|preamble|synopsis|bajada|entradilla|anriss|vorspann|description|sommario"
    r"|occhiello|zajawka|spot|tagline)(?:$|[-_ ])",
    re.IGNORECASE,
)
_NOT_CALLED = re.compile(
    r"caption|credit|byline|author|copyright|social|share|related|recommend|promo|newsletter|widget|comment|toc|cookie"
    r"|consent|paywall|banner|sidebar|breadcrumb|menu|(?:^|[-_ ])(?:ad|ads|advert\w*|meta|tags?|date|time)(?:$|[-_ ])",
    re.IGNORECASE,
)
_PIECES = tuple(BLOCKS - {"br"})
_SENTENCE_END = re.compile(r"[.!?…。！？۔؟।။።][\"'”’»)\]]*$")
_LEAST = 30
_PROSE = 60
_MOST = 900
_SAME = 0.8
_RIGHT_BEHIND = 2
_STANDFIRST_WORDS = 9
# Blocks looked at behind a headline: further down other articles begin.
_NEAR = 60


@dataclasses.dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page that stands on lines of its own. `named`: what it and what holds it are called; `around`: it
    stands in what is about the article and not of it; `linked`: the share of its text that is links."""

    text: str
    tag: str
    named: str
    around: bool
    linked: float


def blocks_of(tree: lxml.html.HtmlElement) -> list[Block]:
    """The pieces of a page, in its order; what stands bare between pieces is one, too, where it is of some length."""
    found: list[Block] = []
    holders = {holder for element in tree.iter(*_PIECES) for holder in element.iterancestors()}
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        bare = element.text if event == "start" else element.tail
        holder = element if event == "start" else element.getparent()
        if event == "start" and element.tag in BLOCKS and element not in holders:
            text = one_line(element.text_content())
        elif holder in holders and bare and len(bare) >= _PROSE:
            text = one_line(bare)
        else:
            continue
        if text:
            found.append(_block(element if event == "start" else holder, text))
    return found


def _block(element: lxml.html.HtmlElement, text: str) -> Block:
    holders = [element, *element.iterancestors()]
    linked = sum(len(one_line(link.text_content())) for link in element.iter("a")) / len(text)
    named = " ".join(f"{holder.get('class', '')} {holder.get('id', '')}" for holder in holders[:4])
    return Block(text, element.tag, named, any(holder.tag in _AROUND for holder in holders), linked)


def with_lead(text: str, blocks: Sequence[Block], title: str, described: Sequence[str]) -> str:
    """`text` with the standfirst and what else of it stands on the page between its headline and its first line.

    `described` is what the page states as its own description.
    """
    opening = [line for line in text.split("\n")[:6] if line]
    # The first real paragraph: above it a kicker or the headline may have been kept.
    lines = sorted(opening, key=lambda line: len(line) < _PROSE or not _SENTENCE_END.search(line))
    ends = (place for line in lines for place, block in enumerate(blocks) if _starts(line, block.text))
    end = next(ends, None)
    if end is None:
        # Extraction may have joined or split what stands on the page.
        inside = (place for line in lines for place, block in enumerate(blocks) if line[-_PROSE:] in block.text)
        end = next(inside, None)
    if end is None:
        return text
    near = range(max(0, end - _NEAR), end)
    titled = [place for place in near if _alike(blocks[place].text, title)]
    heads = titled[:1] or [place for place in near if blocks[place].tag == "h1"][-1:]
    start = heads[0] + 1 if heads else near.start
    leads = [
        blocks[place].text
        for place in range(start, end)
        if _is_lead(blocks[place], title, described, behind=place - start if heads else None)
    ]
    wanted = [lead for lead in dict.fromkeys(leads) if all(_share(lead, line) < _SAME for line in opening)]
    return "\n".join([*wanted[:4], text])


def _is_lead(block: Block, title: str, described: Sequence[str], *, behind: int | None) -> bool:
    """Whether a piece is the article's own words; it stands so many pieces `behind` the headline, if there is one."""
    if not _LEAST <= len(block.text) <= _MOST or block.linked > 0.5 or contains(block.text, title):
        return False
    if block.tag == "h1":
        return False
    if any(_share(block.text, one) >= _SAME for one in described):
        return True
    if behind is None or block.around or _NOT_CALLED.search(block.named):
        return False
    if len(block.text) >= _PROSE and _SENTENCE_END.search(block.text):
        return True
    words = len(block.text.split())
    return words >= 5 if _CALLED.search(block.named) else behind < _RIGHT_BEHIND and words >= _STANDFIRST_WORDS


def _starts(first: str, text: str) -> bool:
    return len(text) > 1 and (text.startswith(first[:60]) or (len(text) > 20 and first.startswith(text)))


def _alike(first: str, second: str) -> bool:
    return bool(first) and bool(second) and _share(first, second) >= _SAME and _share(second, first) >= _SAME


def contains(line: str, title: str) -> bool:
    """Whether a line is a title, maybe with what stands above it, and not a sentence that uses its words."""
    return _share(title, line) >= _SAME and (_share(line, title) >= _SAME or _letters(title) in _letters(line))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _share(part: str, whole: str) -> float:
    """How much of the words of `part` stand in `whole`."""
    words = Counter(re.findall(r"\w+", part.casefold()))
    return (words & Counter(re.findall(r"\w+", whole.casefold()))).total() / max(1, words.total())
