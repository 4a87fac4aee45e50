"""The support judge: a question and a few sentences that stand together, and for each sentence how far it says it.

It is the embedding model read on: the same embeddings and lower layers, the upper ones shifted by a small file that
ships beside this module (judge.md tells from what it was learned). Question and sentences are read together:
`<s> question </s></s> sentence </s> sentence </s>`; a sentence's score comes from its mean and from what closes it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.embedding.precision import fastest_precision

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor, dtype

WEIGHTS = Path(__file__).with_name("judge.safetensors")
SHA256 = "a08e4dd286bddefb359cfbecb154dc6cd43e5a5642bf5148ab0352e6685e095b"
# More windows, or more pieces of words together, than a question may cost: 0.6 seconds of one core.
MOST_WINDOWS = 16
MOST_PIECES = 1500

QUESTION_PIECES = 40
SENTENCE_PIECES = 90
WINDOW_PIECES = 128
# What is cut shorter than this is not read whole.
MOST_TOKENIZED = WINDOW_PIECES

HEADS = 12
# What the embedding model must be to be read on: multilingual-e5-small.
_SHAPE = (250037, 384)
_BEGIN, _PAD, _END = 0, 1, 2
_EPSILON = 1e-12
_UNSEEN = -1e4
_BATCH = 8


class Judge:
    """The judge over a loaded embedding model's weights; several threads may use it."""

    def __init__(self, base: Mapping[str, Tensor], tokenizer: Tokenizer, path: Path = WEIGHTS) -> None:
        """`tokenizer` may be the embedding model's: it does not pad, and cuts to MOST_TOKENIZED pieces or more."""
        from safetensors import safe_open

        with safe_open(path, framework="pt") as file:
            delta = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            stated = file.metadata() or {}
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
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == SHA256


def reads_on(folder: Path) -> bool:
    """Whether the embedding model in a folder is the one that the judge was learnt from."""
    try:
        stated = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return (stated.get("vocab_size"), stated.get("hidden_size")) == _SHAPE


def shifted(base: Mapping[str, Tensor], delta: Mapping[str, Tensor], precision: dtype) -> dict[str, Tensor]:
    """The embedding model's weights, shifted: matrices by the product of two thin ones."""
    weights = {}
    for name in base.keys() | {name for name in delta if name.startswith("head.")}:
        if name.startswith("head."):
            weights[name] = delta[name].float()
            continue
        tensor = base[name]
        if f"{name}.left" in delta:
            tensor = tensor.float() + delta[f"{name}.left"].float() @ delta[f"{name}.right"].float()
        elif name in delta:
            tensor = tensor.float() + delta[name].float()
        weights[name] = in_precision(tensor, precision) if name.startswith("encoder.") else tensor
    return weights


def in_precision(tensor: Tensor, precision: dtype) -> Tensor:
    """A layer's matrix in the precision that it is multiplied in; a vector in float32."""
    return tensor.to(precision) if tensor.ndim == 2 else tensor.float()


def pack(question: Sequence[int], sentences: Sequence[Sequence[int]]) -> tuple[list[int], list[tuple[int, int]]]:
    """One window's pieces, and for each sentence that has room where it begins and what closes it."""
    pieces = [_BEGIN, *question[:QUESTION_PIECES], _END, _END]
    spans = []
    for sentence in sentences:
        room = WINDOW_PIECES - len(pieces) - 1
        if room <= 0:
            break
        kept = list(sentence[: min(room, SENTENCE_PIECES)])
        spans.append((len(pieces), len(pieces) + len(kept)))
        pieces += [*kept, _END]
    return pieces, spans


def forward(
    weights: Mapping[str, Tensor], windows: Sequence[tuple[list[int], list[tuple[int, int]]]], precision: dtype
) -> Tensor:
    """The scores of all sentences of packed windows, in order: the whole network, for learning as well. Matrices are
    multiplied in `precision`."""
    import torch
    from torch.nn import functional

    longest = max(len(pieces) for pieces, _ in windows)
    ids = torch.tensor([pieces + [_PAD] * (longest - len(pieces)) for pieces, _ in windows])
    hidden = _encoded(weights, ids, precision)
    sums = functional.pad(hidden.float().cumsum(1), (0, 0, 1, 0))
    row = torch.tensor([at for at, (_, spans) in enumerate(windows) for _ in spans])
    begin = torch.tensor([begin for _, spans in windows for begin, _ in spans])
    end = torch.tensor([end for _, spans in windows for _, end in spans])
    mean = (sums[row, end] - sums[row, begin]) / (end - begin).clamp(min=1)[:, None]
    said = torch.cat([mean, hidden[row, end].float()], dim=-1)
    inner = functional.gelu(functional.linear(said, weights["head.0.weight"], weights["head.0.bias"]))
    return functional.linear(inner, weights["head.1.weight"], weights["head.1.bias"]).squeeze(-1)


def _encoded(weights: Mapping[str, Tensor], ids: Tensor, precision: dtype) -> Tensor:
    import torch
    from torch.nn import functional

    def linear(at: Tensor, name: str) -> Tensor:
        return functional.linear(at, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def normed(at: Tensor, name: str) -> Tensor:
        scale, shift = weights[f"{name}.weight"], weights[f"{name}.bias"]
        return functional.layer_norm(at.float(), scale.shape, scale.float(), shift.float(), _EPSILON)

    words, places = weights["embeddings.word_embeddings.weight"], weights["embeddings.position_embeddings.weight"]
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    hidden = words[ids].float() + places[: ids.shape[1]].float() + kind.float()
    hidden = normed(hidden, "embeddings.LayerNorm")
    unseen = (ids == _PAD)[:, None, None, :]
    rows, length, width = hidden.shape
    split = (rows, length, HEADS, width // HEADS)
    for layer in range(layers(weights)):
        name = f"encoder.layer.{layer}"
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == torch.bfloat16):
            query, key, value = (
                linear(hidden, f"{name}.attention.self.{part}").view(split).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            # Written out, as torch's own way is slower for texts as short as these, and much slower to learn through.
            near = (query * (width // HEADS) ** -0.5) @ key.transpose(-1, -2)
            looked = near.masked_fill(unseen, _UNSEEN).softmax(-1).to(value.dtype) @ value
            looked = linear(looked.transpose(1, 2).reshape(rows, length, width), f"{name}.attention.output.dense")
        hidden = normed(hidden + looked, f"{name}.attention.output.LayerNorm")
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == torch.bfloat16):
            thought = linear(functional.gelu(linear(hidden, f"{name}.intermediate.dense")), f"{name}.output.dense")
        hidden = normed(hidden + thought, f"{name}.output.LayerNorm")
    return hidden


def layers(weights: Mapping[str, Any]) -> int:
    return sum(name.endswith("intermediate.dense.weight") for name in weights)
