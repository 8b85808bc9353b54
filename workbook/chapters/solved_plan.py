"""The solved account plan of the invented rep, on the same code path as the rep's own plans."""

from typing import Any

from workbook.chapters import example
from workbook.chapters.layers import name_of
from workbook.chapters.panels import Panel, card
from workbook.chapters.pieces import Folded, Piece, Stack
from workbook.chapters.plan_pictures import part_pictures
from workbook.chapters.plan_state import plan_state
from workbook.i18n import _
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.competition import Competition
from workbook.plan.draft import Draft
from workbook.plan.goals import CustomerGoals
from workbook.plan.key_account import Cover
from workbook.plan.objectives import Objectives
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.section import Section
from workbook.plan.whole_plan import check_plan

# The parts by the name under which their texts stand in data/example.
SOLVED: dict[str, type[Section]] = {
    "cover": Cover,
    "goals": CustomerGoals,
    "purchasing": PurchasingStrategy,
    "buying_center": BuyingCenter,
    "competition": Competition,
    "objectives": Objectives,
}


def solved_plan() -> dict[type[Section], Draft[Any]]:
    """Return the parts of the solved plan in the language in use."""
    return {part: example.solved(part, name) for name, part in SOLVED.items()}


def solved_part(part: type[Section]) -> Piece:
    """Return one part of the solved plan: its pictures, and folded below them every answer; without pictures open."""
    drafts = solved_plan()
    drafts[ProspectPlan] = example.solved(ProspectPlan, "prospect")
    pictures = part_pictures(part, drafts, example.setting("today"), example.CURRENCY)
    title, answers = _title(part), example.printed(drafts[part])
    if not pictures.html:
        return card(title, answers)
    return Stack(card(title, pictures), Folded(_("What the rep has written about this"), lambda: answers))


def _title(part: type[Section]) -> str:
    name = name_of(example.tiering(), example.setting("prospect" if part is ProspectPlan else "key_account"))
    return _("{account}: {part}").format(account=name, part=_(part.TITLE))


def solved_state() -> Panel:
    """Return the state of the solved plan with the formula of its score."""
    drafts = solved_plan()
    return plan_state(check_plan(drafts, today=example.setting("today")), drafts)
