"""The worked examples: an invented rep of an invented pump maker, run through the same functions as the rep's data.

The accounts and figures stand in ``data/example``; the texts of the plans are there in both languages.
"""

import tomllib
from functools import cache
from typing import Any, TypeVar

from markupsafe import Markup

from workbook.chapters.panels import Panel
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.tiering import Tiering, tier
from workbook.forms.twin import twin
from workbook.i18n import language
from workbook.plan.draft import Draft
from workbook.plan.section import Section
from workbook.portfolio import read_portfolio
from workbook.portfolio.options import ReadOptions
from workbook.portfolio.reading import Reading
from workbook.resources import resource

S = TypeVar("S", bound=Section)
CURRENCY = "EUR"


@cache
def setting(name: str) -> Any:
    """Return one setting of the example, such as its day (``today``)."""
    with resource("data", "example", "example.toml").open("rb") as source:
        return tomllib.load(source)[name]


@cache
def reading() -> Reading:
    """Return what was read from the invented rep's export."""
    options = ReadOptions(locale="en", yes=True)
    return read_portfolio(resource("data", "example", "accounts.csv"), options=options, today=setting("today"))


@cache
def tiering() -> Tiering:
    """Return the layers of the invented rep, with the prospect that was chosen."""
    decisions = Decisions(prospect=(setting("prospect"),))
    return tier(reading().require(), Rules(), decisions, today=setting("today"))


def texts(name: str) -> dict[str, Any]:
    """Return the texts of one worked example in the language in use."""
    return dict(_texts(language())[name])


@cache
def _texts(code: str) -> dict[str, Any]:
    with resource("data", "example", f"texts.{code}.toml").open("rb") as source:
        return tomllib.load(source)


def solved(section: type[S], name: str) -> Draft[S]:
    """Return a section as the invented rep has filled it in."""
    return Draft(section.model_validate(texts(name)))


def printed(draft: Draft[Any]) -> Panel:
    """Return a solved section, printed like the rep's own forms and not to be changed."""
    return Panel(Markup(twin(draft.section, draft, CURRENCY)))  # noqa: S704  twin escapes every text
