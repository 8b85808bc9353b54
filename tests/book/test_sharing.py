"""A participant shares what they chose and nothing else; nothing at first (S17)."""

import json
import zipfile
from typing import Any

import pytest

from workbook.book import Workbook, open_workbook, share_workbook
from workbook.plan.account_facts import AccountFacts
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.commitment import Commitment
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
from workbook.plan.sharing import NAMES, figure_key
from workbook.plan.time_budget import TimeBudget
from workbook.store import Store

REFLECTION = "exercise/start/reflection"


@pytest.fixture
def written(book: Workbook) -> Workbook:
    """A workbook in which a secret stands in every section."""
    petra = BuyingCenterMember(id="aa", person="Petra Brändle", personal_win="geheim-petra")
    book.keeper(BuyingCenter, account_id="1").save(Draft(BuyingCenter(members=(petra,))))
    book.keeper(Answer, chapter="start", name="reflection").save(Draft(Answer(text="Brändle von Ahorn: geheim-start")))
    book.keeper(Answer, chapter="tiering", name="reflection").save(Draft(Answer(text="geheim-tiering")))
    book.keeper(Commitment).save(Draft(Commitment(witness="geheim-zeugin")))
    book.keeper(TimeBudget).save(
        Draft(TimeBudget(actual_hours_top5="5", actual_hours_next15="5", actual_hours_rest="30"))
    )
    book.keeper(AccountFacts, account_id="2").save(Draft(AccountFacts(additional_potential="4711")))
    return book


def content_of(book: Workbook) -> dict[str, Any]:
    with zipfile.ZipFile(share_workbook(book.folder).file) as archive:
        assert archive.namelist() == ["shared.json"]
        return json.loads(archive.read("shared.json"))


def test_nothing_is_shared_at_first(written: Workbook) -> None:
    """The file of somebody who chose nothing holds the reference, the quarter, and no word."""
    assert content_of(written) == {
        "format": "focus-workbook-shared",
        "version": 1,
        "participant": "anna2026",
        "quarter": "2026Q4",
        "currency": "EUR",
        "with_names": False,
        "sections": [],
        "figures": {"progress": None, "quality": None, "concentration": None, "time": None},
    }


def test_only_what_was_chosen_is_in_the_file(written: Workbook) -> None:
    """One answer is shared, another one and everything else is not."""
    written.share(REFLECTION)
    text = json.dumps(content_of(written), ensure_ascii=False)
    assert "geheim-start" in text
    assert [secret for secret in ("geheim-tiering", "geheim-petra", "geheim-zeugin", "4711") if secret in text] == []


def test_what_is_taken_back_is_gone(written: Workbook) -> None:
    """The next file does not hold it any more."""
    written.share(REFLECTION)
    written.share(REFLECTION, on=False)
    assert content_of(written)["sections"] == []


def test_names_are_codes_unless_the_rep_says_so(written: Workbook) -> None:
    """People, customers and ids are replaced, in texts and keys; the names of everybody only on demand."""
    for key in (REFLECTION, "key_account/1/buying_center"):
        written.share(key)
    coded = json.dumps(content_of(written), ensure_ascii=False)
    assert [name for name in ("Brändle", "Ahorn", "Anna", "Weiß", "key_account/1/") if name in coded] == []
    written.share(NAMES)
    named = content_of(written)
    assert (named["with_names"], named["sections"][1]["account"]) == (True, "Ahorn AG")
    assert "Brändle von Ahorn" in json.dumps(named, ensure_ascii=False)


@pytest.mark.parametrize("key", ["time_budget", "inquiries", "account_facts/2", "portfolio", "tiering", "pseudonyms"])
def test_what_stays_cannot_be_chosen(written: Workbook, key: str) -> None:
    """Entries about time, the customers' figures and the accounts are not shared, whoever asks."""
    with pytest.raises(ValueError, match="cannot be shared"):
        written.share(key)
    Store.open(written.folder).share(key)
    assert content_of(written)["sections"] == []


def test_figures_hold_no_hours_and_no_names(written: Workbook) -> None:
    """Time is told as shares of a whole; each figure is chosen by itself."""
    written.share(figure_key("time"))
    written.share(figure_key("progress"))
    figures = content_of(written)["figures"]
    assert figures["time"] == {"top5": 0.12, "next15": 0.12, "rest": 0.75}
    assert figures["progress"]["start/reflection"] == "done"
    assert (figures["quality"], figures["concentration"]) == (None, None)


def test_figures_of_plans_and_revenue(written: Workbook) -> None:
    """One share for each plan that was begun; revenue per layer adds up."""
    for name in ("quality", "concentration"):
        written.share(figure_key(name))
    figures = content_of(written)["figures"]
    assert len(figures["quality"]) == 1
    assert 0 < figures["quality"][0] < 0.2
    assert sum(figures["concentration"].values()) == pytest.approx(1, abs=0.02)


def test_the_file_tells_no_time(written: Workbook) -> None:
    """Neither the text nor the archive says when something was written; the file is private."""
    written.share(REFLECTION)
    shared = share_workbook(written.folder)
    with zipfile.ZipFile(shared.file) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
        assert "saved" not in archive.read("shared.json").decode()
    assert shared.file.stat().st_mode & 0o777 == 0o600
    assert shared.file == written.folder / "shared-anna2026.zip"


def test_half_typed_texts_come_along(written: Workbook) -> None:
    """What could not be read yet is part of the answer."""
    written.keeper(Commitment).save(Draft(Commitment(), {"date": "nächste Woche"}))
    written.share("commitment")
    assert content_of(written)["sections"][0]["text"]["typed"] == {"date": "nächste Woche"}


def test_a_choice_survives_the_next_start(written: Workbook) -> None:
    """What was chosen is in the store."""
    written.share(REFLECTION)
    assert open_workbook(folder=written.folder).shared() == (REFLECTION,)
