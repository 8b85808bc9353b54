"""What a trainer needs in the seminar room: other minutes, a timer, and names that nobody sees."""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from tests.chapters.conftest import MakeBook, calls_of, html_of
from workbook.book import Workbook
from workbook.chapters import navigation
from workbook.chapters.path import CHAPTERS, Step, minutes_of, steps_of
from workbook.chapters.projector import hide_names
from workbook.chapters.timer import BlockTimer
from workbook.errors import StoreError
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember

SHORT = Step("block2", "key_accounts", "goals", 2)


class Clock:
    """A clock that goes when it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _shown_again() -> Iterator[None]:
    """Whatever a test does, and wherever it fails: the next one sees names."""
    yield
    hide_names(False)


@pytest.fixture
def hidden() -> None:
    """Names are hidden during the test."""
    hide_names(True)


@pytest.fixture
def planned(make_book: MakeBook) -> Workbook:
    """A workbook of 24 customers and a prospect, with one person in a plan; none of its names is in an example."""
    words = ("Zirbelwerk", "Quarzhof", "Lodenfels", "Brunnwies")
    lines = [f"A-{n:02},{words[n % 4]} {n} GmbH,customer,,EUR,{900 - n},{1000 - n},{n * 10}" for n in range(1, 25)]
    book = make_book("\n".join([*lines, "A-99,Tannsee Bau,prospect,Kerbholz AG,EUR,,,5000"]))
    keeper = book.keeper(BuyingCenter, account_id="A-01")
    member = BuyingCenterMember(person="Petra Weber")
    keeper.save(keeper.draft.put("members", (member,)))
    return book


def test_a_trainer_may_plan_other_minutes() -> None:
    """What is set counts, everything else stays as the method has it."""
    minutes = {"key_accounts": {"goals": 25}}
    assert [step.minutes for step in steps_of("key_accounts", minutes) if step.task in ("goals", "purchasing")] == [
        25,
        20,
    ]
    assert minutes_of("key_accounts", minutes) == 190


def test_timer_counts_down() -> None:
    """Two minutes, then half a minute, then the time is up and it can be started again."""
    clock = Clock()
    timer = BlockTimer([SHORT], clock)
    timer.press()
    assert "<strong>2:00</strong>" in timer.display.value
    clock.now += 90
    timer.tick()
    assert "<strong>0:30</strong>" in timer.display.value
    clock.now += 31
    timer.tick()
    assert ("Time is up" in timer.display.value, timer.running) == (True, False)


def test_timer_can_be_stopped() -> None:
    """A second press ends it and nothing is shown any more."""
    timer = BlockTimer([SHORT], Clock())
    timer.press()
    timer.press()
    assert (timer.running, timer.display.value) == (False, "")


def test_hidden_names_are_nowhere(planned: Workbook) -> None:
    """Accounts, competitors, people and the rep: none of their names is read, and each code is always the same."""
    shown = planned.hidden()
    (member,) = shown.read(BuyingCenter, account_id="A-01").values.members
    names = {*planned.portfolio.accounts["name"], "Anna Weiß", "Petra Weber"}
    codes = {*shown.portfolio.accounts["name"], shown.participant.display_name, member.person}
    assert not names & codes
    assert codes == {planned.pseudonyms().code(name) for name in names}


def test_hidden_names_change_no_layer(planned: Workbook) -> None:
    """The same accounts are in the same layers."""
    assert list(planned.hidden().tiering.table["layer"]) == list(planned.tiering.table["layer"])


def test_nothing_is_saved_while_names_are_hidden(planned: Workbook) -> None:
    """A code never takes the place of a name."""
    keeper = planned.hidden().keeper(BuyingCenter, account_id="A-01")
    with pytest.raises(StoreError, match="names are hidden"):
        keeper.save(keeper.draft.put("members", ()))
    assert planned.read(BuyingCenter, account_id="A-01").values.members[0].person == "Petra Weber"


@pytest.mark.slow
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_chapter_shows_a_name(
    chapter: str, planned: Workbook, hidden: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures, their descriptions, tables and forms of every chapter show codes while names are hidden."""
    monkeypatch.setenv("WORKBOOK_FOLDER", str(planned.folder))
    module = import_module(f"workbook.chapters.{chapter}")
    book = module.open_chapter("")
    told = " ".join(html_of(getattr(module, call)(book)) for call in calls_of(chapter))
    assert not re.findall("Zirbelwerk|Quarzhof|Lodenfels|Brunnwies|Tannsee|Kerbholz|Weiß|Weber", told)


def test_curtain_makes_chapters_anew(make_book: MakeBook) -> None:
    """Each turn is counted, so that the page knows; the button says what it will do."""
    desk = navigation.Desk(make_book())
    desk.draw_curtain()
    assert 'data-turns="1"' in desk.way.view.value
    assert desk.curtain.description == "Show the names again"
    desk.draw_curtain()
    assert ('data-turns="2"' in desk.way.view.value, desk.curtain.description) == (True, "Hide all names")
