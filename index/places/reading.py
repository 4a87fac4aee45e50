"""The places that a text names, in any of the seven languages.

A name counts by what there is for it: how well known the place is, whether the word is mostly another word in that
language, whether it is written and placed as a name of a place, and whether the text is about its country. There is no
list of exceptions.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from index.language.lexicon import LANGUAGES
from index.language.remembering import remembered
from index.language.reporting import reporting
from index.language.vocabulary import marked
from index.places.keys import (
    ARABIC,
    ARTICLES,
    CYRILLIC,
    HEBREW,
    LATIN,
    SCRIPTS,
    Part,
    digest,
    first_key,
    fold,
    joined,
    parts,
    script_of,
    word_keys,
)
from index.places.place import SHORTENED, USUAL, Mention, Naming
from index.places.table import MOST_WORDS, Gazetteer, table
from index.places.words import ADJECTIVAL, BEFORE, DIRECTIONS, ELIDED, KINDS, OF

_SENTENCE_END = re.compile(r"[.!?…:;\n\"“”«»()\[\]•—–|]")
_BETWEEN = re.compile(r"[\s\u200e\u200f]{1,2}|[-‑–][\s]?|\s?[-‑]|")
_ELISION = re.compile(r"^(\w{1,7})['’](?=\w)")
# A known place in a war is found by its name alone; another one needs its country in the text.
_KNOWN, _LARGE = 100_000, 1_000_000
_MOST_CAPITALS = 0.6
# Among so many first words a town in capitals is where the report was filed: "KYIV, Ukraine".
_DATELINE = 3
_BEHIND_DATELINE = frozenset(",-–—(")
_ARTICLE = "ال"
# In, to, from: written together with the name.
_LOCATING = {ARABIC: "بل", HEBREW: "במל"}


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with the keys it may stand for, and how it is written."""

    part: Part
    folded: str
    keys: tuple[tuple[str, str], ...]
    capital: bool
    # Begins a sentence, or stands where everything has capitals: its capital tells nothing.
    initial: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to `last` (left out) that are called as these places are."""

    first: int
    last: int
    namings: tuple[Naming, ...]
    prefix: str = ""


def mentions(text: str, language: str, context_countries: Collection[str] = ()) -> tuple[Mention, ...]:
    """The places that a text names, in order, none within another; adjectives of countries are marked as such.

    `context_countries`: ISO codes of what the text is known to be about, besides what it names itself.
    """
    return Reader(text, language, table()).mentions(context_countries)


class Reader:
    """One text and what is looked up in it."""

    def __init__(self, text: str, language: str, gazetteer: Gazetteer) -> None:
        self._text, self._language, self._gazetteer = text, language, gazetteer
        self._script = SCRIPTS.get(language) or script_of(text)
        self._cased = self._script in {LATIN, CYRILLIC}
        self._words = self._read(text)
        self._written = Counter(word.folded for word in self._words)
        self._before = BEFORE.get(language, frozenset())
        self._kinds = KINDS.get(language, frozenset())
        self._numbers = reporting(language).sets["numbers"] if language in LANGUAGES else frozenset()

    def mentions(self, context_countries: Collection[str]) -> tuple[Mention, ...]:
        """The places named: first those that stand for themselves, then those of their countries."""
        hits = self._longest(self._hits())
        sure: dict[int, tuple[Hit, Naming]] = {}
        context = Counter(dict.fromkeys(context_countries, 3))
        for hit in hits:
            naming = self._sure(hit)
            if naming is not None:
                sure[hit.first] = hit, naming
                context[naming.place.country] += 1
        told = [(hit, self._chosen(hit, context, hit.first in sure)) for hit in hits]
        return tuple(self._mention(hit, naming) for hit, naming in told if naming is not None)

    def _mention(self, hit: Hit, naming: Naming) -> Mention:
        start = self._words[hit.first].part.start + len(hit.prefix)
        end = self._words[hit.last - 1].part.end
        shown = self._text[start:end]
        possessive = re.search(r"['’]s$", shown) if self._script == LATIN else None
        end -= 2 if possessive else 0
        kind = "adjective" if naming.adjective else "place"
        return Mention(naming.place, start, end, self._text[start:end], kind)

    # What is written

    def _read(self, text: str) -> list[Word]:
        words: list[Word] = []
        listed = [self._without_elision(part) for part in parts(text)]
        capitals = sum(part.text[0].isupper() for part in listed)
        shouted = self._cased and len(listed) > 3 and capitals > _MOST_CAPITALS * len(listed)
        self._shouted = shouted
        end = 0
        for part in listed:
            folded = fold(part.text, self._script)
            keys = _keys_of(folded, self._script) if self._may_name(part) else ((folded, ""),)
            initial = shouted or not words or bool(_SENTENCE_END.search(text, end, part.start))
            words.append(Word(part, folded, keys, part.text[0].isupper(), initial))
            end = part.end
        return words

    def _may_name(self, part: Part) -> bool:
        return self._language != "en" or part.text[0].isupper()

    def _without_elision(self, part: Part) -> Part:
        elided = _ELISION.match(part.text) if self._script == LATIN else None
        if elided is None or elided[1].casefold() not in ELIDED or (self._language != "fr" and elided[1].isupper()):
            return part
        return Part(part.text[elided.end() :], part.start + elided.end(), part.end)

    def _hits(self) -> list[Hit]:
        """What the table has for each word, and for each run of words that may be one name."""
        keyed: list[tuple[int, int, str, str]] = []
        firsts: list[tuple[int, str, str]] = []
        for at, word in enumerate(self._words):
            for key, prefix in word.keys:
                if word.capital or self._may_name(word.part):
                    keyed.append((at, at + 1, key, prefix))
                if self._may_begin(at):
                    firsts.append((at, key, prefix))
        begins = self._gazetteer.begins_names([digest(first_key(key)) for _, key, _ in firsts])
        for (at, key, prefix), is_begin in zip(firsts, begins, strict=True):
            if is_begin:
                keyed += [(at, last, whole, prefix) for last, whole in self._runs(at, key)]
        namings = self._gazetteer.namings_of([digest(key) for _, _, key, _ in keyed])
        return [
            Hit(at, last, fitting, prefix)
            for (at, last, _, prefix), named in zip(keyed, namings, strict=True)
            if named and (fitting := self._fitting(at, last, prefix, named))
        ]

    def _may_begin(self, at: int) -> bool:
        if not self._cased or self._words[at].capital:
            return True
        following = self._words[at + 1 : at + 2]
        return bool(following and following[0].capital)

    def _runs(self, at: int, first: str) -> Iterator[tuple[int, str]]:
        """The keys of the names of several words that may begin with that one."""
        keys = [[first]]
        for last in range(at + 1, min(at + MOST_WORDS, len(self._words))):
            gap = self._text[self._words[last - 1].part.end : self._words[last].part.start]
            if not _BETWEEN.fullmatch(gap):
                return
            keys = [[*run, key] for run in keys for key in self._inner(last)]
            for run in keys:
                yield last + 1, joined(run, self._script)

    def _inner(self, at: int) -> list[str]:
        """The keys of a word within a name: no prefix stands there."""
        word = self._words[at]
        return [key for key, prefix in word.keys if not prefix][:4]

    def _fitting(self, first: int, last: int, prefix: str, namings: Sequence[Naming]) -> tuple[Naming, ...]:
        """The places that may be meant by words written so."""
        words = self._words[first:last]
        if len(words) == 1 and words[0].part.text.casefold() in self._numbers:
            return ()
        capital = words[-1].capital and (words[0].capital or self._is_article(first, last))
        # Seas and lines begin with a small letter: mer Rouge, линия контроля.
        wide = len(words) > 1 and any(word.capital for word in words)

        written = words[0].part.text
        initials = len(words) == 1 and not self._shouted and len(written) > 1 and written.isupper()
        initials = initials and not self._is_dateline(first)

        def fits(naming: Naming) -> bool:
            # "SANA" in a text with small letters is an agency.
            if self._cased and initials and naming.place.kind == "town":
                return False
            if naming.adjective:
                is_own = self._language not in naming.common or not self._cased
                return is_own and (capital or self._language != "en")
            if prefix and naming.unprefixed and naming.place.population < _LARGE:
                return False
            return not self._cased or capital or (wide and naming.place.kind != "town")

        return tuple(filter(fits, namings))

    def _is_dateline(self, at: int) -> bool:
        """Whether a word in capitals stands where a report says where it was filed: "KYIV, Ukraine", "BEIRUT -"."""
        end = self._words[at].part.end
        return at < _DATELINE or self._text[end : end + 2].lstrip()[:1] in _BEHIND_DATELINE

    def _is_article(self, first: int, last: int) -> bool:
        """Whether a word is the article of a name, written with a small letter and a hyphen: al-Bab."""
        follows = self._text[self._words[first].part.end : self._words[first].part.end + 1]
        return last > first + 1 and follows == "-" and self._words[first].folded in ARTICLES

    @staticmethod
    def _longest(hits: Sequence[Hit]) -> list[Hit]:
        """Of hits that share a word the longest; of the same words all places together, the least cut off first."""
        kept: dict[int, Hit] = {}
        taken: set[int] = set()
        for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.first, len(hit.prefix))):
            same = kept.get(hit.first)
            if same is not None and (same.last, same.prefix) == (hit.last, hit.prefix):
                kept[hit.first] = dataclasses.replace(same, namings=(*same.namings, *hit.namings))
            elif taken.isdisjoint(range(hit.first, hit.last)):
                kept[hit.first] = hit
                taken.update(range(hit.first, hit.last))
        return [kept[first] for first in sorted(kept)]

    # What is meant

    def _sure(self, hit: Hit) -> Naming | None:
        """The place that is meant whatever the text is about."""
        best = max(hit.namings, key=_weight)
        place = best.place
        if best.adjective:
            return best if self._language not in best.common else None
        if not place.prominent or best.rank == SHORTENED or self._is_part_of_a_name(hit):
            return None
        common, located = self._language in best.common, self._is_located(hit)
        if place.kind != "town":
            return best if not common or (self._cased and located) else None
        if common:
            return best if self._cased and best.rank == USUAL and self._is_located(hit, surely=True) else None
        if located:
            return best if best.rank == USUAL or place.population > _KNOWN or self._cased else None
        if self._is_beside_a_name(hit) or (best.rank != USUAL and not (self._cased and place.prominent > 1)):
            return None
        if self._cased:
            tells = not self._words[hit.first].initial or (place.prominent > 1 and not self._may_describe(hit))
            return best if tells else None
        # Without capitals and without a word before it, a name must be well known and stand free.
        known = place.prominent > 1 and place.population >= _KNOWN
        return best if known and (not hit.prefix or place.population > _LARGE) else None

    def _may_describe(self, hit: Hit) -> bool:
        """Whether a Slavic word at the beginning of a sentence may be an adjective to the next: Центральний банк."""
        after = self._words[hit.last : hit.last + 1]
        ends_so = self._words[hit.last - 1].folded.endswith(ADJECTIVAL)
        return self._script == CYRILLIC and ends_so and bool(after) and not after[0].capital

    def _chosen(self, hit: Hit, context: Mapping[str, int], is_sure: bool) -> Naming | None:
        """The place that is meant in a text on these countries."""
        best = max(hit.namings, key=_weight)
        others = Counter(context)
        if is_sure:
            others[best.place.country] -= 1
        near = [naming for naming in hit.namings if others[naming.place.country] > 0]
        if is_sure:
            if best.adjective or others[best.place.country] > 0 or not near:
                return best
            # Tripoli is Libya's, unless the text is about Lebanon and not about Libya.
            return max(near, key=lambda naming: (others[naming.place.country], _weight(naming)))
        if not near or self._is_part_of_a_name(hit):
            return None
        likeliest = max(near, key=_weight)
        return likeliest if self._is_supported(hit, likeliest) else None

    def _is_supported(self, hit: Hit, naming: Naming) -> bool:
        """Whether a less known place of the text's countries is meant: by how it is written and what stands before."""
        located, common = self._is_located(hit), self._language in naming.common
        if naming.adjective:
            return True
        if self._cased:
            return located or (not common and (bool(naming.place.prominent) or not self._words[hit.first].initial))
        if common or hit.prefix:
            return self._has_kind_before(hit)
        return located or bool(naming.place.prominent)

    def _is_located(self, hit: Hit, *, surely: bool = False) -> bool:
        """Whether a word before (or the kind of place after) says that a place comes."""
        before = self._previous(hit.first)
        if before is not None:
            word = before.part.text.casefold()
            if self._is_kind(before) or (word in self._before and not (surely and word in OF)):
                return True
        if hit.prefix and hit.prefix[-1] in _LOCATING.get(self._script, ""):
            return True
        after = self._words[hit.last : hit.last + 1]
        return self._language == "en" and bool(after) and after[0].folded in self._kinds

    def _has_kind_before(self, hit: Hit) -> bool:
        before = self._previous(hit.first)
        return before is not None and self._is_kind(before)

    def _is_kind(self, word: Word) -> bool:
        return word.part.text.casefold() in self._kinds

    def _previous(self, at: int) -> Word | None:
        if at == 0:
            return None
        gap = self._text[self._words[at - 1].part.end : self._words[at].part.start]
        return self._words[at - 1] if not _SENTENCE_END.search(gap) and "," not in gap else None

    def _is_part_of_a_name(self, hit: Hit) -> bool:
        """Whether a word with a capital stands before it as a given name does, or after it as a family name does; or,
        in Arabic, what longer names begin with: the White Nile is not El Obeid, "the white"."""
        if self._script == ARABIC:
            return self._is_behind_a_river_or_region(hit)
        if not self._cased or self._is_located(hit):
            return False
        before = self._previous(hit.first)
        if before is not None and before.capital and not before.initial and not self._may_precede(before):
            return True
        after = self._next_name(hit)
        return after is not None and self._written[after.folded] > 1

    def _is_behind_a_river_or_region(self, hit: Hit) -> bool:
        """Whether a name with the article stands behind a noun with the article that names of several words begin with:
        "the Nile", "the sea", "the bank", and no "the army", which does something to a town, nor a day."""
        before = self._previous(hit.first)
        name = self._words[hit.first].part.text[len(hit.prefix) :]
        if before is None or hit.prefix or not (name.startswith(_ARTICLE) and before.part.text.startswith(_ARTICLE)):
            return False
        if self._is_kind(before) or marked(before.part.text, self._language, "dates").has("weekdays"):
            return False
        return any(self._gazetteer.begins_names([digest(first_key(key)) for key, _ in before.keys]))

    def _is_beside_a_name(self, hit: Hit) -> bool:
        """Whether a word with a capital stands beside it, which may make it a person's name."""
        if not self._cased:
            return False
        before = self._previous(hit.first)
        precedes = before is not None and before.capital and not self._may_precede(before)
        return precedes or self._next_name(hit) is not None

    def _may_precede(self, word: Word) -> bool:
        return (
            len(word.part.text) == 1
            or word.part.text.isupper()
            or word.folded in DIRECTIONS
            or self._is_kind(word)
            or self._names(word)
        )

    def _next_name(self, hit: Hit) -> Word | None:
        """The word with a capital right after it, where it is no place's."""
        after = self._words[hit.last] if hit.last < len(self._words) else None
        if after is None or not after.capital or after.initial:
            return None
        gap = self._text[self._words[hit.last - 1].part.end : after.part.start]
        return after if gap == " " and not self._names(after) else None

    def _names(self, word: Word) -> bool:
        """Whether a word is itself the name of a country or a region, or an adjective."""
        named = self._gazetteer.namings(key for key, _ in word.keys)
        return any(naming.place.kind != "town" for namings in named for naming in namings)


@remembered(16_384)
def _keys_of(folded: str, script: str) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(word_keys(folded, script)))


def _weight(naming: Naming) -> tuple[int, int, int]:
    """How likely a place is meant before anything is known of the text: countries, then what we chose, then people.

    A town at war counts as ten times as large, one that is not usually called so as a tenth.
    """
    place = naming.place
    order = {"country": 3, "town": 1}.get(place.kind, 2)
    people = place.population * (10 if place.prominent > 1 else 1)
    if naming.rank != USUAL:
        people //= 10
    return (0 if not place.prominent else 1 if naming.adjective else order, people, -naming.rank)
