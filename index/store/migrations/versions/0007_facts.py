"""What an article shares with those in other languages; one that was compared without it before stays as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("story_signature", sa.Column("language", sa.Text(), nullable=False, server_default=""))
    op.add_column("story_signature", sa.Column("facts", sa.JSON(), nullable=False, server_default="{}"))
