"""The invented invoice lines of one demo rep: invoices and credit notes, up to the end of October 2026."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from tools.demo_accounts import SEED, YEARS, Company, to_cents

RUNNING_YEAR = 2026
RUNNING_SHARE = 10 / 12
GOODS = ("Folie", "Folie", "Folie", "Ersatzteile", "Ersatzteile", "Service", "Formatteile", "Maschine")
CREDIT_SHARE = 0.03

Line = tuple[date, str, str, Decimal]


def make_lines(companies: list[Company]) -> list[Line]:
    """Return (day, account id, goods, net amount in euros) ordered by day; credit notes are negative."""
    chance = random.Random(f"{SEED} invoices")  # noqa: S311  data for a demo, no secrets
    return sorted(line for company in companies for line in _lines_of(chance, company))


def _lines_of(chance: random.Random, company: Company) -> Iterator[Line]:
    for year in YEARS:
        yield from _lines_of_year(chance, company.id, year, company.revenue.get(year, Decimal(0)))
    if company.is_customer:
        growth = chance.gauss(1.03, 0.06)
        running = to_cents(float(company.revenue[YEARS[-1]]) * growth * RUNNING_SHARE)
        yield from _lines_of_year(chance, company.id, RUNNING_YEAR, running)


def _lines_of_year(chance: random.Random, account: str, year: int, revenue: Decimal) -> Iterator[Line]:
    if not revenue:
        return
    weights = [_weight(chance) for _ in range(min(40, 6 + int(revenue // 7_500)))]
    left = revenue
    for number, weight in enumerate(weights, start=1):
        # The last line takes the rounding, so the year sums to the cent.
        amount = left if number == len(weights) else to_cents(float(revenue) * weight / sum(weights))
        left -= amount
        yield _day(chance, year), account, chance.choice(GOODS), amount


def _weight(chance: random.Random) -> float:
    sign = -0.4 if chance.random() < CREDIT_SHARE else 1.0
    return sign * chance.lognormvariate(0, 0.8)


def _day(chance: random.Random, year: int) -> date:
    days = 303 if year == RUNNING_YEAR else 365
    day = date(year, 1, 1) + timedelta(days=int(chance.random() * days))
    # Nobody invoices on a weekend.
    return day - timedelta(days=max(0, day.weekday() - 4)) if day.day > 2 else day + timedelta(days=-day.weekday() % 7)
