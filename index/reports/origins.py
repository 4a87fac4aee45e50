"""How many independent sites a piece of information comes from, by evidence: sites, and texts that are each other's.

What a source states about itself can only lower the count: a house (a site and what an admin bound to it) is one
origin at most, whatever names it gives, and so is an agency, whoever credits it. Pure.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from index.language.terms import terms
from index.names import looks
from index.reports.agencies import agency, agency_credit

_QUOTATION = re.compile(r"[\"“«]([^\"“”«»]{40,400})[\"”»]")
# A copy is known by its beginning; and so many characters can be compared with those of every other report.
_COMPARED = 6000
_LEAST_SHINGLES = 5

Shingles = frozenset[tuple[str, str, str]]


@dataclasses.dataclass(frozen=True, slots=True)
class Carried:
    """An article as far as origins go. `house` is that of the source that brought it, "" where the operator imported
    it: then the publisher stands for it. `seen_at` is when we first had this text."""

    article_id: str
    publisher: str
    text: str
    house: str = ""
    seen_at: datetime | None = None
    published_at: datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class OriginPolicy:
    # Share of the shorter text's word trigrams that the longer one has, from which one is a copy.
    copied: float = 0.30
    # The same share where both carry a long quotation word for word, or credit the same agency.
    kindred: float = 0.12


@dataclasses.dataclass(frozen=True, slots=True)
class Origins:
    """`named` are the independent origins; `of` says by article id where its text comes from: an agency's name, else
    the publisher of the first report that has it."""

    named: tuple[str, ...]
    of: Mapping[str, str]

    @property
    def count(self) -> int:
        return len(self.named)


def origins(articles: Sequence[Carried], policy: OriginPolicy = OriginPolicy()) -> Origins:
    """The independent origins of these articles: each needs a house and a text of its own."""
    houses = _houses(articles)
    roots = _roots(articles, houses, policy)
    credits = [agency_credit(article.text) or agency(article.publisher) for article in articles]
    labels = [f"agency {credits[root]}" if credits[root] else f"house {houses[root]}" for root in roots]
    names: dict[str, str] = {}
    for label, root in zip(labels, roots, strict=True):
        names.setdefault(label, credits[root] or articles[root].publisher)
    matched = _matching(list(zip(houses, labels, strict=True)))
    of = {article.article_id: names[label] for article, label in zip(articles, labels, strict=True)}
    return Origins(tuple(names[label] for label in matched), of)


def same_text(one: str, other: str) -> float:
    """The share of the shorter text's word trigrams that the longer one has."""
    return _share(_shingles(one), _shingles(other))


def _houses(articles: Sequence[Carried]) -> list[str]:
    """Who each article comes from. An imported one of a publisher whose source is read is that source's."""
    own = {looks(article.publisher): article.house for article in articles if article.house}
    typed = (own.get(looks(article.publisher), f"publisher {looks(article.publisher)}") for article in articles)
    return [article.house or name for article, name in zip(articles, typed, strict=True)]


def _roots(articles: Sequence[Carried], houses: Sequence[str], policy: OriginPolicy) -> list[int]:
    """Whose text each article's is: the place of the report that it was copied from, or its own.

    Where we had one text before the other says that it was published, that is proven. Else one of the two copied, and
    what is like several that are not like each other is a compilation: it comes last.
    """
    alike = _alike(articles, houses, policy)
    roots: dict[int, int] = {}
    proven = _proven(articles, alike)
    for place in sorted(alike, key=lambda place: (len(alike[place]), _order(articles[place]))):
        if place not in proven:
            taken = [other for other in alike[place] if roots.get(other) == other]
            roots[place] = min(taken, key=lambda other: _order(articles[other])) if taken else place
    for place in sorted(proven, key=lambda place: _order(articles[place])):
        roots[place] = roots.get(proven[place], proven[place])
    return [roots[place] for place in range(len(articles))]


def _proven(articles: Sequence[Carried], alike: Mapping[int, set[int]]) -> dict[int, int]:
    """For each text that is proven to be later than others like it, the first of those."""
    proven = {}
    for place, near in alike.items():
        earlier = [other for other in near if _is_later(articles[place], articles[other])]
        if earlier:
            proven[place] = min(earlier, key=lambda other: _order(articles[other]))
    return proven


def _is_later(article: Carried, other: Carried) -> bool:
    """Whether the other's text was there before this one says that it was published."""
    had, own, published = _had_at(other), _had_at(article), article.published_at
    return had is not None and own is not None and published is not None and had < min(published, own)


def _had_at(article: Carried) -> datetime | None:
    """When we had it; of an imported one, which the operator vouches for, when it says that it was published."""
    return article.seen_at if article.house else article.published_at or article.seen_at


def _order(article: Carried) -> tuple[bool, float, str]:
    had = _had_at(article)
    return had is None, had.timestamp() if had else 0.0, article.article_id


def _alike(articles: Sequence[Carried], houses: Sequence[str], policy: OriginPolicy) -> dict[int, set[int]]:
    """Which articles of different houses have each other's text."""
    shingles = [_shingles(article.text) for article in articles]
    quotations = [_quotations(article.text) for article in articles]
    credits = [agency_credit(article.text) for article in articles]
    alike: dict[int, set[int]] = {place: set() for place in range(len(articles))}
    for here in range(len(articles)):
        for there in range(here):
            if houses[here] == houses[there]:
                continue
            share = _share(shingles[here], shingles[there])
            kindred = bool(quotations[here] & quotations[there]) or (credits[here] and credits[here] == credits[there])
            if share >= policy.copied or (kindred and share >= policy.kindred):
                alike[here].add(there)
                alike[there].add(here)
    return alike


def _matching(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """The labels of a largest set of pairs in which no house and no label stands twice."""
    wanted: dict[str, list[str]] = {}
    for house, label in dict.fromkeys(pairs):
        wanted.setdefault(house, []).append(label)
    owner: dict[str, str] = {}

    def place(house: str, tried: set[str]) -> bool:
        for label in wanted[house]:
            if label not in tried:
                tried.add(label)
                if label not in owner or place(owner[label], tried):
                    owner[label] = house
                    return True
        return False

    for house in wanted:
        place(house, set())
    return [label for label in dict.fromkeys(label for _house, label in pairs) if label in owner]


def _shingles(text: str) -> Shingles:
    stems = terms(text[:_COMPARED])
    return frozenset((a, b, c) for (a, b), (_, c) in pairwise(pairwise(stems)))


def _quotations(text: str) -> frozenset[str]:
    """Quotations of seven words or more, by their stems."""
    spoken = (terms(quoted) for quoted in _QUOTATION.findall(text[:_COMPARED]))
    return frozenset(" ".join(stems) for stems in spoken if len(stems) >= 7)


def _share(one: Shingles, other: Shingles) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _LEAST_SHINGLES else 0.0
