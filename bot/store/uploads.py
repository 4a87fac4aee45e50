"""Pictures that Telegram has already: the id that it gave each, so that none is uploaded for every chat again."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.store import schema


def find_upload(connection: sa.Connection, digest: str, bot: str) -> str | None:
    """The id of the picture with this digest; None where this bot has not uploaded it."""
    upload = schema.upload
    query = sa.select(upload.c.file_id).where(upload.c.digest == digest, upload.c.bot == bot)
    return connection.execute(query).scalar_one_or_none()


def keep_upload(connection: sa.Connection, digest: str, bot: str, file_id: str, *, now: datetime) -> None:
    """Keep the id of a picture; a later one takes its place."""
    drop_upload(connection, digest, bot)
    values = {"digest": digest, "bot": bot, "file_id": file_id, "at": now}
    connection.execute(sa.insert(schema.upload).values(values))


def drop_upload(connection: sa.Connection, digest: str, bot: str) -> None:
    upload = schema.upload
    connection.execute(sa.delete(upload).where(upload.c.digest == digest, upload.c.bot == bot))


def forget_uploads(connection: sa.Connection, *, before: datetime) -> int:
    """Drop the ids from before that moment; how many."""
    return connection.execute(sa.delete(schema.upload).where(schema.upload.c.at < before)).rowcount
