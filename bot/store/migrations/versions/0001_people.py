"""People: chats, subscriptions, briefings, the outbox, turns, admins and the audit."""

from alembic import op

from bot.store.schema import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    metadata.create_all(op.get_bind())
