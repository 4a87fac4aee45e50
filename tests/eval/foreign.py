"""Questions in six languages on the English sample articles: `python -m tests.eval.foreign`.

An answer is right where a claim's quote has one of the words expected; questions that no article answers are to be
abstained from. Exits 1 below the floors.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from index import Index, Settings
from index.sample import sample_articles
from tests.eval.embedding import default_model

QUESTIONS = Path(__file__).with_name("foreign.jsonl")
# Of the questions that have an answer, and of those that have none.
ANSWERED, ABSTAINED = 0.85, 0.90


def main() -> int:
    right: Counter[tuple[str, bool]] = Counter()
    asked: Counter[tuple[str, bool]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), embedding=default_model())
        with Index.open(settings) as corpus:
            corpus.add(sample_articles())
            for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                answer = corpus.ask(row["query"])
                wanted = row["quotes"]
                quoted = " ".join(claim.quote for claim in answer.claims)
                good = any(word in quoted for word in wanted) if wanted else answer.kind == "abstain"
                key = (row["language"], bool(wanted))
                asked[key] += 1
                right[key] += good
                if not good:
                    print(f"  {answer.kind}: {row['query']}  {quoted[:80]}")
    return report(right, asked)


def report(right: Counter[tuple[str, bool]], asked: Counter[tuple[str, bool]]) -> int:
    """Print the shares; 1 where one is below its floor."""
    for language in dict.fromkeys(language for language, _ in asked):
        shares = [f"{right[language, kind]}/{asked[language, kind]}" for kind in (True, False)]
        print(f"{language}  answered {shares[0]}  abstained {shares[1]}")
    below = 0
    for kind, name, floor in ((True, "answered", ANSWERED), (False, "abstained", ABSTAINED)):
        total = sum(count for (_, one), count in asked.items() if one is kind)
        share = sum(count for (_, one), count in right.items() if one is kind) / total
        print(f"{name} {share:.3f} of {total}, floor {floor:.2f}{'' if share >= floor else '   BELOW'}")
        below += share < floor
    return int(below > 0)


if __name__ == "__main__":
    sys.exit(main())
