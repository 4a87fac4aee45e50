"""Alerts that are given back, how much each person asked lately, and what was refused to whom how often."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("alert", sa.Column("origins", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("alert", sa.Column("counts", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_table(
        "asked",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("who", "minute", name=op.f("pk_asked")),
    )
    op.create_table(
        "refusal",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "user_id", "action", name=op.f("pk_refusal")),
    )
    op.create_index(op.f("ix_refusal_user_id"), "refusal", ["user_id"], unique=False)
