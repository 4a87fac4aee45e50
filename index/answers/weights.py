"""What the features of a sentence weigh, as `python -m tests.eval.fit` learns it.

Set by hand: "early", "far_short", "focus_lost_short", "near_short", "speaker_absent" and "uncounted", for the reasons
given there.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "about": 0.09,
        "around": 0.77,
        "article": 1.9,
        "counted": 0.84,
        "cover": 3.41,
        "cover2": -0.12,
        "day": 0.52,
        "depth": -1.51,
        "first": 0.55,
        "fresh": 0.54,
        "lead": 0.05,
        "long": 0.09,
        "named": 0.96,
        "noise": -0.54,
        "number": 1.59,
        "outcome": 0.88,
        "pairs": 0.57,
        "passage": 1.12,
        "said": 1.3,
        "setting": 1.42,
        "short": -1.03,
        "spoken": 0.42,
        "when": 2.0,
        "where": 1.16,
        "who": 2.19,
        "whole": 0.52,
        "why": -0.04,
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
        "far_short": -2.5,
        "focus_lost": -1.14,
        "focus_lost_short": -1.0,
        "focus_short": -0.04,
        "missing": -1.0,
        "missing_top": -0.72,
        "near_short": 2.0,
        "publisher": -0.76,
        "short": -2.03,
        "speaker_absent": -1.5,
        "uncounted": -1.5,
        "union_long": 1.94,
        "union_short": -0.31,
        "whole_long": 0.74,
        "whole_short": 0.74,
    }
)
