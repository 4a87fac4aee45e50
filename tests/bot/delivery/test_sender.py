"""The delivery tick: each message once, in order, at its moment, and what becomes of it recorded."""

from __future__ import annotations

import asyncio
import itertools
from datetime import timedelta

import pytest
import sqlalchemy as sa
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TimedOut

from bot.delivery.sender import TokenWasRefused
from bot.pictures.easel import PictureFailed
from bot.pictures.picture import Picture
from bot.store import briefings, chats, outbox, pauses, schema, subscriptions
from bot.wording.message import Button, Message
from index.store.database import Database
from index.stories.charts import FigureChart
from tests.bot.worlds import Clock, Telegram, briefer, deliver, gallery, rows, sender, states, subscribe

PICTURE = Picture(FigureChart(()), "Aleppo", "en")


def queue(database: Database, clock: Clock, chat_id: int, texts: list[str], *, hours: float = 12) -> None:
    """A briefing of several messages for a chat."""
    subscription = subscribe(database, clock, chat_id)

    def work(connection: sa.Connection) -> None:
        values = {
            "subscription_id": subscription.id,
            "chat_id": chat_id,
            "local_date": clock.now.date(),
            "due_at": clock.now,
            "made_at": clock.now,
            "outcome": "made",
        }
        made = connection.execute(sa.insert(schema.briefing).values(values).returning(schema.briefing.c.id))
        outbox.enqueue_briefing(
            connection,
            made.scalar_one(),
            chat=chats.held_chat(connection, chat_id),
            thread_id=None,
            messages=[Message(text, picture=PICTURE if text == "picture" else None) for text in texts],
            now=clock.now,
            expires_at=clock.now + timedelta(hours=hours),
        )

    database.transact(work)


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(clock)


def test_parts_arrive_in_order_a_second_apart(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ["one", "two", "three"])

    for _ in range(4):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=2)

    assert telegram.texts(7) == ["one", "two", "three"]
    assert states(people) == ["sent"] * 3
    assert [row.message_id for row in rows(people, schema.delivery)] == [1, 2, 3]


def test_a_crash_after_a_part_goes_on_with_the_next(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ["one", "two"])
    telegram.script = [None, TimedOut()]
    for _ in range(2):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=61)

    deliver(sender(people, telegram, clock))

    assert telegram.texts(7) == ["one", "two"]


def test_blocked_pauses_the_chat_keeps_what_waits_and_start_brings_it(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    queue(people, clock, 7, ["one", "two"])
    queue(people, clock, 8, ["other"])
    telegram.script = [Forbidden("Forbidden: bot was blocked by the user")]

    for _ in range(3):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=90)

    assert states(people, 7) == ["blocked", "blocked"]
    assert telegram.texts(8) == ["other"]
    with people.read() as connection:
        assert pauses.paused_chats(connection) == {"blocked": 1}

    assert people.transact(lambda c: pauses.resume_chat(c, 7, now=clock.now))
    for _ in range(3):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=2)
    assert telegram.texts(7) == ["one", "two"]


def test_a_wait_asked_for_on_several_at_once_is_kept_to_the_second_by_everyone(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    for chat_id in (7, 8, 9, 10):
        queue(people, clock, chat_id, ["a"])
    telegram.script = [RetryAfter(35), RetryAfter(35), RetryAfter(35)]
    asked_at = clock.now

    for _ in range(60):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=1)

    assert len(telegram.accepted) == 4
    assert min(at for at, _, _ in telegram.accepted) >= asked_at + timedelta(seconds=35)
    assert min(at for at, _, _ in telegram.accepted) <= asked_at + timedelta(seconds=37)


def test_one_persons_wait_lets_others_through(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ["a"])
    queue(people, clock, 8, ["b"])
    telegram.script = [RetryAfter(90)]

    deliver(sender(people, telegram, clock))

    assert telegram.texts(8) == ["b"]
    assert states(people, 7) == ["pending"]


def test_a_wait_of_a_group_lets_others_through(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, -7, ["a"])
    queue(people, clock, 8, ["b"])
    telegram.script = [RetryAfter(35)]

    deliver(sender(people, telegram, clock))

    assert telegram.texts(8) == ["b"]
    assert states(people, -7) == ["pending"]


def test_unreadable_markup_goes_out_once_as_plain_text(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ['<b>bold</b> <a href="https://x.example/1">[1]</a> &amp; <i'])
    unreadable = BadRequest("Can't parse entities: unsupported start tag")
    telegram.script = [unreadable]
    deliver(sender(people, telegram, clock))
    clock.advance(seconds=2)
    deliver(sender(people, telegram, clock))

    assert telegram.texts(7) == ["bold [1] (https://x.example/1) &amp; "] or telegram.texts(7)[0].startswith("bold [1]")

    queue(people, clock.__class__(clock.now + timedelta(days=1)), 8, ["<b"])
    telegram.script = [unreadable, unreadable]
    clock.advance(days=1)
    for _ in range(3):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=2)
    assert states(people, 8) == ["dead"]


def test_a_group_that_moved_gets_it_once_under_its_new_id(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, -7, ["a"])
    telegram.script = [ChatMigrated(-100_7)]

    for _ in range(3):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=2)

    assert [(chat, text) for _, chat, text in telegram.accepted] == [(-100_7, "a")]
    with people.read() as connection:
        assert chats.get_chat(connection, -7) is None
        assert len(subscriptions.list_subscriptions(connection, -100_7)) == 1


def test_unknown_outcomes_are_sent_again_twice_at_most_and_late(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    queue(people, clock, 7, ["a"])
    telegram.script = [TimedOut(), TimedOut(), TimedOut(), TimedOut()]
    attempts = []
    for _ in range(300):
        before = len(telegram.script)
        deliver(sender(people, telegram, clock))
        if len(telegram.script) < before:
            attempts.append(clock.now)
        clock.advance(seconds=1)

    assert len(attempts) == 3
    pauses = [later - earlier for earlier, later in itertools.pairwise(attempts)]
    assert pauses[0] >= timedelta(seconds=10)
    assert pauses[1] >= timedelta(seconds=60)
    assert states(people) == ["unknown"]


def test_doubtful_ones_come_after_the_others(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ["doubtful"])
    telegram.script = [TimedOut()]
    deliver(sender(people, telegram, clock))
    clock.advance(seconds=61)
    queue(people, clock, 8, ["fresh"])

    deliver(sender(people, telegram, clock))

    assert [text for _, _, text in telegram.accepted] == ["fresh", "doubtful"]


def test_a_sender_that_died_while_sending_leaves_a_doubtful_row(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    queue(people, clock, 7, ["a"])
    dying = sender(people, telegram, clock, owner="dying")
    (delivery,) = people.transact(dying._lease)
    people.transact(lambda c: dying._begin(delivery, c))

    deliver(sender(people, telegram, clock))
    assert telegram.accepted == []
    clock.advance(seconds=60)
    deliver(sender(people, telegram, clock))
    assert telegram.accepted == []
    clock.advance(seconds=60)
    deliver(sender(people, telegram, clock))

    (row,) = rows(people, schema.delivery)
    assert (row.state, row.unknown_outcomes) == ("sent", 1)
    assert asyncio.run(late_record(dying, delivery)) is None
    assert rows(people, schema.delivery)[0].state == "sent"


async def late_record(dying: object, delivery: object) -> None:
    """The stale sender wakes up and reports: its lease is gone, nothing is written."""
    from bot.delivery.outcome import Unknown

    await dying._record(delivery, Unknown("late"))  # type: ignore[attr-defined]


def test_a_stale_sender_does_not_begin_what_another_holds(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ["a"])
    stale = sender(people, telegram, clock, owner="stale")
    (delivery,) = people.transact(stale._lease)
    clock.advance(seconds=61)
    people.transact(sender(people, telegram, clock, owner="fresh")._lease)

    assert people.transact(lambda c: stale._begin(delivery, c)) is None


def test_what_could_not_be_delivered_in_time_expires(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ["a"], hours=1)
    clock.advance(hours=1)

    deliver(sender(people, telegram, clock))

    assert states(people) == ["expired"]
    assert telegram.accepted == []


def test_nothing_is_sent_after_unsubscribing(people: Database, clock: Clock, telegram: Telegram) -> None:
    subscription = subscribe(people, clock, 7)
    clock.advance(hours=1)
    briefer(people, clock).tick()

    people.transact(lambda c: subscriptions.remove_subscription(c, 7, subscription.id))
    deliver(sender(people, telegram, clock))

    assert telegram.accepted == []
    assert states(people) == ["cancelled"]


def test_a_chat_that_is_forgotten_while_leased_gets_nothing(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ["a"])
    working = sender(people, telegram, clock)
    (delivery,) = people.transact(working._lease)

    people.transact(lambda c: chats.forget_chat(c, 7))

    assert people.transact(lambda c: working._begin(delivery, c)) is None


def test_a_refused_token_stops_the_tick_and_drops_nothing(people: Database, clock: Clock, telegram: Telegram) -> None:
    for chat_id in range(1, 60):
        queue(people, clock, chat_id, ["a"])
    telegram.script = [InvalidToken()] * 200

    with pytest.raises(TokenWasRefused):
        deliver(sender(people, telegram, clock, in_flight=1))

    assert set(states(people)) == {"pending"}
    assert len(telegram.script) > 190


def test_stopping_gives_back_what_is_leased(people: Database, clock: Clock, telegram: Telegram) -> None:
    queue(people, clock, 7, ["a"])
    working = sender(people, telegram, clock)
    people.transact(working._lease)

    asyncio.run(working.stop())

    assert rows(people, schema.delivery)[0].lease_owner is None


def test_a_notice_is_queued_once_for_its_key(people: Database, clock: Clock, telegram: Telegram) -> None:
    subscribe(people, clock, 7)
    expires_at = clock.now + timedelta(days=1)
    notice = Message("source 3 fails", ((Button("Show", data="x"),),))
    queued = [
        people.transact(
            lambda c: outbox.enqueue_notice(c, 7, notice, key="source-3", now=clock.now, expires_at=expires_at)
        )
        for _ in range(2)
    ]

    deliver(sender(people, telegram, clock))

    assert queued == [True, False]
    assert telegram.texts(7) == ["source 3 fails"]


def test_a_morning_of_many_keeps_the_pace(people: Database, clock: Clock, telegram: Telegram) -> None:
    for chat_id in range(1, 121):
        queue(people, clock, chat_id, ["a"])
    started_at = clock.now

    deliver(sender(people, telegram, clock))

    assert len(telegram.accepted) == 120
    moments = [at for at, _, _ in telegram.accepted]
    second = timedelta(seconds=1)
    assert max(sum(start <= at < start + second for at in moments) for start in moments) <= 25
    assert max(moments) - started_at <= timedelta(seconds=120 / 25 * 1.1)


def test_a_picture_follows_its_text_and_none_follows_a_text_that_was_lost(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    queue(people, clock, 7, ["one", "picture"])
    queue(people, clock, 8, ["two", "picture"])
    telegram.script = [None, BadRequest("message is too long")]

    for _ in range(4):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=2)

    assert telegram.texts(7) == ["one", "picture"]
    assert telegram.texts(8) == []
    assert states(people, 8) == ["dead", "pending"]
    with people.read() as connection:
        assert len(briefings.remembered(connection, 8)) == 0


def test_all_texts_that_are_due_leave_before_any_picture(people: Database, clock: Clock, telegram: Telegram) -> None:
    for chat_id in range(1, 81):
        queue(people, clock, chat_id, ["text", "picture"])

    for _ in range(240):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=1)

    order = [html for _, _, html in telegram.accepted]
    assert sorted(order) == ["picture"] * 80 + ["text"] * 80
    assert order[:80] == ["text"] * 80


def test_an_alert_does_not_wait_for_the_briefings_of_a_morning_but_a_broadcast_does(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    for chat_id in range(1, 81):
        queue(people, clock, chat_id, ["text"])
    clock.advance(seconds=1)
    later = {"now": clock.now, "expires_at": clock.now + timedelta(hours=1)}
    for text in ("alert", "broadcast"):
        message, key = Message(text), f"{text}:1"
        people.transact(lambda c, m=message, k=key: outbox.enqueue_notice(c, 80, m, key=k, **later))

    deliver(sender(people, telegram, clock))
    clock.advance(seconds=2)
    deliver(sender(people, telegram, clock))

    order = [html for _, _, html in telegram.accepted]
    assert order[0] == "alert"
    assert "broadcast" in order[50:]
    assert order.count("text") == 80


def test_a_picture_is_drawn_before_its_row_is_marked_and_texts_go_on_meanwhile(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    queue(people, clock, 7, ["one", "picture"])
    deliver(sender(people, telegram, clock))
    clock.advance(seconds=2)
    seen: list[list[str]] = []

    def draw(picture: Picture) -> bytes:
        seen.append(states(people, 7))
        queue(people, clock, 8, ["two"])
        return b""

    deliver(sender(people, telegram, clock, pictures=gallery(people, clock, draw)))

    assert seen == [["sent", "pending"]]
    assert {(chat, html) for _, chat, html in telegram.accepted} == {(7, "one"), (8, "two"), (7, "picture")}


def test_a_picture_for_many_is_drawn_once_and_then_known_by_its_id(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    drawn: list[Picture] = []
    pictures = gallery(people, clock, lambda picture: drawn.append(picture) or b"")  # type: ignore[func-returns-value]

    async def send(chat_id: int, thread_id: int | None, message: Message) -> int:
        number = await telegram.send(chat_id, thread_id, message)
        if message.picture is not None and await pictures.file_id(message.picture) is None:
            await pictures.keep(message.picture, "P1")
        return number

    for chat_id in range(1, 41):
        queue(people, clock, chat_id, ["text", "picture"])
    for _ in range(10):
        working = sender(people, telegram, clock, pictures=pictures)
        working._send = send
        deliver(working)
        clock.advance(seconds=1)

    assert set(states(people)) == {"sent"}
    assert len(drawn) == 1


def test_a_picture_that_can_not_be_drawn_takes_nothing_with_it(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    queue(people, clock, 7, ["one", "picture"])

    def draw(picture: Picture) -> bytes:
        raise PictureFailed("no ink")

    for _ in range(3):
        deliver(sender(people, telegram, clock, pictures=gallery(people, clock, draw)))
        clock.advance(seconds=2)
    queue(people, clock, 8, ["two"])
    deliver(sender(people, telegram, clock))

    assert telegram.texts(7) == ["one"]
    assert states(people) == ["sent", "dead", "sent"]


def test_a_group_that_takes_no_pictures_still_gets_its_briefings(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    queue(people, clock, -7, ["one", "picture"])
    telegram.script = [None, BadRequest("not enough rights to send photos to the chat")]

    for _ in range(3):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=4)

    assert states(people) == ["sent", "dead"]
    assert rows(people, schema.chat)[0].state == "active"


def test_who_subscribed_a_group_is_told_when_it_can_not_be_written_to(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    queue(people, clock, -7, ["a"])
    queue(people, clock, 8, [])

    def work(connection: sa.Connection) -> None:
        chats.ensure_chat(connection, 8, kind="private", now=clock.now, language="en")
        subscriptions.add_subscription(connection, -7, minute=1, zone="UTC", made_by=8, now=clock.now)

    people.transact(work)
    telegram.script = [BadRequest("CHAT_ADMIN_REQUIRED")]
    for _ in range(2):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=2)

    assert [text.partition(":")[2].partition(".")[0] for text in telegram.texts(8)] == [" the bot may not write there"]
