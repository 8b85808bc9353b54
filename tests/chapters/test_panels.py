"""Panels escape whatever comes from outside, and say the same to screen readers and terminals."""

import pytest
from markupsafe import escape

from workbook.chapters.panels import Column, badge, card, facts, note, steps, table

HOSTILE = ["<script>alert(1)</script>", "{GmbH}", "$$x$$", "=HYPERLINK()", "a\"b'c", "%s %(x)d"]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_becomes_html(name: str) -> None:
    """A name is shown as it is written and never becomes a tag."""
    columns = (Column(name), Column(name, amount=True))
    parts = (note(name), facts([(name, name)]), table(columns, [(name, badge(name))], name), steps([name]))
    html = card(name, *parts)._repr_html_()
    assert "<script" not in html
    assert html.count(str(escape(name))) == html.count(">" + str(escape(name)) + "<")


def test_name_is_readable() -> None:
    """Braces, dollars and equals signs stand on the page as typed."""
    assert note("{GmbH} $$ =A1")._repr_html_() == '<p class="wb-note">{GmbH} $$ =A1</p>'


def test_first_cell_heads_its_row() -> None:
    """Screen readers hear the account before its amounts."""
    html = table((Column("Account"), Column("Revenue", amount=True)), [("A", "1")])._repr_html_()
    assert '<tr><th scope="row">A</th><td class="wb-amount">1</td></tr>' in html


def test_uneven_row_is_refused() -> None:
    """A row with a cell too many is a mistake, not a wider table."""
    with pytest.raises(ValueError, match="zip"):
        table((Column("A"), Column("B")), [("1", "2", "3")])


def test_plain_text_has_no_tags() -> None:
    """Where no HTML is shown, the words remain."""
    bundle = note("Müller & Söhne")._repr_mimebundle_()
    assert bundle["text/plain"] == "Müller & Söhne"
