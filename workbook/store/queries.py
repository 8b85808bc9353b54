"""Questions to the table of revisions, as small functions that return SQLAlchemy expressions or values."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from workbook.store import kinds
from workbook.store.database import Database
from workbook.store.errors import StoreMissing
from workbook.store.revision import Revision, checked_quarter
from workbook.store.tables import DamagedRow, revisions, to_revision

# Put together once: a save asks this each time.
_STATE = select(
    select(func.max(revisions.c.quarter)).where(revisions.c.participant == bindparam("participant")).scalar_subquery(),
    select(func.max(revisions.c.number))
    .where(*(revisions.c[name] == bindparam(name) for name in ("participant", "quarter", "section")))
    .scalar_subquery(),
)


def of(participant: str) -> ColumnElement[bool]:
    """Return the condition that a revision belongs to a participant."""
    return revisions.c.participant == participant


def until(quarter: str) -> ColumnElement[bool]:
    """Return the condition that a revision was written in or before a quarter; YYYYQn sorts as text."""
    return revisions.c.quarter <= checked_quarter(quarter)


def begins(prefix: str) -> ColumnElement[bool]:
    """Return the condition that a section key begins with ``prefix``; LIKE would take small letters for capitals."""
    return func.substr(revisions.c.section, 1, len(prefix)) == prefix


def newest_first(participant: str) -> Select[Any]:
    """Return the query for all revisions of a participant, newest first within each section."""
    order = (revisions.c.quarter.desc(), revisions.c.number.desc())
    return select(revisions).where(of(participant)).order_by(*order)


def state_for(connection: Connection, wanted: Revision) -> tuple[str, int]:
    """Return the last quarter with any revision, and the last number of the section in the quarter to be written."""
    place = {"participant": wanted.participant, "section": wanted.section, "quarter": wanted.quarter}
    quarter, number = connection.execute(_STATE, place).one()
    return quarter or "", number or 0


def found(connection: Connection, query: Select[Any]) -> list[Revision]:
    """Return the revisions a query finds; `DamagedRow` if one is not what was written."""
    try:
        return [to_revision(row) for row in connection.execute(query)]
    except ValueError as error:
        # A time that is no time, or a document that is no JSON.
        raise DamagedRow from error


def latest(connection: Connection, participant: str, section: str, quarter: str) -> Revision | None:
    """Return the latest revision of a section at or before a quarter."""
    query = newest_first(participant).where(revisions.c.section == section, until(quarter)).limit(1)
    return next(iter(found(connection, query)), None)


def only_participant(database: Database) -> str:
    """Return the ref of the only participant in a database; `StoreMissing` if there is none or more than one."""
    with database.reading() as connection:
        refs = list(connection.scalars(select(revisions.c.participant).distinct().limit(2)))
    if len(refs) != 1:
        kind = kinds.SEVERAL_PARTICIPANTS if refs else kinds.NO_PARTICIPANT
        raise StoreMissing(database.problem(kind))
    return str(refs[0])
