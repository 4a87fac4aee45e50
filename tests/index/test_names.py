"""Names that a reader can not tell apart are one; names that say something else are not."""

from __future__ import annotations

import pytest

from index.names import looks


@pytest.mark.parametrize(
    "imitation",
    [
        "ınterfax",
        "Interfax™",
        "Interfax®",
        "Іnterfax",
        "Ｉnterfax",
        "Ⓘnterfax",
        "INTERFAX ✔",
        "1nterfax",
        "I n t e r f a x",
    ],
)
def test_an_imitation_looks_like_the_name(imitation: str) -> None:
    assert looks(imitation) == looks("Interfax")


@pytest.mark.parametrize("other", ["Interfax / Herald", "Interfax Ukraine", "Interfan"])
def test_another_name_does_not(other: str) -> None:
    assert looks(other) != looks("Interfax")
