"""Every line of a self-check that asks for something leads to where something can be done about it."""

import ast
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import nbformat
import pytest

from tests.launch.conftest import make_folder
from workbook.book import Workbook, open_workbook
from workbook.chapters.path import CHAPTERS
from workbook.chapters.selfcheck import Mark
from workbook.forms.decision import DecisionForm
from workbook.forms.decision_rows import DecisionRows
from workbook.launch.chapters import rebuild_chapters
from workbook.plan.fixed_dates import FixedDates
from workbook.plan.goals import CustomerGoals
from workbook.plan.inquiries import Inquiries
from workbook.plan.not_to_do import NotToDo
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

FILES = {f"{chapter}.ipynb" for chapter in CHAPTERS.values()}


@pytest.fixture(scope="module", params=["empty", "begun"])
def chapters(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, dict[str, Any]]]:
    """The names that each chapter leaves behind when its cells were carried out alive, and what it shows."""
    with pytest.MonkeyPatch.context() as patch:
        folder = make_folder(tmp_path_factory.mktemp("leads"), "en")
        patch.setenv("WORKBOOK_FOLDER", str(folder))
        if request.param == "begun":
            _begin(open_workbook(folder=folder))
        paths = dict(zip(CHAPTERS, rebuild_chapters(folder, "en"), strict=True))
        yield {chapter: _carried_out(path) for chapter, path in paths.items()}


def _carried_out(path: Path) -> dict[str, Any]:
    names: dict[str, Any] = {"shown": []}
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            _carry_out(ast.parse(cell.source), names)
    return names


def _carry_out(code: ast.Module, names: dict[str, Any]) -> None:
    last = code.body.pop() if code.body and isinstance(code.body[-1], ast.Expr) else None
    exec(compile(code, "cell", "exec"), names)
    if last:
        shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        names["shown"].append(shown)


def _widgets(chapter: dict[str, Any]) -> list[widgets.Widget]:
    return [each for shown in chapter["shown"] if hasattr(shown, "view") for each in _inside(shown.view)]


def _inside(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from _inside(child)


def _places(inside: Iterable[widgets.Widget]) -> set[str]:
    return {name for each in inside for name in getattr(each, "_dom_classes", ())}


def _led(chapter: dict[str, Any], place: str) -> set[str]:
    """Return the places that are there once the page has asked for one: all, or those of the form it has opened."""
    outer, *inner = place.split()
    if not inner:
        return _places(_widgets(chapter)) | FILES
    way = next(each for each in _widgets(chapter) if "wb-way-in" in getattr(each, "_dom_classes", ()))
    way.value = place
    assert way.value == ""
    return _places(_inside(next(each for each in _widgets(chapter) if outer in getattr(each, "_dom_classes", ()))))


def _begin(book: Workbook) -> None:
    """Begin a few things and finish none, so that checks have something to say."""
    top, fifteen = book.tiering.ids(Layer.TOP5), book.tiering.ids(Layer.NEXT15)
    _add(book.keeper(CustomerGoals, account_id=top[0]), "goals", text="Fewer complaints")
    _add(book.keeper(CustomerGoals, account_id=top[1]), "goals", target="ten per cent")
    _add(book.keeper(YearPlan, account_id=fifteen[0]), "actions", what="Call")
    _add(book.keeper(YearPlan, account_id=fifteen[1]), "actions", what="Visit")
    _add(book.keeper(Inquiries), "inquiries", account="Somebody")
    _add(book.keeper(FixedDates), "dates", account="Somebody", due=date(2020, 1, 1))
    _add(book.keeper(NotToDo), "entries", item="Copies of copies", hours_freed=4)


def _add(keeper: Any, path: str, **values: Any) -> None:
    keeper.save(keeper.draft.add(path, **values))


@pytest.mark.slow
@pytest.mark.parametrize("chapter", list(CHAPTERS))
def test_what_is_missing_has_a_place(chapters: dict[str, dict[str, Any]], chapter: str) -> None:
    """The place is another chapter, a form or field of the same one, or a field of a plan that is opened on the way."""
    book = chapters[chapter]["book"]
    lines = import_module(f"workbook.chapters.{chapter}").check_lines(book)
    asked = {each.place or each.text for each in lines if each.mark is not Mark.THERE}
    assert [place for place in sorted(asked) if place.split()[-1] not in _led(chapters[chapter], place)] == []


@pytest.mark.slow
@pytest.mark.parametrize("chapter", list(CHAPTERS))
def test_what_waits_for_a_button_is_kept(chapters: dict[str, dict[str, Any]], chapter: str) -> None:
    """Every form of a decision that asks something keeps what is picked and typed before its button is pressed."""
    forms = [getattr(each, name, None) for each in chapters[chapter]["shown"] for name in ("form", "triage")]
    asking = [each for each in forms if isinstance(each, DecisionForm | DecisionRows) and each.twin().count("wb-blank")]
    assert [each.button.tooltip for each in asking if each.view and each.memory is None] == []
