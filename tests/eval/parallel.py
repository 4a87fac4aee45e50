"""The same sixty questions in seven languages on the English sample articles: `python -m tests.eval.parallel`.

An answer is right where one of its first three claims has one of the quotes expected. Of each language: how many are
right, and that beside English. Exits 1 where a language is below the floor.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from index import Index, Settings
from index.sample import sample_articles
from tests.eval.embedding import default_model

QUESTIONS = Path(__file__).with_name("parallel.jsonl")
LANGUAGES = ("en", "ar", "uk", "ru", "he", "fr", "es")
NOW = datetime(2024, 4, 26, 12, tzinfo=UTC)
# Of what is found in English; 0.90 is wanted, and Hebrew is far from it.
FLOOR = 0.60
_CLAIMS = 3


def main() -> int:
    right: Counter[str] = Counter()
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    with (
        tempfile.TemporaryDirectory() as folder,
        Index.open(Settings(Path(folder), embedding=default_model())) as corpus,
    ):
        corpus.add(sample_articles())
        for row in rows:
            for language in LANGUAGES:
                claims = corpus.ask(row[language], now=NOW).claims[:_CLAIMS]
                found = any(quote in claim.quote for claim in claims for quote in row["quotes"])
                right[language] += found
                if not found:
                    shown = claims[0].quote[:90] if claims else "no answer"
                    print(f"  {language}  {row[language]}  {shown}")
    below = 0
    for language in LANGUAGES:
        share = right[language] / max(1, right["en"])
        print(f"{language}  {right[language]} of {len(rows)}, {share:.2f} of English")
        below += share < FLOOR
    return int(below > 0)


if __name__ == "__main__":
    sys.exit(main())
