"""German is complete: every message and every Markdown cell has a translation of the same shape."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from tools import messages
from workbook import terms
from workbook.i18n import speaking

DOMAINS = ("workbook", "notebooks")
EVERY_DOMAIN = pytest.mark.parametrize("domain", DOMAINS)
EXTRACT = {"workbook": messages.extract_program, "notebooks": messages.extract_notebooks}

PLACEHOLDER = re.compile(r"{(\w*)[^{}]*}")
HEADING = re.compile(r"^(#{1,6}) ", re.M)
CODE = re.compile(r"```.*?```|`[^`]+`", re.S)
# What is typed on a command line needs the straight marks of the keyboard.
OPTION = re.compile(r'--\w+ "[^"]*"')
LINK = re.compile(r"\]\(([^)\s]+)|<(https?://[^>]+)>|(?:href|src)=\"([^\"]+)\"")
LIST_ITEM = re.compile(r"^ *(?:[-*]|\d+\.) ", re.M)
TABLE_ROW = re.compile(r"^\|", re.M)

# The labels the method fixes; a translator may not choose others.
BINDING = {
    terms.Layer: ["Top 5", "Die 15 (proaktiv)", "Rest"],
    terms.Mode: ["strategisch", "aktiv", "reaktiv"],
    terms.Slot: ["Größter Umsatz", "Größtes Potenzial", "Prospect (Wettbewerbskunde)", "Punktwert", "Manuell gesetzt"],
    terms.AccountStatus: ["Kunde", "Prospect (Wettbewerbskunde)", "Ehemaliger Kunde"],
    terms.BuyingRole: [
        "Initiator", "Anwender", "Beeinflusser", "Entscheider", "Freigeber", "Einkäufer", "Gatekeeper", "Coach",
    ],
    terms.Attitude: ["Gegner", "Kritiker", "Neutral", "Unterstützer", "Promotor", "Unbekannt"],
    terms.Influence: ["Kein", "Gering", "Mittel", "Hoch", "Unbekannt"],
    terms.Coverage: ["Kein Kontakt", "Einzelne Kontakte", "Mehrfach", "Intensiv"],
    terms.RelationshipLevel: ["Lieferant", "Kompetenter Ansprechpartner", "Problemlöser", "Trusted Advisor"],
    terms.Evidence: ["Bestätigt", "Angenommen", "Unbekannt"],
    terms.KraljicClass: ["Strategisch", "Hebelprodukt", "Engpassprodukt", "Standardprodukt"],
    terms.SupplierPreferencing: ["Kern", "Entwicklung", "Abschöpfung", "Standardbetreuung"],
    terms.ObjectiveKind: ["Ausbauen", "Sichern", "Gewinnen", "Ertrag", "Beziehung"],
    terms.Status: ["Offen", "In Arbeit", "Erledigt", "Blockiert", "Verworfen"],
    terms.Threat: ["Gering", "Mittel", "Hoch", "Unbekannt"],
    terms.InquiryDecision: ["Voll beantworten", "Standardangebot", "Höflich ablehnen", "Hochstufung prüfen"],
}  # fmt: skip


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


@cache
def _extracted(domain: str) -> Catalog:
    return EXTRACT[domain]()


def _keys(catalogue: Catalog) -> set[tuple[object, object]]:
    return {(message.context, message.id) for message in _messages(catalogue)}


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (text,)


def _pairs(domain: str) -> Iterator[tuple[str, str]]:
    """Yield source and translation; a German plural is held against the English plural."""
    for message in _messages(messages.read_catalogue(domain)):
        source = _forms(message.id)
        yield from ((source[min(i, len(source) - 1)], german) for i, german in enumerate(_forms(message.string)))


def _differing(domain: str, pattern: re.Pattern[str]) -> list[str]:
    def found(text: str) -> Counter[str]:
        return Counter(str(match) for match in pattern.findall(text))

    return [source for source, german in _pairs(domain) if german and found(source) != found(german)]


@EVERY_DOMAIN
def test_catalogue_is_up_to_date(domain: str) -> None:
    """The catalogue holds exactly the messages of the sources; if not, run `make messages`."""
    assert _keys(messages.read_catalogue(domain)) == _keys(_extracted(domain))


@EVERY_DOMAIN
def test_everything_is_translated(domain: str) -> None:
    """No message and no cell is left in English."""
    assert [source for source, german in _pairs(domain) if not german] == []


@EVERY_DOMAIN
def test_nothing_is_guessed_or_left_over(domain: str) -> None:
    """No fuzzy and no obsolete entries."""
    catalogue = messages.read_catalogue(domain)
    assert [message.id for message in catalogue if message.fuzzy] == []
    assert list(catalogue.obsolete) == []


@EVERY_DOMAIN
def test_placeholders_are_the_same(domain: str) -> None:
    """Every {placeholder} of the source occurs in the translation, and no other; a singular may spell out its one."""
    for message in _messages(messages.read_catalogue(domain)):
        source, german = _forms(message.id), _forms(message.string)
        wanted = [set(PLACEHOLDER.findall(text)) for text in source]
        for place, text in enumerate(german):
            found = set(PLACEHOLDER.findall(text))
            assert not text or found in (wanted[-1], wanted[min(place, len(wanted) - 1)]), text


@EVERY_DOMAIN
@pytest.mark.parametrize(
    "pattern", [HEADING, CODE, LINK, LIST_ITEM, TABLE_ROW], ids=["#", "`", "link", "list", "table"]
)
def test_structure_is_the_same(domain: str, pattern: re.Pattern[str]) -> None:
    """Headings, code, link targets, list items and table rows are the same in number and content."""
    assert _differing(domain, pattern) == []


@EVERY_DOMAIN
def test_white_space_around_a_message_is_kept(domain: str) -> None:
    """A translation begins and ends with the white space of its source."""
    edges = re.compile(r"^\s*|\s*$")
    assert _differing(domain, edges) == []


@EVERY_DOMAIN
def test_german_typography(domain: str) -> None:
    """German quotation marks come in pairs; no straight quotes outside markup and code."""
    for _source, german in _pairs(domain):
        assert german.count("„") == german.count("“"), german
        assert '"' not in re.sub(r"<[^>]*>", "", OPTION.sub("", CODE.sub("", german))), german


@EVERY_DOMAIN
def test_per_cent_is_written_as_in_its_language(domain: str) -> None:
    """English writes 3%, German 3 % with a space where no line breaks, as figures that are calculated are written."""
    for source, german in _pairs(domain):
        assert not re.search(r"\d\s%", source), source
        assert not re.search(r"\d(?:%| %)", german), german


@pytest.mark.parametrize("term", BINDING, ids=lambda term: term.__name__)
def test_labels_of_the_method_are_binding(term: type[terms.Term]) -> None:
    """The German labels are those of the method."""
    with speaking("de"):
        assert [member.label for member in term] == BINDING[term]


def test_letters_of_the_roles_differ() -> None:
    """One letter per buying role, none twice, in German too."""
    catalogue = messages.read_catalogue("workbook")
    letters = [message.string for message in catalogue if message.context == "BuyingRoleLetter"]
    assert len(set(letters)) == len(letters)


def test_running_again_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Updating an up-to-date catalogue writes the same bytes."""
    kept = {domain: (messages.CATALOGUES / f"{domain}.po").read_bytes() for domain in DOMAINS}
    updated = [messages.update_catalogue(deepcopy(_extracted(domain))) for domain in DOMAINS]
    monkeypatch.setattr(messages, "CATALOGUES", tmp_path)
    for catalogue in updated:
        messages.write_catalogue(catalogue)
    assert {domain: (tmp_path / f"{domain}.po").read_bytes() for domain in DOMAINS} == kept


def test_new_and_gone_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new message is empty, not guessed from a similar one; a gone one is dropped; others stay."""
    monkeypatch.setattr(messages, "CATALOGUES", tmp_path)
    kept = Catalog(locale="de", domain="workbook")
    kept.add("Save", "Sichern")
    kept.add("One account is gone", "Ein Kunde fehlt")
    messages.write_catalogue(kept)
    template = Catalog(locale="de", domain="workbook")
    template.add("Save")
    template.add("Two accounts are gone")
    updated = messages.update_catalogue(template)
    assert {m.id: m.string or "" for m in _messages(updated)} == {"Save": "Sichern", "Two accounts are gone": ""}


def test_every_kind_of_mark_is_extracted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`_`, `N_`, `NP_`, `pgettext` and `ngettext` are found, in Python and in templates."""
    (tmp_path / "workbook").mkdir()
    (tmp_path / "templates").mkdir()
    calls = "_('a'); N_('b'); NP_('Layer', 'c'); pgettext('Mode', 'd'); ngettext('e', 'es', 2); f'<b>{_(\"g\")}</b>'"
    (tmp_path / "workbook" / "module.py").write_text(calls, encoding="utf-8")
    (tmp_path / "templates" / "page.html.j2").write_text("<p>{{ _('f') }}</p>", encoding="utf-8")
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    found = {(message.context, message.id) for message in _messages(messages.extract_program())}
    assert found == {
        (None, "a"),
        (None, "b"),
        ("Layer", "c"),
        ("Mode", "d"),
        (None, ("e", "es")),
        (None, "f"),
        (None, "g"),
    }


MARKS = {"_", "N_", "ngettext", "pgettext", "NP_"}


def test_messages_are_no_f_strings() -> None:
    """A message is a literal, so that it can be looked up."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (messages.ROOT / "workbook").rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    marked = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in MARKS)
    assert [ast.unparse(c) for c in marked if any(isinstance(argument, ast.JoinedStr) for argument in c.args)] == []


def test_no_message_hides_in_an_f_string() -> None:
    """Inside an f-string a literal is not extracted: unless it is marked elsewhere, a German reader sees English."""
    known = {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in _messages(messages.extract_program())
    }
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (messages.ROOT / "workbook").rglob("*.py"))
    strings = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    inside = (node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call))
    marked = ((call.func.id, call.args) for call in inside if isinstance(call.func, ast.Name) and call.func.id in MARKS)
    # The first argument of pgettext says where the message belongs.
    said = (arguments[mark == "pgettext"] for mark, arguments in marked)
    assert [each.value for each in said if isinstance(each, ast.Constant) and each.value not in known] == []
