"""Which language a text is in, as far as it matters for comparing words: by its letters, then by its little words."""

from __future__ import annotations

import re

from index.language.wordlists import words

_SCRIPTS = {
    "arabic": re.compile("[\u0600-\u06ff]"),
    "hebrew": re.compile("[\u0590-\u05ff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
}
_PERSIAN = re.compile("[پچژگکی]")
_RUSSIAN = re.compile("[ыэъё]", re.IGNORECASE)
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LITTLE = {
    "en": "the of and to in is was were are that which who what when where how many much did does do has have by from",
    "fr": "le la les des du de et est sont dans que qui quel quelle quels quelles combien où quand pourquoi une un au "
    "aux sur par pour avec ont été pas ce cette",
    "es": "el la los las de del y en es son que quién quiénes qué cuál cuántos cuántas cuánto dónde cuándo cómo una un "
    "por para con fue han hay se al",
}
_WORDS = {language: words(known) for language, known in _LITTLE.items()}
# They are in names everywhere, too: Ras al-Ain, El Fasher, La Paz, de Mistura, the UN. A few of them tell nothing.
_IN_NAMES = words("al el la las los de del des du le les un una han se san son")
_IN_NAME_COUNTS = 0.4


def language_of(text: str) -> str:
    """One of ar, fa, he, ru, uk, en, fr, es; English where nothing tells."""
    letters = {script: len(pattern.findall(text)) for script, pattern in _SCRIPTS.items()}
    script = max(letters, key=lambda name: letters[name])
    if not letters[script]:
        return "en"
    if script == "arabic":
        return "fa" if len(_PERSIAN.findall(text)) * 20 > letters[script] else "ar"
    if script == "hebrew":
        return "he"
    if script == "cyrillic":
        return "uk" if len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)) else "ru"
    little = {language: _met(text, known) for language, known in _WORDS.items()}
    likeliest = max(little, key=lambda language: little[language])
    return likeliest if little[likeliest] >= 1.0 else "en"


def _met(text: str, little: frozenset[str]) -> float:
    """How many of a language's little words a text has."""
    met = little & set(_WORD.findall(text.casefold()))
    return sum(_IN_NAME_COUNTS if word in _IN_NAMES else 1.0 for word in met)
