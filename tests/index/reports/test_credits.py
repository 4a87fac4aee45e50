"""Whose report an article carries."""

from __future__ import annotations

import pytest

from index.reports.credits import credit_of


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("PORT VALE, June 3 (Meridian Wire) - The harbour is shut.", "Meridian Wire"),
        ("The harbour is shut.\n\nBy Meridian Wire.", "Meridian Wire"),
        ("The harbour is shut. Ships wait.\n(Reporting by Petra Novak)", "Petra Novak"),
        ("The harbour (Vale) is shut.", ""),
        ("The harbour is shut.", ""),
        ("", ""),
    ],
)
def test_a_credit_is_read_at_the_head_or_in_the_last_line(text: str, credit: str) -> None:
    assert credit_of(text, "Vale Courier") == credit


def test_an_outlet_does_not_credit_itself() -> None:
    assert credit_of("The harbour is shut.\n\nBy Vale Courier.", "Vale Courier") == ""
