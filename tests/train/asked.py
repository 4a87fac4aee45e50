"""`python -m tests.train.asked`: the head that tells what is asked, learnt anew; a minute or two of one core.

Prints how well it tells messages of templates that it was not shown, then writes index/embedding/asked.npz.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from index.embedding import heads
from index.embedding.embedder import EmbeddingPolicy, Vectors
from index.embedding.model import LocalModel
from tests.train import questions
from tests.train.questions import Message

_HIDDEN = 128
_NETS = 4
_EPOCHS = 25
_BATCH = 256
_RATE = 3e-3
_NOISE = 0.4
# Questions of encyclopaedias are many and tell little of how people write to a bot.
_GATHERED_WEIGHT = 0.5
_PROBES = (
    "How many people were killed in the attack?",
    "что нового в городе?",
    "شكرا جزيلا",
    "arrête de m’écrire",
)

Net = dict[str, Tensor]


def nets_of(vectors: Vectors, messages: Sequence[Message], labels: Sequence[str]) -> Net:
    """Several nets side by side, as one whose logits are the mean of theirs: they err less than each."""
    nets = [_net_of(vectors, messages, labels, seed) for seed in range(_NETS)]
    return {
        "inner": torch.cat([net["inner"] for net in nets], dim=1),
        "inner_bias": torch.cat([net["inner_bias"] for net in nets]),
        "outer": torch.cat([net["outer"] / _NETS for net in nets]),
        "outer_bias": torch.stack([net["outer_bias"] for net in nets]).mean(dim=0),
    }


def _net_of(vectors: Vectors, messages: Sequence[Message], labels: Sequence[str], seed: int) -> Net:
    """One hidden layer; what the vectors have in common is folded into its first weights."""
    torch.manual_seed(seed)
    mean, spread = torch.tensor(vectors.mean(axis=0)), torch.tensor(vectors.std(axis=0))
    inputs = (torch.tensor(vectors) - mean) / spread
    right = torch.tensor([labels.index(message.kind) for message in messages])
    weight = torch.tensor([_GATHERED_WEIGHT if message.template == "gathered" else 1.0 for message in messages])
    inner, outer = torch.nn.Linear(inputs.shape[1], _HIDDEN), torch.nn.Linear(_HIDDEN, len(labels))
    optimizer = torch.optim.AdamW([*inner.parameters(), *outer.parameters()], lr=_RATE, weight_decay=1e-2)
    steps = _EPOCHS * (len(messages) // _BATCH)
    for step in range(steps):
        if step % (len(messages) // _BATCH) == 0:
            order = torch.randperm(len(messages))
        batch = order[step % (len(messages) // _BATCH) * _BATCH :][:_BATCH]
        for part in optimizer.param_groups:
            part["lr"] = _RATE * (1 - step / steps)
        noisy = inputs[batch] + _NOISE * torch.randn(len(batch), inputs.shape[1])
        hidden = functional.dropout(functional.relu(inner(noisy)), 0.3)
        loss = functional.cross_entropy(outer(hidden), right[batch], label_smoothing=0.05, reduction="none")
        (loss * weight[batch]).mean().backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        optimizer.zero_grad()
    scaled = inner.weight.detach() / spread
    return {
        "inner": scaled.T.contiguous(),
        "inner_bias": inner.bias.detach() - scaled @ mean,
        "outer": outer.weight.detach().T.contiguous(),
        "outer_bias": outer.bias.detach(),
    }


def head_of(net: Net, labels: Sequence[str], probe_vectors: Vectors) -> heads.Head:
    weights = {name: tensor.numpy().astype(np.float16).astype(np.float32) for name, tensor in net.items()}
    return heads.Head(tuple(labels), weights, _PROBES, probe_vectors)


def shares_right(head: heads.Head, vectors: Vectors, messages: Sequence[Message]) -> tuple[float, float]:
    """Of messages the share whose kind is right, and that is rightly a question or none."""
    right = same = 0
    for vector, message in zip(vectors, messages, strict=True):
        told = head.probabilities(vector)
        right += max(told, key=told.__getitem__) == message.kind
        question = sum(told[kind] for kind in questions.QUESTIONS) >= 0.5
        same += question == (message.kind in questions.QUESTIONS)
    return right / len(messages), same / len(messages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", default="", help="where converted models are kept")
    parser.add_argument("--each", type=int, default=70, help="messages of each kind and language")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    rng = random.Random(5)
    drawn = [*questions.written(asked.each, rng), *questions.gathered(100, rng)]
    messages = list({(message.text, message.kind): message for message in drawn}.values())
    model = LocalModel.open(EmbeddingPolicy(model_dir=asked.models), Path("data"))
    vectors = in_batches_of_queries(model, [message.text for message in messages])
    labels = questions.kinds(messages)
    probe_vectors = model.queries(_PROBES)
    _report(messages, vectors, labels, probe_vectors)
    _write(head_of(nets_of(vectors, messages, labels), labels, probe_vectors))


def in_batches_of_queries(model: LocalModel, texts: Sequence[str]) -> Vectors:
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    vectors = np.empty((len(texts), model.dimension), np.float32)
    for begin in range(0, len(order), 64):
        rows = order[begin : begin + 64]
        vectors[rows] = model.queries([texts[at] for at in rows])
    return vectors


def _report(messages: list[Message], vectors: Vectors, labels: list[str], probe_vectors: Vectors) -> None:
    """How a head that was not shown a quarter of the templates tells messages of these."""
    rng = random.Random(3)
    templates = sorted({(message.language, message.template) for message in messages} - {("", "gathered")})
    held = {template for template in templates if template[1] != "gathered" and rng.random() < 0.25}
    is_held = np.array([(message.language, message.template) in held for message in messages])
    shown = [message for message, out in zip(messages, is_held, strict=True) if not out]
    others = [message for message, out in zip(messages, is_held, strict=True) if out]
    head = head_of(nets_of(vectors[~is_held], shown, labels), labels, probe_vectors)
    right, same = shares_right(head, vectors[is_held], others)
    print(f"templates not shown: {len(others)} messages, kind right {right:.3f}, question or not {same:.3f}")


def _write(head: heads.Head) -> None:
    np.savez(
        heads.ASKED,
        labels=np.array(head.labels),
        probes=np.array(head.probes),
        probe_vectors=head.probe_vectors.astype(np.float16),
        **{name: array.astype(np.float16) for name, array in head.weights.items()},
    )
    print(f"{heads.ASKED.name}: sha256 {hashlib.sha256(heads.ASKED.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
