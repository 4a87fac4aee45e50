"""What makes two speakers' statements oppose each other, learnt: `python -m tests.train.opposing`.

The files in `opposed/` are small corpora of invented reports on real wars, written for this in seven languages by seven
writers who had not seen the code: opposed accounts, denials, agreeing reports, states that changed. Pairs of statements
of an incident are what is learnt from; those that tell two sides of a dispute oppose each other. The third, sixth and
seventh are not learnt from, only asked (`python -m tests.eval.asking opposed_seventh`). Prints what the weights of
three of the others make of the fourth's items, and the weights of all four for index/answers/opposing.py.
"""

from __future__ import annotations

import dataclasses
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index import Index, Settings
from index.answers.answering import find, judged
from index.answers.candidates import Candidate
from index.answers.opposing import WEIGHTS, may_be_contested, rivals
from index.answers.policy import DEFAULT
from index.answers.supporting import likelihood
from index.answers.understanding import understand
from index.reports.accounts import opposed
from index.snapshot import Snapshot
from tests.eval.embedding import default_model

Matrix = npt.NDArray[np.float64]
Row = Mapping[str, Any]
ITEMS = Path(__file__).with_name("opposed")
LEARNT_FROM = ("opposed_first", "opposed_second", "opposed_fourth", "opposed_fifth")
NAMES = tuple(name for name in WEIGHTS if name)
_L2 = 2.0
_STEPS = 100


@dataclasses.dataclass(frozen=True)
class Pair:
    """Two statements of one item: what tells whether they oppose each other, whether they do, and whether a rule says
    so."""

    values: Mapping[str, float]
    opposed: bool
    by_rule: bool


@dataclasses.dataclass(frozen=True)
class Item:
    """A question with the pairs that were found for it."""

    is_dispute: bool
    pairs: tuple[Pair, ...]


def main() -> None:
    files = {name: list(gathered(ITEMS / f"{name}.jsonl")) for name in LEARNT_FROM}
    for name, items in files.items():
        others = [item for other in files if other != name for item in files[other]]
        report(name, items, fitted(others))
    weights = fitted([item for items in files.values() for item in items])
    print("\n".join(f'        "{name}": {value:.2f},' for name, value in zip(["", *NAMES], weights, strict=True)))


def gathered(path: Path) -> Iterator[Item]:
    """The items of a file, asked of a corpus that holds all of its reports."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    keys = ("url", "title", "text", "publisher", "published")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), embedding=default_model())
        with Index.open(settings) as corpus:
            corpus.add([{key: report[key] for key in keys} for row in rows for report in row["reports"]])
            for row in rows:
                with corpus.snapshot() as snapshot:
                    item = _asked(snapshot, row)
                if item is not None:
                    yield item


def _asked(snapshot: Snapshot, row: Row) -> Item | None:
    """What is found for an item's question; None where it asks for what no accounts are held against each other."""
    now = datetime.fromisoformat(row["as_of"].replace("Z", "+00:00"))
    vector = snapshot.vector(row["query"])
    inquiry = understand(row["query"], snapshot.asked(row["query"], vector), vector, now, "UTC")
    if not may_be_contested(inquiry):
        return None
    candidates = judged(snapshot, inquiry, find(snapshot, inquiry, inquiry.since, now, DEFAULT), DEFAULT)
    held = rivals(inquiry, candidates, DEFAULT)
    readings = snapshot.contradictions(inquiry.text, [rival.passages for rival in held])
    if readings is None:
        raise SystemExit("No model tells contradictions: run python -m tests.train.contradiction first.")
    read = [rival.as_read(reading) for rival, reading in zip(held, readings, strict=True)]
    pairs = [Pair(rival.features, _oppose(row, rival.candidates), opposed(*rival.accounts)) for rival in read]
    return Item(row["gold"]["verdict"] == "dispute", tuple(pairs))


def _oppose(row: Row, both: Sequence[Candidate]) -> bool:
    """Whether two statements are of two positions of an item's dispute."""
    quotes = [position["quote"] for position in row["gold"]["positions"]]
    sides = [{at for at, quote in enumerate(quotes) if _overlap(quote, one.testimony.sentence_text)} for one in both]
    return row["gold"]["verdict"] == "dispute" and all(sides) and sides[0] != sides[1]


def _overlap(quote: str, sentence: str) -> bool:
    return quote.strip() in sentence or sentence.strip() in quote


def fitted(items: Sequence[Item]) -> Matrix:
    """The weights of a logistic model of all pairs, the constant first: by Newton's method."""
    learnt = [pair for item in items for pair in item.pairs]
    values = np.array([[1.0, *(pair.values[name] for name in NAMES)] for pair in learnt])
    wanted = np.array([float(pair.opposed) for pair in learnt])
    weights, kept = np.zeros(values.shape[1]), np.array([0.0] + [_L2] * len(NAMES))
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (chances - wanted) + kept * weights
        curve = (values * (chances * (1 - chances))[:, None]).T @ values + np.diag(kept) + 1e-6 * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def report(name: str, items: Sequence[Item], weights: Matrix) -> None:
    """How many disputes the likeliest pair of which is one, by rule or where it is likely enough, and how many of the
    other items have such a pair."""
    by_name = dict(zip(["", *NAMES], map(float, weights), strict=True))
    right = wrong = 0
    for item in items:
        chances = [
            likelihood(pair.values, by_name) if pair.values["read"] >= DEFAULT.least_read else 0.0
            for pair in item.pairs
        ]
        best = max(range(len(chances)), key=chances.__getitem__, default=None)
        shown = best is not None and chances[best] >= DEFAULT.least_opposed
        right += bool(shown and item.is_dispute and best is not None and item.pairs[best].opposed)
        wrong += bool(shown and not item.is_dispute)
    disputes = sum(item.is_dispute for item in items)
    by_rule = sum(item.is_dispute and any(pair.by_rule and pair.opposed for pair in item.pairs) for item in items)
    print(f"{name}: {right} of {disputes} disputes (by rule {by_rule}), {wrong} of {len(items) - disputes} others")


if __name__ == "__main__":
    main()
