"""Questions that nobody can answer, made by rule from some that can be: `python -m tests.eval.perturbed [SET…]`.

Needs the data beside the project. Of each English question that an answer names something for, up to six are made: with
another town of its country that no report names, another day, another number, another speaker, another party, or with
its two parties in each other's place. An answer to one of them is wrong, but for swapped parties where the reports tell
of both; how many of the questions themselves are answered stands beside.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from tests.eval.fit import folders, loaded, moment
from tests.eval.perturbations import made_of

SETS = ("analyst", "syria_gold")


def main(chosen: Sequence[str]) -> None:
    asked, answered = Counter[str](), Counter[str]()
    for name in chosen or SETS:
        for folder, articles, questions in folders(name):
            texts = "\n".join(f"{row.get('title', '')} {row['text']}" for row in articles)
            own = [row for row in questions if row.get("type") != "unanswerable" and row["query"].isascii()]
            with loaded(folder, articles) as corpus:
                for row in own:
                    for kind, question in [("as it is", row["query"]), *made_of(row, texts)]:
                        answer = corpus.ask(question, now=moment(row))
                        asked[kind] += 1
                        answered[kind] += answer.kind == "answer"
                        if kind != "as it is" and answer.kind == "answer":
                            print(f"answered ({kind}): {question}")
    for kind in asked:
        print(f"{kind:9} {answered[kind]:3} of {asked[kind]:3} answered, {answered[kind] / asked[kind]:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
