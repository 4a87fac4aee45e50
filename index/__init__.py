"""The corpus: sources in; passages, answers and stories out."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.corpus import Index
    from index.settings import Settings

__all__ = ["Index", "Settings"]

_HOMES = {"Index": "index.corpus", "Settings": "index.settings"}


def __getattr__(name: str) -> object:
    """Loaded when first wanted: the processes beside this one need a small part of the package, at once."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
