"""Sharing with the trainer: what can be chosen, and the file that holds what was chosen and nothing else."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbook.book import kinds
from workbook.book.figures import figures_of
from workbook.book.opening import open_workbook
from workbook.book.workbook import Workbook
from workbook.errors import InputError, Problem, system_words
from workbook.i18n import language, speaking
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.plan.pseudonyms import Pseudonyms
from workbook.plan.section import has_field
from workbook.plan.sharing import (
    ENTRY,
    FIGURES,
    NAMES,
    SharedFile,
    SharedSection,
    figure_key,
    may_be_shared,
)
from workbook.store.copies import fresh_file

# The earliest day a zip file can name: a shared file tells no time.
_ANY_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared file that was written, and what it holds."""

    file: Path
    content: SharedFile


def shareable(book: Workbook) -> dict[str, Draft[Any]]:
    """Return what the rep has written and could share, by key in the store."""
    return {key: draft for key, draft in book.drafts().items() if may_be_shared(key) and not draft.empty}


def shared_file(book: Workbook) -> SharedFile:
    """Return what the rep chose to share: newest texts, figures; names only where the rep said so."""
    chosen = set(book.shared())
    codes = None if NAMES in chosen else book.pseudonyms()
    drafts = {key: draft for key, draft in shareable(book).items() if key in chosen}
    return SharedFile(
        participant=book.participant.ref,
        quarter=book.quarter,
        currency=book.participant.currency,
        with_names=codes is None,
        sections=tuple(_section(book, key, draft, codes) for key, draft in drafts.items()),
        figures=figures_of(book, {name for name in FIGURES if figure_key(name) in chosen}),
    )


def _section(book: Workbook, key: str, draft: Draft[Any], codes: Pseudonyms | None) -> SharedSection:
    _model, place = section_of(key) or (type(draft.values), {})
    account_id = place.get("account_id", "")
    name = _account_name(book, account_id)
    if codes:
        draft, name, place = codes.draft(draft), codes.code(name), {**place, "account_id": codes.id(account_id)}
    known = {path: text for path, text in draft.typed.items() if has_field(draft.section, path)}
    document = Draft(draft.values, known).to_document()
    return SharedSection.model_validate({"key": draft.section.key(**place), "account": name, "text": document})


def _account_name(book: Workbook, account_id: str) -> str:
    names = book.portfolio.accounts["name"]
    return str(names[account_id]) if account_id in names.index else account_id


def share_workbook(folder: Path, out: Path | None = None) -> Shared:
    """Write ``shared-<ref>.zip`` (0600) into ``out``, usually the workbook's own folder, and return it."""
    # Codes are words of the workbook's language; what is said afterwards is not.
    with speaking(language()):
        return write_shared(open_workbook(folder=folder), out or folder)


def write_shared(book: Workbook, out: Path) -> Shared:
    """Write what an open workbook shares into ``shared-<ref>.zip`` (0600), all of it or nothing.

    Raises `InputError` when the file cannot be written.
    """
    content = shared_file(book)
    file = out / f"shared-{content.participant}.zip"
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        with fresh_file(file) as fresh:
            fresh.write_bytes(_packed(content.to_text()))
    except OSError as error:
        details = {"file": file.name, "error": system_words(error)}
        raise InputError(Problem(kinds.NOT_SHARED, details=details)) from error
    return Shared(file, content)


def _packed(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(ENTRY, _ANY_DAY), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
