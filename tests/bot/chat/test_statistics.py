"""/stats tells admins what needs them: articles that wait too long, and such as could not be indexed."""

from __future__ import annotations

from datetime import timedelta

from tests.bot.chat.conversation import ADMIN, Conversation

_BAD = {"url": "https://example.org/bad", "title": "Bad", "text": "Poison \N{SKULL} text.", "publisher": "Ledger"}
_GOOD = {"url": "https://example.org/good", "title": "Good", "text": "Rockets hit a base.", "publisher": "Ledger"}


def stats(talk: Conversation) -> str:
    return talk.say("/stats", user_id=ADMIN)[0].text or ""


def test_articles_that_were_set_aside_are_counted(empty: Conversation) -> None:
    assert "set aside" not in stats(empty)

    empty.services.index.add([_GOOD, _BAD], now=empty.clock.now)

    assert "Articles set aside because they could not be indexed: 1" in stats(empty)


def test_indexing_that_is_behind_is_told(empty: Conversation) -> None:
    empty.services.index.save([_GOOD], now=empty.clock.now)
    empty.clock.now += timedelta(minutes=50)
    assert "behind" not in stats(empty)

    empty.clock.now += timedelta(minutes=20)
    assert "Indexing is behind: an article waits since" in stats(empty)


def test_what_was_set_aside_is_named(empty: Conversation) -> None:
    empty.services.index.add([_GOOD, _BAD], now=empty.clock.now)
    empty.services.index.ask("What hit a base?", now=empty.clock.now, deadline_s=1e-9)

    told = stats(empty)

    assert "Articles set aside because answers took too long with them: 1" in told
    assert "• Bad (Ledger)" in told
    assert "• Good (Ledger)" in told
