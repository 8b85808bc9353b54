"""The Focus Workbook: strategic account management with the 5-15-Rest formula.

Names are loaded when they are used, so that `import workbook` costs nothing.

>>> import workbook
>>> workbook.__all__
['Participant', 'Workbook', 'WorkbookError', 'create_workbook', 'open_workbook', 'read_portfolio', 'tier']
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.book import Participant, Workbook, create_workbook, open_workbook
    from workbook.errors import WorkbookError
    from workbook.focus.tiering import tier
    from workbook.portfolio import read_portfolio

__version__ = "0.1.0"
__all__ = ["Participant", "Workbook", "WorkbookError", "create_workbook", "open_workbook", "read_portfolio", "tier"]

_HOMES = {
    "Participant": "workbook.book",
    "Workbook": "workbook.book",
    "WorkbookError": "workbook.errors",
    "create_workbook": "workbook.book",
    "open_workbook": "workbook.book",
    "read_portfolio": "workbook.portfolio",
    "tier": "workbook.focus.tiering",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'workbook' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
