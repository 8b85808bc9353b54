"""What is remembered of an import: how its columns and values were read, what was confirmed, and what was said."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from workbook.errors import Problem, Severity

if TYPE_CHECKING:
    from workbook.portfolio.reading import Reading

REMARKS = 50
# What is remarked about the rows of one owner; other remarks on an export for several reps may show somebody else's.
OF_OWN_ROWS = frozenset({
    "negative_amount", "negative_in_brackets", "negative_sign_behind", "value_missing", "percent_value", "name_blank",
    "looks_like_share", "status_unknown", "date_in_future", "date_unlikely", "date_from_serial", "year_partial",
    "year_running", "year_future", "year_missing", "no_complete_year", "annual_revenue_not_ours",
})  # fmt: skip
NUMBER_STYLE = "number_style_asked"
# Sections that hold what a rep wrote about one account.
_PLANS = ("year_plan", "key_account")


@dataclass(frozen=True)
class Decision:
    """How a list with these headers was read: what the rep chose, and the questions that were confirmed, by key."""

    headers: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    locale: str | None = None
    sheet: str | None = None
    transactions_sheet: str | None = None
    preset: str | None = None
    owner: str | None = None
    confirmed: tuple[str, ...] = ()

    def fits(self, headers: Iterable[str]) -> bool:
        """Return whether a list has the headers this decision was made for."""
        return bool(self.headers) and set(self.headers) == set(headers)

    @classmethod
    def of(cls, source: Mapping[str, Any]) -> "Decision":
        """Return the decision of a stored import; an empty one if none was kept."""
        kept = source.get("decision") or {}
        return cls(
            headers=tuple(kept.get("headers", ())),
            mapping=dict(kept.get("mapping", {})),
            locale=kept.get("locale"),
            sheet=kept.get("sheet"),
            transactions_sheet=kept.get("transactions_sheet"),
            preset=kept.get("preset"),
            owner=kept.get("owner"),
            confirmed=tuple(kept.get("confirmed", ())),
        )


@dataclass(frozen=True, slots=True)
class Remark:
    """One kind of remark of an import: its code, how often it was made, and the first one in words."""

    code: str
    count: int
    text: str


@dataclass(frozen=True)
class AccountsChange:
    """What another list would change, by names: new, missing, and missing although a plan was written."""

    same: bool
    added: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    with_plan: tuple[str, ...] = ()


def import_source(reading: "Reading") -> dict[str, Any]:
    """Return what is stored beside the accounts of an accepted reading: files, rows, remarks, and the decision.

    Of an export for several reps only what concerns the rows of the owner is kept.
    """
    rows = {"read": reading.rows_read, "accepted": reading.rows_accepted, "rejected": reading.rows_rejected}
    problems = reading.problems
    if reading.options.owner is not None:
        own = 0 if reading.portfolio is None else len(reading.portfolio.accounts)
        rows = {"read": own, "accepted": own, "rejected": 0}
        problems = tuple(problem for problem in problems if problem.code in OF_OWN_ROWS)
    remarks = [asdict(remark) for remark in remarks_of(problems)]
    return {**reading.source, "rows": rows, "remarks": remarks, "decision": asdict(_decision(reading))}


def question_key(problem: Problem) -> str:
    """Return what makes a question the same in the next export: its code, its column, its value and its details."""
    details = [f"{name}={value}" for name, value in sorted(problem.details.items())]
    return " | ".join([problem.code, problem.place.column or "", problem.value or "", *details])


def remarks_of(problems: Iterable[Problem]) -> tuple[Remark, ...]:
    """Return the remarks by kind, in the order they were made, in the language in use."""
    found: dict[str, Remark] = {}
    for problem in problems:
        if problem.severity is Severity.WARNING:
            before = found.get(problem.code)
            text = before.text if before else problem.message
            found[problem.code] = Remark(problem.code, (before.count if before else 0) + 1, text)
    return tuple(found.values())[:REMARKS]


def compare(stored: dict[str, Any], new: dict[str, Any], written: Iterable[str]) -> AccountsChange:
    """Return what the accounts in document ``new`` change; ``written`` are the keys of the sections written so far.

    >>> def document(*ids):
    ...     return {"hash": str(ids), "portfolio": {"ids": list(ids), "accounts": {"name": [f"N{i}" for i in ids]}}}
    >>> compare(document("1", "2"), document("2", "3"), ["year_plan/1"])
    AccountsChange(same=False, added=('N3',), missing=('N1',), with_plan=('N1',))
    """
    before, after, keys = _names(stored), _names(new), tuple(written)
    missing = {each: name for each, name in before.items() if each not in after}
    return AccountsChange(
        same=stored["hash"] == new["hash"],
        added=tuple(name for each, name in after.items() if each not in before),
        missing=tuple(missing.values()),
        with_plan=tuple(name for each, name in missing.items() if _has_plan(each, keys)),
    )


def _names(document: dict[str, Any]) -> dict[str, str]:
    portfolio = document["portfolio"]
    return dict(zip(portfolio["ids"], portfolio["accounts"]["name"], strict=True))


def _has_plan(account_id: str, keys: tuple[str, ...]) -> bool:
    return any(f"{key}/".startswith(f"{place}/{account_id}/") for key in keys for place in _PLANS)


def _decision(reading: "Reading") -> Decision:
    options = reading.options
    asked = [problem for problem in reading.problems if problem.severity is Severity.QUESTION]
    style_asked = any(problem.code == NUMBER_STYLE for problem in asked)
    return Decision(
        headers=tuple(reading.columns),
        mapping=dict(options.mapping),
        locale=options.locale or (reading.locale if style_asked else None),
        sheet=options.sheet,
        transactions_sheet=options.transactions_sheet,
        preset=options.preset,
        owner=options.owner,
        confirmed=tuple(sorted({question_key(problem) for problem in asked})),
    )
