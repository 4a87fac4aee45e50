import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.stories.clustering import group, settle


def alike(*pairs: tuple[int, int, float], count: int) -> np.ndarray:
    table = np.zeros((count, count), np.float32)
    for one, other, value in pairs:
        table[one, other] = table[other, one] = value
    return table


def test_what_is_alike_is_one_group_and_the_rest_is_alone() -> None:
    table = alike((0, 2, 0.6), count=4)

    assert group(table, 0.3) == [(0, 2), (1,), (3,)]


def test_one_bridge_between_two_groups_does_not_join_them() -> None:
    table = alike((0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.4), count=4)

    assert group(table, 0.3) == [(0, 1), (2, 3)]


@given(st.integers(0, 12), st.integers(0, 2**32 - 1), st.floats(0.05, 0.95))
def test_each_article_is_in_exactly_one_group(count: int, seed: int, join_at: float) -> None:
    table = np.random.default_rng(seed).random((count, count), np.float32)
    table = np.clip((table + table.T) / 2, 0, 1)

    groups = group(table, join_at)

    assert sorted(row for members in groups for row in members) == list(range(count))


def test_a_group_keeps_the_story_that_most_of_it_was_in() -> None:
    before = {"a": "s1", "b": "s1", "c": "s2"}

    settled = settle([["a", "b", "c", "d"]], before, {"s1": 2.0, "s2": 1.0}, {})

    assert set(settled.stories.values()) == {"s1"}
    assert [(one.kind, one.story_id, one.other_id) for one in settled.changes] == [("merge", "s2", "s1")]


def test_of_equal_claims_the_older_story_keeps_its_name() -> None:
    settled = settle([["a", "b"]], {"a": "young", "b": "old"}, {"young": 2.0, "old": 1.0}, {})

    assert set(settled.stories.values()) == {"old"}


def test_a_split_is_recorded_and_the_larger_part_keeps_the_name() -> None:
    before = {"a": "s1", "b": "s1", "c": "s1"}

    settled = settle([["a", "b"], ["c"]], before, {"s1": 1.0}, {})

    assert settled.stories["a"] == settled.stories["b"] == "s1"
    assert settled.stories["c"] != "s1"
    assert [(one.kind, one.story_id, one.article_ids) for one in settled.changes] == [("split", "s1", ("c",))]


def test_a_story_with_articles_elsewhere_is_not_merged_away() -> None:
    settled = settle([["a", "b"]], {"a": "s1", "b": "s2"}, {"s1": 1.0, "s2": 2.0}, {"s2": 5})

    assert [(one.kind, one.story_id) for one in settled.changes] == [("move", "s2")]


def test_new_stories_are_named_by_their_articles_alone() -> None:
    one = settle([["a"], ["b"]], {}, {}, {})
    other = settle([["b"], ["a"]], {}, {}, {})

    assert one.stories == other.stories


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["s1", "s2", "s3"])), st.randoms())
def test_two_groups_never_share_a_story(before: dict[str, str], random: object) -> None:
    ids = list("abcdefgh")
    random.shuffle(ids)  # type: ignore[attr-defined]
    groups = [ids[:2], ids[2:5], ids[5:]]

    settled = settle(groups, before, {"s1": 1.0, "s2": 2.0, "s3": 3.0}, {})

    names = [{settled.stories[one] for one in members} for members in groups]
    assert all(len(name) == 1 for name in names)
    assert len(set.union(*names)) == len(groups)
