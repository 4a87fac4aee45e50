"""What makes two speakers' statements oppose each other, learnt: `python -m tests.train.opposing`.

The files in `opposed/` are small corpora of invented reports on real wars, written for this in seven languages by
fifteen writers who had not seen the code: opposed accounts, denials, agreeing reports, states that changed. Pairs of
statements of an incident are what is learnt from; those that tell two sides of a dispute oppose each other. Learnt from
are files that what reads both passages (contradiction.py) did not learn from and, where they are beside the project,
an analyst's questions on real news, of which few are disputes; the last two files are learnt from nowhere, only asked
(`python -m tests.eval.asking opposed_fourteenth opposed_fifteenth`). Prints what the weights of the other files make of
each file's items, and the weights of all for index/answers/opposing.py: which pair of an item comes first, and how
likely a pair opposes each other.
"""

from __future__ import annotations

import dataclasses
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index import Index, Settings
from index.answers.answering import find, judged
from index.answers.opposing import WEIGHTS, Rivals, may_be_contested, rivals
from index.answers.policy import DEFAULT
from index.answers.understanding import understand
from index.snapshot import Snapshot
from tests.eval.embedding import default_model
from tests.eval.fit import EVAL, folders, loaded, moment
from tests.eval.judge import auc

Vector = npt.NDArray[np.float64]
ITEMS = Path(__file__).with_name("opposed")
LEARNT_FROM = ("opposed_third", "opposed_seventh", "opposed_ninth")
NAMES = tuple(WEIGHTS)
# How much large weights cost: of the order of an item's pairs, and of the chance of each.
_L2, _L2_CHANCE = 3.0, 2.0
_STEPS = 60


@dataclasses.dataclass(frozen=True)
class Pair:
    """Two statements of one item: what tells whether they oppose each other, and whether they do."""

    values: Mapping[str, float]
    opposed: bool


@dataclasses.dataclass(frozen=True)
class Item:
    """A question with the pairs that were found for it."""

    is_dispute: bool
    pairs: tuple[Pair, ...]


def main() -> None:
    files = {name: list(gathered(ITEMS / f"{name}.jsonl")) for name in LEARNT_FROM}
    real = list(asked_of_real_news())
    for name, items in files.items():
        others = [item for other in files if other != name for item in files[other]]
        order = ordered(others)
        report(name, items, order, chances([*others, *real]))
    learnt = [item for items in files.values() for item in items]
    order = ordered(learnt)
    for names, weights in ((NAMES, order), (("", *NAMES), chances([*learnt, *real]))):
        print("\n".join(f'        "{name}": {value:.2f},' for name, value in zip(names, weights, strict=True)))


def asked_of_real_news() -> Iterator[Item]:
    """The analyst's questions that could be contested; none where they are absent."""
    if not (EVAL / "analyst").is_dir():
        return
    for folder, articles, questions in folders("analyst"):
        with loaded(folder, articles) as corpus:
            for row in questions:
                speakers = {rival["speaker"] for rival in row.get("rivals", [])}
                quotes = [rival["quote"] for rival in row.get("rivals", []) if rival.get("quote")]
                with corpus.snapshot() as snapshot:
                    item = _asked(snapshot, row["query"], moment(row), quotes, is_dispute=len(speakers) > 1)
                if item is not None:
                    yield item


def gathered(path: Path) -> Iterator[Item]:
    """The items of a file, asked of a corpus that holds all of its reports."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    keys = ("url", "title", "text", "publisher", "published")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), embedding=default_model())
        with Index.open(settings) as corpus:
            corpus.add([{key: report[key] for key in keys} for row in rows for report in row["reports"]])
            for row in rows:
                now = datetime.fromisoformat(row["as_of"].replace("Z", "+00:00"))
                quotes = [position["quote"] for position in row["gold"]["positions"]]
                with corpus.snapshot() as snapshot:
                    is_dispute = row["gold"]["verdict"] == "dispute"
                    item = _asked(snapshot, row["query"], now, quotes, is_dispute=is_dispute)
                if item is not None:
                    yield item


def _asked(snapshot: Snapshot, question: str, now: datetime, quotes: Sequence[str], *, is_dispute: bool) -> Item | None:
    """What is found for a question; None where it asks for what no accounts are held against each other. `quotes` are
    what the sides of a dispute say."""
    vector = snapshot.vector(question)
    inquiry = understand(question, snapshot.asked(question, vector), vector, now, "UTC")
    if not may_be_contested(inquiry):
        return None
    candidates = judged(snapshot, inquiry, find(snapshot, inquiry, inquiry.since, now, DEFAULT), DEFAULT)
    held = rivals(inquiry, candidates, DEFAULT)
    readings = snapshot.contradictions(inquiry.text, [rival.passages for rival in held])
    if readings is None:
        raise SystemExit("No model tells contradictions: run python -m tests.train.contradiction first.")
    read = [rival.as_read(reading) for rival, reading in zip(held, readings, strict=True)]
    return Item(is_dispute, tuple(Pair(rival.features, is_dispute and _oppose(quotes, rival)) for rival in read))


def _oppose(quotes: Sequence[str], rivals: Rivals) -> bool:
    """Whether two statements are of two sides of a dispute."""
    sides = [
        {at for at, quote in enumerate(quotes) if _overlap(quote, candidate.testimony.sentence_text)}
        for candidate in rivals.candidates
    ]
    return all(sides) and sides[0] != sides[1]


def _overlap(quote: str, sentence: str) -> bool:
    return quote.strip() in sentence or sentence.strip() in quote


def ordered(items: Sequence[Item]) -> Vector:
    """The weights by which those pairs of a dispute that oppose each other come before its others: a conditional logit
    (McFadden 1974), by Newton's method."""
    disputes = [item for item in items if any(pair.opposed for pair in item.pairs)]
    values = [np.array([_of_pair(pair)[1:] for pair in item.pairs]) for item in disputes]
    right = [np.array([float(pair.opposed) for pair in item.pairs]) for item in disputes]
    weights = np.zeros(len(NAMES))
    for _ in range(_STEPS):
        slope, curve = _L2 * weights, _L2 * np.eye(len(NAMES))
        for rows, opposed in zip(values, right, strict=True):
            raised = np.exp(rows @ weights)
            likely = raised / raised.sum()
            mean = rows.T @ likely
            slope = slope + mean - rows.T @ (likely * opposed) / (likely @ opposed)
            curve = curve + (rows.T * likely) @ rows - np.outer(mean, mean)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def chances(items: Sequence[Item]) -> Vector:
    """The weights of a logistic model of whether a pair opposes each other, of all pairs, the constant first."""
    pairs = [pair for item in items for pair in item.pairs]
    values = np.array([_of_pair(pair) for pair in pairs])
    wanted = np.array([float(pair.opposed) for pair in pairs])
    weights, kept = np.zeros(values.shape[1]), _L2_CHANCE * np.eye(values.shape[1])
    kept[0, 0] = 1e-6
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (likely - wanted) + kept @ weights
        weights = weights - np.linalg.solve((values.T * (likely * (1 - likely))) @ values + kept, slope)
    return weights


def report(name: str, items: Sequence[Item], order: Vector, weights: Vector) -> None:
    """How many disputes the first pair of which is one and is shown, how many of the other items show one, and how well
    what is read of two statements tells those that oppose each other (AUC)."""
    right = wrong = 0
    for item in items:
        contradicting = [pair for pair in item.pairs if pair.values["read"] >= DEFAULT.least_read]
        if not contradicting:
            continue
        first = max(contradicting, key=lambda pair: float(_of_pair(pair)[1:] @ order))
        is_shown = 1 / (1 + np.exp(-_of_pair(first) @ weights)) >= DEFAULT.least_opposed
        right += bool(is_shown and first.opposed)
        wrong += bool(is_shown and not item.is_dispute)
    disputes = sum(item.is_dispute for item in items)
    pairs = [pair for item in items for pair in item.pairs]
    read = auc(*([pair.values["read"] for pair in pairs if pair.opposed == opposed] for opposed in (True, False)))
    print(f"{name}: {right} of {disputes} disputes, {wrong} of {len(items) - disputes} others; read {read:.2f}")


def _of_pair(pair: Pair) -> Vector:
    """What is known of a pair, behind the constant."""
    return np.array([1.0, *(pair.values[name] for name in NAMES)])


if __name__ == "__main__":
    main()
