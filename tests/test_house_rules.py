"""The habits of the house, measured: short functions, small modules, few parameters, no code in hiding."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "workbook"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES, MOST_BODY, MOST_PARAMETERS = 250, 20, 5


def _functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def _is_command(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    # click hands every option to a command as a parameter of its own.
    return any("command" in ast.unparse(decorator) for decorator in function.decorator_list)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_is_small(module: Path) -> None:
    """A module stops at 250 lines, a function at 20, its parameters at 5."""
    assert module.read_text(encoding="utf-8").count("\n") <= MOST_LINES
    for function in _functions(module):
        arguments = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
        assert _body_lines(function) <= MOST_BODY, f"{function.name} is {_body_lines(function)} lines long"
        assert len(arguments) <= MOST_PARAMETERS or _is_command(function), f"{function.name} has too many parameters"
