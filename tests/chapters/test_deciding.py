"""Chapter 2 is where a rep decides: swap, waive, confirm, take back; everything follows, refusals speak plainly."""

from datetime import date
from typing import Any

import ipywidgets as widgets
import pytest

from tests.chapters.conftest import HEADER, MakeBook, text_of
from tests.forms.widgets import walk
from workbook.book import Workbook, open_workbook
from workbook.chapters import tiering
from workbook.chapters.opening import followers
from workbook.chapters.trial import Setting
from workbook.focus.tiering import Tiering
from workbook.i18n import speaking
from workbook.terms import Layer, PotentialBasis, Slot

REASON = "Their framework contract ends in spring."


def fill(piece: Any, **answers: str) -> Any:
    """Return the form of a piece with these answers typed in, decided."""
    form = piece.form
    assert form.view
    for code, answer in answers.items():
        form.inputs[code].value = answer
    form.decide()
    return form


def swapped(book: Workbook, **other: str) -> Any:
    """Bornholt Chemie (place 6) for Immenried Pharma (in by score)."""
    return fill(tiering.swap(book), **{"account_in": "B-02", "account_out": "I-09", "reason": REASON, **other})


def test_swap_is_stored_and_keeps_the_sizes(book: Workbook) -> None:
    """One in, one out, still five and fifteen; author and day are those of the rep."""
    form = swapped(book)
    (override,) = book.decisions.overrides
    assert (override.author, override.date, override.expiry) == ("Anna Weiß", date(2026, 1, 15), date(2027, 1, 1))
    assert ("B-02" in book.tiering.ids(Layer.TOP5), "I-09" in book.tiering.ids(Layer.NEXT15)) == (True, True)
    assert [len(book.tiering.ids(layer)) for layer in Layer] == [5, 15, 4]
    assert form.status == "Bornholt Chemie has taken the place of Immenried Pharma until 1 Jan 2027."


def test_decisions_survive_the_next_opening(book: Workbook) -> None:
    """A workbook that is opened anew has the swap."""
    swapped(book, agreed="yes", agreed_on="14 Jan 2026")
    again = open_workbook(folder=book.folder, today=date(2026, 1, 15))
    assert again.decisions.overrides[0].agreed_on == date(2026, 1, 14)
    assert "B-02" in again.tiering.ids(Layer.TOP5)


def test_a_sixteenth_account_is_refused_in_plain_words(book: Workbook) -> None:
    """Nobody leaves: the form asks who does, stores nothing and keeps what was typed."""
    form = swapped(book, account_out="")
    assert "a 16th in the 15 is one too many. Which one leaves?" in form.status
    assert book.decisions.overrides == ()
    assert (form.inputs["reason"].value, form.inputs["account_in"].value) == (REASON, "B-02")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"reason": "Because"}, "too short: it needs at least 10 characters"),
        ({"account_out": "A-01"}, "holds the mandatory slot “Largest revenue” and cannot simply be removed"),
        ({"expiry": "1 Jan 2029"}, "may last until the next annual cut on 1 Jan 2027 at most"),
        ({"expiry": ""}, "needs an end. Enter the day on which it ends, 1 Jan 2027 at the latest."),
        ({"expiry": "soon"}, "The swap ends on: “soon” cannot be read as a date"),
        ({"account_in": "D-04", "account_out": "Q-17"}, "this swap would change nothing for the better"),
    ],
)
def test_swaps_that_break_a_rule_are_refused(book: Workbook, answers: dict[str, str], words: str) -> None:
    """The rule speaks in a sentence, and nothing is stored."""
    assert words in swapped(book, **answers).status
    assert book.decisions.overrides == ()


def test_answers_are_cleared_after_a_decision(book: Workbook) -> None:
    """The form is ready for the next swap."""
    form = swapped(book)
    assert (form.inputs["account_in"].value, form.inputs["reason"].value) == ("", "")
    assert form.inputs["expiry"].value == "1 Jan 2027"


def test_form_keeps_what_was_typed_when_another_decision_is_made(book: Workbook) -> None:
    """A waiver changes the layers; the half-written swap stays, and its list names the new layers."""
    form = tiering.swap(book).form
    assert form.view
    form.inputs["reason"].value, form.inputs["account_out"].value = REASON, "G-07"
    fill(tiering.waive(book), slot="LARGEST_POTENTIAL", reason=REASON)
    followers(book).flush()
    assert (form.inputs["reason"].value, form.inputs["account_out"].value) == (REASON, "G-07")
    assert "Grünmoor Wasserwerke – Top 5" in dict(form.inputs["account_out"].options)


def test_lists_keep_their_order_whatever_is_decided(book: Workbook) -> None:
    """A browser sends the place in a list: while the layers change, the same place stays the same account and slot."""
    swap, waive = tiering.swap(book).form, tiering.waive(book).form
    assert swap.view
    assert waive.view
    lists = (swap.inputs["account_in"], swap.inputs["account_out"], waive.inputs["slot"])
    before = [[code for _text, code in each.options] for each in lists]
    swapped(book)
    fill(tiering.waive(book), slot="LARGEST_POTENTIAL", reason=REASON)
    followers(book).flush()
    assert [[code for _text, code in each.options] for each in lists] == before
    assert before[0][1:4] == ["A-01", "B-02", "C-03"]
    assert "Largest potential – given up for now" in dict(waive.inputs["slot"].options)


def test_waiver_is_stored_until_the_next_review(book: Workbook) -> None:
    """The place is given up, the formula is incomplete, and the next review ends it."""
    form = fill(tiering.waive(book), slot="LARGEST_POTENTIAL", reason=REASON)
    assert (book.tiering.waived, book.tiering.formula_incomplete) == ((Slot.LARGEST_POTENTIAL,), True)
    assert book.decisions.waivers[0].expiry == date(2026, 4, 1)
    assert form.status.startswith("The place “Largest potential” is given up until 1 Apr 2026")


def test_vacant_place_can_be_waived(make_book: MakeBook) -> None:
    """Without prospects the place is vacant; given up, the next by score takes it (Rule R10)."""
    book = make_book("".join(f"{n},Account {n},customer,,EUR,5,{100 - n},1\n" for n in range(9)))
    assert "Prospect – vacant" in text_of(tiering.waive(book))
    fill(tiering.waive(book), slot="PROSPECT", reason=REASON)
    assert (book.tiering.vacancies, len(book.tiering.ids(Layer.TOP5))) == ((), 5)


def test_waiver_without_a_place_is_refused(book: Workbook) -> None:
    """The form asks which place."""
    form = fill(tiering.waive(book), reason=REASON)
    assert "Choose the place that you give up for now." in form.status
    assert book.decisions.waivers == ()


def test_former_customer_joins_the_candidates(book: Workbook) -> None:
    """Ticked, Zirbenhof counts as a prospect and can be chosen; unticked it cannot (Rule R4)."""
    form = tiering.confirm(book).pieces[0].form
    assert form.view
    form.boxes["Z-24"].value = True
    assert "Zirbenhof Saft" in text_of(tiering.choose_prospect(book))
    form.boxes["Z-24"].value = False
    assert book.decisions.confirmed_former == ()


def test_group_counts_as_one_account(make_book: MakeBook) -> None:
    """The ticked group sums to the largest revenue (Rule R0)."""
    book = make_book()
    lines = ["1,Nord Werk,customer,,EUR,5,60,1,Nord AG", "2,Nord Hafen,customer,,EUR,5,50,1,Nord AG"]
    lines += [f"{n},Account {n},customer,,EUR,5,{100 - n},1," for n in range(3, 30)]
    grouped = HEADER.strip() + ",group_parent\n" + "\n".join(lines) + "\n"
    book = _book_of(book, grouped)
    form = tiering.confirm(book).pieces[1].form
    assert form.view
    form.boxes["Nord AG"].value = True
    assert book.decisions.roll_up == ("Nord AG",)
    assert book.tiering.row("1")["slots"][0] is Slot.LARGEST_REVENUE
    form.boxes["Nord AG"].value = False
    assert book.decisions.roll_up == ()


def _book_of(book: Workbook, text: str) -> Workbook:
    from workbook.book import create_workbook
    from workbook.portfolio import ReadOptions, portfolio_to_document, read_portfolio

    source = book.folder.parent / "grouped.csv"
    source.write_text(text, encoding="utf-8")
    reading = read_portfolio(source, options=ReadOptions(locale="en", yes=True), today=book.today)
    folder = book.folder.parent / "grouped"
    create_workbook(folder, book.participant, portfolio_to_document(reading.require()), {})
    return open_workbook(folder=folder, today=book.today)


def test_decisions_are_listed_and_taken_back(book: Workbook) -> None:
    """Prospect, swap and waiver stand in the list; each goes with one click."""
    swapped(book)
    fill(tiering.waive(book), slot="LARGEST_POTENTIAL", reason=REASON)
    shown = tiering.show_decisions(book)
    assert "Swap. Bornholt Chemie instead of Immenried Pharma, not agreed with the sales manager." in text_of(shown)
    assert "Place given up. “Largest potential”. Until 1 Apr 2026, Anna Weiß, 15 Jan 2026" in text_of(shown)
    for _each in range(2):
        buttons = [each for each in walk(shown.view) if isinstance(each, widgets.Button)]
        buttons[0].click()
    assert (book.decisions.overrides, book.decisions.waivers) == ((), ())
    assert "You have decided nothing against the formula" in text_of(shown)


def test_choice_taken_back_shows_in_its_form(book: Workbook) -> None:
    """The list of prospects stands at the proposal again."""
    choice, decisions = tiering.choose_prospect(book), tiering.show_decisions(book)
    assert choice.view
    assert decisions.view
    choice.piece.input.value = "W-23"
    followers(book).flush()
    next(each for each in walk(decisions.view) if isinstance(each, widgets.Button)).click()
    followers(book).flush()
    assert choice.piece.input.value == ""


def test_pictures_follow_a_swap(book: Workbook) -> None:
    """The pyramid on the screen names the account that moved in."""
    panel = tiering.show_pyramid(book)
    before = panel.view.value
    swapped(book)
    followers(book).flush()
    assert ("Bornholt" in before, "Bornholt" in panel.view.value) == (False, True)


def test_refusal_is_german_in_a_german_workbook(make_book: MakeBook) -> None:
    """Nothing is refused in English there."""
    book = make_book(language="de")
    with speaking("de"):
        form = swapped(book, account_out="")
    assert form.status
    assert "Which one leaves" not in form.status


def test_what_if_changes_nothing(book: Workbook) -> None:
    """With revenue alone Bornholt would be among the five; nothing is stored."""
    piece = tiering.what_if(book)
    assert piece.view
    piece.weight.value = 1.0
    piece.flush()
    assert "2 accounts would change their layers." in piece.result.value
    assert book.rules.weight == 0.5
    assert "B-02" not in book.tiering.ids(Layer.TOP5)


def test_what_if_can_be_kept(book: Workbook) -> None:
    """Weight, basis and prospect are stored together, and listed as decisions."""
    piece = tiering.what_if(book)
    assert piece.view
    piece.weight.value, piece.basis.value, piece.prospect.value = 0.6, "TOTAL", "W-23"
    piece.keep()
    assert (book.rules.weight, book.rules.potential_basis) == (0.6, PotentialBasis.TOTAL)
    assert book.decisions.prospect == ("W-23",)
    assert "Revenue weighs 0.60 instead of 0.50." in text_of(tiering.show_decisions(book))


def test_what_if_goes_back(book: Workbook) -> None:
    """The stored setting stands on the screen again."""
    piece = tiering.what_if(book)
    assert piece.view
    piece.weight.value = 0.2
    piece.reset()
    piece.flush()
    assert (piece.weight.value, "Nobody changes the layer." in piece.result.value) == (0.5, True)


def test_dragging_draws_once(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many steps of the slider are one drawing."""
    from workbook.chapters import what_if as module

    piece = tiering.what_if(book)
    assert piece.view
    drawn: list[float] = []

    def noted(of: Workbook, setting: Setting) -> Tiering:
        # What an earlier test left waiting draws in its own time, and is not counted here.
        if of is book:
            drawn.append(setting.weight)
        return of.tiering

    monkeypatch.setattr(module, "tried", noted)
    # On a busy machine the pause may end between two steps; it must not end after each of them.
    for step in range(1, 10):
        piece.weight.value = step / 10
    piece.flush()
    assert drawn[-1] == 0.9
    assert len(drawn) < 9


def test_what_if_follows_a_decision_made_elsewhere(book: Workbook) -> None:
    """It starts again from what is stored, without drawing before it was used."""
    piece = tiering.what_if(book)
    assert piece.view
    choice = tiering.choose_prospect(book).piece
    assert choice.view
    choice.input.value = "W-23"
    followers(book).flush()
    assert (piece.prospect.value, "<img" in piece.result.value) == ("W-23", False)


def test_paper_shows_what_other_settings_give(book: Workbook) -> None:
    """Printed, the trial is a table of settings."""
    assert "Revenue weighs 1.00 Bornholt Chemie" in text_of(tiering.what_if(book))


def test_check_reminds_of_what_is_not_agreed(book: Workbook) -> None:
    """A swap nobody agreed to and a place given up are worth a thought; an agreed swap is not (Rules R10 and R12)."""
    swapped(book)
    fill(tiering.waive(book), slot="LARGEST_POTENTIAL", reason=REASON)
    shown = text_of(tiering.check(book))
    assert "The swap that brought in Bornholt Chemie is not agreed with the sales manager yet. Rule R12" in shown
    assert "Formula incomplete: the place “Largest potential” is given up for now. Rule R10" in shown


def test_agreed_swap_needs_no_reminder(book: Workbook) -> None:
    """A day of agreement is an agreement."""
    swapped(book, agreed_on="14 Jan 2026")
    assert "not agreed with the sales manager" not in text_of(tiering.check(book))
