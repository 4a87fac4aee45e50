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
        "deed": 1.00,
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
        "": -1.28,
        "around": 0.34,
        "cover": 0.46,
        "elsewhen": -0.68,
        "elsewhere": -0.73,
        "first_judge": 0.15,
        "first_meaning": 0.70,
        "foreign": 0.31,
        "judge": 0.17,
        "lacks": -0.51,
        "lacks_top": -0.21,
        "meaning": 0.12,
        "missing": -1.24,
        "missing_top": -0.66,
        "near": 0.96,
        "nothing": -9.00,
        "number": -1.05,
        "parts": 1.32,
        "score": 0.09,
        "then": -0.15,
        "there": -0.06,
        "uncounted": -0.28,
        "unfit": 0.47,
        "whole": 0.39,
    }
)
