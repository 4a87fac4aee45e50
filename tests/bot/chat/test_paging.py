"""Long lists are turned page by page, also by buttons that were sent before a restart or before the list changed."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from bot.chat.paging import page_in, page_of
from bot.store.audit import Action, record_action
from bot.store.mutes import mute_story
from bot.wording.texts import texts_for
from index.articles import Article
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.bot.worlds import START
from tests.servers import updates
from tests.servers.botapi import Receipt

_people = itertools.count(83_000)


@pytest.fixture
def reader() -> int:
    return next(_people)


def labels(receipt: Receipt) -> list[str]:
    return [button["text"] for button in receipt.buttons if button["text"].startswith("Part")]


class TestPages:
    def test_items_keep_their_numbers(self) -> None:
        page = page_of("abcdefg", 1, 3)

        (row,) = page.buttons(texts_for("en"), str)
        assert page.shown == ((4, "d"), (5, "e"), (6, "f"))
        assert [(button.label, button.data) for button in row] == [("Part 1", "0"), ("Part 3", "2")]

    @pytest.mark.parametrize(("asked", "shown"), [(-1, 0), (2, 2), (9, 2)])
    def test_a_page_that_is_not_there_is_the_nearest(self, asked: int, shown: int) -> None:
        assert page_of("abcdefg", asked, 3).number == shown

    def test_a_short_list_has_one_and_no_buttons(self) -> None:
        for items in ("", "abc"):
            page = page_of(items, 0, 3)
            assert page.buttons(texts_for("en"), str) == ()
            assert page.heading("Topics", texts_for("en")) == "Topics"

    @pytest.mark.parametrize(("payload", "page"), [("3", 3), ("17.2", 2), ("s0123456789ab.1", 1), ("s01", 0), ("", 0)])
    def test_a_payload_names_its_page(self, payload: str, page: int) -> None:
        assert page_in(payload) == page


def test_followed_topics_are_turned_and_stopped_where_one_is(talk: Conversation, reader: int) -> None:
    for ten in range(2):
        talk.say("/follow " + ", ".join(f"Topic {ten}{one}" for one in range(10)), user_id=reader)
    (first,) = talk.say("/follow", user_id=reader)
    (second,) = talk.press(first, "Part 2", user_id=reader)

    (shorter,) = talk.press(second, "Stop: Topic 15", user_id=reader)

    assert "11. Topic 10" in (second.text or "")
    assert "Topic 15" not in (shorter.text or "")
    assert "19. Topic 19" in (shorter.text or "")
    assert labels(shorter) == ["Part 1"]


def test_watched_topics_and_briefings_are_turned(talk: Conversation, reader: int) -> None:
    talk.say("/watch " + ", ".join(f"Topic 0{one}" for one in range(10)), user_id=reader)
    talk.say("/watch Topic 10", user_id=reader)
    for minute in range(6):
        talk.say(f"/subscribe 07:0{minute} Kyiv", user_id=reader)

    (watched,) = talk.press(talk.say("/watch", user_id=reader)[0], "Part 2", user_id=reader)
    (briefings,) = talk.press(talk.say("/subscriptions", user_id=reader)[0], "Part 2", user_id=reader)

    assert "11. Topic 10" in (watched.text or "")
    assert "6. every day at 07:05" in (briefings.text or "")


def test_muted_stories_are_turned(talk: Conversation, reader: int) -> None:
    talk.say("/subscribe 07:00 Kyiv", user_id=reader)
    for number in range(11):
        talk.services.database.transact(
            lambda connection, n=number: mute_story(
                connection, reader, f"s{n:012x}", headline=f"Headline {n}", now=talk.clock()
            )
        )

    (second,) = talk.press(talk.say("/muted", user_id=reader)[0], "Part 2", user_id=reader)
    (first,) = talk.press(second, "Unmute number 11", user_id=reader)

    assert "11. Headline 0" in (second.text or "")
    assert "10. Headline 1" in (first.text or "")
    assert labels(first) == []


def test_the_audit_does_not_move_under_who_reads_it(empty: Conversation) -> None:
    for number in range(45):
        action = Action(empty.clock(), ADMIN, "pausesource", f"source {number}", "done")
        empty.services.database.transact(lambda connection, one=action: record_action(connection, one))
    (first,) = empty.say("/audit", user_id=ADMIN)
    (second,) = empty.press(first, "Part 2", user_id=ADMIN)
    (third,) = empty.press(second, "Part 3", user_id=ADMIN)
    empty.say("/stats", user_id=ADMIN)
    (again,) = empty.press(second, "Part 1", user_id=ADMIN)

    assert [f"source {number}:" in (second.text or "") for number in (25, 24, 5, 4)] == [False, True, True, False]
    assert "source 0:" in (third.text or "")
    assert again.text == first.text


def test_only_an_admin_turns_an_admins_list(empty: Conversation, reader: int) -> None:
    for number in range(30):
        empty.say(f"/addadmin {5000 + number}", user_id=ADMIN)
    (first,) = empty.say("/admins", user_id=ADMIN)
    (second,) = empty.press(first, "Part 2", user_id=ADMIN)
    empty.press(first, "Part 2", user_id=reader)

    assert "5029, since" in (second.text or "")
    assert empty.notices()[-1].startswith("Only admins of this bot")


class TestPartsOfAView:
    @pytest.fixture
    def first(self, empty: Conversation) -> Receipt:
        """How many outlets word one story, the first part."""
        report = (
            "Rockets struck the grain terminal of Marib on Monday, killing {} workers, the harbour master said. "
            "The regime's ruthless onslaught on the terminal of Marib set {} silos ablaze, witnesses told {}. "
        )
        empty.services.index.add(
            Article(
                f"https://outlet{n}.example/marib",
                f"Rockets strike the grain terminal of Marib, outlet {n} reports from the harbour",
                report.format(n + 3, n + 2, f"Outlet {n}") * 2,
                f"Outlet {n}",
                START - timedelta(hours=3, minutes=n),
            )
            for n in range(16)
        )
        (shown,) = empty.say("/compare Marib")
        return shown

    def test_a_long_comparison_comes_part_by_part(self, empty: Conversation, first: Receipt) -> None:
        (second,) = empty.press(first, "Part 2")
        (back,) = empty.press(second, "Part 1")

        assert "Part 1 of " in (first.text or "")
        assert "Part 2 of " in (second.text or "")
        assert back.text == first.text
        assert [button["text"] for button in back.buttons] == [button["text"] for button in first.buttons]

    def test_one_that_was_forgotten_says_so(self, empty: Conversation, first: Receipt) -> None:
        empty.say("/forget yes")

        assert empty.press(first, "Part 2") == []
        assert empty.notices()[-1] == "I no longer keep that answer. Please ask again."

    def test_another_chats_parts_stay_closed(self, empty: Conversation, first: Receipt) -> None:
        assert first.message is not None
        data = next(one["callback_data"] for one in first.buttons if one["text"] == "Part 2")
        elsewhere = {**first.message, "chat": updates.chat(43)}

        assert empty.take(updates.press(data, under=elsewhere, user_id=43)) == []
        assert empty.notices()[-1] == "This button has expired. Please send the command again."
