"""The way through the workbook in JupyterLab: every chapter with how far it is, above the text of each.

The launcher puts it there; a page on paper has its own contents. Links carry ``data-chapter``, which the page follows
without loading anew.
"""

from weakref import WeakKeyDictionary

from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.opening import following
from workbook.chapters.panels import Panel
from workbook.chapters.path import CHAPTERS, TITLES
from workbook.chapters.pieces import Living
from workbook.chapters.progress import Progress, progress
from workbook.i18n import _, number

_shown: WeakKeyDictionary[Workbook, Living] = WeakKeyDictionary()


def show(book: Workbook) -> Living:
    """Return the way through the workbook; all chapters show the same one, so that it is made once after a save."""
    if book not in _shown:
        _shown[book] = following(book, lambda: way(book))
    return _shown[book]


def way(book: Workbook) -> Panel:
    """Return the links to all chapters with their progress, as it is saved."""
    items = (_item(chapter, found) for chapter, found in progress(book).items())
    label = _("Chapters")
    return Panel(Markup('<nav class="wb-way" aria-label="{}"><ol>{}</ol></nav>').format(label, Markup("").join(items)))


def _item(chapter: str, found: Progress) -> Markup:
    notebook = f"{CHAPTERS[chapter]}.ipynb"
    return Markup(
        '<li><a href="{0}" data-chapter="{0}"><span class="wb-way-number">{1}</span> '
        '<span class="wb-way-title">{2}</span><span class="wb-way-count">{3}</span>'
        '<span class="wb-way-bar" aria-hidden="true"><i style="width:{4:.0f}%"></i></span></a></li>'
    ).format(notebook, int(CHAPTERS[chapter][:2]), _(TITLES[chapter]), _in_words(found), 100 * found.share)


def _in_words(found: Progress) -> str:
    if found.complete:
        return _("complete")
    words = _("{there} of {wanted}")
    return words.format(there=number(found.there), wanted=number(found.wanted)) if found.wanted else ""
