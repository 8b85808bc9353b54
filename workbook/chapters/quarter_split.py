"""An account that was split into several: what each further part begins with."""

from collections.abc import Mapping
from typing import Any

from workbook.book import Workbook
from workbook.book.continued import split_off
from workbook.book.splitting import Beginning, accounts_with_plans, begin_part
from workbook.chapters.acting import Acting, acting, keeping
from workbook.chapters.opening import followers
from workbook.chapters.quarter_accounts import NO_PAIR, matching_of, old_name
from workbook.errors import DecisionRefused, Problem
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.i18n import _


def split_form(book: Workbook) -> Acting:
    """Return the form for a part of a split account; shown only while an account is new and an older one has a plan."""
    form = DecisionForm(
        _("One account has become several"),
        _("It is a part of it"),
        lambda: _asks(book),
        lambda answers: _begin(book, answers),
    )
    form = keeping(book, form, "quarterly_review/split")
    return acting(book, form, wanted=lambda: all(ask.options for ask in _asks(book)))


def _asks(book: Workbook) -> list[Ask]:
    matching, names = matching_of(book), book.portfolio.accounts["name"]
    new = [(str(names[each]), each) for each in matching.new if each not in split_off(book)] if matching else []
    old = [(old_name(book, each), each) for each in accounts_with_plans(book)]
    return [
        Ask("whole", _("Which account was split?"), Asked.PICK, tuple(sorted(old))),
        Ask("part", _("Which new account is a further part?"), Asked.PICK, tuple(sorted(new))),
        Ask(
            "beginning",
            _("How does this part begin?"),
            Asked.PICK,
            tuple((each.label, each.value) for each in Beginning),
            help=_("Amounts are not copied: what the whole was to bring is not what a part brings."),
        ),
    ]


def _begin(book: Workbook, answers: Mapping[str, Any]) -> str:
    if None in (answers["whole"], answers["part"], answers["beginning"]):
        raise DecisionRefused(Problem(NO_PAIR))
    beginning = next(each for each in Beginning if each == answers["beginning"])
    begin_part(book, answers["whole"], answers["part"], beginning)
    followers(book).saved()
    if beginning is Beginning.COPY:
        return _(
            "The part begins with a copy of the goal in words and the open actions. Its amount stays yours to say."
        )
    return _("The part begins without a plan.")
