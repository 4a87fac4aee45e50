"""Putting newly indexed articles into stories: read what is near them, decide, write what changed."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np
import sqlalchemy as sa

from index.store.database import Database
from index.stories import membership, shelf
from index.stories.clustering import Settlement, group, settle
from index.stories.facts import telling
from index.stories.signature import Signature
from index.stories.similarity import Matrix, StoryPolicy, shared_terms, similarities, weigh

# New articles that are settled together, in one transaction.
_BATCH = 100
# An article is found by this many of its weightiest terms, and in other languages by so many of its facts.
_KEYWORDS, _KEY_FACTS = 16, 8


@dataclasses.dataclass(frozen=True, slots=True)
class Assigned:
    """What one pass did."""

    articles: int = 0
    new_stories: int = 0
    merges: int = 0
    splits: int = 0


def assign_pending(
    database: Database, *, now: datetime, policy: StoryPolicy | None = None, limit: int | None = None
) -> Assigned:
    """Put every indexed article that is in no story yet, or whose text has changed, into one.

    What it costs for one article depends on how much was reported around its day, not on the size of the corpus.
    """
    policy = policy or StoryPolicy()
    total = Assigned()
    while limit is None or total.articles < limit:
        size = _BATCH if limit is None else min(_BATCH, limit - total.articles)
        done = database.transact(lambda connection, size=size: _assign(connection, size, now, policy))  # type: ignore[misc]
        if not done.articles:
            break
        total = Assigned(*(a + b for a, b in zip(dataclasses.astuple(total), dataclasses.astuple(done), strict=True)))
    return total


def _assign(connection: sa.Connection, size: int, now: datetime, policy: StoryPolicy) -> Assigned:
    shelf.lock(connection)
    fresh = shelf.unassigned(connection, size)
    if not fresh:
        return Assigned()
    shelf.count_terms(connection, fresh)
    keywords = _keywords(fresh, shelf.rarity(connection, fresh))
    shelf.put_signatures(connection, fresh, keywords)
    pool, before = _pool(connection, fresh, _nearest(connection, fresh, keywords, policy))
    rarity = shelf.rarity(connection, pool)
    similarity = similarities(pool, rarity, policy=policy)
    rewritten = {signature.article_id for signature in fresh if signature.article_id in before}
    settled_before = {article_id: story_id for article_id, story_id in before.items() if article_id not in rewritten}
    loyal = _loyal(similarity, pool, settled_before, policy)
    groups = [[pool[row].article_id for row in rows] for rows in group(loyal, policy.join_at)]
    settlement = _settled(connection, groups, before, rewritten)
    touched = {
        article_id for article_id, story_id in settlement.stories.items() if settled_before.get(article_id) != story_id
    }
    placed = _placed(pool, similarity, settlement.stories, touched, rarity)
    membership.put_stories(connection, placed, settlement, now=now)
    new = set(settlement.stories.values()) - set(before.values())
    kinds = Counter(change.kind for change in settlement.changes)
    return Assigned(len(fresh), len(new), kinds["merge"], kinds["split"])


def _keywords(fresh: Sequence[Signature], rarity: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """The weightiest terms and facts of each new article, by its id."""
    return {
        signature.article_id: _strongest(weigh(signature.terms, rarity), _KEYWORDS)
        | _strongest(telling(weigh(signature.facts, rarity)), _KEY_FACTS)
        for signature in fresh
    }


def _strongest(weights: Mapping[str, float], most: int) -> dict[str, float]:
    return {term: weights[term] for term in sorted(weights, key=lambda term: (-weights[term], term))[:most]}


def _nearest(
    connection: sa.Connection,
    fresh: Sequence[Signature],
    keywords: Mapping[str, Mapping[str, float]],
    policy: StoryPolicy,
) -> set[str]:
    """The articles worth comparing with the new ones: those that share their weightiest terms near their day, and those
    in other languages that share their weightiest facts."""
    terms = {term for weights in keywords.values() for term in weights}
    postings = shelf.postings(connection, terms, [signature.day for signature in fresh], policy.window_days)
    near: set[str] = set()
    for signature in fresh:
        alike: dict[str, float] = defaultdict(float)
        foreign: dict[str, float] = defaultdict(float)
        for term, weight in keywords[signature.article_id].items():
            for posting in postings.get(term, ()):
                if (
                    posting.article_id != signature.article_id
                    and abs(posting.day - signature.day) <= policy.window_days
                ):
                    if term not in signature.facts:
                        alike[posting.article_id] += weight * weight
                    elif posting.language != signature.language:
                        faded = math.exp(-abs(posting.day - signature.day) / policy.fading_days)
                        foreign[posting.article_id] += weight * weight * faded
        near.update(_strongest(alike, policy.candidates), _strongest(foreign, policy.foreign_candidates))
    return near


def _pool(
    connection: sa.Connection, fresh: Sequence[Signature], near: set[str]
) -> tuple[list[Signature], dict[str, str]]:
    """The new articles with what they may be in one story with: the near ones and the rest of their stories."""
    new = {signature.article_id for signature in fresh}
    old = membership.companions(connection, near | new)
    before = membership.stories_of(connection, old | new)
    pool = [*fresh, *shelf.signatures(connection, old - new)]
    return sorted(pool, key=lambda signature: (signature.dated_at, signature.article_id)), before


def _loyal(similarity: Matrix, pool: Sequence[Signature], before: Mapping[str, str], policy: StoryPolicy) -> Matrix:
    """Readers lose a story whose articles come and go: what is together stays, unless it is clearly apart."""
    ids = np.array([before.get(signature.article_id, signature.article_id) for signature in pool])
    return np.clip(np.where(ids[:, None] == ids[None, :], similarity * (1 + policy.loyalty), similarity), 0, 1)


def _settled(
    connection: sa.Connection, groups: Sequence[Sequence[str]], before: Mapping[str, str], rewritten: set[str]
) -> Settlement:
    seniority, sizes = membership.seniority(connection, set(before.values()))
    inside = Counter(before.values())
    elsewhere = {story_id: sizes[story_id] - inside[story_id] for story_id in sizes}
    return settle(groups, before, seniority, elsewhere, rewritten)


def _placed(
    pool: Sequence[Signature],
    similarity: Matrix,
    stories: Mapping[str, str],
    touched: set[str],
    rarity: Mapping[str, float],
) -> list[membership.Placed]:
    """The touched articles' stories with the reasons: the nearest companion, how alike they are, what they share."""
    ids = np.array([stories[signature.article_id] for signature in pool])
    placed = []
    for row, signature in enumerate(pool):
        if signature.article_id not in touched:
            continue
        others = np.flatnonzero((ids == ids[row]) & (np.arange(len(pool)) != row))
        if not len(others):
            placed.append(membership.Placed(signature, stories[signature.article_id], 0.0, {}))
            continue
        nearest = pool[int(others[np.argmax(similarity[row, others])])]
        why = {
            "nearest": nearest.article_id,
            "nearest_similarity": round(float(similarity[row, others].max()), 3),
            "days_apart": abs(nearest.day - signature.day),
            "shared": shared_terms(signature, nearest, rarity),
        }
        mean = float(similarity[row, others].mean())
        placed.append(membership.Placed(signature, stories[signature.article_id], mean, why))
    return placed
