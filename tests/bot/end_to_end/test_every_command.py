"""Every command, over HTTP, in English and in Arabic: what is said back is the catalogue's own text.

A command that the registry has and nobody talks to here fails.
"""

from __future__ import annotations

import itertools
import re

import pytest

from bot.chat.registry import COMMANDS
from bot.chat.roles import RUNS_THE_BOT
from bot.wording.texts import texts_for
from tests.bot.end_to_end.talk import Talk, out_of_order
from tests.bot.end_to_end.world import QUESTION, World
from tests.servers import updates
from tests.servers.botapi import Receipt

pytestmark = pytest.mark.timeout(300)

_people = itertools.count(1500)


class TestCommands:
    @pytest.mark.parametrize("name", sorted(COMMANDS))
    def test_a_command(self, name: str, reader: Talk, admin: Talk, offered: str) -> None:
        # What begins with "test" would be taken for a test of its own.
        talk = getattr(self, "try_source" if name == "testsource" else name, None)
        assert talk is not None, f"/{name} has no talk here: add one"
        talk(admin if COMMANDS[name].rule.who in RUNS_THE_BOT else reader, offered)

    def start(self, talk: Talk, _: str) -> None:
        hello = talk.say("/start", "start")
        assert [b["text"] for b in hello.buttons] == [talk.text(f"button-{k}") for k in ("try", "brief", "daily")]
        assert "/start" not in (hello.text or "")

    def help(self, talk: Talk, _: str) -> None:
        helped = talk.say("/help", "help-heading").text or ""
        for command in COMMANDS.values():
            if command.listed and command.rule.who not in RUNS_THE_BOT:
                assert texts_for(talk.language).plain(f"command-{command.name}") in helped

    def ask(self, talk: Talk, _: str) -> None:
        assert "140" in (talk.say(f"/ask {QUESTION}", "answer-footing").text or "")

    def about(self, talk: Talk, _: str) -> None:
        talk.say("/about", "start")

    def privacy(self, talk: Talk, _: str) -> None:
        talk.say("/privacy", "privacy")

    def stop(self, talk: Talk, _: str) -> None:
        talk.say("/stop", "subscriptions-none")
        talk.say("/subscribe 07:00 Kyiv", "subscribed")
        talk.say("/stop", "unsubscribed")

    def cancel(self, talk: Talk, _: str) -> None:
        talk.say("/subscribe", "hour-ask")
        talk.say("/cancel", "left-as-it-is")

    def news(self, talk: Talk, _: str) -> None:
        talk.say("/news", "briefing-newest-day")

    def stories(self, talk: Talk, _: str) -> None:
        talk.say("/stories", "briefing-newest-day")

    def topics(self, talk: Talk, _: str) -> None:
        talk.say("/topics", "follow-none")

    def search(self, talk: Talk, _: str) -> None:
        assert "140" in (talk.say(f"/search {QUESTION}", "answer-footing").text or "")

    def hide(self, talk: Talk, _: str) -> None:
        talk.say("/hide", "hide-none")
        talk.say("/hide The Nobody Times", "hide-unknown")
        talk.say("/hide Meridian Wire", "hide-done")
        answer = talk.say(QUESTION, "hidden-outlets").text or ""
        assert "Meridian Wire" not in answer

    def brief(self, talk: Talk, _: str) -> None:
        talk.say("/brief", "briefing-heading")

    def compare(self, talk: Talk, _: str) -> None:
        assert talk.say("/compare Damascus", "compare-heading").buttons

    def timeline(self, talk: Talk, _: str) -> None:
        assert talk.say("/timeline Damascus", "sources-heading").links

    def figures(self, talk: Talk, _: str) -> None:
        assert talk.say("/figures Damascus", "figures-heading").buttons

    def subscribe(self, talk: Talk, _: str) -> None:
        said = talk.say("/subscribe 07:00 Baghdad Gaza, Red Sea", "subscribed").text or ""
        assert "07:00" in said
        assert "Asia/Baghdad" in said

    def subscriptions(self, talk: Talk, _: str) -> None:
        talk.say("/subscribe 18:30 New York", "subscribed")
        assert "18:30" in (talk.say("/subscriptions", "subscriptions-heading").text or "")

    def unsubscribe(self, talk: Talk, _: str) -> None:
        talk.say("/subscribe 07:00 Kyiv", "subscribed")
        talk.say("/unsubscribe", "unsubscribed")
        talk.say("/unsubscribe", "subscriptions-none")

    def follow(self, talk: Talk, _: str) -> None:
        talk.say("/follow Aleppo, Red Sea", "follow-done")
        talk.say("/follow", "follow-heading")

    def unfollow(self, talk: Talk, _: str) -> None:
        talk.say("/follow Aleppo", "follow-done")
        talk.say("/unfollow Aleppo", "unfollow-done")

    def watch(self, talk: Talk, _: str) -> None:
        talk.say("/watch", "watch-none")
        talk.say("/watch 3 drones near Erbil", "watch-done")
        talk.say("/watch", "watch-heading")

    def unwatch(self, talk: Talk, _: str) -> None:
        talk.say("/watch Erbil", "watch-done")
        talk.say("/unwatch Erbil", "unwatch-done")

    def quiet(self, talk: Talk, _: str) -> None:
        talk.say("/quiet", "quiet-how")
        talk.say("/quiet 23:00 7:00", "quiet-set")
        talk.say("/quiet off", "quiet-none")

    def muted(self, talk: Talk, _: str) -> None:
        talk.say("/muted", "muted-none")

    def timezone(self, talk: Talk, _: str) -> None:
        talk.say("/timezone", "zone-unset")
        talk.say("/timezone Kyiv", "zone-set")
        talk.say("/timezone", "zone-shown")

    def language(self, talk: Talk, _: str) -> None:
        talk.say("/language", "language-ask")

    def settings(self, talk: Talk, _: str) -> None:
        talk.say("/settings", "settings-heading")

    def sources(self, talk: Talk, _: str) -> None:
        talk.say("/sources", "sources-corpus")

    def report(self, talk: Talk, _: str) -> None:
        talk.say("/report", "report-nothing")
        talk.say(QUESTION, "answer-footing")
        talk.say("/report", "reported")

    def export(self, talk: Talk, _: str) -> None:
        before = talk.api.last
        talk.say("/export", "exported")
        talk.api.wait(lambda: [r for r in talk.api.receipts[before:] if r.method == "sendDocument" and r.accepted])

    mydata = export

    def forget(self, talk: Talk, _: str) -> None:
        talk.say("/forget", "forget-ask")
        talk.say("/forget yes", "forgotten")

    def addsource(self, talk: Talk, offered: str) -> None:
        added = talk.press(
            talk.say(f"/addsource {offered}", "addsource-found"), talk.text("button-confirm"), "addsource-done"
        )
        assert "Loopback" in (added.text or "")

    def removesource(self, talk: Talk, offered: str) -> None:
        number = self._added(talk, offered)
        self.confirmed(talk, f"/removesource {number}", "source-remove-ask", "source-removed")
        talk.say(f"/removesource {number}", "error-source-unknown")

    def vouch(self, talk: Talk, offered: str) -> None:
        talk.say("/vouch", "vouch-how")
        number = self._added(talk, offered)
        # All feeds are of one site here.
        talk.say(f"/unvouch {number}", "unvouched")
        talk.say(f"/vouch {number} example.org", "vouched")
        talk.say(f"/vouch {number}", "vouched-counted")

    def unvouch(self, talk: Talk, offered: str) -> None:
        talk.say(f"/unvouch {self._added(talk, offered)}", "unvouched")

    def pausesource(self, talk: Talk, offered: str) -> None:
        talk.say(f"/pausesource {self._added(talk, offered)}", "source-paused")
        talk.say("/sources", "source-state-paused")

    def resumesource(self, talk: Talk, offered: str) -> None:
        number = self._added(talk, offered)
        talk.say(f"/pausesource {number}", "source-paused")
        talk.say(f"/resumesource {number}", "source-resumed")

    def stats(self, talk: Talk, _: str) -> None:
        talk.say("/stats", "stats-heading")

    def broadcast(self, talk: Talk, _: str) -> None:
        talk.say("/broadcast Back at noon.", "broadcast-preview")

    def ban(self, talk: Talk, _: str) -> None:
        banned = Talk(talk.api, talk.language, next(_people))
        self.confirmed(talk, f"/ban {banned.user_id}", "ban-ask", "banned")
        before = talk.api.last
        talk.api.push(updates.message("/help", user_id=banned.user_id))
        talk.say("/help", "help-admins")
        assert talk.api.sent(banned.user_id, after=before) == []

    def unban(self, talk: Talk, _: str) -> None:
        banned = Talk(talk.api, talk.language, next(_people))
        talk.say(f"/unban {banned.user_id}", "ban-none")
        self.confirmed(talk, f"/ban {banned.user_id}", "ban-ask", "banned")
        talk.say(f"/unban {banned.user_id}", "unbanned")
        banned.say("/help", "help-heading")

    def admins(self, talk: Talk, _: str) -> None:
        talk.say("/admins", "admins-owners")

    def audit(self, talk: Talk, _: str) -> None:
        talk.say("/stats", "stats-heading")
        talk.say("/audit", "audit-heading")

    def addadmin(self, talk: Talk, _: str) -> None:
        new = Talk(talk.api, talk.language, next(_people))
        new.say("/stats", "refused-admin")
        talk.say(f"/addadmin {new.user_id}", "admin-added")
        new.say("/stats", "stats-heading")
        new.say("/addadmin 5", "refused-owner")

    def removeadmin(self, talk: Talk, _: str) -> None:
        new = Talk(talk.api, talk.language, next(_people))
        talk.say(f"/removeadmin {new.user_id}", "admin-is-none")
        talk.say(f"/addadmin {new.user_id}", "admin-added")
        self.confirmed(talk, f"/removeadmin {new.user_id}", "admin-remove-ask", "admin-removed")
        new.say("/stats", "refused-admin")

    def try_source(self, talk: Talk, offered: str) -> None:
        talk.say("/testsource", "testsource-how")
        assert offered in (talk.say(f"/testsource {offered}", "addsource-found").text or "")

    def filtersource(self, talk: Talk, offered: str) -> None:
        number = self._added(talk, offered)
        talk.say(f"/filtersource {number}", "filtersource-now")
        kept = talk.say(f"/filtersource {number}\nkeep: drones, Kharkiv", "filter-keep").text or ""
        assert "drones, Kharkiv" in kept

    def exportsources(self, talk: Talk, offered: str) -> None:
        self._added(talk, offered)
        talk.say("/exportsources", "exportsources-done")

    def importsources(self, talk: Talk, _: str) -> None:
        talk.say("/importsources", "importsources-how")

    def publisher(self, talk: Talk, _: str) -> None:
        talk.say("/publisher", "publishers-which")
        talk.say("/publisher Meridian Wire", "profile-whose")

    def setpublisher(self, talk: Talk, _: str) -> None:
        talk.say("/setpublisher", "setpublisher-how")
        assert "Lebanon" in (talk.say("/setpublisher Meridian Wire\ncountry: Lebanon", "profile-whose").text or "")

    @staticmethod
    def confirmed(talk: Talk, command: str, asked: str, done: str) -> Receipt:
        """What comes of a command that asks first, and of its yes."""
        return talk.press(talk.say(command, asked), talk.text("button-yes"), done)

    @staticmethod
    def _added(talk: Talk, offered: str) -> str:
        found = talk.say(f"/addsource {offered}", "addsource-found")
        done = talk.press(found, talk.text("button-confirm"), "addsource-done").text or ""
        number = re.search(r"\d+", done)
        assert number is not None
        return number[0]


class TestGroups:
    """In a group: answers where it is meant, in the topic where it was asked, and quiet otherwise."""

    @pytest.fixture
    def group(self, world: World, language: str) -> Talk:
        number = next(_people)
        return Talk(world.api, language, number, {"chat_id": -100_000 - number, "kind": "supergroup"})

    def test_a_mention_and_a_reply_are_answered_in_their_topic(self, group: Talk) -> None:
        topic = {"message_thread_id": 7, "is_topic_message": True}
        answer = group.say(f"@sitrep_bot {QUESTION}", "answer-footing", **topic)
        assert int(answer.params["message_thread_id"]) == 7
        assert answer.message is not None
        group.say("How many of them were in Iraq?", "answer-footing", reply_to_message=answer.message)

    def test_what_people_say_to_each_other_is_left_alone(self, group: Talk, reader: Talk) -> None:
        before = group.api.last
        group.api.push(updates.message(QUESTION, user_id=group.user_id, language=group.language, **group.where))
        reader.say("/help", "help-heading")
        assert group.api.sent(group.chat_id, after=before) == []

    def test_only_its_admins_subscribe_it(self, group: Talk) -> None:
        group.say("/subscribe 07:00 Kyiv", "refused-group-admin")
        group.api.members[group.chat_id, group.user_id] = "administrator"
        group.say("/subscribe 07:00 Kyiv", "subscribed")

    def test_it_greets_a_group_in_a_few_words(self, group: Talk) -> None:
        group.say("/start", "start-group")


def test_inline_questions_are_answered_with_cited_claims(world: World, language: str) -> None:
    before = world.api.last
    who = updates.user(next(_people), language=language)
    world.api.push({"inline_query": {"id": "1", "from": who, "query": QUESTION, "offset": ""}})

    def answered() -> list[Receipt]:
        return [r for r in world.api.receipts[before:] if r.method == "answerInlineQuery" and r.accepted]

    (found,) = world.api.wait(answered)
    assert "140" in str(found.params["results"])


def test_a_link_to_a_story_opens_it(world: World, reader: Talk) -> None:
    story = world.story_ids()[0]

    assert reader.say(f"/start story_{story}", "sources-heading").links
    reader.say("/start story_000", "view-nothing")


def test_right_to_left_messages_hold_together(world: World) -> None:
    """Last of this module: every message that was said to a reader of Arabic."""
    arabic = [r.text or "" for r in world.api.sent() if re.search("[\u0600-\u06ff]", r.text or "")]

    assert len(arabic) > 40
    broken = {line for text in arabic for line in out_of_order(text)}
    assert broken == set()
