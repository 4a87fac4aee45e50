"""What the features of a sentence weigh. Written by `python -m tests.eval.fit`; do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "about": 0.69,
        "around": 0.87,
        "article": 2.77,
        "counted": 0.59,
        "cover": 3.34,
        "cover2": 0.08,
        "depth": -1.64,
        "first": 0.75,
        "fresh": 0.48,
        "lead": -0.1,
        "long": 0.01,
        "noise": -0.56,
        "number": 1.6,
        "outcome": 0.63,
        "pairs": 0.68,
        "passage": 1.5,
        "said": 1.09,
        "short": -0.91,
        "spoken": 0.25,
        "when": 1.41,
        "where": 0.66,
        "who": 1.96,
        "whole": 2.08,
        "why": -0.05,
    }
)
