"""Notebooks become one self-contained page: no code, no prompts, no scripts, nothing from the network."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workbook.i18n import _, ngettext, number, speaking
from workbook.render.markdown import as_html
from workbook.resources import resource
from workbook.templating import render_template

if TYPE_CHECKING:
    from nbconvert.exporters import TemplateExporter
    from nbformat import NotebookNode

    from workbook.plan.sharing import SharedFile

# Cells with these tags are for trainers or for the machinery and never reach a participant's page.
HIDDEN_TAGS = ("trainer", "parameters", "injected-parameters", "setup", "asleep")
SHOWN_TAGS = ("objective", "example", "exercise", "check", "reflection", "transfer")
OUTPUTS = ["text/html", "image/png", "text/markdown", "text/plain"]
_FOR_PAPER = re.compile(r'src="(?P<screen>[^"]*)" data-print="(?P<paper>[^"]*)"')
_TITLE = re.compile(r"\A\s*# +(?P<title>[^\n]+)\n*")


class Chapter(NamedTuple):
    """One chapter on the page: ``slug`` names its notebook, ``minutes`` is the time it needs, ``body`` is HTML."""

    slug: str
    number: str
    title: str
    minutes: int | None
    body: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a participant's page is made of; ``pyramid`` and the chapters' bodies are HTML, all else is text.

    On paper each chapter begins a page, unless they are short and ``continuous``.
    """

    language: str
    title: str
    participant: str
    cohort: str
    date: str
    chapters: Iterable[Chapter] = ()
    pyramid: str = ""
    footer: str = ""
    continuous: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """What a trainer's index is made of; ``participants`` are entries of the manifest, ``shared`` goes by reference.

    ``follow_ups`` are addresses and words of the pages for the days after the seminar.
    """

    language: str
    cohort: str
    date: str
    state: str
    participants: Iterable[dict[str, Any]] = field(default_factory=tuple)
    shared: Mapping[str, "SharedFile"] = field(default_factory=dict)
    follow_ups: Sequence[tuple[str, str]] = ()


def chapter_title(notebook: "NotebookNode") -> str:
    """Return the first heading of a notebook, "" if what is shown of it does not begin with one."""
    first = _first_words(notebook)
    found = _TITLE.match(first.source) if first else None
    return found["title"].strip() if found else ""


def _first_words(notebook: Any) -> Any:
    """Return the first Markdown cell that is shown on a page, None if there is none."""
    shown = (cell for cell in notebook.cells if not set(cell.metadata.get("tags", ())) & set(HIDDEN_TAGS))
    return next((cell for cell in shown if cell.cell_type == "markdown"), None)


def chapter_html(notebook: "NotebookNode", prefix: str = "") -> str:
    """Return the Markdown and outputs of a notebook as HTML without its title; ids start with ``prefix``."""
    body, _resources = _exporter().from_notebook_node(notebook, resources={"prefix": prefix})
    return str(body)


def compose_workbook(page: Page, *, printed: bool = False) -> str:
    """Return a participant's workbook as one HTML page; ``printed`` is for the PDF, with text in pictures as text."""
    with speaking(page.language):
        words = {
            "contents": _("Contents"),
            "skip": _("Skip to the contents"),
            "chapter": _("Chapter"),
            "footer": page.footer or _("Personal workbook of {name}").format(name=page.participant),
        }
        written = render_template(
            "workbook.html.j2", page=page, words=words, facts=_facts(page), minutes=minutes_in_words
        )
    return _FOR_PAPER.sub(r'src="\g<paper>"' if printed else r'src="\g<screen>"', written)


def _facts(page: Page) -> list[str]:
    # A workbook named after its cohort need not say so twice.
    return [words for words in (page.cohort, page.date) if words and words != page.title]


def lab_css(fonts: str) -> str:
    """Return the style sheet that makes JupyterLab look like the workbook; ``fonts`` is where our typeface is."""
    return render_template("lab/custom.css.j2", fonts=fonts)


def lab_script(words: dict[str, str]) -> str:
    """Return the script of the page in JupyterLab, with the sentences it may have to say."""
    return render_template("lab/page.js.j2", words=words)


def minutes_in_words(minutes: int | None) -> str:
    """Return how long a chapter takes, "" when nobody said."""
    if not minutes:
        return ""
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=number(minutes))


@cache
def _exporter() -> "TemplateExporter":
    from nbconvert.exporters import TemplateExporter

    # Not HTMLExporter: that one parses and writes every page a second time, to repair what our template does right.
    exporter = TemplateExporter(
        template_name="focus",
        template_extension=".html.j2",
        file_extension=".html",
        extra_template_basedirs=[str(resource("templates", "nbconvert"))],
        config=_config(),
    )
    for name, task in _FILTERS.items():
        exporter.register_filter(name, task)
    exporter.register_preprocessor(_without_title, enabled=True)
    return exporter


def _config() -> Any:
    from traitlets.config import Config

    return Config(
        {
            "TemplateExporter": {"exclude_input": True, "exclude_input_prompt": True, "exclude_output_prompt": True},
            "Exporter": {"optimistic_validation": True},  # once, not after each of a dozen steps
            "NbConvertBase": {"display_data_priority": OUTPUTS},
            "TagRemovePreprocessor": {"enabled": True, "remove_cell_tags": set(HIDDEN_TAGS)},
        }
    )


def _without_title(notebook: Any, resources: Any) -> tuple[Any, Any]:
    # The page shows the title itself, with the chapter's number and time.
    first = _first_words(notebook)
    if first:
        first.source = _TITLE.sub("", first.source, count=1)
    return notebook, resources


def _chapter_markdown(source: str, resources: Any) -> str:
    return as_html(source, resources.get("prefix", ""), resources.setdefault("heading_ids", set()))


def _cell_classes(cell: Any) -> str:
    return "".join(f" wb-{tag}" for tag in SHOWN_TAGS if tag in cell.metadata.get("tags", ()))


def _base64_only(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9+/=]", "", text)


_FILTERS: Final = {
    "chapter_markdown": _chapter_markdown,
    "cell_classes": _cell_classes,
    "base64_only": _base64_only,
}
