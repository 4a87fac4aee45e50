"""Places under the names that they have in other languages: complete enough to follow them, and not confused."""

from __future__ import annotations

from collections import defaultdict

import pytest

from index.answers.exonyms import called
from index.answers.gazetteer import is_place
from index.answers.placenames import names_abroad_of
from index.language.terms import terms
from index.stories.members import Member
from index.stories.topics import is_on_topic
from tests.index.stories.test_briefing import member


def test_every_place_is_one_of_the_gazetteers() -> None:
    assert [name for name in names_abroad_of() if not is_place(name)] == []


def test_no_two_places_share_a_name() -> None:
    named: dict[frozenset[str], set[str]] = defaultdict(set)
    for english, abroad in names_abroad_of().items():
        for name in (english, *abroad.values()):
            named[frozenset(terms(name))].add(english)

    assert {name: places for name, places in named.items() if len(places) > 1 or not name} == {}


@pytest.mark.parametrize(
    ("english", "language", "name"),
    [("Aleppo", "ar", "حلب"), ("Khan Younis", "uk", "Хан-Юніс"), ("Baghdad", "he", "בגדד"), ("Iran", "fr", "Iran")],
)
def test_a_place_is_named_in_the_readers_language(english: str, language: str, name: str) -> None:
    assert called(english, language) == name
    assert called(english, "en") == english
    assert called("Atlantis", language) == "Atlantis"


def report(title: str, text: str) -> Member:
    return member("a", title, text)


ENGLISH = report("Shells hit a hospital in Aleppo", "Shells hit a hospital in eastern Aleppo on Sunday, doctors said.")
ARABIC = report("قذائف تصيب مستشفى في حلب", "أصابت قذائف مستشفى في شرق حلب يوم الأحد، بحسب أطباء.")
RUSSIAN = report("Снаряды попали в больницу в Алеппо", "В воскресенье снаряды попали в больницу на востоке Алеппо.")
OTHER = report("Shells hit a hospital in Homs", "Shells hit a hospital in the old city of Homs, doctors said.")


@pytest.mark.parametrize("topic", ["Aleppo", "حلب", "Алеппо", "חאלב", "Alep", "Alepo", "Halab"])
def test_a_topic_in_any_language_finds_reports_in_any_other(topic: str) -> None:
    assert [is_on_topic(one, topic) for one in (ENGLISH, ARABIC, RUSSIAN, OTHER)] == [True, True, True, False]


@pytest.mark.parametrize("topic", ["البحر الأحمر", "Червоне море", "ים סוף", "mer Rouge"])
def test_a_name_of_several_words(topic: str) -> None:
    on_it = report("Ships turn back from the Red Sea", "Two container ships turned back from the Red Sea on Monday.")
    sea = report("A ship sinks in the Black Sea", "A cargo ship sank in the Black Sea on Monday, its owner said.")

    assert [is_on_topic(one, topic) for one in (on_it, sea)] == [True, False]
