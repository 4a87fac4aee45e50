"""A BERT encoder with mean pooling, for the models that are one: the network in plain torch.

sentence-transformers gives the same vectors (a test compares) but takes three times as long to start.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

_FILES = ("config.json", "tokenizer.json", "model.safetensors", "modules.json", "1_Pooling/config.json")


@dataclasses.dataclass(frozen=True, slots=True)
class _Layer:
    """The weights of one layer, as (matrix, bias); `attention` is query, key and value in one matrix."""

    attention: tuple[torch.Tensor, torch.Tensor]
    attended: tuple[torch.Tensor, torch.Tensor]
    attended_norm: tuple[torch.Tensor, torch.Tensor]
    inner: tuple[torch.Tensor, torch.Tensor]
    outer: tuple[torch.Tensor, torch.Tensor]
    outer_norm: tuple[torch.Tensor, torch.Tensor]


def is_bert(folder: Path) -> bool:
    """Whether the model in `folder` is one that `Bert` computes."""
    if not all((folder / name).is_file() for name in _FILES):
        return False
    config, pooling = _json(folder / "config.json"), _json(folder / "1_Pooling/config.json")
    modules = [module["type"].rpartition(".")[2] for module in _json(folder / "modules.json")]
    return bool(
        config.get("model_type") == "bert"
        and config.get("hidden_act") == "gelu"
        and config.get("position_embedding_type", "absolute") == "absolute"
        and pooling.get("pooling_mode_mean_tokens")
        and not any(pooling.get(f"pooling_mode_{mode}") for mode in ("cls_token", "max_tokens", "mean_sqrt_len_tokens"))
        and modules[:2] == ["Transformer", "Pooling"]
        and set(modules[2:]) <= {"Normalize"}
    )


class Bert:
    """Texts to the mean of their tokens' last states. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        import tokenizers
        from safetensors.torch import load_file

        config = _json(folder / "config.json")
        longest = _json(folder / "sentence_bert_config.json").get("max_seq_length", 512)
        self._heads: int = config["num_attention_heads"]
        self._epsilon: float = config["layer_norm_eps"]
        self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(min(longest, config["max_position_embeddings"]))
        self._tokenizer.enable_padding(pad_id=config.get("pad_token_id", 0))
        weights = {name.removeprefix("bert."): one for name, one in load_file(folder / "model.safetensors").items()}

        def pair(name: str) -> tuple[torch.Tensor, torch.Tensor]:
            return weights[f"{name}.weight"].float(), weights[f"{name}.bias"].float()

        # The vocabulary is by far the largest: its rows are made single precision as they are used.
        self._words = weights["embeddings.word_embeddings.weight"]
        types = weights["embeddings.token_type_embeddings.weight"].float()
        self._positions = weights["embeddings.position_embeddings.weight"].float() + types[0]
        self._norm = pair("embeddings.LayerNorm")
        self._layers = [_layer(pair, f"encoder.layer.{at}") for at in range(config["num_hidden_layers"])]

    @property
    def dimension(self) -> int:
        return self._words.shape[1]

    def __call__(self, texts: list[str]) -> torch.Tensor:
        """One row a text, not normalised."""
        import torch
        from torch.nn import functional

        encoded = self._tokenizer.encode_batch(texts)
        ids = torch.tensor([one.ids for one in encoded])
        mask = torch.tensor([one.attention_mask for one in encoded])
        state = functional.embedding(ids, self._words).float() + self._positions[: ids.shape[1]]
        state = self._normed(state, self._norm)
        seen = None if bool(mask.all()) else mask[:, None, None, :].bool()
        for layer in self._layers:
            state = self._through(layer, state, seen)
        weight = mask[:, :, None].float()
        return (state * weight).sum(1) / weight.sum(1).clamp(min=1e-9)

    def _through(self, layer: _Layer, state: torch.Tensor, seen: torch.Tensor | None) -> torch.Tensor:
        from torch.nn import functional

        batch, length, hidden = state.shape
        joined = functional.linear(state, *layer.attention).view(batch, length, 3, self._heads, -1)
        query, key, value = joined.permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        attended = attended.transpose(1, 2).reshape(batch, length, hidden)
        state = self._normed(state + functional.linear(attended, *layer.attended), layer.attended_norm)
        inner = functional.gelu(functional.linear(state, *layer.inner))
        return self._normed(state + functional.linear(inner, *layer.outer), layer.outer_norm)

    def _normed(self, state: torch.Tensor, norm: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        from torch.nn import functional

        return functional.layer_norm(state, (state.shape[-1],), *norm, eps=self._epsilon)


def _layer(pair: Any, name: str) -> _Layer:
    import torch

    parts = [pair(f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
    return _Layer(
        attention=(torch.cat([matrix for matrix, _ in parts]), torch.cat([bias for _, bias in parts])),
        attended=pair(f"{name}.attention.output.dense"),
        attended_norm=pair(f"{name}.attention.output.LayerNorm"),
        inner=pair(f"{name}.intermediate.dense"),
        outer=pair(f"{name}.output.dense"),
        outer_norm=pair(f"{name}.output.LayerNorm"),
    )


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
