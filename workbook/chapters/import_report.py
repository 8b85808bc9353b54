"""What a reading says to the rep: rows, remarks, the first accounts, and what would change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd
from markupsafe import Markup

from workbook.book.importing import AccountsChange
from workbook.chapters.field_names import ACCOUNT_FIELDS, field_name
from workbook.chapters.gaps import names_in_words
from workbook.chapters.panels import Column, Panel, Words, amount_in_words, facts, note, paragraph, table, together
from workbook.errors import Problem, Severity
from workbook.i18n import N_, _, number
from workbook.portfolio import Portfolio, Reading, group_problems
from workbook.portfolio.model import amount
from workbook.portfolio.report import ProblemGroup
from workbook.terms import AccountStatus

SHOWN_PROBLEMS = 20
FIRST_ROWS = 5
SHOWN_YEARS = 3
_SAY_COLUMN = N_("Choose the right field beside the column below.")
_SAY_STYLE = N_("Correct the cells, or choose below how numbers are written.")
_GIVE_LINES = N_("Give your revenue as one column per year, or add the file with the invoices above.")
_SAY_SHEET = N_("Choose the right sheet below.")
# Where the general advice names an option of the command line, the form has a way of its own.
WAYS_OUT = {
    "field_missing": N_(
        "Choose the right field beside the column below; for accounts without numbers choose “Account number” beside "
        "the column with their names."
    ),
    "field_twice": _SAY_COLUMN,
    "header_similar": N_("If the column is meant, choose the field beside it below."),
    "mapping_asked": N_("Confirm it, or choose another field beside the column below."),
    "year_not_named": N_("If the column is meant, choose the field with its year beside it below."),
    "months_not_years": _GIVE_LINES,
    "annual_revenue_not_ours": _GIVE_LINES,
    "lifetime_total": _GIVE_LINES,
    "no_revenue": _GIVE_LINES,
    "accounts_and_lines_disagree": _SAY_COLUMN,
    "nothing_joined": _SAY_COLUMN,
    "lines_not_accounts": N_("Choose the same file as the file with the invoices too."),
    "sheet_missing": _SAY_SHEET,
    "sheet_asked": N_("Confirm it, or choose the right sheet below."),
    "hidden_sheets": N_("Nothing to do; if one of them is meant, choose it below."),
    "header_row_asked": N_("Confirm it, or delete the title rows and load the list again."),
    "totals_row": N_("Confirm it, or delete the row and load the list again."),
    "number_wrong_style": _SAY_STYLE,
    "number_style_asked": N_("Confirm it, or choose below how numbers are written."),
    "date_order_unclear": N_("If the day comes first, choose 1.234,50 as number style below; else export other dates."),
    "owner_column_missing": _SAY_COLUMN,
    "line_state_asked": N_(
        "Confirm it; if they are open, lost or cancelled, remove these lines and load the file again."
    ),
    "line_kind_asked": N_("Confirm it; if they are returns, write “return” in their place and load the file again."),
}
# What a question asks, as a sentence that can be confirmed.
CONFIRMATIONS = {
    "mapping_asked": N_("The column “{column}” is: {field}"),
    "number_style_asked": N_("“{value}” means {reading}"),
    "totals_row": N_("Row {row} is a total and is left out: {value}"),
    "header_row_asked": N_("Row {row} is the header of the list: {headers}"),
    "line_state_asked": N_("Lines with “{value}” in the column “{column}” are revenue ({count})"),
    "line_kind_asked": N_("“{value}” in the column “{column}” means an invoice (lines: {count})"),
    "sheet_asked": N_("The sheet “{sheet}” is the right one of: {sheets}"),
}
SEVERITIES = {Severity.ERROR: N_("To be corrected"), Severity.WARNING: N_("To know")}


def in_words(problem: Problem) -> str:
    """Return what a problem says, with fields named as the rep knows them."""
    field = problem.details.get("field")
    if not isinstance(field, str):
        return problem.message
    return replace(problem, details={**problem.details, "field": field_name(field)}).message


def to_confirm(problem: Problem) -> str:
    """Return the reading that a question asks about, as a sentence to say yes to."""
    message = CONFIRMATIONS.get(problem.code, problem.kind.message)
    return in_words(replace(problem, kind=replace(problem.kind, message=message)))


def way_out(problem: Problem) -> str:
    """Return what the rep can do about a problem here in the notebook."""
    return _(WAYS_OUT[problem.code]) if problem.code in WAYS_OUT else problem.what_to_do


def reading_panel(reading: Reading) -> Panel:
    """Return how many rows came in and were accepted, and how the file was understood."""
    rows = [
        (_("Rows read"), number(reading.rows_read)),
        (_("Rows accepted"), number(reading.rows_accepted)),
        (_("Rows rejected"), number(reading.rows_rejected)),
        (_("Currency"), reading.currency or "\N{EN DASH}"),
        (_("Fiscal years"), ", ".join(str(year.year) for year in reading.fiscal_years) or "\N{EN DASH}"),
    ]
    return facts(rows)


def problems_panel(problems: Sequence[Problem]) -> Panel:
    """Return errors and warnings by kind, the first 20 of them in words."""
    told = [problem for problem in problems if problem.severity is not Severity.QUESTION]
    groups = group_problems(told, limit=SHOWN_PROBLEMS)
    boxes = [_box(each, [group for group in groups if group.severity is each]) for each in SEVERITIES]
    return together(*(box for box in boxes if box)) if told else note(_("Nothing in the list needs a remark."), "good")


def _box(severity: Severity, groups: Sequence[ProblemGroup]) -> Panel | None:
    if not groups:
        return None
    heading = Markup("<strong>{}</strong>").format(_(SEVERITIES[severity]))
    body = Markup("").join(_group(group) for group in groups)
    mood = "warn" if severity is Severity.ERROR else "note"
    return Panel(Markup('<div class="wb-{}">{}<ul>{}</ul></div>').format(mood, heading, body))


def _group(group: ProblemGroup) -> Markup:
    said = [_sentence(problem) for problem in group.shown]
    more = group.count - len(group.shown)
    if more:
        said.append(_("{count} more of this kind").format(count=number(more)))
    *items, last = said
    advice = Markup('<li>{}<br><span class="wb-soft">{}</span></li>').format(last, way_out(group.shown[0]))
    return Markup("").join([*(Markup("<li>{}</li>").format(each) for each in items), advice])


def _sentence(problem: Problem) -> str:
    where = replace(problem, place=replace(problem.place, file=None)).where()
    return f"{where}: {in_words(problem)}" if where else in_words(problem)


def first_rows(portfolio: Portfolio) -> Panel:
    """Return the first accounts as they would be used."""
    years = [int(year) for year in portfolio.revenue.columns][-SHOWN_YEARS:]
    heads = [field_name(each, ACCOUNT_FIELDS) for each in ("name", "id", "status", "incumbent_competitor")]
    amounts = [*(field_name(f"revenue_{year}") for year in years), field_name("additional_potential")]
    columns = [*map(Column, heads), *(Column(each, amount=True) for each in amounts)]
    rows = [tuple(_cells(portfolio, each, years)) for each in portfolio.accounts.index[:FIRST_ROWS]]
    # What is known of none of them would only take the width the amounts need.
    kept = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    return table([columns[place] for place in kept], ([row[place] for place in kept] for row in rows))


def _cells(portfolio: Portfolio, account_id: str, years: Sequence[int]) -> Iterator[Words]:
    account = portfolio.accounts.loc[account_id]
    name, supplier = str(account["name"]), account["incumbent_competitor"]
    yield name
    yield "" if account_id == name else account_id
    yield field_value(account["status"])
    yield "" if pd.isna(supplier) else str(supplier)
    for year in years:
        yield amount_in_words(amount(portfolio.revenue.at[account_id, year]), portfolio.currency)
    yield amount_in_words(amount(account["additional_potential"]), portfolio.currency)


def field_value(status: object) -> str:
    """Return a status in words; without one the revenue decides."""
    return next((each.label for each in AccountStatus if each.value == str(status)), _("by revenue"))


def change_panel(change: AccountsChange, written: bool) -> Panel:
    """Return what the list would change, and what stays."""
    if change.same:
        return note(_("These accounts are in use already; using the list again changes nothing."), "good")
    said = [paragraph(text) for text in _changes(change)]
    if written:
        said.append(paragraph(_("Everything you have written about accounts and all plans stay as they are.")))
    return together(*said)


def _changes(change: AccountsChange) -> Iterator[str]:
    for names, text in (
        (change.added, _("New in the list ({count}): {names}.")),
        (change.missing, _("No longer in the list ({count}): {names}.")),
        (change.with_plan, _("Among them with a plan, which is kept ({count}): {names}.")),
    ):
        if names:
            yield text.format(count=number(len(names)), names=names_in_words(names))
    if not change.added and not change.missing:
        yield _("The accounts are the same; what the list says about them is brought up to date.")
