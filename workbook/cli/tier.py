"""``workbook tier``: the layers of one export, and why each account is where it is."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.options import Share, option, read_options, reading_options, today, workbook_command
from workbook.i18n import N_

if TYPE_CHECKING:
    from workbook.focus.tiering import Tiering
    from workbook.portfolio import Portfolio


@workbook_command("tier", N_("Show the layers 5-15-Rest of an export, and why each account is where it is."))
@reading_options
@option("--year", type=int, metavar="YEAR", help=N_("The reference year; usually the last complete fiscal year."))
@option(
    "--weight", type=Share(), default=0.5, show_default=True, help=N_("The weight of revenue in the score, 0 to 1.")
)
@option(
    "--potential-basis",
    type=click.Choice(["additional", "total"]),
    default="additional",
    show_default=True,
    help=N_("Which potential counts."),
)
@option("--prospect", metavar="ID", help=N_("The prospect you choose."))
@option("--roll-up", multiple=True, metavar="GROUP", help=N_("A group that buys centrally and counts as one account."))
def command(file: Path, transactions: Path | None, as_json: bool, **chosen: Any) -> int:
    """Print the layers; exit 2 when the file has an error or an open question."""
    from workbook.cli.layers import tiering_in_words
    from workbook.portfolio import read_apart

    options = read_options(file, chosen)
    portfolio = read_apart(file, transactions, options=options, today=today()).require()
    tiering = _tier(portfolio, {**chosen, "fiscal_year_start": options.fiscal_year_start})
    click.echo(json.dumps(tiering.as_dict(), ensure_ascii=False) if as_json else tiering_in_words(tiering))
    return 0


def _tier(portfolio: "Portfolio", chosen: dict[str, Any]) -> "Tiering":
    from workbook.focus.decide import with_groups, with_prospect
    from workbook.focus.decisions import Decisions, Rules
    from workbook.focus.tiering import tier

    rules = Rules(
        weight=chosen["weight"],
        potential_basis=chosen["potential_basis"],
        year=chosen["year"],
        fiscal_year_start=chosen["fiscal_year_start"],
    )
    # Each choice is made as in the workbook, so that one that breaks a rule is refused in the same words.
    tiering = tier(portfolio, rules, with_groups(portfolio, Decisions(), chosen["roll_up"]), today=today())
    if not chosen["prospect"]:
        return tiering
    return tier(portfolio, rules, with_prospect(tiering, chosen["prospect"]), today=today())
