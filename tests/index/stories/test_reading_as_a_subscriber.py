"""Lines that a subscriber stumbled over, in briefings of a month that was played again: each kind once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from index.stories.changes import since_last
from index.stories.desk import written_at
from index.stories.headlines import quoted_headline
from index.stories.members import Member
from index.stories.statements import candidates, choose, denials, rarity
from index.stories.story import Briefing
from index.stories.tolls import tolls_of
from tests.index.stories.test_briefing import briefed, member, report, story

NEWS = "Shells hit the market of Karsh on Sunday and killed nine people, residents of the town said."


def chosen(text: str, most: int = 3) -> list[str]:
    one = member("a", "Shelling of a market", text)
    return [each.text for each in choose(candidates(report(one), rarity([text])), most)]


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
    one = member("a", "Clashes", "The army said that 13 Hezbollah militants were killed near Karsh on Sunday.")
    other = member("b", "Clashes", "A witness said that 75 Taliban militants were killed near Karsh.", publisher="Two")

    assert tolls_of([report(one), report(other)]).disputes == ()
    assert changes(one, other) == []


def test_what_many_say_in_passing_is_no_denial() -> None:
    text = "Much of the world pointed at the army for the attack though the army denied any responsibility, aides said."
    one = member("a", "Attack", text)

    assert denials(candidates(report(one), rarity([text]))) == []


def test_a_headline_is_quoted_without_the_outlets_name_and_with_its_letters_whole() -> None:
    broken = member("a", "Shells hit market in ��Karsh", NEWS)
    named = member("b", "Shells of the regime hit the market of Karsh - The Wire", NEWS, publisher="The Wire")

    assert quoted_headline([broken, named]) == "“Shells of the regime hit the market of Karsh” (The Wire)"


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


def rivals(*texts: str, day: int = 22) -> list[tuple[str, list[str]]]:
    """The tolls that differ between articles by outlets of their own, written on one day."""
    members = [member(f"m{n}", "Shelling", text, publisher=f"Outlet {n}", day=day) for n, text in enumerate(texts)]
    (brief,) = briefed(story(*members)).stories
    return [(one.about, sorted(position.value for position in one.positions)) for one in brief.conflicts]


def test_tolls_of_two_days_are_no_rivals() -> None:
    one = "At least 27 people were killed in shelling of Karsh on Saturday, medics said."
    other = "Shelling of Karsh on Sunday killed 15 people, rescuers said."
    third = "Shelling of Karsh on Sunday killed 19 people, the mayor said."

    assert rivals(one, other) == []
    assert rivals(one, other, third) == [("the number killed", ["15", "19"])]


def test_fighters_and_civilians_whom_one_speaker_counts_apart_are_no_rivals() -> None:
    one = "The monitor of Karsh said that 21 civilians were killed in the fighting."
    other = "The monitor of Karsh said that 50 rebels were killed in the fighting."

    assert rivals(one, other) == []


def test_counts_that_an_article_adds_up_are_parts_not_rivals() -> None:
    text = (
        "Attacks wounded 9 people in the south, the governor said. Shells wounded 3 people in a village, police said."
        " A mine wounded 6 people of a family on a farm, residents said."
    )

    assert rivals(text) == []


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
    assert [(one.text, one.before) for one in same.changes] == [("11 killed", "8 killed")]


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("Air strikes killed 13 people in Karsh, the rescue service of Karsh reported.", []),
        ("Air strikes killed 58 people in Karsh, the rescue service of Karsh reported.", ["58 killed"]),
        ("Air strikes killed 13 people in Karsh on Saturday, the mayor of Karsh reported.", ["13 killed"]),
    ],
)
def test_anothers_lower_toll_is_a_new_figure_only_where_both_name_the_day(text: str, news: list[str]) -> None:
    first = member("a", "Air strikes", "Air strikes killed 50 people in Karsh on Saturday, a monitor said.", day=20)
    later = member("b", "Air strikes", text, publisher="Other", day=21)
    kept = json.loads(json.dumps(since_last(briefed(story(first)), []).to_json()))

    told = since_last(briefed(story(first, later, fresh=(later,))), [kept])

    assert [one.text for brief in told.stories for one in brief.changes] == news


def test_a_line_ends_where_a_clause_does_and_without_the_tags_of_its_post() -> None:
    text = (
        "The mayor of Karsh said on Sunday that engineers had reopened the bridge over the river to lorries, buses, "
        "carts and people on foot from the villages around the town, while the road to the north stays closed to all "
        "until the mines beside it are cleared. #Karsh #bridge"
    )

    (brief,) = briefed(story(member("bridge", "Bridge of Karsh reopens", text))).stories

    (claim,) = brief.claims
    assert claim.text.endswith("villages around the town")
    assert "#" not in claim.quote


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        (
            "Months after northern forces encircled the town of Karsh, nobody in its old quarter had been relieved, "
            "or had seen a lorry with bread, the residents said.",
            "Months",
        ),
        (
            "The key to a resumption of the strikes on the harbour of Karsh, which stopped in May, lies with the "
            "ministers of the valley and the talks that they hold.",
            "The key",
        ),
        (
            "The village of Tell lies north of Dura (it was captured, too), a road that leads to the capital of the "
            "region and to the farms on the far bank of the river beyond.",
            "The village",
        ),
    ],
)
def test_a_piece_of_a_sentence_that_tells_no_deed_is_no_headline(text: str, piece: str) -> None:
    (brief,) = briefed(story(member("a", "Siege of Karsh goes on", text))).stories

    assert not brief.story.headline.startswith(piece)


def test_what_killed_is_part_of_a_headline_that_names_it() -> None:
    text = (
        "The northern brigade claimed responsibility for a blast that killed thirty fighters near the border of Karsh."
    )

    (brief,) = briefed(story(member("a", "Thirty killed in a blast near Karsh", text))).stories

    assert not brief.story.headline.startswith("Killed")


def test_counts_of_two_weeks_that_name_no_day_are_no_dispute() -> None:
    first = member("a", "Strikes on Dura", "Strikes killed 27 people in Dura, the Civil Defence of Dura said.", day=12)
    later = member("b", "Strikes on Dura", "Strikes killed 13 people in Dura, the Red Crescent said.", day=22)

    assert tolls_of([report(first), report(later)]).disputes == ()


def test_a_headline_without_a_predicate_gives_way_to_one_that_tells() -> None:
    bare = member("a", "The Karsh emergency", "The emergency of Karsh goes on.")
    telling = member("b", "Shells hit the market of Karsh", NEWS)

    assert quoted_headline([bare, telling], ["b"], "a") == "“Shells hit the market of Karsh” (Wire)"


@pytest.mark.parametrize(
    ("title", "text", "headline"),
    [
        (
            "غارة على سوق قرية تلال",
            "قال الدفاع المدني إن تسعة أشخاص قتلوا في غارة على سوق قرية تلال.",
            "تسعة أشخاص قتلوا في غارة على سوق قرية تلال (الدفاع المدني, Wire)",
        ),
        (
            "Combates en el valle",
            "La Gobernación de Arauca habla ya de nueve muertos en los combates del valle.",
            "La Gobernación de Arauca habla ya de nueve muertos en los combates del valle (Wire)",
        ),
    ],
)
def test_a_headline_is_a_clause_in_every_language(title: str, text: str, headline: str) -> None:
    (brief,) = briefed(story(member("a", title, text))).stories

    assert brief.story.headline == headline
