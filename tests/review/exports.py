"""A rep's exports over the quarters, as CSV files: thirty customers, two prospects, changed line by line."""

from datetime import date
from pathlib import Path

from workbook.book import Participant, Workbook, create_workbook, open_workbook
from workbook.portfolio import ReadOptions, portfolio_to_document, read_portfolio

HEADER = "id,name,status,revenue_2024,revenue_2025,additional_potential,incumbent_competitor,currency"
NAMES = (
    "Ahorn", "Birke", "Buche", "Eiche", "Erle", "Esche", "Fichte", "Ginster", "Hasel", "Holunder", "Kiefer", "Linde",
    "Mispel", "Nussbaum", "Pappel", "Quitte", "Robinie", "Schlehe", "Tanne", "Ulme", "Vogelbeere", "Weide", "Weissdorn",
    "Zeder", "Zypresse", "Olive", "Palme", "Platane", "Eibe", "Lorbeer",
)  # fmt: skip

Rows = dict[str, list[str]]


def rows() -> Rows:
    """The first export: c01 is the largest customer, the revenue falls from line to line."""
    customers = {
        f"c{n:02}": [
            f"{name} AG",
            "customer",
            f"{900 - 10 * n}00",
            f"{1000 - 10 * n}00",
            f"{500 - 10 * n}00",
            "",
            "EUR",
        ]
        for n, name in enumerate(NAMES, start=1)
    }
    prospects = {
        "p1": ["Rosen GmbH", "prospect", "0", "0", "90000", "Rivalis", "EUR"],
        "p2": ["Nelken GmbH", "prospect", "0", "0", "50000", "Rivalis", "EUR"],
    }
    return {**customers, **prospects}


def changed(before: Rows, account: str, **columns: str) -> Rows:
    """The same export with other cells in one line."""
    names = HEADER.split(",")[1:]
    line = list(before[account])
    for column, value in columns.items():
        line[names.index(column)] = value
    return {**before, account: line}


def without(before: Rows, *accounts: str) -> Rows:
    """The same export without some lines."""
    return {each: line for each, line in before.items() if each not in accounts}


def renumbered(before: Rows, ids: dict[str, str]) -> Rows:
    """The same export with other account numbers."""
    return {ids.get(each, each): line for each, line in before.items()}


def write(path: Path, content: Rows, header: str = HEADER) -> Path:
    """The export as a file."""
    lines = [header, *(",".join([each, *line]) for each, line in content.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def make_book(folder: Path, content: Rows, today: date, **settings: object) -> Workbook:
    """A workbook in use since the seminar of November 2026; ``settings`` of the participant, such as a time zone."""
    anna = {"ref": "anna2026", "display_name": "Anna Weiß", "language": "en", "cohort_date": date(2026, 11, 10)}
    participant = Participant.model_validate({**anna, **settings})
    reading = read_portfolio(write(folder.with_suffix(".csv"), content), options=ReadOptions(), today=today)
    create_workbook(folder, participant, portfolio_to_document(reading.require()), dict(reading.source))
    return open_workbook(folder=folder, today=today)
