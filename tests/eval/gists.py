"""What is composed of the records beside quotes in other languages, to be read: `python -m tests.eval.gists`.

Prints lines drawn from ../shared/eval/analyst and ../shared/eval/mirror, each with its quote: `--language` is the
reader's (en), `--lines` how many of each (20), `--seed` which (5), `--mentions` those that only say whom a quote names.
Who reads them says how many are right. Where the data is absent there is nothing to do.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.wording.render_gist import gist_line
from bot.wording.texts import texts_for
from bot.wording.typeset import plain
from index.reports.gist import gist
from index.reports.reading import read
from index.reports.report import Report, Span
from index.reports.wordings import worded
from tests.eval.briefings import DATA, rows

_READ_TO = 9


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="gists")
    parser.add_argument("--language", default="en")
    parser.add_argument("--lines", type=int, default=20)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--mentions", action="store_true")
    asked = parser.parse_args(arguments)
    if not DATA.exists():
        print("gists: no ../shared/eval beside the project, nothing to measure")
        return 0
    reports = {
        "analyst": rows("analyst/corpus.jsonl"),
        "mirror": [report for item in rows("mirror/dev.jsonl") for report in item["reports"]],
    }
    for name, articles in reports.items():
        lines = [line for article in articles for line in composed(article, asked.language, mentions=asked.mentions)]
        print(f"{name}: {len(lines)} quotes with a line")
        for line, quote in random.Random(asked.seed).sample(lines, min(asked.lines, len(lines))):
            print(f"- {line}\n    {' '.join(quote.split())}")
    return 0


def composed(article: Mapping[str, Any], language: str, *, mentions: bool) -> Iterator[tuple[str, str]]:
    """The lines for a reader of a language beside the quotes of one article in another."""
    at = datetime.fromisoformat(article["published"]) if article.get("published") else None
    reading = read(article["title"], article["text"], article["publisher"], at, article.get("language"))
    seen = at or datetime.fromisoformat("2026-01-01T00:00:00+00:00")
    span = Span("a:0", 0, len(article["text"]))
    told = article["title"], article["text"], article["publisher"]
    report = Report(article["url"], article["url"], *told, at, seen, reading, (span,))
    for testimony in report.testimonies:
        wording = worded(testimony, None)
        record = gist(testimony, wording.start, wording.end)
        said = (
            gist_line(record, texts_for(language))
            if record and mentions != bool(record.deed or record.tallies)
            else None
        )
        if said is not None and testimony.statement.sentence < _READ_TO:
            yield plain(said), wording.quote


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
