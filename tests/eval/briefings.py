"""Briefings on real wars: `python -m tests.eval.briefings`; with `--show`, what they say.

The reports of two languages beside the project (../shared/eval/mirror, group xlang): is each pair one story, is what is
disputed shown as that, and is nothing else? The days of ../shared/eval/analyst with many reports: how long is a
briefing, and how often is one article or one claim told twice? Of twelve days the weighty events were marked by reading
(days.jsonl, the addresses of their reports as digests): how many are told, how many in the first half? Two of the days
were marked when nothing was to be chosen any more. Where the data is absent there is nothing to do.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.wording.render import Reader
from bot.wording.render_briefing import briefing_messages
from bot.wording.texts import texts_for
from bot.wording.typeset import plain, utf16
from index import Index, Settings
from index.stories.changes import since_last
from index.stories.story import Briefing
from tests.eval.embedding import default_model

DATA = Path(__file__).resolve().parents[3] / "shared" / "eval"
KEYS = ("url", "title", "text", "publisher", "published")
MOST_CHARACTERS = 1500
# A day with so many reports has news enough to choose from.
_MANY = 10
DAYS = Path(__file__).with_name("days.jsonl")


def main(arguments: list[str]) -> int:
    if not DATA.exists():
        print("briefings: no ../shared/eval beside the project, nothing to measure")
        return 0
    show = "--show" in arguments
    items = [row for row in rows("mirror/dev.jsonl") if row["group"] == "xlang"]
    with opened([report for item in items for report in item["reports"]]) as corpus:
        figures: Counter[str] = Counter()
        for item in items:
            figures.update(_pair(corpus, item, show))
    print(f"mirror, group xlang: {len(items)} pairs; one story {figures['joined']}, told twice {figures['twice']};")
    print(f"  disputes shown {figures['shown']} of {figures['disputed']}, false {figures['false']}")
    articles = rows("analyst/corpus.jsonl")
    counts = Counter(row["published"][:10] for row in articles if row.get("published"))
    days = sorted(day for day, count in counts.items() if count >= _MANY)
    marked = [row for row in rows_of(DAYS) if row["set"] == "analyst"]
    with opened(articles) as corpus:
        long = sum(_day(corpus, day, show) for day in days)
        told = [_weighty(corpus, row) for row in marked]
    for row in (row for row in rows_of(DAYS) if row["set"] != "analyst"):
        marked.append(row)
        with opened(_around(rows(f"{row['set']}/corpus.jsonl"), row["day"])) as corpus:
            told.append(_weighty(corpus, row))
    for held_out in (False, True):
        figures = sum(
            (count for count, row in zip(told, marked, strict=True) if row["held_out"] == held_out), Counter()
        )
        print(f"weighty events of days {'held out' if held_out else 'looked at'}: told {figures['told']} of", end=" ")
        print(f"{figures['events']}, in the first half {figures['early']}")
    return int(long > 0 or figures["twice"] > 0 or figures["false"] > 0)


def rows(name: str) -> list[dict[str, Any]]:
    return rows_of(DATA / name)


def rows_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@contextlib.contextmanager
def opened(articles: list[dict[str, Any]]) -> Iterator[Index]:
    """A corpus of these articles, each without what it has beside an article's fields."""
    with tempfile.TemporaryDirectory() as folder, opened_in(Path(folder)) as corpus:
        corpus.add([{key: row.get(key) for key in KEYS} for row in articles])
        yield corpus


def opened_in(folder: Path) -> Index:
    return Index.open(Settings(folder, embedding=default_model()))


def _pair(corpus: Index, item: dict[str, Any], show: bool) -> Iterator[str]:
    """What became of one pair of reports: the figures that it adds to."""
    urls = {report["url"] for report in item["reports"]}
    first = min(datetime.fromisoformat(report["published"]) for report in item["reports"])
    since = datetime(first.year, first.month, first.day, tzinfo=UTC)
    briefing = since_last(corpus.brief(since, since + timedelta(days=2)), [])
    telling = [brief for brief in briefing.stories if urls & set(brief.story.article_urls)]
    if show:
        print(f"{item['id']} ({item['gold']['verdict']})\n{shown(briefing)}\n")
    yield "joined" if any(urls <= set(brief.story.article_urls) for brief in telling) else "apart"
    if len(telling) > 1:
        yield "twice"
    disputed = any(brief.conflicts for brief in telling)
    if item["gold"]["verdict"] == "dispute":
        yield "disputed"
        if disputed:
            yield "shown"
    elif disputed:
        yield "false"


def _day(corpus: Index, day: str, show: bool) -> bool:
    """Print a day's figures; whether its briefing is too long or tells something twice."""
    since = datetime.fromisoformat(day).replace(tzinfo=UTC)
    briefing = since_last(corpus.draft(since, since + timedelta(days=1)), [], language="en")
    told = shown(briefing)
    claims = Counter(claim.quote for brief in briefing.stories for claim in brief.claims)
    urls = Counter(url for brief in briefing.stories for url in brief.story.article_urls)
    again = sum(count - 1 for count in (*claims.values(), *urls.values()))
    disputes = sum(len(brief.conflicts) for brief in briefing.stories)
    stories = len(briefing.stories)
    print(f"{day}  {stories} stories, {utf16(told)} characters, {disputes} disputes, told twice {again}")
    if show:
        print(f"{told}\n")
    return utf16(told) > MOST_CHARACTERS or again > 0


def _weighty(corpus: Index, row: dict[str, Any]) -> Counter[str]:
    """How many of a day's marked events its briefing tells, and how many in its first half."""
    since = datetime.fromisoformat(row["day"]).replace(tzinfo=UTC)
    stories = since_last(corpus.draft(since, since + timedelta(days=1)), [], language="en").stories
    digests = [{digest(url) for url in brief.story.article_urls} for brief in stories]
    places = [next((at for at, held in enumerate(digests) if held & set(event)), None) for event in row["stories"]]
    early = sum(place is not None and place < (len(stories) + 1) // 2 for place in places)
    return Counter(events=len(places), told=sum(place is not None for place in places), early=early)


def digest(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:12]


def _around(articles: list[dict[str, Any]], day: str) -> list[dict[str, Any]]:
    """The articles of a day and the week before it."""
    last = date.fromisoformat(day)
    days = {(last - timedelta(days=back)).isoformat() for back in range(8)}
    return [row for row in articles if (row.get("published") or "")[:10] in days]


def shown(briefing: Briefing) -> str:
    """A briefing as its reader sees it in Telegram."""
    return "\n".join(plain(message.html) for message in briefing_messages(briefing, Reader(texts_for("en"))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
