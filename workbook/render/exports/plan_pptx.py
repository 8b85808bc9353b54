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
from workbook.render.exports.slides import WIDTH, Box, Deck, Paragraph, Run

if TYPE_CHECKING:
    from workbook.book import Workbook
    from workbook.book.account_plan import AccountPlan

DARK, MIDDLE, SOFT = look.LAYERS["top5"][0], look.LAYERS["next15"][0], look.INK_SOFT
LEFT, GAP, COLUMN = 0.6, 0.45, 5.5
RIGHT = LEFT + COLUMN + GAP
WIDE = WIDTH - LEFT - RIGHT
TOP, GAP_OF_FIGURES = 2.25, 0.1
# How wide a bold letter is, in inches for each point of its size.
LETTER = 0.0078
# Fields of an objective in the table with their share of its width; the strategy stands below the first.
COLUMNS = {"text": 0.58, "target": 0.25, "due": 0.17}
BLANK = "_" * 40


def files(book: "Workbook") -> Iterator[ExportFile]:
    """Yield a presentation of one slide per account."""
    for name, plan in named_plans(book):
        yield ExportFile(f"{name}-one-pager.pptx", partial(plan_slide, plan), plan.begun, plan.account_id)


def plan_slide(plan: "AccountPlan") -> bytes:
    """Return the one-page summary of a plan as a presentation, in the language of the plan."""
    with speaking(plan.language):
        deck = Deck(f"{_('Key Account Plan')} – {plan.account}", plan.owner, plan.today)
        _write_head(deck, plan)
        _write_figures(deck, plan)
        groups = plan_summary(plan)
        middle = next(place for place, group in enumerate(groups) if group.title == _(Objectives.TITLE))
        _write_groups(deck, groups[:middle], Box(LEFT, TOP, COLUMN, 4.6))
        _write_objectives(deck, plan)
        _write_groups(deck, groups[middle + 1 :], Box(RIGHT, 6.28, WIDE, 0.65))
        _write_foot(deck, plan)
        return deck.content()


def _write_head(deck: Deck, plan: "AccountPlan") -> None:
    deck.draw_bar(Box(0, 0, WIDTH, 0.12), DARK)
    kicker = _("Key Account Plan")
    deck.write(Box(LEFT, 0.34, 8, 0.28), [[Run(kicker, 12, True, MIDDLE)]], _("Kind of document"))
    size = 28 if len(plan.account) < 34 else 20
    deck.write_title(Box(LEFT, 0.6, 8.2, 0.55), Run(shorten(plan.account, 60), size, True, DARK))
    deck.write(Box(9.3, 0.36, WIDTH - 9.3 - LEFT, 0.8), list(_cover(plan)), _(Cover.TITLE))


def _cover(plan: "AccountPlan") -> Iterator[Paragraph]:
    """Yield who and when: owner, version, last and next review."""
    yield [Run(shorten(plan.owner, 40), 11, True), Run(f" · {version_of(plan)}", 11, colour=SOFT)]
    for name in ("last_review", "next_review", "next_appointment"):
        said = answer(plan.drafts[Cover], name)
        yield [Run(f"{described(Cover, name).label}: ", 10, colour=SOFT), Run(said or BLANK[:14], 10)]


def _write_figures(deck: Deck, plan: "AccountPlan") -> None:
    count = len(plan.facts)
    width = (WIDTH - 2 * LEFT - GAP_OF_FIGURES * (count - 1)) / count
    for place, fact in enumerate(plan.facts):
        box = Box(LEFT + place * (width + GAP_OF_FIGURES), 1.35, width, 0.68)
        deck.write(box, [[Run(fact.label, 10, colour=SOFT)], [_figure(fact.value, width - 0.2)]], fact.label, look.WASH)


def _figure(value: str, width: float) -> Run:
    """Return a value in one line of ``width`` inches: a long one, such as a name, in smaller type, and cut at last."""
    if not value:
        return Run(_("unknown"), 17, colour=SOFT)
    size = 17 if len(value) * 17 * LETTER <= width else 12
    return Run(shorten(value, int(width / (12 * LETTER))), size, True, DARK)


def _write_groups(deck: Deck, groups: Sequence[Group], box: Box) -> None:
    """Write groups of lines into one text box, which is edited as a whole."""
    paragraphs = [paragraph for group in groups for paragraph in _group(group)]
    if paragraphs:
        deck.write(box, paragraphs, ", ".join(group.title for group in groups))


def _group(group: Group) -> Iterator[Paragraph]:
    yield [Run(group.title, 12, True, DARK)]
    for line in group.lines:
        about = [Run(f"{line.about}  ", 11, colour=SOFT)] if line.about else []
        yield [*about, Run(shorten(line.text, 200 if not line.about else 130) or BLANK, 12)]
        if line.more:
            yield [Run(shorten(line.more, 110), 10.5, colour=SOFT)]
    yield [Run("", 5)]


def _write_objectives(deck: Deck, plan: "AccountPlan") -> None:
    draft, listed = plan.drafts[Objectives], described(Objectives, "objectives")
    strategy = described(Objectives, "strategy").label
    said = shorten(answer(draft, "strategy"), 230) or BLANK
    deck.write(Box(RIGHT, TOP, WIDE, 0.95), [[Run(strategy, 12, True, DARK)], [Run(said, 13)]], strategy)
    labels = [listed.label, *(described(Objectives, f"objectives.{name}").label for name in (*COLUMNS,)[1:])]
    head = [[[Run(label, 10.5, True, look.PAPER)]] for label in labels]
    rows = [[_cell(plan, place, name) for name in COLUMNS] for place in range(listed.wanted)]
    deck.write_table(Box(RIGHT, 3.35, WIDE, 2.65), [head, *rows], [*COLUMNS.values()], listed.label)


def _cell(plan: "AccountPlan", place: int, name: str) -> list[Paragraph]:
    draft, path = plan.drafts[Objectives], f"objectives.{place}"
    said = answer(draft, f"{path}.{name}", plan.currency)
    if name != next(iter(COLUMNS)):
        return [[Run(shorten(said, 48), 11)]]
    strategy = shorten(answer(draft, f"{path}.strategy"), 92)
    first: Paragraph = [Run(f"{number(place + 1)}  ", 11.5, True, MIDDLE), Run(shorten(said, 84), 11.5, True)]
    return [first, [Run(strategy, 10, colour=SOFT)]] if strategy else [first]


def _write_foot(deck: Deck, plan: "AccountPlan") -> None:
    checked = _("Checked on {day}.").format(day=day(plan.today))
    words = [Run(f"{plan.found.formula} {checked}", 9, colour=SOFT)]
    deck.write(Box(LEFT, 7.02, WIDTH - 2 * LEFT, 0.25), [words], _("State of the plan"))
