"""News that many readers want at once: of one time it is read from SQL once, as long as no story changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime

from index.allowance import Allowance
from index.store.database import Database
from index.stories import desk

# What is not a story's, such as a source that fails, may be so many seconds old.
_KEPT_S = 60.0


class SharedNews:
    """Safe to use from several threads."""

    def __init__(self, database: Database, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._kept: tuple[tuple[datetime, datetime, datetime | None], float, desk.News] | None = None

    def read(self, since: datetime, until: datetime, allowance: Allowance) -> desk.News:
        """What was reported from `since` to before `until`, as far as time allows."""
        key = (since, until, desk.changed_at(self._database))
        # Others who want the same wait for it, rather than read it, too.
        with self._lock:
            if self._kept is not None and self._kept[0] == key and self._monotonic() - self._kept[1] < _KEPT_S:
                return self._kept[2]
            news = desk.read_news(self._database, since, until, allowance)
            self._kept = (key, self._monotonic(), news)
            return news
