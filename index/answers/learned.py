"""What the features of a statement and of support weigh, as `python -m tests.eval.fit` learns it.

Of a statement: half of what the evaluation sets taught (three parts to one of what was set by hand), half of the same
learnt from the analyst's questions and those of tests/train/answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "about": 0.80,
        "after": 0.05,
        "around": 0.48,
        "article": 2.26,
        "asks": -0.43,
        "background": -0.17,
        "before": 0.47,
        "cover": 1.18,
        "day": 1.63,
        "depth": -2.80,
        "first": 0.48,
        "fit_blame": 0.19,
        "fit_figure": 1.54,
        "fit_number": 1.76,
        "fit_said": 0.36,
        "fit_when": 1.31,
        "fit_where": 1.09,
        "fit_who": 0.65,
        "fit_yesno": 1.20,
        "foreign": 1.27,
        "fresh": -0.10,
        "judge": 0.66,
        "lead": 0.03,
        "long": 0.03,
        "meaning": 2.72,
        "named": 2.13,
        "own": -0.18,
        "pairs": -0.06,
        "passage": 0.88,
        "place": 0.21,
        "short": -1.25,
        "whole": 0.02,
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
