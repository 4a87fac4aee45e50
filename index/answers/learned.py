"""What the features of a statement and of support weigh, as `python -m tests.eval.fit` learns it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "meaning": 3.0,
        "passage": 1.1,
        "article": 1.9,
        "first": 0.5,
        "about": 0.1,
        "whole": 0.5,
        "named": 1.0,
        "foreign": 4.0,
        "cover": 3.4,
        "around": 0.8,
        "pairs": 0.6,
        "lead": 0.05,
        "depth": -1.0,
        "short": -1.0,
        "long": -0.1,
        "fresh": 0.5,
        "asks": -0.5,
        "background": -1.0,
        "place": 0.7,
        "day": 0.7,
        "fit_figure": 2.0,
        "fit_number": 0.7,
        "fit_who": 1.5,
        "fit_where": 1.0,
        "fit_when": 1.2,
        "fit_blame": 1.0,
        "fit_said": 1.0,
        "fit_yesno": 0.5,
    }
)

# What the features of support weigh; "" is the constant.
SUPPORT: Mapping[str, float] = MappingProxyType(
    {"": 0.0, "meaning": 2.0, "around": 2.0, "missing": -1.5, "missing_top": -1.0, "uncounted": -2.0, "nothing": -9.0}
)
