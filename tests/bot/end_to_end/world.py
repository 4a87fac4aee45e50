"""A running bot with the sample articles, its Telegram and its data folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from index.store import schema as corpus_schema
from index.store.database import Database
from tests.bot.end_to_end.process import RunningBot
from tests.servers.botapi import BotApi
from tests.servers.site import Site

# The suites of all commands, buttons and refusals are played in these.
LANGUAGES = ("en", "ar")
QUESTION = "How many attacks on US troops were counted?"


@dataclasses.dataclass(frozen=True)
class World:
    """Tests share it, each with people of its own."""

    bot: RunningBot
    api: BotApi
    data_dir: Path

    def story_ids(self) -> list[str]:
        database = Database.open(None, self.data_dir)
        with database.read() as connection:
            found = connection.execute(sa.select(corpus_schema.story.c.id)).scalars().all()
        database.close()
        return list(found)


def admins(languages: Sequence[str]) -> dict[str, int]:
    """An admin for each language: a chat keeps the language that it was met in."""
    return {language: 7001 + number for number, language in enumerate(languages)}


def feed(site: Site, name: str) -> bytes:
    """A feed of one article, older than the newest of the sample, so that the sample's last day stays the last."""
    text = "Two drones were shot down over the Kharkiv region on Sunday, the air force said. " * 4
    item = (
        f"<item><title>{name} on drones</title><link>{site.url}/story</link>"
        f"<pubDate>Mon, 01 Apr 2024 08:00:00 GMT</pubDate><description>{text}</description></item>"
    )
    return f'<rss version="2.0"><channel><title>{name}</title>{item}</channel></rss>'.encode()
