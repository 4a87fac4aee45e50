"""The support judge: a question and a few sentences that stand together, and for each sentence how far it says it.

It is the embedding model read on: the same embeddings and lower layers, the upper ones shifted by a small file that
ships beside this module (judge.md tells from what it was learned). Question and sentences are read together:
`<s> question </s></s> sentence </s> sentence </s>`; a sentence's score comes from its mean and from what closes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding.network import BEGIN, END, encoded, is_known, mean_of, said_by, shifted, trained
from index.embedding.precision import fastest_precision

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor, dtype

WEIGHTS = Path(__file__).with_name("judge.safetensors")
SHA256 = "4745f32b5c363f77e1b03a8588d2b3446ab74ca361a00234715d74f85a33701a"
# More windows, or more pieces of words together, than a question may cost: 0.6 seconds of one core.
MOST_WINDOWS = 16
MOST_PIECES = 1500

QUESTION_PIECES = 40
SENTENCE_PIECES = 90
WINDOW_PIECES = 128
# What is cut shorter than this is not read whole.
MOST_TOKENIZED = WINDOW_PIECES

# What the embedding model must be to be read on: multilingual-e5-small.
_SHAPE = (250037, 384)
_BATCH = 8


class Judge:
    """The judge over a loaded embedding model's weights; several threads may use it."""

    def __init__(self, base: Mapping[str, Tensor], tokenizer: Tokenizer, path: Path = WEIGHTS) -> None:
        """`tokenizer` may be the embedding model's: it does not pad, and cuts to MOST_TOKENIZED pieces or more."""
        delta, stated = trained(path)
        self._scale, self._shift = float(stated["scale"]), float(stated["shift"])
        self._tokenizer = tokenizer
        self._precision = fastest_precision()
        self._weights = shifted(base, delta, self._precision)

    def scores(self, question: str, windows: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]]:
        """For each sentence of each window how far it says what is asked: a logit; none where there was no room."""
        import torch

        packed = [self._packed(question, window) for window in windows[:MOST_WINDOWS]]
        kept, pieces = 0, 0
        while kept < len(packed) and pieces + len(packed[kept][0]) <= MOST_PIECES:
            pieces += len(packed[kept][0])
            kept += 1
        rows = [at for at in range(kept) if packed[at][1]]
        # Windows of like length share a batch: little is spent on padding.
        rows.sort(key=lambda at: len(packed[at][0]))
        scores: list[tuple[float, ...]] = [()] * len(windows)
        with torch.inference_mode():
            for begin in range(0, len(rows), _BATCH):
                batch = rows[begin : begin + _BATCH]
                raw = forward(self._weights, [packed[at] for at in batch], self._precision)
                logits = iter((raw * self._scale + self._shift).tolist())
                for at in batch:
                    scores[at] = tuple(next(logits) for _ in packed[at][1])
        return scores

    def _packed(self, question: str, window: tuple[str, ...]) -> tuple[list[int], list[tuple[int, int]]]:
        texts = [question, *window]
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(texts, add_special_tokens=False)]
        return pack(ids[0], ids[1:])


def is_ours(path: Path = WEIGHTS) -> bool:
    """Whether the weights are there and are the ones that we know."""
    return is_known(path, SHA256)


def reads_on(folder: Path) -> bool:
    """Whether the embedding model in a folder is the one that the judge was learnt from."""
    try:
        stated = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return (stated.get("vocab_size"), stated.get("hidden_size")) == _SHAPE


def pack(question: Sequence[int], sentences: Sequence[Sequence[int]]) -> tuple[list[int], list[tuple[int, int]]]:
    """One window's pieces, and for each sentence that has room where it begins and what closes it."""
    pieces = [BEGIN, *question[:QUESTION_PIECES], END, END]
    spans = []
    for sentence in sentences:
        room = WINDOW_PIECES - len(pieces) - 1
        if room <= 0:
            break
        kept = list(sentence[: min(room, SENTENCE_PIECES)])
        spans.append((len(pieces), len(pieces) + len(kept)))
        pieces += [*kept, END]
    return pieces, spans


def forward(
    weights: Mapping[str, Tensor], windows: Sequence[tuple[list[int], list[tuple[int, int]]]], precision: dtype
) -> Tensor:
    """The scores of all sentences of packed windows, in order: the whole network, for learning as well. Matrices are
    multiplied in `precision`."""
    import torch

    states = encoded(weights, [pieces for pieces, _ in windows], precision)
    spans = [(at, begin, end) for at, (_, sentences) in enumerate(windows) for begin, end in sentences]
    row, _, end = torch.tensor(spans).unbind(1)
    said = torch.cat([mean_of(states, spans), states[row, end].float()], dim=-1)
    return said_by(weights, said).squeeze(-1)
