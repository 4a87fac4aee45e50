"""How long answers are on a telephone: `python -m tests.bench.lengths [--articles FILE --questions FILE]`.

Without files: the sample's articles and questions of our own. For each question that is answered: what stands before
its sources, what is shown before anything is opened, and the share of the whole message that is sources.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.wording.render import Reader, answer_messages
from bot.wording.texts import texts_for
from bot.wording.typeset import plain
from index import Index, Settings
from index.embedding.embedder import EmbeddingPolicy
from index.importing import to_article
from index.sample import sample_articles

GLANCE = 500
_FOLD = re.compile(r"<blockquote expandable>.*?</blockquote>", re.DOTALL)
_QUESTIONS = (
    "How many attacks on US troops were counted?",
    "What happened in Zummar?",
    "What happened in Damascus?",
    "What did Iran say?",
    "How many drones were shot down?",
    "What did the Pentagon say?",
    "Who attacked the consulate?",
    "What happened in Gaza?",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--questions", type=Path, help='JSON lines with "query" and, where it matters, "as_of"')
    parser.add_argument("--model-dir", default="", help="where the converted model is kept; empty: made anew")
    options = parser.parse_args()
    rows = [{"query": question} for question in _QUESTIONS]
    if options.questions:
        rows = [json.loads(line) for line in options.questions.read_text(encoding="utf-8").splitlines()]
    heading = texts_for("en")("sources-heading")
    before, shown, shares = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), embedding=EmbeddingPolicy(model_dir=options.model_dir))
        with Index.open(settings) as corpus:
            lines = options.articles.read_text(encoding="utf-8").splitlines() if options.articles else ()
            corpus.add([to_article(json.loads(line)) for line in lines] if options.articles else sample_articles())
            newest = (corpus.stats().newest_at or datetime.now(UTC)) + timedelta(hours=1)
            for row in rows:
                now = datetime.fromisoformat(row["as_of"]) if row.get("as_of") else newest
                answer = corpus.ask(row["query"], now=now)
                if answer.kind != "answer":
                    continue
                html = "\n\n".join(one.html for one in answer_messages(answer, Reader(texts_for("en"))))
                whole, above = plain(html), html.partition(heading)[0]
                said, glance = plain(above), plain(_FOLD.sub("", above))
                before.append(len(said))
                shown.append(len(glance))
                shares.append(1 - len(said) / len(whole))
    if not before:
        sys.exit("nothing was answered")
    short = sum(length <= GLANCE for length in shown) / len(shown)
    print(f"{len(before)} of {len(rows)} questions answered")
    print(f"before the sources: mean {statistics.mean(before):.0f} characters, longest {max(before)}")
    print(f"shown before anything is opened: mean {statistics.mean(shown):.0f}, longest {max(shown)};", end=" ")
    print(f"{short:.0%} have at most {GLANCE}")
    print(f"share of a message that is sources, folded: {statistics.mean(shares):.0%}")


if __name__ == "__main__":
    main()
