"""The named actions of the five: what freed hours are booked to."""

from collections.abc import Iterator
from datetime import date

from workbook.book import Workbook
from workbook.chapters.layers import name_of
from workbook.i18n import N_, _
from workbook.plan.action import Action
from workbook.plan.objectives import Objectives
from workbook.terms import Layer, Status

# For one of the five that has no action yet: the first hours go into its plan.
FIRST_ACTION = N_("work on the account plan")


def five_actions(book: Workbook) -> tuple[str, ...]:
    """Return the open actions of the five with their account, the next one first; working on the plan comes last."""
    dated = sorted(_named(book), key=lambda each: each[0] or date.max)
    plans = (_label(name_of(book.tiering, account_id), _(FIRST_ACTION)) for account_id in book.tiering.ids(Layer.TOP5))
    return tuple(dict.fromkeys([*(label for _due, label in dated), *plans]))


def _named(book: Workbook) -> Iterator[tuple[date | None, str]]:
    for account_id in book.tiering.ids(Layer.TOP5):
        for action in book.read(Objectives, account_id=account_id).values.actions:
            if action.what and is_open(action):
                yield action.due, _label(name_of(book.tiering, account_id), action.what)


def is_open(action: Action) -> bool:
    """Return whether an action is still to be done."""
    return action.status not in {Status.DONE, Status.DROPPED}


def _label(account: str, what: str) -> str:
    return f"{account}: {what}"
