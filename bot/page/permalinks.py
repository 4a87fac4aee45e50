"""The addresses of pages: nobody can guess one, and whoever has one may read that page."""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

import sqlalchemy as sa

from bot.page.policy import PagePolicy
from bot.store import pages

_KEEP = timedelta(days=PagePolicy().keep_days)


def new_token() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


@dataclasses.dataclass(frozen=True, slots=True)
class Permalinks:
    """Opens pages under `public_url`; where that is empty there are none. A page is kept for so long."""

    public_url: str = ""
    token: Callable[[], str] = new_token
    keep: timedelta = _KEEP

    def open(
        self, connection: sa.Connection, kind: Literal["briefing", "turn"], row_id: int, *, chat_id: int, now: datetime
    ) -> str | None:
        """The address of a new page for a chat's briefing, in the transaction that makes the briefing."""
        if not self.public_url:
            return None
        token = self.token()
        pages.add_page(connection, token, kind, row_id, chat_id=chat_id, now=now)
        return f"{self.public_url.rstrip('/')}/b/{token}"


NO_PAGES = Permalinks()
