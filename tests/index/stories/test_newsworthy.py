"""What tells news of its day, and what explains, argues or looks back."""

from __future__ import annotations

import pytest

from index.stories.newsworthy import explains, tells_news
from tests.index.stories.test_briefing import briefed, member, report, story

NEWS = "Shells hit the market of Karsh on Sunday and killed nine people, residents of the town said."


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Explainer: who holds the valley", "en"),
        ("Why the bridge of Karsh matters", "en"),
        ("Can the truce last?", "en"),
        ("Почему переговоры о мосте зашли в тупик", "ru"),
        ("Чому міст важливий для обох сторін", "uk"),
        ("لماذا فشلت المحادثات حول الجسر", "ar"),
        ("Pourquoi le pont divise la vallée", "fr"),
        ("Por qué el puente divide el valle", "es"),
        ("מדוע הגשר חשוב לשני הצדדים", "he"),
    ],
)
def test_a_question_or_an_explanation_in_the_headline_is_no_news(title: str, language: str) -> None:
    assert explains(title, language)


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Whyte Bay is shelled again", "en"),
        ("Nine killed in Karsh", "en"),
        ("Россия и соседи обменялись пленными", "ru"),
        ("مقتل تسعة في قصف سوق", "ar"),
    ],
)
def test_a_headline_that_tells_something_explains_nothing(title: str, language: str) -> None:
    assert not explains(title, language)


def test_a_piece_that_looks_back_is_no_news() -> None:
    back = member(
        "a", "The valley's long year", "In May 2019 the northern army took the valley. In June 2019 it left it."
    )
    news = member("b", "Nine killed at a market", NEWS)

    assert not tells_news(report(back))
    assert tells_news(report(news))


def test_what_is_no_news_is_not_told_beside_news_and_is_told_where_there_is_nothing_else() -> None:
    asking = member("a", "Can the truce of Tell last?", "The truce of Tell was signed on Saturday, the mediators said.")
    news = member("b", "Nine killed at a market", NEWS)

    both = briefed(story(asking, name="s1", origins=9), story(news, name="s2"))
    alone = briefed(story(asking, name="s1"))

    assert [brief.story.story_id for brief in both.stories] == ["s2"]
    assert [brief.story.story_id for brief in alone.stories] == ["s1"]


def test_what_has_no_date_never_leads() -> None:
    undated = member("a", "Twelve killed in Tell", "Shells killed twelve people in the town of Tell, the mayor said.")
    undated = undated.__class__(**{name: getattr(undated, name) for name in undated.__slots__} | {"published_at": None})
    news = member("b", "Nine killed at a market", NEWS)

    told = briefed(story(undated, name="s1", origins=9), story(news, name="s2")).stories

    assert [brief.story.story_id for brief in told] == ["s2", "s1"]
