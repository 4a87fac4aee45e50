"""How well articles are read off real news pages: `python -m tests.eval.pages [--each]`; exits 1 below the floor.

Prints our figures beside trafilatura's own on the same pages. The pages lie beside the project, in
../shared/eval/pages; where they are absent there is nothing to do.
"""

from __future__ import annotations

import collections
import dataclasses
import gzip
import json
import logging
import re
import sys
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "pages"

FLOOR = {"title": 0.90, "date": 0.99, "author": 0.80, "lead": 0.98}
MOST_WRONG_DATES = 0.01


@dataclasses.dataclass(frozen=True)
class Score:
    """One page: token F1 of the text, of trafilatura's too, title exact, whether the day is right (None: none), whether
    its author is named (None: it has none), and how much of its first paragraph is kept."""

    name: str
    f1: float
    f1_trafilatura: float
    title: bool
    day: bool | None
    wall: str | None
    author: bool | None
    lead: bool


def pages() -> Iterator[tuple[dict[str, Any], bytes]]:
    """What is known of each page, and its bytes."""
    with tarfile.open(FOLDER / "html.tar") as archive:
        stored = {member.name.removeprefix("./"): member for member in archive.getmembers()}
        with gzip.open(FOLDER / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                gold = json.loads(line)
                document = archive.extractfile(stored[gold["html"]])
                assert document is not None
                yield gold, gzip.decompress(document.read())


def score(page: tuple[dict[str, Any], bytes]) -> Score:
    """Our reading of one page against what is known of it."""
    import trafilatura

    from index.ingest.pages import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    gold, body = page
    now = datetime.fromisoformat(gold["crawl_date"]).replace(tzinfo=UTC)
    ours = extract(body, url=gold["url"], now=now)
    theirs = trafilatura.extract(body, url=gold["url"], include_comments=False) or ""
    stated = ours.stated.published_at
    return Score(
        name=gold["html"],
        f1=_f1(ours.text, gold["text"]),
        f1_trafilatura=_f1(theirs, gold["text"]),
        title=_plain(ours.stated.title) == _plain(gold["title"]),
        day=None if stated is None else stated.date() == _utc(gold["published"]).date(),
        wall=ours.wall,
        author=_names(ours.stated.author, gold["authors"]),
        lead=_keeps_lead(ours.text, gold["text"]),
    )


def measure() -> list[Score]:
    """All pages."""
    return [score(page) for page in pages()]


def figures(scores: list[Score]) -> dict[str, float]:
    """The figures by name."""
    count = len(scores)
    signed = [one.author for one in scores if one.author is not None]
    return {
        "pages": count,
        "text_f1": sum(one.f1 for one in scores) / count,
        "text_f1_trafilatura": sum(one.f1_trafilatura for one in scores) / count,
        "title_exact": sum(one.title for one in scores) / count,
        "date_right": sum(one.day is True for one in scores) / count,
        "date_wrong": sum(one.day is False for one in scores) / count,
        "author": sum(signed) / len(signed),
        "lead_kept": sum(one.lead for one in scores) / count,
        "date_unknown": sum(one.day is None for one in scores) / count,
    }


def below_floor(found: dict[str, float]) -> list[str]:
    """The figures that are not what they have to be."""
    bounds = {
        "text_f1": found["text_f1"] >= found["text_f1_trafilatura"],
        "title_exact": found["title_exact"] >= FLOOR["title"],
        "date_right": found["date_right"] >= FLOOR["date"],
        "date_wrong": found["date_wrong"] <= MOST_WRONG_DATES,
        "author": found["author"] >= FLOOR["author"],
        "lead_kept": found["lead_kept"] >= FLOOR["lead"],
    }
    return [name for name, held in bounds.items() if not held]


def main() -> int:
    if not FOLDER.is_dir():
        print("pages: no evaluation data beside the project, nothing measured")
        return 0
    scores = measure()
    found = figures(scores)
    for name, value in found.items():
        print(f"pages {name:<20} {value:.4f}" if name != "pages" else f"pages {name:<20} {value:.0f}")
    if "--each" in sys.argv:
        print(f"{'page':<60}{'f1':>6}{'title':>7}{'time':>6}{'author':>8}{'lead':>6}  wall")
        for one in scores:
            marks = (_mark(one.title), _mark(one.day), _mark(one.author), _mark(one.lead))
            columns = "".join(f"{mark:>{width}}" for mark, width in zip(marks, (7, 6, 8, 6), strict=True))
            print(f"{one.name[-60:]:<60}{one.f1:>6.2f}{columns}  {one.wall or ''}")
    if "--worst" in sys.argv:
        for one in sorted(scores, key=lambda one: one.f1)[:15]:
            print(f"  {one.f1:.2f} (trafilatura {one.f1_trafilatura:.2f}) {one.name} {one.wall or ''}")
    if "--missed" in sys.argv:
        for one in scores:
            missed = [name for name in ("title", "day", "author", "lead") if getattr(one, name) is False]
            if missed:
                print(f"  {one.name}: {', '.join(missed)}")
    failed = below_floor(found)
    if failed:
        print(f"pages: below the floor: {', '.join(failed)}")
    return 1 if failed else 0


def _mark(right: bool | None) -> str:
    return "-" if right is None else "yes" if right else "no"


def _f1(found: str, gold: str) -> float:
    first, second = (collections.Counter(re.findall(r"\w+", text.lower())) for text in (found, gold))
    common = sum((first & second).values())
    return 2 * common / (first.total() + second.total()) if common else 0.0


def _names(stated: str | None, authors: list[str] | None) -> bool | None:
    """Whether at least half of the people or agencies that a page is by are named, whatever else is."""
    if not authors:
        return None
    ours = set(re.findall(r"\w+", (stated or "").lower()))
    named = [set(re.findall(r"\w+", author.lower())) <= ours for author in authors]
    return sum(named) * 2 >= len(named)


def _keeps_lead(found: str, gold: str) -> bool:
    """Whether six in seven of the words of the first paragraph stand in what was read, near its beginning."""
    lead = re.findall(r"\w+", gold.strip().split("\n")[0].lower())
    ours = collections.Counter(re.findall(r"\w+", found.lower())[: 3 * len(lead) + 200])
    return (collections.Counter(lead) & ours).total() >= 6 / 7 * len(lead)


def _plain(title: str) -> str:
    """Spaces of every kind made one plain one, soft hyphens and zero-width spaces left out."""
    return re.sub(r"\s+", " ", title.replace("\xad", "").replace("\u200b", "")).strip()


def _utc(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


if __name__ == "__main__":
    sys.exit(main())
