"""The plan of one account on one slide that can be edited: text boxes, and the three objectives as a native table."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbook import look
from workbook.errors import shorten
from workbook.i18n import _, day, number, speaking
from workbook.plan.answers import answer
from workbook.plan.key_account import Cover
from workbook.plan.objectives import Objectives
from workbook.plan.section import described
from workbook.plan.summary import Group
from workbook.render.exports.plan_names import named_plans
from workbook.render.exports.plan_page import plan_summary, version_of
from workbook.render.exports.registry import ExportFile
from workbook.render.exports.slides import Box, Deck, Paragraph, Run

if TYPE_CHECKING:
    from workbook.book import Workbook
    from workbook.book.account_plan import AccountPlan

DARK = look.LAYERS["top5"][0]
MIDDLE = look.LAYERS["next15"][0]
LEFT, GAP, COLUMN = 0.6, 0.4, 5.55
RIGHT, WIDE = LEFT + COLUMN + GAP, 13.333 - 2 * LEFT - COLUMN - GAP
COLUMNS = (("text", 0.5), ("target", 0.24), ("due", 0.14), ("probability", 0.12))
BLANK = "_" * 34


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield a presentation of one slide per account."""
    for name, plan in named_plans(book):
        yield ExportFile(f"{name}-one-pager.pptx", partial(plan_slide, plan))


def plan_slide(plan: "AccountPlan") -> bytes:
    """Return the one-page summary of a plan as a presentation, in the language of the plan."""
    with speaking(plan.language):
        deck = Deck(f"{_('Key Account Plan')} – {plan.account}", plan.owner, plan.today)
        groups = plan_summary(plan)
        _write_head(deck, plan)
        _write_figures(deck, plan)
        _write_groups(deck, [each for each in groups if each.title != _(Objectives.TITLE)])
        _write_objectives(deck, plan)
        _write_foot(deck, plan)
        return deck.content()


def _write_head(deck: Deck, plan: "AccountPlan") -> None:
    deck.draw_bar(Box(0, 0, 13.333, 0.12), DARK)
    deck.write(Box(LEFT, 0.32, 8, 0.3), [[Run(_("Key Account Plan"), 12, True, MIDDLE)]], _("Kind of document"))
    deck.write_title(
        Box(LEFT, 0.55, 8.2, 0.62), Run(shorten(plan.account, 60), 28 if len(plan.account) < 34 else 20, True, DARK)
    )
    deck.write(Box(9.0, 0.34, 13.333 - 9.0 - LEFT, 0.85), list(_cover(plan)), _(Cover.TITLE))


def _cover(plan: "AccountPlan") -> Iterator[Paragraph]:
    """Yield who and when: owner, version, last and next review."""
    yield [Run(shorten(plan.owner, 40), 11, True), Run(f" · {version_of(plan)}", 11, colour=look.INK_SOFT)]
    for name in ("last_review", "next_review", "next_appointment"):
        label, said = described(Cover, name).label, answer(plan.drafts[Cover], name)
        yield [Run(f"{label}: ", 10, colour=look.INK_SOFT), Run(said or "____________", 10)]


def _write_figures(deck: Deck, plan: "AccountPlan") -> None:
    width = (13.333 - 2 * LEFT - 0.1 * (len(plan.facts) - 1)) / len(plan.facts)
    for place, fact in enumerate(plan.facts):
        box = Box(LEFT + place * (width + 0.1), 1.32, width, 0.68)
        said = Run(fact.value or _("unknown"), 17, bool(fact.value), DARK if fact.value else look.INK_SOFT)
        deck.write(box, [[Run(fact.label, 10, colour=look.INK_SOFT)], [said]], fact.label, look.WASH)


def _write_groups(deck: Deck, groups: Sequence[Group]) -> None:
    """Write the groups of lines below each other in the left column, in one box that can be edited as a whole."""
    lines = sum(len(group.lines) * 2 + 1 for group in groups)
    size = 12 if lines < 20 else 11
    paragraphs: list[Paragraph] = []
    for group in groups:
        paragraphs.append([Run(group.title, size + 0.5, True, DARK)])
        for line in group.lines:
            about = [Run(f"{line.about}  ", size - 1, colour=look.INK_SOFT)] if line.about else []
            paragraphs.append([*about, Run(shorten(line.text, 110) or BLANK, size)])
            if line.more:
                paragraphs.append([Run(shorten(line.more, 120), size - 1.5, colour=look.INK_SOFT)])
    deck.write(Box(LEFT, 2.2, COLUMN, 4.7), paragraphs, _("Customer, people, competitors"))


def _write_objectives(deck: Deck, plan: "AccountPlan") -> None:
    draft = plan.drafts[Objectives]
    strategy = described(Objectives, "strategy").label
    said = shorten(answer(draft, "strategy"), 260) or BLANK
    deck.write(Box(RIGHT, 2.2, WIDE, 1.0), [[Run(strategy, 12.5, True, DARK)], [Run(said, 13)]], strategy)
    listed = described(Objectives, "objectives")
    labels = {name: described(Objectives, f"objectives.{name}").label for name, _share in COLUMNS}
    head = [
        [[Run(labels[name] if place else listed.label, 10, True, look.PAPER)]]
        for place, (name, _share) in enumerate(COLUMNS)
    ]
    rows = [[_cell(plan, place, name) for name, _share in COLUMNS] for place in range(listed.wanted)]
    deck.write_table(Box(RIGHT, 3.4, WIDE, 3.3), [head, *rows], [share for _name, share in COLUMNS], listed.label)


def _cell(plan: "AccountPlan", place: int, name: str) -> list[Paragraph]:
    draft, path = plan.drafts[Objectives], f"objectives.{place}"
    said = answer(draft, f"{path}.{name}", plan.currency)
    if name != "text":
        return [[Run(shorten(said, 60), 11)]]
    strategy = answer(draft, f"{path}.strategy")
    first: Paragraph = [Run(f"{number(place + 1)}  ", 12, True, MIDDLE), Run(shorten(said, 110), 12, True)]
    return [first, [Run(shorten(strategy, 130), 10, colour=look.INK_SOFT)]] if strategy else [first]


def _write_foot(deck: Deck, plan: "AccountPlan") -> None:
    checked = _("Checked on {day}.").format(day=day(plan.today))
    words = [Run(f"{plan.found.formula} {checked}", 9, colour=look.INK_SOFT)]
    deck.write(Box(LEFT, 7.05, 13.333 - 2 * LEFT, 0.25), [words], _("State of the plan"))
