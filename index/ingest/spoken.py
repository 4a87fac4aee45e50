"""The language of an article by its own letters, where they contradict what its page or feed states. Pure."""

from __future__ import annotations

import re

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Languages that are written with these letters, by script.
_WRITTEN = {
    _CYRILLIC: frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"}),
    _ARABIC: frozenset({"ar", "fa", "ur", "ps", "ku", "ckb", "sd", "ug"}),
    _HEBREW: frozenset({"he", "iw", "yi"}),
}
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ыэёъ]", re.IGNORECASE)
_PERSIAN = re.compile("[پچژگ]")


def spoken(text: str, stated: str | None) -> str | None:
    """The language as it is stated, unless the letters are not that language's; None where they tell no other."""
    base = (stated or "").replace("_", "-").partition("-")[0].lower()
    letters = {script: len(script.findall(text)) for script in (*_WRITTEN, _LATIN)}
    script = max(letters, key=lambda one: letters[one])
    if not letters[script]:
        return stated
    if script is _LATIN:
        foreign = any(base in languages for languages in _WRITTEN.values()) and base != "sr"
        return None if foreign else stated
    if base in _WRITTEN[script] and base not in {"ru", "uk"}:
        return stated
    if script is _HEBREW:
        return "he"
    if script is _ARABIC:
        return "fa" if _PERSIAN.search(text) else "ar"
    return "uk" if len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)) else "ru"
