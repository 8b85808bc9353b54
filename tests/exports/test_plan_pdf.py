"""The plan as PDF read back: four pages at most whatever is written, one for the summary, tagged, with bookmarks."""

import io
from types import SimpleNamespace
from typing import Any

import pytest
from pypdf import PdfReader

from tests.charts.plans import people
from tests.exports.conftest import ACCOUNT, NAME, content_of, write
from workbook.book import Workbook
from workbook.plan.action import ObjectiveAction
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.competition import Competition, CompetitorAssessment, WhiteSpace
from workbook.plan.goals import CustomerGoal, CustomerGoals
from workbook.plan.key_account import Cover, Risk, ValueProposition
from workbook.plan.objectives import Milestone, Objectives, SalesObjective
from workbook.plan.purchasing import Criterion, PurchasingStrategy
from workbook.render.exports.plan_layout import Fit
from workbook.render.exports.plan_pdf import fitting

LONG = "Überlange Antwort mit vielen Worten, die niemand liest. " * 40
WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 2


def read(book: Workbook, name: str) -> PdfReader:
    return PdfReader(io.BytesIO(content_of(book, f"plans/{name}", "pdf")))


def words(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def filled_to_the_brim(book: Workbook) -> Workbook:
    """Every list as long as it may be, every text long."""
    rival = CompetitorAssessment(competitor=WORD, strengths=LONG, weaknesses=LONG, our_counter=LONG, expected_move=LONG)
    return write(
        book,
        ACCOUNT,
        Cover(owner=LONG, sponsor=LONG, risks=(Risk(risk=LONG, counter_action=LONG),) * 3,
              value_propositions=(ValueProposition(goal=LONG, benefit=LONG, proof=LONG),) * 3),
        CustomerGoals(goals=(CustomerGoal(text=LONG, metric=LONG, target=LONG, so_what=LONG),) * 3),
        PurchasingStrategy(criteria=(Criterion(name=LONG),) * 8, organisation=LONG, view_of_us=LONG),
        BuyingCenter(members=tuple(
            each.model_copy(update={"personal_win": LONG, "unit": LONG, "function": LONG}) for each in people(25)
        )),
        Competition(competitors=(rival,) * 6,
                    white_space=tuple(WhiteSpace(business_unit=f"{n} {WORD}", offering=WORD) for n in range(60))),
        Objectives(strategy=LONG, objectives=(SalesObjective(text=LONG, measure=LONG, strategy=LONG),) * 3,
                   actions=(ObjectiveAction(what=LONG, owner=LONG),) * 60, milestones=(Milestone(text=LONG),) * 20),
    )  # fmt: skip


@pytest.mark.slow
def test_a_solved_plan_needs_four_pages_and_no_shortening(planned: Workbook) -> None:
    """A4, and every word is there."""
    reader = read(planned, f"{NAME}-plan.pdf")
    assert len(reader.pages) <= 4
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {(595, 842)}
    assert not [page for page in words(reader) if "shortened" in page]


@pytest.mark.slow
def test_pages_say_whose_plan_it_is_and_where_one_is(planned: Workbook) -> None:
    """Running header with account and version, page numbers, owner; the first page has the title instead."""
    pages = words(read(planned, f"{NAME}-plan.pdf"))
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert all("Aldersee Papier · version of" in page for page in pages[1:])
    assert all("Anna Weiß" in page for page in pages)


@pytest.mark.slow
def test_it_can_be_read_aloud_and_leafed_through(make_planned) -> None:
    """Tagged, in its language, with bookmarks for the parts; pictures hold our typeface as text."""
    reader = read(make_planned("de"), f"{NAME}-plan.pdf")
    root: Any = reader.trailer["/Root"]
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"]), "/StructTreeRoot" in root) == ("de", True, True)
    marks = [mark["/Title"] for level in reader.outline if isinstance(level, list) for mark in level]
    assert marks == [
        "1 Kundenziele",
        "2 Einkaufsstrategie",
        "3 Buying Center",
        "4 Wettbewerber",
        "5 Ziele und Strategie",
    ]
    fonts = {
        str(font.get_object()["/BaseFont"]) for page in reader.pages for font in page["/Resources"]["/Font"].values()
    }
    assert reader.metadata
    assert (reader.metadata.author, reader.metadata.title) == ("Anna Weiß", "Key-Account-Plan – Aldersee Papier")
    assert len([font for font in fonts if "Source" in font]) >= 3


@pytest.mark.slow
def test_the_fullest_plan_there_can_be_fits(planned: Workbook) -> None:
    """25 people, six competitors, 60 actions and long texts: four pages that say they are shortened, and one page."""
    book = filled_to_the_brim(planned)
    pages = words(read(book, f"{NAME}-plan.pdf"))
    assert len(pages) == 4
    assert "Long texts are shortened here" in pages[-1]
    assert len(read(book, f"{NAME}-one-pager.pdf").pages) == 1


@pytest.mark.slow
def test_nobody_of_25_people_is_left_out(planned: Workbook) -> None:
    """However full the plan is: every one of them stands on the four pages, by name."""
    book = filled_to_the_brim(planned)
    names = [f"Zeugin{number:02}" for number in range(25)]
    named = zip(book.read(BuyingCenter, account_id=ACCOUNT).values.members, names, strict=True)
    write(book, ACCOUNT, BuyingCenter(members=tuple(each.model_copy(update={"person": name}) for each, name in named)))
    pages = words(read(book, f"{NAME}-plan.pdf"))
    assert len(pages) == 4
    assert [name for name in names if name not in " ".join(pages)] == []


@pytest.mark.slow
def test_a_summary_is_one_page(planned: Workbook) -> None:
    """With the lines and the score of the plan; an empty one has lines to write on."""
    [page] = words(read(planned, f"{NAME}-one-pager.pdf"))
    assert "Who decides Marlene Tiedgen (Plant manager, Neutral)" in page
    assert "5 of 5 parts are complete" in page
    [blank] = words(read(planned, "gruenmoor-wasserwerke-one-pager.pdf"))
    assert "0 of 5 parts are complete" in blank


def pages_of(fit: Fit, must: bool = False) -> Any:
    """Stand in for laid out pages: the smaller the type, the fewer."""
    return SimpleNamespace(pages=[fit.size] * int(fit.size), copy=lambda pages: SimpleNamespace(pages=pages))


@pytest.mark.parametrize(("most", "size"), [(10, 9), (9, 9), (6, 6), (3, 3), (2, 2)])
def test_the_roomiest_fit_is_found(most: int, size: int) -> None:
    """With few tries, whichever it is."""
    tried: list[float] = []
    fits = [Fit(number) for number in range(9, 1, -1)]
    found = fitting(lambda fit, must=False: tried.append(fit.size) or pages_of(fit), fits, most)
    assert len(found.pages) == size
    assert len(tried) <= 4


def test_what_is_much_too_long_is_not_laid_out() -> None:
    """The densest fit is tried in any case."""
    found = fitting(lambda fit, must=False: pages_of(fit) if must else None, [Fit(9), Fit(8), Fit(7)], 4)
    assert found.pages == [7, 7, 7, 7]


def test_what_fits_nowhere_is_cut_off() -> None:
    """A reader gets four pages in any case."""
    assert len(fitting(pages_of, [Fit(9), Fit(8), Fit(7)], 4).pages) == 4
