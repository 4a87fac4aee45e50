"""One event in several languages: what its reports share, and whether that makes them one story."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from index import Index, Settings
from index.reports.reading import read
from index.stories.facts import facts_of, in_words
from index.stories.signature import Signature, signature
from index.stories.similarity import StoryPolicy, rarity_of, shared_terms, similarities
from tests.fakes import FakeEmbedder

# Invented.
DAM = {
    "en": ("Shelling of Kherson kills six", "Six people were killed when shells hit the market of Kherson on Sunday."),
    "uk": ("Обстріл Херсона: шестеро загиблих", "Унаслідок обстрілу ринку в Херсоні загинули шестеро людей."),
    "ar": ("مقتل ستة أشخاص في قصف سوق في خيرسون", "قتل ستة أشخاص في قصف استهدف سوقا في خيرسون يوم الأحد."),
}
ELSEWHERE = ("Удар дрона по Сумах: двоє загиблих", "Двоє людей загинули від удару дрона по Сумах.")


def compared(title: str, text: str, *, language: str, day: int = 6, article_id: str = "") -> Signature:
    at = datetime(2024, 10, day, tzinfo=UTC)
    return signature(
        article_id or language,
        revision_id=1,
        publisher=f"Outlet {language}",
        dated_at=at,
        title=title,
        text=text,
        fingerprint="",
        embeddings=[],
        reading=read(title, text, f"Outlet {language}", at, language),
    )


def rarity(signatures: list[Signature]) -> dict[str, float]:
    counts = Counter(term for one in signatures for term in (*one.terms, *one.facts))
    # As in a corpus of some size: half of what is reported there is of this war.
    return rarity_of(counts, 10 * len(signatures))


def likeness(*signatures: Signature) -> np.ndarray:
    every = list(signatures)
    return similarities(every, rarity(every), policy=StoryPolicy())


@pytest.mark.parametrize("language", sorted(DAM))
def test_a_report_gives_the_same_facts_in_any_language(language: str) -> None:
    facts = facts_of(read(*DAM[language], "Outlet", datetime(2024, 10, 6, tzinfo=UTC), language))

    assert {"place:706448", "outcome:6 killed", "deed:harm"} <= facts.keys()


def test_one_event_in_three_languages_is_alike_and_another_town_is_not() -> None:
    reports = [compared(*DAM[language], language=language) for language in DAM]
    other = compared(*ELSEWHERE, language="uk", article_id="other")

    table = likeness(*reports, other)

    assert min(table[0, 1], table[0, 2], table[1, 2]) > StoryPolicy().join_at
    assert max(table[0, 3], table[2, 3]) < StoryPolicy().join_at


def test_facts_count_for_less_the_more_days_lie_between() -> None:
    same_day = likeness(compared(*DAM["en"], language="en"), compared(*DAM["ar"], language="ar"))
    weeks_later = likeness(compared(*DAM["en"], language="en"), compared(*DAM["ar"], language="ar", day=25))

    assert weeks_later[0, 1] < StoryPolicy().join_at < same_day[0, 1]


def test_in_one_language_words_decide_and_facts_do_not() -> None:
    one = compared(*DAM["en"], language="en")
    other = compared("Market day", "Kherson: six people killed in shelling, says the mayor.", language="en", day=6)
    without = [
        Signature(s.article_id, 1, s.publisher, s.dated_at, s.day, s.terms, s.fingerprint, s.embedding)
        for s in (one, other)
    ]

    assert likeness(one, other)[0, 1] == similarities(without, rarity([one, other]), policy=StoryPolicy())[0, 1]


def test_why_two_languages_are_one_story_is_told_in_names_and_numbers() -> None:
    english, arabic = (compared(*DAM[language], language=language) for language in ("en", "ar"))

    assert {"Kherson", "6 killed"} <= set(shared_terms(english, arabic, rarity([english, arabic])))
    assert in_words("actor:red_cross") == "red cross"


def test_reports_in_three_languages_come_into_one_story_whenever_each_comes(tmp_path: Path) -> None:
    rows = [
        {"title": title, "text": text, "url": f"https://{language}.example/1", "publisher": language}
        | {"published": "2024-10-06T09:00:00Z"}
        for language, (title, text) in DAM.items()
    ]
    with Index.open(Settings(tmp_path), embedder=FakeEmbedder()) as corpus:
        for row in rows:
            corpus.add([row])

        stories = corpus.stories()

    assert [len(story.article_urls) for story in stories] == [3]


# A village of no table, and another one on the same day.
VILLAGE = {
    "en": ("Raid on a village", "Gunmen attacked the village of Zurmadin on Sunday and burned its mill."),
    "ar": ("هجوم على قرية", "هاجم مسلحون قرية زرمدين يوم الأحد وأحرقوا طاحونتها."),
    "fr": ("Un village attaqué", "Des hommes armés ont attaqué dimanche le village de Zourmadine."),
}
OTHER_VILLAGE = ("هجوم على قرية", "هاجم مسلحون قرية كلبستان يوم الأحد وأحرقوا طاحونتها.")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_town_that_no_table_has_is_one_by_how_its_name_sounds(language: str) -> None:
    told = [compared(*VILLAGE[name], language=name) for name in ("en", language)]
    later = compared(*VILLAGE[language], language=language, day=12, article_id="later")
    elsewhere = compared(*OTHER_VILLAGE, language="ar", article_id="elsewhere")

    likely = likeness(*told, later, elsewhere)

    assert likely[0, 1] >= StoryPolicy().join_at
    assert likely[0, 2] < StoryPolicy().join_at
    assert likely[0, 3] < StoryPolicy().join_at


def test_a_name_alone_joins_no_two_reports_of_different_deeds() -> None:
    talks = ("Une école neuve", "Les notables de Zourmadine ont ouvert une école neuve dans le village de Zourmadine.")

    likely = likeness(compared(*VILLAGE["en"], language="en"), compared(*talks, language="fr"))

    assert likely[0, 1] < StoryPolicy().join_at


def test_posts_with_one_footer_are_not_joined_by_the_names_in_it() -> None:
    footers = {"en": " Read on in Zurmadin Wire on Telegram.", "ru": " Читайте в Зурмадин Вайр в Телеграме."}
    first = ("Shells hit a market", f"Shells hit the market of Kherson.{footers['en']}")
    second = ("Дрон ударил по складу", f"Дрон ударил по складу в Сумах.{footers['ru']}")

    likely = likeness(compared(*first, language="en"), compared(*second, language="ru"))

    assert likely[0, 1] < StoryPolicy().join_at
