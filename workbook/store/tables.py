"""The tables of the newest format, and how revisions are written into them.

Documents are JSON text, the same characters in every database, so that content can be compared. Each revision carries
a digest of everything it says: a flipped bit is found when it is read, not believed.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, Integer, MetaData, Row, String, Table, Text
from sqlalchemy.types import TypeDecorator

from workbook.store.revision import Document, Revision


class DamagedRow(ValueError):  # noqa: N818  it says what was found
    """What a row says is not what was written."""


class UtcTime(TypeDecorator[datetime]):
    """A point in time; comes back with its zone (UTC) also from SQLite, which keeps none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the time in UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the time with its zone."""
        if not isinstance(value, datetime):
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData()
revisions = Table(
    "revision",
    metadata,
    Column("participant", String(32), primary_key=True),
    Column("quarter", String(6), primary_key=True),
    Column("section", String(300), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    Column("saved_at", UtcTime, nullable=False),
    Column("digest", String(64), nullable=False, server_default=""),
)
# What a participant shows the trainer, as long as the line stands here.
shared = Table(
    "shared",
    metadata,
    Column("participant", String(32), primary_key=True),
    Column("section", String(300), primary_key=True),
)


def to_text(document: Document) -> str:
    """Return a document as JSON text that every database accepts, readable unless it holds broken characters.

    >>> to_text({"who": "Jürgen"})
    '{"who": "Jürgen"}'
    >>> to_text({"half": chr(0xD800)})
    '{"half": "\\\\ud800"}'
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(document, allow_nan=False)
    return text


def to_row(revision: Revision) -> dict[str, Any]:
    """Return the row that holds a revision; `ValueError` for a document that is not JSON."""
    row = {column.name: getattr(revision, column.name) for column in revisions.c if column.name != "digest"}
    row["document"] = to_text(revision.document)
    return row | {"digest": digest(row)}


def to_revision(row: Row[Any]) -> Revision:
    """Return the revision that a row holds; `DamagedRow` if it is not what was written."""
    values = dict(row._mapping)
    if values.pop("digest") != digest(values):
        raise DamagedRow(values["section"])
    return Revision(**{**values, "document": json.loads(values["document"])})


def digest(row: dict[str, Any]) -> str:
    """Return the SHA-256 over everything a row says."""
    saved_at = row["saved_at"].astimezone(UTC).isoformat(timespec="microseconds")
    parts = [row["participant"], row["quarter"], row["section"], row["number"], row["document"], saved_at]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
