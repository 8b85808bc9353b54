"""Chapter 1: what the pyramid rests on, what is missing, potentials of the largest customers, three prospects."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing, example
from workbook.chapters.following import Follower
from workbook.chapters.gaps import find_gaps, gaps_table
from workbook.chapters.importing import load_accounts
from workbook.chapters.last_import import completeness, quality
from workbook.chapters.layers import money_of, name_of
from workbook.chapters.loading import accounts_facts, reading_facts, years_table
from workbook.chapters.new_prospects import NEW_PROSPECTS, new_prospects
from workbook.chapters.opening import following, of_layers, open_chapter, renewed, table_form
from workbook.chapters.own_accounts import own_accounts
from workbook.chapters.panels import Column, Panel, note, paragraph, strong, table, together
from workbook.chapters.pieces import Folded, Stack
from workbook.chapters.selfcheck import Line, Mark, closing_lines, line, self_check
from workbook.focus.formula import SHOWN_CANDIDATES
from workbook.focus.tiering import Tiering
from workbook.forms.places import place_named
from workbook.forms.table import Columns, TableForm
from workbook.forms.table import Line as TableLine
from workbook.i18n import _, money, number
from workbook.plan.account_facts import AccountFacts
from workbook.terms import AccountStatus

CHAPTER = "accounts"
LARGEST = 20
# More lines at once would make the page slow and the rep tired.
AT_ONCE = 10
ON_PAPER = 9
POTENTIALS, PROSPECTS = place_named("potentials"), place_named("prospects")
POTENTIAL_FIELDS = ("additional_potential", "potential_source", "potential_confidence")
PROSPECT_FIELDS = ("incumbent_competitor", "additional_potential", "contract_end", "access")

__all__ = [
    "add_prospects", "check", "edit_potentials", "load_accounts", "open_chapter", "own_accounts", "reflect",
    "show_accounts", "show_completeness", "show_example", "show_example_potential", "show_missing", "show_quality",
    "show_time", "show_years", "transfer",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_example(_book: Workbook) -> Panel:
    """Return what was read from the invented rep's export, and which years are used."""
    tiering = example.tiering()
    return together(
        reading_facts(example.reading(), tiering),
        years_table(tiering.portfolio, tiering.reference_year),
        gaps_table(find_gaps(tiering)),
    )


def show_example_potential(_book: Workbook) -> Panel:
    """Return one potential, worked out step by step: total demand less own share less what is out of reach."""
    demand, own, lost = (Decimal(example.setting(name)) for name in ("total_demand", "own_share", "out_of_reach"))
    texts = example.texts("potential")
    rows = [
        (_("Total demand: everything the customer spends a year on what we sell"), _euros(demand)),
        (_("less what it already buys from us"), _euros(own)),
        (_("less what cannot be won: {what}").format(what=texts["out_of_reach"]), _euros(lost)),
        (strong(_("Additional potential")), strong(_euros(demand - own - lost))),
    ]
    columns = (Column(name_of(example.tiering(), example.setting("potential_account"))), Column("", amount=True))
    source = paragraph(_("Where the figure comes from: {source}").format(source=texts["source"]))
    return together(table(columns, rows), source)


def _euros(amount: Decimal) -> str:
    return money(amount, example.CURRENCY)


def show_accounts(book: Workbook) -> Follower:
    """Return how many accounts the list has, by status."""
    return of_layers(book, accounts_facts)


def show_quality(book: Workbook) -> Follower:
    """Return where the list comes from, its rows in and out, and the remarks of its import."""
    return of_layers(book, lambda _tiering: quality(book))


def show_completeness(book: Workbook) -> Follower:
    """Return for how many accounts each field is known, as a picture."""
    return of_layers(book, lambda tiering: completeness(tiering))


def show_years(book: Workbook) -> Panel:
    """Return the fiscal years of the rep's data (Rule R1)."""
    return years_table(book.portfolio, book.tiering.reference_year)


def show_missing(book: Workbook) -> Follower:
    """Return what is missing in the rep's list and what it costs."""
    return of_layers(book, lambda tiering: gaps_table(find_gaps(tiering)))


def edit_potentials(book: Workbook) -> Follower:
    """Return the form for the potentials of the 20 largest customers by revenue."""
    return renewed(
        book, lambda: _potentials(book), watch=lambda: tuple(largest_customers(book.tiering)), place=POTENTIALS
    )


def _potentials(book: Workbook) -> Stack:
    ids = largest_customers(book.tiering)
    places = range(AT_ONCE, len(ids), AT_ONCE)
    return Stack(_potentials_of(book, ids[:AT_ONCE]), *(_potentials_from(book, ids, place) for place in places))


def _potentials_from(book: Workbook, account_ids: Sequence[str], place: int) -> Folded:
    group = account_ids[place : place + AT_ONCE]
    title = _("Customers {first} to {last}").format(first=number(place + 1), last=number(place + len(group)))
    return Folded(title, lambda: _potentials_of(book, group))


def _potentials_of(book: Workbook, account_ids: Sequence[str]) -> TableForm:
    year = _("Revenue {year}").format(year=book.tiering.reference_year)
    lines = [_line(book, account_id, ("revenue", "additional_potential")) for account_id in account_ids]
    return table_form(book, lines, Columns(_("Account"), POTENTIAL_FIELDS, (year, _("Potential today"))))


def largest_customers(tiering: Tiering) -> list[str]:
    """Return the ids of the 20 largest customers of the reference year."""
    customers = tiering.table[tiering.table["status"] == AccountStatus.CUSTOMER]
    return list(customers.sort_values("revenue", ascending=False, kind="stable").index[:LARGEST])


def _line(book: Workbook, account_id: str, columns: Sequence[str]) -> TableLine:
    amounts = tuple(money_of(book.tiering, account_id, column) for column in columns)
    return TableLine(name_of(book.tiering, account_id), book.keeper(AccountFacts, account_id=account_id), amounts)


def add_prospects(book: Workbook) -> Follower:
    """Return the prospects of the list to complete, and three more to add."""
    return renewed(
        book, lambda: _prospects(book), watch=lambda: tuple(sorted(listed_prospects(book.tiering))), place=PROSPECTS
    )


def listed_prospects(tiering: Tiering) -> list[str]:
    """Return the ids of the prospects that stand in the rep's export."""
    return [each for each in prospects(tiering) if each not in NEW_PROSPECTS]


def _prospects(book: Workbook) -> Stack:
    known = listed_prospects(book.tiering)
    if not known:
        return Stack(_nobody(), new_prospects(book, PROSPECT_FIELDS))
    added = Folded(_("Add prospects that are missing in your list"), lambda: new_prospects(book, PROSPECT_FIELDS))
    return Stack(_listed(book, known[:SHOWN_CANDIDATES]), *_others(book, known[SHOWN_CANDIDATES:]), added)


def _others(book: Workbook, account_ids: Sequence[str]) -> list[Folded]:
    if not account_ids:
        return []
    title = _("The other prospects in your list")
    return [Folded(title, lambda: _listed(book, account_ids), on_paper=len(account_ids) <= ON_PAPER)]


def _listed(book: Workbook, account_ids: Sequence[str]) -> TableForm:
    lines = [_line(book, account_id, ("additional_potential",)) for account_id in account_ids]
    return table_form(book, lines, Columns(_("In your list"), PROSPECT_FIELDS, (_("Potential today"),)))


def _nobody() -> Panel:
    return note(_("There is no prospect in your list yet. Add up to three here."))


def prospects(tiering: Tiering) -> list[str]:
    """Return the ids of the prospects."""
    return list(tiering.table.index[tiering.table["status"] == AccountStatus.PROSPECT])


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    tiering = book.tiering
    yield _potentials_line(tiering)
    found = len(prospects(tiering))
    yield line(
        found >= SHOWN_CANDIDATES,
        _("You can choose between {count} prospects.").format(count=number(found)),
        _("Prospects to choose from: {count} of 3. Add those you would like to win.").format(count=number(found)),
        _("Rule {rule}").format(rule="R4"),
        PROSPECTS,
    )
    for gap in find_gaps(tiering):
        if gap.rule == "R4":
            sentence = _("{what}: {count} open. {cost}")
            text = sentence.format(what=gap.what, count=number(gap.count), cost=gap.cost)
            yield Line(Mark.HINT, text, _("Rule {rule}").format(rule=gap.rule), PROSPECTS)
    yield from closing_lines(book, CHAPTER)


def _potentials_line(tiering: Tiering) -> Line:
    largest = largest_customers(tiering)
    known = int(tiering.table.loc[largest, "additional_potential"].notna().sum())
    sentence = _("Potentials of your largest customers: {known} of {count} are known.")
    text = sentence.format(known=number(known), count=number(len(largest)))
    return line(known == len(largest), text, text, _("Rule {rule}").format(rule="R6"), POTENTIALS)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
