"""What the formula has to tell the rep: facts, badges and tasks, put into words when they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from workbook.i18n import N_, _, day, money, pgettext
from workbook.terms import Term


@dataclass(frozen=True, slots=True)
class Amount:
    """Money that is written in the language in use, at the moment it is shown.

    >>> str(Amount(123400, "EUR"))
    '€1,234'
    """

    cents: int
    currency: str

    def __str__(self) -> str:
        return money(Decimal(self.cents).scaleb(-2), self.currency)


@dataclass(frozen=True, slots=True)
class Names:
    """Some names, and how many more there are, in the language in use when they are shown.

    >>> str(Names(("Berg", "Tal")))
    'Berg, Tal'
    >>> str(Names(("Berg", "Tal"), more=3))
    'Berg, Tal and 3 more'
    """

    shown: tuple[str, ...]
    more: int = 0

    def __str__(self) -> str:
        names = ", ".join(self.shown)
        return _("{names} and {count} more").format(names=names, count=self.more) if self.more else names


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether the sales manager agreed to a swap, and when (Rule R12)."""

    agreed: bool
    on: date | None = None

    def __str__(self) -> str:
        if not self.agreed:
            return _("not agreed with the sales manager")
        if self.on is None:
            return _("agreed with the sales manager")
        return _("agreed with the sales manager on {date}").format(date=day(self.on))


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One thing to tell: a stable code, a sentence with {placeholders}, and whether the rep has to act."""

    code: str
    message: str
    task: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing the formula tells about this portfolio."""

    kind: NoticeKind
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The stable code."""
        return self.kind.code

    @property
    def task(self) -> bool:
        """Whether the rep has something to do."""
        return self.kind.task

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        return _(self.kind.message).format(**{name: in_words(detail) for name, detail in self.details.items()})


def in_words(detail: object) -> str:
    """Return a date, a term, several names or anything else as people write it."""
    if isinstance(detail, Term):
        return pgettext(type(detail).__name__, detail.english)
    if isinstance(detail, date):
        return day(detail)
    return ", ".join(map(in_words, detail)) if isinstance(detail, tuple) else str(detail)


YEAR_PARTIAL = NoticeKind("year_partial", N_("Fiscal year {year} is not complete in the data and is not used."))
YEAR_RUNNING = NoticeKind("year_running", N_("Fiscal year {year} is still running and is not used."))
YEAR_FUTURE = NoticeKind("year_future", N_("Fiscal year {year} lies in the future and is not used."))
YEAR_MISSING = NoticeKind("year_missing", N_("Fiscal year {year} is missing in the data."))
OLDER_YEAR = NoticeKind("older_year", N_("The layers use fiscal year {year}, although {latest} is complete."))
GROUPS_PROPOSED = NoticeKind(
    "groups_proposed",
    N_("These groups have several accounts: {names}. If a group buys centrally, confirm that it is one account."),
    task=True,
)
GROUP_ROLLED_UP = NoticeKind("group_rolled_up", N_("{name} stands for its whole group: {names}."))
GROUP_GONE = NoticeKind("group_gone", N_("The confirmed group {name} is no longer in the data."), task=True)
POTENTIAL_LOWER_BOUND = NoticeKind(
    "potential_lower_bound",
    N_("The potential of the group {name} is at least this much: for some of its accounts it is unknown."),
    task=True,
)
FEW_ACCOUNTS = NoticeKind(
    "few_accounts",
    N_(
        "The formula was made for {made_for} accounts and more; here it has {count}. The layers are filled from the top"
        " and keep their sizes."
    ),
)
POTENTIAL_UNKNOWN = NoticeKind(
    "potential_unknown",
    N_("Customers with unknown potential: {count} of {customers}. Estimate the largest ones first: {names}."),
    task=True,
)
TOTAL_DEMAND_UNKNOWN = NoticeKind(
    "total_demand_unknown",
    N_("Customers with unknown total demand, who cannot win the slot: {count} of {customers}. {names}."),
    task=True,
)
POTENTIAL_ALL_UNKNOWN = NoticeKind(
    "potential_all_unknown",
    N_("No customer has a known potential, so the score is the rank by revenue alone."),
    task=True,
)
REVENUE_UNKNOWN = NoticeKind(
    "revenue_unknown", N_("Customers without revenue in {year} in the data rank last by revenue: {names}."), task=True
)
VACANT_REVENUE = NoticeKind(
    "vacant_largest_revenue",
    N_("No customer has revenue in {year}, so the place for the largest revenue stays empty."),
    task=True,
)
VACANT_POTENTIAL = NoticeKind(
    "vacant_largest_potential",
    N_("No customer has a known potential, so the place for the largest potential stays empty. Estimate potentials."),
    task=True,
)
VACANT_PROSPECT = NoticeKind(
    "vacant_prospect",
    N_("The place for the prospect is empty. Choose a competitor's customer that you want to win, or waive the slot."),
    task=True,
)
PROSPECT_PROPOSED = NoticeKind(
    "prospect_proposed",
    N_("{name} has the highest known potential of the prospects and holds the place until you choose one."),
    task=True,
)
PROSPECT_WON = NoticeKind(
    "prospect_won", N_("{name}, your chosen prospect, is a customer now: the place is open for the next."), task=True
)
PROSPECT_GONE = NoticeKind(
    "prospect_gone", N_("Your chosen prospect {name} is no longer in the data as an account of its own."), task=True
)
PROSPECT_FORMER = NoticeKind(
    "prospect_not_confirmed",
    N_("{name} is a former customer and holds the prospect's place only after you confirm it."),
    task=True,
)
INCUMBENT_UNKNOWN = NoticeKind(
    "incumbent_unknown", N_("Who supplies {name} today? The competitor has to be named."), task=True
)
FORMER_CUSTOMERS = NoticeKind(
    "former_customers",
    N_("Former customers are neither customers nor prospects and go to the rest: {names}. Confirm those to win back."),
)
SAME_ACCOUNT = NoticeKind(
    "same_account",
    N_("{name} is largest by revenue and by potential and uses one place. Next by potential: {runner_up}."),
)
BASIS_DIFFERS = NoticeKind(
    "potential_basis_differs",
    N_("By additional potential {additional} is largest, by total demand {total}. This cut uses: {basis}."),
)
TIE_FOR_SLOT = NoticeKind("tie_for_slot", N_("Equal at the top for “{slot}”: {names}. {winner} wins by the tie rule."))
TIE_AT_BOUNDARY = NoticeKind(
    "tie_at_boundary", N_("{inside} and {outside} have the same score; the tie rule puts {inside} into “{layer}”.")
)
FORMULA_INCOMPLETE = NoticeKind(
    "formula_incomplete",
    N_("Formula incomplete: the slot “{slot}” is waived until {expiry} by {author}. Reason: {reason}"),
)
WAIVER_EXPIRED = NoticeKind(
    "waiver_expired", N_("The waiver for “{slot}” ended on {expiry}; the slot is mandatory again."), task=True
)
OVERRIDE_APPLIED = NoticeKind(
    "override_applied",
    N_(
        "Set by hand by {author} until {expiry}, {agreement}: {entering} in “{layer}” instead of {leaving}."
        " Reason: {reason}"
    ),
)
OVERRIDE_EXPIRED = NoticeKind(
    "override_expired", N_("The swap of {entering} for {leaving} ended on {expiry}; the formula decides again.")
)
OVERRIDE_GONE = NoticeKind(
    "override_gone",
    N_("The swap of {entering} for {leaving} cannot be kept: {missing} is no longer in the data as its own account."),
    task=True,
)
OVERRIDE_IDLE = NoticeKind(
    "override_idle",
    N_("The swap of {entering} for {leaving} changes nothing now: the formula gives the same or better."),
)
OVERRIDE_BLOCKED = NoticeKind(
    "override_blocked",
    N_("The swap of {entering} for {leaving} is not applied: {leaving} holds the mandatory slot “{slot}” now."),
    task=True,
)
