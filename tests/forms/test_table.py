"""A table of many accounts with a few fields each."""

from decimal import Decimal

from workbook.forms.editor import FormOptions
from workbook.forms.keeper import MemoryKeeper
from workbook.forms.table import Columns, Line, TableForm
from workbook.plan.account_facts import AccountFacts
from workbook.plan.draft import Draft

COLUMNS = Columns("Account", fields=("additional_potential", "potential_source"), facts=("Revenue 2025",))


def make_form() -> tuple[TableForm, list[MemoryKeeper]]:
    keepers = [MemoryKeeper(Draft(AccountFacts())), MemoryKeeper(Draft(AccountFacts(potential_source="visit")))]
    names = ["Nordholz", "<i>Süd</i>"]
    lines = [Line(name, keeper, ("1,000",)) for name, keeper in zip(names, keepers, strict=True)]
    return TableForm(lines, COLUMNS, FormOptions(delay=60)), keepers


def test_each_line_saves_its_own_section() -> None:
    """Typing in the first line leaves the second alone."""
    form, keepers = make_form()
    potential = form.view.children[1].children[1].children[2].children[0]
    potential.value = "50,000"
    form.flush()
    assert keepers[0].draft.values.additional_potential == Decimal(50_000)
    assert [each.revision for each in keepers] == [1, 0]


def test_every_input_says_line_and_column() -> None:
    """A label for screen readers, the same words as a tooltip."""
    form, _keepers = make_form()
    potential = form.view.children[1].children[1].children[2].children[0]
    assert potential.tooltip == potential.description == "Nordholz: Additional revenue potential per year (EUR)"


def test_the_twin_has_the_same_lines() -> None:
    """Answers as text, gaps as lines, names escaped."""
    html = make_form()[0].twin()
    assert '<th scope="row">&lt;i&gt;Süd&lt;/i&gt;</th><td>1,000</td>' in html
    assert '<td class="wb-answer">visit</td>' in html
    assert html.count("wb-blank") == 3


def test_a_table_without_lines_is_empty() -> None:
    """No accounts, no error."""
    form = TableForm([], COLUMNS)
    assert form.view.children
    assert "Account" in form.twin()
