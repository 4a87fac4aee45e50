"""Every button, over HTTP, in English and in Arabic: what is said back is the catalogue's own text.

A button that the registry has and nobody talks to here fails.
"""

from __future__ import annotations

import pytest

from bot.chat.registry import BUTTONS
from bot.chat.roles import RUNS_THE_BOT
from bot.wording.texts import texts_for
from tests.bot.end_to_end.talk import Talk, out_of_order
from tests.bot.end_to_end.test_every_command import TestCommands as Commands
from tests.bot.end_to_end.world import QUESTION, World
from tests.servers import updates
from tests.servers.botapi import Receipt

# One comes with a notice that a source has moved to another site, the others under lists longer than a talk makes
# them: tests/bot/chat/test_source_events.py, test_curation.py and test_paging.py press them.
# What is pressed under a channel's briefing is in tests/bot/chat/test_channels.py.
PLAYED_IN_PROCESS = {"moved", "sources", "publishers", "mutes", "part", "hidden", "rate"}

pytestmark = pytest.mark.timeout(300)


class TestButtons:
    @pytest.mark.parametrize("name", sorted(BUTTONS.keys() - PLAYED_IN_PROCESS))
    def test_a_button(self, name: str, reader: Talk, admin: Talk, offered: str) -> None:
        talk = getattr(self, name, None)
        assert talk is not None, f"the button {name!r} has no talk here: add one"
        talk(admin if BUTTONS[name].rule.who in RUNS_THE_BOT else reader, offered)

    def cite(self, talk: Talk, _: str) -> None:
        answer = talk.say(QUESTION, "answer-footing")
        before = talk.api.last
        talk._press(answer, "[1]", None)
        opened: Receipt = talk.api.wait(lambda: talk.api.sent(talk.chat_id, after=before))[0]
        assert opened.links == answer.links[:1]

    def try_(self, talk: Talk, _: str) -> None:
        answer = talk.press(talk.say("/start", "start"), talk.text("button-try"), "answer-footing")
        assert "140" in (answer.text or "")

    def brief(self, talk: Talk, _: str) -> None:
        talk.press(talk.say("/start", "start"), talk.text("button-brief"), "briefing-heading")

    def daily(self, talk: Talk, _: str) -> None:
        talk.press(talk.say("/start", "start"), talk.text("button-daily"), "hour-ask")

    def page(self, talk: Talk, _: str) -> None:
        card = talk.say("/settings", "settings-heading")
        for page, key in (("zone", "zone-ask"), ("language", "language-ask"), ("hour", "hour-ask")):
            opened = talk.press(card, talk.text(f"button-page-{page}"), key)
            talk.press(opened, talk.text("button-settings"), "settings-heading")

    def pictures(self, talk: Talk, _: str) -> None:
        card = talk.say("/settings", "settings-pictures-on")
        off = talk.press(card, talk.text("button-pictures-off"), "settings-pictures-off")
        talk.press(off, talk.text("button-pictures-on"), "settings-pictures-on")

    def zone(self, talk: Talk, _: str) -> None:
        zones = talk.press(talk.say("/settings", "settings-heading"), talk.text("button-page-zone"), "zone-ask")
        city = {"en": "Beirut", "ar": "بيروت"}[talk.language]
        assert "Asia/Beirut" in (talk.press(zones, city, "settings-zone").text or "")

    def language(self, talk: Talk, _: str) -> None:
        page = talk.say("/language", "language-ask")
        other = Talk(talk.api, "fr", talk.user_id)
        other.press(page, "Français", "settings-heading")
        other.say("/settings", "settings-heading")

    def hour(self, talk: Talk, _: str) -> None:
        hours = talk.say("/subscribe", "hour-ask")
        talk.press(hours, "06:00", "zone-ask")
        talk.say("/subscriptions", "subscriptions-heading")

    def topic(self, talk: Talk, _: str) -> None:
        gaza = {"en": "Gaza", "ar": "غزة"}[talk.language]
        chosen = talk.press(self._about(talk), gaza, "topics-ask")
        assert gaza in (chosen.text or "")
        assert gaza not in [button["text"] for button in chosen.buttons]

    def topics(self, talk: Talk, _: str) -> None:
        talk.press(self._about(talk), talk.text("button-topics-all"), "subscribed")

    @staticmethod
    def _about(talk: Talk) -> Receipt:
        """The last step of subscribing: on what."""
        where = talk.press(talk.say("/subscribe", "hour-ask"), "06:00", "zone-ask")
        return talk.press(where, {"en": "Beirut", "ar": "بيروت"}[talk.language], "topics-ask")

    def locate(self, talk: Talk, _: str) -> None:
        where = talk.press(talk.say("/subscribe", "hour-ask"), "06:00", "zone-ask")
        talk.press(where, talk.text("button-place"), "place-ask")
        before = talk.api.last
        shared = updates.message("", user_id=talk.user_id, language=talk.language)["message"]
        del shared["text"], shared["entities"]
        talk.api.push({"message": {**shared, "location": {"latitude": 33.315, "longitude": 44.366}}})
        talk.hear("place-thanks", after=before)
        clocks = talk.hear("place-clocks", after=before)
        talk.press(clocks, {"en": "Baghdad", "ar": "بغداد"}[talk.language], "topics-ask")

    def meant(self, talk: Talk, _: str) -> None:
        made = talk.say("/subscribe 7 Damascas Gaza", "zone-meant")
        right = talk.press(made, "Asia/Damascus", "subscribed")
        assert "Damascas" not in (right.text or "")

    def judge(self, talk: Talk, _: str) -> None:
        talk.press(talk.say(QUESTION, "answer-footing"), talk.text("button-judge"), "judge-ask")

    def verdict(self, talk: Talk, _: str) -> None:
        answer = talk.say(QUESTION, "answer-footing")
        for verdict, key in (("good", "thanks"), ("bad", "thanks"), ("bad", "thanks"), ("report", "reported")):
            asked = talk.press(answer, talk.text("button-judge"), "judge-ask")
            talk.press(asked, talk.text(f"button-{verdict}"), key)

    def reported(self, talk: Talk, _: str) -> None:
        talk.say(QUESTION, "answer-footing")
        before = talk.api.last
        talk.say("/report", "reported")
        notice = talk.hear("report-notice", after=before)
        talk.press(notice, talk.text("button-reported"), "reported-question")

    def travel(self, talk: Talk, _: str) -> None:
        talk.say("/subscribe 07:00 Kyiv", "subscribed")
        zones = talk.press(talk.say("/settings", "settings-heading"), talk.text("button-page-zone"), "zone-ask")
        london = next(b["text"] for b in zones.buttons if ":Europe/London:" in b["callback_data"])
        asked = talk.press(zones, london, "travel-ask")
        assert "Europe/London" in (talk.press(asked, "07:00", "settings-heading").text or "")

    def unhide(self, talk: Talk, _: str) -> None:
        talk.say("/hide Meridian Wire", "hide-done")
        talk.press(talk.say("/hide", "hide-heading"), "Meridian Wire", "hide-none")

    def drop(self, talk: Talk, offered: str) -> None:
        number = Commands._added(talk, offered)
        Commands.confirmed(talk, f"/removesource {number}", "source-remove-ask", "source-removed")

    def shut(self, talk: Talk, _: str) -> None:
        Commands.confirmed(talk, "/ban 62000", "ban-ask", "banned")

    def dismiss(self, talk: Talk, _: str) -> None:
        talk.say("/addadmin 62001", "admin-added")
        Commands.confirmed(talk, "/removeadmin 62001", "admin-remove-ask", "admin-removed")

    def never(self, talk: Talk, _: str) -> None:
        talk.press(talk.say("7:30", "hour-offer"), talk.text("button-no"), "left-as-it-is")

    def end(self, talk: Talk, _: str) -> None:
        talk.say("/subscribe 07:00 Kyiv", "subscribed")
        listed = talk.say("/subscriptions", "subscriptions-heading")
        label = listed.buttons[0]["text"]
        talk.press(listed, label, "subscriptions-none")
        talk.press_for_notice(listed, label, "unsubscribed-notice")

    def unfollow(self, talk: Talk, _: str) -> None:
        talk.say("/follow Aleppo", "follow-done")
        listed = talk.say("/follow", "follow-heading")
        talk.press(listed, "Aleppo", "follow-none")
        talk.press_for_notice(listed, "Aleppo", "unsubscribed-notice")

    def story(self, talk: Talk, _: str) -> None:
        self._story(talk)

    def mute(self, talk: Talk, _: str) -> None:
        talk.press_for_notice(self._story(talk), talk.text("button-mute"), "muted-notice")
        talk.say("/muted", "muted-heading")

    def unmute(self, talk: Talk, _: str) -> None:
        talk.press_for_notice(self._story(talk), talk.text("button-mute"), "muted-notice")
        listed = talk.say("/muted", "muted-heading")
        talk.press(listed, self._words(talk, "button-unmute"), "muted-none")

    @staticmethod
    def _story(talk: Talk) -> Receipt:
        """A story as the button under a briefing opens it."""
        before = talk.api.last
        talk.say("/brief", "briefing-newest-day")
        label = TestButtons._words(talk, "button-story")
        told = talk.api.wait(lambda: _with_button(talk.api.sent(talk.chat_id, after=before), label))[0]
        before = talk.api.last
        talk._press(told, label, None)
        opened: Receipt = talk.api.wait(
            lambda: _with_button(talk.api.sent(talk.chat_id, after=before), talk.text("button-mute"))
        )[0]
        return opened

    def follows(self, talk: Talk, _: str) -> None:
        for ten in range(2):
            talk.say("/follow " + ", ".join(f"Topic {ten}{one}" for one in range(10)), "follow-done")
        self._turned(talk, talk.say("/follow", "follow-heading"), "follow-heading", "Topic 19")

    def watches(self, talk: Talk, _: str) -> None:
        talk.say("/watch " + ", ".join(f"Topic {one}" for one in range(10)), "watch-done")
        talk.say("/watch Topic 10", "watch-done")
        self._turned(talk, talk.say("/watch", "watch-heading"), "watch-heading", "Topic 10")

    def subscriptions(self, talk: Talk, _: str) -> None:
        for minute in range(6):
            talk.say(f"/subscribe 07:0{minute} Kyiv", "subscribed")
        self._turned(talk, talk.say("/subscriptions", "subscriptions-heading"), "subscriptions-heading", "07:05")

    def admins(self, talk: Talk, _: str) -> None:
        for number in range(25):
            Commands.confirmed(talk, f"/ban {60_000 + number}", "ban-ask", "banned")
        before = talk.api.last
        talk._press(talk.say("/admins", "admins-owners"), self._words(talk, "button-turn"), None)
        assert "60" in (talk.hear("part", after=before).text or "")

    def audit(self, talk: Talk, _: str) -> None:
        for number in range(25):
            talk.say(f"/unban {61_000 + number}", "ban-none")
        self._turned(talk, talk.say("/audit", "audit-heading"), "audit-heading", "unban")

    @staticmethod
    def _turned(talk: Talk, listed: Receipt, heading: str, last: str) -> None:
        """Another page of the list, and back."""
        label = texts_for(talk.language).plain("button-turn", number=2)
        second = talk.press(listed, label, heading)
        assert last in (second.text or "")
        again = talk.press(second, texts_for(talk.language).plain("button-turn", number=1), heading)
        assert again.text == listed.text

    def unwatch(self, talk: Talk, _: str) -> None:
        talk.say("/watch Erbil", "watch-done")
        listed = talk.say("/watch", "watch-heading")
        talk.press(listed, "Erbil", "watch-none")
        talk.press_for_notice(listed, "Erbil", "unsubscribed-notice")

    def profile(self, talk: Talk, _: str) -> None:
        shown = talk.say("/publisher Meridian Wire", "profile-whose")
        talk.press(shown, talk.text("profile-state-run"), "profile-ask")

    def describe(self, talk: Talk, _: str) -> None:
        shown = talk.say("/publisher Meridian Wire", "profile-whose")
        asked = talk.press(shown, talk.text("profile-state-run"), "profile-ask")
        talk.press(asked, talk.text("profile-no"), "profile-whose")

    def erase(self, talk: Talk, _: str) -> None:
        Commands.confirmed(talk, "/forget", "forget-ask", "forgotten")

    def confirm(self, talk: Talk, offered: str) -> None:
        found = talk.say(f"/addsource {offered}", "addsource-found")
        talk.press(found, talk.text("button-confirm"), "addsource-done")
        talk.press(found, talk.text("button-confirm"), "addsource-gone")

    def refrain(self, talk: Talk, offered: str) -> None:
        found = talk.say(f"/addsource {offered}", "addsource-found")
        talk.press(found, talk.text("button-cancel"), "addsource-cancelled")

    def send(self, talk: Talk, _: str) -> None:
        preview = self._preview(talk)
        talk.press(preview, self._words(talk, "button-send"), "broadcast-queued")

    def discard(self, talk: Talk, _: str) -> None:
        talk.press(self._preview(talk), talk.text("button-discard"), "broadcast-discarded")

    @staticmethod
    def _preview(talk: Talk) -> Receipt:
        before = talk.api.last
        talk.say("/broadcast Back at noon.", "broadcast-preview")
        shown: Receipt = talk.api.wait(lambda: [r for r in talk.api.sent(talk.chat_id, after=before) if r.buttons])[0]
        return shown

    @staticmethod
    def _words(talk: Talk, key: str) -> str:
        return texts_for(talk.language).plain(key, count=0, number=0).partition("0")[0].strip()


def _with_button(receipts: list[Receipt], label: str) -> list[Receipt]:
    return [one for one in receipts if any(label in button["text"] for button in one.buttons)]


# `try` is a word of Python's.
setattr(TestButtons, "try", TestButtons.try_)


def test_right_to_left_messages_hold_together(world: World) -> None:
    """Last of this module: every message that was said to a reader of Arabic."""
    broken = {line for receipt in world.api.sent() for line in out_of_order(receipt.text or "")}

    assert broken == set()
