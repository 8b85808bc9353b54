"""What waits in a form for its button is kept as it changes, and is no decision."""

from collections.abc import Mapping

from workbook.errors import DecisionRefused, Problem, ProblemKind, Severity, StoreError
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.forms.decision_rows import DecisionRows, Row, Wording
from workbook.forms.undecided import Undone

WHO = Ask("who", "Who?", Asked.PICK, (("Anna", "a"), ("Berta", "b")))
WHY = Ask("why", "Why?", Asked.LONG)
UNTIL = Ask("until", "Until?", Asked.DAY, start="31 Dec 2026")
FULL = Problem(ProblemKind("disk_full", Severity.ERROR, "The disk is full.", "Make room."))


class Slip:
    """A memory that is a slip of paper."""

    def __init__(self, **answers: Mapping[str, str]) -> None:
        self.answers: Undone = answers
        self.is_full = False

    def read(self) -> Undone:
        return self.answers

    def keep(self, answers: Undone) -> None:
        if self.is_full:
            raise StoreError(FULL)
        self.answers = answers


def refuse(*_anything: object) -> str:
    raise DecisionRefused(FULL)


def form(slip: Slip, *asks: Ask, decide: object = lambda _answers: "done") -> DecisionForm:
    made = DecisionForm("Decide", "Go", lambda: asks or (WHO, WHY, UNTIL), decide)  # type: ignore[arg-type]
    made.memory = slip
    assert made.view
    return made


def rows(slip: Slip, waiting: list[Row], decide: object = lambda _code, _answers: None) -> DecisionRows:
    made = DecisionRows(Wording("T", "H", "Go", "Nothing"), (WHO, WHY), lambda: tuple(waiting), decide)  # type: ignore[arg-type]
    made.memory = slip
    assert made.view
    return made


def test_what_is_picked_and_typed_is_kept() -> None:
    """Without any button, and without what stood there at first."""
    slip = Slip()
    shown = form(slip)
    shown.inputs["who"].value, shown.inputs["why"].value = "b", "Because"
    shown.undecided.flush()
    assert slip.answers == {"": {"who": "b", "why": "Because"}}


def test_it_is_there_again_and_still_undecided() -> None:
    """A form made anew shows it; nothing was decided by that."""
    shown = form(Slip(**{"": {"who": "b", "until": "1 Dec 2026"}}), decide=refuse)
    assert [shown.inputs[code].value for code in ("who", "why", "until")] == ["b", "", "1 Dec 2026"]
    assert shown.status == ""


def test_what_can_no_longer_be_picked_is_left_out() -> None:
    """An account that is gone is not picked."""
    shown = form(Slip(**{"": {"who": "gone", "why": "Because"}}))
    assert (shown.inputs["who"].value, shown.inputs["why"].value) == ("", "Because")


def test_a_decision_leaves_nothing_behind() -> None:
    """Its button was pressed."""
    slip = Slip(**{"": {"who": "b"}})
    form(slip).decide()
    assert slip.answers == {}


def test_a_refused_decision_is_still_kept() -> None:
    """A kernel may restart while the rep looks up what is missing."""
    slip = Slip(**{"": {"who": "b"}})
    form(slip, decide=refuse).decide()
    assert slip.answers == {"": {"who": "b"}}


def test_what_the_program_changes_is_not_kept() -> None:
    """New accounts to pick from are nobody's answer."""
    slip, asks = Slip(), [WHO, UNTIL]
    made = DecisionForm("Decide", "Go", lambda: asks, lambda _answers: "done")
    made.memory = slip
    assert made.view
    asks[:] = [Ask("who", "Who?", Asked.PICK, (("Clara", "c"),)), Ask("until", "Until?", Asked.DAY, start="1 Jan 2027")]
    made.renew()
    made.undecided.flush()
    assert slip.answers == {}


def test_lines_are_kept_one_by_one() -> None:
    """A decided line goes, the others stay."""
    slip = Slip(**{"1": {"who": "a"}, "2": {"why": "Later"}})
    shown = rows(slip, [Row("1", "One"), Row("2", "Two"), Row("3", "Three")])
    shown.inputs["3"]["why"].value = "Perhaps"
    shown.decide()
    assert slip.answers == {"2": {"why": "Later"}, "3": {"why": "Perhaps"}}


def test_a_full_disk_is_told() -> None:
    """What was picked stays on the screen."""
    slip = Slip()
    shown = form(slip)
    slip.is_full = True
    shown.inputs["who"].value = "b"
    shown.undecided.flush()
    assert (shown.status, shown.inputs["who"].value) == ("The disk is full. Make room.", "b")
