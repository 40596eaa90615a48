"""Every statement about sessions, built once."""

from sqlalchemy import JSON, BindParameter, Text, bindparam, cast, delete, func, insert, select, update

from storage.statements import upsert
from storage.tables import note, result, seat, vote, workshop

_OWNER: BindParameter[str] = bindparam("owner")  # the session's id
_KEY: BindParameter[str] = bindparam("key")

WORKSHOPS = (
    select(workshop).where(workshop.c.dossier_id == _OWNER).order_by(workshop.c.created, workshop.c.id)
)
WORKSHOP = select(workshop).where(workshop.c.dossier_id == _OWNER, workshop.c.id == _KEY)
WORKSHOP_TO_CHANGE = WORKSHOP.with_for_update()
OF_CODE = select(workshop).where(workshop.c.code == _KEY)
OF_CODE_TO_JOIN = OF_CODE.with_for_update(read=True)
SAVE_WORKSHOP = upsert(workshop)
DELETE_WORKSHOP = delete(workshop).where(workshop.c.id == _OWNER)

ADD_SEAT = insert(seat)
_SEAT = (seat.c.id, seat.c.workshop_id, seat.c.group_key, seat.c.ready)
# What is JSON comes as text: asked at every answer, it is made into a session only when it has changed.
_RAW = (cast(c, Text).label(c.name) if isinstance(c.type, JSON) else c for c in workshop.c)
SEAT = (
    select(*(c.label(f"seat_{c.name}") for c in _SEAT), *_RAW)
    .join(workshop, workshop.c.id == seat.c.workshop_id)
    .where(seat.c.token_hash == _KEY)
)
# Many may answer at once, but not while somebody moves the session on.
SEAT_TO_ANSWER = SEAT.with_for_update(read=True, of=workshop)
SAVE_SEAT = update(seat).where(seat.c.id == _KEY)
NOBODY_READY = update(seat).where(seat.c.workshop_id == _OWNER).values(ready=False)
COUNTED = (
    select(
        seat.c.group_key.label("group"),
        func.count().label("joined"),
        func.count().filter(seat.c.ready).label("ready"),
    )
    .where(seat.c.workshop_id == _OWNER)
    .group_by(seat.c.group_key)
    .order_by(seat.c.group_key)
)
DELETE_SEATS = delete(seat).where(seat.c.workshop_id == _OWNER)

SAVE_VOTE = upsert(vote)
DELETE_VOTE = delete(vote).where(
    vote.c.seat_id == _OWNER,
    vote.c.round == bindparam("in_round"),
    vote.c.perspective == bindparam("in_perspective"),
    vote.c.question == bindparam("number"),
)
VOTES = (
    select(cast(seat.c.counts, Text).label("counts"), vote)
    .outerjoin_from(seat, vote, vote.c.seat_id == seat.c.id)
    .where(seat.c.id == _OWNER)
    .order_by(vote.c.question)
)
# By id: ids are random, so the order does not tell who came first.
SEATS = select(*_SEAT, seat.c.counts).where(seat.c.workshop_id == _OWNER).order_by(seat.c.id)
VOTES_OF_ALL = (
    select(vote)
    .join(seat, seat.c.id == vote.c.seat_id)
    .where(seat.c.workshop_id == _OWNER)
    .order_by(vote.c.question)
)

SAVE_RESULT = insert(result)
RESULTS = (
    select(result).where(result.c.workshop_id == _OWNER).order_by(result.c.round, result.c.perspective.desc())
)

NOTES = select(note).where(note.c.workshop_id == _OWNER).order_by(note.c.kind, note.c.position, note.c.id)
NOTE = select(note).where(note.c.workshop_id == _OWNER, note.c.id == _KEY)
SAVE_NOTE = upsert(note)
DELETE_NOTE = delete(note).where(note.c.workshop_id == _OWNER, note.c.id == _KEY)
