"""One description per field."""

from decimal import Decimal

from workbook.i18n import speaking
from workbook.plan.account_facts import AccountFacts
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.fields import Depth, Kind, describe
from workbook.plan.section import described
from workbook.plan.year_plan import YearPlan
from workbook.terms import Attitude, BuyingRole


def test_fields_come_in_the_order_in_which_they_are_asked() -> None:
    """`describe` keeps the order of the model; the hidden id is not a field."""
    names = [each.name for each in describe(BuyingCenterMember)]
    assert names[:6] == ["person", "function", "roles", "influence", "attitude", "coverage"]
    assert "id" not in names


def test_kind_comes_from_the_annotation() -> None:
    """Money, date, choice and list are told apart by their types."""
    kinds = {each.name: each.kind for each in describe(YearPlan)}
    assert kinds["goal"] is Kind.LONG_TEXT
    assert kinds["value"] is Kind.MONEY
    assert kinds["actions"] is Kind.ITEMS
    assert kinds["next_date"] is Kind.DATE


def test_choices_know_their_terms() -> None:
    """One choice and several choices carry the enumeration."""
    fields = {each.name: each for each in describe(BuyingCenterMember)}
    assert (fields["attitude"].kind, fields["attitude"].choices) == (Kind.CHOICE, Attitude)
    assert (fields["roles"].kind, fields["roles"].choices) == (Kind.CHOICES, BuyingRole)


def test_everything_about_a_person_is_personal() -> None:
    """No field of a buying center member is left out of pseudonymisation."""
    assert all(each.personal for each in describe(BuyingCenterMember))


def test_depth_is_core_unless_said() -> None:
    """The seminar asks for the potential; the total demand is deepening."""
    depths = {each.name: each.depth for each in describe(AccountFacts)}
    assert depths["additional_potential"] is Depth.CORE
    assert depths["total_demand"] is Depth.DEEPENING


def test_limits_are_known() -> None:
    """A potential cannot be negative, and a buying center holds 25 people."""
    fields = {each.name: each for each in describe(AccountFacts)}
    assert fields["additional_potential"].minimum == Decimal(0)
    assert described(BuyingCenter, "members").most == 25


def test_description_of_a_path_goes_through_lists() -> None:
    """A path with a number leads into the entries of a list."""
    assert described(BuyingCenter, "members.3.last_contact").kind is Kind.DATE


def test_labels_follow_the_language() -> None:
    """The label is looked up when it is shown, so a switch of language needs no new description."""
    label = describe(YearPlan)[0]
    with speaking("de"):
        german = label.label
    assert label.english == label.label
    assert isinstance(german, str)
