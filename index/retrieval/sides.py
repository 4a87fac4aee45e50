"""Where the vectors of each language lie: a model puts texts of one language nearer to each other than their meaning
asks for, so that the passages nearest to a question are those of its own language."""

from __future__ import annotations

import threading

import numpy as np
import sqlalchemy as sa

from index.embedding.embedder import Vectors
from index.retrieval.projection import Generation
from index.retrieval.scan import as_matrix
from index.retrieval.scope import languages
from index.store.schema import article, passage

# The newest articles of a language, whose openings tell where it lies; of fewer nothing is told.
_SAMPLED, _FEWEST = 200, 20
# More languages than any corpus has.
_MOST = 40


class Sides:
    """The mean vector of each language, by a sample, once for a collection. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: tuple[Generation, dict[str, Vectors | None]] | None = None

    def shifted(
        self, connection: sa.Connection, generation: Generation, vector: Vectors, language: str
    ) -> Vectors | None:
        """A question's vector moved from the side of the language that it lies nearest to to that of another; None
        where too few passages tell where that is."""
        with self._lock:
            means = self._of[1] if self._of is not None and self._of[0] == generation else None
        if means is None or language not in means:
            means = _means(connection, generation.fingerprint)
            means.setdefault(language, None)
            with self._lock:
                self._of = (generation, means)
        sides = {name: mean for name, mean in means.items() if mean is not None}
        if language not in sides or len(sides) < 2:
            return None
        middle = np.mean(list(sides.values()), axis=0)
        own = max(sides, key=lambda name: _cosine(vector - middle, sides[name] - middle))
        moved = vector + sides[language] - sides[own]
        shifted: Vectors = (moved / np.linalg.norm(moved)).astype(np.float32)
        return shifted


def _means(connection: sa.Connection, fingerprint: str) -> dict[str, Vectors | None]:
    means: dict[str, Vectors | None] = {}
    for language in languages(connection)[:_MOST]:
        newest = (
            sa.select(article.c.id)
            .where(article.c.language == language, article.c.state == "live")
            .order_by(article.c.dated_at.desc())
            .limit(_SAMPLED)
        )
        chosen = sa.select(passage.c.embedding).where(
            passage.c.article_id.in_(newest),
            passage.c.live,
            passage.c.ordinal == 0,
            passage.c.fingerprint == fingerprint,
        )
        stored = connection.execute(chosen).scalars().all()
        if len(stored) >= _FEWEST:
            means[language] = as_matrix(stored).mean(axis=0)
    return means


def _cosine(one: Vectors, other: Vectors) -> float:
    return float(one @ other / max(float(np.linalg.norm(one) * np.linalg.norm(other)), 1e-9))
