"""How people are marked in pictures: roles as letters, and a circle that fills up with the contact we have."""

from collections.abc import Iterable
from typing import Any

from matplotlib.patches import Ellipse, Wedge

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import SMALL, Sheet
from workbook.i18n import NP_, _, pgettext
from workbook.plan.buying_center import BuyingCenterMember
from workbook.terms import BuyingRole, Coverage

# One letter per role; within a language no letter may come twice.
LETTERS = {
    BuyingRole.INITIATOR: NP_("BuyingRoleLetter", "I"),
    BuyingRole.USER: NP_("BuyingRoleLetter", "U"),
    BuyingRole.INFLUENCER: NP_("BuyingRoleLetter", "F"),
    BuyingRole.DECIDER: NP_("BuyingRoleLetter", "D"),
    BuyingRole.APPROVER: NP_("BuyingRoleLetter", "A"),
    BuyingRole.BUYER: NP_("BuyingRoleLetter", "B"),
    BuyingRole.GATEKEEPER: NP_("BuyingRoleLetter", "G"),
    BuyingRole.COACH: NP_("BuyingRoleLetter", "C"),
}
DIAMETER = 0.105
LINE = 0.17
LEGEND = 4 * LINE
# How much of the circle is filled, in degrees.
FILLED = {Coverage.NONE: 0, Coverage.BRIEF: 120, Coverage.MULTIPLE: 240, Coverage.IN_DEPTH: 360}


def name_of(member: BuyingCenterMember) -> str:
    """Return the name of a person; a question mark while nobody knows it."""
    return member.person or "?"


def letters_of(member: BuyingCenterMember) -> str:
    """Return the roles of a person as letters, in the order of the method.

    >>> letters_of(BuyingCenterMember(roles=(BuyingRole.BUYER, BuyingRole.DECIDER)))
    'D B'
    """
    return " ".join(letter(role) for role in BuyingRole if role in member.roles)


def letter(role: BuyingRole) -> str:
    """Return the letter of a role in the language in use."""
    return pgettext("BuyingRoleLetter", LETTERS[role])


def draw_person(sheet: Sheet, centre: tuple[float, float], coverage: Coverage | None) -> None:
    """Draw the circle of a person, filled as far as we know them; dashed while that is unknown."""
    edge: dict[str, Any] = {
        "edgecolor": look.INK,
        "linewidth": 0.8,
        "facecolor": look.PAPER,
        "clip_on": False,
        "zorder": 3,
    }
    style = "solid" if coverage else (0, (1.5, 1.2))
    sheet.axes.add_artist(Ellipse(centre, DIAMETER, DIAMETER, linestyle=style, **edge))
    degrees = FILLED[coverage] if coverage else 0
    if degrees:
        sheet.axes.add_artist(
            Wedge(centre, DIAMETER / 2, 90 - degrees, 90, facecolor=look.INK, clip_on=False, zorder=4)
        )


def write_roles(sheet: Sheet, members: Iterable[BuyingCenterMember], y: float) -> float:
    """Write what the letters in use stand for, in lines from ``y`` downwards; return the height of the next line."""
    held = {role for member in members for role in member.roles}
    words = [f"{letter(role)} {role.label}" for role in BuyingRole if role in held]
    return _in_lines(sheet, words, y, mark=None)


def write_coverage(sheet: Sheet, y: float) -> float:
    """Write what the fillings of the circles stand for; return the height of the next line."""
    marks: list[Coverage | None] = [*Coverage, None]
    words = [each.label if each else _("Contact unknown") for each in marks]
    return _in_lines(sheet, words, y, mark=marks)


def _in_lines(sheet: Sheet, words: list[str], y: float, mark: list[Coverage | None] | None) -> float:
    x, indent = 0.0, 0.15 if mark else 0.0
    for number, each in enumerate(words):
        width = indent + fonts.width(each, SMALL.face, SMALL.size) + 0.18
        if x and x + width > sheet.width:
            x, y = 0.0, y - LINE
        if mark:
            draw_person(sheet, (x + DIAMETER / 2 + 0.01, y + 0.04), mark[number])
        sheet.write(x + indent, y, each, SMALL)
        x += width
    return y - LINE if words else y
