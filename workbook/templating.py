"""Filling the templates of pages: what is not HTML already is escaped, and a name nobody gave is a mistake."""

from functools import cache
from typing import TYPE_CHECKING, Any

from workbook.resources import resource

if TYPE_CHECKING:
    from jinja2 import Environment


def render_template(template: str, **values: Any) -> str:
    """Return a template of the folder ``templates`` with values filled in, in the language in use."""
    return str(_environment().get_template(template).render(**values))


@cache
def _environment() -> "Environment":
    # Loaded when a page is wanted: a workbook that is only looked up needs no templates.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    from workbook import look

    environment = Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["look"] = look
    return environment
