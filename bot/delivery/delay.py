"""What leaves much later than it was made says so: Telegram was away, or asked to wait. Pure."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from bot.delivery.policy import DeliveryPolicy
from bot.store.outbox import Delivery
from bot.wording.message import Message
from bot.wording.typeset import MOST_UNITS, plain, utf16


def as_it_leaves(delivery: Delivery, *, now: datetime, policy: DeliveryPolicy) -> Message:
    """The message with its line about the delay on top, where it is late, has one, and there is room for it."""
    message = delivery.message
    if message.delayed is None or now - delivery.created_at <= policy.late_after:
        return message
    told = f"{message.delayed}\n\n{message.html}"
    return dataclasses.replace(message, html=told) if utf16(plain(told)) <= MOST_UNITS else message
