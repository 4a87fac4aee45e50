"""Doubles of our own seams, each under 50 lines."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from index.embedding.embedder import Vectors
from index.language.terms import terms


class FakeEmbedder:
    """Texts that share terms are near each other. Deterministic, instant, and refuses texts that hold `poison`."""

    dimension = 64

    def __init__(self, fingerprint: str = "fake-1", poison: str = "\N{SKULL}") -> None:
        self.fingerprint = fingerprint
        self.embedded = 0
        self._poison = poison

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        return self._vectors(texts)

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            if self._poison in text:
                raise ValueError("poison")
            for term in [*terms(text), "sitrep"]:
                digest = hashlib.sha256(f"{self.fingerprint} {term}".encode()).digest()
                vectors[row, digest[0] % self.dimension] += 1 if digest[1] % 2 else -1
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Vectors = vectors / np.maximum(lengths, 1e-6)
        return unit
