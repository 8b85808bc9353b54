"""What a quarter teaches: objectives against their probabilities, and hours against what was planned."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from workbook.book import Workbook
from workbook.book.due_objectives import DueObjective, due_objectives, forecasts, judge_objective
from workbook.chapters.acting import Acting, acting, keeping
from workbook.chapters.following import Follower
from workbook.chapters.hours import hours_in_words
from workbook.chapters.opening import followers, following
from workbook.chapters.panels import Column, Panel, Words, badge, note, paragraph, side_by_side, strong, table, together
from workbook.chapters.quarter_waiting import DUE
from workbook.forms.decision import Ask, Asked
from workbook.forms.decision_rows import Answers, DecisionRows, Row, Wording
from workbook.i18n import N_, _, day, ngettext, number, percent
from workbook.plan.calibration import COIN, FEWEST, Band, Calibration, Forecast, Lean, bands, calibrate
from workbook.plan.entry import show_percent
from workbook.plan.time_budget import TimeBudget, hours_of
from workbook.terms import Layer

REACHED, MISSED = "reached", "missed"
HALF = 0.5
LEANS = {
    Lean.OVER: N_("You promise yourself more than happens: you are overconfident. Ask earlier who could say no."),
    Lean.UNDER: N_("More happens than you dare to say: you are underconfident. You may aim higher, or ask for more."),
    Lean.EVEN: N_("What you say and what happens fit together: your probabilities can be planned with."),
}


def outcomes_form(book: Workbook) -> Acting:
    """Return the form in which the rep says which objectives that were due are reached."""
    words = Wording(
        _("Objectives that were due"),
        _("Objective"),
        _("Save the answers"),
        _("No objective waits for an answer: none was due, or all of them are judged."),
    )
    answers = ((_("Reached"), REACHED), (_("Not reached"), MISSED))
    ask = Ask("reached", _("Is it reached?"), Asked.PICK, answers)
    form = DecisionRows(words, [ask], lambda: _rows(book), partial(_judge, book))
    form = keeping(book, form, "quarterly_review/outcomes")
    return acting(book, form, lambda: tuple(_rows(book)), place=DUE)


def _rows(book: Workbook) -> list[Row]:
    return [Row(_code(each), each.text, " · ".join(_about(each))) for each in due_objectives(book)]


def _about(due: DueObjective) -> Iterator[str]:
    yield due.account
    yield _("due {day}").format(day=day(due.due))
    if due.probability is not None:
        yield _("you said {percent}").format(percent=show_percent(due.probability))


def _code(due: DueObjective) -> str:
    return f"{due.account_id} {due.objective} {due.due}"


def _judge(book: Workbook, code: str, answers: Answers) -> None:
    waiting = {_code(each): each for each in due_objectives(book)}
    if code in waiting:
        judge_objective(book, waiting[code], reached=answers["reached"] == REACHED)
        followers(book).saved()


def show_calibration(book: Workbook) -> Follower:
    """Return how well the rep's probabilities fit what happened, in words; a remark while there are too few."""
    return following(book, lambda: _calibration(forecasts(book)))


def _calibration(said: tuple[Forecast, ...]) -> Panel:
    found = calibrate(said)
    if found is None:
        return note(_("No objective with a probability has been judged yet. The first answer above is the beginning."))
    if found.count < FEWEST:
        return together(_figures(found), note(_too_few(found.count)))
    return together(_figures(found), note(strong(_(LEANS[found.lean]))), paragraph(_explained(found)), _bands(said))


def _figures(found: Calibration) -> Panel:
    """Return what was said and what came; the score is told only where there are enough for it to say something."""
    figures = [
        (_("Objectives judged"), number(found.count)),
        (_("Said on average"), percent(found.said, 0)),
        (_("Reached"), percent(found.reached, 0)),
    ]
    score = [(_("Brier score"), number(float(found.brier), 2))] if found.count >= FEWEST else []
    return side_by_side([*figures, *score])


def _too_few(count: int) -> str:
    sentence = ngettext(
        "{count} objective is judged. From {fewest} on the workbook says how well you judge yourself; below that it"
        " would be chance.",
        "{count} objectives are judged. From {fewest} on the workbook says how well you judge yourself; below that it"
        " would be chance.",
        count,
    )
    return sentence.format(count=number(count), fewest=number(FEWEST))


def _explained(found: Calibration) -> str:
    better = _("Yours is lower, so your probabilities say something.")
    worse = _("Yours is not lower, so your probabilities say no more than a coin.")
    sentence = _(
        "The Brier score is the mean square of the distance between what you said and what came. 0 is perfect; who"
        " always says {half} gets {coin}. {verdict} With {count} objectives chance still has a word in it."
    )
    verdict = better if found.brier < COIN else worse
    half, coin = percent(HALF, 0), number(float(COIN), 2)
    return sentence.format(half=half, coin=coin, verdict=verdict, count=number(found.count))


def _bands(said: tuple[Forecast, ...]) -> Panel:
    columns = (Column(_("You said")), Column(_("Objectives"), amount=True), Column(_("Reached"), amount=True))
    return table(columns, map(_band, bands(said)))


def _band(band: Band) -> tuple[str, str, str]:
    span = _("{lowest} to {highest}").format(
        lowest=number(band.lowest), highest=percent(Decimal(band.highest) / 100, 0)
    )
    reached = number(band.reached) if band.count else "–"
    return span, number(band.count), reached


def show_time_spent(book: Workbook) -> Follower:
    """Return the hours per layer beside those that were planned a quarter ago."""
    return following(book, lambda: _time_spent(book))


def _time_spent(book: Workbook) -> Panel:
    planned = hours_of((book.before or book).read(TimeBudget).values, "target")
    actual = hours_of(book.read(TimeBudget).values, "actual")
    if not any(hours is not None for hours in planned) or not any(hours is not None for hours in actual):
        return note(_("Hours that were planned and hours as they are stand in chapter 6; both are needed here."))
    heads = (_("Planned a week"), _("Spent a week"), _("Difference"))
    rows = (_time_row(*each) for each in zip(Layer, planned, actual, strict=True))
    columns = [Column(_("Layer")), *(Column(head, amount=True) for head in heads)]
    return together(_old_hours(book), table(columns, rows))


def _old_hours(book: Workbook) -> Panel:
    """Return a remark where the hours of today were counted in an earlier quarter."""
    counted = book.written_in(TimeBudget.key())
    if counted is None or counted == book.quarter:
        return together()
    sentence = _("The hours were counted in {quarter}. Count one week again in chapter 6 before you judge them.")
    return note(sentence.format(quarter=counted), "warn")


def _time_row(layer: Layer, planned: Decimal | None, actual: Decimal | None) -> tuple[Words, ...]:
    return badge(layer.label, layer), hours_in_words(planned), hours_in_words(actual), _difference(planned, actual)


def _difference(planned: Decimal | None, actual: Decimal | None) -> str:
    if planned is None or actual is None:
        return "–"
    if planned == actual:
        return _("as planned")
    words = _("{hours} more than planned") if actual > planned else _("{hours} less than planned")
    return words.format(hours=hours_in_words(abs(actual - planned)))
