"""What the features of a sentence weigh. Written by `python -m tests.eval.fit`; do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "about": 0.39,
        "around": 0.90,
        "article": 2.41,
        "counted": 0.62,
        "cover": 3.34,
        "cover2": -0.09,
        "depth": -1.69,
        "first": 0.09,
        "fresh": 0.49,
        "lead": -0.05,
        "long": 0.02,
        "noise": -0.57,
        "number": 1.78,
        "outcome": 0.61,
        "pairs": 0.61,
        "passage": 0.98,
        "said": 1.11,
        "setting": 1.55,
        "short": -0.92,
        "spoken": 0.31,
        "when": 1.38,
        "where": 0.63,
        "who": 1.98,
        "whole": 1.29,
        "why": -0.05,
    }
)

# What the features of support weigh; "" is the constant.
SUPPORT: Mapping[str, float] = MappingProxyType(
    {
        "": 1.44,
        "absent_names": -0.96,
        "around_short": 0.8,
        "cover_short": 1.3,
        "early": -2.0,
        "focus_lost": -1.14,
        "focus_short": -0.04,
        "missing": -1.0,
        "missing_top": -0.72,
        "publisher": -0.76,
        "short": -2.03,
        "union_long": 1.94,
        "union_short": -0.31,
        "whole_long": 0.74,
        "whole_short": 0.74,
    }
)
