"""Rules R1 to R11 once more, as plainly as they are written and with exact fractions; the fast code must agree.

Nothing here comes from `workbook.focus`. Accounts are rows as in `tests.focus.portfolios`; unknown amounts are None.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

Rows = Mapping[str, Mapping[str, Any]]
LOWEST = float("-inf")


def expected_layers(rows: Rows, weight: str) -> tuple[dict[str, str], int]:
    """Return the layer of each account when nothing is decided, and how many places of the top layer stay empty."""
    customers = sorted((key for key in rows if status(rows[key]) == "customer"), key=lambda key: tie(rows, key))
    prospects = sorted((key for key in rows if status(rows[key]) == "prospect"), key=lambda key: tie(rows, key))
    holders = [_largest(rows, customers, "y2025"), *(_largest(rows, who, POTENTIAL) for who in (customers, prospects))]
    top = {holder for holder in holders if holder is not None}
    score = scores(rows, customers, Fraction(weight))
    order = sorted((key for key in customers if key not in top), key=lambda key: -score[key])
    free = 5 - len(top) - holders.count(None)
    layers = dict.fromkeys(rows, "rest") | dict.fromkeys(order[: free + 15], "next15")
    return layers | dict.fromkeys([*order[:free], *top], "top5"), holders.count(None) + max(free - len(order), 0)


POTENTIAL = "additional_potential"


def status(row: Mapping[str, Any]) -> str:
    """Rule R1: the status column, else by revenue."""
    if row.get("status"):
        return str(row["status"])
    if (row.get("y2025") or 0) > 0:
        return "customer"
    return "former" if row.get("y2025") or row.get("y2024") else "prospect"


def tie(rows: Rows, key: str) -> tuple[Any, ...]:
    """Rule R9: higher revenue, higher potential, higher growth, id; unknown is lower than anything known."""
    row = rows[key]
    now, before = row.get("y2025"), row.get("y2024")
    growth = None if now is None or before is None else now - before
    return (*(-(LOWEST if amount is None else amount) for amount in (now, row.get(POTENTIAL), growth)), key)


def _largest(rows: Rows, keys: list[str], column: str) -> str | None:
    """Rules R2, R3, R4 and R14: the highest amount above zero, the first by the tie rule among equals."""
    above_zero = [key for key in keys if (rows[key].get(column) or 0) > 0]
    return max(above_zero, key=lambda key: rows[key][column], default=None)


def scores(rows: Rows, customers: list[str], weight: Fraction) -> dict[str, Fraction]:
    """Rule R6: the weighted mean of both ranks; unknown potential is 1/2; none known at all: the revenue rank."""
    known = [key for key in customers if rows[key].get(POTENTIAL) is not None]
    revenue = ranks(customers, lambda key: LOWEST if rows[key].get("y2025") is None else rows[key]["y2025"])
    potential = ranks(known, lambda key: rows[key][POTENTIAL])
    if not known:
        return revenue
    half = Fraction(1, 2)
    return {key: weight * revenue[key] + (1 - weight) * potential.get(key, half) for key in customers}


def ranks(keys: list[str], amount: Callable[[str], float]) -> dict[str, Fraction]:
    """Percentile ranks: 1 = best, equal amounts share the average of their places."""
    amounts = [amount(key) for key in keys]
    places = {each: 2 * sum(other < each for other in amounts) + amounts.count(each) + 1 for each in set(amounts)}
    return {key: Fraction(places[amount(key)], 2 * len(keys)) for key in keys}
