"""How deliveries are sent: the section [delivery] of the configuration."""

from __future__ import annotations

import dataclasses
import math
from datetime import timedelta

# Two messages may follow each other in this share of their even distance, after one that was late.
_NEAREST = 0.8
# Telegram's own limit is about 30 a second.
_MOST_COUNTED = 30


@dataclasses.dataclass(frozen=True, slots=True)
class DeliveryPolicy:
    """How fast messages leave and how long they are tried.

    The speeds stay a little below what Telegram allows (25 a second is our own promise), for jitter on the
    way.
    """

    # Messages a second, to all chats together.
    per_second: float = 24.4
    # Seconds between two messages to one chat.
    chat_spacing_s: float = 1.05
    # Messages to one group in any 60 seconds.
    group_per_minute: int = 19
    # Where Telegram asks to wait on so many other private chats in the same moment, it means the bot.
    refused_together: int = 2
    # Then everyone waits, for so many seconds at most, until one message asks.
    longest_halt_s: float = 60.0
    # Seconds that a process owns the deliveries it took; after a crash another one goes on then.
    lease_s: float = 60.0
    # Seconds before a message is sent again after Telegram's answer to it was lost or was an error of its own.
    unknown_delay_s: float = 10.0
    # Seconds before a message is sent again whose sender was killed: a crash loop must not repeat it at once.
    ambiguous_delay_s: float = 60.0
    # How often a message may be sent again after its fate stayed unknown.
    most_resends: int = 2
    # A briefing that leaves so many seconds after it was made says that it is delayed.
    late_after_s: float = 900.0
    # Deliveries taken at once.
    batch: int = 50
    # Messages under way at once.
    in_flight: int = 40

    @property
    def in_a_second(self) -> int:
        """How many messages a second may hold, as far as they are counted."""
        return min(math.ceil(self.per_second), _MOST_COUNTED)

    @property
    def second(self) -> timedelta:
        """How long so many take: a second and what `per_second` stays below them."""
        return timedelta(seconds=self.in_a_second / self.per_second)

    @property
    def nearest(self) -> timedelta:
        """Between two messages, at least."""
        return timedelta(seconds=_NEAREST / self.per_second)

    @property
    def lease(self) -> timedelta:
        return timedelta(seconds=self.lease_s)

    @property
    def late_after(self) -> timedelta:
        return timedelta(seconds=self.late_after_s)

    @property
    def unknown_delay(self) -> timedelta:
        return timedelta(seconds=self.unknown_delay_s)

    @property
    def ambiguous_delay(self) -> timedelta:
        return timedelta(seconds=self.ambiguous_delay_s)
