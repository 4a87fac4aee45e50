"""Lines that a subscriber stumbled over, in briefings of a month that was played again: each kind once."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from index.stories.changes import since_last
from index.stories.desk import written_at
from index.stories.headlines import quoted_headline
from index.stories.members import Member
from index.stories.rivals import denials, rival_tolls
from index.stories.statements import choose, rarity, statements
from index.stories.story import Briefing
from index.stories.tolls import stated_tolls
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


def tolls_of(*texts: str, day: int = 22) -> list[tuple[str, list[str]]]:
    """The rival tolls of articles by outlets of their own, written on one day or, where they are pairs, on theirs."""
    members = [member(f"m{n}", "Shelling", text, publisher=f"Outlet {n}", day=day) for n, text in enumerate(texts)]
    said = [s for m in members for s in statements(m, [passage(m)], rarity([m.text]))]
    found = rival_tolls(stated_tolls(said, date(2024, 4, day)))
    return [(one.about, [stand.value for stand in one.stands]) for one in found]


def test_tolls_of_two_days_are_no_rivals() -> None:
    one = "At least 27 people were killed in shelling of Karsh on Saturday, medics said."
    other = "At least 15 people were killed in shelling of Karsh on Sunday, rescuers said."
    third = "At least 19 people were killed in shelling of Karsh on Sunday, the mayor said."

    assert tolls_of(one, other) == []
    assert tolls_of(one, other, third) == [
        ("the number killed", ["At least 15 people killed", "At least 19 people killed"])
    ]


def test_the_day_on_which_it_was_said_is_not_the_day_on_which_it_happened() -> None:
    one = "The medics said on Saturday that 27 people had been killed in the shelling of Karsh."
    other = "The mayor said on Sunday that 31 people had been killed in the shelling of Karsh."

    assert [values for _, values in tolls_of(one, other)] == [["27 people killed", "31 people killed"]]


def test_fighters_and_civilians_whom_one_speaker_counts_apart_are_no_rivals() -> None:
    one = "The monitor of Karsh said that 21 civilians were killed in the fighting."
    other = "The monitor of Karsh said that 50 rebels were killed in the fighting."

    assert tolls_of(one, other) == []


def test_counts_that_an_article_adds_up_are_parts_not_rivals() -> None:
    text = (
        "Attacks wounded 9 people in the south, the governor said. Shells wounded 3 people in a village, police said."
        " A mine wounded 6 people of a family on a farm, residents said."
    )

    assert tolls_of(text) == []


def test_another_days_toll_is_no_new_figure() -> None:
    first = member("a", "Shelling", "Shells killed 8 people in Karsh on Saturday, the police of Karsh said.", day=20)
    again = "Shells killed 6 people in Karsh on Sunday, the police of Karsh said. Markets were closed."
    later = member("b", "Shelling goes on", again, day=21)
    corrected = member("c", "Toll rises", "Shells killed 11 people in Karsh on Saturday, the police of Karsh said.")

    told = since_last(briefed(story(first)), [])
    kept = json.loads(json.dumps(told.to_json()))
    (other,) = since_last(briefed(story(first, later, fresh=(later,))), [kept]).stories
    (same,) = since_last(briefed(story(first, corrected, fresh=(corrected,))), [kept]).stories

    assert [one for one in other.changes if one.kind == "figure"] == []
    assert [(one.text, one.before) for one in same.changes] == [("11 people killed", "8 people killed")]


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("Air strikes killed 13 people in Karsh, the rescue service of Karsh reported.", []),
        ("Air strikes killed 58 people in Karsh, the rescue service of Karsh reported.", ["58 people killed"]),
        ("Air strikes killed 13 people in Karsh on Saturday, the mayor of Karsh reported.", ["13 people killed"]),
    ],
)
def test_anothers_lower_toll_is_a_new_figure_only_where_both_name_the_day(text: str, news: list[str]) -> None:
    first = member("a", "Air strikes", "Air strikes killed 50 people in Karsh on Saturday, a monitor said.", day=20)
    later = member("b", "Air strikes", text, publisher="Other", day=21)
    kept = json.loads(json.dumps(since_last(briefed(story(first)), []).to_json()))

    told = since_last(briefed(story(first, later, fresh=(later,))), [kept])

    assert [one.text for brief in told.stories for one in brief.changes] == news


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Aleppo Countryside Earlier on the day four people of the town of Karsh were hurt by shells.", "Earlier"),
        ("Date of publication 4 October 2016 At least nine people were killed in Karsh on Monday.", "At least nine"),
        ("Last updated at Oct 26 2016 BEIRUT Air strikes killed nine people in the market of Karsh.", "Air strikes"),
        (
            "Karsh is hit (@monitor) October 13, 2016 Shells hit the market of Karsh and killed nine.",
            "Shells hit",
        ),
        (
            "Nine killed in shelling of the market Nine people were killed when shells hit the market of Karsh town.",
            "Nine people",
        ),
    ],
)
def test_what_a_page_set_before_a_sentence_is_no_part_of_it(text: str, begins: str) -> None:
    one = member("a", "Market hit", text)

    (first, *_) = statements(one, [passage(one)], rarity([text]))

    assert first.text.startswith(begins)


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (
            "Aleppo A military source said that the army took the village of Karsh on Sunday.",
            ("military source", "Wire"),
        ),
        ("A bomb went off near the border with Turkey local sources said.", ("local sources", "Wire")),
        (
            "According to Wire reporter more than 35 people were hurt in shelling of the market.",
            ("Wire reporter",),
        ),
    ],
)
def test_speakers_are_named_without_what_stood_before_them(sentence: str, chain: tuple[str, ...]) -> None:
    one = member("a", "Blast", sentence)

    (said,) = statements(one, [passage(one)], rarity([sentence]))

    assert said.attribution.chain[: len(chain)] == chain
