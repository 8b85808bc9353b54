"""What a trainer's index says: one row per participant, and the run in one sentence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from workbook.i18n import NP_, _, ngettext, number, pgettext

# A word and a sign for each status, so that no reader depends on the colour.
STATUS = {
    "done": (NP_("status of a workbook", "ready"), "\N{CHECK MARK}"),
    "failed": (NP_("status of a workbook", "failed"), "\N{MULTIPLICATION X}"),
    "interrupted": (NP_("status of a workbook", "interrupted"), "\N{EN DASH}"),
    "pending": (NP_("status of a workbook", "waiting"), "\N{HORIZONTAL ELLIPSIS}"),
}


class Row(NamedTuple):
    """One participant of the index; ``link`` is "" while there is no workbook to open."""

    name: str
    ref: str
    status: str
    sign: str
    word: str
    link: str
    reason: str
    place: str


def rows(participants: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Return a row for each entry of the manifest, in its order."""
    return [_row(entry) for entry in participants]


def summary(participants: Sequence[Mapping[str, Any]], state: str) -> str:
    """Return the run in one sentence: how many workbooks are ready, and what became of the others."""
    counts = Counter(_status(entry) for entry in participants)
    ready = ngettext(
        "{ready} of {count} workbook is ready", "{ready} of {count} workbooks are ready", len(participants)
    )
    parts = [ready.format(ready=number(counts["done"]), count=number(len(participants)))]
    parts += [f"{number(counts[code])} {_word(code)}" for code in ("failed", "interrupted", "pending") if counts[code]]
    running = " " + _("The run is still going on.") if state == "running" else ""
    return ", ".join(parts) + "." + running


def words() -> dict[str, str]:
    """Return the fixed words of the index in the language in use."""
    return {
        "title": _("Workbooks of the cohort"),
        "participant": _("Participant"),
        "status": _("Status"),
        "workbook": _("Workbook"),
        "open": _("Open the workbook"),
        "reason": _("What happened, what to do"),
        "none": _("No participants yet. Write them into roster.csv, one line each."),
        "guide": _("Trainer's guide"),
        "follow_up": _("What to ask afterwards"),
        "search": _("Search"),
        "found": _("{count} found"),
        "footer": _(
            "This page stays with the trainer. It shows whether each workbook was made, and of what people wrote only"
            " what they chose to share."
        ),
        **_shared_words(),
    }


def _shared_words() -> dict[str, str]:
    return {
        "shared": _("Shared"),
        "texts": _("What participants shared"),
        "figures_only": _("Figures for the mirror, no texts."),
        "mirror": _("Mirror of the group"),
        "stalls": _("Where exercises stall"),
        "exercise": _("Exercise"),
        "done": pgettext("mirror", "finished"),
        "begun": pgettext("mirror", "begun"),
        "open_yet": pgettext("mirror", "not begun"),
        "spreads": _("How plans, revenue and time are spread"),
        "spreads_read": _("Each number says how many people (for account plans: how many plans) lie in this range."),
        "what": _("What is measured"),
        "people": _("People"),
    }


def _row(entry: Mapping[str, Any]) -> Row:
    status, reason = _status(entry), entry.get("reason") or {}
    return Row(
        name=entry.get("display_name") or entry["ref"],
        ref=entry["ref"],
        status=status,
        sign=STATUS[status][1],
        word=_word(status),
        link=_link(entry) if status == "done" and entry.get("folder") else "",
        reason=reason.get("message") or " ".join(skipped["message"] for skipped in entry.get("skipped") or ()),
        place=_place(reason),
    )


def _link(entry: Mapping[str, Any]) -> str:
    page = "handout.html" if "handout.html" in (entry.get("files") or ()) else "workbook.html"
    return f"{quote(entry['folder'])}/{page}"


def _status(entry: Mapping[str, Any]) -> str:
    return entry["status"] if entry["status"] in STATUS else "pending"


def _word(status: str) -> str:
    return pgettext("status of a workbook", STATUS[status][0])


def _place(reason: Mapping[str, Any]) -> str:
    if not reason.get("chapter"):
        return ""
    if reason.get("cell") is None:
        return _("Chapter {chapter}").format(chapter=reason["chapter"])
    return _("Chapter {chapter}, cell {cell}").format(chapter=reason["chapter"], cell=reason["cell"])
