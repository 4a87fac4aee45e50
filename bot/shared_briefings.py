"""Briefings that chats share: most people choose the same few hours, and thousands are told the same."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from bot.hiding import briefing_without
from bot.store.briefings import language_of, written
from bot.store.hidden import hidden_from
from bot.store.interests import interest_of
from bot.store.shown import Shown, shown_to
from bot.store.subscriptions import Subscription
from bot.wording.texts import texts_for
from index.store.database import Database
from index.stories.changes import since_last
from index.stories.corrections import Found, with_corrections
from index.stories.interest import Interest
from index.stories.story import Briefing

# Kept for the next chat; then all are made anew.
_KEPT = 1000

Brief = Callable[[datetime, datetime, Interest], Briefing]
# What became of what was told, but for the corrections known by their keys.
Correct = Callable[[Sequence[dict[str, Any]], Collection[str]], Sequence[Found]]
# What a briefing covers: from, until, of what.
_Covered = tuple[datetime, datetime, Interest]


class Content:
    """A briefing as it is news to some chats that hide so many outlets, and how it is stored."""

    def __init__(self, briefing: Briefing, hidden: int) -> None:
        self.briefing = briefing
        self.hidden = hidden

    @functools.cached_property
    def row(self) -> dict[str, Any]:
        return written(self.briefing)


class SharedBriefings:
    """Those of one tick, each made once. Used by one thread."""

    def __init__(self, database: Database, brief: Brief, correct: Correct) -> None:
        self._database = database
        self._brief = brief
        self._correct = correct
        self._wholes: dict[_Covered, Briefing] = {}
        # By what the chats were told before, too, by what they hide, and by their language.
        self._contents: dict[tuple[_Covered, tuple[str, ...], frozenset[str], str], Content] = {}

    def content(self, subscription: Subscription, since: datetime, until: datetime) -> Content:
        """What is news to a subscription's chat."""
        with self._database.read() as connection:
            covered = (since, until, interest_of(connection, subscription.chat_id, subscription.topics))
            shown = shown_to(connection, subscription.chat_id, now=until)
            hidden = hidden_from(connection, subscription.chat_id)
            language = texts_for(language_of(connection, subscription.chat_id)).language
        key = (covered, shown.mark, hidden, language)
        if key not in self._contents:
            if len(self._contents) >= _KEPT:
                self._contents.clear()
            self._contents[key] = Content(briefing_without(self._news(covered, shown, language), hidden), len(hidden))
        return self._contents[key]

    def _news(self, covered: _Covered, shown: Shown, language: str) -> Briefing:
        if covered not in self._wholes:
            if len(self._wholes) >= _KEPT:
                self._wholes.clear()
            self._wholes[covered] = self._brief(*covered)
        news = since_last(self._wholes[covered], shown.briefings, language=language)
        return with_corrections(news, self._correct(shown.contents, shown.corrected))
