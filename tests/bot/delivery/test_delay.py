"""A briefing that leaves much later than it was made says so, once, in the language of its chat."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from telegram.error import RetryAfter

from bot.chat.buttons import Signer
from bot.chat.scheduled import renderer
from bot.store import chats, schema
from bot.wording.message import Message
from index.store.database import Database
from tests.bot.worlds import Clock, Telegram, briefer, deliver, rows, sender, subscribe

_PARTS = [Message("one", delayed="Delayed."), Message("two")]


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(clock)


def made(people: Database, clock: Clock, parts: list[Message] | None = None) -> None:
    """A briefing of these parts, or as it is set for people, in the outbox of chat 7."""
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    render = renderer(Signer.of_token("1:a")) if parts is None else (lambda briefing, occasion: parts)
    briefer(people, clock, render=render).tick()


def send_after(people: Database, telegram: Telegram, clock: Clock, **wait: float) -> list[str]:
    """Telegram asks to wait so long; what chat 7 has got when all is over."""
    seconds = timedelta(**wait).total_seconds()
    telegram.script = [RetryAfter(int(seconds))] if seconds else []
    deliver(sender(people, telegram, clock))
    clock.advance(seconds=seconds + 1)
    for _ in range(3):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=2)
    return telegram.texts(7)


def test_a_briefing_that_had_to_wait_for_telegram_says_so_once(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    made(people, clock, _PARTS)

    assert send_after(people, telegram, clock, minutes=40) == ["Delayed.\n\none", "two"]


@pytest.mark.parametrize("minutes", [0, 10])
def test_a_punctual_one_says_nothing(people: Database, clock: Clock, telegram: Telegram, minutes: int) -> None:
    made(people, clock, _PARTS)

    assert send_after(people, telegram, clock, minutes=minutes) == ["one", "two"]


def test_where_there_is_no_room_for_it_the_briefing_comes_first(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    long = "a" * 4095
    made(people, clock, [Message(long, delayed="Delayed.")])

    assert send_after(people, telegram, clock, minutes=40) == [long]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Delayed on its way: this was made on 15 Apr 2024, 07:00."),
        ("uk", "Надіслано із запізненням: складено 15 квіт. 2024, 07:00."),
    ],
)
def test_the_line_is_in_the_language_of_the_chat_and_names_its_own_hour(
    people: Database, clock: Clock, telegram: Telegram, language: str, line: str
) -> None:
    people.transact(
        lambda connection: chats.ensure_chat(connection, 7, kind="private", now=clock.now),
    )
    spoken = sa.update(schema.chat).values(language=language)
    people.transact(lambda connection: connection.execute(spoken))
    made(people, clock)

    first, *others = [text for text in send_after(people, telegram, clock, hours=2) if text]

    assert first.split("\n")[0] == line
    assert not any(line in other for other in others)


def test_after_twelve_hours_it_is_not_sent_and_the_next_briefing_says_so(
    people: Database, clock: Clock, telegram: Telegram
) -> None:
    made(people, clock)

    assert send_after(people, telegram, clock, hours=13) == []
    clock.advance(hours=11)
    briefer(people, clock, render=renderer(Signer.of_token("1:a"))).tick()
    deliver(sender(people, telegram, clock))

    assert {row.state for row in rows(people, schema.delivery)} >= {"expired", "sent"}
    assert "The briefing of Mon 15 Apr 2024 could not be delivered." in telegram.texts(7)[0]
