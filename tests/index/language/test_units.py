"""In what the numbers of a text are."""

from __future__ import annotations

import pytest

from index.language.units import units_in


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "The US approved $61bn in aid.", "money"),
        ("en", "an additional £500m", "money"),
        ("en", "It will cost 588 billion US dollars.", "money"),
        ("en", "assets of EUR 200 billion", "money"),
        ("en", "Russia holds 19 percent of it.", "percent"),
        ("en", "about 20% of it", "percent"),
        ("ru", "фонд в 100 млрд евро", "money"),
        ("ru", "20 процентов территории", "percent"),
        ("uk", "300 млрд гривень", "money"),
        ("uk", "54 відсотки опитаних", "percent"),
        ("fr", "500 millions d’euros", "money"),
        ("fr", "54 % des habitants", "percent"),
        ("es", "200 millones de dólares", "money"),
        ("es", "el 30 por ciento", "percent"),
        ("ar", "200 مليون دولار", "money"),
        ("ar", "20 في المئة من السكان", "percent"),
        ("he", "200 מיליון דולר", "money"),
        ("he", "54 אחוז מהתושבים", "percent"),
        ("en", "396 drones and 29 missiles", ""),
        ("en", "within 20 km of the town", ""),
    ],
)
def test_a_number_is_a_share_a_sum_or_neither(language: str, text: str, unit: str) -> None:
    assert units_in(text, language) == ({unit} if unit else set())
