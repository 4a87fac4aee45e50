"""Whether a question in one language finds what is written in another: `python -m tests.eval.languages`.

Forty sentences, each in six languages. A sentence in the row's language stands for a question, and its translation in
the column's for the article that is to come first. It is looked for among the forty in the column's language, and among
these and the other thirty-nine in its own, as in a corpus of many languages. The third table is the product's search on
the latter. Exits 1 where a pair is below the floor of its table.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import numpy as np

from index import Index, Settings
from index.articles import Article
from index.embedding.embedder import Vectors
from index.embedding.model import LocalModel
from tests.eval.embedding import default_model

SENTENCES = Path(__file__).with_name("sentences.jsonl")
LANGUAGES = ("en", "ar", "uk", "ru", "he", "fa")
FLOOR, MIXED_FLOOR, SEARCH_FLOOR = 0.90, 0.80, 0.60

Pairs = dict[tuple[str, str], float]


def sentences() -> dict[str, list[str]]:
    """The sentences by language, translations at the same place."""
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    return {language: [row[language] for row in rows] for language in LANGUAGES}


def by_meaning(asked: dict[str, Vectors], held: dict[str, Vectors]) -> Pairs:
    """The share of sentences whose translation is the nearest in its language."""
    return {(one, other): _first(asked[one] @ held[other].T) for one in LANGUAGES for other in LANGUAGES}


def among_its_own(asked: dict[str, Vectors], held: dict[str, Vectors]) -> Pairs:
    """The same, with all other sentences of the question's own language beside them."""
    found = {}
    for one in LANGUAGES:
        own = asked[one] @ held[one].T
        np.fill_diagonal(own, -1.0)
        for other in LANGUAGES:
            across = asked[one] @ held[other].T
            found[one, other] = _first(across if one == other else np.hstack([across, own]))
    return found


def _first(scores: Vectors) -> float:
    return float(np.mean(np.argmax(scores, axis=1) == np.arange(len(scores))))


def by_search(model: LocalModel) -> Pairs:
    """The product's search, on articles in all six languages: the translation before all of the question's language."""
    written = sentences()
    found: dict[tuple[str, str], list[bool]] = {}
    with tempfile.TemporaryDirectory() as folder, Index.open(Settings(Path(folder)), embedder=model) as corpus:
        corpus.add(_article(n, text, other) for other in LANGUAGES for n, text in enumerate(written[other]))
        for one in LANGUAGES:
            for number, text in enumerate(written[one]):
                urls = [hit.passage.url for hit in corpus.search(text, k=len(LANGUAGES) * len(written[one]))]
                _judge(found, one, number, urls)
    return {pair: float(np.mean(first)) for pair, first in found.items()}


def _judge(found: dict[tuple[str, str], list[bool]], one: str, number: int, urls: list[str]) -> None:
    for other in LANGUAGES:
        own = {_url(n, one) for n in range(len(urls)) if other == one or n != number}
        there = {_url(n, other) for n in range(len(urls))}
        first = next(url for url in urls if url in own | there)
        found.setdefault((one, other), []).append(first == _url(number, other))


def _article(number: int, text: str, language: str) -> Article:
    return Article(_url(number, language), "", text, "Atlantic Ledger", language=language)


def _url(number: int, language: str) -> str:
    return f"https://atlantic-ledger.example/{language}/{number}"


def table(heading: str, figures: Pairs, floor: float) -> int:
    """Print the table; how many pairs are below the floor."""
    print(f"\n{heading}\n  asked in  " + "".join(f"{other:>8}" for other in LANGUAGES))
    for one in LANGUAGES:
        print(f"  {one:8}  " + "".join(f"{figures[one, other]:8.3f}" for other in LANGUAGES))
    low = [pair for pair, share in figures.items() if share < floor]
    print(
        f"  lowest {min(figures.values()):.3f}, mean {np.mean(list(figures.values())):.3f}, floor {floor:.2f}"
        + "".join(f"   BELOW {a}→{b}" for a, b in low)
    )
    return len(low)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        model = LocalModel.open(default_model(), Path(folder))
        asked = {language: model.queries(texts) for language, texts in sentences().items()}
        held = {language: model.passages(texts) for language, texts in sentences().items()}
        below = table("its translation is nearest, among 40 in the column's language", by_meaning(asked, held), FLOOR)
        below += table("the same, among these and the 39 others in the row's", among_its_own(asked, held), MIXED_FLOOR)
        below += table("the same, by the product's search", by_search(model), SEARCH_FLOOR)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
