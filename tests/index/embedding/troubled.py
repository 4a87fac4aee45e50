"""An embedder that fails in the ways a model does; loaded by the process that embeds, so it needs little."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Sequence

from index.embedding.embedder import PairReading, Vectors
from tests.fakes import FakeEmbedder

HANGS, CRASHES, RAISES = "This one hangs.", "This one takes all memory.", "This one raises."


class Troubled(FakeEmbedder):
    """Hangs on one text, is killed over another as the system does where memory runs out, and refuses a third."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        if any(HANGS in text for text in texts):
            threading.Event().wait()
        if any(CRASHES in text for text in texts):
            os.kill(os.getpid(), signal.SIGKILL)
        if any(RAISES in text for text in texts):
            raise ValueError("no")
        return super().passages(texts)


class Judging(FakeEmbedder):
    """Says of each sentence how many letters it has, of two how many more; hangs on one question."""

    has_judge = has_contradiction = True

    def support(self, question: str, windows: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]]:
        if question == HANGS:
            threading.Event().wait()
        return [tuple(float(len(sentence)) for sentence in window) for window in windows]

    def contradictions(self, question: str, pairs: Sequence[tuple[str, str]]) -> list[PairReading]:
        if question == HANGS:
            threading.Event().wait()
        return [(float(len(one) - len(other)), 0.0, 0.0) for one, other in pairs]
