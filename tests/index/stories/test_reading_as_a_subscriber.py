"""Lines that a subscriber stumbled over, in briefings of a month that was played again: each kind once."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from index.stories.briefing import quoted_headline
from index.stories.changes import since_last
from index.stories.desk import written_at
from index.stories.members import Member
from index.stories.rivals import denials, rival_tolls, stated_tolls
from index.stories.statements import choose, rarity, statements
from index.stories.story import Briefing
from tests.index.stories.test_briefing import briefed, member, passage, story

NEWS = "Shells hit the market of Karsh on Sunday and killed nine people, residents of the town said."


def chosen(text: str, most: int = 3) -> list[str]:
    one = member("a", "Shelling of a market", text)
    return [each.text for each in choose(statements(one, [passage(one)], rarity([text])), most)]


def kept(briefing: Briefing) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(json.dumps(briefing.to_json()))
    return content


def changes(*reports: Member) -> list[str]:
    """The new figures of the last report for a reader who was told of the first."""
    first = since_last(briefed(story(reports[0])), [])
    second = since_last(briefed(story(*reports, fresh=reports[1:])), [kept(first)])
    return [change.text for brief in second.stories for change in brief.changes if change.kind == "figure"]


@pytest.mark.parametrize(
    "line",
    [
        "Never miss a story again, sign up to our Telegram channel and we will keep you up to speed all day.",
        "In November 2022 the northern fighters launched an operation to seize control over the capital of the valley.",
        "Heavy fighting and siege The valley is adjacent to the eastern quarter of the capital of the province.",
        "The world must at last show these people that it has had enough of them and of what they stand for.",
    ],
)
def test_what_is_no_news_of_the_day_is_not_told(line: str) -> None:
    assert chosen(f"{NEWS} {line}") == [NEWS]


def test_a_pages_own_line_above_the_text_is_cut_off() -> None:
    line = "19.04.2024(updated 1041 19.04.2024) Get short URL 0 73 "

    assert chosen(line + NEWS) == [NEWS]


def test_a_force_with_its_letters_in_brackets_is_no_dateline() -> None:
    text = "The Valley Defence Forces (VDF) have taken the mill of Karsh and killed nine fighters, residents said."
    one = member("a", "Clashes at a mill", text)

    (brief,) = briefed(story(one)).stories

    assert brief.claims[0].text.startswith("The Valley Defence Forces (VDF) have taken")


def test_at_least_so_many_does_not_take_back_a_higher_toll() -> None:
    high = member("a", "Market hit", "At least 87 people were killed in the market of Karsh, the mayor said.", day=21)
    low = member("b", "Market hit", "At least 58 people were killed in the market of Karsh, the mayor said.", day=22)
    less = member("c", "Market hit", "The mayor said that 58 people were killed in the market of Karsh.", day=22)

    assert changes(high, low) == []
    assert len(changes(high, less)) == 1


def test_an_older_report_that_comes_late_is_no_new_figure() -> None:
    later = member("a", "Market hit", "The mayor said that 58 people were killed in the market of Karsh.", day=22)
    older = member("b", "Market hit", "The mayor said that 31 people were killed in the market of Karsh.", day=21)

    assert changes(later, older) == []


def test_dead_of_one_armed_group_are_not_held_against_those_of_another() -> None:
    one = member("a", "Clashes", "The army said that 13 Redshirt militants were killed near Karsh on Sunday.")
    other = member(
        "b", "Clashes", "A witness said that 75 Blue Front militants were killed near Karsh.", publisher="Two"
    )
    said = [each for m in (one, other) for each in statements(m, [passage(m)], rarity([m.text]))]

    assert rival_tolls(stated_tolls(said, datetime(2024, 4, 21, tzinfo=UTC).date())) == []
    assert changes(one, other) == []


@pytest.mark.parametrize(
    "nobody", ["Syria's Idlib province", "The West", "International leaders", "Karsh town REUTERS Doe"]
)
def test_a_place_a_crowd_and_a_caption_are_no_speakers(nobody: str) -> None:
    one = member("a", "Shelling", f"{nobody} said that nine people were killed by shells in the market of Karsh.")

    (said,) = statements(one, [passage(one)], rarity([one.text]))

    assert said.attribution.chain == ("Wire",)


def test_what_many_say_in_passing_is_no_denial() -> None:
    text = "Much of the world pointed at the army for the attack though the army denied any responsibility, aides said."
    one = member("a", "Attack", text)

    assert denials(statements(one, [passage(one)], rarity([text]))) == []


def test_a_headline_is_quoted_without_the_outlets_name_and_with_its_letters_whole() -> None:
    broken = member("a", "Shells hit market in ��Karsh", NEWS)
    named = member("b", "Shells of the regime hit the market of Karsh - The Wire", NEWS, publisher="The Wire")

    assert quoted_headline([broken, named]) == "“Shells of the regime hit the market of Karsh” (The Wire)"


def test_bodies_that_were_found_are_counted_among_the_dead_not_the_killed() -> None:
    first = member("a", "Grave", "The mayor said that 283 bodies were found in the grave at Karsh.")
    second = member(
        "b", "Grave", "The governor said that 310 bodies were found in the grave at Karsh.", publisher="Two"
    )
    said = [each for m in (first, second) for each in statements(m, [passage(m)], rarity([m.text]))]

    (rivalry,) = rival_tolls(stated_tolls(said, datetime(2024, 4, 21, tzinfo=UTC).date()))

    assert rivalry.about == "the number of dead"


@pytest.mark.parametrize(
    ("opening", "day"),
    [("Thu 11 Apr 2024 ", 11), ("Fri 05 Apr 2024 ", 4), ("Mon 11 Apr 2022 ", 4), ("", 4)],
)
def test_an_article_is_of_the_day_that_its_text_gives(opening: str, day: int) -> None:
    one = member("a", "Shelling", f"{opening}{NEWS}", day=4)

    assert written_at(one).day == day


def test_background_told_of_one_story_is_not_told_of_another() -> None:
    background = "The valley has been under siege by the army since the rains, and its markets depend on one road."
    first = story(member("a", "Shelling", f"{NEWS} {background}"))
    second = story(
        member("b", "Fire", f"A fire burned the mill of Dura on Monday, the mayor said. {background}"), name="s2"
    )

    told = since_last(briefed(first), [])
    after = since_last(briefed(second), [kept(told)])

    assert background in [claim.quote for brief in told.stories for claim in brief.claims]
    assert background not in [claim.quote for brief in after.stories for claim in brief.claims]
    assert len(after.stories) == 1
