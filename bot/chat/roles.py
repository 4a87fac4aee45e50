"""Who may do what: one pure function over the rules that the registry holds as data."""

from __future__ import annotations

import dataclasses
import enum

from bot.chat.incoming import ChatKind, MessageKind


class Role(enum.IntEnum):
    READER = 0
    GROUP_ADMIN = 1
    ADMIN = 2
    OWNER = 3


class Who(enum.StrEnum):
    """ANYONE; in a group only its admins; in a private chat the admins of the bot, or its owners alone."""

    ANYONE = "anyone"
    GROUP_ADMINS = "group_admins"
    ADMINS = "admins"
    OWNERS = "owners"


# Commands that run the bot itself: each use, and each refusal, is in the audit.
RUNS_THE_BOT = frozenset({Who.ADMINS, Who.OWNERS})


class Verdict(enum.StrEnum):
    """RUN, IGNORE (say nothing), or the key of the text that refuses."""

    RUN = "run"
    IGNORE = "ignore"
    NOT_ADMIN = "refused-admin"
    NOT_OWNER = "refused-owner"
    NOT_GROUP_ADMIN = "refused-group-admin"
    FORWARDED = "refused-forwarded"
    EDITED = "refused-edited"


_EVERYWHERE = frozenset({ChatKind.PRIVATE, ChatKind.GROUP})


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """Who may, in which chats; `forwarded`: also with a message that another wrote; `edited`: again, with one that was
    changed."""

    who: Who = Who.ANYONE
    chats: frozenset[ChatKind] = _EVERYWHERE
    forwarded: bool = False
    edited: bool = False


def decide(rule: Rule, *, role: Role, chat: ChatKind, kind: MessageKind) -> Verdict:
    """What becomes of a message or press of this kind, from a person of this role, in a chat of this kind.

    An admin's command that is not plainly an admin's own new message in a private chat gets one and the same
    refusal, whatever the reason was.
    """
    if rule.who in RUNS_THE_BOT:
        own = chat is ChatKind.PRIVATE and kind in {MessageKind.NEW, MessageKind.PRESS}
        if not own or role < Role.ADMIN:
            return Verdict.NOT_ADMIN
        return Verdict.NOT_OWNER if rule.who is Who.OWNERS and role is not Role.OWNER else Verdict.RUN
    if chat is ChatKind.CHANNEL:
        return _in_channel(rule, role=role, kind=kind)
    if kind is MessageKind.EDITED and not rule.edited and chat is ChatKind.PRIVATE:
        return Verdict.EDITED
    if kind is MessageKind.CHANNEL_POST or (kind is MessageKind.EDITED and not rule.edited):
        return Verdict.IGNORE
    if kind is MessageKind.FORWARDED and not rule.forwarded:
        return Verdict.FORWARDED
    if chat not in rule.chats:
        return Verdict.IGNORE
    if rule.who is Who.GROUP_ADMINS and chat is ChatKind.GROUP and role is Role.READER:
        return Verdict.NOT_GROUP_ADMIN
    return Verdict.RUN


def _in_channel(rule: Rule, *, role: Role, kind: MessageKind) -> Verdict:
    """Only a channel's admins post in it; its buttons are pressed by any reader."""
    if ChatKind.CHANNEL not in rule.chats or kind not in {MessageKind.CHANNEL_POST, MessageKind.PRESS}:
        return Verdict.IGNORE
    if kind is MessageKind.PRESS and rule.who is Who.GROUP_ADMINS and role is Role.READER:
        return Verdict.NOT_GROUP_ADMIN
    return Verdict.RUN
