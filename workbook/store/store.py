"""The store: append-only revisions of the sections of one participant's workbook.

A save inserts revision n+1 of (participant, quarter, section) and never changes one. Whoever saves says which revision
the text is based on; if somebody else was first, `SaveConflict` brings the other text and nothing is overwritten.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from workbook.errors import StoreError
from workbook.store import kinds, queries
from workbook.store.database import Database, is_url, open_database
from workbook.store.errors import QuarterClosed, SaveConflict
from workbook.store.revision import Document, Revision, checked_quarter, checked_ref
from workbook.store.schema import bring_up_to_date, make_store, require_current
from workbook.store.tables import revisions, shared, to_row

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time of this moment, in UTC."""
    return datetime.now(UTC)


class Store:
    """The sections of one participant. Errors are `StoreError`s; after one, nothing has changed."""

    def __init__(self, database: Database, participant: str, *, clock: Clock = utc_now) -> None:
        self.database = database
        self.participant = checked_ref(participant)
        self._clock = clock

    @classmethod
    def open(cls, where: Path | str, participant: str = "", *, clock: Clock = utc_now) -> "Store":
        """Return the store in a folder or at a PostgreSQL address; an empty ref means the only participant there."""
        database = open_database(where)
        require_current(database)
        return cls(database, participant or queries.only_participant(database), clock=clock)

    @classmethod
    def create(cls, where: Path | str, participant: str, *, clock: Clock = utc_now) -> "Store":
        """Return the store in a folder or at an address, made ready if it is new; folders 0700, files 0600."""
        checked_ref(participant)
        if is_url(where):
            bring_up_to_date(open_database(where))
        else:
            make_store(Path(where))
        return cls.open(where, participant, clock=clock)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved here."""
        return self.database.read_only

    def read(self, section: str, quarter: str) -> Revision | None:
        """Return the latest revision of a section at or before a quarter, None if there is none."""
        with self.database.reading() as connection:
            return queries.latest(connection, self.participant, section, quarter)

    def read_all(self, prefix: str, quarter: str) -> dict[str, Revision]:
        """Return the latest revision at or before a quarter of every section whose key begins with ``prefix``."""
        query = queries.newest_first(self.participant).where(queries.begins(prefix), queries.until(quarter))
        newest: dict[str, Revision] = {}
        with self.database.reading() as connection:
            for revision in queries.found(connection, query):
                newest.setdefault(revision.section, revision)
        return dict(sorted(newest.items()))

    def sections(self, prefix: str, quarter: str) -> tuple[str, ...]:
        """Return the keys that begin with ``prefix`` and were saved at or before a quarter, sorted."""
        conditions = (queries.of(self.participant), queries.begins(prefix), queries.until(quarter))
        with self.database.reading() as connection:
            return tuple(sorted(connection.scalars(select(revisions.c.section).distinct().where(*conditions))))

    def history(self, section: str) -> tuple[Revision, ...]:
        """Return every revision of a section, oldest first."""
        query = queries.newest_first(self.participant).where(revisions.c.section == section)
        with self.database.reading() as connection:
            return tuple(reversed(queries.found(connection, query)))

    def everything(self) -> tuple[Revision, ...]:
        """Return every revision of every section, newest first."""
        with self.database.reading() as connection:
            return tuple(queries.found(connection, queries.newest_first(self.participant)))

    def quarters(self, section: str) -> tuple[str, ...]:
        """Return the quarters in which a section was saved, oldest first."""
        conditions = (queries.of(self.participant), revisions.c.section == section)
        with self.database.reading() as connection:
            return tuple(sorted(connection.scalars(select(revisions.c.quarter).distinct().where(*conditions))))

    def share(self, section: str) -> None:
        """Let the trainer read a section: its newest text, now and later."""
        row = {"participant": self.participant, "section": section}
        with self.database.writing() as connection:
            connection.execute(shared.delete().filter_by(**row))
            connection.execute(shared.insert().values(**row))

    def unshare(self, section: str) -> None:
        """Take a section back from the trainer."""
        with self.database.writing() as connection:
            connection.execute(shared.delete().filter_by(participant=self.participant, section=section))

    def shared(self) -> tuple[str, ...]:
        """Return the keys of the sections that the trainer may read, sorted."""
        query = select(shared.c.section).where(shared.c.participant == self.participant)
        with self.database.reading() as connection:
            return tuple(sorted(connection.scalars(query)))

    def save(self, section: str, quarter: str, document: Document, *, based_on: int) -> Revision:
        """Insert and return the revision after ``based_on``, the number last read in this quarter (0: none yet).

        Raises `SaveConflict` when somebody saved in the meantime and `QuarterClosed` when a later quarter has begun.
        Saving the same document again after a lost answer returns the revision that was saved the first time.
        """
        wanted = Revision(self.participant, checked_quarter(quarter), section, based_on + 1, document, self._clock())
        try:
            with self.database.writing() as connection:
                return self._insert(connection, wanted)
        except StoreError as error:
            # PostgreSQL lets two of us try; the primary key lets one of us win.
            if not isinstance(error.__cause__, IntegrityError):
                raise
        with self.database.reading() as connection:
            return self._settle(connection, wanted)

    def save_new(self, documents: Mapping[str, Document], quarter: str) -> None:
        """Insert the first revision of several sections, by key: all of them or none.

        Raises `SaveConflict` when one of them exists in this quarter and `QuarterClosed` when a later one has begun.
        """
        self.save_together({section: (document, 0) for section, document in documents.items()}, quarter)

    def save_together(self, documents: Mapping[str, tuple[Document, int]], quarter: str) -> None:
        """Insert the next revision of several sections, each with the number it is based on: all of them or none.

        Raises what `save` raises.
        """
        with self.database.writing() as connection:
            for section, (document, based_on) in documents.items():
                place = (self.participant, checked_quarter(quarter), section, based_on + 1)
                self._insert(connection, Revision(*place, document, self._clock()))

    def _insert(self, connection: Connection, wanted: Revision) -> Revision:
        open_quarter, last = queries.state_for(connection, wanted)
        if wanted.quarter < open_quarter:
            words = {"quarter": wanted.quarter, "open_quarter": open_quarter}
            raise QuarterClosed(self.database.problem(kinds.QUARTER_CLOSED, None, **words))
        if last != wanted.number - 1:
            return self._settle(connection, wanted)
        connection.execute(revisions.insert(), to_row(wanted))
        return wanted

    def _settle(self, connection: Connection, wanted: Revision) -> Revision:
        same = (revisions.c.quarter == wanted.quarter, revisions.c.number == wanted.number)
        query = queries.newest_first(self.participant).where(revisions.c.section == wanted.section, *same)
        for saved in queries.found(connection, query):
            if saved.document == wanted.document:
                return saved
        other = queries.latest(connection, self.participant, wanted.section, wanted.quarter)
        raise SaveConflict(self.database.problem(kinds.SAVE_CONFLICT), other)
