"""The decisions in force, one sentence each, and a way to take each back."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters.acting import Acting, acting, decide
from workbook.chapters.confirming import not_any_more, set_group
from workbook.chapters.selfcheck import Line, Mark
from workbook.focus.decide import without_override, without_prospect, without_waiver
from workbook.focus.decisions import Override, Reasoned, Rules, Waiver
from workbook.focus.notices import Agreement
from workbook.forms.places import place_named
from workbook.forms.standing import Standing, StandingForm
from workbook.i18n import _, day, number

IN_FORCE = place_named("decisions")


def in_force_form(book: Workbook) -> Acting:
    """Return every decision of the rep with a button that takes it back."""
    nothing = _("You have decided nothing against the formula, and no prospect yet.")
    return acting(book, StandingForm(_("Your decisions"), nothing, lambda: tuple(standing(book))))


def standing(book: Workbook) -> Iterator[Standing]:
    """Yield what the rep decided: prospect, swaps, waivers, former customers, groups, setting of the score."""
    yield from _prospect(book)
    yield from (_swap(book, override) for override in book.decisions.overrides)
    yield from (_waiver(book, waiver) for waiver in book.decisions.waivers)
    for account_id in book.decisions.confirmed_former:
        yield Standing(_("To win back"), _name(book, account_id), partial(not_any_more, book, account_id))
    for name in book.decisions.roll_up:
        yield Standing(_("Group as one account"), name, partial(set_group, book, name, False))
    yield from _setting(book)


def _prospect(book: Workbook) -> Iterator[Standing]:
    for account_id in book.decisions.prospect:
        take_back = partial(_without_prospect, book)
        yield Standing(_("Prospect"), _name(book, account_id), take_back)


def _without_prospect(book: Workbook) -> None:
    decide(book, without_prospect(book.decisions))


def _swap(book: Workbook, override: Override) -> Standing:
    agreement = Agreement(override.agreed_with_manager, override.agreed_on)
    text = _("{entering} instead of {leaving}, {agreement}. {story}").format(
        entering=_name(book, override.account_in),
        leaving=_name(book, override.account_out),
        agreement=agreement,
        story=_story(book, override),
    )
    return Standing(_("Swap"), text, lambda: decide(book, without_override(book.decisions, override.account_in)))


def _waiver(book: Workbook, waiver: Waiver) -> Standing:
    text = _("“{slot}”. {story}").format(slot=waiver.slot.label, story=_story(book, waiver))
    return Standing(_("Place given up"), text, lambda: decide(book, without_waiver(book.decisions, waiver.slot)))


def _story(book: Workbook, decision: Reasoned) -> str:
    holds = decision.holds_on(book.today)
    sentence = _("Until {expiry}, {author}, {date}: {reason}") if holds else _("Ended on {expiry}, {author}: {reason}")
    return sentence.format(
        expiry=day(decision.expiry), author=decision.author, date=day(decision.date), reason=decision.reason
    )


def _setting(book: Workbook) -> Iterator[Standing]:
    usual, rules = Rules(), book.rules
    if rules.weight != usual.weight:
        text = _("Revenue weighs {weight} instead of {usual}.")
        text = text.format(weight=number(rules.weight, 2), usual=number(usual.weight, 2))
        yield Standing(_("Setting of the score"), text, partial(_back_to_usual, book, "weight"))
    if rules.potential_basis is not usual.potential_basis:
        text = _("The place for the largest potential looks at: {basis}.").format(basis=rules.potential_basis.label)
        yield Standing(_("Potential"), text, partial(_back_to_usual, book, "potential_basis"))


def _back_to_usual(book: Workbook, name: str) -> None:
    decide(book, book.decisions, book.rules.model_copy(update={name: getattr(Rules(), name)}))


def decision_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check about decisions against the formula (Rules R10 and R12)."""
    for slot in book.tiering.waived:
        sentence = _("Formula incomplete: the place “{slot}” is given up for now.")
        yield Line(Mark.HINT, sentence.format(slot=slot.label), _("Rule {rule}").format(rule="R10"), IN_FORCE)
    for override in book.decisions.overrides:
        if override.holds_on(book.today) and not override.agreed_with_manager:
            sentence = _("The swap that brought in {name} is not agreed with the sales manager yet.")
            name = _name(book, override.account_in)
            yield Line(Mark.HINT, sentence.format(name=name), _("Rule {rule}").format(rule="R12"), IN_FORCE)


def _name(book: Workbook, account_id: str) -> str:
    # A confirmed group has its own name in the layers; who left the data is still known by the id.
    for names in (book.tiering.table["name"], book.portfolio.accounts["name"]):
        if account_id in names.index:
            return str(names[account_id])
    return account_id
