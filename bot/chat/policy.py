"""Settings of the bot's side towards Telegram."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlsplit


@dataclasses.dataclass(frozen=True, slots=True)
class TelegramPolicy:
    # The bot's token, from @BotFather. Better set as TELEGRAM_BOT_TOKEN than written to a file.
    token: str = ""
    # Address of the Bot API server.
    base_url: str = "https://api.telegram.org"
    # Public https address at which Telegram reaches this bot; empty: the bot polls.
    webhook_url: str = ""
    # Where the webhook listens, host:port; a reverse proxy passes webhook_url on to it.
    webhook_listen: str = "127.0.0.1:8443"
    # Telegram ids of the owners, who may do everything and name further admins.
    admins: tuple[int, ...] = ()
    # Ids of the only chats that are answered, beside admins; empty: everybody is answered.
    allowed_chats: tuple[int, ...] = ()
    # Messages and presses that one person may send in a minute; what is more is not read.
    messages_per_minute: int = 60
    # Questions and briefings that one person may ask for in an hour.
    questions_per_hour: int = 100

    def __post_init__(self) -> None:
        for name in ("base_url", "webhook_url"):
            address = getattr(self, name)
            if address and urlsplit(address).scheme not in {"http", "https"}:
                raise ValueError(f"{name} must be a web address, not {address!r}")
        host, _, port = self.webhook_listen.rpartition(":")
        if not host or not port.isdigit() or not 0 < int(port) < 65536:
            raise ValueError(f"webhook_listen must be host:port, not {self.webhook_listen!r}")

    @property
    def methods_url(self) -> str:
        """The address before the token, as PTB wants it."""
        return f"{self.base_url.rstrip('/').removesuffix('/bot')}/bot"

    @property
    def files_url(self) -> str:
        """Where documents that people send are fetched, before the token."""
        return f"{self.methods_url.removesuffix('/bot')}/file/bot"

    @property
    def listen(self) -> tuple[str, int]:
        host, _, port = self.webhook_listen.rpartition(":")
        return host.strip("[]"), int(port)
