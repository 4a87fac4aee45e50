"""Where information first comes from: copies of one wire, one communiqué or each other's text are one origin."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from index.answers.gazetteer import canonical
from index.answers.outlets import agency_credit
from index.language.terms import terms

_QUOTATION = re.compile(r"[\"“«]([^\"“”«»]{40,400})[\"”»]")


@dataclasses.dataclass(frozen=True, slots=True)
class Carried:
    """An article as far as origins go."""

    article_id: str
    publisher: str
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class OriginPolicy:
    # Share of the shorter text's word trigrams that the longer one has, from which one is a copy.
    copied: float = 0.30
    # The same share where both carry a long quotation word for word, or credit the same agency.
    kindred: float = 0.12


def origins(articles: Sequence[Carried], policy: OriginPolicy = OriginPolicy()) -> dict[str, str]:
    """The origin of each article by its id: an agency's name, else the publisher's whose text it is."""
    credits = [agency_credit(article.text) for article in articles]
    shingles = [_trigrams(article.text) for article in articles]
    quotations = [_quotations(article.text) for article in articles]
    parent = list(range(len(articles)))
    for here in range(len(articles)):
        for there in range(here):
            share = _share(shingles[here], shingles[there])
            kindred = bool(quotations[here] & quotations[there]) or (credits[here] and credits[here] == credits[there])
            if share >= policy.copied or (kindred and share >= policy.kindred):
                _join(parent, here, there)
    found = {}
    for place, article in enumerate(articles):
        group = [other for other in range(len(articles)) if _root(parent, other) == _root(parent, place)]
        credited = [credits[other] for other in group if credits[other]]
        found[article.article_id] = credited[0] if credited else articles[min(group)].publisher
    return found


def origin_of(speaker: str, article_id: str, carried: Mapping[str, str]) -> str:
    """The origin of one claim: who first said it where that is named, else the origin of the article."""
    named = any(word[:1].isupper() for word in speaker.split())
    return speaker if named else carried.get(article_id, speaker)


def distinct(found: Iterable[str]) -> list[str]:
    """Origins, each once, whatever it is called: SOHR and the Syrian Observatory for Human Rights are one."""
    seen: dict[str, str] = {}
    for name in found:
        seen.setdefault(canonical(name), name)
    return list(seen.values())


def same_text(one: str, other: str) -> float:
    """The share of the shorter text's word trigrams that the longer one has."""
    return _share(_trigrams(one), _trigrams(other))


def _trigrams(text: str) -> frozenset[tuple[str, str, str]]:
    stems = terms(text)
    return frozenset((a, b, c) for (a, b), (_, c) in pairwise(pairwise(stems)))


def _quotations(text: str) -> frozenset[str]:
    """Quotations of seven words or more, by their stems."""
    spoken = (terms(quoted) for quoted in _QUOTATION.findall(text))
    return frozenset(" ".join(stems) for stems in spoken if len(stems) >= 7)


def _share(one: frozenset[tuple[str, str, str]], other: frozenset[tuple[str, str, str]]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= 5 else 0.0


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        place = parent[place]
    return place


def _join(parent: list[int], here: int, there: int) -> None:
    one, other = _root(parent, here), _root(parent, there)
    parent[max(one, other)] = min(one, other)
