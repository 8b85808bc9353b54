"""Why an account is where it is: its slot or rank, the parts of its score, and what would move it."""

from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.following import Follower
from workbook.chapters.layers import badges, money_of, name_of, rank_in_words
from workbook.chapters.opening import followed
from workbook.chapters.panels import Column, Panel, Words, badge, card, note, paragraph, spaced, strong, table, together
from workbook.focus.explain import Explanation, explain
from workbook.focus.formula import LAYERS, UNKNOWN_RANK
from workbook.focus.tiering import Tiering
from workbook.forms.shared import make
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Viewed
from workbook.i18n import _, number
from workbook.terms import AccountStatus, Layer, PotentialBasis, Slot

# On paper: the places next to a boundary, where an argument pays.
EDGE = 2


def why_here(book: Workbook) -> Follower:
    """Return one account's explanation, with a list to choose the account from."""
    piece = WhyHere(lambda: book.tiering)
    followed(book, piece)
    return piece


class WhyHere(Viewed, Follower):
    """Shows the explanation of the chosen account; on paper that of the accounts next to a boundary."""

    def __init__(self, tiering: Callable[[], Tiering]) -> None:
        super().__init__(tiering)
        self._tiering = tiering

    @property
    def html(self) -> Markup:
        """The places next to a boundary, and what would move each."""
        return edges(self._tiering()).html

    def _build(self) -> widgets.VBox:
        options = _choices(self._tiering())
        first = self._tiering().ids(Layer.NEXT15) or self._tiering().table.index
        question = _("Which account?")
        self.input = make(widgets.Dropdown, options=options, value=first[0], description=question, tooltip=question)
        self.answer = make(widgets.HTML)
        self.input.observe(lambda _change: self._show(), names="value")
        self._show()
        head = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), self.input])
        head.add_class("wb-form")
        return make(widgets.VBox, [head, self.answer])

    def _show(self) -> None:
        if self.input.value is not None:
            self.answer.value = str(explanation_panel(self._tiering(), self.input.value).html)

    def renew(self) -> None:
        """Offer the accounts of now and explain the one that is chosen."""
        if self._view is None:
            return
        chosen, options = self.input.value, _choices(self._tiering())
        self.input.options = options
        if chosen in [account_id for _name, account_id in options]:
            self.input.value = chosen
        self._show()


def _choices(tiering: Tiering) -> list[tuple[str, str]]:
    layers = tiering.layers.items()
    return [(f"{name_of(tiering, account_id)} – {layer.label}", account_id) for account_id, layer in layers]


def explanation_panel(tiering: Tiering, account_id: str) -> Panel:
    """Return everything about one place: the reason, the parts of the score, what would move it."""
    found = explain(tiering, account_id)
    head = spaced(badge(found.layer.label, found.layer), *badges(tiering, account_id))
    parts = [score_parts(tiering, found)] if found.score is not None else [_amounts(tiering, account_id)]
    moving = [paragraph(sentence) for sentence in moving_sentences(found)] or [note(_unmoved(tiering, account_id))]
    title = spaced(strong(found.name), head)
    return card(title, paragraph(found.reason), *parts, paragraph(strong(_("What would move it"))), *moving)


def _amounts(tiering: Tiering, account_id: str) -> Panel:
    potential = money_of(tiering, account_id, "additional_potential")
    return paragraph(_("Additional potential: {potential}").format(potential=potential))


def moving_sentences(found: Explanation) -> list[str]:
    """Return what would move an account, one sentence for each amount that could."""
    return [change.sentence for change in found.changes]


def _unmoved(tiering: Tiering, account_id: str) -> str:
    row = tiering.row(account_id)
    if row["method"] == "manual":
        return _("No amount moves it while your swap is in force.")
    if row["status"] is AccountStatus.CUSTOMER:
        return _("No change of its own revenue or potential alone moves it.")
    if row["status"] is AccountStatus.FORMER:
        return _("No amount moves it: a former customer counts only after you confirm that you want to win it back.")
    return _("No amount moves it: you choose the prospect yourself.")


def score_parts(tiering: Tiering, found: Explanation) -> Panel:
    """Return the score as a sum: amount, rank, weight and what they give (Rule R6)."""
    columns = (
        Column(_("Part of the score")),
        Column(_("Amount"), amount=True),
        Column(_("Rank"), amount=True),
        Column(_("Weight"), amount=True),
        Column(_("Gives"), amount=True),
    )
    total = (strong(_("Score")), "", "", "", strong(rank_in_words(found.score or 0)))
    return together(table(columns, [*_part_rows(tiering, found), total]), *_remarks(tiering, found))


def _part_rows(tiering: Tiering, found: Explanation) -> Iterator[tuple[Words, ...]]:
    names = (_("Revenue {year}").format(year=tiering.reference_year), _("Additional potential"))
    columns = ("revenue", "additional_potential")
    for name, column, (rank, weight) in zip(names, columns, _parts(tiering, found), strict=True):
        amount = money_of(tiering, found.id, column)
        yield name, amount, rank_in_words(rank), number(weight, 2), rank_in_words(rank * weight)


def _parts(tiering: Tiering, found: Explanation) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return rank and weight of revenue and of potential."""
    weight = 1.0 if _nobody_known(tiering) else found.weight
    potential_rank = UNKNOWN_RANK if found.potential_rank is None else found.potential_rank
    return (found.revenue_rank or 0.0, weight), (potential_rank, 1 - weight)


def _adds_up(tiering: Tiering, found: Explanation) -> bool:
    """Return whether the printed parts add up to the printed score."""
    shown = sum(round(rank * weight, 2) for rank, weight in _parts(tiering, found))
    return round(shown, 2) == round(found.score or 0.0, 2)


def _remarks(tiering: Tiering, found: Explanation) -> Iterator[Panel]:
    if _nobody_known(tiering):
        yield note(_("No customer has a known potential, so the score is the rank by revenue alone."), "warn")
    elif found.potential_rank is None:
        yield note(_("The potential is unknown and counts as the middle rank until you estimate it."), "warn")
    if not _adds_up(tiering, found):
        yield note(_("Calculated exactly and shown with two decimals, so the parts may differ from the sum by 0.01."))
    if tiering.rules.potential_basis is PotentialBasis.TOTAL:
        yield note(_("The place for the largest potential looks at total demand; the score at additional potential."))


def _nobody_known(tiering: Tiering) -> bool:
    return bool(tiering.table["potential_rank"].isna().all())


def edges(tiering: Tiering) -> Panel:
    """Return the accounts on both sides of each boundary with what would move them."""
    columns = (
        Column(_("At the boundary")),
        Column(_("Layer")),
        Column(_("Score"), amount=True),
        Column(_("What would move it")),
    )
    return table(columns, (_edge_row(tiering, account_id) for account_id in edge_ids(tiering)))


def edge_ids(tiering: Tiering) -> list[str]:
    """Return the customers next to a boundary: the last of each layer by score and the first of the next."""
    scored = tiering.table[tiering.table["score"].notna()].sort_values("score", ascending=False, kind="stable")
    members = [list(scored.index[scored["layer"] == layer]) for layer in LAYERS]
    top = [account_id for account_id in members[0] if Slot.SCORE in tiering.row(account_id)["slots"]]
    fifteen, rest = members[1:]
    found = [*top[-1:], *fifteen[:EDGE], *fifteen[EDGE:][-EDGE:], *rest[:EDGE]]
    return [str(account_id) for account_id in found]


def _edge_row(tiering: Tiering, account_id: str) -> tuple[Any, ...]:
    found = explain(tiering, account_id)
    moving = " ".join(moving_sentences(found)) or _unmoved(tiering, account_id)
    place = badge(found.layer.label, found.layer)
    return spaced(name_of(tiering, account_id)), place, rank_in_words(found.score or 0), moving
