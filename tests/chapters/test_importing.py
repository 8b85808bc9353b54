"""Chapter 1 loads a list: everything is asked and shown before anything is stored, and nothing written is lost."""

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest

from tests.chapters.conftest import MakeBook, rows_of, text_of
from workbook.book import Workbook, open_workbook
from workbook.book.importing import import_source, question_key
from workbook.chapters import accounts, importing
from workbook.chapters.import_report import CONFIRMATIONS, WAYS_OUT, way_out
from workbook.chapters.importing import ImportForm, load_accounts
from workbook.chapters.intake import Intake, Upload
from workbook.errors import InputError, ProblemKind, Severity, WorkbookError
from workbook.i18n import speaking
from workbook.plan.year_plan import YearPlan
from workbook.portfolio import ReadOptions, read_pasted
from workbook.portfolio.vocabulary import preset_names

GERMAN = "Kundennummer;Kunde;Umsatz 2024;Umsatz 2025\nK-1;Müller <b>;1.000;2.000\nK-2;{GmbH} $$;3.000;4.000\n"
PLAIN = "Kundennummer;Kunde;Umsatz 2024;Umsatz 2025\nK-1;Müller;1.000,50;2.000\nK-2;Weber;3.000;4.000\n"
ASKED = "number_style_asked"
_NOW = datetime(2026, 1, 15, tzinfo=UTC)


@dataclass
class Sent:
    """What the widget of the browser brings: one file."""

    name: str
    text: str

    def to(self, form: ImportForm) -> None:
        """Choose the file."""
        assert form.view
        form.accounts.value = ({
            "name": self.name, "type": "text/csv", "size": len(self.text),
            "content": memoryview(self.text.encode()), "last_modified": _NOW,
        },)  # fmt: skip


@pytest.fixture
def form(book: Workbook) -> ImportForm:
    """The form of a rep whose 24 accounts are in use."""
    return load_accounts(book)


def _intake(book: Workbook, text: str, name: str = "Kunden.csv") -> Intake:
    intake = Intake(book)
    intake.take(Upload(name, text.encode()))
    return intake


def _confirm_all(intake: Intake) -> Intake:
    for key in intake.questions:
        intake.confirm(key, True)
    intake.agreed = True
    return intake


def test_nothing_is_stored_before_the_button(book: Workbook) -> None:
    """Reading and confirming change no account."""
    _confirm_all(_intake(book, PLAIN))
    assert len(open_workbook(folder=book.folder, today=book.today).portfolio.accounts) == 24


def test_question_holds_the_list_back(book: Workbook) -> None:
    """1.000 could be one or a thousand: the list cannot be used before that is confirmed."""
    intake = _intake(book, GERMAN)
    assert [problem.code for problem in intake.questions.values()] == [ASKED]
    intake.agreed = True
    assert intake.hindrances() == ("Questions without an answer: 1.",)
    with pytest.raises(InputError):
        intake.use()


def test_confirmed_list_is_used(book: Workbook) -> None:
    """After the yes the two accounts are those of the workbook, with 2.000 as two thousand."""
    assert _confirm_all(_intake(book, GERMAN)).use()
    assert list(book.portfolio.accounts["name"]) == ["Müller <b>", "{GmbH} $$"]
    assert int(book.portfolio.revenue.at["K-1", 2025]) == 200_000


def test_other_style_is_another_reading(book: Workbook) -> None:
    """With English numbers 2.000 is two."""
    intake = _intake(book, GERMAN)
    intake.say(locale="en")
    _confirm_all(intake).use()
    assert int(book.portfolio.revenue.at["K-1", 2025]) == 200


def test_same_list_again_changes_nothing(book: Workbook) -> None:
    """The second import says so and makes no revision."""
    assert _confirm_all(_intake(book, PLAIN)).use()
    again = _intake(book, PLAIN)
    assert again.change is not None
    assert again.change.same
    assert not again.use()


def test_decision_is_remembered(book: Workbook) -> None:
    """A list with the same columns needs no answer the second time, and the form says why."""
    _confirm_all(_intake(book, GERMAN)).use()
    again = _intake(open_workbook(folder=book.folder, today=book.today), GERMAN.replace("4.000", "5.000"))
    assert again.remembered
    assert again.hindrances() == ()


def test_year_of_a_column_without_one_is_asked_again(book: Workbook) -> None:
    """The column "Umsatz" was 2025 in the last list; a year later it must not be taken for 2025 again."""
    text = "Kundennummer;Kunde;Umsatz\nK-1;Müller;1.000,50\nK-2;Weber;3,00\n"
    first = _intake(book, text)
    first.map_column(first.reading.uses[2], "revenue_2025")
    _confirm_all(first).use()
    later = open_workbook(folder=book.folder, today=date(2027, 1, 15))
    assert not _intake(later, text).answers.mapping
    assert _intake(book, text).answers.mapping == {"revenue_2025": "Umsatz"}


def test_decision_of_another_list_is_not_used(book: Workbook) -> None:
    """Other columns are asked about anew."""
    _confirm_all(_intake(book, GERMAN)).use()
    other = _intake(book, GERMAN.replace("Kunde;", "Name;"))
    assert not other.remembered
    assert not other.answers.confirmed


def test_missing_accounts_want_a_yes(book: Workbook) -> None:
    """The 24 accounts of before are named; the one with a plan stands out."""
    keeper = book.keeper(YearPlan, account_id="A-01")
    keeper.save(keeper.draft.put("goal", "More"))
    intake = _intake(book, PLAIN)
    assert intake.hindrances() == ("Say yes to what changes.",)
    assert intake.change is not None
    assert (len(intake.change.missing), intake.change.with_plan) == (24, ("Aldersee Papier",))


def test_plans_stay(book: Workbook) -> None:
    """What was written about an account that has left the list is still there."""
    keeper = book.keeper(YearPlan, account_id="A-01")
    keeper.save(keeper.draft.put("goal", "More"))
    _confirm_all(_intake(book, PLAIN)).use()
    assert book.read(YearPlan, account_id="A-01").values.goal == "More"


def test_facts_of_a_missing_account_make_no_account(book: Workbook) -> None:
    """A potential alone brings nobody back into the list."""
    form = accounts.edit_potentials(book).piece.pieces[0]
    form.editors[0].type_in("additional_potential", "1000")
    form.flush()
    _confirm_all(_intake(book, PLAIN)).use()
    assert list(book.portfolio.accounts.index) == ["K-1", "K-2"]


def test_column_can_be_mapped(book: Workbook) -> None:
    """A number column with an odd name is no account number until the rep says so."""
    intake = _intake(book, PLAIN.replace("Kundennummer", "Schlüssel X"))
    assert intake.reading is not None
    assert intake.reading.portfolio is None
    intake.map_column(intake.reading.uses[0], "id")
    _confirm_all(intake).use()
    assert list(book.portfolio.accounts.index) == ["K-1", "K-2"]


def test_names_may_serve_as_numbers(book: Workbook) -> None:
    """A list without account numbers is usable after one choice, and the advice names it."""
    intake = Intake(book)
    intake.take(Upload("list.csv", b"Firma;Umsatz 2025\nAdler;5\nDorn;6\n"))
    problem = next(each for each in intake.reading.problems if each.code == "field_missing")
    assert "choose “Account number” beside the column with their names" in way_out(problem)
    intake.map_column(intake.reading.uses[0], "id")
    assert intake.reading.require().accounts["name"].tolist() == ["Adler", "Dorn"]


def test_sheets_may_have_commas_in_their_names(book: Workbook) -> None:
    """Every sheet can be chosen by the name it has."""
    workbook, content = openpyxl.Workbook(), io.BytesIO()
    for name in ("Kunden", "Umsatz, alt"):
        workbook.create_sheet(name).append(["Nr", "Firma", 2025])
        workbook[name].append(["1", "Adler", 5])
    workbook.save(content)
    intake = Intake(book)
    intake.take(Upload("list.xlsx", content.getvalue()))
    assert intake.sheets["sheet"] == ("Kunden", "Umsatz, alt")


def test_list_without_a_full_year_is_refused(book: Workbook) -> None:
    """No pyramid can be built on the running year alone."""
    intake = _confirm_all(_intake(book, "Kundennummer;Kunde;Umsatz 2026\nK-1;A;1.000,50\n"))
    assert len(intake.hindrances()) == 1
    with pytest.raises(WorkbookError):
        intake.use()


def test_invoices_bring_the_revenue(book: Workbook) -> None:
    """Two files of the same name are told apart; the revenue comes from the second."""
    intake = Intake(book)
    lines = "Kundennummer;Datum;Betrag\nK-1;02.01.2025;1.000,50\nK-1;31.12.2025;9,50\n"
    intake.take_lines(Upload("export.csv", lines.encode()))
    intake.take(Upload("export.csv", b"Kundennummer;Kunde\nK-1;A\nK-2;B\n"))
    _confirm_all(intake).use()
    assert int(book.portfolio.revenue.at["K-1", 2025]) == 101_000


def test_invoices_alone_are_given_as_both_files(book: Workbook) -> None:
    """The way out the form names works: the same file twice brings each account in it once."""
    lines = "Kundennummer;Kunde;Datum;Betrag\nK-1;Müller;01.01.2025;2,50\nK-1;Müller;31.12.2025;3,00\n"
    intake = _intake(book, lines)
    assert [problem.code for problem in intake.reading.problems] == ["lines_not_accounts"]
    intake.take_lines(Upload("Kunden.csv", lines.encode()))
    _confirm_all(intake).use()
    assert int(book.portfolio.revenue.at["K-1", 2025]) == 550


def test_every_system_can_be_chosen() -> None:
    """The form offers each preset there is."""
    assert sorted(code for _name, code in importing.SYSTEMS) == sorted(preset_names())


def test_system_says_what_columns_mean(book: Workbook) -> None:
    """With Dynamics chosen, "Revenue 2025" stays ours and "revenue" is the customer's own turnover."""
    intake = _intake(book, "accountid;name;revenue;Umsatz 2025\n1;Adler;9,00;5,00\n")
    intake.say(preset="dynamics365")
    assert intake.reading.columns["revenue"] == "own_turnover"


def test_pasted_block_goes_through_the_same_checks(form: ImportForm) -> None:
    """A block with tabs is read like a file."""
    assert form.view
    form._paste_view()
    form.pasted.value = PLAIN.replace(";", "\t")
    form._read_block()
    assert form.intake.reading is not None
    assert form.intake.reading.rows_accepted == 2


def test_file_names_stay_inside(book: Workbook) -> None:
    """A name that wants to leave its folder is only a name."""
    assert Upload("../../etc/x:<y>.csv", b"").file_name == "x__y_.csv"
    assert _intake(book, PLAIN, name="C:\\lists\\Müller.csv").reading.source["files"][0]["name"] == "Müller.csv"


def test_form_uses_the_list(form: ImportForm, book: Workbook) -> None:
    """Upload, tick, yes, button: the accounts are in use and the form says how many."""
    Sent("Kunden.csv", GERMAN).to(form)
    assert form.button.disabled
    for box in _boxes(form.result):
        box.value = True
    assert not form.button.disabled
    form.button.click()
    assert form.status.startswith("2 accounts are in use.")
    assert len(book.portfolio.accounts) == 2


def test_panels_show_the_new_list(form: ImportForm, book: Workbook) -> None:
    """The numbers of the chapter are those of the new accounts at once."""
    shown, edited = accounts.show_accounts(book), accounts.edit_potentials(book)
    before = shown.view.value
    _confirm_all_in(form, PLAIN)
    assert before != shown.view.value
    assert [line.name for line in edited.piece.pieces[0].lines] == ["Weber", "Müller"]


def test_put_aside(form: ImportForm, book: Workbook) -> None:
    """Whoever changes their mind keeps the accounts of before."""
    Sent("Kunden.csv", PLAIN).to(form)
    form._put_aside()
    assert form.result.children == ()
    assert len(book.portfolio.accounts) == 24


def test_invoices_of_before_are_put_aside_too(form: ImportForm) -> None:
    """The next list is not mixed with the invoices of the one before."""
    assert form.view
    form.intake.take_lines(Upload("lines.csv", b"x"))
    form._put_aside()
    assert form.intake.lines is None


def test_hostile_names_are_only_text(form: ImportForm) -> None:
    """Nothing of a name or a header becomes HTML."""
    Sent("<b>.csv", GERMAN.replace("Kunde;", "<script>Kunde;")).to(form)
    shown = "".join(each.value for each in _all(form.result) if isinstance(each, importing.widgets.HTML))
    assert "<script>" not in shown
    assert "Müller <b>" not in shown


def test_errors_are_said_with_a_way_out(form: ImportForm) -> None:
    """Every wrong cell is named at once, and no command line is mentioned."""
    Sent("Kunden.csv", PLAIN.replace("1.000,50", "viel").replace("4.000", "mehr")).to(form)
    shown = " ".join(each.value for each in _all(form.result) if isinstance(each, importing.widgets.HTML))
    assert "viel" in shown
    assert "mehr" in shown
    assert form.button.disabled


def test_no_advice_names_the_command_line() -> None:
    """Every kind whose advice names an option has a way of its own in the form."""
    named = {kind.code for kind in _kinds() if "--" in kind.what_to_do}
    assert named <= set(WAYS_OUT)


def test_every_question_can_be_confirmed() -> None:
    """Each kind of question has a sentence to say yes to."""
    asked = {kind.code for kind in _kinds() if kind.severity is Severity.QUESTION}
    assert asked == set(CONFIRMATIONS)


def test_question_shows_its_reading(form: ImportForm) -> None:
    """The box says what a yes means."""
    Sent("Kunden.csv", GERMAN).to(form)
    assert _boxes(form.result)[0].description == "“1.000” means 1000"


def test_twin_says_which_list_is_in_use(form: ImportForm) -> None:
    """On paper the file is named."""
    assert "Files accounts.csv" in text_of(form)


def test_questions_are_the_same_in_both_languages(book: Workbook) -> None:
    """A confirmation is remembered whatever the language."""
    (problem,) = _intake(book, GERMAN).questions.values()
    with speaking("de"):
        german = question_key(problem)
    assert german == question_key(problem)


def test_remarks_are_kept(book: Workbook) -> None:
    """What was remarked is on the page of the data quality."""
    _confirm_all(_intake(book, PLAIN.replace("1.000,50", "-1.000,50"))).use()
    rows = rows_of(accounts.show_quality(book))
    assert any("negative" in row for row in rows)


def test_remarks_on_a_shared_export_stay_with_their_owner() -> None:
    """Names and numbers of other reps' accounts reach nobody's workbook; the rows counted are the own ones."""
    text = "Nr;Firma;Betreuer;2025\n1;Müller;Eva;-5\n2;Geheim ä;Tom;-7\n3;Geheim ö;Tom;8\n"
    reading = read_pasted(text, options=ReadOptions(owner="Eva"), today=date(2026, 11, 23))
    source = import_source(reading)
    assert source["rows"] == {"read": 1, "accepted": 1, "rejected": 0}
    assert [remark["code"] for remark in source["remarks"]] == ["negative_amount"]
    assert "Geheim" not in str(source)
    assert "Tom" not in str(reading.uses)


def test_differences_are_shown(book: Workbook) -> None:
    """Where the rep knows better than the list, both values stand side by side."""
    form = accounts.edit_potentials(book).piece.pieces[0]
    form.editors[0].type_in("additional_potential", "123,000")
    form.flush()
    row = "Aldersee Papier Additional revenue potential per year €150,000 €123,000"
    assert row in rows_of(accounts.show_quality(book))


def test_completeness_is_shown(make_book: MakeBook) -> None:
    """One of two accounts has a potential."""
    lines = "1,A,customer,,EUR,5,10,3\n2,B,customer,,EUR,5,10,\n"
    assert "Additional revenue potential per year: 1 of 2" in accounts.show_completeness(make_book(lines)).html


def test_only_who_needs_a_field_counts(make_book: MakeBook) -> None:
    """Prospects have no revenue with us, customers need no competitor, no source is asked for without a potential."""
    lines = "1,A,customer,,EUR,5,10,3\n2,B,customer,,EUR,5,10,\n3,C,prospect,Rivalis,EUR,,,\n4,D,prospect,,EUR,,,\n"
    shown = accounts.show_completeness(make_book(lines)).html
    for said in ("Revenue 2025: 2 of 2", "Who supplies the account today: 1 of 2", "potential comes from: 0 of 1"):
        assert said in shown


def _confirm_all_in(form: ImportForm, text: str) -> None:
    Sent("Kunden.csv", text).to(form)
    for box in _boxes(form.result):
        box.value = True
    form.button.click()


def _boxes(widget: Any) -> list[Any]:
    return [each for each in _all(widget) if isinstance(each, importing.widgets.Checkbox)]


def _all(widget: Any) -> list[Any]:
    return [widget, *(found for child in getattr(widget, "children", ()) for found in _all(child))]


def _kinds() -> list[ProblemKind]:
    from workbook.portfolio.kinds import files, headers, lines, tables, values

    modules = (files, headers, lines, tables, values)
    return [each for module in modules for each in vars(module).values() if isinstance(each, ProblemKind)]
