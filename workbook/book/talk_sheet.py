"""The quarterly talk sheet as HTML: two pages of A4, the second one to write on during the talk."""

from typing import TYPE_CHECKING

from workbook.book.changes import Told
from workbook.book.sheets import page_html
from workbook.book.talk import TalkSheet, talk_sheet
from workbook.i18n import _, number
from workbook.templating import render_template

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

TEMPLATE = "quarterly_talk.html.j2"
# As much as a page on a screen may say; paper has its own measure.
GROUPS, SENTENCES = 14, 6
# Lines to write on below a question, and in the list of what is agreed.
LINES = 4
# Up to so many groups of changes stand in one column.
ONE_COLUMN, LETTERS = 3, 55


def title_of_talk() -> str:
    """Return what the sheet is called."""
    return _("Quarterly talk")


def talk_name(book: "Workbook") -> str:
    """Return what the files of the sheet are called, without an ending."""
    return f"quarterly-talk-{book.quarter}"


def talk_page_html(book: "Workbook") -> str:
    """Return the sheet as a page for a browser, in the language in use; every text is escaped."""
    sheet = talk_sheet(book).cut(GROUPS, SENTENCES)
    return page_html(talk_html(sheet), title=title_of_talk(), author=sheet.who, language=book.language)


def talk_html(sheet: TalkSheet) -> str:
    """Return the two pages of a sheet in the language in use."""
    return render_template(
        TEMPLATE,
        sheet=sheet,
        words=_words(sheet),
        lines=range(LINES),
        columns=_columns(sheet.changes),
        signatures=_signatures(sheet),
    )


def _columns(changes: tuple[Told, ...]) -> tuple[tuple[Told, ...], ...]:
    """Return the changes in one column or in two of about the same height, read one after the other."""
    # Two columns of CSS would be balanced by laying out the page again and again, which takes a minute.
    heights = [1 + sum(1 + len(each) // LETTERS for each in told) for _title, told in changes]
    if len(changes) <= ONE_COLUMN:
        return (changes,)
    middle = next(place for place in range(1, len(changes) + 1) if 2 * sum(heights[:place]) >= sum(heights))
    return changes[:middle], changes[middle:]


def more_in_words(sheet: TalkSheet) -> str:
    """Return how many changes found no room, "" for none."""
    sentence = _("And {count} more changes, in chapter 8 of the workbook.")
    return sentence.format(count=number(sheet.more)) if sheet.more else ""


def _words(sheet: TalkSheet) -> dict[str, str]:
    changed = (
        _("What has changed since {quarter}").format(quarter=sheet.since) if sheet.since else _("What has changed")
    )
    nothing = _("Nothing has changed.") if sheet.since else _("This is the first quarter: here the talk begins.")
    return {
        "title": title_of_talk(),
        "quarter": _("Quarter {quarter}").format(quarter=sheet.quarter),
        "five": _("My five"),
        "changed": changed,
        "nothing": nothing,
        "more": more_in_words(sheet),
        **_words_of_the_talk(),
    }


def _words_of_the_talk() -> dict[str, str]:
    return {
        "questions": _("Three questions for you"),
        "decision": _("One decision I ask for"),
        "yes": _("Yes"),
        "but": _("Yes, with this change:"),
        "no": _("No, because:"),
        "agreed": _("What we agree"),
        "what": _("What will be done"),
        "owner": _("Who does it"),
        "due": _("Until when"),
        "when": _("Day of the talk"),
    }


def _signatures(sheet: TalkSheet) -> tuple[str, str]:
    return _("Place, date, {name}").format(name=sheet.who), _("Place, date, sales manager")
