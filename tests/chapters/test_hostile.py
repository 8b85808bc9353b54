"""Names that look like code, formulas or templates are shown in every chapter and do nothing."""

from importlib import import_module

import pytest

from tests.chapters.conftest import MakeBook
from workbook.chapters.path import CHAPTERS

NAMES = (
    "<script>alert(1)</script>", "{GmbH}", "$$ x_1 $$", "'=HYPERLINK(1)", "<img src=x onerror=alert(1)>", "%s %(n)d",
)  # fmt: skip
STATUSES = ("customer", "customer", "prospect", "customer", "customer", "customer")
LINES = "".join(
    f'{number},"{name}",{status},"{name}",EUR,10,{100 - number},{number}\n'
    for number, (name, status) in enumerate(zip(NAMES, STATUSES, strict=True))
)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_hostile_names_do_nothing(make_book: MakeBook, chapter: str) -> None:
    """Every cell of every chapter can be shown, and no name becomes a tag."""
    book, module = make_book(LINES), import_module(f"workbook.chapters.{chapter}")
    for name in module.__all__:
        if name != "open_chapter":
            html = getattr(module, name)(book)._repr_mimebundle_()["text/html"]
            assert "<script" not in html, name
            assert "<img src=x" not in html, name
