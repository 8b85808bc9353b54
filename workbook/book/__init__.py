"""One opened participant folder: store, language, accounts, layers, today. The only part that opens the store."""

from workbook.book.erasing import Erasure, about_person, erase_person, erase_workbook
from workbook.book.keeper import Keeper, Saved
from workbook.book.making import create_workbook, switch_language
from workbook.book.moving import Restored, backup_workbook, restore_workbook, would_replace
from workbook.book.opening import open_workbook
from workbook.book.participant import Participant
from workbook.book.people import Mention
from workbook.book.sharing import Shared, share_workbook, shareable, write_shared
from workbook.book.workbook import Workbook

__all__ = [
    "Erasure",
    "Keeper",
    "Mention",
    "Participant",
    "Restored",
    "Saved",
    "Shared",
    "Workbook",
    "about_person",
    "backup_workbook",
    "create_workbook",
    "erase_person",
    "erase_workbook",
    "open_workbook",
    "restore_workbook",
    "share_workbook",
    "shareable",
    "switch_language",
    "would_replace",
    "write_shared",
]
