"""The trainer's index as one page: participants with search, the mirror of the group, and what was shared.

One script of our own filters the rows. The content security policy names its hash, so no other script runs, whatever
people write.
"""

import base64
import hashlib
from functools import cache

from markupsafe import Markup

from workbook.i18n import speaking
from workbook.render.html import Index
from workbook.render.index import rows, summary, words
from workbook.render.mirror import mirror
from workbook.render.shared_texts import shared_by
from workbook.resources import resource
from workbook.templating import render_template


def compose_index(index: Index) -> str:
    """Return a trainer's index of a cohort as one HTML page."""
    with speaking(index.language):
        entries = list(index.participants)
        shown = rows(entries)
        shared = shared_by({row.ref: row.name for row in shown}, index.shared)
        return render_template(
            "index.html.j2",
            index=index,
            rows=shown,
            summary=summary(entries, index.state),
            words=words(),
            reasons=any(row.reason for row in shown),
            shared=shared,
            shared_refs={each.ref: each.what for each in shared},
            mirror=mirror(list(index.shared.values())),
            script=_script(),
            script_hash=_hash(_script()),
        )


@cache
def _script() -> Markup:
    return Markup(resource("templates", "index.js").read_text(encoding="utf-8"))  # noqa: S704  our own file


def _hash(script: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
