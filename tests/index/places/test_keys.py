"""Names under one key, whichever way they are written, and whichever ending or prefix they have in a text."""

from __future__ import annotations

import pytest

from index.places.keys import SCRIPTS, fold, name_key, parts, script_of, word_keys


def keys_in_text(word: str, language: str) -> set[str]:
    script = SCRIPTS[language]
    return {key for key, _ in word_keys(fold(word, script), script)}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("El Fasher", "al-Fasher"),
        ("Zummar", "Zumar"),
        ("Deir ez-Zor", "Deir al-Zor"),
        ("Kafr Nabl", "Kafrnabl"),
        ("Khān Shaykhūn", "Khan Shaykhun"),
        ("Odesa", "Odessa"),
        ("أوكرانيا", "اوكرانيا"),
        ("حُمص", "حمص"),
        ("ג'נין", "ג׳נין"),
        ("Орёл", "Орел"),
        ("Куп'янськ", "Купʼянськ"),
    ],
)
def test_ways_of_writing_one_name_have_one_key(name: str, other: str) -> None:
    assert name_key(name) == name_key(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Homs", "Hamas"), ("Bari", "Bar"), ("Бари", "Бар"), ("الباب", "باب"), ("Tyre", "Tire"), ("Газа", "Газ")],
)
def test_other_names_have_other_keys(name: str, other: str) -> None:
    assert name_key(name) != name_key(other)


@pytest.mark.parametrize(
    ("language", "name", "forms"),
    [
        ("ru", "Харьков", "Харькова Харькову Харьковом Харькове"),
        ("ru", "Одесса", "Одессы Одессе Одессу Одессой"),
        ("ru", "Газа", "Газы Газе Газу Газой"),
        ("ru", "Египет", "Египта Египту Египтом Египте"),
        ("ru", "Грозный", "Грозного Грозному Грозным Грозном"),
        ("ru", "Россия", "России Россию Россией"),
        ("ru", "Мелитополь", "Мелитополя Мелитополю Мелитополем Мелитополе"),
        ("uk", "Харків", "Харкова Харкову Харковом Харкові"),
        ("uk", "Київ", "Києва Києву Києвом Києві"),
        ("uk", "Авдіївка", "Авдіївки Авдіївці Авдіївку Авдіївкою"),
        ("uk", "Ракка", "Ракки Рацці Ракку Раккою"),
        ("uk", "Суми", "Сумах Сумам"),
        ("uk", "Запоріжжя", "Запоріжжю Запоріжжям Запоріжжі"),
        ("uk", "Хмельницький", "Хмельницького Хмельницькому"),
    ],
)
def test_a_declined_name_has_the_key_of_its_nominative(language: str, name: str, forms: str) -> None:
    assert [form for form in forms.split() if name_key(name) not in keys_in_text(form, language)] == []


@pytest.mark.parametrize(
    ("language", "name", "written"),
    [
        ("ar", "حلب", "وحلب"),
        ("ar", "الخرطوم", "للخرطوم"),
        ("ar", "الخرطوم", "وبالخرطوم"),
        ("he", "חיפה", "בחיפה"),
        ("he", "חרקיב", "ומחרקיב"),
        ("en", "Syria", "Syria's"),
    ],
)
def test_what_is_written_together_with_a_name_is_cut_off(language: str, name: str, written: str) -> None:
    assert name_key(name) in keys_in_text(written, language)


def test_a_word_that_would_be_left_too_short_stays_whole() -> None:
    assert keys_in_text("ولد", "ar") == {"ولد"}
    assert keys_in_text("בית", "he") == {"בית"}


def test_the_parts_of_a_text_lie_where_they_say() -> None:
    text = "Khan-Yunis, Sana'a: صنعاء и Куп'янськ 24"

    listed = parts(text)

    assert [part.text for part in listed] == ["Khan", "Yunis", "Sana'a", "صنعاء", "и", "Куп'янськ"]
    assert all(text[part.start : part.end] == part.text for part in listed)


@pytest.mark.parametrize(
    ("text", "script"),
    [("Kyiv", "latin"), ("Київ", "cyrillic"), ("كييف", "arabic"), ("קייב", "hebrew"), ("基辅", ""), ("12", "")],
)
def test_a_name_is_in_the_alphabet_of_its_first_letter(text: str, script: str) -> None:
    assert script_of(text) == script
