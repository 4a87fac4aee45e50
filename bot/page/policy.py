"""Settings of the pages."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlsplit


@dataclasses.dataclass(frozen=True, slots=True)
class PagePolicy:
    """Where the pages of briefings are served, and under which address people open them."""

    # Address under which people reach the pages, such as https://briefs.example.org; empty: there are no pages.
    public_url: str = ""
    # Address that the process listens on; put a server that speaks TLS before it.
    host: str = "127.0.0.1"
    # Port that it listens on.
    port: int = 8090
    # Days that a page can be opened; then it is removed.
    keep_days: float = 90.0

    def __post_init__(self) -> None:
        if self.public_url and urlsplit(self.public_url).scheme not in {"http", "https"}:
            raise ValueError("page.public_url must begin with https:// or http://")
        if not 0 <= self.port <= 65535:
            raise ValueError("page.port must be between 0 and 65535")
        if self.keep_days <= 0:
            raise ValueError("page.keep_days must be more than 0")
