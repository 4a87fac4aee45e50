"""Follow-ups: what only points back to something said before is no question of its own."""

from __future__ import annotations

import pytest

from index.answers.followups import only_points_back


@pytest.mark.parametrize(
    "asked",
    ["Who said that?", "What is this?", "and when was that?", "من قال ذلك؟", "кто это сказал?", "qui a dit cela ?"],
)
def test_what_says_nothing_but_that_points_back(asked: str) -> None:
    assert only_points_back(asked)


@pytest.mark.parametrize(
    "asked",
    ["Is there any news?", "What is there in Basra?", "Who shelled them?", "What happened?", "من قصف ذلك الجسر؟"],
)
def test_what_names_or_tells_something_stands_alone(asked: str) -> None:
    assert not only_points_back(asked)
