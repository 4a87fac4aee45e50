"""What a revision's text is of its article, where the whole could not be read."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("revision", sa.Column("part", sa.Text(), nullable=True))
