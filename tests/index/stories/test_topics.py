import pytest

from index.stories.leanings import are_opposed
from index.stories.topics import is_on_topic, topics_of
from tests.index.stories.test_briefing import member


def test_only_leanings_that_are_written_down_oppose_outlets() -> None:
    leanings = {"One": "government", "Two": "Government ", "Three": "opposition"}

    assert are_opposed(["One", "Three"], leanings)
    assert not are_opposed(["One", "Two"], leanings)
    assert not are_opposed(["One", "Unknown"], leanings)
    assert not are_opposed(["One", "Three"], {})


@pytest.mark.parametrize(
    ("topic", "on_it"),
    [
        ("Khan Younis", True),
        ("hospitals Khan Younis", True),
        ("Gaza", True),
        ("Rafah", False),
        ("Khan Younis drones", False),
        ("Odesa", False),
        ("", False),
    ],
)
def test_an_article_is_on_a_topic_that_it_keeps_to(topic: str, on_it: bool) -> None:
    text = f"Bodies were found in Khan Younis in Gaza, officials said. {'Much was said. ' * 30} Rafah is near."
    one = member("a", "Grave found at Nasser hospital", text)

    assert is_on_topic(one, topic) is on_it


def test_a_place_in_a_topic_is_known_by_its_other_names() -> None:
    text = "Shells fell on Deir el-Zour on Sunday, residents of Deir el-Zour said. Two died."
    one = member("a", "Shells fall on a town in the east", text)

    assert is_on_topic(one, "Deir ez-Zor")
    assert is_on_topic(one, "shells Deir Ezzor")
    assert not is_on_topic(one, "Raqqa shells")


def test_a_story_is_on_a_topic_that_a_good_part_of_it_is_on() -> None:
    on_it = member("a", "Shells fall on Raqqa", "Shells fell on Raqqa on Sunday. Raqqa burned.")
    others = [member(f"b{n}", "Talks in Geneva", "Envoys met in Geneva on Sunday.") for n in range(4)]

    assert topics_of([on_it, *others[:3]], ("Raqqa",)) == ("Raqqa",)
    assert topics_of([on_it, *others], ("Raqqa",)) == ()


def test_a_place_that_comes_up_in_passing_is_no_topic() -> None:
    text = f"Shells fell on the market of Karsh on Sunday. {'Much was said. ' * 30} Raqqa is far. See also: Raqqa."

    assert not is_on_topic(member("a", "Shells fall on a market", text), "Raqqa")


@pytest.mark.parametrize("topic", ["Syria", "سوريا", "Сирія", "Siria", "Syrie", "Damascus", "Дамаск", "دمشق"])
def test_countries_and_capitals_are_known_in_every_language(topic: str) -> None:
    english = member(
        "a", "Bread prices rise in Syria", "Bakers in Damascus, Syria, raised their prices. Damascus waits."
    )
    russian = member("b", "Хлеб в Сирии подорожал", "Пекари в Дамаске подняли цены. Дамаск ждёт, и вся Сирия с ним.")
    other = member("c", "Bread prices rise in Chad", "Bakers in the capital of Chad raised their prices on Sunday.")

    assert is_on_topic(english, topic)
    assert is_on_topic(russian, topic)
    assert not is_on_topic(other, topic)


def test_gas_is_not_gaza() -> None:
    gas = member("a", "Газ подорожал", "Газ подорожал в воскресенье, и газ подорожает ещё, сказал министр.")

    assert not is_on_topic(gas, "Gaza")


@pytest.mark.parametrize("topic", ["Sudan", "السودان", "Darfur"])
def test_a_country_and_a_region_have_their_towns(topic: str) -> None:
    arabic = member("a", "قصف على الفاشر", "قتل أربعون شخصا في قصف على مدينة الفاشر يوم الجمعة، بحسب أطباء.")
    english = member("b", "Shells fall on El Fasher", "Shells fell on El Fasher on Friday, a nurse said.")
    other = member("c", "Shells fall on Goma", "Shells fell on Goma on Friday, a nurse said.")

    assert [is_on_topic(one, topic) for one in (arabic, english, other)] == [True, True, False]


ENGLISH = member(
    "a", "Shells hit a hospital in Aleppo", "Shells hit a hospital in eastern Aleppo on Sunday, doctors said."
)
ARABIC = member("b", "قذائف تصيب مستشفى في حلب", "أصابت قذائف مستشفى في شرق حلب يوم الأحد، بحسب أطباء.")
RUSSIAN = member(
    "c", "Снаряды попали в больницу в Алеппо", "В воскресенье снаряды попали в больницу на востоке Алеппо."
)
OTHER = member("d", "Shells hit a hospital in Homs", "Shells hit a hospital in the old city of Homs, doctors said.")


@pytest.mark.parametrize("topic", ["Aleppo", "حلب", "Алеппо", "חאלב", "Alep", "Alepo", "Halab"])
def test_a_topic_in_any_language_finds_reports_in_any_other(topic: str) -> None:
    assert [is_on_topic(one, topic) for one in (ENGLISH, ARABIC, RUSSIAN, OTHER)] == [True, True, True, False]


@pytest.mark.parametrize("topic", ["البحر الأحمر", "Червоне море", "ים סוף", "mer Rouge"])
def test_a_name_of_several_words(topic: str) -> None:
    on_it = member("a", "Ships turn back from the Red Sea", "Two ships turned back from the Red Sea on Monday.")
    sea = member("b", "A ship sinks in the Black Sea", "A cargo ship sank in the Black Sea on Monday, its owner said.")

    assert [is_on_topic(one, topic) for one in (on_it, sea)] == [True, False]
