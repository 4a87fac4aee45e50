"""Articles by their language."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_index("ix_article_language_dated_at", "article", ["language", "dated_at"])
