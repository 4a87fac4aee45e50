"""What is read in each report."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "reading",
        sa.Column("revision_id", sa.Integer, sa.ForeignKey("revision.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("vectors", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("article_id", name="uq_reading_article_id"),
    )
    op.create_index("ix_reading_version", "reading", ["version"])
