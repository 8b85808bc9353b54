"""What the trainer may read: chosen text by text, nothing at first, and taken back as easily."""

from collections.abc import Callable
from typing import Any

from workbook.book import Workbook, shareable, write_shared
from workbook.chapters.acting import Acting
from workbook.chapters.opening import followed
from workbook.chapters.panels import Panel, note, paragraph, steps, together
from workbook.chapters.path import CHAPTERS, TITLES
from workbook.chapters.pieces import Folded, Piece, Stack
from workbook.forms.decision import DecisionForm
from workbook.forms.ticks import Tick, TickForm
from workbook.i18n import _
from workbook.medium import is_static
from workbook.plan.catalogue import section_of, title_of
from workbook.plan.draft import Draft
from workbook.plan.exercises import EXERCISES, exercise_of, exercise_title
from workbook.plan.sharing import FIGURES, NAMES, figure_key


def sharing_form(book: Workbook) -> Piece:
    """Return the choice of what is shared; on paper, what is shared now."""
    if is_static():
        return shared_so_far(book)
    return Stack(
        who_reads(book),
        _ticks(book, _("Figures for the mirror of the group"), _figures),
        _ticks(book, _("What you wrote in the chapters"), _chapter_texts),
        Folded(_("What you wrote about accounts"), lambda: _accounts(book)),
        _ticks(book, _("Names"), _names),
    )


def file_form(book: Workbook) -> Piece:
    """Return the button that writes the file for the trainer; on paper, how it is written."""
    if is_static():
        return steps([_("Choose in the notebook what is shared."), _("Write the file and send it to your trainer.")])
    form = DecisionForm(_("File for the trainer"), _("Write the file"), lambda: (), lambda _answers: _write(book))
    return Acting(form, lambda: ())


def who_reads(book: Workbook) -> Panel:
    """Return who reads what is ticked, and when."""
    trainer = book.participant.trainer or _("your trainer")
    who = _("Only {trainer} reads what you tick, nobody else: no participant, no manager. Nothing is ticked at first.")
    when = _("It is read once you have sent the file below; what you untick is missing from the next file.")
    at_once = _("On this hub, ticked texts can be read at once if names are shown as well.")
    return together(note(who.format(trainer=trainer)), paragraph(f"{when} {at_once}" if book.on_hub else when))


def shared_so_far(book: Workbook) -> Panel:
    """Return what is shared now, in words."""
    ticks = (*_figures(book), *_chapter_texts(book), *_account_texts(book))
    shared = [tick.text for tick in ticks if tick.on]
    if not shared:
        return note(_("Nothing of this workbook is shared."))
    return together(note(_("Your trainer may read:")), steps(shared))


def _ticks(book: Workbook, question: str, list_all: Callable[[Workbook], tuple[Tick, ...]]) -> Piece:
    form = TickForm(question, lambda: list_all(book), lambda key, on: book.share(key, on=on))
    # Asked after every save in any chapter, so only for keys: reading all texts each time would slow down writing.
    return followed(book, Acting(form, lambda: (*book.sections(), *book.shared())))


def _figures(book: Workbook) -> tuple[Tick, ...]:
    chosen = book.shared()
    hint = _("The mirror shows a figure only when five people or more share it, and never whose it is.")
    keys = {figure_key(name): words for name, words in FIGURES.items()}
    last = list(keys)[-1]
    return tuple(Tick(key, _(words), key in chosen, hint if key == last else "") for key, words in keys.items())


def _chapter_texts(book: Workbook) -> tuple[Tick, ...]:
    written = sorted(_written(book, of_accounts=False), key=_chapter_number)
    return tuple(_tick(book, key, _chapter_title(key)) for key in written)


def _chapter_number(key: str) -> int:
    """Return where a section stands in the workbook; what belongs to no chapter stands at the end."""
    code = exercise_of(key)
    chapter = EXERCISES[code][0] if code else _place(key).get("chapter", "")
    return list(CHAPTERS).index(chapter) if chapter in CHAPTERS else len(CHAPTERS)


def _account_texts(book: Workbook) -> tuple[Tick, ...]:
    named = {key: _account_title(book, key, draft) for key, draft in _written(book, of_accounts=True).items()}
    return tuple(_tick(book, key, title) for key, title in sorted(named.items(), key=lambda each: each[1].casefold()))


def _accounts(book: Workbook) -> Piece:
    if not _account_texts(book):
        return note(_("You have not written anything about an account yet."))
    return _ticks(book, _("Account plans and year plans"), _account_texts)


def _names(book: Workbook) -> tuple[Tick, ...]:
    hint = _("Otherwise codes stand in place of names. A person named in the middle of a text only is not recognised.")
    return (Tick(NAMES, _("Show the names of people and customers"), NAMES in book.shared(), hint),)


def _tick(book: Workbook, key: str, title: str) -> Tick:
    return Tick(key, title, key in book.shared())


def _written(book: Workbook, *, of_accounts: bool) -> dict[str, Draft[Any]]:
    found = shareable(book)
    return {key: draft for key, draft in found.items() if ("account_id" in _place(key)) == of_accounts}


def _place(key: str) -> dict[str, str]:
    found = section_of(key)
    return found[1] if found else {}


def _chapter_title(key: str) -> str:
    """Return chapter and exercise, or the name of a section that has a chapter of its own."""
    code, chapter = exercise_of(key), _place(key).get("chapter", "")
    title = exercise_title(code) if code else title_of(key)
    return f"{_(TITLES[chapter])}: {title}" if chapter in CHAPTERS else title


def _account_title(book: Workbook, key: str, draft: Draft[Any]) -> str:
    account_id, names = _place(key)["account_id"], book.portfolio.accounts["name"]
    name = names[account_id] if account_id in names.index else account_id
    return f"{name}: {_(draft.section.TITLE)}"


def _write(book: Workbook) -> str:
    shared = write_shared(book, book.folder)
    sentence = _("{file} is written, in your folder. It holds {what}. Send it to your trainer.")
    return sentence.format(file=shared.file.name, what=shared.content.in_words())
