"""How many towns of today's wars are found, by language: `python -m tests.index.places.coverage`.

Sixty towns, in two sentences each: one that names the country, one that does not; and ordinary sentences that name no
place, in which none may be found.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from index.places import find, mentions
from tests.index.places.ordinary import ORDINARY

LANGUAGES = ("en", "fr", "es", "ar", "he", "ru", "uk")
ALONE = {
    "en": "Several people were killed in {} overnight, local officials said.",
    "fr": "Plusieurs personnes ont été tuées à {} dans la nuit, selon des responsables locaux.",
    "es": "Varias personas murieron en {} durante la noche, según las autoridades locales.",
    "ar": "قتل عدة أشخاص في {} خلال الليل، بحسب مسؤولين محليين.",
    "he": "כמה בני אדם נהרגו ב{} במהלך הלילה, לפי גורמים מקומיים.",
    "ru": "Ночью в {} погибли несколько человек, сообщили местные власти.",
    "uk": "Уночі в {} загинули кілька людей, повідомила місцева влада.",
}
# With its country known: what a report says after it has said where.
KNOWN = {
    "en": "Shells fell on {} again at dawn, and a market burned down.",
    "fr": "Des obus sont tombés sur {} à l'aube et un marché a brûlé.",
    "es": "Los proyectiles cayeron sobre {} al amanecer y ardió un mercado.",
    "ar": "سقطت قذائف على {} فجرا واحترق سوق.",
    "he": "פגזים נפלו ליד {} עם שחר ושוק עלה באש.",
    "ru": "На рассвете снаряды упали при {}, сгорел рынок.",
    "uk": "На світанку снаряди впали при {}, згорів ринок.",
}


def towns() -> Iterator[tuple[str, str, str, str]]:
    """English name, country, language and the name as it stands in the sentence."""
    for line in Path(__file__).with_name("towns.tsv").read_text(encoding="utf-8").splitlines():
        english, country, *others = line.split("\t")
        for language, name in zip(LANGUAGES, (english, *others), strict=True):
            yield english, country, language, name


def missed() -> dict[str, list[tuple[str, str]]]:
    """The towns that are not found, with their language, by kind of sentence."""
    kinds: dict[str, list[tuple[str, str]]] = {"alone": [], "known": []}
    for english, country, language, name in towns():
        wanted = {candidate.place.id for candidate in find(english) if candidate.place.country == country}
        for kind, templates, context in (("alone", ALONE, ()), ("known", KNOWN, (country,))):
            named = mentions(templates[language].format(name), language, context)
            if not wanted & {mention.place.id for mention in named}:
                kinds[kind].append((english, language))
    return kinds


def false_places() -> list[tuple[str, str]]:
    """The places that are found in ordinary sentences, with their language."""
    return [
        (language, mention.text)
        for language, sentences in ORDINARY.items()
        for sentence in sentences
        for mention in mentions(sentence, language)
    ]


def main() -> int:
    total = len(list(towns()))
    for kind, names in missed().items():
        by_language = Counter(language for _, language in names)
        print(
            f"{kind}: {total - len(names)} of {total} found ({1 - len(names) / total:.3f}); missed {dict(by_language)}"
        )
        print("   ", names)
    sentences = sum(len(listed) for listed in ORDINARY.values())
    print(f"{sentences} ordinary sentences: {len(false_places())} false places {false_places()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
