"""Pictures of the whole portfolio, each with one sentence that reads it for the rep's own accounts."""

import pandas as pd

from workbook.charts.matrix import describe_matrix, draw_matrix
from workbook.charts.pareto import describe_pareto, draw_pareto
from workbook.charts.picture import Picture, show
from workbook.charts.potential import describe_potential, draw_potential
from workbook.charts.words import cents_in_words
from workbook.focus.concentration import measure_concentration
from workbook.focus.summary import portfolio_matrix
from workbook.focus.tiering import Tiering
from workbook.i18n import _, ngettext, number, percent
from workbook.terms import AccountStatus, Layer, SupplierPreferencing


def concentration_picture(tiering: Tiering) -> Picture:
    """Return the Pareto curve, read: what the five and the twenty largest bring."""
    return show(draw_pareto(tiering), describe_pareto(tiering), _concentration_read(tiering))


def _concentration_read(tiering: Tiering) -> str:
    facts = measure_concentration(tiering.portfolio, tiering.reference_year)
    if facts.largest_5 is None or facts.largest_20 is None:
        return ""
    sentence = _("Your five largest customers bring {five} of the revenue {year}, your twenty largest {twenty}.")
    return sentence.format(five=percent(facts.largest_5, 0), twenty=percent(facts.largest_20, 0), year=facts.year)


def potential_picture(tiering: Tiering) -> Picture:
    """Return revenue against potential, read: where most of what is left to win lies."""
    return show(draw_potential(tiering), describe_potential(tiering), _potential_read(tiering))


def _potential_read(tiering: Tiering) -> str:
    customers = tiering.table[tiering.table["status"] == AccountStatus.CUSTOMER]
    known = customers.dropna(subset=["additional_potential"])
    total = int(known["additional_potential"].sum())
    if total <= 0:
        return _("No potential is known yet, so the picture shows revenue alone.")
    highest = known["name"].iloc[int(known["additional_potential"].astype("int64").argmax())]
    top = int(known.loc[known["layer"] == Layer.TOP5, "additional_potential"].sum())
    sentence = _(
        "Of the known additional potential with customers ({total}), {share} lies in the Top 5; the highest single"
        " one is {name}."
    )
    total_in_words = cents_in_words(total, tiering.currency)
    return sentence.format(total=total_in_words, share=percent(top / total, 0), name=highest)


def matrix_picture(tiering: Tiering) -> Picture:
    """Return the customer portfolio matrix, read: who is small today with much to win."""
    return show(draw_matrix(tiering), describe_matrix(tiering), _matrix_read(portfolio_matrix(tiering)))


def _matrix_read(matrix: pd.DataFrame) -> str:
    growing = matrix[matrix["field"] == SupplierPreferencing.DEVELOPMENT]
    in_rest = int((growing["layer"] == Layer.REST).sum())
    sentence = ngettext(
        "{count} customer is small today with much to win; {rest} of them in the rest.",
        "{count} customers are small today with much to win; {rest} of them in the rest.",
        len(growing),
    )
    return sentence.format(count=number(len(growing)), rest=number(in_rest))
