"""A reply by the outcome rules: sent again until it is there, once, in order, or as plain words."""

from __future__ import annotations

import asyncio
import dataclasses
import itertools
from datetime import timedelta
from typing import Any

import pytest
from telegram.request import HTTPXRequest

from bot.app import build_application
from bot.chat.incoming import ChatKind, Incoming, MessageKind
from bot.chat.outgoing import Outgoing, Try, after, wait_for
from bot.chat.reply import Reply, say
from bot.delivery.outcome import Dead, Outcome, Refused, Unknown, Unparsable, Unreachable
from bot.store import pauses
from index import Index
from tests.bot.chat.conversation import Conversation
from tests.bot.worlds import Clock, gallery
from tests.servers.botapi import BotApi

_people = itertools.count(61_000)


def incoming(clock: Clock, chat_id: int, **more: Any) -> Incoming:
    kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.GROUP
    return Incoming(1, 42, chat_id, kind, MessageKind.NEW, "hello", clock.now, **more)


def answer(sample: Index, clock: Clock, reply: Reply, to: Incoming, *faults: dict[str, Any]) -> list[str]:
    """What of the reply reached its chat where the first calls go wrong so."""
    with BotApi() as api:
        for fault in faults:
            api.fault(**fault)

        async def go() -> None:
            services = Conversation(sample, clock).services
            there = dataclasses.replace(services.telegram, base_url=api.base_url)
            services = dataclasses.replace(services, telegram=there)
            request = HTTPXRequest(read_timeout=0.3, connect_timeout=0.3)
            async with build_application(services, request=request) as application:
                shown = gallery(sample.database, clock)
                out = Outgoing(application.bot, sample.database, clock, shown, sleep=clock.sleep)
                await out.reply(to, reply)

        asyncio.run(go())
        return [receipt.text or "" for receipt in api.sent(to.chat_id)]


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 502},
        {"how": "html", "status": 502, "accepted": False},
        {"how": "cut", "accepted": False},
        {"how": "hang", "seconds": 1, "accepted": False},
        {"retry_after": 90},
    ],
    ids=["500", "502", "html", "cut", "hang", "429"],
)
@pytest.mark.parametrize("times", [1, 2])
def test_whatever_goes_wrong_the_answer_comes_once_and_in_order(
    sample: Index, clock: Clock, fault: dict[str, Any], times: int
) -> None:
    got = answer(
        sample, clock, say("one", "two"), incoming(clock, 7), {"method": "sendMessage", "times": times, **fault}
    )

    assert got == ["one", "two"]


def test_one_persons_wait_delays_nobody_and_their_answer_comes(sample: Index, clock: Clock) -> None:
    with BotApi() as api:
        api.fault("sendMessage", chat_id=7, retry_after=90)

        async def go() -> None:
            services = Conversation(sample, clock).services
            services = dataclasses.replace(
                services, telegram=dataclasses.replace(services.telegram, base_url=api.base_url)
            )
            waited = asyncio.Event()

            async def sleep(_seconds: float) -> None:
                await waited.wait()

            async with build_application(services) as application:
                out = Outgoing(application.bot, sample.database, clock, gallery(sample.database, clock), sleep=sleep)
                slow = asyncio.ensure_future(out.reply(incoming(clock, 7), say("one")))
                while not api.receipts or api.receipts[-1].status != 429:
                    await asyncio.sleep(0)
                await out.reply(incoming(clock, 8), say("two"))
                assert [r.text for r in api.sent(8)] == ["two"]
                assert api.sent(7) == []
                waited.set()
                await slow

        asyncio.run(go())
        assert [r.text for r in api.sent(7)] == ["one"]


def test_what_telegram_can_not_read_goes_out_as_plain_words(sample: Index, clock: Clock) -> None:
    assert answer(sample, clock, say("<b>one"), incoming(clock, 7)) == ["one"]


def test_a_chat_that_is_reached_again_is_not_paused_any_more(sample: Index, clock: Clock) -> None:
    talk, reader = Conversation(sample, clock), next(_people)
    talk.say("/subscribe 07:00 Kyiv", user_id=reader)
    talk.api.fault("sendMessage", chat_id=reader, status=400, description="Bad Request: chat not found")
    assert talk.say("/help", user_id=reader) == []
    with sample.database.read() as connection:
        assert [one.reason for one in pauses.pauses_of(connection, reader)] == ["chat_not_found"]

    assert talk.say("/help", user_id=reader)

    with sample.database.read() as connection:
        assert pauses.pauses_of(connection, reader) == ()


def test_a_closed_topic_pauses_that_topic_alone(sample: Index, clock: Clock) -> None:
    talk, group = Conversation(sample, clock), -100_000 - next(_people)
    here: dict[str, Any] = {"chat_id": group, "kind": "supergroup", "is_topic_message": True}
    talk.api.members[group, 42] = "administrator"
    for topic in (5, 6):
        talk.say("/subscribe 07:00 Kyiv", message_thread_id=topic, **here)
    talk.api.fault("sendMessage", chat_id=group, status=400, description="Bad Request: TOPIC_CLOSED")
    assert talk.say("/help", message_thread_id=5, **here) == []

    (listed,) = talk.say("/subscriptions", message_thread_id=6, **here)

    assert (listed.text or "").count("Next: ") == 1
    assert "the topic is closed. I try again at" in (listed.text or "")


@pytest.mark.parametrize(
    ("result", "tried", "wait"),
    [
        (Refused("flood", timedelta(seconds=90), flood=True), Try(), 90),
        (Refused("unreached", timedelta(seconds=5), flood=False), Try(failed=99), 15),
        (Unknown("TimedOut"), Try(), 1),
        (Unknown("TimedOut"), Try(doubtful=5), None),
        (Unknown("server_error"), Try(doubtful=3), 40),
        (Unknown("server_error"), Try(doubtful=6), None),
        (Unparsable(), Try(), 0),
        (Unparsable(), Try(plain=True), None),
        (Dead("too_long"), Try(plain=True), None),
        (Unreachable("blocked"), Try(), None),
    ],
)
def test_how_long_is_waited_before_the_next_try(result: Outcome, tried: Try, wait: float | None) -> None:
    assert wait_for(result, tried) == (None if wait is None else timedelta(seconds=wait))
    assert after(result, tried) != tried or wait is None


def test_an_edit_that_failed_is_made_again(sample: Index, clock: Clock) -> None:
    talk, reader = Conversation(sample, clock), next(_people)
    (card,) = talk.say("/settings", user_id=reader)
    talk.api.fault("editMessageText", chat_id=reader, status=502)

    (edited,) = talk.press(card, "Switch pictures off", user_id=reader)

    assert edited.method == "editMessageText"
    assert "Pictures: off" in (edited.text or "")
