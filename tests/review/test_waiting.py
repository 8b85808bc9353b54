"""What waits for a word in the review is one click away from its question."""

import re

from tests.review.conftest import Year
from workbook.chapters import quarterly_review as chapter


def test_each_line_leads_to_the_form_that_asks(english_year: Year) -> None:
    """Overdue actions, old facts and due objectives: the three kinds that wait at the end of the demo year."""
    book = english_year.book()
    forms = (chapter.overdue_form(book), chapter.facts_form(book), chapter.outcomes_form(book))
    classes = {name for form in forms for name in form.view._dom_classes if name.startswith("wb-at-")}
    assert set(re.findall(r'data-place="([^"]+)"', str(chapter.check(book).html))) >= classes
    assert len(classes) == 3
