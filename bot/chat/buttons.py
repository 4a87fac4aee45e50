"""Callback data: what a button means, signed, so that only what we made for this chat and person comes back. Pure."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import hmac
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

MOST_BYTES = 64
# Whoever is in the chat may press it.
ANYONE = 0
CITATION_DAYS = 90
_SIGNATURE = 12
_EPOCH = datetime(2024, 1, 1, tzinfo=UTC)


class BadPress(Exception):
    """Pressed data that is not ours, not for this person and chat, or too old."""


@dataclasses.dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: which action, and what with."""

    action: str
    payload: str


@dataclasses.dataclass(frozen=True, slots=True)
class Signer:
    """Makes and checks callback data. The key comes from the bot's token, so all its processes share it."""

    key: bytes

    @classmethod
    def of_token(cls, token: str) -> Signer:
        return cls(hmac.digest(token.encode(), b"sitrep callback data", hashlib.sha256))

    def sign(self, action: str, payload: str = "", *, chat_id: int, user_id: int = ANYONE, expires_at: datetime) -> str:
        """Data for a button of this chat, for `user_id` alone where one is given."""
        minute = max(0, int((expires_at - _EPOCH) / timedelta(minutes=1)))
        head = f"{action}:{payload}:{minute:x}:{'u' if user_id else 'c'}"
        data = f"{head}:{self._signature(head, chat_id, user_id)}"
        if len(data) > MOST_BYTES or not data.isascii() or ":" in action + payload:
            raise ValueError(f"callback data of {action!r} is too long, not ASCII, or has a colon")
        return data

    def read(self, data: str, *, chat_id: int, user_id: int, now: datetime) -> Press:
        """What was pressed; BadPress where the data was forged, is another's, or has expired."""
        head, _, signature = data.rpartition(":")
        parts = head.split(":")
        if len(parts) != 4 or not data.isascii():
            raise BadPress
        action, payload, minute, whose = parts
        expected = self._signature(head, chat_id, user_id if whose == "u" else ANYONE)
        if not hmac.compare_digest(expected.encode(), signature.encode()):
            raise BadPress
        if now > _EPOCH + timedelta(minutes=int(minute, 16)):
            raise BadPress
        return Press(action, payload)

    def pseudonym(self, user_id: int) -> str:
        """A name for a person that tells nobody without the key who they are."""
        return hmac.digest(self.key, f"pseudonym|{user_id}".encode(), hashlib.sha256).hex()[:32]

    def _signature(self, head: str, chat_id: int, user_id: int) -> str:
        digest = hmac.digest(self.key, f"{head}|{chat_id}|{user_id}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest)[:_SIGNATURE].decode()


def citation_opener(signer: Signer, *, chat_id: int, row: str, row_id: int, now: datetime) -> Callable[[int], str]:
    """Makes the data of the button that opens citation n of a stored answer (`row` "t") or briefing ("b")."""
    expires_at = now + timedelta(days=CITATION_DAYS)

    def data(number: int) -> str:
        return signer.sign("cite", f"{row}{row_id}.{number}", chat_id=chat_id, expires_at=expires_at)

    return data
