"""What the files of the plans are called: the same next time, whatever rank an account has then."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.render.names import slug

if TYPE_CHECKING:
    from workbook.book import Workbook
    from workbook.book.account_plan import AccountPlan

FOLDER = "plans"


def named_plans(book: "Workbook") -> "Iterator[tuple[str, AccountPlan]]":
    """Yield the plans of the five with the beginning of their files' names, such as "plans/nordholz-pumpen"."""
    from workbook.book.account_plan import account_plans

    taken: set[str] = set()
    for plan in account_plans(book):
        name = _free(slug(plan.account, "account"), taken)
        taken.add(name)
        yield f"{FOLDER}/{name}", plan


def _free(name: str, taken: set[str]) -> str:
    candidates = (name if number == 1 else f"{name}-{number}" for number in range(1, len(taken) + 2))
    return next(each for each in candidates if each not in taken)
