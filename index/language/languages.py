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
# What only one of the two is written with: letters, and endings and clusters of words that have none of these.
_RUSSIAN = re.compile(r"[ыэъё]|.(?:[аяои]я|[оеи]е|ии|[аяиу]лся|[аяуе]ют)$")
_UKRAINIAN = re.compile(
    r"[іїєґ]|\w['’ʼ][яюєї]|[сцз]ьк|ьйо|.(?:нн|тт|лл|дд|сс|чч|жж)я$|..(?:[аиуя]вся|лася|лося|лися)$|..(?:ав|юв)$|ють$|[ую]вати$"
)
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_LITTLE = {
    "en": "the of and to in is was were are that which who what when where how many much did does do has have by from",
    "fr": "le la les des du de et est sont dans que qui quel quelle quels quelles combien où quand pourquoi une un au "
    "aux sur par pour avec ont été pas ce cette comment qu",
    "es": "el la los las de del y en es son que quién quiénes qué cuál cuántos cuántas cuánto dónde cuándo cómo una un "
    "por para con fue han hay se al",
}
# Of these no other Cyrillic language of ours has any: neither letters nor endings tell of most short questions.
_RUSSIAN_WORDS = words(
    "кто что чего чему это этого этой эта этот эти как какая какие какой каком какую каких где когда почему зачем "
    "сколько откуда куда и или если уже еще ли с со из изо об обо от после перед сейчас сегодня вчера теперь тоже "
    "также только очень нет да он она они оно его ее их него нее них был есть будет будут может можно надо нужно нужен "
    "сказал сказано погиб погибло погибла погибли погибших убит убито убитых ранен ранено ранених раненых "
    "произошло случилось случилась началась началось началось новости новостей война войне город городе "
    "спасибо привет пожалуйста помощь покажи расскажи напиши давай хватит стоп ночью утром вечером"
)
_UKRAINIAN_WORDS = words(
    "хто що чого чому це цього цю ця цей ці як яка яке який яких яку якого якому де коли навіщо звідки куди й та "
    "чи або якщо вже ще від із зі щодо після перед зараз учора вчора тепер теж також тільки лише дуже немає нема ні "
    "він вона вони воно його її їх був була було були буде будуть може можна треба потрібно має "
    "сказав загинув загинуло загинула загинули загиблих убито вбито поранено поранених "
    "сталося сталась почалося почалась новини новин добре дякую привіт вітаю прошу покажи розкажи напиши годі "
    "місто відбулося вночі ранку увечері щось хтось"
)
_LITTLE_COUNTS = 1.5
# Marks and short forms of words that none of the others is written with.
_MARKS_OF = {"es": re.compile("[¿¡]"), "fr": re.compile(r"\b(?:[nscj]|qu)['’](?=[aeiouéèêh])", re.IGNORECASE)}
_MARK_COUNTS = 1.0
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
        return _of_the_two(text)
    little = {language: _met(text, known) for language, known in _WORDS.items()}
    for language, marks in _MARKS_OF.items():
        little[language] += _MARK_COUNTS * (marks.search(text) is not None)
    likeliest = max(little, key=lambda language: little[language])
    return likeliest if little[likeliest] >= 1.0 else "en"


def _of_the_two(text: str) -> str:
    """Ukrainian or Russian, by what only one of them has; Russian where nothing tells."""
    ukrainian = russian = 0.0
    for word in _CYRILLIC_WORD.findall(text.casefold()):
        if word in _UKRAINIAN_WORDS or word in _RUSSIAN_WORDS:
            # A name may be of the other language; a little word is not.
            ukrainian += _LITTLE_COUNTS * (word in _UKRAINIAN_WORDS)
            russian += _LITTLE_COUNTS * (word in _RUSSIAN_WORDS)
        else:
            ukrainian += _UKRAINIAN.search(word) is not None
            russian += _RUSSIAN.search(word) is not None
    return "uk" if ukrainian > russian else "ru"


def _met(text: str, little: frozenset[str]) -> float:
    """How many of a language's little words a text has."""
    met = little & set(_WORD.findall(text.casefold()))
    return sum(_IN_NAME_COUNTS if word in _IN_NAMES else 1.0 for word in met)
