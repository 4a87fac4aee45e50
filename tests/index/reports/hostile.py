"""Documents that nobody writes but to hurt, drawn from a grammar; and what reading one costs in a worker."""

from __future__ import annotations

import time

from hypothesis import strategies as st

from index.language.bounds import bounded
from index.language.lexicon import LANGUAGES, lexicon
from index.reports.intake import Source, read_all
from tests.index.ingest.hostile import most_memory

_SEPARATORS = [
    " ",
    "  ",
    "\n",
    "\n\n",
    ", ",
    ",",
    ". ",
    ".",
    "; ",
    ": ",
    " - ",
    "-",
    "—",
    "/",
    " | ",
    "…",
    "? ",
    "؟ ",
    "。",
]
_CAPITALS = ["A", "A.", "Aa", "McA", "U.S.", "ABC", "Aleppo", "Governor", "Ministry", "of A", "Ізюм", "МЗС", "É"]
_DIGITS = [
    "1",
    "12",
    "1,000",
    "1.000.000",
    "7:30",
    "12-13",
    "3rd",
    "٣",
    "२",
    "三",
    "2026-04-03",
    "03/04/2026",
    "1" * 40,
]
_QUOTES = ['"', "'", "“", "”", "„", "«", "»", "‘", "’", "״", "「", "」", "''", '"“']
_BRACKETS = ["(", ")", "[", "]", "{", "}", "<", ">", "()", "[1]"]
_WORDS = {
    "Latn": [
        "said",
        "killed",
        "in",
        "that",
        "according to",
        "the army",
        "on Monday",
        "people were",
        "not",
        "dozens of",
    ],
    "Cyrl": ["сказав", "загинули", "у", "що", "за словами", "військові", "убиты", "человек"],
    "Arab": ["قال", "قتل", "في", "إن", "وفقا", "الجيش", "يوم الاثنين", "شخصا", "گفت", "کشته"],
    "Hebr": ["אמר", "נהרגו", "ב", "כי", "לפי", 'צה"ל', "ביום שני", "בני אדם"],
    "Hani": ["表示", "死亡", "在", "军队", "星期一", "人"],
    "Mymr": ["ပြော", "သေဆုံး", "တပ်မတော်"],
    "Ethi": ["አለ", "ተገደሉ", "ሰራዊት"],
    "Deva": ["कहा", "मारे गए", "सेना"],
    "none": ["\u0301", "\u200b", "\u202e", "😀", "\u00a0", "\ufeff", "\x00", "%", "№", "*", "#"],
}


def _listed() -> list[str]:
    """Words that readers look for, as they are written, of every language and concern."""
    concerns = ("counting", "acts", "dates")
    listings = (
        listing for language in LANGUAGES for concern in concerns for listing in lexicon(language, concern).values()
    )
    words = {entry for listing in listings for entries in listing.values() for entry in entries.split()}
    return sorted(entry.replace("_", " ").rstrip("*") for entry in words)


_LISTED = _listed()
_PIECES = st.one_of(
    *(st.sampled_from(pieces) for pieces in (_SEPARATORS, _CAPITALS, _DIGITS, _QUOTES, _BRACKETS, _LISTED)),
    *(st.sampled_from(words) for words in _WORDS.values()),
)
# A unit is repeated as it is, or numbered so that no two of its names are the same.
_UNITS = st.tuples(st.lists(_PIECES, min_size=1, max_size=10), st.sampled_from(["", " ", ", "]), st.booleans())


@st.composite
def documents(draw: st.DrawFn, length: int) -> Source:
    """A document of about that length: a few units, each repeated, in turns or one after the other."""
    units = draw(st.lists(_UNITS, min_size=1, max_size=3))
    repeated = [
        _repeated(joint.join(pieces), length // len(units), numbered=numbered) for pieces, joint, numbered in units
    ]
    text = draw(st.sampled_from(["", "Twelve people were killed in Aleppo on Monday, officials said. "])) + "".join(
        repeated
    )
    return Source("Twelve killed in Aleppo", bounded(text), "Ledger", None, draw(st.sampled_from([None, *LANGUAGES])))


def _repeated(unit: str, length: int, *, numbered: bool) -> str:
    if not numbered:
        return (unit * (length // len(unit) + 1))[:length]
    return "".join(f"{unit}{number}" for number in range(length // (len(unit) + 3) + 1))[:length]


def cost(source: Source) -> tuple[float, int]:
    """The seconds of CPU that reading takes, and the most memory that its process ever had, in bytes."""
    began = time.process_time()
    read_all([source])
    return time.process_time() - began, most_memory()
