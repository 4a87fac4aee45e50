"""Telling languages apart."""

from __future__ import annotations

import pytest

from index.language.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How many people were killed?", "en"),
        ("Rafah crossing closure", "en"),
        ("Combien de personnes ont été tuées ?", "fr"),
        ("¿Cuántas personas murieron en el ataque?", "es"),
        ("كم شخصًا قُتل في الانفجار؟", "ar"),
        ("چند نفر در انفجار کشته شدند؟", "fa"),
        ("כמה אנשים נהרגו?", "he"),
        ("Скільки людей загинуло?", "uk"),
        ("Сколько человек погибло?", "ru"),
        ("Скільки працівників World Central Kitchen загинуло?", "uk"),
        ("140?", "en"),
        ("Ras al-Ain clashes, body count", "en"),
        ("El Fasher siege death toll", "en"),
        ("UN chief statement, Los Angeles", "en"),
        ("muertos en Alepo", "es"),
        ("frappes sur Alep", "fr"),
        ("Comment s'appelle le pilote de Brovary ?", "fr"),
        ("Did the army comment on Goma?", "en"),
        ("", "en"),
    ],
)
def test_a_text_is_in_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "uk",
            "хто це сказав?|Що там?|Чому?|Коли?|А хто?|Хто загинув?|хто взяв Бахмут|Скажи ще|Покажи новини|Де саме?"
            "|поранено трьох|Сум'яття у столиці|п'ять ракет|загарбання земель|наступ на Покровськ|Хто такий Быков?"
            "|Де стався вибух|Коли почалася атака|хто атакував Одесу|кого звинувачують|хто стріляв?|чому мовчить ООН",
        ),
        (
            "ru",
            "кто это сказал?|Что там?|Почему?|Когда?|А кто?|Кто погиб?|кто взял Бахмут|Скажи еще|Покажи новости"
            "|Где именно?|ранено трое|последние новости|Армия наступает|Состояние заложников|Что сказал Зеленський?"
            "|где произошел пожар|Когда началась атака|кто атаковал Одессу|кого обвиняют|кто стрелял?|батальон Азов"
            "|район Рафаха|состав делегации|Расскажи про Газу",
        ),
    ],
)
def test_a_short_question_is_ukrainian_or_russian_by_what_only_one_of_them_has(language: str, texts: str) -> None:
    assert [text for text in texts.split("|") if language_of(text) != language] == []
