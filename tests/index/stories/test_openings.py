"""What a report opens with weighs in a briefing, and who argues is told from who reports."""

from __future__ import annotations

import pytest

from index.stories.newsworthy import tells_news
from index.stories.openings import argues, arms, sides, tells_event, toll
from tests.index.stories.test_briefing import briefed, member, report, story

ESSAY = " ".join(
    [
        "The war in the valley has become a mirror of our age.",
        "We keep asking ourselves what the river means to us.",
        "No empire has ever loved its borders.",
        "I remember the bridges of my youth and the songs about them.",
        "History does not repeat itself in such places.",
        "The idea of a border is older than the maps.",
        "Our leaders have learned nothing from the long winter.",
        "A nation is more than the sum of its villages.",
        "What remains is a question that we have to answer.",
        "The answer will not come from the capital.",
    ]
)
SERVICE = " ".join(
    [
        "Millions of people have been displaced by the emergency.",
        "Our teams are on the ground with shelter and blankets.",
        "We work with partners in every district of the country.",
        "Winter kits are part of our response.",
        "Cash helps families to choose what they need.",
        "Our hubs give counselling and legal aid.",
        "Schools need books and heating.",
        "We are grateful to our donors.",
        "Every gift counts.",
        "The response is underfunded.",
    ]
)
BULLETIN = " ".join(
    [
        "The army shelled the town of Karsh on 20 April and took two farms beside the road.",
        *(f"The units moved along the ridge of hill {number} and stayed there." for number in range(10)),
    ]
)


@pytest.mark.parametrize(("title", "text"), [("The river and us", ESSAY), ("Valley emergency", SERVICE)])
def test_an_essay_and_a_standing_page_are_no_news(title: str, text: str) -> None:
    page = report(member("a", title, text))

    assert argues(page)
    assert not tells_news(page)


def test_a_bulletin_on_these_days_is_news_though_nobody_is_named_as_its_source() -> None:
    assert not argues(report(member("a", "Campaign assessment", BULLETIN)))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Drones hit Kharkiv", "Drones hit Kharkiv on Sunday, the mayor said."),
        ("Nine killed in the south", "Nine people were killed, rescuers said."),
        ("قصف على الفاشر", "قصفت القوات مدينة الفاشر صباح الأحد."),
        ("Війська обстріляли Херсон", "Війська обстріляли Херсон уночі."),
        (
            "Les rebelles ont attaqué la ville de Goma",
            "Les rebelles ont attaqué la ville de Goma dimanche, dit le maire.",
        ),
    ],
)
def test_a_deed_of_war_at_a_town_or_a_toll_is_an_event(title: str, text: str) -> None:
    assert tells_event(report(member("a", title, text)))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ministers talk of gas", "The ministers of the valley talked of gas in Kharkiv, the mayor said."),
        ("Sanctions target a company", "New sanctions target a company that sells oil, the ministry said."),
    ],
)
def test_talks_and_sanctions_are_no_event_of_war(title: str, text: str) -> None:
    assert not tells_event(report(member("a", title, text)))


def test_people_and_weapons_are_counted_and_somebody_killed_is_one() -> None:
    assert toll(report(member("a", "Driver killed in Kharkiv", "A driver was killed in Kharkiv on Sunday."))) == 1
    assert arms(report(member("b", "Army downs drones", "The army shot down 48 drones overnight, it said."))) == 48
    assert sides(report(member("c", "Russia and Ukraine swap prisoners", "Both sides swapped prisoners."))) == 2


def test_an_essay_in_a_story_adds_no_origin_and_gives_no_line() -> None:
    news = member("a", "Drones hit Kharkiv", "Drones hit Kharkiv on Sunday and killed four, the mayor of Kharkiv said.")
    essay = member("b", "The river and us", ESSAY, publisher="Review")

    (brief,) = briefed(story(news, essay, origins=2)).stories

    assert {claim.attribution[-1] for claim in brief.claims} == {"Wire"}


def test_a_signed_column_is_no_news_and_a_label_before_a_bar_is_no_name() -> None:
    text = "The truce of the valley enters a grey phase, and the city of Karsh waits, the mediators said."

    assert not tells_news(report(member("a", "Rana Falak | The grey truce holds", text)))
    assert tells_news(report(member("b", "Breaking | Karsh is shelled again", text)))
