"""Who may do what, for every command and button, role, kind of chat and kind of message."""

from __future__ import annotations

import itertools

import pytest

from bot.chat.incoming import ChatKind, MessageKind
from bot.chat.registry import BUTTONS, COMMANDS, QUESTION
from bot.chat.roles import Role, Verdict, decide

# Written down a second time, by hand: a command that is not in these lists fails here.
ADMINS_ONLY = {"addsource", "removesource", "pausesource", "resumesource", "stats", "broadcast"}
ADMINS_ONLY |= {"confirm", "refrain", "send", "discard", "ban", "unban", "admins", "audit"}
ADMINS_ONLY |= {"profile", "describe", "drop", "shut", "reported", "vouch", "unvouch"}
ADMINS_ONLY |= {"moved", "testsource", "filtersource", "exportsources", "importsources", "setpublisher"}
OWNERS_ONLY = {"addadmin", "removeadmin", "dismiss"}
GROUP_ADMINS = {"stop", "subscribe", "unsubscribe", "timezone", "forget", "erase", "language", "settings"}
GROUP_ADMINS |= {"end", "daily", "page", "zone", "hour", "follow", "unfollow"}
GROUP_ADMINS |= {"watch", "unwatch", "quiet", "muted", "mute", "unmute"}
GROUP_ADMINS |= {
    "pictures",
    "follows",
    "watches",
    "mutes",
    "topic",
    "topics",
    "meant",
    "travel",
    "hide",
    "unhide",
    "hidden",
}
ANYONE = {
    "compare",
    "timeline",
    "figures",
    "start",
    "help",
    "ask",
    "brief",
    "subscriptions",
    "sources",
    "publisher",
    "publishers",
    "part",
    "locate",
    "report",
    "cite",
    "try",
    "story",
    "rate",
    "never",
    "judge",
    "verdict",
    "about",
    "privacy",
    "cancel",
    "news",
    "stories",
    "search",
    "export",
    "mydata",
}
# What is answered anew where its message was changed.
EDITED = {"ask", "search"}
# What is for a channel, too.
IN_CHANNELS = GROUP_ADMINS | {"subscriptions", "cite", "rate"}

_all = [*COMMANDS.values(), *BUTTONS.values()]


def test_every_command_and_button_is_in_one_list() -> None:
    assert {command.name for command in _all} == OWNERS_ONLY | ADMINS_ONLY | GROUP_ADMINS | ANYONE
    assert not (OWNERS_ONLY | ADMINS_ONLY) & (GROUP_ADMINS | ANYONE)


@pytest.mark.parametrize("command", _all, ids=lambda command: command.name)
def test_every_combination(command: object) -> None:
    for role, chat, kind in itertools.product(Role, ChatKind, MessageKind):
        verdict = decide(command.rule, role=role, chat=chat, kind=kind)  # type: ignore[attr-defined]

        runs = verdict is Verdict.RUN
        assert runs == _allowed(command.name, role, chat, kind), (role, chat, kind)  # type: ignore[attr-defined]


def _allowed(name: str, role: Role, chat: ChatKind, kind: MessageKind) -> bool:
    if kind is MessageKind.EDITED and name in EDITED:
        return chat is not ChatKind.CHANNEL
    if kind in {MessageKind.EDITED, MessageKind.FORWARDED}:
        return False
    if name in OWNERS_ONLY | ADMINS_ONLY:
        least = Role.OWNER if name in OWNERS_ONLY else Role.ADMIN
        return role >= least and chat is ChatKind.PRIVATE and kind in {MessageKind.NEW, MessageKind.PRESS}
    if chat is ChatKind.CHANNEL:
        if name not in IN_CHANNELS:
            return False
        pressed_by_admin = kind is MessageKind.PRESS and (role is not Role.READER or name not in GROUP_ADMINS)
        return kind is MessageKind.CHANNEL_POST or pressed_by_admin
    if kind is MessageKind.CHANNEL_POST:
        return False
    if name in GROUP_ADMINS:
        return chat is ChatKind.PRIVATE or role is not Role.READER
    return True


def test_an_admins_command_is_refused_in_the_same_words_whatever_the_reason() -> None:
    verdicts = {
        decide(COMMANDS["addsource"].rule, role=role, chat=chat, kind=kind)
        for role, chat, kind in itertools.product(Role, ChatKind, MessageKind)
    }

    assert verdicts == {Verdict.RUN, Verdict.NOT_ADMIN}


def test_only_an_admin_learns_that_something_is_for_owners() -> None:
    def verdict(role: Role) -> Verdict:
        return decide(COMMANDS["addadmin"].rule, role=role, chat=ChatKind.PRIVATE, kind=MessageKind.NEW)

    assert [verdict(role) for role in Role] == [*[Verdict.NOT_ADMIN] * 2, Verdict.NOT_OWNER, Verdict.RUN]


def test_a_forwarded_text_is_a_question_and_a_forwarded_command_is_not_run() -> None:
    forwarded = {"role": Role.READER, "chat": ChatKind.PRIVATE, "kind": MessageKind.FORWARDED}

    assert decide(QUESTION.rule, **forwarded) is Verdict.RUN  # type: ignore[arg-type]
    assert decide(COMMANDS["ask"].rule, **forwarded) is Verdict.FORWARDED  # type: ignore[arg-type]
