"""Another setting of the formula, tried out on the rep's accounts: nothing is stored until the rep keeps it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbook.book import Workbook
from workbook.chapters.layers import badges, rank_in_words
from workbook.chapters.panels import Column, Panel, Words, badge, note, soft, spaced, table
from workbook.focus.decide import with_prospect, without_prospect
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.tiering import Tiering, tier
from workbook.i18n import _, ngettext, number
from workbook.terms import Layer, PotentialBasis

PAPER_WEIGHTS = (0.0, 0.25, 0.75, 1.0)
NOBODY = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What can be turned: the weight of revenue (0 to 1), the potential basis, the prospect (empty: the proposal)."""

    weight: float
    basis: PotentialBasis
    prospect: str = NOBODY

    @classmethod
    def stored(cls, book: Workbook) -> "Setting":
        """Return the setting in force."""
        chosen = next(iter(book.decisions.prospect), NOBODY)
        return cls(book.rules.weight, book.rules.potential_basis, chosen)

    def rules(self, book: Workbook) -> Rules:
        """Return the rules with this setting."""
        changed = {"weight": self.weight, "potential_basis": self.basis}
        return Rules.model_validate(book.rules.model_dump() | changed)

    def decisions(self, book: Workbook) -> Decisions:
        """Return the decisions with this prospect; unchanged when it is the one that was chosen."""
        if (self.prospect,) == book.decisions.prospect or (not self.prospect and not book.decisions.prospect):
            return book.decisions
        return with_prospect(book.tiering, self.prospect) if self.prospect else without_prospect(book.decisions)


def tried(book: Workbook, setting: Setting) -> Tiering:
    """Return the layers under another setting; nothing is stored."""
    if setting == Setting.stored(book):
        return book.tiering
    return tier(book.portfolio, setting.rules(book), setting.decisions(book), today=book.today)


def movers(before: Tiering, after: Tiering) -> list[str]:
    """Return the accounts that would change their layer, in the order of the trial."""
    layers = before.layers
    return [account_id for account_id, layer in after.layers.items() if layer is not layers.get(account_id)]


def summary(before: Tiering, after: Tiering) -> Panel:
    """Return how many accounts change their layer, in one sentence."""
    count = len(movers(before, after))
    if not count:
        return note(_("Nobody changes the layer."), "good")
    sentence = ngettext("{count} account would change its layer.", "{count} accounts would change their layers.", count)
    return note(sentence.format(count=number(count)))


def first_twenty(before: Tiering, after: Tiering) -> Panel:
    """Return the Top 5 and the 15 of a trial with their ranks, then who would have dropped out of them."""
    shown = [*after.ids(Layer.TOP5), *after.ids(Layer.NEXT15)]
    out = [account_id for account_id in movers(before, after) if account_id not in shown]
    columns = (
        Column(_("Account")),
        Column(_("Rank by revenue"), amount=True),
        Column(_("Rank by potential"), amount=True),
        Column(_("Score"), amount=True),
        Column(_("Layer")),
        Column(_("Stored so far")),
    )
    return table(columns, (_row(before, after, account_id) for account_id in (*shown, *out)))


def _row(before: Tiering, after: Tiering, account_id: str) -> tuple[Words, ...]:
    row, was = after.row(account_id), before.layers.get(account_id)
    stored: Words = soft(_("the same")) if was is row["layer"] or was is None else badge(was.label, was)
    return (
        spaced(str(row["name"]), *badges(after, account_id)),
        rank_in_words(row["revenue_rank"]),
        rank_in_words(row["potential_rank"]),
        rank_in_words(row["score"]),
        badge(row["layer"].label, row["layer"]),
        stored,
    )


def variants(book: Workbook) -> Panel:
    """Return for paper what other settings would give: who would enter the Top 5 and the 15, and who would leave."""
    columns = (
        Column(_("Setting")),
        Column(_("Enters the Top 5")),
        Column(_("Enters the 15")),
        Column(_("To the rest")),
    )
    return table(columns, (_variant(book, name, setting) for name, setting in _settings(Setting.stored(book))))


def _settings(stored: Setting) -> Iterator[tuple[str, Setting]]:
    for weight in PAPER_WEIGHTS:
        if weight != stored.weight:
            name = _("Revenue weighs {weight}").format(weight=number(weight, 2))
            yield name, replace(stored, weight=weight)
    other = next(basis for basis in PotentialBasis if basis is not stored.basis)
    yield _("Potential: {basis}").format(basis=other.label), replace(stored, basis=other)


def _variant(book: Workbook, name: str, setting: Setting) -> tuple[Words, ...]:
    after = tried(book, setting)
    moved = movers(book.tiering, after)
    return (name, *(_names(after, moved, layer) for layer in Layer))


def _names(after: Tiering, moved: list[str], layer: Layer) -> str:
    names = [str(after.row(account_id)["name"]) for account_id in moved if after.layers[account_id] is layer]
    return ", ".join(names) or "\N{EN DASH}"
