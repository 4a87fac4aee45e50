"""A tag is believed unless the letters contradict it."""

from __future__ import annotations

import pytest

from index.ingest.spoken import spoken

RUSSIAN = "Ранены девять человек, сообщили нам официальные лица, это было ночью."
UKRAINIAN = "Поранено дев'ять людей, повідомили нам посадовці, їх вивезли вночі."
ARABIC, PERSIAN = "أصيب تسعة أشخاص، بحسب المسؤولين", "نه نفر زخمی شدند، مقام‌ها گفتند پایگاه در جنگ"
HEBREW, ENGLISH = "תשעה בני אדם נפצעו, אמרו גורמים", "Nine people were wounded, officials told us."


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (ENGLISH, "en-GB", "en-GB"),
        (ENGLISH, "de", "de"),
        (ENGLISH, None, None),
        (ENGLISH, "ru", None),
        (RUSSIAN, "en", "ru"),
        (RUSSIAN, "uk", "ru"),
        (RUSSIAN, "bg", "bg"),
        (UKRAINIAN, "ru", "uk"),
        (UKRAINIAN, None, "uk"),
        (ARABIC, "en", "ar"),
        (ARABIC, "ur", "ur"),
        (PERSIAN, "en", "fa"),
        (HEBREW, "en", "he"),
        ("12 345", "fr", "fr"),
    ],
)
def test_the_letters_have_the_last_word(text: str, stated: str | None, language: str | None) -> None:
    assert spoken(text, stated) == language
