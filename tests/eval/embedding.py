"""The model that figures are measured with."""

from __future__ import annotations

import os

from index.embedding.embedder import EmbeddingPolicy


def default_model() -> EmbeddingPolicy:
    """The default model; one converted before is taken from where the product itself would look for it."""
    return EmbeddingPolicy(model_dir=os.environ.get("SITREP_EMBEDDING__MODEL_DIR", ""))
