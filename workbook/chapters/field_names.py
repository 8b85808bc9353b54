"""The fields of a list in the rep's words, for choosing what a column means."""

from collections.abc import Iterable

from workbook.i18n import N_, _

ACCOUNT_FIELDS = {
    "id": N_("Account number"),
    "name": N_("Name of the account"),
    "group_parent": N_("Group it belongs to"),
    "status": N_("Status of the account"),
    "industry": N_("Industry"),
    "country": N_("Country"),
    "owner": N_("Sales rep in charge"),
    "incumbent_competitor": N_("Who supplies the account today"),
    "currency": N_("Currency"),
    "additional_potential": N_("Additional revenue potential per year"),
    "total_demand": N_("Total demand per year"),
    "potential_source": N_("Where the potential comes from"),
    "potential_confidence": N_("How sure the potential is"),
    "contract_end": N_("End of the competitor's contract"),
    "access": N_("Our way in"),
    "own_turnover": N_("The customer's own turnover"),
    "last_order": N_("Day of the last order"),
    "deleted": N_("Deleted or not"),
}
LINE_FIELDS = {
    "id": N_("Account number"),
    "name": N_("Name of the account"),
    "date": N_("Date"),
    "amount": N_("Amount"),
    "kind": N_("Kind of document (invoice, credit note)"),
    "state": N_("State (open, cancelled)"),
    "won": N_("Won or lost"),
    "currency": N_("Currency"),
    "deleted": N_("Deleted or not"),
}
MEASURES = {"revenue": N_("Revenue {year}"), "margin": N_("Margin {year}")}
YEARS_BACK = 4


def field_name(field: str, names: dict[str, str] = ACCOUNT_FIELDS) -> str:
    """Return a field in the language in use.

    >>> field_name("revenue_2025"), field_name("id"), field_name("revenue")
    ('Revenue 2025', 'Account number', 'Revenue per year')
    """
    measure, _underscore, year = field.rpartition("_")
    if measure in MEASURES and year.isdecimal():
        return _(MEASURES[measure]).format(year=year)
    if field in MEASURES:
        return _("Revenue per year") if field == "revenue" else _("Margin per year")
    return _(names[field]) if field in names else field


def account_fields(years: Iterable[int]) -> list[tuple[str, str]]:
    """Return (name, field) of everything a column of the accounts can be, with the fiscal years to choose from."""
    by_year = [f"{measure}_{year}" for measure in MEASURES for year in sorted(years)]
    first, *others = [each for each in ACCOUNT_FIELDS if each != "id"]
    return [(field_name(each), each) for each in ("id", first, *by_year, *others)]


def line_fields() -> list[tuple[str, str]]:
    """Return (name, field) of everything a column of the transactions can be."""
    return [(_(name), field) for field, name in LINE_FIELDS.items()]
