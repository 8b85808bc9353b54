"""The formats the tables have had, and the step that leads to each. A released step never changes again."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic.operations import Operations
from sqlalchemy import Connection

from workbook.store.tables import UtcTime, digest

Step = Callable[[Operations], None]


def keep_revisions(operations: Operations) -> None:
    """Format 1: the table of revisions."""
    operations.create_table(
        "revision",
        sa.Column("participant", sa.String(32), primary_key=True),
        sa.Column("quarter", sa.String(6), primary_key=True),
        sa.Column("section", sa.String(300), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("saved_at", UtcTime, nullable=False),
    )


def notice_damage_and_share(operations: Operations) -> None:
    """Format 2: a digest in each revision, and the list of what is shared with the trainer."""
    operations.add_column("revision", sa.Column("digest", sa.String(64), nullable=False, server_default=""))
    operations.create_table(
        "shared",
        sa.Column("participant", sa.String(32), primary_key=True),
        sa.Column("section", sa.String(300), primary_key=True),
    )
    _write_digests(operations.get_bind())


STEPS: tuple[Step, ...] = (keep_revisions, notice_damage_and_share)


def _write_digests(connection: Connection) -> None:
    keys = ("participant", "quarter", "section", "number")
    table = sa.table("revision", *(sa.column(name) for name in keys), sa.column("document"), sa.column("digest"))
    table.append_column(sa.column("saved_at", UtcTime()))
    for row in connection.execute(sa.select(table)).mappings().all():
        here = [table.c[name] == row[name] for name in keys]
        connection.execute(table.update().where(*here).values(digest=digest(dict(row))))
