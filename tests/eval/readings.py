"""`python -m tests.eval.readings`: do the statements that hold gold positions name the positions' speakers?

By language, on `../shared/eval/mirror/dev.jsonl` and on the sentences of `tests/eval/speakers.jsonl`; `--misses` shows
which do not. A speaker counts as named when a word of the gold name stands in the attribution that tells it from the
item's other speakers (the test of the mirror set's scorer).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from index.language.languages import language_of
from index.language.wordlists import words
from index.reports.reading import read
from index.reports.records import Reading, Statement

MIRROR = Path("../shared/eval/mirror/dev.jsonl")
SENTENCES = Path(__file__).with_name("speakers.jsonl")
# Words that tell no speaker from another, in the languages of the sets: the scorer's own list.
_SMALL = words(
    """
    the a an of in and on by its it he at for from to that who whom is as said le la les de des du el los las en un une
    et al
    """
)
_LETTERS = 5


def words_of(name: str) -> set[str]:
    """The first letters of the words that count; words all in capitals always do."""
    found = re.findall(r"\w+", re.sub("[\"״'’ʼ]", "", name))
    return {
        word.lower()[:_LETTERS] for word in found if len(word) > 1 and (word.isupper() or word.lower() not in _SMALL)
    }


def names_speaker(speaker: str, others: set[str], attribution: list[str]) -> bool:
    """Whether an attribution holds a word of the speaker's name that no other speaker's has."""
    apart = words_of(speaker) - set().union(*(words_of(other) for other in others if other != speaker), set())
    return bool((apart or words_of(speaker)) & words_of(" ".join(attribution)))


def statement_at(reading: Reading, start: int, end: int) -> Statement | None:
    """The statement that shares most with a span of the text."""
    shared = {statement: min(statement.end, end) - max(statement.start, start) for statement in reading.statements}
    best = max(shared, key=lambda statement: shared[statement], default=None)
    return best if best is not None and shared[best] > 0 else None


def mirror_rows(path: Path) -> Iterator[tuple[str, bool, str]]:
    """Language, whether the speaker is named, and a line to show, for each gold position."""
    for item in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        reports = {report["id"]: report for report in item["reports"]}
        speakers = {position["speaker"] for position in item["gold"]["positions"]}
        for position in item["gold"]["positions"]:
            report = reports[position["report"]]
            yield _mirror_row(item["id"], position, speakers, report)


def _mirror_row(
    item: str, position: dict[str, Any], speakers: set[str], report: dict[str, Any]
) -> tuple[str, bool, str]:
    published = datetime.fromisoformat(report["published"])
    reading = read(report["title"], report["text"], report["publisher"], published)
    start = report["text"].index(position["quote"])
    statement = statement_at(reading, start, start + len(position["quote"]))
    attribution = [*(voice.name for voice in (statement.voices if statement else ())), report["publisher"]]
    right = names_speaker(position["speaker"], speakers, attribution)
    line = f"{item} {position['speaker']!r} {attribution} | {position['quote']}"
    return language_of(report["text"]), right, line


def sentence_rows(path: Path) -> Iterator[tuple[str, bool, str]]:
    """The same for the project's own sentences: the innermost speaker of the last statement must be the one named."""
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        reading = read("–", row["text"], "Outlet", None, row["language"])
        start = row["text"].index(row["quote"]) if "quote" in row else 0
        statement = statement_at(reading, start, start + len(row.get("quote", row["text"])))
        speaker = statement.speaker.name if statement is not None and statement.speaker is not None else ""
        right = names_speaker(row["speaker"], set(), [speaker]) if row["speaker"] else not speaker
        yield row["language"], right, f"{row['speaker']!r} {speaker!r} | {row['text']}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--misses", action="store_true", help="show the positions whose speaker is not named")
    options = arguments.parse_args()
    for name, path, rows in (("mirror", MIRROR, mirror_rows), ("sentences", SENTENCES, sentence_rows)):
        if not path.is_file():
            print(f"{name}: {path} is absent")
            continue
        total: Counter[str] = Counter()
        named: Counter[str] = Counter()
        for language, right, line in rows(path):
            total[language] += 1
            named[language] += right
            if options.misses and not right:
                print(f"  {language} {line}")
        shares = ", ".join(f"{language} {named[language]}/{total[language]}" for language in sorted(total))
        print(f"{name}: {sum(named.values()) / max(1, sum(total.values())):.3f} ({shares})")


if __name__ == "__main__":
    main()
