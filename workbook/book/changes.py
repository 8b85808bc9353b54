"""What changed since the quarter before, in words: layers first, then section by section."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from workbook.i18n import _
from workbook.plan.catalogue import section_of
from workbook.plan.differences import differences
from workbook.plan.section import Section

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

Told = tuple[str, tuple[str, ...]]


def quarter_before(book: "Workbook") -> "Workbook | None":
    """Return the workbook as it was in the quarter before, None in the first one."""
    earlier = [quarter for quarter in book.quarters if quarter < book.quarter]
    return book.at(earlier[-1]) if earlier else None


def changes_since(book: "Workbook", before: "Workbook") -> Iterator[Told]:
    """Yield what changed, by title: the layers, then every section that says something else than before."""
    moved = tuple(moves_in_words(book))
    if moved:
        yield _("Layers"), moved
    yield from changed_sections(book, before, book.sections())


def moves_in_words(book: "Workbook") -> Iterator[str]:
    """Yield a sentence for each account that stands in another layer than when the quarter began."""
    standing, now = book.standing, book.tiering.layers
    for each in standing.before.assignments if standing else ():
        layer = now.get(each.account)
        if layer is not None and layer is not each.layer:
            sentence = _("{name} goes from “{before}” to “{now}”.")
            yield sentence.format(name=each.name, before=each.layer.label, now=layer.label)


def changed_sections(book: "Workbook", before: "Workbook", keys: Iterable[str]) -> Iterator[Told]:
    """Yield what changed in the sections under these keys, by title, in their order."""
    now, earlier = book.drafts(), before.drafts()
    for key, draft in ((key, now[key]) for key in keys if key in now):
        old = earlier[key].values if key in earlier else type(draft.values)()
        sentences = differences(old, draft.values, book.portfolio.currency)
        if sentences:
            yield _title(book, key, draft.values), sentences


def _title(book: "Workbook", key: str, section: Section) -> str:
    found = section_of(key)
    account = found[1].get("account_id") if found else None
    names = book.portfolio.accounts["name"]
    title = _(section.TITLE)
    return f"{names[account]}: {title}" if account is not None and account in names.index else title
