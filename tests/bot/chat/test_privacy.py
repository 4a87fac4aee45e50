"""Promise I10: what `/forget` removed is in no file any more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.housekeeping import tidy
from bot.store.outbox import enqueue_notice
from bot.wording.message import Message
from tests.bot.chat.conversation import READER, Conversation

CANARY = "Zanzibarcanary"


def files_with(folder: Path, word: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def test_what_was_forgotten_is_in_no_file_after_the_next_tidying(empty: Conversation, tmp_path: Path) -> None:
    empty.say(f"What happened in {CANARY}?")
    empty.say(f"/subscribe 07:00 {CANARY}")
    now = empty.clock.now
    message = Message(f"About {CANARY}")
    empty.services.database.transact(
        lambda c: enqueue_notice(c, READER, message, key="one", now=now, expires_at=now + timedelta(hours=1))
    )
    assert files_with(tmp_path, CANARY)

    empty.say("/forget yes")
    tidy(empty.services)

    assert files_with(tmp_path, CANARY) == []
    assert files_with(tmp_path, f"Reader{READER}") == []
