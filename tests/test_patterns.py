"""No pattern of the code takes more than linear time, whatever text it is given."""

from __future__ import annotations

import re

import pytest

from tests.growth import Used, all_patterns, grows


@pytest.mark.parametrize("used", [pytest.param(used, id=used.where) for used in all_patterns()])
def test_a_pattern_is_linear(used: Used) -> None:
    assert grows(used) == ""


@pytest.mark.parametrize("pattern", [r"(?:a|b|ab)*c", r"\s+$", r"(?:\w+,?)+!", r"[A-Z][\w.]*(?:[ ,][\w.]+)*:"])
def test_one_that_is_not_would_be_found(pattern: str) -> None:
    assert grows(Used("here", re.compile(pattern))) != ""
