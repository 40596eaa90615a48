"""The tables. What a value may hold is the domain's to say; here stands only what belongs to what.

Everything of a dossier hangs on its row in ``dossier`` and goes with it when that is deleted.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A moment with its time zone, kept as UTC: SQLite has no time zones of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the same moment in UTC."""
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the moment with its time zone; PostgreSQL gives it in the zone of the session."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _of_dossier(*, primary_key: bool = False, index: bool = False) -> Column[str]:
    owner = ForeignKey("dossier.id", ondelete="CASCADE")
    return Column("dossier_id", Text, owner, primary_key=primary_key, index=index, nullable=False)


dossier = Table(
    "dossier",
    metadata,
    Column("id", Text, primary_key=True),
    Column("edition", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("details", JSON, nullable=False),
    Column("details_version", Integer, nullable=False),
)

answer = Table(
    "answer",
    metadata,
    _of_dossier(primary_key=True),
    Column("perspective", Text, primary_key=True),
    Column("question", Integer, primary_key=True),
    Column("choice", Text),
    Column("note", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

# One row for each thing a person edits. ``data`` holds its fields, ``kind`` says which they are.
item = Table(
    "item",
    metadata,
    _of_dossier(primary_key=True),
    Column("id", Text, primary_key=True),
    Column("step", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("data", JSON, nullable=False),
    Column("version", Integer, nullable=False),
)

link = Table(
    "link",
    metadata,
    Column("id", Text, primary_key=True),
    _of_dossier(index=True),
    Column("role", Text, nullable=False),
    Column("token_hash", Text, unique=True, nullable=False),
    Column("created", Moment, nullable=False),
    Column("withdrawn", Moment),
)

# At most two rows a part: in use, and proposed. Never read with the dossier, for it can be megabytes.
house_style = Table(
    "house_style",
    metadata,
    _of_dossier(primary_key=True),
    Column("part", Text, primary_key=True),
    Column("proposed", Boolean, primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# Rows are only added. That no version is given out twice is also held by the primary key.
change_log = Table(
    "change_log",
    metadata,
    _of_dossier(primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("data", JSON(none_as_null=True)),
)

workshop = Table(
    "workshop",
    metadata,
    Column("id", Text, primary_key=True),
    _of_dossier(index=True),
    Column("code", Text, unique=True),
    Column("phase", Text, nullable=False),
    Column("setup", JSON, nullable=False),
    Column("chosen", JSON, nullable=False),
    Column("shown", JSON, nullable=False),
    Column("ballots_kept", Boolean, nullable=False),
    Column("created", Moment, nullable=False),
)


def _of_workshop(*, primary_key: bool = False, index: bool = False) -> Column[str]:
    owner = ForeignKey("workshop.id", ondelete="CASCADE")
    return Column("workshop_id", Text, owner, primary_key=primary_key, index=index, nullable=False)


# Nothing here says who somebody is or when they answered. The hash is null for who has no phone.
seat = Table(
    "seat",
    metadata,
    Column("id", Text, primary_key=True),
    _of_workshop(index=True),
    Column("group_key", Text, nullable=False),
    Column("ready", Boolean, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("token_hash", Text, unique=True),
)

vote = Table(
    "vote",
    metadata,
    Column("seat_id", Text, ForeignKey("seat.id", ondelete="CASCADE"), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("perspective", Text, primary_key=True),
    Column("question", Integer, primary_key=True),
    Column("choice", Text, nullable=False),
)

result = Table(
    "result",
    metadata,
    _of_workshop(primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("perspective", Text, primary_key=True),
    Column("publication", JSON, nullable=False),
)

note = Table(
    "note",
    metadata,
    _of_workshop(primary_key=True),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("data", JSON, nullable=False),
    Column("version", Integer, nullable=False),
)
