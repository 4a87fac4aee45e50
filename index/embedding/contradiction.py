"""Whether two passages contradict each other on what is asked: learnt from small corpora of opposed and of agreeing
reports, beside the judge and in the same way (contradiction.md tells from what).

Question and passages are read together: `<s> question </s></s> passage </s> passage </s>`; what is said of the two
comes from the first state and from the means of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding.embedder import PairReading
from index.embedding.network import BEGIN, END, encoded, is_known, mean_of, said_by, shifted, trained
from index.embedding.precision import fastest_precision

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor, dtype

WEIGHTS = Path(__file__).with_name("contradiction.safetensors")
SHA256 = "7ba499bc642398a799a8cb55571ec4c244d70b0f16b02683fdde507c4e6f61bd"
# More pairs than a question may cost.
MOST_PAIRS = 12

QUESTION_PIECES = 40
PASSAGE_PIECES = 100
_BATCH = 6

# A pair's pieces, and where its two passages begin and end.
Packed = tuple[list[int], tuple[tuple[int, int], tuple[int, int]]]


class Contradiction:
    """The model over a loaded embedding model's weights; several threads may use it."""

    def __init__(self, base: Mapping[str, Tensor], tokenizer: Tokenizer, path: Path = WEIGHTS) -> None:
        """`tokenizer` may be the embedding model's: it does not pad, and cuts to PASSAGE_PIECES pieces or more."""
        delta, _ = trained(path)
        self._tokenizer = tokenizer
        self._precision = fastest_precision()
        self._weights = shifted(base, delta, self._precision)

    def scores(self, question: str, pairs: Sequence[tuple[str, str]]) -> list[PairReading]:
        """What is read of each of the first MOST_PAIRS pairs of passages."""
        import torch

        packed = [self._packed(question, *pair) for pair in pairs[:MOST_PAIRS]]
        order = sorted(range(len(packed)), key=lambda at: len(packed[at][0]))
        scores = [(0.0, 0.0, 0.0)] * len(packed)
        with torch.inference_mode():
            for begin in range(0, len(order), _BATCH):
                batch = order[begin : begin + _BATCH]
                said = forward(self._weights, [packed[at] for at in batch], self._precision)
                for at, logits in zip(batch, said.tolist(), strict=True):
                    scores[at] = (logits[0], logits[1], logits[2])
        return scores

    def _packed(self, question: str, passage: str, other: str) -> Packed:
        encodings = self._tokenizer.encode_batch([question, passage, other], add_special_tokens=False)
        return pack(*(encoding.ids for encoding in encodings))


def is_ours(path: Path = WEIGHTS) -> bool:
    """Whether the weights are there and are the ones that we know."""
    return is_known(path, SHA256)


def pack(question: Sequence[int], passage: Sequence[int], other: Sequence[int]) -> Packed:
    """The pieces of a question and two passages, and where the passages are."""
    pieces = [BEGIN, *question[:QUESTION_PIECES], END, END]
    spans = []
    for text in (passage, other):
        spans.append((len(pieces), len(pieces) + len(text[:PASSAGE_PIECES])))
        pieces += [*text[:PASSAGE_PIECES], END]
    return pieces, (spans[0], spans[1])


def forward(weights: Mapping[str, Tensor], pairs: Sequence[Packed], precision: dtype) -> Tensor:
    """A PairReading of each packed pair, a row each: the whole network, for learning as well."""
    import torch

    states = encoded(weights, [pieces for pieces, _ in pairs], precision)
    first, second = (mean_of(states, [(at, *spans[place]) for at, (_, spans) in enumerate(pairs)]) for place in (0, 1))
    features = torch.cat([states[:, 0].float(), first, second, (first - second).abs()], dim=-1)
    return said_by(weights, features)
