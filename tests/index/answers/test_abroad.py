"""Questions in one language, articles in another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from index import Index, Settings
from index.answers.abroad import skeleton
from index.answers.newsabroad import news_in_english
from index.articles import Article
from index.embedding.model import LocalModel

NOW = datetime(2024, 4, 25, tzinfo=UTC)
BAKERY = (
    "A drone hit a bakery in the Saltivka district of Kharkiv on Tuesday, killing two workers, the mayor said. "
    "The bakery had fed half of the district. Its owner said that he would open again within a month."
)
CHOLERA = "تفشت الكوليرا في مخيم قرب عدن ويتلقى أربعون طفلًا العلاج، بحسب وزارة الصحة. وأُغلقت ثلاث آبار في المخيم."


@pytest.fixture(scope="module")
def newsroom(model: LocalModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    def article(name: str, title: str, text: str) -> Article:
        return Article(f"https://e.org/{name}", title, text, "Atlantic Ledger", datetime(2024, 4, 24, tzinfo=UTC))

    with Index.open(Settings(tmp_path_factory.mktemp("abroad")), embedder=model) as corpus:
        corpus.add([article("bakery", "Drone hits bakery in Kharkiv", BAKERY), article("cholera", "الكوليرا", CHOLERA)])
        yield corpus


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("كم عاملًا قُتل في المخبز في خاركيف؟", "killing two workers"),
        ("Скількох людей убив безпілотник у пекарні в Харкові у вівторок?", "killing two workers"),
        ("How many children are treated for cholera near Aden?", "أربعون طفلًا"),
    ],
)
def test_the_quote_stays_in_the_language_of_its_article(newsroom: Index, question: str, quote: str) -> None:
    answer = newsroom.ask(question, now=NOW)

    assert answer.kind == "answer"
    assert quote in answer.claims[0].quote
    assert all(citation.quote in BAKERY + CHOLERA for citation in answer.citations)


@pytest.mark.parametrize(
    "question", ["كم ملعبًا لكرة القدم يوجد في البرازيل؟", "Хто очолив уряд Японії?", "¿Quién ganó la Copa América?"]
)
def test_what_no_article_says_is_not_answered_in_any_language(newsroom: Index, question: str) -> None:
    answer = newsroom.ask(question, now=NOW)

    assert answer.kind == "abstain"
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("one", "other"), [("Харків", "Kharkiv"), ("Дамаск", "Damasc"), ("Пентагон", "Pentagone"), ("Байден", "Biden")]
)
def test_a_name_has_one_skeleton_in_both_alphabets(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("asked", "language", "english"),
    [
        ("Что нового в Газе?", "ru", "What is the latest from Gaza?"),
        ("Що нового в Україні?", "uk", "What is the latest from Ukraine?"),
        ("ما الجديد في غزة؟", "ar", "What is the latest from Gaza?"),
        ("מה חדש בעזה?", "he", "What is the latest from Gaza?"),
        ("Ситуация в Иране", "ru", "What is the latest from Iran?"),
        ("Ситуация в Ираке", "ru", "What is the latest from Iraq?"),
        ("Quoi de neuf en Irak ?", "es", "What is the latest from Iraq?"),
        ("¿Qué hay de nuevo en Siria?", "es", "What is the latest from Syria?"),
        ("Сколько погибших в Газе?", "ru", ""),
        ("Что нового?", "ru", ""),
        ("What is new in Gaza?", "en", ""),
    ],
)
def test_who_asks_for_news_in_another_language_is_understood(asked: str, language: str, english: str) -> None:
    assert news_in_english(asked, language) == english
