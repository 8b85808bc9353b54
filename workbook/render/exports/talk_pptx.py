"""The quarter on one slide that can be edited: what changed, three questions, one decision; text boxes throughout."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbook import look
from workbook.errors import shorten
from workbook.i18n import _, number, speaking
from workbook.render.exports.registry import ExportFile
from workbook.render.exports.slides import WIDTH, Box, Deck, Paragraph, Run
from workbook.render.exports.talk_html import talk_file

if TYPE_CHECKING:
    from workbook.book import Workbook
    from workbook.book.talk import TalkSheet

DARK, MIDDLE, SOFT = look.LAYERS["top5"][0], look.LAYERS["next15"][0], look.INK_SOFT
LEFT, GAP, COLUMN = 0.6, 0.5, 6.3
RIGHT = LEFT + COLUMN + GAP
WIDE = WIDTH - LEFT - RIGHT
TOP, BOTTOM, GAP_OF_FIGURES = 2.62, 7.1, 0.1
GROUPS, SENTENCES = 10, 4
# What the box on the left can hold: size of the type, letters in a line, lines. The first that holds all is taken.
MEASURES = ((14.0, 60, 15), (12.5, 68, 17), (11.0, 78, 19))
LONGEST_SENTENCE, LONGEST_QUESTION, LONGEST_DECISION = 150, 190, 240


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield the slide once there is something to talk about."""
    yield from talk_file(book, "pptx", partial(talk_slide, book))


def talk_slide(book: "Workbook") -> bytes:
    """Return the quarter as a presentation of one slide, in the language of the workbook."""
    from workbook.book.talk import talk_sheet

    with speaking(book.language):
        sheet = talk_sheet(book)
        deck = Deck(_title(sheet), sheet.who, book.today)
        _write_head(deck, sheet)
        _write_figures(deck, sheet)
        _write_changes(deck, sheet)
        _write_questions(deck, sheet)
        _write_decision(deck, sheet)
        return deck.content()


def _title(sheet: "TalkSheet") -> str:
    return _("Quarter {quarter}").format(quarter=sheet.quarter)


def _write_head(deck: Deck, sheet: "TalkSheet") -> None:
    deck.draw_bar(Box(0, 0, WIDTH, 0.12), DARK)
    deck.write(Box(LEFT, 0.34, 8, 0.28), [[Run(_("Quarterly talk"), 12, True, MIDDLE)]], _("Kind of document"))
    deck.write_title(Box(LEFT, 0.6, 7, 0.55), Run(_title(sheet), 28, True, DARK))
    who = [Run(shorten(sheet.who, 40), 11, True), Run(f" · {sheet.today}", 11, colour=SOFT)]
    deck.write(Box(RIGHT, 0.72, WIDE, 0.35), [who], _("Participant"))


def _write_figures(deck: Deck, sheet: "TalkSheet") -> None:
    count = len(sheet.facts)
    width = (WIDTH - 2 * LEFT - GAP_OF_FIGURES * (count - 1)) / count
    for place, (label, value) in enumerate(sheet.facts):
        box = Box(LEFT + place * (width + GAP_OF_FIGURES), 1.3, width, 0.66)
        deck.write(box, [[Run(label, 10, colour=SOFT)], [Run(value, 17, True, DARK)]], label, look.WASH)
    names = shorten(" · ".join(sheet.five), 170)
    line = [Run(f"{_('My five')}:  ", 11, True, DARK), Run(names, 11)]
    deck.write(Box(LEFT, 2.1, WIDTH - 2 * LEFT, 0.42), [line], _("My five"))


def _write_changes(deck: Deck, sheet: "TalkSheet") -> None:
    since = _("What has changed since {quarter}").format(quarter=sheet.since)
    heading = since if sheet.since else _("What has changed")
    tried = [_Told(sheet, *measure) for measure in MEASURES]
    told = next((each for each in tried if not each.left), tried[-1])
    paragraphs = told.paragraphs or [[Run(_("Nothing has changed."), 14)]]
    deck.write(Box(LEFT, TOP, COLUMN, BOTTOM - TOP), [[Run(heading, 14, True, DARK)], *paragraphs], heading)


class _Told:
    """As many changes as the box on the left holds in one size; ``left`` counts those that find no room."""

    def __init__(self, sheet: "TalkSheet", size: float, letters: int, room: int) -> None:
        self.size, self.letters, self.room = size, letters, room
        self.paragraphs: list[Paragraph] = []
        self.left = sum(len(told) for _title, told in sheet.changes)
        for title, sentences in sheet.changes[:GROUPS]:
            self._write(title, sentences[:SENTENCES])
        if self.left:
            self.paragraphs.append([Run(_("And {count} more.").format(count=number(self.left)), size, colour=SOFT)])

    def _write(self, title: str, sentences: Sequence[str]) -> None:
        lines = list(self._within([f"\N{BULLET} {shorten(each, LONGEST_SENTENCE)}" for each in sentences]))
        if lines:
            self.paragraphs.append([Run(shorten(title, self.letters - 6), self.size, True, MIDDLE)])
            self.paragraphs += [[Run(line, self.size)] for line in lines]
            self.left -= len(lines)
            self.room -= 1

    def _within(self, lines: Sequence[str]) -> Iterator[str]:
        """Yield the lines for which there is room below their title."""
        for line in lines:
            height = -(-len(line) // self.letters)
            if height >= self.room:
                return
            self.room -= height
            yield line


def _write_questions(deck: Deck, sheet: "TalkSheet") -> None:
    heading = _("Three questions for you")
    paragraphs: list[Paragraph] = [[Run(heading, 14, True, DARK)]]
    for place, question in enumerate(sheet.questions, start=1):
        said = shorten(question, LONGEST_QUESTION) or "_" * 40
        paragraphs += [[Run(f"{number(place)}  ", 12, True, MIDDLE), Run(said, 12)], [Run("", 4)]]
    deck.write(Box(RIGHT, TOP, WIDE, 2.6), paragraphs, heading)


def _write_decision(deck: Deck, sheet: "TalkSheet") -> None:
    heading = _("One decision I ask for")
    said = shorten(sheet.decision, LONGEST_DECISION) or "_" * 40
    paragraphs = [[Run(heading, 14, True, DARK)], [Run(said, 12)]]
    deck.write(Box(RIGHT, 5.4, WIDE, BOTTOM - 5.4), paragraphs, heading, look.WASH)
