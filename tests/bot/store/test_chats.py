"""Chats: forgotten without a trace, exported whole, moved without loss, paused and resumed."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.delivery import pacing
from bot.delivery.policy import DeliveryPolicy
from bot.store import (
    audit,
    chats,
    export,
    feedback,
    follows,
    mutes,
    outbox,
    pages,
    pauses,
    schema,
    subscriptions,
    turns,
    updates,
    watches,
)
from bot.store.migrate import migrate
from bot.wording.message import Message
from index.errors import InputError
from index.store.database import Database
from tests.bot.worlds import Clock, briefer, rows, subscribe

CANARY = "canary"


def live(database: Database, clock: Clock, chat_id: int, word: str) -> None:
    """A chat that has used everything, with a word of its own in all of it."""
    subscribe(database, clock, chat_id)
    expires_at = clock.now + timedelta(hours=12)

    def work(connection: sa.Connection) -> None:
        subscriptions.add_subscription(connection, chat_id, minute=1, zone="UTC", topics=[word], now=clock.now)
        turn_id = turns.add_turn(
            connection, chat_id, user_id=chat_id, question=word, answer={"text": word}, now=clock.now
        )
        pages.add_page(connection, f"{word}-page", "turn", turn_id, chat_id=chat_id, now=clock.now)
        notice = Message(word)
        outbox.enqueue_notice(connection, chat_id, notice, key=f"{word}-1", now=clock.now, expires_at=expires_at)
        audit.record_action(connection, audit.Action(clock.now, chat_id, "addsource", str(chat_id), "done"))
        audit.record_refusal(connection, chat_id, "ban", now=clock.now)
        connection.execute(sa.insert(schema.admin).values(user_id=chat_id, added_by=1, added_at=clock.now))
        connection.execute(
            sa.insert(schema.proposal).values(
                user_id=chat_id, chat_id=chat_id, url=f"https://{word}", kind="feed", name=word, made_at=clock.now
            )
        )
        feedback.give_feedback(connection, chat_id, user_id=chat_id, about=f"t{chat_id}", verdict=word, now=clock.now)
        follows.add_follows(connection, chat_id, [word], now=clock.now)
        mutes.mute_story(connection, chat_id, word, headline=word, now=clock.now)
        watches.put_watch(connection, chat_id, word, origins=2, thread_id=None, now=clock.now)
        content = {"stories": [], "citations": [], "said": word}
        watches.record_alert(connection, chat_id, word, day=clock.now.date(), content=content, now=clock.now)
        answers = {"chat_id": chat_id, "user_id": chat_id, "step": "hour", "about": {"word": word}}
        connection.execute(sa.insert(schema.awaited).values(**answers, asked_at=clock.now))
        shown = {"chat_id": chat_id, "message_id": 5, "turn_id": turn_id, "question_id": 4, "said_at": clock.now}
        connection.execute(sa.insert(schema.said).values(shown))
        connection.execute(sa.insert(schema.hidden).values(chat_id=chat_id, publisher=word, created_at=clock.now))
        pauses.pause_topic(connection, chat_id, 9, reason="topic_closed", now=clock.now)
        horizon = timedelta(seconds=1)
        pacing.reserve(connection, chat_id, policy=DeliveryPolicy(), now=clock.now, horizon=horizon)

    database.transact(work)


def dump(database: Database) -> str:
    """Every row of every table about people."""
    tables = schema.metadata.sorted_tables
    return "\n".join(f"{table.name} {tuple(row)}" for table in tables for row in rows(database, table))


def test_forget_leaves_no_trace_and_touches_nobody_else(people: Database, clock: Clock) -> None:
    live(people, clock, 4_242_424, CANARY)
    live(people, clock, 5_555_555, "other")
    clock.advance(days=1)
    briefer(people, clock).tick()
    others_before = [line for line in dump(people).splitlines() if "5555555" in line or "other" in line]
    assert CANARY in dump(people)

    assert people.transact(lambda c: chats.forget_chat(c, 4_242_424)) is True
    assert people.transact(lambda c: chats.forget_chat(c, 4_242_424)) is False

    assert CANARY not in dump(people)
    assert "4242424" not in dump(people)
    assert [line for line in dump(people).splitlines() if "5555555" in line or "other" in line] == others_before


def test_every_table_that_names_a_chat_is_known_to_forget_and_export(people: Database, clock: Clock) -> None:
    named = {table.name for table in schema.metadata.sorted_tables if {"chat_id", "user_id"} & set(table.c.keys())}
    live(people, clock, 1, CANARY)
    clock.advance(days=1)
    briefer(people, clock).tick()

    exported = people.transact(lambda c: export.export_person(c, 1))

    assert named | {"chat"} <= set(exported)
    assert all(exported[name] for name in named)


def test_export_gives_all_and_only_ones_own(people: Database, clock: Clock) -> None:
    live(people, clock, 4_242_424, CANARY)
    live(people, clock, 5_555_555, "other")

    with people.read() as connection:
        exported = json.dumps(export.export_person(connection, 4_242_424))

    assert exported.count(CANARY) == dump(people).count(CANARY)
    assert "other" not in exported
    assert "5555555" not in exported


def test_a_moved_group_keeps_what_it_had(people: Database, clock: Clock) -> None:
    live(people, clock, -7, CANARY)
    clock.advance(days=1)
    briefer(people, clock).tick()
    # Messages and topics have new numbers there.
    numbered = {"said", "awaited", "topic_pause"}
    tables = [t for t in schema.metadata.sorted_tables if "chat_id" in t.c and t.name not in numbered]
    before = {t.name: len(rows(people, t)) for t in tables}

    assert people.transact(lambda c: chats.move_chat(c, -7, -1007, now=clock.now)) is True
    assert people.transact(lambda c: chats.move_chat(c, -7, -1007, now=clock.now)) is False

    after = {t.name: len(rows(people, t, t.c.chat_id == -1007)) for t in tables}
    assert after == before


def test_a_moved_group_that_is_known_already_is_not_subscribed_twice(people: Database, clock: Clock) -> None:
    for chat_id in (-7, -1007):
        subscribe(people, clock, chat_id)

    people.transact(lambda c: chats.move_chat(c, -7, -1007, now=clock.now))

    with people.read() as connection:
        assert len(subscriptions.list_subscriptions(connection, -1007)) == 1


def test_what_expired_while_a_chat_was_away_does_not_come_back(people: Database, clock: Clock) -> None:
    live(people, clock, 7, CANARY)
    people.transact(lambda c: pauses.pause_chat(c, 7, reason="blocked", now=clock.now))
    clock.advance(hours=13)

    people.transact(lambda c: pauses.resume_chat(c, 7, now=clock.now))

    assert [row.state for row in rows(people, schema.delivery)] == ["blocked"]


def test_subscribing_twice_is_subscribing_once(people: Database, clock: Clock) -> None:
    first, second = subscribe(people, clock, 7), subscribe(people, clock, 7)

    assert first == second


def test_there_is_a_limit_to_subscriptions(people: Database, clock: Clock) -> None:
    for minute in range(20):
        subscribe(people, clock, 7, minute=minute)

    with pytest.raises(InputError):
        subscribe(people, clock, 7, minute=20)


def test_a_subscription_belongs_to_its_chat(people: Database, clock: Clock) -> None:
    subscription = subscribe(people, clock, 7)

    assert not people.transact(lambda c: subscriptions.remove_subscription(c, 8, subscription.id))
    assert people.transact(lambda c: subscriptions.change_subscription(c, 8, subscription.id, now=clock.now)) is None


def test_the_zone_of_a_chat_is_that_of_its_subscriptions(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    subscribe(people, clock, 7, minute=1200)

    changed = people.transact(lambda c: subscriptions.set_zone(c, 7, "Asia/Baghdad", now=clock.now))

    assert {subscription.zone for subscription in changed} == {"Asia/Baghdad"}
    assert rows(people, schema.chat)[0].zone == "Asia/Baghdad"


def test_an_hour_that_was_taken_for_utc_begins_anew_when_the_zone_is_said(people: Database, clock: Clock) -> None:
    clock.now = clock.now.replace(hour=2, minute=30)
    subscribe(people, clock, 7, minute=180)

    (said,) = people.transact(lambda c: subscriptions.set_zone(c, 7, "Asia/Baghdad", now=clock.now))

    assert said.due.at == clock.now.replace(hour=0, minute=0) + timedelta(days=1)


def test_an_update_takes_effect_once(people: Database, clock: Clock) -> None:
    seen: list[Any] = [people.transact(lambda c: updates.first_seen(c, 5, now=clock.now)) for _ in range(2)]

    assert seen == [True, False]
    assert people.transact(lambda c: updates.forget_seen(c, before=clock.advance(days=2))) == 1


def test_turns_are_a_chats_own_and_only_the_latest_are_kept(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    ids = [
        people.transact(
            lambda c, n=n: turns.add_turn(c, 7, user_id=7, question=f"q{n}", answer={"n": n}, now=clock.now)
        )
        for n in range(60)
    ]

    with people.read() as connection:
        assert turns.get_turn(connection, ids[-1], chat_id=8) is None
        assert turns.get_turn(connection, ids[0], chat_id=7) is None
        latest = turns.latest_turns(connection, 7, user_id=7, since=clock.now, limit=2)
    assert [turn.question for turn in latest] == ["q58", "q59"]


def test_the_migrations_make_the_tables_that_the_code_knows(people: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    migrate(people)
    with people.engine.connect() as connection:
        names = {table.name for table in schema.metadata.sorted_tables}
        ours = {"include_name": lambda name, kind, _: kind != "table" or name in names}
        found = compare_metadata(MigrationContext.configure(connection, opts=ours), schema.metadata)
    assert found == []


def test_a_chat_made_for_a_notice_takes_the_language_that_is_first_written_there(
    people: Database, clock: Clock
) -> None:
    languages = [
        people.transact(
            lambda c, tag=tag: chats.ensure_chat(c, 31, kind="private", now=clock.now, language=tag)
        ).language
        for tag in (None, "ar", "fr")
    ]

    assert languages == [None, "ar", "ar"]


def test_forget_leaves_no_trace_in_what_others_did_about_a_person(people: Database, clock: Clock) -> None:
    live(people, clock, 4_242_424, CANARY)

    def work(connection: sa.Connection) -> None:
        for target in ("person 4242424", "chat 4242424", "4242424"):
            audit.record_action(connection, audit.Action(clock.now, 1, "addadmin", target, "done"))
        connection.execute(sa.insert(schema.admin).values(user_id=9, added_by=4_242_424, added_at=clock.now))
        connection.execute(sa.insert(schema.ban).values(id=8, banned_by=4_242_424, banned_at=clock.now))
        made = {"minute": 5, "zone": "UTC", "topics": [], "made_by": 4_242_424, "created_at": clock.now}
        chats.ensure_chat(connection, -8, kind="group", now=clock.now)
        due = {"due_at": clock.now, "due_date": clock.now.date()}
        connection.execute(sa.insert(schema.subscription).values(chat_id=-8, **made, **due))

    people.transact(work)
    people.transact(lambda c: chats.forget_chat(c, 4_242_424))

    assert "4242424" not in dump(people)
    assert len(rows(people, schema.subscription, schema.subscription.c.chat_id == -8)) == 1


def test_an_export_has_what_a_person_asked_in_a_group_and_nothing_else_of_it(people: Database, clock: Clock) -> None:
    live(people, clock, -7, CANARY)
    people.transact(
        lambda c: turns.add_turn(c, -7, user_id=42, question="secret", answer={"text": "secret"}, now=clock.now)
    )

    with people.read() as connection:
        own = json.dumps(export.export_person(connection, 42))

    assert "secret" in own
    assert CANARY not in own
