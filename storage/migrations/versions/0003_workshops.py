"""The tables of sessions: who takes part, what they answered, what was shown and what was noted."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("setup", sa.JSON(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("ballots_kept", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workshop"),
        sa.UniqueConstraint("code", name="uq_workshop_code"),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name="fk_workshop_dossier_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_workshop_dossier_id", "workshop", ["dossier_id"])
    op.create_table(
        "seat",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("workshop_id", sa.Text(), nullable=False),
        sa.Column("group_key", sa.Text(), nullable=False),
        sa.Column("ready", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("token_hash", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_seat"),
        sa.UniqueConstraint("token_hash", name="uq_seat_token_hash"),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name="fk_seat_workshop_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_seat_workshop_id", "seat", ["workshop_id"])
    op.create_table(
        "vote",
        sa.Column("seat_id", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seat_id", "round", "perspective", "question", name="pk_vote"),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name="fk_vote_seat_id", ondelete="CASCADE"),
    )
    op.create_table(
        "result",
        sa.Column("workshop_id", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=False),
        sa.Column("publication", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "round", "perspective", name="pk_result"),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name="fk_result_workshop_id", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "note",
        sa.Column("workshop_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "id", name="pk_note"),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name="fk_note_workshop_id", ondelete="CASCADE"
        ),
    )
