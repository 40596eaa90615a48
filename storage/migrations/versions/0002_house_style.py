"""The table of house styles."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "house_style",
        sa.Column("dossier_id", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("proposed", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("dossier_id", "part", "proposed", name="pk_house_style"),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name="fk_house_style_dossier_id", ondelete="CASCADE"
        ),
    )
