"""What of a briefing fits into a minute."""

from __future__ import annotations

from datetime import UTC, datetime

from index.reports.shown import Claim, Conflict, Position
from index.stories.length import MOST_CHARACTERS, fitted, length
from index.stories.story import Story, StoryBrief

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def brief(number: int, *lines: str, conflicts: tuple[Conflict, ...] = (), denied: bool = False) -> StoryBrief:
    story = Story(f"s{number}", f"Shells hit the market of Karsh for the {number}th time (Wire)", NOW, NOW, (), 1, 1)
    claims = tuple(Claim(line, line, ("Wire",), (place,)) for place, line in enumerate(lines, start=1))
    return StoryBrief(story, claims, conflicts, denied=denied, headlines=("",) * len(claims))


def test_a_short_briefing_is_told_whole() -> None:
    briefs = [brief(1, "Nine people died.", "The road is closed."), brief(2, "A bridge is open.")]

    told, left = fitted(briefs, ())

    assert (told, left) == (briefs, [])


def test_where_room_is_short_all_are_told_by_their_headlines_and_the_first_in_lines() -> None:
    briefs = [brief(number, "x" * 200, "y" * 200) for number in range(1, 8)]

    told, left = fitted(briefs, ())

    assert sum(map(length, told)) <= MOST_CHARACTERS
    assert [len(one.claims) for one in told] == sorted((len(one.claims) for one in told), reverse=True)
    assert (len(told), left) == (7, [])
    assert not told[0].glance
    assert told[-1].glance


def test_what_does_not_fit_is_left_except_the_first_three_and_what_leads_a_topic() -> None:
    briefs = [brief(number, "x" * 60) for number in range(1, 9)]

    told, left = fitted(briefs, {"s8"}, most=100)

    assert [one.story.story_id for one in told] == ["s1", "s2", "s3", "s8"]
    assert [one.story.story_id for one in left] == ["s4", "s5", "s6", "s7"]


def test_a_denial_and_a_dispute_are_never_left_to_a_headline() -> None:
    sides = (Position("40", ("the mayor",), (1,)), Position("12", ("the army",), (2,)))
    disputed = brief(1, "x" * 300, conflicts=(Conflict("the number killed", sides),))
    denied = brief(2, "x" * 300, "The army denied it.", denied=True)

    told, _ = fitted([disputed, denied], (), most=10)

    assert [one.glance for one in told] == [False, False]
    assert [claim.text for claim in told[1].claims][-1] == "The army denied it."
