"""A question in one language finds what is written in another, by its meaning alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index import Index, Settings
from index.articles import Article
from index.embedding.model import LocalModel
from index.language.terms import terms
from index.retrieval import lexical, postings
from index.retrieval.scope import EVERYTHING, Scope

REPORTS = {
    "bakery": ("en", "A drone hit a bakery in Kharkiv on Tuesday and killed two workers."),
    "cholera": ("ar", "تفشت الكوليرا في مخيم قرب عدن ويتلقى أربعون طفلًا العلاج."),
    "border": ("ru", "Армения и Азербайджан согласовали первые двенадцать километров границы."),
    "bread": ("he", "מחיר הלחם בחרטום עלה פי עשרה מאז תחילת הלחימה."),
    "prison": ("uk", "Банди підпалили головну в'язницю, тисячі в'язнів утекли."),
}
QUESTIONS = [
    ("bakery", "ماذا أصابت الطائرة المسيّرة في خاركيف؟"),
    ("bakery", "Скільки робітників пекарні загинуло від безпілотника?"),
    ("cholera", "How many children have cholera?"),
    ("cholera", "כמה ילדים חולים בכולרה?"),
    ("border", "Which part of the border was agreed?"),
    ("bread", "How much dearer has bread become?"),
    ("bread", "На скільки подорожчав хліб?"),
    ("prison", "Que s'est-il passé dans la prison ?"),
]


@pytest.fixture(scope="module")
def newsroom(model: LocalModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(Settings(tmp_path_factory.mktemp("languages")), embedder=model) as corpus:
        corpus.add(
            Article(f"https://e.org/{name}", "", text, "Atlantic Ledger", language=language)
            for name, (language, text) in REPORTS.items()
        )
        yield corpus


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_an_article_in_another_language_is_found_first(newsroom: Index, name: str, question: str) -> None:
    wanted = lexical.question_terms(terms(question))
    with newsroom.database.read() as connection:
        asked, frequencies = postings.Lexicon().question(connection, wanted)
        worded = postings.candidates(connection, asked, frequencies, scope=Scope(), extent=EVERYTHING, limit=10)
    found = newsroom.search(question, k=1)

    assert worded == []
    assert [hit.passage.url for hit in found] == [f"https://e.org/{name}"]
