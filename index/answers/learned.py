"""What the features of a statement and of support weigh, as `python -m tests.eval.fit` learns it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "about": 0.10,
        "around": 0.80,
        "article": 1.90,
        "asks": -0.50,
        "background": -1.00,
        "cover": 3.40,
        "day": 0.70,
        "depth": -1.00,
        "first": 0.50,
        "fit_blame": 1.00,
        "fit_figure": 2.00,
        "fit_number": 0.70,
        "fit_said": 1.00,
        "fit_when": 1.20,
        "fit_where": 1.00,
        "fit_who": 1.50,
        "fit_yesno": 0.50,
        "foreign": 4.00,
        "fresh": 0.50,
        "judge": 0.50,
        "lead": 0.05,
        "long": -0.10,
        "meaning": 4.00,
        "named": 1.00,
        "pairs": 0.60,
        "passage": 1.10,
        "place": 0.70,
        "short": -1.00,
        "whole": 0.50,
    }
)

# What the features of support weigh; "" is the constant.
SUPPORT: Mapping[str, float] = MappingProxyType(
    {
        "": -0.69,
        "around": 0.09,
        "cover": 0.64,
        "first_judge": 0.21,
        "first_meaning": 0.07,
        "foreign": -0.23,
        "judge": 0.17,
        "long": 0.01,
        "meaning": 0.87,
        "missing": -1.37,
        "missing_top": -1.17,
        "nothing": -9.00,
        "publisher": 0.00,
        "score": 0.12,
        "uncounted": -0.78,
        "unfit": 0.06,
        "whole": 0.51,
    }
)
