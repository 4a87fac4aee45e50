"""Whether the figures of sentences are read: `python -m tests.eval.figures [-v]`, in all languages.

Three sets: the gold numbers of syria_gold and of the mirror's questions that ask how many (both in ../shared/eval, left
out where that is absent), each looked for in the figures of the sentences that its quote stands in; and sentences of
our own with all their figures (`figures.jsonl`). A number is read where a figure has it as its value or a bound of its
range; its outcome, where that figure has the one that is asked for. A figure of our own sentences is false where it has
an outcome and none is expected with that value and outcome. Exits 1 below the floors.
"""

from __future__ import annotations

import collections
import dataclasses
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from index.language.languages import language_of
from index.language.sentences import sentences
from index.reports.figures import figures_in
from index.reports.records import Figure
from tests.eval.__main__ import SCORER

OWN = Path(__file__).with_name("figures.jsonl")
SETS = SCORER.parent
FLOORS = {"syria_gold": (0.97, 0.91), "mirror": (0.95, 0.95), "own": (0.90, 0.90)}
MOST_FALSE = 0.05

# How a gold value or a question names an outcome. Where neither does, only the number is asked for.
OUTCOMES = {
    "wounded": r"wound|injur|hurt|affected|поран|ранен|пострад|постражд|bless|herid|جرح|جريح|פצוע|נפצע",
    "captured": r"abduct|kidnap|captive|detained",
    "displaced": r"\bfled|flee|fui\b|crossed",
    "struck": r"shot down|збит|сбит",
    "killed": r"kill|dead|\bdie|death|toll|fatal|victim|cholera|загин|загиб|погиб|жертв|mort|tué|muert|murie|قتل|قتيل"
    r"|הרוג|נהרג",
}
WORDS = {
    "none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "dozen": 12, "dozens": 24, "seventeen": 17, "fifty": 50, "hundred": 100, "четверо": 4,
    "مئة": 100,
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Expected:
    """A number that a sentence gives, and the outcome asked for, "" where any will do."""

    name: str
    language: str
    text: str
    written: date | None
    value: float
    outcome: str


def main(options: list[str]) -> int:
    below = 0
    for name, (value_floor, outcome_floor) in FLOORS.items():
        expected = list({"syria_gold": syria_gold, "mirror": mirror, "own": own}[name]())
        if not expected:
            print(f"{name}: not here")
            continue
        values, outcomes = scored(expected, verbose="-v" in options)
        for language in sorted(values):
            print(f"  {name:10} {language}: {values[language]} values, {outcomes[language]} with outcome")
        value, outcome = values["all"].share, outcomes["all"].share
        low = value < value_floor or outcome < outcome_floor
        print(f"{name}: values {value:.3f} (at least {value_floor}), outcomes {outcome:.3f} (at least {outcome_floor})")
        below += low
    false, given = false_figures(verbose="-v" in options)
    print(
        f"own: {false} of {given} figures with an outcome are false: {false / max(1, given):.3f}, at most {MOST_FALSE}"
    )
    return int(below > 0 or false > MOST_FALSE * given)


@dataclasses.dataclass
class Share:
    right: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        return self.right / max(1, self.of)

    def __str__(self) -> str:
        return f"{self.right}/{self.of}"


def scored(expected: list[Expected], *, verbose: bool) -> tuple[dict[str, Share], dict[str, Share]]:
    """How many numbers were read, and how many with their outcome, by language and in all."""
    values: dict[str, Share] = collections.defaultdict(Share)
    outcomes: dict[str, Share] = collections.defaultdict(Share)
    for item in expected:
        figures = [figure for figure in read(item) if item.value in {figure.value, figure.low, figure.high}]
        right = [figure for figure in figures if item.outcome in {figure.outcome, ""}]
        for key in (item.language, "all"):
            values[key].of += 1
            values[key].right += bool(figures)
            outcomes[key].of += 1
            outcomes[key].right += bool(right)
        if verbose and not right:
            given = [(figure.value, figure.counted, figure.outcome) for figure in read(item)]
            print(f"    {item.name} {item.value:g} {item.outcome}: {given}\n        {item.text}")
    return values, outcomes


def read(item: Expected) -> list[Figure]:
    """The figures of all sentences of a text."""
    return [
        figure
        for start, end in sentences(item.text)
        for figure in figures_in(item.text, start, end, item.language, item.written)
    ]


def syria_gold() -> Iterator[Expected]:
    """The numbers of each gold position that its quote says."""
    for query in rows(SETS / "syria_gold" / "queries.jsonl"):
        for position in query.get("positions", []) if query["type"] == "figure" else []:
            asked = f"{position['value']} {position.get('unit') or ''}"
            for value, outcome in numbers(str(position["value"]), asked):
                if says(position["quote"], value):
                    yield Expected(query["id"], "en", position["quote"], None, value, outcome)


def mirror() -> Iterator[Expected]:
    """The numbers of each gold position of a question that asks how many."""
    for item in rows(SETS / "mirror" / "dev.jsonl"):
        reports = {report["id"]: report for report in item["reports"]}
        for position in item["gold"]["positions"]:
            if not re.search(
                r"how many|combien|cuánt|скільки|сколько|كم عدد|كم قتيل|bilan|casualties", item["query"], re.I
            ):
                continue
            report = reports[position["report"]]
            written, language = date.fromisoformat(report["published"][:10]), language_of(report["text"])
            for value, outcome in numbers(str(position["value"]), f"{position['value']} {item['query']}")[:1]:
                text = position["quote"]
                yield Expected(item["id"], language, text, written, value, outcome if outcome_in(text) else "")


def own() -> Iterator[Expected]:
    for row in rows(OWN):
        for value, outcome, *_ in row["figures"]:
            yield Expected("own", row["language"], row["text"], date(2024, 6, 6), value, outcome)


def false_figures(*, verbose: bool) -> tuple[int, int]:
    """How many figures of our own sentences have an outcome that they ought not to have, and how many have one."""
    false = given = 0
    for row in rows(OWN):
        wanted = {(value, outcome) for value, outcome, *_ in row["figures"]}
        for figure in figures_in(row["text"], 0, len(row["text"]), row["language"], date(2024, 6, 6)):
            given += bool(figure.outcome)
            if figure.outcome and (figure.value, figure.outcome) not in wanted:
                false += 1
                if verbose:
                    print(f"    false: {figure.value:g} {figure.counted} {figure.outcome}\n        {row['text']}")
    return false, given


def numbers(value: str, asked: str) -> list[tuple[float, str]]:
    """The numbers of a gold value, each with the outcome that it, or else the question, names."""
    plain = re.sub(r"(?<=\d)[\s,](?=\d{3})", "", re.sub(r"\(.*?\)", "", value))
    pieces = re.findall(r"\d+|[^\W\d_]+", plain)
    found = []
    for place, piece in enumerate(pieces):
        number = float(piece) if piece.isdigit() else WORDS.get(piece.lower())
        if number is not None and pieces[place + 1 : place + 2] != ["days"]:
            own_words = " ".join(pieces[place + 1 : place + 4])
            found.append((float(number), outcome_in(own_words) or outcome_in(asked)))
    return found


def outcome_in(text: str) -> str:
    named = [(match.start(), name) for name, pattern in OUTCOMES.items() if (match := re.search(pattern, text, re.I))]
    return min(named)[1] if named else ""


def says(quote: str, value: float) -> bool:
    """Whether a quote has the number, in digits or in a word."""
    inside = re.findall(r"\d+|[^\W\d_]+", re.sub(r"(?<=\d),(?=\d{3})", "", quote.lower()))
    return f"{value:g}" in inside or any(WORDS.get(word) == value for word in inside)


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
