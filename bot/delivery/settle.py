"""What an outcome does to its delivery: pure, so that every case can be read and tested in one place."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Any

from bot.delivery.outcome import (
    Dead,
    Moved,
    Outcome,
    Refused,
    Sent,
    TokenRefused,
    TopicClosed,
    Unknown,
    Unparsable,
    Unreachable,
)
from bot.delivery.plaintext import as_plain
from bot.delivery.policy import DeliveryPolicy
from bot.store.outbox import Delivery


@dataclasses.dataclass(frozen=True, slots=True)
class Settled:
    """`values` are written to the row; `pause` and `move_to` concern its chat, `pause_topic` its topic alone."""

    values: dict[str, Any]
    pause: str | None = None
    pause_topic: str | None = None
    move_to: int | None = None


def settle(delivery: Delivery, outcome: Outcome, *, now: datetime, policy: DeliveryPolicy) -> Settled:
    """The new state of a delivery that was being sent.

    Only `Sent`, `Dead` and too many unknown outcomes are final. An unknown outcome is counted and tried again
    later; a message that Telegram can not read goes out once more without markup.
    """
    match outcome:
        case Sent(message_id=message_id):
            return Settled({"state": "sent", "sent_at": now, "message_id": message_id, "last_error_code": None})
        case Refused(code=code, after=after):
            return Settled({"state": "pending", "not_before_at": now + after, "last_error_code": code})
        case Unparsable(code=code) if delivery.last_error_code != code:
            plain = as_plain(delivery.message).to_json()
            values = {"state": "pending", "not_before_at": now, "last_error_code": code, "payload": plain}
            return Settled(values)
        case Unparsable(code=code) | Dead(code=code):
            return Settled({"state": "dead", "last_error_code": code})
        case Unreachable(code=code):
            return Settled({"state": "blocked", "last_error_code": code}, pause=code)
        case TopicClosed(code=code):
            return Settled({"state": "blocked", "last_error_code": code}, pause_topic=code)
        case Moved(chat_id=chat_id):
            values = {"state": "pending", "not_before_at": now, "last_error_code": "moved"}
            return Settled(values, move_to=chat_id)
        case TokenRefused(code=code):
            return Settled({"state": "pending", "not_before_at": now, "last_error_code": code})
        case Unknown(code=code):
            return _unknown(delivery, code, now=now, policy=policy)


def _unknown(delivery: Delivery, code: str, *, now: datetime, policy: DeliveryPolicy) -> Settled:
    times = delivery.unknown_outcomes + 1
    return Settled(
        {
            "state": "unknown" if times > policy.most_resends else "pending",
            "unknown_outcomes": times,
            "not_before_at": now + policy.unknown_delay * 6 ** (times - 1),
            "last_error_code": code,
        }
    )
