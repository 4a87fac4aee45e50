"""Pauses that end, weekdays of briefings, what a person is asked, what a message shows, hidden outlets."""

import sqlalchemy as sa
from alembic import op

from index.store.database import UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("chat", sa.Column("retry_at", UtcDateTime(), nullable=True))
    op.add_column("chat", sa.Column("tries", sa.Integer(), server_default="0", nullable=False))
    op.add_column("subscription", sa.Column("days", sa.Integer(), server_default="127", nullable=False))
    op.add_column("subscription", sa.Column("made_by", sa.BigInteger(), nullable=True))
    op.create_table(
        "topic_pause",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("paused_at", UtcDateTime(), nullable=False),
        sa.Column("retry_at", UtcDateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_topic_pause_chat_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "thread_id", name=op.f("pk_topic_pause")),
    )
    op.create_table(
        "said",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("turn_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.BigInteger(), nullable=True),
        sa.Column("said_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_said_chat_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["turn_id"], ["turn.id"], name=op.f("fk_said_turn_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_said")),
    )
    op.create_index("ix_said_chat_id_question_id", "said", ["chat_id", "question_id"])
    op.create_table(
        "awaited",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_awaited_chat_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name=op.f("pk_awaited")),
    )
    op.create_table(
        "hidden",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_hidden_chat_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hidden")),
        sa.UniqueConstraint("chat_id", "publisher", name=op.f("uq_hidden_chat_id_publisher")),
    )
    op.create_index(op.f("ix_hidden_chat_id"), "hidden", ["chat_id"])
