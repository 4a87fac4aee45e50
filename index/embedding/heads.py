"""Small trained heads over a text's vector: what they tell of it, each with how probable it is.

A head is a file of numbers beside this module, made by tests/train; heads.md tells from what. It holds the vectors of
a few sentences as well: a model that gives them other vectors is not the one that the head was trained over.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import structlog

from index.embedding.embedder import Embedder, Vectors

ASKED = Path(__file__).with_name("asked.npz")
ASKED_SHA256 = "d1c5ab4f75192b97c44961b888e0314caaf42c6df814d34f78c8625fb0562f18"

# How alike vectors of the same text are where weights are stored in fewer bits.
_SAME = 0.98


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """One hidden layer over a vector. Labels are told apart by `weights`: inner, inner_bias, outer, outer_bias."""

    labels: tuple[str, ...]
    weights: Mapping[str, npt.NDArray[np.float32]]
    probes: tuple[str, ...]
    probe_vectors: Vectors

    def probabilities(self, vector: Vectors) -> dict[str, float]:
        """How probable each label is of the text that has this vector."""
        inner = np.maximum(vector @ self.weights["inner"] + self.weights["inner_bias"], 0)
        logits = inner @ self.weights["outer"] + self.weights["outer_bias"]
        raised = np.exp(logits - logits.max())
        return dict(zip(self.labels, map(float, raised / raised.sum()), strict=True))

    def fits(self, vectors: Vectors) -> bool:
        """Whether a model that gives the probes these vectors is the one that it was trained over."""
        if vectors.shape != self.probe_vectors.shape:
            return False
        return bool((np.sum(vectors * self.probe_vectors, axis=1) > _SAME).all())


def read(path: Path, sha256: str) -> Head | None:
    """The head in a file; None where it is absent or is not the file that we know, which is logged."""
    log = structlog.get_logger()
    if not path.exists():
        log.warning("head_missing", file=path.name, instead="rules tell what is asked")
        return None
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        log.warning("head_unknown", file=path.name, instead="rules tell what is asked")
        return None
    with np.load(path, allow_pickle=False) as file:
        arrays: dict[str, Any] = {name: file[name] for name in file.files}
    names = ("inner", "inner_bias", "outer", "outer_bias")
    return Head(
        labels=tuple(map(str, arrays["labels"])),
        weights={name: arrays[name].astype(np.float32) for name in names},
        probes=tuple(map(str, arrays["probes"])),
        probe_vectors=arrays["probe_vectors"].astype(np.float32),
    )


def asked_head(embedder: Embedder) -> Head | None:
    """The head that tells what is asked, where `embedder` is the model that it was trained over."""
    head = read(ASKED, ASKED_SHA256)
    if head is not None and not head.fits(embedder.queries(head.probes)):
        structlog.get_logger().warning("head_of_another_model", file=ASKED.name, instead="rules tell what is asked")
        return None
    return head
