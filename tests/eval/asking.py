"""Every set asked in one process, and scored by the scorers beside the project: `python -m tests.eval.asking [SET…]`.

The same figures as their command lines give, without starting the program for each folder.
"""

from __future__ import annotations

import collections
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from index import Index
from tests.eval.__main__ import WORK
from tests.eval.fit import EVAL, PLAIN, folders, is_mirror, items_of, loaded, module, moment

Row = Mapping[str, Any]


class InProcess:
    """What the scorers drive, without the command line."""

    def __init__(self, corpus: Index) -> None:
        self._corpus = corpus
        self._answers: dict[str, Row] = {}

    def batch(self, verb: str, queries: Sequence[Row], *_extra: str) -> dict[str, Row]:
        if verb == "search":
            return {row["id"]: {"hits": self._hits(row)} for row in queries}
        for row in queries:
            if row["id"] not in self._answers:
                answer = self._corpus.ask(row["query"], now=moment(row)).to_json()
                self._answers[row["id"]] = json.loads(json.dumps({"id": row["id"], **answer}))
        return {row["id"]: self._answers[row["id"]] for row in queries}

    def _hits(self, row: Row) -> list[dict[str, str]]:
        return [{"url": hit.passage.url} for hit in self._corpus.search(row["query"], k=30, until=moment(row))]


def main(names: Sequence[str]) -> None:
    for name in names or [*PLAIN, "mirror"]:
        answered: dict[str, Row] = {}
        for folder, articles, questions in folders(name):
            with loaded(folder, articles) as corpus:
                project = InProcess(corpus)
                answered |= project.batch("ask", questions)
                if name != "analyst" and not is_mirror(name):
                    print(name, json.dumps(_plain(project, articles, questions)), flush=True)
        (WORK / f"{name}.answers.jsonl").write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answered.values()), encoding="utf-8"
        )
        if is_mirror(name):
            _mirror(name, answered)
        if name == "analyst":
            _analyst(answered)


def _plain(project: InProcess, articles: Sequence[Row], questions: Sequence[Row]) -> dict[str, Any]:
    score = module("score")
    parts = {
        "answers": score.answers(project, articles, questions),
        "positions": score.positions(project, articles, questions),
    }
    return parts | {"retrieval": score.retrieval(project, articles, questions)}


def _mirror(name: str, answered: Mapping[str, Row]) -> None:
    mirror, score = module("mirror_score"), module("score")
    rows = [mirror.Item(item, answered.get(item["id"])).score() for item in score.rows(items_of(name))]
    for row in rows:
        row["english"] = "English only" if row["lang"] == "en" else "with another language"
    (WORK / f"{name}.rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    print(
        mirror.table(rows, "group", mirror.GROUPS),
        mirror.table(rows, "verdict"),
        mirror.table(rows, "english"),
        sep="\n\n",
    )


def _analyst(answered: Mapping[str, Row]) -> None:
    analyst, score = module("analyst_score"), module("score")
    queries = score.rows(EVAL / "analyst" / "queries.jsonl")
    total, kinds, languages, detail = analyst.score("analyst", queries, answered)
    groups: list[tuple[str, collections.Counter[str]]] = [("**all**", total), *kinds.items(), *languages.items()]
    print(analyst.table([(name, analyst.figures(counts)) for name, counts in groups]))
    (WORK / "analyst.detail.jsonl").write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in detail), encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
