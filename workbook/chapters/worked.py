"""Worked examples look the same in all workbooks: where forms are only printed, each is drawn once per language."""

import os
from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from workbook.charts.picture import FOR_PAPER
from workbook.i18n import language
from workbook.medium import is_static

Make = Callable[[Any], Any]


class Drawn:
    """An example as a notebook keeps it."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        self._bundle = bundle

    def _repr_html_(self) -> str:
        return str(self._bundle["text/html"])

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return dict(self._bundle)


def worked(make: Make) -> Make:
    """Return ``make``, which shows a worked example and takes no notice of the book, so that it draws only once.

    A server that workers are forked from calls its ``rehearse`` to have it drawn before the first of them.
    """

    @cache
    def drawn(_language: str, _for_paper: bool) -> Drawn:
        return Drawn(make(None)._repr_mimebundle_())

    def rehearse() -> None:
        drawn(language(), bool(os.environ.get(FOR_PAPER)))

    @wraps(make)
    def shown(book: Any) -> Any:
        return drawn(language(), bool(os.environ.get(FOR_PAPER))) if is_static() else make(book)

    shown.rehearse = rehearse  # type: ignore[attr-defined]
    return shown
