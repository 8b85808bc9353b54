"""How well we and the competitors meet the customer's criteria, weighted as the customer weighs them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from workbook.plan.competition import Competition, Score
from workbook.plan.purchasing import PurchasingStrategy


@dataclass(frozen=True, slots=True)
class SupplierProfile:
    """One supplier: its points (0 to 10) per criterion in the customer's order, None where unknown.

    ``weighted`` is the sum of weight times points, 0 to 10; None unless every criterion has a weight and points.
    ``supplier`` is empty for us.
    """

    supplier: str
    points: tuple[int | None, ...]
    weighted: Decimal | None


def criteria_of(purchasing: PurchasingStrategy) -> tuple[str, ...]:
    """Return the names of the customer's criteria, in the customer's order."""
    return tuple(each.name for each in purchasing.criteria if each.name)


def profiles(purchasing: PurchasingStrategy, competition: Competition) -> tuple[SupplierProfile, ...]:
    """Return our profile first, then one per named competitor."""
    ours = _profile(purchasing, "", competition.our_scores)
    rivals = ((each.competitor, each.scores) for each in competition.competitors)
    return (ours, *(_profile(purchasing, name, scores) for name, scores in rivals if name))


def _profile(purchasing: PurchasingStrategy, supplier: str, scores: Iterable[Score]) -> SupplierProfile:
    known = {_key(each.criterion): each.score for each in scores if each.criterion}
    points = tuple(known.get(_key(name)) for name in criteria_of(purchasing))
    weights = [each.weight for each in purchasing.criteria if each.name]
    return SupplierProfile(supplier, points, _weighted(weights, points))


def _weighted(weights: list[Decimal | None], points: tuple[int | None, ...]) -> Decimal | None:
    products = [w * p / 100 for w, p in zip(weights, points, strict=True) if w is not None and p is not None]
    return sum(products, Decimal(0)) if products and len(products) == len(points) else None


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
