"""Vectors in Chroma have labels, so a new collection is filled; indexes that fit what is asked of passages."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("UPDATE projection SET generation = generation + 1")
    op.drop_index("ix_passage_article_id", table_name="passage")
    op.drop_index("ix_passage_live", table_name="passage")
    columns = ["fingerprint", "generation", "live", "term_count", "ordinal"]
    op.create_index("ix_passage_model", "passage", columns)
    op.create_index("ix_passage_article_id_live_number", "passage", ["article_id", "live", "number"])
