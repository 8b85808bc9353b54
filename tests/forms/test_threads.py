"""A pause that ends on its own thread, at the very moment at which somebody does something."""

import threading

import pytest

from tests.patience import LONG, until
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.forms.editor import Editor, FormOptions, State
from workbook.forms.keeper import MemoryKeeper
from workbook.plan.draft import Draft
from workbook.plan.year_plan import YearPlan

BEFORE = Draft(YearPlan(goal="Before"))


class Busy(MemoryKeeper):
    """A keeper whose form is typed into while it is asked for its key."""

    editor: Editor

    @property
    def key(self) -> str:
        if self.editor.state is State.UNTOUCHED:
            self.editor.type_in("goal", "Being typed")
        return "year_plan/K1"

    def reload(self) -> Draft[YearPlan]:
        return BEFORE


@pytest.fixture
def editor() -> Editor:
    return Editor(MemoryKeeper(Draft(YearPlan())), FormOptions(delay=600))


def test_an_earlier_text_is_taken_up_while_a_pause_ends(editor: Editor) -> None:
    """Neither waits for the other for ever, and both texts are saved."""
    editor.type_in("goal", "Now")
    ends = threading.Thread(target=editor.flush, daemon=True)
    acting = editor._pause._acting

    def end_the_pause(_editor: Editor) -> None:
        if not ends.ident:
            ends.start()
            until(lambda: not acting.acquire(blocking=False) or acting.release())

    editor.listen(end_the_pause)
    taken = threading.Thread(target=editor.take_back, args=(BEFORE,), daemon=True)
    taken.start()
    taken.join(LONG)
    assert not taken.is_alive()
    assert (editor.state, editor.draft) == (State.SAVED, BEFORE)


def test_what_is_typed_at_that_moment_stays() -> None:
    """Another form has saved the same section: who begins to type just then loses nothing."""
    keeper = Busy(Draft(YearPlan()))
    keeper.editor = Editor(keeper, FormOptions(delay=600))
    assert not keeper.editor.catch_up({"year_plan/K1"})
    assert keeper.editor.draft.values.goal == "Being typed"


def test_what_is_picked_while_the_offer_changes_stays() -> None:
    """What follows a decision offers other things to pick from, on its own thread: a pick at that moment counts."""
    offered = [(("Anna", "a"), ("Bert", "b"))]
    form = DecisionForm("Choose", "Go", lambda: [Ask("who", "Who", Asked.PICK, offered[-1])], lambda _answers: "")
    assert form.view
    made = form.inputs["who"]

    def pick(_change: object) -> None:
        other = threading.Thread(target=lambda: made.set_trait("index", 2))
        other.start()
        other.join()

    made.observe(pick, names="_options_labels")
    offered.append((("Anna, now first", "a"), ("Bert, now second", "b")))
    form.renew()
    assert (made.value, made.label) == ("b", "Bert, now second")
