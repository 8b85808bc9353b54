"""Who reports to whom, with the roles in the decision; everybody stands below their superior."""

from collections.abc import Iterator, Sequence

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.charts.people import draw_person, letters_of, name_of, write_roles
from workbook.i18n import _
from workbook.plan.buying_center import BuyingCenterMember
from workbook.plan.relationships import Reporting, reporting_lines

ROW, STEP, DEEPEST, FOOT = 0.24, 0.3, 8, 0.45
RIGHT = PAGE_WIDTH - 1.2
NAME = Words(size=9.5, face="semibold")


def draw_reporting_lines(members: Sequence[BuyingCenterMember]) -> Figure:
    """Return the people as a tree from the top to the left, with function and roles as letters."""
    lines = reporting_lines(members)
    sheet = Sheet(PAGE_WIDTH, ROW * max(len(lines), 1) + FOOT + 0.1)
    heights = {line.number: sheet.height - 0.15 - ROW * place for place, line in enumerate(lines)}
    if not lines:
        sheet.write(0, sheet.height - 0.19, _nobody(), SMALL)
    levels = {line.number: line.level for line in lines}
    for line in lines:
        if line.above is not None:
            _draw_line(
                sheet, (_left(levels[line.above]), heights[line.above]), (_left(line.level), heights[line.number])
            )
    for line in lines:
        _write_person(sheet, members[line.number], _left(line.level), heights[line.number])
    write_roles(sheet, members, 0.22)
    return sheet.figure


def _left(level: int) -> float:
    # Very deep lines stay on the page: beyond the eighth level people stand below each other.
    return 0.07 + STEP * min(level, DEEPEST)


def _draw_line(sheet: Sheet, above: tuple[float, float], below: tuple[float, float]) -> None:
    sheet.line((above[0], above[1]), (above[0], below[1]), look.INK_SOFT)
    sheet.line((above[0], below[1]), below, look.INK_SOFT)


def _write_person(sheet: Sheet, member: BuyingCenterMember, x: float, y: float) -> None:
    draw_person(sheet, (x, y), member.coverage)
    name = fonts.fit(name_of(member), 2.6, NAME.face, NAME.size)
    sheet.write(x + 0.12, y - 0.045, name, NAME)
    after = x + 0.12 + fonts.width(name, NAME.face, NAME.size) + 0.12
    sheet.write(after, y - 0.045, fonts.fit(member.function or "", RIGHT - after, SMALL.face, SMALL.size), SMALL)
    letters = letters_of(member)
    sheet.write(PAGE_WIDTH - 0.02, y - 0.045, letters, STRONG.but(size=8.5, align="right"))


def _nobody() -> str:
    return _("No people are written down yet.")


def describe_reporting_lines(members: Sequence[BuyingCenterMember]) -> str:
    """Return the reporting lines in words, from the top down."""
    return " ".join(_sentences(members, reporting_lines(members))) or _nobody()


def _sentences(members: Sequence[BuyingCenterMember], lines: Sequence[Reporting]) -> Iterator[str]:
    tops = [name_of(members[line.number]) for line in lines if line.above is None]
    if tops:
        yield _("Nobody written down stands above: {people}.").format(people=", ".join(tops))
    for superior in lines:
        below = [name_of(members[line.number]) for line in lines if line.above == superior.number]
        if below:
            words = _("To {superior} report: {people}.")
            yield words.format(superior=name_of(members[superior.number]), people=", ".join(below))
