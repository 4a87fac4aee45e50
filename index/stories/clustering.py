"""Which articles are one story: average linkage, and what becomes of the stories that were there before."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from index.stories.similarity import Matrix

Group = tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """`merge`: `story_id` went into `other_id`; `split`: `other_id` came out of it; `move`: articles changed over."""

    kind: Literal["merge", "split", "move"]
    story_id: str
    other_id: str
    article_ids: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Settlement:
    """Which story each article is in now, and what changed for the stories that were."""

    stories: Mapping[str, str]
    changes: tuple[Change, ...]


def group(similarity: Matrix, join_at: float) -> list[Group]:
    """Partition of the rows: groups whose mean similarity, joined pair by pair, is at least `join_at`."""
    count = similarity.shape[0]
    if count == 0:
        return []
    # Groups never reach across parts that have no likeness at all, so each part is linked by itself.
    parts, labels = connected_components(similarity > join_at / 4, directed=False)
    groups: list[Group] = []
    for part in range(parts):
        members = np.flatnonzero(labels == part)
        groups.extend(_linked(similarity, members, join_at))
    return sorted(groups)


def _linked(similarity: Matrix, members: np.ndarray, join_at: float) -> list[Group]:
    if len(members) == 1:
        return [(int(members[0]),)]
    distance = 1.0 - similarity[np.ix_(members, members)].astype(np.float64)
    np.fill_diagonal(distance, 0.0)
    tree = linkage(squareform((distance + distance.T) / 2, checks=False), "average")
    by_label: dict[int, list[int]] = defaultdict(list)
    for member, label in zip(members, fcluster(tree, 1.0 - join_at, "distance"), strict=True):
        by_label[int(label)].append(int(member))
    return [tuple(group) for group in by_label.values()]


def settle(
    groups: Sequence[Sequence[str]],
    before: Mapping[str, str],
    seniority: Mapping[str, float],
    elsewhere: Mapping[str, int],
    rewritten: Collection[str] = (),
) -> Settlement:
    """Give each group of article ids its story: the one that most of it was in, the older first, or a new one.

    `before` maps articles to the story they were in; `seniority` orders stories, the oldest lowest; `elsewhere`
    counts a story's articles that are in no group here and stay with it. The `rewritten` articles may be about
    something else now, so they hardly speak for the story they were in.
    """
    chosen = _chosen(groups, before, seniority, rewritten)
    taken = set(before.values()) | set(seniority)
    stories: dict[str, str] = {}
    for place, members in enumerate(groups):
        story_id = chosen.get(place) or _new_id(members, taken)
        taken.add(story_id)
        stories.update(dict.fromkeys(members, story_id))
    return Settlement(stories, tuple(_changes(stories, before, elsewhere)))


def _chosen(
    groups: Sequence[Sequence[str]],
    before: Mapping[str, str],
    seniority: Mapping[str, float],
    rewritten: Collection[str],
) -> dict[int, str]:
    claims = []
    for place, members in enumerate(groups):
        voices: dict[str, float] = defaultdict(float)
        for article_id in members:
            if article_id in before:
                voices[before[article_id]] += 0.01 if article_id in rewritten else 1.0
        claims += [(-count, seniority.get(story_id, 0.0), story_id, place) for story_id, count in voices.items()]
    chosen: dict[int, str] = {}
    for _count, _age, story_id, place in sorted(claims):
        if place not in chosen and story_id not in chosen.values():
            chosen[place] = story_id
    return chosen


def _new_id(members: Sequence[str], taken: set[str]) -> str:
    """An id that depends on the articles alone, so that the same input gives the same ids."""
    for attempt in range(1000):
        seed = f"{members[0]}:{attempt}" if attempt else members[0]
        story_id = "s" + hashlib.sha256(seed.encode()).hexdigest()[:12]
        if story_id not in taken:
            return story_id
    raise AssertionError("unreachable")


def _changes(stories: Mapping[str, str], before: Mapping[str, str], elsewhere: Mapping[str, int]) -> list[Change]:
    moved: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article_id, story_id in stories.items():
        if before.get(article_id, story_id) != story_id:
            moved[before[article_id], story_id].append(article_id)
    alive = set(stories.values()) | {story_id for story_id, count in elsewhere.items() if count}
    old = set(before.values())
    changes = []
    gone: set[str] = set()
    for (source, target), article_ids in sorted(moved.items(), key=lambda item: (-len(item[1]), item[0])):
        kind: Literal["merge", "split", "move"] = "move"
        if source not in alive and source not in gone:
            kind = "merge"
            gone.add(source)
        elif target not in old and source in alive:
            kind = "split"
        changes.append(Change(kind, source, target, tuple(sorted(article_ids))))
    return changes
