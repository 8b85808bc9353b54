"""What a look at a section says."""

from datetime import date

from tests.forms.widgets import find, notes
from workbook.forms.editor import FormOptions
from workbook.forms.feedback import feedback
from workbook.forms.form import SectionForm
from workbook.forms.keeper import MemoryKeeper
from workbook.forms.steps import StepsForm
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer


def test_score_gaps_alarms_and_hints_come_in_words(today: date) -> None:
    """A hostile placeholder person: unnamed is a gap, nobody decides and free roles are alarms."""
    person = BuyingCenterMember(person="<b>?", function="CFO")
    html = feedback(Draft(BuyingCenter(members=(person,))), today)
    assert "2 of 24 core answers are there: 8%." in html
    assert '<li class="wb-gap">Still missing (People 1, Name): Person 1 has no name yet. Who is it?</li>' in html
    assert '<li class="wb-alarm">Alarm: Nobody here decides. Find out who does.</li>' in html
    assert html.index("wb-gap") < html.index("wb-alarm")
    assert "Alarm: Nobody holds these roles yet" in html


def test_texts_are_escaped(today: date) -> None:
    """A name in the place of a finding is words."""
    person = BuyingCenterMember(function="<script>")
    html = feedback(Draft(BuyingCenter(members=(person,))), today)
    assert "(People 1 (&lt;script&gt;), Name)" in html
    assert "<script>" not in html


def test_the_open_step_is_told_about_after_each_save(today: date) -> None:
    """One missing answer, then none."""
    steps = StepsForm([SectionForm(MemoryKeeper(Draft(Answer())), FormOptions(delay=60))], today=today)
    assert "0 of 1 core answers are there: 0%." in notes(steps)
    find(steps, "My answer").value = "Because."
    steps.flush()
    assert "1 of 1 core answers are there: 100%." in notes(steps)
