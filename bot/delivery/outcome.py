"""What became of one send, decided from what python-telegram-bot raised. Pure.

`BadRequest` and `TimedOut` are subclasses of `NetworkError`, so the order of the questions matters. Whatever
can not be told apart from "Telegram took it and we did not hear" is unknown, never refused.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import timedelta

import httpx
from telegram import error as telegram_error

from bot.pictures.easel import PictureFailed


@dataclasses.dataclass(frozen=True, slots=True)
class Sent:
    message_id: int


@dataclasses.dataclass(frozen=True, slots=True)
class Refused:
    """Telegram certainly does not have it, and asks for patience (or was not reached at all: `flood` is
    False).
    """

    code: str
    after: timedelta
    flood: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Unparsable:
    """Telegram could not read our HTML."""

    code: str = "unparsable"


@dataclasses.dataclass(frozen=True, slots=True)
class Dead:
    """This message will never be accepted."""

    code: str


@dataclasses.dataclass(frozen=True, slots=True)
class Unreachable:
    """This chat can not be written to until its people change something: blocked, deactivated, gone."""

    code: str


@dataclasses.dataclass(frozen=True, slots=True)
class TopicClosed:
    """This topic of a forum takes no messages; the others do."""

    code: str = "topic_closed"


@dataclasses.dataclass(frozen=True, slots=True)
class Moved:
    """The group became a supergroup with another id."""

    chat_id: int


@dataclasses.dataclass(frozen=True, slots=True)
class Unknown:
    """Telegram may or may not have accepted it."""

    code: str


@dataclasses.dataclass(frozen=True, slots=True)
class TokenRefused:
    """Not this message but the bot itself is refused: nothing can be sent, nothing is dropped."""

    code: str = "token_refused"


Outcome = Sent | Refused | Unparsable | Dead | Unreachable | TopicClosed | Moved | Unknown | TokenRefused

# The first words of Telegram's that fit count. The codes are kept with the chat and shown to people.
_FORBIDDEN = (
    ("blocked by the user", "blocked"),
    ("is deactivated", "deactivated"),
    ("kicked", "kicked"),
    ("can't initiate", "never_started"),
    ("not a member", "kicked"),
    ("private", "kicked"),
    ("deleted", "chat_not_found"),
    ("right", "no_rights"),
    ("write_forbidden", "no_rights"),
)
_TOPIC = ("topic_closed", "topic closed", "topic_deleted", "topic_id_invalid", "message thread not found")
# What is wrong with a chat, not with the message: another message would be refused just so.
_GONE = (
    ("user_is_blocked", "blocked"),
    ("deactivated", "deactivated"),
    ("kicked", "kicked"),
    ("not a member", "kicked"),
    ("user_banned_in_channel", "banned_there"),
    ("user_not_participant", "kicked"),
    ("channel_private", "kicked"),
    ("chat not found", "chat_not_found"),
    ("user not found", "chat_not_found"),
    ("peer_id_invalid", "chat_not_found"),
    ("chat_id_invalid", "chat_not_found"),
    ("invalid chat_id", "chat_not_found"),
    ("user_deleted", "deactivated"),
    ("chat_forbidden", "kicked"),
    ("is private", "kicked"),
    ("bot_groups_blocked", "no_rights"),
    ("channel_invalid", "chat_not_found"),
    ("chat was deleted", "chat_not_found"),
    ("upgraded to a supergroup", "moved_away"),
    ("chat_admin_required", "no_rights"),
    ("administrator rights", "no_rights"),
    ("chat_write_forbidden", "no_rights"),
    ("plain_forbidden", "no_rights"),
    ("guest_send_forbidden", "no_rights"),
    ("not enough rights", "no_rights"),
    ("have no rights", "no_rights"),
    ("chat_restricted", "no_rights"),
    ("premium_required", "no_rights"),
    ("payment_required", "no_rights"),
)
# A group that takes text and no pictures: that is no reason to stop writing to it.
_NO_PHOTOS = (("send photos", "no_photos"), ("photos_forbidden", "no_photos"), ("media_forbidden", "no_photos"))
# How a group that lets people write only so often says it, with the seconds that are left.
_SLOW = re.compile(r"slowmode_wait_(\d{1,9})")
_RETRY_UNREACHED = timedelta(seconds=5)
# An absurd retry_after is believed for a day, then asked again (RELIABILITY.md 17, 56).
_LONGEST_WAIT = timedelta(days=1)


def classify(error: BaseException) -> Outcome:
    """What an exception of a send means for its delivery."""
    match error:
        case telegram_error.RetryAfter():
            return Refused("flood", min(_wait(error), _LONGEST_WAIT), flood=True)
        case telegram_error.ChatMigrated():
            return Moved(error.new_chat_id)
        case telegram_error.Forbidden():
            return Unreachable(_first(_FORBIDDEN, error.message) or "forbidden")
        case telegram_error.BadRequest():
            return _bad_request(error.message)
        case telegram_error.InvalidToken():
            return TokenRefused()
        case telegram_error.NetworkError():
            return _network(error)
        case telegram_error.TelegramError():
            return Unknown("invalid_response")
        case PictureFailed():
            return Dead(error.code)
        case _:
            return Unknown(type(error).__name__)


def _wait(error: telegram_error.RetryAfter) -> timedelta:
    asked = error.retry_after
    wait = asked if isinstance(asked, timedelta) else timedelta(seconds=asked)
    return max(wait, timedelta(seconds=1))


def _bad_request(message: str) -> Outcome:
    lowered = message.casefold()
    if any(words in lowered for words in ("parse entities", "parse message text", "entity_", "entities_")):
        return Unparsable()
    slow = _SLOW.search(lowered)
    if slow is not None:
        return Refused("flood", min(timedelta(seconds=max(1, int(slow[1]))), _LONGEST_WAIT), flood=True)
    if _first(_NO_PHOTOS, lowered) is not None:
        return Dead("no_photos")
    if any(words in lowered for words in _TOPIC):
        return TopicClosed()
    gone = _first(_GONE, lowered)
    if gone is not None:
        return Unreachable(gone)
    return Dead("too_long" if re.search(r"too[ _]long", lowered) else "bad_request")


def _network(error: telegram_error.NetworkError) -> Outcome:
    for cause in _causes(error):
        if isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
            return Refused("unreached", _RETRY_UNREACHED, flood=False)
    direct = error.__cause__
    return Unknown("server_error" if direct is None else type(direct).__name__)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause = error.__cause__
    while cause is not None:
        yield cause
        cause = cause.__cause__


def _first(table: tuple[tuple[str, str], ...], message: str) -> str | None:
    lowered = message.casefold()
    return next((code for phrase, code in table if phrase in lowered), None)
