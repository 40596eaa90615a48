"""Every statement, built once: SQLAlchemy then compiles each only once too."""

from collections.abc import Mapping

from sqlalchemy import BindParameter, Insert, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import answer, change_log, dossier, house_style, item, link

_OWNER: BindParameter[str] = bindparam("owner")  # the dossier's id
_KEY: BindParameter[str] = bindparam("key")

ADD_DOSSIER = insert(dossier)
DOSSIER = select(dossier).where(dossier.c.id == _OWNER)
DELETE_DOSSIER = delete(dossier).where(dossier.c.id == _OWNER)
DETAILS = select(dossier.c.details, dossier.c.details_version).where(dossier.c.id == _OWNER)
SAVE_DETAILS = update(dossier).where(dossier.c.id == _OWNER)

# In PostgreSQL a writer queues on the row of its dossier; SQLite lets in one writer at a time.
LOCK = select(dossier.c.id).where(dossier.c.id == _OWNER).with_for_update()
LOCK_BY_TOKEN = (
    select(dossier.c.id)
    .where(dossier.c.id == select(link.c.dossier_id).where(link.c.token_hash == _KEY).scalar_subquery())
    .with_for_update()
)

_OF_ANSWER = (answer.c.perspective, answer.c.question, answer.c.choice, answer.c.note, answer.c.version)
ANSWERS = select(*_OF_ANSWER).where(answer.c.dossier_id == _OWNER).order_by(answer.c.question)
ANSWER = select(answer.c.choice, answer.c.note, answer.c.version).where(
    answer.c.dossier_id == _OWNER,
    answer.c.perspective == bindparam("in_perspective"),
    answer.c.question == bindparam("number"),
)

ITEMS = select(item).where(item.c.dossier_id == _OWNER).order_by(item.c.step, item.c.position, item.c.id)
ITEMS_OF_KIND = (
    select(item)
    .where(item.c.dossier_id == _OWNER, item.c.kind == bindparam("of_kind"))
    .order_by(item.c.position, item.c.id)
)
ITEM = select(item).where(item.c.dossier_id == _OWNER, item.c.id == _KEY)
DELETE_ITEM = delete(item).where(item.c.dossier_id == _OWNER, item.c.id == _KEY)

_STYLE = house_style.c.dossier_id == _OWNER
_STATE = house_style.c.proposed == bindparam("is_proposed")
STYLE_PARTS = (
    select(*(column for column in house_style.c if column.name not in ("dossier_id", "content")))
    .where(_STYLE)
    .order_by(house_style.c.part, house_style.c.proposed)
)
STYLE_CONTENTS = select(house_style.c.part, house_style.c.content).where(_STYLE, _STATE)
DELETE_STYLE_PART = delete(house_style).where(_STYLE, house_style.c.part == _KEY, _STATE)
USE_STYLE_PART = (
    update(house_style)
    .where(_STYLE, house_style.c.part == _KEY, house_style.c.proposed)
    .values(proposed=False)
)

LOG = insert(change_log)
_LOGGED = select(change_log).where(change_log.c.dossier_id == _OWNER, change_log.c.subject == _KEY)
LOGGED = _LOGGED.where(change_log.c.version == bindparam("at_version"))
REMOVE_LOG = delete(change_log).where(
    change_log.c.dossier_id == _OWNER,
    change_log.c.subject.startswith(bindparam("beginning"), autoescape=False),
)
LAST_LOGGED = _LOGGED.order_by(change_log.c.version.desc()).limit(1)

ADD_LINK = insert(link)
LINK = select(link).where(link.c.token_hash == _KEY)
LINKS = select(link).where(link.c.dossier_id == _OWNER).order_by(link.c.created, link.c.id)
WITHDRAW_LINK = (
    update(link)
    .where(link.c.dossier_id == _OWNER, link.c.id == _KEY, link.c.withdrawn.is_(None))
    .values(withdrawn=bindparam("moment"))
)


def upsert(table: Table) -> Mapping[str, Insert]:
    """Insert a row, or replace the one with its primary key; by name of the dialect, for each has its own."""
    made: dict[str, Insert] = {}
    for dialect in (sqlite, postgresql):
        statement = dialect.insert(table)
        replaced = {c.name: statement.excluded[c.name] for c in table.c if not c.primary_key}
        keys = list(table.primary_key)
        made[dialect.__name__.rpartition(".")[2]] = statement.on_conflict_do_update(
            index_elements=keys, set_=replaced
        )
    return made


SAVE_ANSWER = upsert(answer)
SAVE_ITEM = upsert(item)
SAVE_STYLE_PART = upsert(house_style)
