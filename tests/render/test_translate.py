"""The Markdown cells of a chapter in another language."""

import gettext

import pytest

from tests.render.fixtures import notebook
from workbook.render import translate
from workbook.render.translate import translate_notebook


class _German(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return {"# A chapter": "# Ein Kapitel"}.get(message, message)


def test_markdown_is_translated_and_code_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole cells are messages; the notebook says which language it speaks; the source stays English."""
    monkeypatch.setattr(translate, "catalogue", lambda language, domain: _German())
    source = notebook("print('# A chapter')")
    german = translate_notebook(source, "de")
    assert [cell.source for cell in german.cells][::2] == ["# Ein Kapitel", "print('# A chapter')"]
    assert german.metadata.language == "de"
    assert source.cells[0].source == "# A chapter"
