"""How many cases the property tests of what we send try: a few each in a usual run, SITREP_CASES in all where it is
set (RELIABILITY's I7 asks for 100,000).
"""

from __future__ import annotations

import os
from datetime import timedelta

from hypothesis import HealthCheck, settings


def cases(usual: int, *, share: float) -> settings:
    """The settings of a property test that tries that share of SITREP_CASES, or the usual number."""
    wanted = int(os.environ.get("SITREP_CASES", "0"))
    # A whole briefing is a large example, and that is the point.
    large = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    deadline = None if wanted else timedelta(seconds=5)
    return settings(
        max_examples=round(wanted * share) if wanted else usual, suppress_health_check=large, deadline=deadline
    )
