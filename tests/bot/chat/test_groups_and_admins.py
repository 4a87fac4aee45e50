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
        assert "read again" in (talk.say("/resumesource Example <News>", user_id=ADMIN)[0].text or "")
        (asked,) = talk.say(f"/removesource {source.id}", user_id=ADMIN)
        assert "Example <News>" in (asked.text or "")
        assert "Nothing was changed" in (talk.press(asked, "No", user_id=ADMIN)[0].text or "")
        assert "Removed" in (talk.press(asked, "Yes", user_id=ADMIN)[0].text or "")
        assert "No source" in (talk.say(f"/removesource {source.id}", user_id=ADMIN)[0].text or "")


class TestAtHome:
    """A group as people use it."""

    def test_it_introduces_itself_when_added(self, talk: Conversation) -> None:
        group = -100_700_001

        (hello,) = talk.take(updates.membership("member", chat_id=group, kind="supergroup"))

        assert "mention me" in (hello.text or "")
        talk.take(updates.membership("left", chat_id=group, kind="supergroup"))

    def test_a_mention_under_a_picture_counts(self, talk: Conversation, reader: int) -> None:
        caption = "@sitrep_bot How many attacks on US troops were counted?"
        body = updates.message(caption, user_id=reader, chat_id=GROUP, kind="supergroup")["message"]
        entities = body.pop("entities")
        del body["text"]
        photo = [{"file_id": "F", "file_unique_id": "f", "width": 5, "height": 5}]
        sent = {**body, "photo": photo, "caption": caption, "caption_entities": entities}

        assert talk.take({"message": sent})[0].links

    def test_an_album_is_one_message(self, talk: Conversation, reader: int) -> None:
        bodies = []
        for number in range(5):
            caption = "How many attacks on US troops were counted?" if number == 0 else ""
            body = updates.message(caption, user_id=reader)["message"]
            del body["text"], body["entities"]
            photo = [{"file_id": f"F{number}", "file_unique_id": f"f{number}", "width": 5, "height": 5}]
            album = {"media_group_id": f"album-{reader}", "photo": photo}
            bodies.append({"message": {**body, **album, **({"caption": caption} if caption else {})}})

        replies = talk.take(*bodies)

        assert len(replies) == 1
        assert replies[0].links

    def test_an_edited_question_edits_its_answer(self, talk: Conversation, reader: int) -> None:
        body = updates.message("How many moons has Jupiter?", user_id=reader)["message"]
        (before,) = talk.take({"message": body})
        changed = {**body, "text": "How many attacks on US troops were counted?", "edit_date": 1_700_000_100}

        (after,) = talk.take({"edited_message": changed})

        assert after.method == "editMessageText"
        assert after.message is not None
        assert before.message is not None
        assert after.message["message_id"] == before.message["message_id"]
        assert after.links

    def test_an_edited_command_is_not_run_and_says_so(self, talk: Conversation, reader: int) -> None:
        (said,) = talk.say("/subscribe 07:00 Kyiv", user_id=reader, field="edited_message")

        assert "send it again" in (said.text or "")

    def test_a_reply_to_an_answer_is_about_that_answer_whoever_asked(self, talk: Conversation, reader: int) -> None:
        here: dict[str, Any] = {"chat_id": GROUP, "kind": "supergroup"}
        answer = talk.say("@sitrep_bot How many attacks on US troops were counted?", user_id=reader, **here)[0]
        assert answer.message is not None

        (alone,) = talk.say("@sitrep_bot who said that?", user_id=reader + 5_000, **here)
        (said, *_) = talk.say("who said that?", user_id=reader + 5_000, reply_to_message=answer.message, **here)

        assert said.links
        assert not alone.links
        assert "you have asked nothing here" in (alone.text or "")

    def test_the_language_is_the_admins_to_choose(self, talk: Conversation, reader: int) -> None:
        group: dict[str, Any] = {"chat_id": -100_700_002, "kind": "supergroup"}
        talk.say("@sitrep_bot скільки атак?", user_id=reader, language="uk", **group)
        (english,) = talk.say("/subscriptions@sitrep_bot", user_id=reader + 1, language="en", **group)
        assert "no briefings for this chat" in (english.text or "")

        talk.api.members[group["chat_id"], reader] = "administrator"
        (card,) = talk.say("/language@sitrep_bot", user_id=reader, **group)
        talk.press(card, "Українська", user_id=reader)

        (chosen,) = talk.say("/subscriptions@sitrep_bot", user_id=reader + 1, language="en", **group)
        assert "підписок немає" in (chosen.text or "")

    def test_a_member_sees_no_button_that_is_not_theirs_and_any_admin_may_stop(
        self, talk: Conversation, reader: int
    ) -> None:
        group: dict[str, Any] = {"chat_id": -100_700_003, "kind": "supergroup"}
        for admin in (reader, reader + 1):
            talk.api.members[group["chat_id"], admin] = "administrator"
        talk.say("/subscribe 07:00 Kyiv", user_id=reader, **group)

        (shown,) = talk.say("/subscriptions@sitrep_bot", user_id=reader + 2, **group)
        (own,) = talk.say("/subscriptions@sitrep_bot", user_id=reader, **group)
        (stopped,) = talk.press(own, "Stop number 1", user_id=reader + 1)

        assert shown.buttons == []
        assert "no briefings" in (stopped.text or "")

    def test_an_export_comes_to_the_asker_alone(self, talk: Conversation, reader: int) -> None:
        here: dict[str, Any] = {"user_id": reader, "chat_id": GROUP, "kind": "supergroup"}
        talk.say("@sitrep_bot How many attacks on US troops were counted?", **here)
        before = talk.api.last

        (private, shared) = talk.say("/export@sitrep_bot", **here)

        assert (private.chat_id, shared.chat_id) == (reader, GROUP)
        documents = [r for r in talk.api.receipts[before:] if r.method == "sendDocument"]
        assert [r.chat_id for r in documents] == [reader]

    def test_who_has_not_started_the_bot_is_told_how_to_get_the_export(self, talk: Conversation, reader: int) -> None:
        forbidden = "Forbidden: bot can't initiate conversation with a user"
        talk.api.fault("sendMessage", chat_id=reader, status=403, description=forbidden)

        (said,) = talk.say("/export@sitrep_bot", user_id=reader, chat_id=GROUP, kind="supergroup")

        assert "press Start" in (said.text or "")


class TestFeedback:
    def test_a_report_reaches_owners_who_never_wrote_and_opens_the_answer(
        self, talk: Conversation, reader: int
    ) -> None:
        answer = talk.say("How many attacks on US troops were counted?", user_id=reader)[0]
        (asked,) = talk.press(answer, "helpful?", user_id=reader)
        talk.press(asked, "Report", user_id=reader)

        with talk.services.database.read() as connection:
            table = schema.delivery
            notice = connection.execute(sa.select(table).where(table.c.key.like("report:%"))).all()[-1]
        assert notice.chat_id == ADMIN
        under = {"message_id": 1, "date": 0, "chat": updates.chat(ADMIN), "from": updates.BOT, "text": "x"}
        data = notice.payload["buttons"][0][0]["data"]
        (opened,) = talk.take(updates.press(data, under=under, user_id=ADMIN))

        assert "How many attacks on US troops were counted?" in (opened.text or "")
        assert (answer.text or "").split("[1]")[0] in (opened.text or "")

    @pytest.mark.parametrize(("emoji", "verdict"), [("👍", "good"), ("👎", "bad"), ("🤔", None)])
    def test_a_reaction_is_what_a_person_thinks_of_an_answer(
        self, talk: Conversation, reader: int, emoji: str, verdict: str | None
    ) -> None:
        answer = talk.say("How many attacks on US troops were counted?", user_id=reader)[0]
        assert answer.message is not None
        reaction = {
            "chat": updates.chat(reader),
            "message_id": answer.message["message_id"],
            "user": updates.user(reader),
            "date": 1_700_000_000,
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}],
        }

        assert talk.take({"message_reaction": reaction}) == []

        table = schema.feedback
        with talk.services.database.read() as connection:
            given = connection.execute(sa.select(table.c.verdict).where(table.c.user_id == reader)).scalars().all()
        assert given == ([verdict] if verdict else [])
