"""Pictures on their way to Telegram: each is drawn once, uploaded once, and from then on named by its id."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

import sqlalchemy as sa
import structlog

from bot.pictures.easel import Draw
from bot.pictures.picture import Picture
from bot.store import uploads
from index.store.database import Database

T = TypeVar("T")


class InThread(Protocol):
    """Runs blocking work in a thread: `bot.ticks.in_thread`."""

    async def __call__(self, work: Callable[[], T], /) -> T: ...


class Gallery:
    """Knows which pictures Telegram has. `bot` is the bot's number: an id means nothing to another bot."""

    def __init__(
        self, database: Database, draw: Draw, *, bot: str, in_thread: InThread, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._draw = draw
        self._bot = bot
        self._in_thread = in_thread
        self._clock = clock
        # One at a time: those that wait for the easel must not hold the threads that everything else runs in.
        self._turn = asyncio.Lock()

    async def file_id(self, picture: Picture) -> str | None:
        """The id of a picture that was uploaded; None where it has to be sent as it is."""

        def find() -> str | None:
            with self._database.read() as connection:
                return uploads.find_upload(connection, digest(picture), self._bot)

        return await self._in_thread(find)

    async def png(self, picture: Picture) -> bytes:
        """The picture, drawn unless it is still at hand. Raises PictureFailed."""
        async with self._turn:
            return await self._in_thread(lambda: self._draw(picture))

    async def keep(self, picture: Picture, file_id: str) -> None:
        """Keep the id that an upload gave. It has arrived: that it could not be written down is no failure of it."""
        try:
            await self._write(
                lambda connection: uploads.keep_upload(
                    connection, digest(picture), self._bot, file_id, now=self._clock()
                )
            )
        except sa.exc.SQLAlchemyError as error:
            structlog.get_logger("bot.delivery").warning("upload not kept", error=type(error).__name__)

    async def forget(self, picture: Picture) -> None:
        """Telegram does not know the id any more."""
        await self._write(lambda connection: uploads.drop_upload(connection, digest(picture), self._bot))

    async def _write(self, work: Callable[[sa.Connection], None]) -> None:
        await self._in_thread(lambda: self._database.transact(work))


def digest(picture: Picture) -> str:
    """The same for the same picture, whoever it is for."""
    return hashlib.sha256(json.dumps(picture.to_json(), sort_keys=True).encode()).hexdigest()
