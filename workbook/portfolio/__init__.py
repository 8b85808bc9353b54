"""CRM exports become a checked, typed portfolio.

The names below are loaded when they are first used, so that importing this package stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbook.portfolio.accounts import read_pasted, read_portfolio
    from workbook.portfolio.apart import read_apart
    from workbook.portfolio.document import content_hash, portfolio_from_document, portfolio_to_document
    from workbook.portfolio.facts import facts_differences, with_facts
    from workbook.portfolio.model import Portfolio
    from workbook.portfolio.options import ReadOptions
    from workbook.portfolio.reading import Reading
    from workbook.portfolio.report import group_problems, write_problem_report

_HOMES = {
    "Portfolio": "model",
    "ReadOptions": "options",
    "Reading": "reading",
    "content_hash": "document",
    "facts_differences": "facts",
    "group_problems": "report",
    "portfolio_from_document": "document",
    "portfolio_to_document": "document",
    "read_apart": "apart",
    "read_pasted": "accounts",
    "read_portfolio": "accounts",
    "with_facts": "facts",
    "write_problem_report": "report",
}

__all__ = [
    "Portfolio",
    "ReadOptions",
    "Reading",
    "content_hash",
    "facts_differences",
    "group_problems",
    "portfolio_from_document",
    "portfolio_to_document",
    "read_apart",
    "read_pasted",
    "read_portfolio",
    "with_facts",
    "write_problem_report",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
