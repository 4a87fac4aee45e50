"""The numbered citations of one text, an answer or a briefing. Pure."""

from __future__ import annotations

from index.answers.answer import Citation
from index.answers.evidence import Sentence


class Citations:
    """Citations, numbered in the order they are first used: the same sentence always has the same number."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int, int], Citation] = {}

    def number(self, sentence: Sentence) -> int:
        """The number of the citation of a sentence."""
        passage = sentence.passage
        key = (passage.article_id, sentence.start, sentence.end)
        if key not in self._found:
            self._found[key] = Citation(
                n=len(self._found) + 1,
                passage_id=passage.passage_id,
                article_id=passage.article_id,
                url=passage.url,
                title=passage.title,
                publisher=passage.publisher,
                published_at=passage.published_at,
                quote=sentence.text,
                start=sentence.start,
                end=sentence.end,
                carrier=passage.carrier,
            )
        return self._found[key].n

    @property
    def all(self) -> tuple[Citation, ...]:
        return tuple(self._found.values())
