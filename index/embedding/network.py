"""The embedding model's network, run on: its weights shifted by a small file, and what its layers make of pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor, dtype

HEADS = 12
BEGIN, PAD, END = 0, 1, 2
_EPSILON = 1e-12
_UNSEEN = -1e4


def is_known(path: Path, sha256: str) -> bool:
    """Whether a file of trained numbers is there and is the one that we know."""
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def trained(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    """The numbers of such a file by their names, and what its header states."""
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        return {name: file.get_tensor(name) for name in file.keys()}, file.metadata() or {}  # noqa: SIM118


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


def encoded(weights: Mapping[str, Tensor], texts: Sequence[Sequence[int]], precision: dtype) -> Tensor:
    """The last layer's states of some texts' pieces: texts x the longest one's pieces x width. Matrices are multiplied
    in `precision`."""
    import torch
    from torch.nn import functional

    def linear(at: Tensor, name: str) -> Tensor:
        return functional.linear(at, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def normed(at: Tensor, name: str) -> Tensor:
        scale, shift = weights[f"{name}.weight"], weights[f"{name}.bias"]
        return functional.layer_norm(at.float(), scale.shape, scale.float(), shift.float(), _EPSILON)

    longest = max(map(len, texts))
    ids = torch.tensor([[*pieces, *[PAD] * (longest - len(pieces))] for pieces in texts])
    words, places = weights["embeddings.word_embeddings.weight"], weights["embeddings.position_embeddings.weight"]
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    hidden = words[ids].float() + places[: ids.shape[1]].float() + kind.float()
    hidden = normed(hidden, "embeddings.LayerNorm")
    unseen = (ids == PAD)[:, None, None, :]
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


def mean_of(states: Tensor, spans: Sequence[tuple[int, int, int]]) -> Tensor:
    """The mean of the states of each span: a text's number, its first piece and the one after its last."""
    import torch
    from torch.nn import functional

    sums = functional.pad(states.float().cumsum(1), (0, 0, 1, 0))
    row, begin, end = torch.tensor(spans).unbind(1)
    mean: Tensor = (sums[row, end] - sums[row, begin]) / (end - begin).clamp(min=1)[:, None]
    return mean


def said_by(weights: Mapping[str, Tensor], features: Tensor) -> Tensor:
    """What the head makes of features: two layers."""
    from torch.nn import functional

    inner = functional.gelu(functional.linear(features, weights["head.0.weight"], weights["head.0.bias"]))
    return functional.linear(inner, weights["head.1.weight"], weights["head.1.bias"])
