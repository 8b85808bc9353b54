"""The Markdown of a chapter as inert HTML: raw HTML becomes visible text, headings get ids, tables get a class.

>>> as_html("# Focus\\n<b>bold</b> **bold**")
'<h2 id="focus">Focus</h2>\\n<p>&lt;b&gt;bold&lt;/b&gt; <strong>bold</strong></p>\\n'
"""

import re
from collections.abc import MutableSet
from html import escape, unescape
from typing import Any

from mistune import HTMLRenderer, Markdown
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table, table_in_list
from mistune.plugins.task_lists import task_lists

DEEPEST = 6
_CHAPTER_LINK = re.compile(r"(?:\./)?(?P<slug>[\w-]+)\.ipynb(?:#.*)?$")


class ChapterRenderer(HTMLRenderer):
    """Writes one chapter's Markdown; headings go one level down because the page's title is the only first one."""

    def __init__(self, prefix: str, taken: MutableSet[str]) -> None:
        super().__init__(escape=True)
        self.prefix, self.taken = prefix, taken

    def heading(self, text: str, level: int, **_attributes: Any) -> str:
        """Return a heading with an id that no other heading of the page has."""
        depth = min(level + 1, DEEPEST)
        return f'<h{depth} id="{self._new_id(text)}">{text}</h{depth}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Return a link; one to another chapter's notebook leads to that chapter on the page."""
        chapter = _CHAPTER_LINK.match(url)
        if chapter:
            return f'<a href="#{escape(chapter["slug"])}">{text}</a>'
        return super().link(text, url, title)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Return an image that lies in the page itself; of any other only its description stays."""
        return super().image(text, url, title) if url.startswith("data:image/") else escape(unescape(text))

    def _new_id(self, text: str) -> str:
        words = re.sub(r"<[^>]*>", "", unescape(text)).lower()
        name = self.prefix + (re.sub(r"[^\w]+", "-", words).strip("-") or "section")
        number, candidate = 1, name
        while candidate in self.taken:
            number += 1
            candidate = f"{name}-{number}"
        self.taken.add(candidate)
        return escape(candidate)


def as_html(source: str, prefix: str = "", taken: MutableSet[str] | None = None) -> str:
    """Return Markdown as HTML; ids start with ``prefix`` and avoid those ``taken``, which grows."""
    renderer = ChapterRenderer(prefix, set() if taken is None else taken)
    written = Markdown(renderer, plugins=[table, table_in_list, strikethrough, task_lists])(source)
    return str(written).replace("<table>", '<table class="wb-table">')
