"""The invented accounts of the demo cohort: who they are, what they buy and what else they could buy."""

import random
from dataclasses import dataclass, field
from decimal import Decimal

from tools.demo_companies import CONSUMER_NORTH, FOOD_DACH, PHARMA_CHEMICALS

SEED = 51520
YEARS = (2022, 2023, 2024, 2025)
CENT = Decimal("0.01")


@dataclass
class Company:
    """One invented account; amounts in euros, None = unknown or not applicable."""

    id: str
    name: str
    industry: str
    country: str
    mark: str = ""
    competitor: str = ""
    group: str = ""
    revenue: dict[int, Decimal] = field(default_factory=dict)
    potential: Decimal | None = None
    demand: Decimal | None = None
    margin: dict[int, Decimal] = field(default_factory=dict)

    @property
    def is_customer(self) -> bool:
        """Whether the company buys from us today."""
        return self.mark in ("", "L", "N")


@dataclass(frozen=True)
class Rep:
    """One participant: who it is and how the list of accounts is shaped."""

    name: str
    language: str
    ref: str
    slug: str
    companies: str
    id_pattern: str
    largest: int
    group: tuple[str, str] = ("", "")
    group_ranks: tuple[int, ...] = ()
    best_potential_rank: int = 1
    falling_rank: int | None = None


REPS = (
    Rep("Jonas Wittkamp", "de", "k7m2q9x4wd5t", "wittkamp", FOOD_DACH, "{:05d}", 920_000,
        ("Varnholt", "Varnholt-Gruppe"), (2, 3, 8, 15), best_potential_rank=7, falling_rank=6),
    Rep("Alison Thorpe", "en", "p3v8h6r2nc9z", "thorpe", CONSUMER_NORTH, "NW-{:04d}", 780_000,
        ("Calderbrook", "Calderbrook Group"), (3, 9, 21)),
    Rep("Mareike Dühring", "de", "t5b4y7s1jf8g", "duehring", PHARMA_CHEMICALS, "D{:05d}", 640_000,
        best_potential_rank=6),
)  # fmt: skip


def make_companies(rep: Rep) -> list[Company]:
    """Return the accounts of one rep, ordered by id, with revenue, potential and margin."""
    chance = random.Random(f"{SEED} {rep.slug}")  # noqa: S311  data for a demo, no secrets
    companies = [_parse(line, rep) for line in rep.companies.strip().splitlines()]
    for company, number in zip(companies, _numbers(chance, len(companies)), strict=True):
        company.id = rep.id_pattern.format(number)
    for rank, company in enumerate(_by_size(chance, rep, companies), start=1):
        _give_revenue(chance, rep, company, rank)
        _give_potential(chance, rep, company, rank)
        _give_margin(chance, company)
    return sorted(companies, key=lambda company: company.id)


def _parse(line: str, rep: Rep) -> Company:
    mark = line[0] if line[1] == " " else ""
    name, industry, country, competitor = ([part.strip() for part in line.removeprefix(mark).split("|")] + [""])[:4]
    stem, group = rep.group
    return Company(
        "", name, industry, country, mark, competitor.strip("?"), group if stem and name.startswith(stem) else ""
    )


def _numbers(chance: random.Random, count: int) -> list[int]:
    # Customer numbers with gaps, the way they grow over the years.
    return sorted(chance.sample(range(1010, 9990), count), key=lambda _: chance.random())


def _by_size(chance: random.Random, rep: Rep, companies: list[Company]) -> list[Company]:
    """Return customers from large to small with the group at its ranks; former customers and prospects come last."""
    single = sorted(
        (c for c in companies if c.is_customer and not c.group),
        key=lambda c: chance.random() / (8 if c.mark == "L" else 1),
    )
    for rank, company in zip(rep.group_ranks, (c for c in companies if c.group), strict=True):
        single.insert(rank - 1, company)
    # New customers are not among the largest.
    old, new = [c for c in single if c.mark != "N"], [c for c in single if c.mark == "N"]
    return old[:25] + new + old[25:] + [c for c in companies if not c.is_customer]


def _give_revenue(chance: random.Random, rep: Rep, company: Company, rank: int) -> None:
    if company.mark == "P":
        return
    place = rank if company.is_customer else 30
    size = rep.largest / place**0.9 * (chance.uniform(0.92, 1.08) if rank > 1 else 1.0463)
    growth = chance.gauss(1.035, 0.06)
    for years_back, year in enumerate(reversed(YEARS)):
        wave = chance.uniform(0.93, 1.07) if years_back else 1
        company.revenue[year] = to_cents(size / growth**years_back * wave)
    for year in _years_without(chance, company):
        company.revenue[year] = Decimal("0.00")
    if rank == rep.falling_rank:
        company.revenue |= {year: to_cents(float(company.revenue[year]) / 0.72) for year in YEARS[:-1]}


def _years_without(chance: random.Random, company: Company) -> tuple[int, ...]:
    if company.mark == "N":
        return YEARS[: chance.choice((1, 2))]
    return YEARS[chance.choice((1, 2)) :] if company.mark == "F" else ()


def _give_potential(chance: random.Random, rep: Rep, company: Company, rank: int) -> None:
    """Give an additional potential and a total demand, or leave both unknown."""
    revenue = float(company.revenue.get(2025, 0))
    known = chance.random() > (0.25 if company.mark == "P" else 0.16)
    amount = _potential_of(chance, rep, company)
    if rank == rep.best_potential_rank:
        company.potential = _thousands(rep.largest * 0.62)
    elif rank == rep.falling_rank:
        company.potential = Decimal(0)
    elif known:
        company.potential = _thousands(min(amount, rep.largest * 0.5))
    if company.potential is not None:
        beyond_reach = 1 + chance.uniform(0.0, 0.5)
        company.demand = _thousands((revenue + float(company.potential)) * beyond_reach)


def _potential_of(chance: random.Random, rep: Rep, company: Company) -> float:
    if company.is_customer:
        return float(company.revenue[2025]) * min(1.6, chance.lognormvariate(-0.9, 0.8))
    return rep.largest * chance.uniform(0.1, 0.45)


def _give_margin(chance: random.Random, company: Company) -> None:
    rate = chance.uniform(0.24, 0.43)
    for year, revenue in company.revenue.items():
        company.margin[year] = to_cents(float(revenue) * (rate + chance.uniform(-0.02, 0.02)))


def to_cents(amount: float) -> Decimal:
    """Return an amount in euros and whole cents."""
    return Decimal(amount).quantize(CENT)


def _thousands(amount: float) -> Decimal:
    step = 5_000 if amount >= 20_000 else 1_000
    return Decimal(step * max(1, round(amount / step)))
