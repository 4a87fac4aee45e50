from datetime import UTC, datetime

import pytest

from bot.cli.plain import plain_story
from index.stories.members import Passing, StoryMembers
from index.stories.story import Story

NOW = datetime(2024, 4, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "came", "line"),
    [
        ("split", True, "22 April 2024: this one was split off story s9, with 2 articles"),
        ("split", False, "22 April 2024: story s9 was split off this one, with 2 articles"),
        ("merge", True, "22 April 2024: story s9 became part of this one, with 2 articles"),
        ("move", True, "22 April 2024: 2 articles came over from story s9"),
    ],
)
def test_a_story_says_what_it_was_split_off_and_merged_with(kind: str, came: bool, line: str) -> None:
    story = Story("s1", "Shelling of Karsh", NOW, NOW, ("https://e.org/a",), 1, 1)

    told = plain_story(story, StoryMembers("s1", story.headline, (), (Passing(NOW, kind, "s9", came, 2),)))

    assert told.splitlines()[-1].strip() == line
