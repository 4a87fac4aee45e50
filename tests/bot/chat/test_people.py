"""Owners name admins, admins ban, and everything of the kind is audited; rights are asked for at every update."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from bot.chat.buttons import ANYONE
from bot.chat.menus import publish_menus
from bot.store import admins, bans, schema
from bot.store.chats import get_chat, move_chat
from index.store.database import Database
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.bot.worlds import Clock, rows
from tests.servers import updates

OWNER, PERSON, GROUP = ADMIN, 8001, -100700
REFUSED = "Only admins of this bot can do that, in a private chat with it."


def text(talk: Conversation, command: str, user_id: int = OWNER) -> str:
    return talk.say(command, user_id=user_id)[0].text or ""


def confirmed(talk: Conversation, command: str, user_id: int = OWNER) -> str:
    """What comes of a command that asks first, and of its yes."""
    (asked,) = talk.say(command, user_id=user_id)
    return talk.press(asked, "Yes", user_id=user_id)[0].text or ""


def menus(talk: Conversation) -> dict[int, set[str]]:
    """The commands in each person's own menu, as Telegram was told."""
    shown: dict[int, set[str]] = {}
    for receipt in talk.api.receipts:
        scope = receipt.params.get("scope", {})
        if receipt.method == "setMyCommands" and scope.get("type") == "chat":
            shown[int(scope["chat_id"])] = {one["command"] for one in receipt.params["commands"]}
        if receipt.method == "deleteMyCommands":
            shown.pop(int(scope["chat_id"]), None)
    return shown


class TestAdmins:
    def test_one_is_named_sees_the_commands_and_uses_them(self, empty: Conversation) -> None:
        assert text(empty, "/stats", PERSON) == REFUSED
        empty.say("/subscribe 07:00 Kyiv", user_id=PERSON)

        assert text(empty, f"/addadmin {PERSON}") == f"{PERSON} is an admin from now on."

        assert text(empty, f"/addadmin {PERSON}") == f"{PERSON} is an admin already."
        assert text(empty, "/stats", PERSON).startswith("Figures")
        assert "/ban" in text(empty, "/help", PERSON)
        assert "/addadmin" not in text(empty, "/help", PERSON)
        assert "/addadmin" in text(empty, "/help")
        assert {"addsource", "ban"} <= menus(empty)[PERSON]
        assert "addadmin" not in menus(empty)[PERSON]
        told = rows(empty.services.database, schema.delivery, schema.delivery.c.key.like("admin:%"))
        assert [one.chat_id for one in told] == [PERSON]

    def test_one_who_is_removed_can_do_nothing_more_from_that_moment(self, empty: Conversation) -> None:
        empty.say("/start", user_id=PERSON)
        text(empty, f"/addadmin {PERSON}")
        hello = empty.say("/start", user_id=PERSON)[0]
        data = empty.services.signer.sign(
            "confirm", "1", chat_id=PERSON, user_id=ANYONE, expires_at=empty.clock.advance(hours=1)
        )
        assert hello.message is not None

        assert confirmed(empty, f"/removeadmin {PERSON}") == f"{PERSON} is an admin no more."

        assert text(empty, "/stats", PERSON) == REFUSED
        assert empty.take(updates.press(data, under=hello.message, user_id=PERSON)) == []
        assert empty.notices()[-1] == REFUSED
        assert PERSON not in menus(empty)
        assert text(empty, f"/removeadmin {PERSON}") == f"{PERSON} is no admin."

    def test_only_owners_name_them_and_owners_can_not_be_removed(self, empty: Conversation) -> None:
        text(empty, f"/addadmin {PERSON}")

        assert text(empty, "/addadmin 8002", PERSON) == "Only an owner of this bot can do that."
        assert text(empty, "/addadmin 8002", 8002) == REFUSED
        assert "is an owner" in text(empty, f"/removeadmin {OWNER}")
        assert str(PERSON) in text(empty, "/admins", PERSON)

    @pytest.mark.parametrize("said", ["", "someone", "0", "777000", "1087968824", "-100700", "9" * 30])
    def test_what_is_no_person_is_not_made_one(self, empty: Conversation, said: str) -> None:
        assert text(empty, f"/addadmin {said}").startswith("Send the number with the command")

        assert rows(empty.services.database, schema.admin) == []

    def test_their_menus_are_told_at_the_start_and_when_they_first_write(self, empty: Conversation) -> None:
        text(empty, f"/addadmin {PERSON}")
        empty.api.receipts.clear()

        empty.say("/start", user_id=PERSON)

        assert "audit" in menus(empty)[PERSON]

        empty.api.receipts.clear()
        empty.run(lambda bot: publish_menus(bot, empty.services))
        assert set(menus(empty)) == {OWNER, PERSON}
        assert "addadmin" in menus(empty)[OWNER]


class TestBans:
    def test_who_is_banned_is_not_answered_and_sent_nothing(self, empty: Conversation) -> None:
        empty.say("/subscribe 07:00 Kyiv", user_id=PERSON)

        assert "not answered any more" in confirmed(empty, f"/ban {PERSON}")

        for said in ("/help", "/nonsense", "What happened in Kharkiv?", "/start"):
            assert empty.say(said, user_id=PERSON) == []
        empty.take(updates.membership("member", user_id=PERSON))
        assert _state(empty, PERSON) == "paused"

        assert "answered again" in text(empty, f"/unban {PERSON}")
        assert empty.say("/help", user_id=PERSON)
        assert _state(empty, PERSON) == "active"
        assert "was not banned" in text(empty, f"/unban {PERSON}")

    def test_a_press_of_theirs_does_nothing(self, empty: Conversation) -> None:
        hello = empty.say("/start", user_id=PERSON)[0]
        confirmed(empty, f"/ban {PERSON}")

        assert empty.press(hello, "morning", user_id=PERSON) == []

    def test_a_banned_group_is_silent_for_all_but_admins_and_stays_so_when_it_grows(self, empty: Conversation) -> None:
        here: dict[str, Any] = {"chat_id": GROUP, "kind": "supergroup"}
        assert empty.say("/help", user_id=PERSON, **here)
        confirmed(empty, f"/ban {GROUP}")

        assert empty.say("/help", user_id=PERSON, **here) == []
        assert empty.say("/help", user_id=OWNER, **here)
        empty.services.database.transact(lambda c: move_chat(c, GROUP, GROUP - 1, now=empty.clock()))
        assert empty.say("/help", user_id=PERSON, chat_id=GROUP - 1, kind="supergroup") == []

    def test_admins_can_not_be_banned(self, empty: Conversation) -> None:
        text(empty, f"/addadmin {PERSON}")

        assert "is an admin" in text(empty, f"/ban {PERSON}")
        assert "is an admin" in text(empty, f"/ban {OWNER}", PERSON)
        assert empty.say("/help", user_id=PERSON)


class TestAudit:
    def test_every_action_and_every_refusal_is_in_it(self, empty: Conversation) -> None:
        text(empty, f"/addadmin {PERSON}")
        confirmed(empty, "/ban 8009", PERSON)
        text(empty, "/removesource nothing", PERSON)
        text(empty, f"/ban {OWNER}", PERSON)
        text(empty, "/addadmin @somebody")
        text(empty, "/ban 8010", 8011)
        text(empty, "/ban 8010", 8011)

        shown = text(empty, "/audit").split("\n")

        assert len(shown) == 8
        assert [line.partition(": ")[2] for line in shown[1:]] == [
            f"{OWNER}, addadmin: refused",
            f"{PERSON}, ban chat {OWNER}: refused",
            f"{PERSON}, removesource: refused",
            f"{PERSON}, shut chat 8009: done",
            f"{PERSON}, ban 8009: asked first",
            f"{OWNER}, addadmin person {PERSON}: done",
            "8011, ban: refused, 2 times",
        ]


def test_rights_and_bans_are_stored_on_both_databases(people: Database) -> None:
    now = Clock()()

    def work(connection: sa.Connection) -> None:
        assert admins.add_admin(connection, PERSON, by=OWNER, now=now)
        assert not admins.add_admin(connection, PERSON, by=OWNER, now=now)
        assert bans.add_ban(connection, 5, by=OWNER, now=now)
        assert not bans.add_ban(connection, 5, by=OWNER, now=now)
        bans.move_ban(connection, 5, 6)
        assert bans.bans(connection) == [6]
        assert bans.is_banned(connection, 5, 6)
        assert not bans.is_banned(connection, 5)
        assert admins.remove_admin(connection, PERSON)
        assert admins.admins(connection) == []

    people.transact(work)


def _state(talk: Conversation, chat_id: int) -> str:
    with talk.services.database.read() as connection:
        chat = get_chat(connection, chat_id)
    assert chat is not None
    return chat.state


def test_stats_come_with_a_picture_that_says_the_same(empty: Conversation) -> None:
    empty.say("How many moons has Jupiter?", user_id=PERSON)
    empty.say("What did the pope say in Goma?", user_id=PERSON)

    figures, picture = empty.say("/stats", user_id=OWNER)

    assert (figures.text or "").startswith("Figures")
    assert picture.method == "sendPhoto"
    lines = (picture.text or "").split("\n")
    assert lines[1] == "Questions a day: answered 0, no source answers 2"
    assert lines[2] == "Briefings and alerts a day: sent 0, not delivered 0"
    assert lines[-2:] == ["Half of the answers took at most 0.25 seconds.", "95 of 100 took at most 0.25 seconds."]
