"""Where a text begins to tell something."""

from __future__ import annotations

import pytest

from index.reports.heads import opens_at


@pytest.mark.parametrize(
    ("title", "text", "language", "rest"),
    [
        ("x", "21 August 2013 Rescuers say that nine were killed.", "en", "Rescuers say"),
        ("x", "Date of publication 12 August 2016 Shells hit the market.", "en", "Shells hit"),
        ("Market hit by shells", "Market hit by shells Nine people were killed when shells fell on it.", "en", "Nine"),
        (
            "Shells hit Karsh",
            "Shells hit Karsh AFP Sunday 6 Oct 2016 At least nine people were killed.",
            "en",
            "At least",
        ),
        ("x", "Photo: J. Doe / AP The army said that it took the town.", "en", "The army said"),
        ("x", "Взятие села Фото: сервис «Карты» Министерство сообщило о взятии села.", "ru", "Министерство"),
        ("x", "KARSH, Dec 17 (Meridian) - The army left the town.", "en", "The army left"),
    ],
)
def test_a_text_goes_on_after_its_day_its_title_and_its_caption(
    title: str, text: str, language: str, rest: str
) -> None:
    assert text[opens_at(title, text, language, None) :].startswith(rest)


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("x", "On 12 August 2016 Russia struck a market.", "en"),
        ("x", "12 August 2016 was a day of war.", "en"),
        ("Nine killed", "Nine killed", "en"),
        ("x", "4 липня 2025 року Київ зазнав удару.", "uk"),
    ],
)
def test_a_day_that_is_part_of_a_sentence_stays(title: str, text: str, language: str) -> None:
    assert opens_at(title, text, language, None) == 0
