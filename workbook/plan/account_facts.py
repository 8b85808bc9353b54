"""What the rep knows about an account and the export does not say; it wins over imports."""

from typing import Any, ClassVar

from workbook.i18n import N_
from workbook.plan.fields import Amount, Day, Depth, LongText, Text, Year, describe, field
from workbook.plan.section import Section
from workbook.terms import AccountStatus, Evidence

# Years in which somebody may have sold something; a slip of the finger makes no fiscal year.
YEARS = range(1990, 2100)


class AccountFacts(Section):
    """Facts about one account; the field names are the columns of the portfolio."""

    KEY: ClassVar[str] = "account_facts/{account_id}"
    TITLE: ClassVar[str] = N_("Facts about the account")

    additional_potential: Amount | None = field(
        N_("Additional revenue potential per year"),
        help=N_("What you could win on top of today's revenue in one year. Leave it empty while you do not know."),
    )
    potential_source: Text | None = field(
        N_("Where the potential comes from"),
        help=N_("For example: talk with purchasing, annual report, own count of machines."),
    )
    potential_confidence: Evidence | None = field(N_("How sure the potential is"))
    incumbent_competitor: Text | None = field(
        N_("Who supplies the account today"), names="company", help=N_("The competitor who has the business you want.")
    )
    contract_end: Day | None = field(N_("End of the competitor's contract"))
    access: LongText | None = field(
        N_("Our way in"), help=N_("Who of us knows whom there, and what could open the door.")
    )
    total_demand: Amount | None = field(
        N_("Total demand per year"),
        help=N_("What the account spends in one year on what you offer, with all suppliers."),
        depth=Depth.DEEPENING,
    )
    name: Text | None = field(
        N_("Name of the account"),
        names="company",
        help=N_("Only for an account that is missing in the export, or is named wrongly there."),
        depth=Depth.DEEPENING,
    )
    status: AccountStatus | None = field(N_("Customer, prospect or former customer"), depth=Depth.DEEPENING)
    group_parent: Text | None = field(N_("Group it belongs to"), names="company", depth=Depth.DEEPENING)
    industry: Text | None = field(N_("Industry"), depth=Depth.DEEPENING)
    country: Text | None = field(N_("Country"), depth=Depth.DEEPENING)

    revenue: Amount | None = field(
        N_("Our revenue with the account in one fiscal year"),
        help=N_("Only where the export is wrong or does not know the account."),
        depth=Depth.DEEPENING,
    )
    revenue_year: Year | None = field(
        N_("Fiscal year of this revenue"),
        help=N_("Left empty, it is the last full fiscal year."),
        depth=Depth.DEEPENING,
    )
    left_out: bool | None = field(
        N_("Leave the account out of my list"),
        help=N_("It then counts nowhere; what was written about it is kept, and it can come back at any time."),
        depth=Depth.DEEPENING,
    )

    def known(self) -> dict[str, Any]:
        """Return the facts that are known, by column of the portfolio; amounts as Decimal, dates as date.

        The revenue is ``revenue_YEAR``. ``left_out`` is no column: it is True for an account that does not count.
        """
        values = {each.name: getattr(self, each.name) for each in describe(type(self))}
        revenue, year = values.pop("revenue"), values.pop("revenue_year")
        if year in YEARS:
            values[f"revenue_{year}"] = revenue
        return {name: value for name, value in values.items() if value not in (None, False)}
