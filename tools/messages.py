"""Brings the German catalogues up to date with the English sources: ``python -m tools.messages``.

Two catalogues: ``workbook.po`` holds what the program says (Python and Jinja templates), ``notebooks.po`` the Markdown
cells of the chapters, one message per cell. Existing translations are kept, gone messages are dropped, nothing is
guessed. No line numbers and no dates are written, so the files change only when a text does.
"""

import ast
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LANGUAGE = "de"
CATALOGUES = ROOT / "workbook" / "locales" / LANGUAGE / "LC_MESSAGES"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "NP_": ((1, "c"), 2)}
KEPT_HEADERS = ("Language:", "Plural-Forms:", "MIME-Version:", "Content-Type:", "Content-Transfer-Encoding:")


def extract_program() -> Catalog:
    """Return every message of the package and its templates, without translations."""
    template = _empty("workbook")
    for path in sorted((ROOT / "workbook").rglob("*.py")):
        _add_file(template, path, "python")
        _add_from_f_strings(template, path)
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        _add_file(template, path, "jinja2")
    return template


def _add_from_f_strings(template: Catalog, path: Path) -> None:
    """Add the messages marked inside f-strings, which Babel takes for plain text before Python 3.12."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    f_strings = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    calls = (each for node in f_strings for each in ast.walk(node) if isinstance(each, ast.Call))
    source = "\n".join(ast.unparse(call) for call in calls).encode()
    for _line, message, _comments, context in extract("python", io.BytesIO(source), keywords=KEYWORDS):
        template.add(message, locations=[(_name(path), 0)], context=context)


def extract_notebooks() -> Catalog:
    """Return the source of every Markdown cell of the chapters, without translations."""
    template = _empty("notebooks")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for number, cell in enumerate(markdown_cells(path)):
            template.add(cell, locations=[(_name(path), number)])
    return _as_text(template)


def markdown_cells(notebook: Path) -> Iterator[str]:
    """Yield the source of each Markdown cell that says something."""
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and source.strip():
            yield source


def read_catalogue(domain: str) -> Catalog:
    """Return a kept catalogue, empty if there is none yet."""
    path = CATALOGUES / f"{domain}.po"
    if not path.exists():
        return _empty(domain)
    with path.open("rb") as source:
        return read_po(source, locale=LANGUAGE, domain=domain)


def update_catalogue(template: Catalog) -> Catalog:
    """Return the kept catalogue with the messages of ``template``: new ones are empty, gone ones are left out."""
    catalogue = read_catalogue(str(template.domain))
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return _as_text(catalogue)


def write_catalogue(catalogue: Catalog) -> None:
    """Write a catalogue in source order, with file names and without line numbers or dates."""
    content = io.BytesIO()
    catalogue.fuzzy = False
    write_po(content, catalogue, width=110, sort_by_file=True, include_lineno=False)
    CATALOGUES.mkdir(parents=True, exist_ok=True)
    (CATALOGUES / f"{catalogue.domain}.po").write_text(_lean_header(content.getvalue().decode()), encoding="utf-8")


def _empty(domain: str) -> Catalog:
    title = f"# German texts of the Focus Workbook: {domain}."
    return Catalog(locale=LANGUAGE, domain=domain, project="focus-workbook", header_comment=title, fuzzy=False)


def _add_file(template: Catalog, path: Path, method: str) -> None:
    for line, message, _comments, context in extract_from_file(method, path, keywords=KEYWORDS):
        if message:  # a call such as _(text or "") shows an empty one
            template.add(message, locations=[(_name(path), line)], context=context)
    for line, message, context in _in_f_strings(path) if method == "python" else ():
        template.add(message, locations=[(_name(path), line)], context=context)
    _as_text(template)


def _in_f_strings(path: Path) -> Iterator[tuple[int, str, str | None]]:
    """Yield line, message and context of calls inside f-strings, which Babel does not look into."""
    texts = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.JoinedStr))
    calls = (node for text in texts for node in ast.walk(text) if isinstance(node, ast.Call))
    for call in calls:
        words = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        match call.func, words:
            case ast.Name("_" | "N_"), [str(message)]:
                yield call.lineno, message, None
            case ast.Name("pgettext" | "NP_"), [str(context), str(message)]:
                yield call.lineno, message, context


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lean_header(text: str) -> str:
    # Dates and names of people would change with every run and say nothing about the texts.
    header, rest = text.split("\n\n", 1)
    lines = [line for line in header.split("\n") if not re.match(r'"[A-Z]', line) or line[1:].startswith(KEPT_HEADERS)]
    return "\n".join(lines) + "\n\n" + rest


def _as_text(catalogue: Catalog) -> Catalog:
    # Our texts are filled with str.format only; "5 % of" is no printf pattern.
    for message in catalogue:
        message.flags.discard("python-format")
    return catalogue


def main() -> None:
    """Update both catalogues and say how many messages wait for a translation."""
    for template in (extract_program(), extract_notebooks()):
        catalogue = update_catalogue(template)
        write_catalogue(catalogue)
        open_messages = sum(1 for message in catalogue if message.id and not _is_translated(message.string))
        sys.stdout.write(f"{catalogue.domain}.po: {len(catalogue)} messages, {open_messages} without a translation\n")


def _is_translated(string: str | tuple[str, ...]) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    main()
