"""Sources whose address nobody typed: they came in a list."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("source", sa.Column("listed", sa.Boolean(), nullable=False, server_default=sa.false()))
