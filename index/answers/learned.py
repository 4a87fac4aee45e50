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
        "": -1.33,
        "around": 0.10,
        "cover": 0.21,
        "elsewhen": -0.39,
        "elsewhere": -0.54,
        "first_judge": 0.26,
        "first_meaning": 0.52,
        "foreign": -0.03,
        "judge": 0.12,
        "lacks": -1.37,
        "lacks_top": -0.96,
        "meaning": 0.19,
        "missing": -0.57,
        "missing_top": -0.70,
        "near": 0.97,
        "nothing": -9.00,
        "number": -1.31,
        "score": 0.17,
        "then": -0.23,
        "there": -0.05,
        "uncounted": -0.38,
        "unfit": 0.66,
        "whole": 0.19,
    }
)

# The same of a question of several parts.
SUPPORT_OF_PARTS: Mapping[str, float] = MappingProxyType(
    {
        "": 0.11,
        "around": 1.62,
        "cover": 1.62,
        "elsewhen": -0.26,
        "elsewhere": 0.00,
        "first_judge": -0.01,
        "first_meaning": 0.85,
        "foreign": 0.00,
        "judge": 0.33,
        "lacks": -0.08,
        "lacks_top": 0.27,
        "meaning": 0.26,
        "missing": -1.85,
        "missing_top": -0.72,
        "near": 0.69,
        "nothing": -9.00,
        "number": -0.89,
        "score": -0.02,
        "then": -0.28,
        "there": 0.20,
        "uncounted": 0.08,
        "unfit": 0.28,
        "whole": 1.99,
    }
)
