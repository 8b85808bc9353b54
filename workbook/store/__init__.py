"""Append-only revisions of section documents: a SQLite file per participant, or PostgreSQL for a hub."""

from workbook.store.errors import SaveConflict
from workbook.store.revision import Document, Revision
from workbook.store.store import Store

__all__ = ["Document", "Revision", "SaveConflict", "Store"]
