"""Learns index/answers/learned.py from annotated questions: `python -m tests.eval.fit [--gather] [--write[-support]]`.

Needs the data beside the project. Two linear models: a softmax over the statements of each question (which of them
answers), and a logistic one over questions (does any). For the second, questions are asked again with the articles that
answer them left out. Prints figures of five-fold cross-validation over incidents; writes weights only when told to.
Support looks at the score of the first statement, so it is gathered and written anew after other weights are.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import pickle
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from index import Index, Settings
from index.answers.answering import Evidence, find, judged
from index.answers.deciding import decide
from index.answers.learned import SUPPORT, SUPPORT_OF_PARTS, WEIGHTS
from index.answers.policy import DEFAULT
from index.answers.supporting import has_parts, likelihood, support_features
from index.answers.understanding import understand
from index.reports.report import Testimony
from index.snapshot import Snapshot
from tests.eval.__main__ import SCORER, WORK
from tests.eval.embedding import default_model
from tests.eval.perturbations import made_of
from tests.train import answered

Matrix = npt.NDArray[np.float64]
Row = Mapping[str, Any]
EVAL = SCORER.parent
OPPOSED = Path(__file__).resolve().parents[1] / "train" / "opposed"
# Reports of invented incidents, with every figure of each and who gives it: only asked.
FIGURES = OPPOSED.with_name("figures")
CACHE = WORK / "gathered.pickle"
LEARNED = Path(__file__).resolve().parents[2] / "index" / "answers" / "learned.py"
PLAIN = ("newsqa_conflict", "syria_gold", "seed", "multihoprag", "realtimeqa_conflict", "analyst")
# The questions on reports that were written to learn from: of each case so many of those with an answer, and of those
# without one.
WRITTEN = "answered"
_OF_CASE, _OF_CASE_UNANSWERED = 2, 1
FOLDS = 5
# Added to the log-odds of support: an answer with its citations can be checked, so it may be wrong more often than a
# refusal may; to a question of several parts, whose answer rarely tells all of them, more so.
LEAN, LEAN_OF_PARTS = 0.75, 1.0
# The share of what was learnt in the weights that are written: the best on folds of 0, 0.25, 0.5, 0.75 and 1.
_LEARNT = 0.75


@dataclasses.dataclass
class Asked:
    """A question with its statements' features and which of them answer; and what speaks for support. `incident` is the
    same for questions of one incident."""

    set_name: str
    incident: str
    question_id: str
    kind: str
    query: str
    features: list[dict[str, float]]
    texts: list[str]
    labels: Matrix
    support: dict[str, float]
    answerable: bool
    has_parts: bool = False


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, EVAL / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def is_mirror(name: str) -> bool:
    """Whether a set is of many small corpora of opposed reports, each with one question."""
    return name == "mirror" or (OPPOSED / f"{name}.jsonl").exists()


def items_of(name: str) -> Path:
    """The file of such a set: the one beside the project, or one of those written for it."""
    return EVAL / "mirror" / "dev.jsonl" if name == "mirror" else OPPOSED / f"{name}.jsonl"


def folders(name: str) -> Iterator[tuple[Path, list[Row], list[Row]]]:
    """Data folders with the articles and the questions that belong together."""
    score = module("score")
    if name == WRITTEN:
        yield WORK / name, answered.articles(answered.cases()), _of_each_case()
        return
    if not is_mirror(name):
        beside = FIGURES / name if (FIGURES / name).exists() else EVAL / name
        yield WORK / name, score.rows(beside / "corpus.jsonl"), score.rows(beside / "queries.jsonl")
        return
    mirror = module("mirror_score")
    for number, batch in enumerate(mirror.batches(score.rows(items_of(name)), 20, 45)):
        articles = [{**report, "id": f"{item['id']}{report['id']}"} for item in batch for report in item["reports"]]
        yield WORK / name / f"d{number:02d}", articles, [_as_query(item) for item in batch]


def _of_each_case() -> list[Row]:
    """Some questions of each case of those written to learn from."""
    rows: list[Row] = []
    for case in answered.cases():
        asked = answered.queries([case])
        rows += [row for row in asked if row["gold_quotes"]][:: 7 // _OF_CASE][:_OF_CASE]
        rows += [row for row in asked if not row["gold_quotes"]][:_OF_CASE_UNANSWERED]
    return rows


def moment(row: Row) -> datetime:
    """The question's clock."""
    stated = row.get("as_of")
    if not stated:
        return datetime.now(UTC)
    now = datetime.fromisoformat(stated.replace("Z", "+00:00"))
    return now if now.tzinfo else now.replace(tzinfo=UTC)


def _as_query(item: Row) -> Row:
    quotes = [position["quote"] for position in item["gold"]["positions"]]
    ids = [f"{item['id']}{report['id']}" for report in item["reports"]]
    return {
        "id": item["id"],
        "query": item["query"],
        "as_of": item["as_of"],
        "gold_quotes": quotes,
        "relevant_ids": ids,
        "type": item["group"],
    }


def loaded(folder: Path, articles: Sequence[Row]) -> Index:
    """The corpus of a folder, imported where it was not before."""
    corpus = Index.open(
        Settings(data_dir=folder / "data" if is_mirror(folder.parent.name) else folder, embedding=default_model())
    )
    if not (folder / "imported").exists():
        keys = ("url", "title", "text", "publisher", "published", "language")
        corpus.add([{key: row[key] for key in keys if row.get(key) is not None} for row in articles])
        (folder / "imported").touch()
    else:
        corpus.index_pending()
    return corpus


def collect(name: str) -> list[Asked]:
    """The questions of a set, asked as they are, and again without the articles that answer them; and what rules make
    of them that nobody can answer."""
    score = module("score")
    asked: list[Asked] = []
    for folder, articles, questions in folders(name):
        ids = {row["url"]: row["id"] for row in articles}
        texts = "\n".join(f"{row.get('title', '')} {row['text']}" for row in articles)
        with loaded(folder, articles) as corpus:
            for row in questions:
                with corpus.snapshot() as snapshot:
                    # Those that were written to learn from have their own without an answer.
                    for question in [row, *([] if name == WRITTEN else _perturbed(row, texts))]:
                        asked.extend(_asked(snapshot, name, question, ids, score))
    print(
        f"{name}: {len(asked)} questions, {sum(one.labels.sum() > 0 for one in asked)} with their answer found",
        flush=True,
    )
    return asked


def _perturbed(row: Row, texts: str) -> Iterator[Row]:
    """The same question about what no report tells of, under its own incident."""
    for kind, question in made_of(row, texts) if row["query"].isascii() else ():
        if kind != "roles":
            yield {**row, "id": f"{row['id']} {kind}", "query": question, "type": "unanswerable", "perturbed": True}


def _asked(snapshot: Snapshot, name: str, row: Row, ids: Mapping[str, str], score: ModuleType) -> Iterator[Asked]:
    now = moment(row)
    vector = snapshot.vector(row["query"])
    inquiry = understand(row["query"], snapshot.asked(row["query"], vector), vector, now, "UTC")
    evidence = find(snapshot, inquiry, inquiry.since, now, DEFAULT)
    relevant = set(row.get("relevant_ids") or [])
    unanswerable = score.unanswerable(row) or row.get("type") == "unanswerable"
    for left_out in (False, True):
        if left_out and (not relevant or row.get("perturbed")):
            continue
        reports = [report for report in evidence.reports if not (left_out and ids[report.url] in relevant)]
        hits = [hit for hit in evidence.hits if not (left_out and ids[hit.passage.url] in relevant)]
        candidates = judged(snapshot, inquiry, Evidence(hits, reports), DEFAULT)
        if not candidates:
            continue
        decision = decide(inquiry, candidates, DEFAULT)
        labels = np.array([_label(score, row, ids, one.testimony) for one in candidates])
        yield Asked(
            set_name=name,
            incident=_incident(name, row),
            question_id=row["id"],
            kind=inquiry.kind,
            query=row["query"],
            features=[dict(one.features) for one in candidates],
            texts=[one.testimony.sentence_text for one in candidates],
            labels=labels * (not (left_out or unanswerable)),
            support=support_features(inquiry, candidates, reports, decision),
            answerable=not (left_out or unanswerable),
            has_parts=has_parts(inquiry),
        )


def _incident(name: str, row: Row) -> str:
    """What keeps questions of one incident in one fold: the first article that answers, else the question's time."""
    return f"{name} {min(row.get('relevant_ids') or [str(row.get('as_of'))[:7]])}"


def _label(score: ModuleType, row: Row, ids: Mapping[str, str], testimony: Testimony) -> float:
    """How far a statement is the answer: 1 where it is marked so, a half where it only has the words."""
    if ids[testimony.report.url] not in (row.get("relevant_ids") or []):
        return 0.0
    start, end = testimony.sentence
    text = testimony.sentence_text
    golds = score.golds(row)
    if "answer_start" in row:
        if start <= row["answer_start"] < end:
            return 1.0
        return 0.5 * any(score.contains(text, gold) for gold in golds)
    marked = [position["quote"] for position in row.get("positions") or []]
    marked += [quote["quote"] for fact in row.get("facts") or [] for quote in fact["quotes"]]
    marked += row.get("gold_quotes") or []
    if marked:
        return float(any(score.overlaps(text, quote) for quote in marked))
    return float(any(score.contains(text, gold) for gold in golds))


def fit_ranking(asked: Sequence[Asked], names: Sequence[str], *, l2: float = 3e-3, steps: int = 300) -> Matrix:
    shares = _shares(asked)
    data = [
        (_matrix(one, names), one.labels / one.labels.sum(), shares[one.set_name])
        for one in asked
        if one.labels.sum() > 0
    ]

    def gradient(weights: Matrix) -> Matrix:
        total = np.zeros(len(names))
        for features, wanted, share in data:
            logits = features @ weights
            chances = np.exp(logits - logits.max())
            total += share * (features.T @ (chances / chances.sum() - wanted))
        return total / len(data) + l2 * weights

    return _adam(gradient, len(names), steps)


def mixed(asked: Sequence[Asked], names: Sequence[str], learnt: Matrix) -> Matrix:
    """What was learnt, mixed with the weights that there are, on the scale of the scores that these give: thresholds
    hang on it."""
    present = np.array([WEIGHTS.get(name, 0.0) for name in names])
    answered = [_matrix(one, names) for one in asked if one.labels.sum() > 0]
    spread, wanted = (np.mean([np.std(features @ weights) for features in answered]) for weights in (learnt, present))
    mean: Matrix = _LEARNT * learnt * wanted / spread + (1 - _LEARNT) * present
    return mean


def _shares(asked: Sequence[Asked]) -> dict[str, float]:
    """Each set counts by the root of its size, so that the largest does not decide alone."""
    sizes = {
        name: sum(one.set_name == name and one.labels.sum() > 0 for one in asked)
        for name in {one.set_name for one in asked}
    }
    weights = {name: 1 / max(1, size) ** 0.5 for name, size in sizes.items()}
    mean = sum(weights[one.set_name] for one in asked) / len(asked)
    return {name: weight / mean for name, weight in weights.items()}


Support = Mapping[bool, Mapping[str, float]]


def fit_supports(asked: Sequence[Asked], names: Sequence[str]) -> Support:
    """The weights of support of questions of several parts, under True, and of all others, with what is leant to an
    answer."""
    return {
        parts: _fit_support([one for one in asked if one.has_parts == parts], names, LEAN_OF_PARTS if parts else LEAN)
        for parts in (False, True)
    }


def _fit_support(
    asked: Sequence[Asked], names: Sequence[str], lean: float, *, l2: float = 3e-3, steps: int = 1500
) -> dict[str, float]:
    learnt = [one for one in asked if "nothing" not in one.support]
    if not learnt:
        return {}
    features = np.array([[1.0, *(one.support.get(name, 0.0) for name in names)] for one in learnt])
    wanted = np.array([float(one.answerable) for one in learnt])
    groups = [(one.set_name, one.answerable) for one in learnt]
    sizes = {group: groups.count(group) for group in set(groups)}
    share = np.array([1 / sizes[group] ** 0.5 for group in groups])
    share /= share.mean()

    def gradient(weights: Matrix) -> Matrix:
        chances = 1 / (1 + np.exp(-features @ weights))
        return features.T @ (share * (chances - wanted)) / len(learnt) + l2 * weights

    weights = dict(zip(["", *names], map(float, _adam(gradient, len(names) + 1, steps)), strict=True))
    return weights | {"": weights[""] + lean, "nothing": -9.0}


def _adam(gradient: Callable[[Matrix], Matrix], size: int, steps: int, rate: float = 0.1) -> Matrix:
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def _matrix(one: Asked, names: Sequence[str]) -> Matrix:
    return np.array([[features.get(name, 0.0) for name in names] for features in one.features])


def fold_of(one: Asked) -> int:
    return zlib.crc32(one.incident.encode()) % FOLDS


def ranked_right(asked: Sequence[Asked], weights: Matrix, names: Sequence[str]) -> dict[str, list[int]]:
    """For each set, the rank of the first statement that answers, a question each."""
    ranks: dict[str, list[int]] = {}
    for one in asked:
        if one.labels.sum() > 0:
            order = np.argsort(-(_matrix(one, names) @ weights), kind="stable")
            ranks.setdefault(one.set_name, []).append(int(np.argmax(one.labels[order] >= 0.5)) + 1)
    return ranks


def area(chances: Matrix, wanted: Matrix) -> float:
    """The area under the curve of a score that should be high where `wanted` is 1."""
    order = np.argsort(np.argsort(chances)) + 1
    good = wanted > 0.5
    count = good.sum()
    return float((order[good].sum() - count * (count + 1) / 2) / max(1, count * (len(wanted) - count)))


def report(asked: Sequence[Asked], names: Sequence[str], support_names: Sequence[str]) -> None:
    """Figures of cross-validation, each fold by what was learned on the others."""
    ranks: dict[str, list[int]] = {}
    chances: list[tuple[str, float, float]] = []
    for fold in range(FOLDS):
        seen = [one for one in asked if fold_of(one) != fold]
        unseen = [one for one in asked if fold_of(one) == fold]
        weights = fit_ranking(seen, names)
        for name, places in ranked_right(unseen, weights, names).items():
            ranks.setdefault(name, []).extend(places)
        supports = fit_supports(seen, support_names)
        for one in unseen:
            chances.append((one.set_name, likelihood(one.support, supports[one.has_parts]), float(one.answerable)))
    for name, places in sorted(ranks.items()):
        array = np.array(places)
        print(
            f"{name:22} n {len(array):4} first {np.mean(array == 1):.3f}"
            f" in three {np.mean(array <= 3):.3f} mrr {np.mean(1 / array):.3f}"
        )
    for name in sorted({name for name, _, _ in chances}):
        own = np.array([(chance, wanted) for set_name, chance, wanted in chances if set_name == name])
        refused, should = own[:, 0] < 0.5, own[:, 1] < 0.5
        right = (refused & should).sum()
        print(
            f"{name:22} support area {area(own[:, 0], own[:, 1]):.3f}"
            f" refused {refused.sum()} rightly {right} of {should.sum()}"
        )


def main(options: Sequence[str]) -> None:
    if "--gather" in options or not CACHE.exists():
        names = [option for option in options if not option.startswith("--")] or [*PLAIN, "mirror", WRITTEN]
        gathered = pickle.loads(CACHE.read_bytes()) if CACHE.exists() and names != [*PLAIN, "mirror", WRITTEN] else {}
        for name in names:
            gathered[name] = collect(name)
        CACHE.write_bytes(pickle.dumps(gathered))
    asked = [one for group in pickle.loads(CACHE.read_bytes()).values() for one in group]
    names = sorted({name for one in asked for features in one.features[:1] for name in features} | {"judge"})
    support_names = sorted({name for one in asked for name in one.support} - {"nothing"})
    report(asked, names, support_names)
    weights = dict(zip(names, mixed(asked, names, fit_ranking(asked, names)), strict=True))
    supports = fit_supports(asked, support_names)
    print(json.dumps({name: round(value, 2) for name, value in weights.items()}))
    for parts, support in supports.items():
        print(parts, json.dumps({name: round(value, 2) for name, value in support.items()}))
    if "--write" in options:
        LEARNED.write_text(_source(weights, {False: SUPPORT, True: SUPPORT_OF_PARTS}), encoding="utf-8")
    if "--write-support" in options:
        LEARNED.write_text(_source(WEIGHTS, supports), encoding="utf-8")


def _source(weights: Mapping[str, float], supports: Support) -> str:
    head = LEARNED.read_text(encoding="utf-8").split("WEIGHTS: ")[0]
    listed = [
        f"{name}: Mapping[str, float] = MappingProxyType(\n    {{\n"
        + "".join(f'        "{key}": {value:.2f},\n' for key, value in sorted(values.items()))
        + "    }\n)\n"
        for name, values in (("WEIGHTS", weights), ("SUPPORT", supports[False]), ("SUPPORT_OF_PARTS", supports[True]))
    ]
    return (
        head
        + f'{listed[0]}\n# What the features of support weigh; "" is the constant.\n{listed[1]}'
        + f"\n# The same of a question of several parts.\n{listed[2]}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
