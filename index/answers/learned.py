"""What the features of a statement and of support weigh, as `python -m tests.eval.fit` learns it: of a statement three
parts of that to one of what was set by hand before."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "about": 0.48,
        "around": 0.80,
        "article": 2.86,
        "asks": -0.52,
        "background": -0.14,
        "cover": 2.00,
        "day": 1.27,
        "depth": -1.92,
        "first": 0.50,
        "fit_blame": 0.25,
        "fit_figure": 1.55,
        "fit_number": 1.79,
        "fit_said": 0.40,
        "fit_when": 1.86,
        "fit_where": 1.16,
        "fit_who": 1.14,
        "fit_yesno": 0.80,
        "foreign": 2.15,
        "fresh": 0.11,
        "judge": 0.57,
        "lead": 0.13,
        "long": 0.18,
        "meaning": 2.52,
        "named": 1.86,
        "own": -0.41,
        "pairs": 0.35,
        "passage": 0.92,
        "place": 0.28,
        "short": -1.45,
        "whole": 0.40,
    }
)

# What the features of support weigh; "" is the constant.
SUPPORT: Mapping[str, float] = MappingProxyType(
    {
        "": -0.95,
        "around": 0.08,
        "cover": 0.33,
        "elsewhen": -0.40,
        "elsewhere": -0.79,
        "first_judge": 0.21,
        "first_meaning": 0.43,
        "foreign": 0.02,
        "judge": 0.12,
        "lacks": -0.44,
        "lacks_top": 0.10,
        "meaning": 0.25,
        "missing": -1.49,
        "missing_top": -0.81,
        "near": 1.12,
        "nothing": -9.00,
        "number": -1.04,
        "parts": 0.91,
        "score": 0.10,
        "then": -0.11,
        "there": -0.11,
        "uncounted": -0.29,
        "unfit": 0.59,
        "whole": 0.28,
    }
)
