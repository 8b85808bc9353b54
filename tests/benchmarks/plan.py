"""How long the account plans take: opening five of them, and a picture of 25 people beside an empty figure.

Run with `python -m tests.benchmarks.plan`, or with all others by `make bench`.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from matplotlib.figure import Figure

from tests.benchmarks.focus import fastest
from tests.charts.plans import people
from tests.launch.conftest import make_folder
from workbook.book import Workbook, open_workbook
from workbook.chapters import key_accounts
from workbook.chapters.plan_picker import PlanPicker
from workbook.chapters.solved_plan import solved_plan
from workbook.charts.canvas import PAGE_WIDTH, Sheet
from workbook.charts.picture import show
from workbook.charts.power_map import draw_power_map
from workbook.charts.relationship_gaps import draw_relationship_gaps
from workbook.charts.reporting_lines import draw_reporting_lines
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.draft import Draft
from workbook.terms import Layer

TIMES = 7
EMPTY, OPENING = "empty figure", "five plans with ten people each, opened"
# An empty figure takes about 5 ms of a quiet processor: 60 of them are the 300 ms of a picture, 400 the two seconds.
MOST = {False: 60, True: 400}


def measure() -> dict[str, float]:
    """Return seconds per measurement: each picture with its image, and five plans until the last form is there."""
    crowd = people(25)
    drawings: dict[str, Callable[[], Figure]] = {
        EMPTY: lambda: Sheet(PAGE_WIDTH, 4).figure,
        "power map, 25 people": lambda: draw_power_map(crowd),
        "reporting lines, 25 people": lambda: draw_reporting_lines(crowd),
        "relationship gaps, 25 people": lambda: draw_relationship_gaps(crowd),
    }
    pictures = {name: fastest(lambda draw=draw: show(draw(), "words").html(), TIMES) for name, draw in drawings.items()}
    return {**pictures, OPENING: time_opening()}


def time_opening() -> float:
    """Return the seconds in which chapter 3 shows five plans and each has been opened at its buying center."""
    with TemporaryDirectory() as parent:
        book = _filled(Path(parent))
        # The fastest of three: by then the kernel is warm, everything is imported and the typeface is read.
        return fastest(lambda: _open_all(book), 3)


def _filled(parent: Path) -> Workbook:
    book = open_workbook(folder=make_folder(parent, "en"))
    for account_id in book.tiering.ids(Layer.TOP5):
        for part, draft in (solved_plan() | {BuyingCenter: Draft(BuyingCenter(members=people(10)))}).items():
            book.keeper(part, account_id=account_id).save(draft)
    return book


def _open_all(book: Workbook) -> None:
    follower = key_accounts.edit_plan(book)
    assert follower._repr_mimebundle_()
    picker: PlanPicker = follower.piece
    for pick in picker.picks:
        picker.input.value = pick.code
        assert picker.plan
        picker.plan.steps.buttons[picker.plan.parts.index(BuyingCenter)].click()


if __name__ == "__main__":
    measured = measure()
    for name, seconds in measured.items():
        sys.stdout.write(f"{name:<42}{seconds * 1000:>9,.1f} ms{seconds / measured[EMPTY]:>9.1f} x empty\n")
    missed = [name for name, seconds in measured.items() if seconds > MOST[name == OPENING] * measured[EMPTY]]
    sys.stdout.write("".join(f"slower than promised: {name}\n" for name in missed))
    sys.exit(bool(missed))
