"""How much of the history is kept: the last 20 revisions of each section, and the last one of each quarter."""

from itertools import groupby

from workbook.store.queries import found, newest_first
from workbook.store.revision import Revision
from workbook.store.rewriting import wipe_free_space
from workbook.store.store import Store
from workbook.store.tables import revisions

KEPT = 20


def prune(store: Store) -> int:
    """Delete the revisions that are no longer kept, and return how many there were. The newest texts never change."""
    with store.database.writing() as connection:
        stale = superfluous(found(connection, newest_first(store.participant)))
        for revision in stale:
            keys = ("participant", "quarter", "section", "number")
            here = [revisions.c[name] == getattr(revision, name) for name in keys]
            connection.execute(revisions.delete().where(*here))
    if stale:
        wipe_free_space(store.database)
    return len(stale)


def superfluous(newest_first: list[Revision]) -> list[Revision]:
    """Return those of a participant's revisions that need not be kept."""
    in_order = sorted(newest_first, key=lambda revision: revision.section)
    sections = [list(group) for _section, group in groupby(in_order, key=lambda revision: revision.section)]
    return [revision for section in sections for revision in _superfluous_in(section)]


def _superfluous_in(section: list[Revision]) -> list[Revision]:
    quarters = groupby(section, key=lambda revision: revision.quarter)
    last = [next(group) for _quarter, group in quarters]
    return [revision for revision in section[KEPT:] if revision not in last]
