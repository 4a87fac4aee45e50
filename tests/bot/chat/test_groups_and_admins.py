"""In groups the bot is quiet until it is meant; what is for admins has no effect for anyone else."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import sqlalchemy as sa

from bot.store import schema
from tests.bot.chat.conversation import ADMIN, READER, Conversation
from tests.servers import updates

GROUP = -100500
_people = itertools.count(30_000)


@pytest.fixture
def reader() -> int:
    """A person nobody has met before."""
    return next(_people)


class TestGroups:
    """In a group the bot is quiet until it is meant."""

    def test_it_answers_when_mentioned_or_replied_to(self, talk: Conversation, reader: int) -> None:
        here: dict[str, Any] = {"user_id": reader, "chat_id": GROUP, "kind": "supergroup"}
        assert talk.say("How many attacks on US troops were counted?", **here) == []

        mentioned = talk.say("@sitrep_bot How many attacks on US troops were counted?", **here)
        assert mentioned[0].links
        assert mentioned[0].params["reply_parameters"]
        replied = talk.say(
            "How many attacks on US troops were counted?",
            reply_to_message={"message_id": 1, "date": 0, "chat": updates.chat(GROUP), "from": updates.BOT},
            **here,
        )
        assert replied[0].links

    def test_a_command_for_another_bot_is_not_ours(self, talk: Conversation, reader: int) -> None:
        here: dict[str, Any] = {"user_id": reader, "chat_id": GROUP, "kind": "supergroup"}

        assert talk.say("/help@other_bot", **here) == []
        assert talk.say("/help@sitrep_bot", **here)

    def test_only_its_admins_subscribe_it(self, talk: Conversation, reader: int) -> None:
        here: dict[str, Any] = {"user_id": reader, "chat_id": GROUP, "kind": "supergroup"}
        refused = talk.say("/subscribe 07:00 Kyiv", **here)[0]
        assert refused.text == "Only admins of this group can do that."

        talk.api.members[GROUP, reader] = "administrator"
        assert "Europe/Kyiv" in (talk.say("/subscribe 07:00 Kyiv", **here)[0].text or "")

    def test_an_anonymous_admin_is_an_admin_of_the_group(self, talk: Conversation) -> None:
        reply = talk.say(
            "/subscriptions",
            user_id=updates.ANONYMOUS_ADMIN,
            chat_id=GROUP,
            kind="supergroup",
            sender_chat=updates.chat(GROUP, "supergroup"),
        )

        assert reply


class TestAdmins:
    """What only admins may do has no effect for anyone else, in any wrapping."""

    WRAPPINGS = (
        {},
        {"kind": "supergroup", "chat_id": GROUP},
        {"field": "edited_message"},
        {"kind": "channel", "chat_id": -700, "field": "channel_post"},
        {"forward_origin": {"type": "hidden_user", "date": 0, "sender_user_name": "x"}},
        {"kind": "supergroup", "chat_id": GROUP, "sender_chat": updates.chat(GROUP, "supergroup")},
    )

    @pytest.mark.parametrize("user_id", [READER, ADMIN], ids=["reader", "admin"])
    @pytest.mark.parametrize(
        "wrapping", WRAPPINGS, ids=["plain", "group", "edited", "channel", "forwarded", "anonymous"]
    )
    def test_one_refusal_for_all(self, talk: Conversation, wrapping: dict[str, Any], user_id: int) -> None:
        if user_id == ADMIN and wrapping == {}:
            assert (
                talk.say("/stats", user_id=ADMIN)[0].text
                != "Only admins of this bot can do that, in a private chat with it."
            )
            return
        replies = talk.say("/stats", user_id=user_id, **wrapping)

        assert [r.text for r in replies] == ["Only admins of this bot can do that, in a private chat with it."]

    def test_refusals_are_audited_by_id(self, talk: Conversation, reader: int) -> None:
        talk.say("/removesource 1", user_id=reader)

        with talk.services.database.read() as connection:
            query = sa.select(schema.refusal).where(schema.refusal.c.user_id == reader)
            (row,) = connection.execute(query).all()
        assert (row.action, row.number) == ("removesource", 1)

    def test_an_admin_who_was_removed_can_not_press(self, talk: Conversation) -> None:
        source = talk.services.index.sources.add("https://e.org/x", name="Example", now=talk.clock())
        data = talk.services.signer.sign(
            "confirm", "1", chat_id=ADMIN, user_id=ADMIN, expires_at=talk.clock.advance(hours=1)
        )
        stripped = Conversation(talk.services.index, talk.clock, admins=())
        hello = stripped.say("/start", user_id=ADMIN)[0]
        assert hello.message is not None

        assert stripped.take(updates.press(data, under=hello.message, user_id=ADMIN)) == []
        assert stripped.notices()[-1].startswith("Only admins")
        talk.services.index.sources.remove(source.id)

    def test_sources_are_paused_resumed_and_removed(self, talk: Conversation) -> None:
        source = talk.services.index.sources.add("https://e.org/feed", name="Example <News>", now=talk.clock())

        assert "Paused: Example <News>" in (talk.say(f"/pausesource {source.id}", user_id=ADMIN)[0].text or "")
        assert "paused" in (talk.say("/sources", user_id=ADMIN)[0].text or "")
        assert "read again" in (talk.say("/resumesource Example", user_id=ADMIN)[0].text or "")
        assert "Removed" in (talk.say(f"/removesource {source.id} yes", user_id=ADMIN)[0].text or "")
        assert "No source" in (talk.say(f"/removesource {source.id} yes", user_id=ADMIN)[0].text or "")
