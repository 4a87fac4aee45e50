import pytest

from index.sample import sample_articles
from index.stories.ranking import are_opposed
from index.stories.topics import is_on_topic
from index.stories.wording import leaning, loaded_words
from tests.index.stories.test_briefing import member


def words(text: str) -> list[str]:
    return [one.text.lower() for one in loaded_words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Assad regime bombed the town.", ["assad regime"]),
        ("Two martyrs fell to the Zionist enemy.", ["martyrs", "zionist"]),
        ("Ten people were killed in Homs.", []),
        ('He called it a "massacre" of civilians.', []),
        ("The regimental band played on.", []),
    ],
)
def test_loaded_words_are_found_outside_quotations(text: str, found: list[str]) -> None:
    assert words(text)[: len(found)] == found
    assert bool(words(text)) == bool(found)


def test_places_of_loaded_words_are_exact() -> None:
    text = "Takfiri terrorists fled; the heroic army advanced."

    assert all(text[one.start : one.end] == one.text for one in loaded_words(text))


def test_the_sample_outlets_lean_apart() -> None:
    texts: dict[str, list[str]] = {}
    for article in sample_articles():
        texts.setdefault(article.publisher, []).append(f"{article.title}\n{article.text}")

    assert {publisher: leaning(of_one) for publisher, of_one in texts.items()} == {
        "Meridian Wire": None,
        "Rafidain Voice": "axis",
        "Atlantic Ledger": "west",
    }


def test_outlets_that_use_both_sides_words_are_opposed() -> None:
    axis = member("a", "t", "The martyrs fell to Zionist aggression.", publisher="One")
    west = member("b", "t", "Iran-backed militias and the Assad regime attacked.", publisher="Two")

    assert are_opposed([axis, west])
    assert not are_opposed([axis, axis])


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
