"""What people can do to the bot and through it: limits that hold, questions before what cannot be undone, no traces."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.chat.inline import shareables
from bot.store import schema
from bot.store.admins import add_admin
from index import Index, Settings
from tests.bot.chat.conversation import ADMIN, READER, Conversation
from tests.bot.worlds import Clock
from tests.fakes import FakeEmbedder
from tests.servers import updates

QUESTION = "How many people were killed at Nasser hospital?"
PERSON = 987654321


def refused(talk: Conversation, text: str = QUESTION) -> bool:
    said = talk.say(text, user_id=READER)[0].text or ""
    return "hour" in said and "?" not in said


def test_an_hours_share_is_reached_and_forgetting_does_not_begin_it_anew(sample: Index, clock: Clock) -> None:
    talk = Conversation(sample, clock, questions_per_hour=3)

    first = [refused(talk) for _ in range(4)]
    talk.say("/forget yes", user_id=READER)
    after = refused(talk)
    clock.advance(minutes=61)
    later = refused(talk)

    assert first == [False, False, False, True]
    assert after
    assert not later


def test_an_hours_share_is_a_persons_wherever_and_whatever_they_do(sample: Index, clock: Clock) -> None:
    talk = Conversation(sample, clock, questions_per_hour=3)
    group: dict[str, Any] = {"chat_id": -100_990_001, "kind": "supergroup"}
    person = 90_417

    talk.say(QUESTION, user_id=person)
    talk.say(f"@sitrep_bot {QUESTION}", user_id=person, **group)
    shareables(QUESTION, "en", talk.services, user_id=person)
    for status in ("kicked", "member"):
        talk.take(updates.membership(status, user_id=person))
    for command in ("/start", "/stop", "/cancel", "/settings"):
        talk.say(command, user_id=person)
    private = talk.say(QUESTION, user_id=person)[0].text or ""
    elsewhere = talk.say(f"@sitrep_bot {QUESTION}", user_id=person, chat_id=-100_990_002, kind="supergroup")[0].text

    assert "a lot in this hour" in private
    assert "a lot in this hour" in (elsewhere or "")
    assert "a lot in this hour" not in (talk.say(QUESTION, user_id=person + 1)[0].text or "")


def test_inline_questions_and_buttons_count_as_well(sample: Index, clock: Clock) -> None:
    talk = Conversation(sample, clock, questions_per_hour=4)

    for _ in range(3):
        shareables(QUESTION, "en", talk.services, user_id=77)
    left = [talk.services.admits(77, clock.now) for _ in range(3)]

    assert left == [True, False, False]
    with talk.services.database.read() as connection:
        assert not any(row.who == "77" for row in connection.execute(sa.select(schema.asked)))


def test_forget_asks_first_and_no_leaves_everything(empty: Conversation) -> None:
    empty.say("/subscribe 07:00", user_id=READER)

    asked = empty.say("/forget", user_id=READER)[0]
    empty.press(asked, "No")
    kept = empty.say("/subscriptions", user_id=READER)[0].text
    asked = empty.say("/forget", user_id=READER)[0]
    empty.press(asked, "Yes")

    assert kept != empty.say("/subscriptions", user_id=READER)[0].text
    assert "07:00" in (kept or "")


def test_a_source_is_removed_after_a_yes(empty: Conversation) -> None:
    source = empty.services.index.sources.add("https://herald.example/feed", name="Herald", now=empty.clock())

    asked = empty.say(f"/removesource {source.id}", user_id=ADMIN)[0]
    before = empty.services.index.sources.get(source.id)
    empty.press(asked, "Yes", user_id=ADMIN)

    assert before is not None
    assert empty.services.index.sources.get(source.id) is None


@pytest.mark.parametrize("more", [{"via_bot": {"id": 5, "is_bot": True, "first_name": "b"}}, {"from": "bot"}])
def test_what_a_bot_said_or_made_runs_nothing(empty: Conversation, more: dict[str, Any]) -> None:
    if more.get("from") == "bot":
        more = {"from": {"id": 5, "is_bot": True, "first_name": "b"}}

    assert empty.say("/help", user_id=READER, **more) == []


def test_forgetting_finds_an_id_wherever_it_is_and_leaves_what_was_done(empty: Conversation, tmp_path: Path) -> None:
    services = empty.services
    services.database.transact(lambda c: add_admin(c, PERSON, by=ADMIN, now=empty.clock()))
    source = services.index.sources.add("https://herald.example/feed", name="Herald", now=empty.clock())
    for said in ("/start", f"/vouch {source.id}", "/setpublisher Herald\ncountry: Syria", "/ban 555", "/watch Aleppo"):
        empty.say(said, user_id=PERSON)
    empty.say(f"/removeadmin {PERSON}", user_id=ADMIN)
    empty.say("/stats", user_id=PERSON)

    empty.say("/forget yes", user_id=PERSON)

    held = {
        table: rows
        for table in sa.inspect(services.database.engine).get_table_names()
        if (rows := [str(row) for row in everything(empty, table) if str(PERSON) in str(row)])
    }
    assert held == {}
    assert "vouch source" in (empty.say("/audit", user_id=ADMIN)[0].text or "")
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or str(PERSON).encode() not in path.read_bytes(), path.name


def everything(talk: Conversation, table: str) -> list[tuple[Any, ...]]:
    with talk.services.database.read() as connection:
        return [tuple(row) for row in connection.execute(sa.text(f'SELECT * FROM "{table}"'))]


def test_refused_tries_are_counted_and_crowd_nothing_out(empty: Conversation) -> None:
    empty.press(empty.say("/ban 555", user_id=ADMIN)[0], "Yes", user_id=ADMIN)

    for _ in range(40):
        empty.say("/ban 556", user_id=READER)

    shown = empty.say("/audit", user_id=ADMIN)[0].text or ""
    assert "chat 555: done" in shown
    assert "refused, 40 times" in shown
    assert len(shown.splitlines()) == 4


def test_the_data_folder_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    with Index.open(Settings(folder), embedder=FakeEmbedder()) as corpus:
        corpus.stats()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.glob("sitrep.db*"))}

    assert modes["data"] == 0o700
    assert {mode for name, mode in modes.items() if name != "data"} == {0o600}
