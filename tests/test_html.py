"""The page: one file, no code, nothing alive, nothing from outside."""

import hashlib
import re
from base64 import b64decode, b64encode
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat.v4 as v4
import pytest
from nbformat import NotebookNode

from tests.charts.builders import pyramid_data
from workbook.charts.picture import show
from workbook.charts.pyramid import describe_pyramid, draw_pyramid
from workbook.render.html import (
    Chapter,
    Index,
    Page,
    chapter_html,
    chapter_title,
    compose_workbook,
    lab_css,
)
from workbook.render.index_page import compose_index
from workbook.render.markdown import as_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = '<script>alert(1)</script>" onload="x\' {GmbH} {{ 7*7 }} $$'
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


class Reader(HTMLParser):
    """Reads a page the way a browser does: its tags with their attributes, and its headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def _output(html: str, **more: object) -> NotebookNode:
    cell = v4.new_code_cell("secret_code()")
    cell.outputs = [v4.new_output("display_data", {"text/html": html, "text/plain": "VBox(children=())", **more})]
    return cell


def _tagged(source: str, *tags: str) -> NotebookNode:
    return v4.new_markdown_cell(source, metadata={"tags": list(tags)})


@pytest.fixture(scope="module")
def notebook() -> NotebookNode:
    """A chapter with everything a chapter has, and some things it should not have."""
    picture = show(draw_pyramid(pyramid_data()), describe_pyramid(pyramid_data()), "Your layers")
    return v4.new_notebook(
        cells=[
            v4.new_markdown_cell("# The formula\n\nWhy we do this."),
            _tagged("Only for trainers", "trainer"),
            _tagged("## Exercise\n\n<img src=x onerror=alert(1)> ![away](https://away.example/x.png)", "exercise"),
            _output(picture._repr_html_(), **{"application/vnd.jupyter.widget-view+json": {"model_id": "x"}}),
            v4.new_markdown_cell("## Exercise\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[next](03_key_accounts.ipynb)"),
        ],
        metadata={"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"x": "FOREIGN NAME"}}}},
    )


@pytest.fixture(scope="module")
def page(notebook: NotebookNode) -> str:
    """A workbook of two chapters for somebody with a hostile name."""
    picture = show(draw_pyramid(pyramid_data()), "Pyramid")._repr_html_()
    chapters = [
        Chapter(slug, str(number), HOSTILE, 60, chapter_html(notebook, f"{slug}-"))
        for number, slug in enumerate(("02_tiering", "03_key_accounts"))
    ]
    return compose_workbook(Page("de", "Workbook", HOSTILE, HOSTILE, "23.11.2026", chapters, picture))


def test_page_runs_nothing(page: str) -> None:
    """No script, no event handler, no frame, no form, whatever names and cells say."""
    reader = Reader(page)
    assert not {"script", "iframe", "object", "embed", "form", "link", "base"} & {tag for tag, _ in reader.tags}
    assert not [name for _, attributes in reader.tags for name in attributes if name.startswith("on")]


def test_page_asks_the_network_for_nothing(page: str) -> None:
    """Images lie in the page, links stay on it, and the style sheet imports nothing."""
    reader = Reader(page)
    assert all(image["src"].startswith("data:image/") for image in reader.all("img"))
    assert all(link["href"].startswith("#") for link in reader.all("a"))
    assert "url(" not in page
    assert "@import" not in page


def test_page_forbids_everything_else(page: str) -> None:
    """The content security policy comes before anything it governs."""
    policy = [meta for meta in Reader(page).all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert [meta["content"] for meta in policy] == [POLICY]
    assert page.index("Content-Security-Policy") < page.index("<style")


def test_page_names_its_language(page: str) -> None:
    """Screen readers and hyphenation know the language."""
    assert Reader(page).all("html") == [{"lang": "de"}]


def test_headings_skip_no_level(page: str) -> None:
    """One first heading; every deeper one is at most one level below the one before."""
    levels = Reader(page).headings
    assert levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_every_image_has_words(page: str) -> None:
    """Each picture carries its text alternative."""
    assert all(image["alt"] for image in Reader(page).all("img"))


def test_print_takes_the_pictures_with_text(notebook: NotebookNode) -> None:
    """The page carries outlines only, the PDF's page text only; neither carries both."""
    chapter = Chapter("02_tiering", "2", "Title", 60, chapter_html(notebook))
    page = Page("en", "Workbook", "Anna", "Cohort", "", [chapter])
    screen, paper = compose_workbook(page), compose_workbook(page, printed=True)
    assert "<text" not in _picture(screen)
    assert "Nordwerk" in _picture(paper)
    assert "data-print" not in screen + paper


def _picture(page: str) -> str:
    return b64decode(Reader(page).all("img")[0]["src"].partition(",")[2]).decode()


def test_ids_are_unique_and_links_arrive(page: str) -> None:
    """Two chapters with the same headings have different ids, and every link leads somewhere."""
    reader = Reader(page)
    ids = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in reader.all("a")} <= set(ids)


def test_chapter_shows_no_code_and_no_machinery(notebook: NotebookNode) -> None:
    """Code, widget state, plain forms of widgets and cells for trainers stay away."""
    body = chapter_html(notebook)
    assert not [word for word in ("secret_code", "VBox", "FOREIGN", "Only for trainers") if word in body]


def test_chapter_leaves_the_notebook_as_it_is(notebook: NotebookNode) -> None:
    """Exporting changes nothing in the notebook."""
    before = notebook.copy()
    chapter_html(notebook)
    assert notebook == before
    assert chapter_title(notebook) == "The formula"


def test_chapter_marks_exercises_and_tables(notebook: NotebookNode) -> None:
    """Tags become classes, Markdown tables get the table style, the title is left to the page."""
    body = chapter_html(notebook)
    assert '<div class="wb-cell wb-exercise">' in body
    assert '<table class="wb-table">' in body
    assert "The formula" not in body


def test_raw_html_in_markdown_is_visible_text() -> None:
    """HTML typed into Markdown is shown, not run; dangerous links lose their address."""
    html = as_html("<script>x</script>\n\n[a](javascript:alert)")
    assert "&lt;script&gt;" in html
    assert 'href="#harmful-link"' in html


def test_heading_ids_are_stable_and_distinct() -> None:
    """The same heading twice gets two ids, the first is always the same."""
    taken: set[str] = set()
    first, second = as_html("## Größe & Ziel", "02-", taken), as_html("## Größe & Ziel", "02-", taken)
    assert 'id="02-größe-ziel"' in first
    assert 'id="02-größe-ziel-2"' in second


def test_stray_output_is_escaped() -> None:
    """Printed text and plain results are shown as text; complaints on stderr are not shown."""
    cell = v4.new_code_cell("x")
    cell.outputs = [
        v4.new_output("stream", name="stdout", text="<b>printed</b>"),
        v4.new_output("stream", name="stderr", text="Warning"),
        v4.new_output("execute_result", {"text/plain": "<i>result</i>"}),
    ]
    body = chapter_html(v4.new_notebook(cells=[cell]))
    assert "&lt;b&gt;printed" in body
    assert "&lt;i&gt;result" in body
    assert "Warning" not in body


ENTRIES = [
    {"ref": "aa11bb22", "display_name": HOSTILE, "folder": "anna-<b>-aa11bb22", "status": "done", "reason": None},
    {
        "ref": "cc33dd44", "display_name": "Bernd", "folder": "bernd", "status": "failed",
        "reason": {"code": "cell_failed", "message": "<b>No revenue</b>", "chapter": "02_tiering", "cell": 3},
    },
    {"ref": "ee55ff66", "display_name": "", "folder": "", "status": "pending", "reason": None},
]  # fmt: skip


def test_index_says_status_and_reason_in_words() -> None:
    """Each participant has a status word; a failure says what happened and where."""
    index = compose_index(Index("en", "Autumn", "23 Nov 2026", "done", ENTRIES))
    assert "1 of 3 workbooks are ready, 1 failed, 1 waiting." in index
    assert "&lt;b&gt;No revenue&lt;/b&gt;" in index
    assert "Chapter 02_tiering, cell 3" in index


def test_index_links_only_to_workbooks_that_exist() -> None:
    """A folder name cannot leave its link, and a failed workbook has none."""
    links = Reader(compose_index(Index("de", "Herbst", "", "done", ENTRIES))).all("a")
    assert [link["href"] for link in links] == ["trainer-guide-de.html", "anna-%3Cb%3E-aa11bb22/workbook.html"]


def test_index_runs_nothing() -> None:
    """One script of ours, named by its hash, searches; nothing else runs."""
    page = compose_index(Index("en", HOSTILE, "", "running", ENTRIES))
    reader = Reader(page)
    (script,) = re.findall(r"<script>(.*?)</script>", page, flags=re.S)
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page
    assert [tag for tag, _ in reader.tags].count("script") == 1
    assert not [name for _, attributes in reader.tags for name in attributes if name.startswith("on")]


def test_empty_index_says_what_to_do() -> None:
    """Without participants the index explains the roster."""
    assert "roster.csv" in compose_index(Index("en", "Autumn", "", "done", []))


def test_lab_style_hides_code_and_knows_the_palette() -> None:
    """JupyterLab shows no code bars and the workbook's colours."""
    css = lab_css("/fonts")
    assert ".jp-Cell-inputWrapper:has(.jp-Placeholder) { display: none; }" in css
    assert "--wb-top5:" in css
    assert "{{" not in css


@pytest.mark.browser
@pytest.mark.parametrize("width", [640, 768, 1280])
def test_browser_opens_the_page_in_silence(chromium: "Browser", page: str, width: int, tmp_path: Path) -> None:
    """Chromium reports no error, asks the network for nothing, and nothing sticks out at the side."""
    path = tmp_path / "workbook.html"
    path.write_text(page, encoding="utf-8")
    noises: list[str] = []
    tab = chromium.new_page(viewport={"width": width, "height": 900})
    tab.on("console", lambda message: noises.append(message.text))
    tab.on("pageerror", lambda error: noises.append(str(error)))
    tab.on("request", lambda request: noises.append(request.url) if request.url.startswith("http") else None)
    tab.goto(path.as_uri(), wait_until="load")
    overflow = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
    tab.close()
    assert noises == []
    assert overflow <= 0
