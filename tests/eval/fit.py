"""Learns index/answers/weights.py from the annotated questions: `python -m tests.eval.fit [--write]`.

Needs the data beside the project and the folders that `python -m tests.eval` has filled. Two linear models: a softmax
over the sentences of each question (which one answers), and a logistic one over questions (does any). For the second,
questions are asked again with the articles that answer them left out. Prints the figure of five-fold cross-validation
over articles; writes the weights only when told to.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index import Index, Settings
from index.answers.ask import DEFAULT, closeness
from index.answers.evidence import report
from index.answers.question import understand
from index.answers.ranking import Candidate, rank, scaled
from index.answers.support import support_features
from tests.eval.__main__ import SCORER, WORK

Matrix = npt.NDArray[np.float64]
SETS = ("newsqa_conflict", "syria_gold", "seed", "multihoprag")
WEIGHTS = Path(__file__).resolve().parents[2] / "index" / "answers" / "weights.py"
# Too few questions show these for the model to learn: a report from before the event can not tell of it; what a short
# question is after must stand in some report, whoever is asked after must speak, and whoever is counted be counted.
# Nearness in meaning: of the CNN questions, 35 more are refused where their article is left out and 2 more where it is
# not; half as much again would be 19 and 6.
BY_HAND = {
    "early": -2.0,
    "far_short": -2.5,
    "focus_lost_short": -1.0,
    "near_short": 2.0,
    "speaker_absent": -1.5,
    "uncounted": -1.5,
}


@dataclasses.dataclass(frozen=True)
class Asked:
    """A question with its candidates: which of them answer (label), and whether any should."""

    name: str
    row: Mapping[str, Any]
    candidates: Sequence[Candidate]
    labels: Matrix
    support: Mapping[str, float]
    answerable: bool


def gather(name: str, score: Any, *, without_answers: bool = False) -> list[Asked]:
    corpus = {row["url"]: row["id"] for row in score.rows(SCORER.parent / name / "corpus.jsonl")}
    found = []
    with Index.open(Settings(data_dir=WORK / name)) as index:
        for row in score.rows(SCORER.parent / name / "queries.jsonl"):
            if without_answers and not row.get("relevant_ids"):
                continue
            now = datetime.fromisoformat(row["as_of"]).replace(tzinfo=UTC) if row.get("as_of") else datetime.now(UTC)
            question = understand(row["query"], now)
            hits = index.search(question.text, k=70 if without_answers else 40, until=now)
            hits = [hit for hit in hits if not (without_answers and corpus[hit.passage.url] in row["relevant_ids"])][
                :40
            ]
            ids = list(dict.fromkeys(hit.passage.article_id for hit in hits))[:8]
            reports = [report(index.passages(one)) for one in ids]
            ranked = rank(question, reports, scaled(hits))
            if ranked:
                labels = np.array([_label(score, row, corpus, one) for one in ranked])
                near = closeness(question, ranked, index.nearness, DEFAULT)
                support = support_features(question, ranked, reports, hits, near)
                answerable = not (without_answers or score.unanswerable(row))
                found.append(Asked(name, row, ranked, labels, support, answerable))
    return found


def _label(score: Any, row: Mapping[str, Any], corpus: Mapping[str, str], one: Candidate) -> float:
    """How far a sentence is the answer: 1 where it is marked so, a half where it only has the words."""
    sentence = one.sentence
    if corpus[sentence.passage.url] not in (row.get("relevant_ids") or []):
        return 0.0
    if "answer_start" in row:
        if sentence.start <= row["answer_start"] < sentence.end:
            return 1.0
        return 0.5 * any(score.contains(sentence.text, gold) for gold in score.golds(row))
    marked = [one["quote"] for one in row.get("positions") or []]
    marked += [quote["quote"] for fact in row.get("facts") or [] for quote in fact["quotes"]]
    if marked:
        return float(any(score.overlaps(sentence.text, quote) for quote in marked))
    return float(any(score.contains(sentence.text, gold) for gold in score.golds(row)))


def fit_ranking(asked: Sequence[Asked], names: Sequence[str], *, l2: float = 3e-3, steps: int = 250) -> Matrix:
    data = [(_matrix(one.candidates, names), one.labels / one.labels.sum()) for one in asked if one.labels.sum() > 0]
    share = [4.0 if one.name in {"syria_gold", "seed"} else 1.0 for one in asked if one.labels.sum() > 0]

    def gradient(weights: Matrix) -> Matrix:
        total = l2 * weights * len(data)
        for (features, wanted), times in zip(data, share, strict=True):
            logits = features @ weights
            chances = np.exp(logits - logits.max())
            total = total + times * (features.T @ (chances / chances.sum() - wanted))
        return total / len(data)

    return _adam(gradient, len(names), steps)


def fit_support(asked: Sequence[Asked], names: Sequence[str], *, l2: float = 3e-3, steps: int = 1500) -> Matrix:
    features = np.array([[1.0, *(one.support[name] for name in names)] for one in asked])
    wanted = np.array([float(one.answerable) for one in asked])
    sizes = {
        key: sum((one.name, one.answerable) == key for one in asked) for key in {(a.name, a.answerable) for a in asked}
    }
    share = np.array([1.0 / sizes[one.name, one.answerable] for one in asked])

    def gradient(weights: Matrix) -> Matrix:
        chances = 1 / (1 + np.exp(-features @ weights))
        penalty = l2 * np.concatenate([[0.0], weights[1:]])
        step: Matrix = features.T @ (share * (chances - wanted)) / share.sum() + penalty
        return step

    return _adam(gradient, len(names) + 1, steps)


def _adam(gradient: Any, size: int, steps: int) -> Matrix:
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights - 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _matrix(candidates: Sequence[Candidate], names: Sequence[str]) -> Matrix:
    return np.array([[one.features.get(name, 0.0) for name in names] for one in candidates])


def found_at_3(score: Any, asked: Sequence[Asked], names: Sequence[str], weights: Matrix) -> float:
    right = total = 0
    for one in asked:
        golds = score.golds(one.row)
        if golds and one.answerable:
            best = np.argsort(-_matrix(one.candidates, names) @ weights)[:3]
            head = " ".join(one.candidates[place].sentence.text for place in best)
            right, total = right + any(score.contains(head, gold) for gold in golds), total + 1
    return right / max(total, 1)


def cross_validated(score: Any, asked: Sequence[Asked], names: Sequence[str], folds: int = 5) -> float:
    groups = sorted({(one.row.get("relevant_ids") or [""])[0] for one in asked})
    shares = []
    for fold in range(folds):
        kept_out = set(groups[fold::folds])
        test = [one for one in asked if (one.row.get("relevant_ids") or [""])[0] in kept_out]
        train = [one for one in asked if (one.row.get("relevant_ids") or [""])[0] not in kept_out]
        shares.append(found_at_3(score, test, names, fit_ranking(train, names)) * len(test))
    return sum(shares) / len(asked)


def written(ranking: Mapping[str, float], support: Mapping[str, float]) -> str:
    """The text of weights.py."""
    head, _, _ = WEIGHTS.read_text(encoding="utf-8").partition("WEIGHTS:")
    tables = []
    for variable, comment, weights in (
        ("WEIGHTS", "", ranking),
        ("SUPPORT", '# What the features of support weigh; "" is the constant.\n', support),
    ):
        rows = "".join(f"        {json.dumps(name)}: {round(value, 2)},\n" for name, value in weights.items())
        tables.append(f"{comment}{variable}: Mapping[str, float] = MappingProxyType(\n    {{\n{rows}    }}\n)\n")
    return head + "\n".join(tables)


def main(arguments: list[str]) -> int:
    if not SCORER.exists():
        print("fit: no ../shared/eval beside the project, nothing to learn from")
        return 0
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    asked = [one for name in SETS for one in gather(name, score)]
    unanswered = [one for name in SETS for one in gather(name, score, without_answers=True)]
    names = sorted({name for one in asked for candidate in one.candidates for name in candidate.features})
    learning = [one for one in asked if one.name != "multihoprag"]
    print(f"found@3, five-fold: {cross_validated(score, learning, names):.3f}")
    ranking = dict(zip(names, map(float, fit_ranking(learning, names)), strict=True))
    known = sorted(asked[0].support)
    support = dict(zip(["", *known], map(float, fit_support([*asked, *unanswered], known)), strict=True))
    support.update(BY_HAND)
    text = written(ranking, support)
    print(text)
    if "--write" in arguments:
        WEIGHTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
