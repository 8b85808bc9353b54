"""Every chapter keeps the rhythm of the method: objective, why, example, exercise, check, reflection, transfer."""

import ast
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from workbook.chapters.path import CHAPTERS, TITLES, minutes_of
from workbook.i18n import catalogue
from workbook.resources import resource

NOTEBOOKS = sorted(resource("notebooks").glob("*.ipynb"))
RHYTHM = ("objective", "why", "example", "exercise", "check", "reflection", "transfer")
BESIDE_THE_RHYTHM = ("rules", "trainer", "parameters", "setup")
MARKS = ("form", "pyramid")
MOST_LINES, WORDS_PER_LINE, MOST_WORDS = 8, 15, 130


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Each chapter in turn."""
    return json.loads(request.param.read_text(encoding="utf-8")) | {"path": request.param}


def _cells(notebook: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def _source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def _tags(cell: dict[str, Any]) -> list[str]:
    return cell["metadata"]["tags"]


def _code_lines(notebook: dict[str, Any]) -> list[str]:
    return [line for cell in _cells(notebook, "code") for line in _source(cell).splitlines() if line.strip()]


def _words(notebook: dict[str, Any]) -> int:
    told = [cell for cell in _cells(notebook, "markdown") if "trainer" not in _tags(cell)]
    return sum(len(re.findall(r"\w+", _source(cell))) for cell in told)


def test_there_is_one_notebook_for_each_chapter() -> None:
    """The chapters of the path and the notebooks are the same nine."""
    assert [path.stem for path in NOTEBOOKS] == list(CHAPTERS.values())


def test_rhythm(notebook: dict[str, Any]) -> None:
    """The parts come in the order of the method, none is missing and none comes back later."""
    parts = [tag for cell in notebook["cells"] for tag in _tags(cell) if tag in RHYTHM]
    in_order = [part for place, part in enumerate(parts) if place == 0 or parts[place - 1] != part]
    assert in_order == list(RHYTHM)


def test_every_cell_has_one_known_part(notebook: dict[str, Any]) -> None:
    """Each cell carries exactly one part, and beside it only marks that the page understands."""
    for cell in notebook["cells"]:
        part = [tag for tag in _tags(cell) if tag in (*RHYTHM, *BESIDE_THE_RHYTHM)]
        assert len(part) == 1, _source(cell)
        assert set(_tags(cell)) - set(part) <= set(MARKS), _source(cell)


def test_title_is_the_one_of_the_path(notebook: dict[str, Any]) -> None:
    """The first cell is the title and the learning objective."""
    chapter = {slug: name for name, slug in CHAPTERS.items()}[notebook["path"].stem]
    assert _source(notebook["cells"][0]).startswith(f"# {TITLES[chapter]}\n\n**Learning objective.** You ")


def test_german_title_is_the_one_of_the_path(notebook: dict[str, Any]) -> None:
    """A chapter has one German name, in its own heading as in every list of chapters."""
    title = TITLES[{slug: name for name, slug in CHAPTERS.items()}[notebook["path"].stem]]
    heading = catalogue("de", domain="notebooks").gettext(_source(notebook["cells"][0]))
    assert heading.startswith(f"# {catalogue('de').gettext(title)}\n")


def test_minutes_are_those_of_the_path(notebook: dict[str, Any]) -> None:
    """The notebook says the minutes that the seminar path says."""
    chapter = {slug: name for name, slug in CHAPTERS.items()}[notebook["path"].stem]
    assert notebook["metadata"]["minutes"] == minutes_of(chapter)


def test_why_has_two_sentences(notebook: dict[str, Any]) -> None:
    """The reason is given in two sentences."""
    (why,) = [_source(cell) for cell in _cells(notebook, "markdown") if "why" in _tags(cell)]
    assert len(re.findall(r"[.?](?=\s|$)", why)) == 2


def _module(notebook: dict[str, Any]) -> str:
    return str(notebook["path"].stem[3:])


def test_parameters_come_first(notebook: dict[str, Any]) -> None:
    """The first code cell holds the one parameter, an empty text; the second opens the book."""
    first, second = _cells(notebook, "code")[:2]
    assert (_tags(first), _source(first)) == (["parameters"], 'participant_ref = ""')
    assert _tags(second) == ["setup"]
    name = _module(notebook)
    # Each chapter has a name of its own, so that all chapters can share one kernel.
    opened = f"from workbook.chapters import {name}\n\nbook = {name}.open_chapter(participant_ref)"
    assert _source(second) == opened


def test_cells_call_and_define_nothing(notebook: dict[str, Any]) -> None:
    """After the setup each code cell is one call of a function of the chapter."""
    for cell in _cells(notebook, "code")[2:]:
        (statement,) = ast.parse(_source(cell)).body
        assert re.fullmatch(rf"{_module(notebook)}\.\w+\(book\)", ast.unparse(statement)), _source(cell)
        assert len(_source(cell).splitlines()) <= MOST_LINES


def test_called_functions_exist(notebook: dict[str, Any]) -> None:
    """Every function a cell calls is one of its chapter module."""
    from importlib import import_module

    name = _module(notebook)
    module = import_module(f"workbook.chapters.{name}")
    called = {call for line in _code_lines(notebook) for call in re.findall(rf"\b{name}\.(\w+)\(", line)}
    assert called <= {name for name in dir(module) if not name.startswith("_")}


def test_more_is_told_than_computed(notebook: dict[str, Any]) -> None:
    """At least 15 words of prose stand for each line of code."""
    assert _words(notebook) >= WORDS_PER_LINE * len(_code_lines(notebook))


def test_prose_comes_in_portions(notebook: dict[str, Any]) -> None:
    """A Markdown cell is one message for the translator and one idea for the reader."""
    for cell in _cells(notebook, "markdown"):
        assert len(_source(cell).split()) <= MOST_WORDS, _source(cell)


def test_a_sentence_reads_every_answer(notebook: dict[str, Any]) -> None:
    """No two answers of an example or exercise stand side by side without words between them."""
    cells = [cell for cell in notebook["cells"] if {"example", "exercise"} & set(_tags(cell))]
    for before, cell in pairwise(cells):
        assert {before["cell_type"], cell["cell_type"]} != {"code"}, _source(cell)


def test_nothing_but_sources_is_kept(notebook: dict[str, Any]) -> None:
    """Notebooks carry no outputs and no numbers, and their code stays folded."""
    for cell in _cells(notebook, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
        assert cell["metadata"]["jupyter"] == {"source_hidden": True}


def test_cell_ids_are_stable_and_unique(notebook: dict[str, Any]) -> None:
    """Each cell has a name of its own, so that translations and links find it again."""
    prefix = notebook["path"].stem[3:].replace("_", "-")
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(rf"{prefix}-[a-z-]+", each) for each in ids)


def test_format_is_the_agreed_one(notebook: dict[str, Any]) -> None:
    """Version 4.5 for the plain Python kernel, written the way a diff can be read."""
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


def test_every_chapter_has_notes_for_the_trainer(notebook: dict[str, Any]) -> None:
    """Trainers find at least two notes, and they are told apart from the participants' texts."""
    notes = [_source(cell) for cell in notebook["cells"] if "trainer" in _tags(cell)]
    assert len(notes) >= 2
    assert all(note.startswith("**For the trainer.**") for note in notes)


def test_no_promise_is_made(notebook: dict[str, Any]) -> None:
    """Where doubled growth is told, it is told as one company's experience."""
    for cell in _cells(notebook, "markdown"):
        if "twice the revenue growth" in _source(cell):
            assert re.search(r"one company|One company", _source(cell))


def test_chapter_two_prints_the_rules() -> None:
    """The formula of the score and rules R0 to R12 and R14 stand in chapter 2."""
    chapter = json.loads((resource("notebooks") / "02_tiering.ipynb").read_text(encoding="utf-8"))
    rules = "\n".join(_source(cell) for cell in chapter["cells"] if "rules" in _tags(cell))
    assert "0.5 × rank by revenue + 0.5 × rank by additional potential" in rules
    assert set(re.findall(r"\*\*(R\d+),", rules)) == {f"R{number}" for number in (*range(13), 14)}


def test_notebooks_do_not_name_paths(notebook: dict[str, Any]) -> None:
    """A notebook works wherever it lies."""
    assert not re.search(r"(/home/|/tmp/|\\\\Users)", Path(notebook["path"]).read_text(encoding="utf-8"))
