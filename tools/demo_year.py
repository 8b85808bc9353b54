"""The exports of one invented rep over four quarters, for ``workbook demo --quarters``: written by `make_demo_data`.

Each export is the last one, a few months later: what happens in between stands in `HAPPENINGS`.
"""

import random
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from tools.demo_accounts import SEED, to_cents
from tools.demo_companies import WOOD_AND_STONE
from tools.demo_files import Row, german_money, write_delimited

TARGET = Path(__file__).parent.parent / "data" / "year"
FIRST_YEAR = 2022
# Quarter: the running fiscal year, and how much of it is over.
QUARTERS = {"2025Q4": (2025, 0.86), "2026Q1": (2026, 0.03), "2026Q2": (2026, 0.28), "2026Q3": (2026, 0.54)}
# Of the plan of the whole year, what an account bought by then lies so many per cent around it.
SPREAD = 0.08
LARGEST = 690_000
STATUS = {"": "Kunde", "P": "Wettbewerbskunde", "F": "Ehemaliger Kunde"}


@dataclass
class Account:
    """One invented account with its whole revenue of each fiscal year in euros; None = unknown."""

    id: str
    name: str
    industry: str
    mark: str
    competitor: str
    potential: Decimal | None = None
    years: dict[int, Decimal] = field(default_factory=dict)


def make_accounts() -> list[Account]:
    """Return the accounts in the order of their size, with the revenue of 2022 to 2026 as it will be."""
    chance = random.Random(f"{SEED} year")  # noqa: S311  data for a demo, no secrets
    lines = WOOD_AND_STONE.strip().splitlines()
    accounts = [_parse(line, 30_101 + 17 * place) for place, line in enumerate(lines)]
    for rank, account in enumerate(accounts, start=1):
        _give_amounts(chance, account, rank)
    return accounts


def _parse(line: str, number: int) -> Account:
    mark = line[0] if line[1] == " " else ""
    name, industry, competitor = ([part.strip() for part in line.removeprefix(mark).split("|")] + [""])[:3]
    return Account(str(number), name, industry, mark, competitor)


def _give_amounts(chance: random.Random, account: Account, rank: int) -> None:
    size, growth = LARGEST / rank**0.85 * chance.uniform(0.94, 1.06), chance.gauss(1.04, 0.05)
    for year in range(FIRST_YEAR, 2027):
        account.years[year] = to_cents(size * growth ** (year - 2024) * chance.uniform(0.96, 1.04))
    share = chance.choice((0.1, 0.2, 0.25, 0.3, 0.4, 0.6))
    if account.mark == "P":
        account.years = {}
        account.potential = Decimal(chance.choice((80, 95, 110, 130)) * 1000)
    elif account.mark == "F":
        account.years = {2022: account.years[2022], 2023: account.years[2023]}
    elif chance.random() > 0.15:
        account.potential = Decimal(max(5, round(size * share / 5000) * 5) * 1000)


def exports() -> dict[str, list[Account]]:
    """Return the accounts each export names, by quarter."""
    accounts, found = make_accounts(), {}
    for quarter in QUARTERS:
        accounts = _happened(deepcopy(accounts), quarter)
        found[quarter] = accounts
    return found


def _happened(accounts: list[Account], quarter: str) -> list[Account]:
    named = {account.name: account for account in accounts}
    for name, change in HAPPENINGS.get(quarter, {}).items():
        if name in named and change.get("gone"):
            accounts.remove(named[name])
        elif name in named:
            vars(named[name]).update({key: value for key, value in change.items() if key != "years"})
            named[name].years.update(change.get("years", {}))
        else:
            accounts.append(Account(name=name, **change))
    return accounts


# What happens before an export is made, by the name of the account until then.
HAPPENINGS: dict[str, dict[str, dict[str, Any]]] = {
    "2025Q4": {
        "Möbelwerke Ahrensloh GmbH & Co. KG": {"potential": Decimal(60_000)},
        "Fliesenwerk Terravent GmbH": {"potential": Decimal(210_000)},
    },
    # A year is complete: Fensterbau and Hammersbeck have grown, Weißbrunn and Flordorf have lost.
    "2026Q1": {
        "Fensterbau Lichtenmoor KG": {"potential": Decimal(60_000), "years": {2025: Decimal("214380.50")}},
        "Werkzeugfabrik Hammersbeck GmbH": {"years": {2025: Decimal("187240.00")}},
        "Sanitärkeramik Weißbrunn GmbH": {"years": {2025: Decimal("92118.40")}},
        "Teppichboden Flordorf GmbH": {"years": {2025: Decimal("31077.90")}},
        "Leuchten Dämmerlicht GmbH": {"name": "Dämmerlicht Leuchten SE"},
        "Saunabau Aufguss GmbH": {
            "id": "30985", "industry": "Bauelemente", "mark": "", "competitor": "", "potential": Decimal(25_000),
            "years": {2025: Decimal("18360.00"), 2026: Decimal("41200.00")},
        },
    },
    # The prospect is won; an account is sold and leaves the CRM.
    "2026Q2": {
        "Naturstein Felsenau AG": {"mark": "", "competitor": "", "years": {2026: Decimal("148500.00")}},
        "Büromöbel Sitzmann GmbH": {"gone": True},
    },
    # One account has a new number, and one a larger potential.
    "2026Q3": {
        "Trockenmörtel Sandkuhl GmbH": {"potential": Decimal(250_000)},
        "Terrassenholz Dielenau KG": {"id": "40012"},
    },
}  # fmt: skip


def write_exports(target: Path) -> None:
    """Write the four exports as a German CRM writes them."""
    chance = random.Random(f"{SEED} until then")  # noqa: S311  data for a demo, no secrets
    for quarter, accounts in exports().items():
        running, over = QUARTERS[quarter]
        years = range(FIRST_YEAR, running + 1)
        header = ["Kundennummer", "Kunde", "Branche", "Status", *(f"Umsatz {year}" for year in years),
                  "Zusätzliches Potenzial", "Aktueller Lieferant", "Währung"]  # fmt: skip
        rows: list[Row] = [header]
        for each in sorted(accounts, key=lambda account: account.id):
            known = {**each.years, running: _so_far(chance, each.years.get(running), over)}
            revenue = (german_money(known.get(year)) for year in years)
            rows.append((each.id, each.name, each.industry, STATUS[each.mark], *revenue,
                         german_money(each.potential), each.competitor, "EUR"))  # fmt: skip
        write_delimited(target / f"accounts-{quarter}.csv", rows, delimiter=";", encoding="utf-8-sig")


def _so_far(chance: random.Random, whole: Decimal | None, over: float) -> Decimal | None:
    part = over * chance.uniform(1 - SPREAD, 1 + SPREAD)
    return None if whole is None else to_cents(float(whole) * part)
