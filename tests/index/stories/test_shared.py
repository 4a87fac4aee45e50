"""News that many readers want at once is read once, and anew when a story changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from index import Index
from index.stories.interest import EVERYTHING, Interest

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
SINCE = NOW - timedelta(days=1)


def row(number: int, place: str) -> dict[str, str]:
    return {
        "url": f"https://e.org/{number}",
        "title": f"Shelling near {place}",
        "text": f"Shells killed {number} people near {place} on Thursday, officials said.",
        "publisher": "Ledger",
        "published": (NOW - timedelta(hours=2)).isoformat(),
    }


def texts_read(corpus: Index, interest: Interest) -> int:
    """How many statements read the articles of a briefing."""
    made: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        made.append(statement)

    sa.event.listen(corpus.database.engine, "before_cursor_execute", note)
    corpus.draft(SINCE, NOW, interest)
    sa.event.remove(corpus.database.engine, "before_cursor_execute", note)
    return sum("revision.text" in statement or "story_signature" in statement for statement in made)


def test_two_readers_with_other_interests_share_what_was_read(corpus: Index) -> None:
    corpus.add([row(3, "Goma"), row(4, "Aden")], now=NOW)

    assert texts_read(corpus, EVERYTHING) > texts_read(corpus, Interest(topics=("Goma",)))


def test_what_came_since_is_in_the_next_briefing(corpus: Index) -> None:
    corpus.add([row(3, "Goma")], now=NOW)
    before = corpus.draft(SINCE, NOW, EVERYTHING)

    corpus.add([row(4, "Aden")], now=NOW + timedelta(minutes=1))

    assert len(corpus.draft(SINCE, NOW, EVERYTHING).stories) == len(before.stories) + 1
