"""Whether one event reported in several languages is one story: `python -m tests.eval.events`.

Forty events of invented reports, each in three languages or more, and eight reports of nothing else beside them. The
thresholds of `StoryPolicy` were chosen on one half of the events; the other was only measured. Prints B-cubed figures
of each half, with the events that are not one story; exits 1 below the floor.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from index import Index, Settings
from tests.eval.embedding import default_model

EVENTS = Path(__file__).with_name("events.jsonl")
FLOOR = 0.85


def main() -> int:
    rows = reports()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), embedding=default_model())
        with Index.open(settings) as corpus:
            corpus.add([article(row) for row in rows])
            stories = {url: story.story_id for story in corpus.stories() for url in story.article_urls}
    below = 0
    for half in ("chosen", "kept"):
        precision, recall = b_cubed(rows, stories, half)
        score = 2 * precision * recall / (precision + recall)
        below += score < FLOOR
        print(f"{half:7} precision {precision:.3f}  recall {recall:.3f}  F1 {score:.3f}, floor {FLOOR:.2f}")
    for line in mistakes(rows, stories):
        print(f"  {line}")
    return int(below > 0)


def reports() -> list[dict[str, str]]:
    """The reports, each with an address of its own."""
    rows = [json.loads(line) for line in EVENTS.read_text(encoding="utf-8").splitlines()]
    outlets = sorted({row["publisher"] for row in rows})
    return [
        row | {"url": f"https://outlet{outlets.index(row['publisher'])}.example/{number}"}
        for number, row in enumerate(rows)
    ]


def article(row: Mapping[str, str]) -> dict[str, Any]:
    """A report as it is imported."""
    return {key: row[key] for key in ("url", "title", "text", "publisher", "published")}


def b_cubed(rows: Sequence[Mapping[str, str]], stories: Mapping[str, str], half: str) -> tuple[float, float]:
    """Precision and recall of the half's reports: what shares a story with each, and what ought to."""
    events = {row["url"]: row["event"] for row in rows}
    precisions, recalls = [], []
    for row in rows:
        if row["half"] == half:
            together = {url for url, story in stories.items() if story == stories[row["url"]]}
            same = {url for url, event in events.items() if event == row["event"]}
            precisions.append(len(together & same) / len(together))
            recalls.append(len(together & same) / len(same))
    return sum(precisions) / len(precisions), sum(recalls) / len(recalls)


def mistakes(rows: Sequence[Mapping[str, str]], stories: Mapping[str, str]) -> list[str]:
    """The events that are told in several stories, and the stories that hold several events."""
    split: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    held: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        split[row["event"]][stories[row["url"]]].append(row["language"])
        held[stories[row["url"]]].add(row["event"])
    apart = [
        f"{event}: " + " | ".join(" ".join(ones) for ones in parts.values())
        for event, parts in split.items()
        if len(parts) > 1
    ]
    return [*apart, *(f"together: {' '.join(sorted(events))}" for events in held.values() if len(events) > 1)]


if __name__ == "__main__":
    sys.exit(main())
