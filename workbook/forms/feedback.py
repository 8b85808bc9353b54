"""What a look at a section says, in words: the score and its formula, what is missing, alarms and hints."""

from datetime import date
from html import escape
from typing import Any

from workbook.i18n import NP_, _, pgettext
from workbook.plan.checks import check
from workbook.plan.draft import Draft
from workbook.plan.finding import Finding, Gravity
from workbook.plan.questions import where

# Each gravity has a word of its own, so that nobody depends on a colour.
WORDS = {
    Gravity.GAP: NP_("Gravity", "Still missing"),
    Gravity.ALARM: NP_("Gravity", "Alarm"),
    Gravity.HINT: NP_("Gravity", "Hint"),
}


def feedback(draft: Draft[Any], today: date, most: int | None = None) -> str:
    """Return the check of a draft as HTML, with ``most`` lines if there is little room; every text is escaped."""
    found = check(draft, today=today)
    missing = ", ".join(part.label for part in found.completeness.missing)
    lines = [_line("wb-gap", _("Still missing in: {fields}").format(fields=missing))] if missing else []
    lines += [_finding(draft, each) for each in (*found.gaps, *found.advice)]
    mark = f'<span class="wb-light wb-light-{found.light}">{found.light.mark}</span>'
    score = f'<p class="wb-score">{mark} {escape(found.completeness.formula)}</p>'
    return f'<div class="wb-feedback" role="status">{score}{_list(lines[:most])}</div>'


def _finding(draft: Draft[Any], finding: Finding) -> str:
    place = f" ({where(draft, finding.path)})" if finding.path else ""
    return _line(f"wb-{finding.gravity}", told(finding, place))


def told(finding: Finding, place: str = "") -> str:
    """Return a finding in words: how much it weighs, where it is, what it says."""
    return f"{pgettext('Gravity', WORDS[finding.gravity])}{place}: {finding.sentence}"


def _line(style: str, text: str) -> str:
    return f'<li class="{style}">{escape(text)}</li>'


def _list(lines: list[str]) -> str:
    return f"<ul>{''.join(lines)}</ul>" if lines else ""
