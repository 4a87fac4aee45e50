"""How answers look on a telephone of today: times it can show itself, a quote to copy, a draft while one waits."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Awaitable, Callable

import pytest
from telegram.ext import ExtBot

from bot.chat.commands.subscribing import zone_of
from bot.chat.dispatch import keep_drafting
from bot.chat.incoming import ChatKind, Incoming, MessageKind
from bot.chat.wishes import read_wish
from bot.towns import zone_named
from bot.wording.texts import languages, texts_for
from bot.wording.typeset import clean
from tests.bot.chat.conversation import Conversation

QUESTION = "How many attacks on US troops were counted?"
_people = itertools.count(97_000)


@pytest.fixture
def reader() -> int:
    return next(_people)


def test_a_citation_can_be_copied_with_who_said_it_where_and_when(talk: Conversation, reader: int) -> None:
    answer = talk.say(QUESTION, user_id=reader)[0]

    (passage,) = talk.press(answer, "[1] ", user_id=reader)

    (copied,) = [button["copy_text"]["text"] for button in passage.buttons if "copy_text" in button]
    assert len(copied) <= 256
    assert "140" in copied
    assert re.search(r"Rafidain Voice|Atlantic Ledger", copied)
    assert "2024" in copied


def test_a_citation_shows_which_stored_text_it_is_of(talk: Conversation, reader: int) -> None:
    answer = talk.say(QUESTION, user_id=reader)[0]

    (passage,) = talk.press(answer, "[1] ", user_id=reader)

    assert re.search(r"revision 1, SHA-256 [0-9a-f]{16}", passage.text or "")


def test_times_are_shown_by_the_telephones_own_clock_with_our_words_behind(talk: Conversation, reader: int) -> None:
    html = str(talk.say(QUESTION, user_id=reader)[0].params["text"])

    times = re.findall(r'<tg-time unix="(\d+)" format="dt">([^<]+)</tg-time>', html)

    assert times
    assert all("20" in words for _, words in times)


def test_sources_stand_in_a_quotation_that_opens(talk: Conversation, reader: int) -> None:
    html = str(talk.say(QUESTION, user_id=reader)[0].params["text"])

    said, _, _ = html.partition("<blockquote expandable>")

    assert "<blockquote expandable>" in html
    assert len(re.sub(r"<[^>]+>", "", said)) <= 500


def test_what_takes_longer_than_two_seconds_is_shown_as_a_draft(talk: Conversation, reader: int) -> None:
    waits: list[float] = []
    incoming = Incoming(5, reader, reader, ChatKind.PRIVATE, MessageKind.NEW, QUESTION, talk.clock.now, language="uk")

    async def wait(bot: ExtBot[None]) -> None:
        drafted = asyncio.Event()

        async def sleep(seconds: float) -> None:
            waits.append(seconds)
            if len(waits) > 1:
                drafted.set()
                await asyncio.Event().wait()

        drafting = asyncio.ensure_future(keep_drafting(bot, incoming, sleep=sleep))
        await drafted.wait()
        drafting.cancel()

    work: Callable[[ExtBot[None]], Awaitable[object]] = wait
    talk.run(work)

    (draft,) = [receipt for receipt in talk.api.receipts if receipt.method == "sendMessageDraft"]
    assert waits[0] == 2.0
    assert draft.params["text"] == texts_for("uk").plain("draft")


_SHOWN = re.compile(r"/subscribe (07:00 [^\n<]+?)(?: - |$)", re.MULTILINE)


@pytest.mark.parametrize("language", languages())
def test_what_the_texts_show_as_an_example_is_understood(language: str) -> None:
    texts = texts_for(language)

    (example,) = _SHOWN.findall(clean(texts.plain("subscribed-hint")))
    wish = read_wish(example, zone_of)

    assert (wish.minute, len(wish.topics), wish.unclear) == (420, 2, False)
    assert wish.zone is not None
    for key in ("start", "subscriptions-none", "follow-no-briefing"):
        for shown in _SHOWN.findall(clean(texts.plain(key, example=""))):
            assert zone_named(shown.split()[1].strip(" .")) is not None, (key, shown)
