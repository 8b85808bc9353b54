"""Codes instead of names."""

import unicodedata

import pytest

from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.competition import Competition, CompetitorAssessment
from workbook.plan.draft import Draft
from workbook.plan.pseudonyms import Pseudonyms, names_in

CODES = Pseudonyms("anna2026", people=["Dr. Petra Brändle"], companies=["Nordholz Pumpen GmbH & Co. KG"])
PETRA = CODES.code("Dr. Petra Brändle")


def test_the_same_name_has_the_same_code_for_one_participant_only() -> None:
    """Another workbook cannot be matched by its codes."""
    again = Pseudonyms("anna2026", people=["Jon Osei", "Dr. Petra Brändle"])
    other = Pseudonyms("bert2026", people=["Dr. Petra Brändle"])
    assert again.code("Dr. Petra Brändle") == PETRA
    assert other.code("Dr. Petra Brändle") != PETRA
    assert PETRA.startswith("Person ")


def test_a_name_is_found_in_every_spelling() -> None:
    """In full, surname alone, genitive, decomposed umlaut."""
    text = unicodedata.normalize("NFD", "Brändles Frage an Petra Brändle")
    assert CODES.text(text) == f"{PETRA} Frage an {PETRA} {PETRA}"


def test_words_that_only_contain_a_name_stay() -> None:
    """Petrarca is somebody else; a company's words are no names."""
    assert CODES.text("Petrarca liest über Pumpen.") == "Petrarca liest über Pumpen."


def test_a_company_is_found_without_its_legal_form() -> None:
    """That is how people write it."""
    assert CODES.text("Besuch bei Nordholz Pumpen") == f"Besuch bei {CODES.code('Nordholz Pumpen GmbH & Co. KG')}"


def test_names_come_from_the_fields_made_for_them() -> None:
    """A function is no name, a competitor is a company."""
    member = BuyingCenterMember(person="Ida Lund", function="CFO", our_contact="Jon Osei")
    drafts = [
        Draft(BuyingCenter(members=(member,))),
        Draft(Competition(competitors=(CompetitorAssessment(competitor="Rival"),))),
    ]
    assert names_in(drafts) == ({"Ida Lund", "Jon Osei"}, {"Rival"})


def test_a_draft_carries_codes_everywhere() -> None:
    """In values and in texts that are not valid yet; nothing else changes."""
    member = BuyingCenterMember(person="Dr. Petra Brändle", personal_win="Frau Brändle wants peace.", function="CFO")
    draft = Draft(BuyingCenter(members=(member,)), {"members.0.last_contact": "ask Petra"})
    changed = CODES.draft(draft)
    assert changed.values.members[0].person == PETRA
    assert changed.values.members[0].function == "CFO"
    assert "Brändle" not in str(changed.to_document())
    assert changed.typed == {"members.0.last_contact": f"ask {PETRA}"}


def test_a_name_is_found_in_small_and_capital_letters() -> None:
    """Notes are typed in a hurry; a line break inside a name makes no difference either."""
    assert CODES.text("BRÄNDLE von nordholz\npumpen") == f"{PETRA} von {CODES.code('Nordholz Pumpen GmbH & Co. KG')}"


def test_a_short_name_is_no_word_of_its_own() -> None:
    """A company called Und is found as it writes itself, not in every sentence."""
    codes = Pseudonyms("anna2026", companies=["Und"])
    assert codes.text("Und, UND und und") == f"{codes.code('Und')}, {codes.code('Und')} und und"


def test_account_ids_have_codes() -> None:
    """An id has a code of its own; in texts only ids that cannot be a number of something else are replaced."""
    codes = Pseudonyms("anna2026", ids=["K-7", "2025", "7"])
    assert [codes.id(each).split()[0] for each in ("K-7", "2025", "7")] == ["Account"] * 3
    assert codes.text("K-7 kauft 7 Pumpen in 2025") == f"{codes.id('K-7')} kauft 7 Pumpen in 2025"


def test_umlauts_are_found_however_they_are_written() -> None:
    """Braendle is Brändle and Weiss is Weiß, both ways round; Brand is somebody else."""
    codes = Pseudonyms("anna2026", people=["Petra Brändle", "Jo Mueller", "Ida Weiß"])
    petra, jo, ida = (codes.code(name) for name in ("Petra Brändle", "Jo Mueller", "Ida Weiß"))
    assert codes.text("Frau Braendle, Herr Müller, Frau WEISS") == f"Frau {petra}, Herr {jo}, Frau {ida}"
    assert codes.text("Brand, Brandler, Weisse Ware, Muellerei") == "Brand, Brandler, Weisse Ware, Muellerei"


def test_two_people_with_nearly_the_same_name_stay_two() -> None:
    """Where Müller and Mueller both stand in the plan, each has the own code."""
    codes = Pseudonyms("anna2026", people=["Jan Müller", "Ute Mueller"])
    assert codes.text("Müller, Mueller") == f"{codes.code('Jan Müller')}, {codes.code('Ute Mueller')}"


@pytest.mark.parametrize("asked", ["Who decides?", "Wer entscheidet?", "Welche Frau Weber?"])
def test_a_question_in_place_of_a_name_hides_no_question_word(asked: str) -> None:
    """Other questions keep their first word; a name within it is still hidden."""
    codes = Pseudonyms("anna2026", people=[asked, "Ms Weber?"])
    assert codes.text("Who pays? Wer zahlt? Welche Frist gilt?") == "Who pays? Wer zahlt? Welche Frist gilt?"
    assert "Weber" not in codes.text("Weber agrees")
