"""Other looks at what was reported as messages: how outlets word a story, its days, its figures. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from bot.wording.message import Message
from bot.wording.render import Reader, chain, citation_buttons, marks, source_list
from bot.wording.typeset import Block, Html, escape, isolate, messages, shorten, stacked
from index.answers.answer import Citation
from index.language.loaded import Loaded
from index.stories.views import Comparison, FigurePoint, FigureTable, Telling, Timeline

_UNITS = 900
# A page of a view: about three screens of a phone.
_PAGE_UNITS = 2400


def comparison_messages(comparison: Comparison, reader: Reader) -> list[Message]:
    """Each outlet's headline and best sentence, the words that take a side in bold."""
    cited = {citation.n: citation for citation in comparison.citations}
    blocks = [Block(reader.texts("compare-heading"))]
    blocks += [_telling(telling, cited, reader) for telling in comparison.tellings]
    return _laid_out(blocks, comparison.citations, reader)


def timeline_messages(timeline: Timeline, reader: Reader) -> list[Message]:
    """A story day by day, oldest first."""
    cited = {citation.n: citation for citation in timeline.citations}
    blocks = [Block(reader.texts("timeline-heading"))]
    for day in timeline.days:
        lines = [
            Block(f"• {_aside(text, reader)} {marks((n,), cited)}", citation_buttons((n,), cited, reader))
            for text, n in day.claims
        ]
        blocks += stacked(f"<b>{reader.texts.day(day.day)}</b>", lines)
    return _laid_out(blocks, timeline.citations, reader)


def figure_messages(table: FigureTable, reader: Reader) -> list[Message]:
    """Who gave which toll on which day, the latest day first; nothing is added up."""
    cited = {citation.n: citation for citation in table.citations}
    blocks = [Block(reader.texts("figures-heading"))]
    by_day = itertools.groupby(table.points, key=lambda point: point.day)
    for day, points in reversed([(day, tuple(points)) for day, points in by_day]):
        lines = [_point(point, cited, reader) for point in points]
        blocks += stacked(f"<b>{reader.texts.day(day)}</b>", lines)
    return _laid_out(blocks, table.citations, reader)


def _point(point: FigurePoint, cited: dict[int, Citation], reader: Reader) -> Block:
    """One toll, and who gave it to whom."""
    who = chain([one for one in dict.fromkeys((point.speaker, point.publisher)) if one], reader)
    said = f"• {_aside(point.value, reader)} <i>({who})</i> {marks((point.citation,), cited)}"
    return Block(said, citation_buttons((point.citation,), cited, reader))


def _telling(telling: Telling, cited: dict[int, Citation], reader: Reader) -> Block:
    head = f"<b>{_aside(telling.publisher, reader)}</b>"
    if telling.leaning is not None:
        head += f" <i>({_aside(telling.leaning, reader)})</i>"
    quote = f"“{_with_loaded(telling.quote, telling.quote_loaded)}” {marks((telling.citation,), cited)}"
    lines = [head, _with_loaded(telling.title, telling.title_loaded), quote]
    return Block("\n".join(lines), citation_buttons((telling.citation,), cited, reader))


def _with_loaded(text: str, loaded: Sequence[Loaded]) -> Html:
    """The text with its loaded words in bold."""
    parts, at = [], 0
    text = text[:_UNITS]
    for word in sorted(loaded, key=lambda one: one.start):
        if at <= word.start < word.end <= len(text):
            parts += [escape(text[at : word.start]), Html(f"<b>{escape(text[word.start : word.end])}</b>")]
            at = word.end
    return Html("".join([*parts, escape(text[at:])]))


def _laid_out(blocks: list[Block], citations: Sequence[Citation], reader: Reader) -> list[Message]:
    texts = reader.texts
    blocks += source_list(citations, reader)
    return messages(blocks, part=lambda n, m: texts("part", number=n, total=m), most=_PAGE_UNITS)


def _aside(text: str, reader: Reader) -> Html:
    return Html(isolate(escape(shorten(text, _UNITS)), rtl=reader.texts.rtl))
