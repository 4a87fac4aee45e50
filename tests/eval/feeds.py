"""What real feeds come to where their pages are refused: `python -m tests.eval.feeds [--each]`; exits 1 where one ends
in an error or an entry is lost without a count.

A line a feed with --each: entries listed, kept, of these headline only and teaser only, with a time, with an author.
The feeds lie beside the project, in ../shared/eval/feeds; where they are absent there is nothing to do.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from index.ingest.collecting import to_article
from index.ingest.entries import Entry, Feed, NotAFeed, dated
from index.ingest.feeds import parse_feed
from index.sites import Speaker, site_of
from index.store.sources import Source

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "feeds"
_URL = "https://collected.example/feed"
# Later than all that was collected.
_NOW = datetime(2027, 1, 1, tzinfo=UTC)


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """What one feed came to, in numbers of entries. `bare`: those in which there is neither a title nor a word."""

    name: str
    listed: int = 0
    kept: int = 0
    headline: int = 0
    teaser: int = 0
    timed: int = 0
    signed: int = 0
    bare: int = 0
    failed: str = ""

    @property
    def lost(self) -> int:
        """Entries that say something and were not kept."""
        return self.listed - self.kept - self.bare


def feeds() -> Iterator[tuple[str, bytes]]:
    """The name and bytes of each collected feed."""
    lines = (FOLDER / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    listed = {json.loads(line)["path"] for line in lines}
    with tarfile.open(FOLDER / "feeds.tar.gz") as archive:
        for member in archive.getmembers():
            document = archive.extractfile(member)
            if document is not None and member.name.removeprefix("./") in listed:
                yield member.name.removeprefix("./"), document.read()


def row_of(name: str, body: bytes) -> Row:
    """One feed, read as if it were its site's own and all its pages answered 403."""
    try:
        feed = dated(parse_feed(body, url=_URL), now=_NOW)
    except NotAFeed:
        return Row(name)
    except Exception as error:
        return Row(name, failed=repr(error))
    source = _source(feed)
    speaker = Speaker.of(source.url)
    articles = [to_article(source, speaker, entry, None) for entry in feed.entries]
    parts = Counter(article.part for article in articles if article is not None)
    return Row(
        name,
        listed=len(feed.entries),
        kept=parts.total(),
        headline=parts["headline"],
        teaser=parts["teaser"],
        timed=sum(1 for article in articles if article is not None and article.published_at is not None),
        signed=sum(1 for article in articles if article is not None and article.author),
        bare=sum(map(_is_bare, feed.entries)),
    )


def _is_bare(entry: Entry) -> bool:
    return not (entry.title or entry.summary or entry.content)


def _source(feed: Feed) -> Source:
    """A source at the site that most of the entries lie on."""
    hosts = Counter(urlsplit(entry.url).hostname or "" for entry in feed.entries if entry.url)
    url = f"https://{hosts.most_common(1)[0][0]}/feed" if hosts else _URL
    known = {
        "id": 1,
        "url": url,
        "kind": "feed",
        "name": feed.title or "A feed",
        "state": "active",
        "site": site_of(url),
        "interval_s": 900,
        "failures": 0,
        "added_at": _NOW - timedelta(days=1),
        "due_at": _NOW,
        "health": "ok",
        "degraded": False,
        "topics": (),
        "keep_words": (),
        "drop_words": (),
    }
    return Source(**{field.name: known.get(field.name) for field in dataclasses.fields(Source)})  # type: ignore[arg-type]


def main() -> int:
    if not FOLDER.is_dir():
        print("feeds: no evaluation data beside the project, nothing measured")
        return 0
    rows = [row_of(name, body) for name, body in feeds()]
    columns = ("listed", "kept", "headline", "teaser", "timed", "signed", "bare", "lost")
    if "--each" in sys.argv:
        print(f"{'file':<70}" + "".join(f"{column:>9}" for column in columns))
        for row in rows:
            print(f"{row.name[-70:]:<70}" + "".join(f"{getattr(row, column):>9}" for column in columns), row.failed)
    print(f"feeds files     {len(rows)}")
    for column in columns:
        print(f"feeds {column:<9} {sum(getattr(row, column) for row in rows)}")
    failed = [row for row in rows if row.failed]
    print(f"feeds errors    {len(failed)}")
    return 1 if failed or any(row.lost for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
