"""Articles that cost a question or a briefing its time, set aside."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("reading", sa.Column("set_aside_s", sa.Float(), nullable=True))
