"""The static twin says what the form says."""

from datetime import date
from decimal import Decimal

from workbook.forms.twin import twin, worksheet
from workbook.i18n import speaking
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.purchasing import Criterion, PurchasingStrategy
from workbook.plan.year_plan import YearPlan
from workbook.terms import Attitude, SourcingMode


def test_answers_are_printed_in_the_language_in_use() -> None:
    """Amounts and dates read as in the workbook."""
    draft = Draft(YearPlan(value=Decimal(120000), next_date=date(2027, 3, 1)))
    with speaking("de"):
        html = twin(YearPlan, draft)
    assert "120.000\N{NO-BREAK SPACE}€" in html
    assert "01.03.2027" in html


def test_missing_answers_are_lines_to_write_on() -> None:
    """Core is asked on paper too, deepening is not."""
    html = twin(YearPlan, Draft(YearPlan()))
    assert "wb-blank" in html
    assert "Already committed" not in html


def test_texts_that_are_not_clear_yet_are_printed_and_marked() -> None:
    """Nothing that was typed is lost on paper."""
    html = twin(YearPlan, Draft(YearPlan()).keep("value", "about 20k?"))
    assert "about 20k?" in html
    assert "not clear yet" in html


def test_short_lists_are_tables() -> None:
    """Three rows of criteria, four of people to start with, each with a head."""
    criteria = twin(PurchasingStrategy, Draft(PurchasingStrategy(criteria=(Criterion(name="Price"),))))
    assert criteria.count("<tr>") == 1 + 3
    assert twin(BuyingCenter, Draft(BuyingCenter())).count("<tr>") == 1 + 4


def test_long_answers_are_blocks() -> None:
    """Three objectives, the first one written."""
    objectives = (SalesObjective(text="Win the <service> contract"),)
    html = twin(Objectives, Draft(Objectives(objectives=objectives)))
    assert html.count('<li class="wb-item">') == 3
    assert '<p class="wb-item-heading">1  Win the &lt;service&gt; contract</p>' in html


def test_deepening_stands_below_its_row() -> None:
    """A reporting line is printed by name, below the person it belongs to."""
    members = (
        BuyingCenterMember(id="a", person="Ms Weber", attitude=Attitude.CHAMPION),
        BuyingCenterMember(id="b", person="Mr Ito", reports_to="a"),
    )
    html = twin(BuyingCenter, Draft(BuyingCenter(members=members)))
    assert html.count('<td class="wb-more" colspan="6">') == 1
    assert '<dt class="wb-label">Reports to</dt><dd class="wb-answer">Ms Weber</dd>' in html
    assert "Champion" in html


def test_a_choice_without_answer_has_boxes_to_tick() -> None:
    """On paper a rep ticks, on screen the rep chooses."""
    html = twin(PurchasingStrategy, Draft(PurchasingStrategy()))
    assert "☐ Single sourcing" in html
    assert "☐ Single sourcing" not in twin(
        PurchasingStrategy, Draft(PurchasingStrategy(sourcing_mode=SourcingMode.DUAL))
    )


def test_a_short_heading_is_not_said_twice() -> None:
    """The text of an objective stands in its heading; one of several lines stands below."""
    short = twin(Objectives, Draft(Objectives(objectives=(SalesObjective(text="Win the contract"),) * 3)))
    long = twin(Objectives, Draft(Objectives(objectives=(SalesObjective(text="Win\nthe contract"),) * 3)))
    assert short.count("Win the contract") == 3
    assert long.count("Win<br>the contract") == 3


def test_a_role_of_another_hand_is_printed_beside_the_known_ones() -> None:
    """Nothing that was written is lost on paper."""
    draft = Draft.from_document(BuyingCenter, {"values": {"members": [{"person": "Ito", "roles": ["buyer", "boss"]}]}})
    assert "Buyer, boss <span" in twin(BuyingCenter, draft)


def test_a_worksheet_is_short() -> None:
    """What nobody has begun: lists are tables with rows for a pen, there is no block per entry."""
    html = worksheet(Draft(Objectives()))
    assert (html.count("<table"), html.count("<tr>"), html.count("wb-item")) == (1, 1 + 3, 0)


def test_a_list_alone_needs_no_label() -> None:
    """The title of the part says what it lists."""
    assert "wb-alone" in worksheet(Draft(BuyingCenter()))
    assert "wb-alone" not in worksheet(Draft(PurchasingStrategy()))
