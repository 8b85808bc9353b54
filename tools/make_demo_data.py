"""Makes the invented demo cohort in ``data/demo``: ``python -m tools.make_demo_data``.

The seed is fixed, so running it again writes the same bytes. One seller of packaging machines, film and service has
three reps: two with German lists (one with revenue per year, one with invoice lines), one with an English Excel file.
A fourth rep has four exports, one for each quarter of a year, in ``data/year``.
"""

from collections.abc import Iterator
from pathlib import Path

from tools.demo_accounts import REPS, YEARS, Company, make_companies
from tools.demo_files import Row, german_money, write_delimited, write_excel
from tools.demo_invoices import make_lines
from tools.demo_year import TARGET as YEAR
from tools.demo_year import write_exports

TARGET = Path(__file__).parent.parent / "data" / "demo"
ACCOUNT_FILES = ("accounts/wittkamp.csv", "accounts/thorpe.xlsx", "accounts/duehring.csv")
TRANSACTION_FILES = ("", "", "accounts/duehring-rechnungen.csv")
COHORT = """\
# An invented seminar for an invented seller of packaging machines, film and service.
id = "demo-2026"
title = "5-15-Rest 2026"
trainer = "Ruth Steinbrecher"
date = "2026-11-02"
language = "de"
fiscal_year_start = 1
"""
GERMAN_STATUS = {"": "Kunde", "L": "Kunde", "N": "Kunde", "P": "Wettbewerbskunde", "F": "Ehemaliger Kunde"}
ENGLISH_STATUS = {"": "Customer", "L": "Customer", "N": "Customer", "P": "Prospect", "F": "Former customer"}


def make_cohort(target: Path) -> None:
    """Write the whole cohort folder."""
    (target / "accounts").mkdir(parents=True, exist_ok=True)
    _write_roster(target)
    wittkamp, thorpe, duehring = (make_companies(rep) for rep in REPS)
    _write_german_list(target, wittkamp)
    _write_english_list(target, thorpe)
    _write_invoices(target, duehring)


def _write_roster(target: Path) -> None:
    (target / "cohort.toml").write_text(COHORT, encoding="utf-8")
    rows: list[Row] = [("name", "language", "accounts", "transactions", "owner", "ref")]
    for rep, file, lines in zip(REPS, ACCOUNT_FILES, TRANSACTION_FILES, strict=True):
        rows.append((rep.name, rep.language, file, lines, "", rep.ref))
    write_delimited(target / "roster.csv", rows)


def _write_german_list(target: Path, companies: list[Company]) -> None:
    """Semicolons, German amounts, one revenue column per year."""
    header = ["Kundennummer", "Kunde", "Konzern", "Branche", "Land", "Status", *(f"Umsatz {year}" for year in YEARS),
              "Zusätzliches Potenzial", "Aktueller Lieferant", "Betreuer", "Währung"]  # fmt: skip
    rows: list[Row] = [header]
    for c in companies:
        revenue = (german_money(c.revenue.get(year)) for year in YEARS)
        rows.append((c.id, c.name, c.group, c.industry, c.country, GERMAN_STATUS[c.mark], *revenue,
                     german_money(c.potential), c.competitor, REPS[0].name, "EUR"))  # fmt: skip
    write_delimited(target / ACCOUNT_FILES[0], rows, delimiter=";", encoding="utf-8-sig")


def _write_english_list(target: Path, companies: list[Company]) -> None:
    """An Excel file with numbers, revenue and margin per year."""
    rows: list[Row] = [("Account ID", "Account Name", "Parent Account", "Industry", "Country", "Account Status",
                        *(f"Revenue {year}" for year in YEARS), *(f"Margin {year}" for year in YEARS),
                        "Additional Potential", "Total Demand", "Incumbent Competitor", "Account Owner",
                        "Currency")]  # fmt: skip
    for c in companies:
        years = [c.revenue.get(year) for year in YEARS] + [c.margin.get(year) for year in YEARS]
        rows.append((c.id, c.name, c.group, c.industry, c.country, ENGLISH_STATUS[c.mark], *years,
                     c.potential, c.demand, c.competitor, REPS[1].name, "EUR"))  # fmt: skip
    write_excel(target / ACCOUNT_FILES[1], "Accounts", rows)


def _write_invoices(target: Path, companies: list[Company]) -> None:
    """A list without revenue, and the invoice lines that revenue is summed from."""
    rows: list[Row] = [("Kundennummer", "Firma", "Branche", "Land", "Status", "Gesamtbedarf",
                        "Zusätzliches Potenzial", "Wettbewerber", "Kundenbetreuer")]  # fmt: skip
    rows.extend(
        (c.id, c.name, c.industry, c.country, GERMAN_STATUS[c.mark], german_money(c.demand),
         german_money(c.potential), c.competitor, REPS[2].name)
        for c in companies
    )  # fmt: skip
    write_delimited(target / ACCOUNT_FILES[2], rows, delimiter=";")
    write_delimited(target / TRANSACTION_FILES[2], _invoice_rows(companies), delimiter=";")


def _invoice_rows(companies: list[Company]) -> Iterator[Row]:
    yield "Belegnummer", "Belegart", "Rechnungsdatum", "Kundennummer", "Warengruppe", "Nettobetrag", "Währung"
    for number, (day, account, goods, amount) in enumerate(make_lines(companies), start=1):
        kind = "Rechnung" if amount > 0 else "Gutschrift"
        yield f"{day:%y}{number:06d}", kind, f"{day:%d.%m.%Y}", account, goods, german_money(amount), "EUR"


if __name__ == "__main__":
    make_cohort(TARGET)
    write_exports(YEAR)
