"""What the decision sheet (Entscheidungsblatt) says: the five with their reasons, and what is not sure."""

from dataclasses import dataclass

import pandas as pd

from workbook.focus.explain import Explanation, explain
from workbook.focus.notices import Notice
from workbook.focus.stability import contested_places
from workbook.focus.tiering import Tiering
from workbook.terms import Layer, Slot


@dataclass(frozen=True)
class DecisionSheet:
    """One page to decide on and to sign.

    ``five``: the accounts of the top layer by rank, with reasons and what would move each. ``vacancies``: its empty
    places. ``contested``: see `contested_places`. ``provisional``: rows of the table for accounts that could be in
    another layer once their potential is known, in the top layer and the 15. ``tasks``: notices that ask for something.
    """

    five: tuple[Explanation, ...]
    vacancies: tuple[Slot, ...]
    contested: pd.DataFrame
    provisional: pd.DataFrame
    tasks: tuple[Notice, ...]


def make_decision_sheet(tiering: Tiering) -> DecisionSheet:
    """Return the content of the decision sheet of a tiering."""
    table = tiering.table
    unsure = table["provisional"] & (table["layer_if_low"] != table["layer_if_high"])
    return DecisionSheet(
        five=tuple(explain(tiering, account) for account in tiering.ids(Layer.TOP5)),
        vacancies=tiering.vacancies,
        contested=contested_places(tiering),
        provisional=table[unsure & (table["layer"] != Layer.REST)],
        tasks=tuple(notice for notice in tiering.notices if notice.task),
    )
