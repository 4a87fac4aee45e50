"""Names in Latin letters, as far as their sound matters: what is left of one name in four scripts agrees."""

from __future__ import annotations

import re
import unicodedata

from index.language.remembering import remembered

_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        [
            *("a", "b", "v", "g", "g", "d", "e", "e", "e", "j", "z", "i", "i", "i", "i", "k", "l", "m", "n", "o"),
            *("p", "r", "s", "t", "u", "f", "h", "s", "c", "s", "s", "", "i", "", "e", "u", "a"),
        ],
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "بتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآاؤئء",
        [
            *("b", "t", "t", "j", "h", "h", "d", "d", "r", "z", "s", "s", "s", "d", "t", "z", "", "g", "f", "k"),
            *("k", "l", "m", "n", "h", "v", "i", "", "a", "a", "a", "a", "a", "", "", ""),
        ],
        strict=True,
    )
)
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        [
            *("a", "b", "g", "d", "h", "v", "z", "h", "t", "i", "k", "k", "l", "m", "m", "n", "n", "s", "", "f"),
            *("f", "s", "s", "k", "r", "s", "t"),
        ],
        strict=True,
    )
)
_LETTERS = _CYRILLIC | _ARABIC | _HEBREW
_PAIRS = (
    *(("tsch", "s"), ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("ph", "f")),
    *(("th", "t"), ("dh", "d"), ("zh", "j")),
)
# The Arabic article before a letter that it sounds like: "ash-Shifa", «Аш-Шифа».
_ARTICLE = re.compile(r"^[aeаэе](sh|th|dh|[stdrnzштдрнзс])-(?=\1)")
_ALIKE = str.maketrans({"p": "b", "f": "b", "v": "b", "w": "b", "q": "k", "c": "s", "j": "g", "x": "h"})
_VOWELS = frozenset("aeiouy'’")
# Letters that are consonants in one name and vowels, or others, in the next.
_EITHER = {"و": ("و", ""), "ו": ("ו", ""), "ق": ("ق", "غ")}
_MOST_WAYS = 16
# How the sound of j is written where no letter has it.
_TWO_FOR_J = re.compile("дж|dzh|dj|dg(?=[eiy])|דז׳|דז'")


# A report's words are much the same as another's: of a question's time a quarter went into this.
@remembered(100_000)
def skeleton(name: str) -> str:
    """The consonants of a name in its own or Latin letters, alike ones merged and doubled ones single."""
    plain = "".join(_LETTERS.get(letter, letter) for letter in _ARTICLE.sub("al-", name.casefold()))
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    for pair, letter in _PAIRS:
        plain = plain.replace(pair, letter)
    bare = "".join(letter for letter in plain if letter not in _VOWELS and letter.isalpha()).translate(_ALIKE)
    return _single(bare)


@remembered(100_000)
def heard(name: str) -> str:
    """The same, with what one alphabet has no letter for: «Гагарі» is Hagari, «Джейк» is Jake."""
    return _single(skeleton(_TWO_FOR_J.sub("j", name.casefold())).replace("h", "g"))


@remembered(4096)
def ways_heard(name: str) -> frozenset[str]:
    """All that a name may be heard as: in Arabic and Hebrew one letter is both v and u, and one both k and g."""
    ways = [name[:1]]
    for letter in name[1:]:
        ways = [way + sound for way in ways for sound in _EITHER.get(letter, (letter,))][:_MOST_WAYS]
    return frozenset(map(heard, ways)) - {""}


def _single(letters: str) -> str:
    return "".join(letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1])


def sound_alike(name: str, other: str) -> bool:
    """Whether two skeletons are of one name: what is g in one language is h in another (Sinegubov, Syniehubov)."""
    return name.replace("g", "h") == other.replace("g", "h")
