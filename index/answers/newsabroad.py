"""Questions for news in other languages than English: no sentence of a report means "what is new in Gaza", so they are
put in English, place and all, before they are answered. What is quoted stays as it was written.
"""

from __future__ import annotations

import re
import unicodedata

from index.answers.exonyms import called, known_places

_NEWS = {
    "ar": r"ما\s+الجديد|(?:آخر|أحدث|ما هي|ما)\s+(?:ال)?(?:أخبار|تطورات|مستجدات)|ماذا\s+(?:يحدث|يجري)|الوضع|^أخبار",
    "uk": r"що\s+нового|новини|що\s+відбувається|ситуація|обстановка",
    "ru": r"что\s+нового|новости|что\s+происходит|ситуация|обстановка",
    "he": r"מה\s+חדש|חדשות|מה\s+קורה|מה\s+המצב|עדכונים",
    "fr": r"quoi\s+de\s+neuf|nouvelles|que\s+se\s+passe|situation|actualit[ée]s?",
    "es": r"qu[ée]\s+hay\s+de\s+nuevo|noticias|novedades|qu[ée]\s+(?:est[áa]\s+pasando|pasa|ocurre)|situaci[óo]n",
}
# A question that says more than this asks for something else than news.
_LONGEST = 8


def news_in_english(asked: str, language: str) -> str:
    """The English of a question in `language` for the news from a place, or ""."""
    text = unicodedata.normalize("NFC", asked)
    if len(text.split()) > _LONGEST:
        return ""
    # Few words do not tell French from Spanish.
    for spoken in ("fr", "es") if language in {"fr", "es"} else (language,):
        if spoken in _NEWS and re.search(_NEWS[spoken], text, re.IGNORECASE):
            named = [english for english in known_places() if _is_named(called(english, spoken), text)]
            place = max(named, key=lambda english: len(called(english, spoken)), default="")
            if place:
                return f"What is the latest from {place}?"
    return ""


def _is_named(local: str, text: str) -> bool:
    """Whether a text has a name: with another ending where the language bends names, after a letter for "in"."""
    if " " in local:
        return local.casefold() in text.casefold()
    words = re.findall(r"[\w’'-]+", text)
    if local.upper() == local.lower():
        return any(word in (local, f"{word[:1]}{local}") for word in words)
    # Russian and Ukrainian bend the last vowel: Газа, в Газе. Иран is not Ирак.
    stem = re.sub(r"[аяоеийіїьы]$", "", local.casefold()) if len(local) > 3 else local.casefold()
    return any(word[0].isupper() and word.casefold().startswith(stem) and len(word) <= len(local) + 2 for word in words)
