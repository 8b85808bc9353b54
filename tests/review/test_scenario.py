"""Four quarters of one rep: what changed, written out by hand in both languages."""

import pytest

from tests.review.conftest import Year
from workbook.book.changes import changes_since
from workbook.i18n import speaking

# Quarter, language -> title -> sentences. Only what is named here is compared; nothing else may be told about a title.
EXPECTED = {
    ("2026Q1", "en"): {
        "Layers": (
            "Sanitärkeramik Weißbrunn GmbH goes from “Top 5” to “Next 15”: Score changed.",
            "Fensterbau Lichtenmoor KG goes from “Next 15” to “Top 5”: Potential changed.",
            "Armaturen Tropfhain GmbH goes from “Next 15” to “Rest”: Set by hand.",
            "Teppichboden Flordorf GmbH goes from “Next 15” to “Rest”: Score changed.",
            "Werkzeugfabrik Hammersbeck GmbH goes from “Rest” to “Next 15”: Score changed.",
            "Wiegenwerk Kleinholz GmbH goes from “Rest” to “Next 15”: Set by hand.",
        ),
        "Möbelwerke Ahrensloh GmbH & Co. KG: Buying center": (
            "Ilka Brandrup (Decider) moved from Neutral to Supporter.",
            "Ilka Brandrup (Decider): How well we know this person went from Brief contacts to Multiple contacts.",
            "Ilka Brandrup (Decider): Last contact went from 8 Oct 2025 to 9 Jan 2026.",
            "The question “Plant manager?” is answered: “Anton Westerkamp”.",
            "Anton Westerkamp (Initiator): now known: Function “Plant manager”, Influence on the decision High, "
            "Attitude towards us Neutral, How well we know this person Brief contacts, Last contact 9 Jan 2026.",
        ),
        "Möbelwerke Ahrensloh GmbH & Co. KG: Objectives and strategy": (
            "Objective 1: How likely it is, in per cent went from 80% to 90%.",
            "Objective 1 is in progress.",
            "Objective 2 slipped by 60 days.",
            "“Measure the use of film on three lines” is done.",
        ),
        "Fensterbau Lichtenmoor KG: Objectives and strategy": (
            "The three sales objectives: new is “Front doors are packed with our film as well”.",
            "Actions: new is “Trial on the door line”.",
            "Actions: new is “Offer for the second plant”.",
        ),
        "Sanitärkeramik Weißbrunn GmbH: Year plan": (
            "Sales goal with this customer this year is now “Shrink hoods for both plants”.",
            "Actions in the next 12 months: new is “Record the breakage near the kilns”.",
            "Actions in the next 12 months: new is “Deliver samples of the thicker film”.",
        ),
        "Polstermöbel Kastanienhof GmbH: Year plan": (
            "“Demonstrate edge protection” slipped by 14 days.",
            "Already committed is now €82,000.",
        ),
    },
    ("2026Q2", "en"): {
        "Layers": (
            "Naturstein Felsenau AG goes from “Top 5” to “Rest”: Prospect won.",
            "Büromöbel Sitzmann GmbH was in “Next 15” and is no longer in the export; what you wrote is kept.",
            "Farbrollen Malvern GmbH goes from “Rest” to “Next 15”: Score changed.",
            "Schlafsysteme Federkern GmbH goes from “Rest” to “Top 5”: Mandatory slot changed.",
        ),
        "Naturstein Felsenau AG: Objectives and strategy": ("Objective 1 is done.",),
        "Möbelwerke Ahrensloh GmbH & Co. KG: Competitors": (
            "The question “Who comes when a line stands still?” is answered: "
            "“When a line stands still, somebody comes two days later”.",
        ),
        "Trockenmörtel Sandkuhl GmbH: Year plan": (
            "The question “Who measures?” is answered: “Application engineer”.",
            "Already committed is now €41,000.",
        ),
    },
    ("2026Q3", "en"): {
        "Layers": (
            "Fensterbau Lichtenmoor KG goes from “Top 5” to “Next 15”: Score changed.",
            "Trockenmörtel Sandkuhl GmbH goes from “Next 15” to “Top 5”: Mandatory slot changed.",
            "Wiegenwerk Kleinholz GmbH goes from “Next 15” to “Rest”: Setting by hand ended.",
            "Armaturen Tropfhain GmbH goes from “Rest” to “Next 15”: Setting by hand ended.",
        ),
        "Möbelwerke Ahrensloh GmbH & Co. KG: Objectives and strategy": (
            "Objective 2 slipped by 60 days.",
            "Objective 3 is dropped.",
            "“Accompany the trial of the hooding machine” is done.",
        ),
        "Time budget": (
            "Today for the Top 5 went from 12 hours a week to 13 hours a week.",
            "Today for the next 15 went from 11 hours a week to 12 hours a week.",
            "Today for the rest went from 10 hours a week to 8 hours a week.",
        ),
    },
    ("2026Q1", "de"): {
        "Schichten": (
            "Sanitärkeramik Weißbrunn GmbH wechselt von „Top 5“ zu „Die 15 (proaktiv)“: Punktwert geändert.",
            "Fensterbau Lichtenmoor KG wechselt von „Die 15 (proaktiv)“ zu „Top 5“: Potenzial geändert.",
            "Armaturen Tropfhain GmbH wechselt von „Die 15 (proaktiv)“ zu „Rest“: Manuell gesetzt.",
            "Teppichboden Flordorf GmbH wechselt von „Die 15 (proaktiv)“ zu „Rest“: Punktwert geändert.",
            "Werkzeugfabrik Hammersbeck GmbH wechselt von „Rest“ zu „Die 15 (proaktiv)“: Punktwert geändert.",
            "Wiegenwerk Kleinholz GmbH wechselt von „Rest“ zu „Die 15 (proaktiv)“: Manuell gesetzt.",
        ),
        "Möbelwerke Ahrensloh GmbH & Co. KG: Ziele und Strategie": (
            "Ziel 1: Wie wahrscheinlich es ist, in Prozent: von 80\xa0% zu 90\xa0%.",
            "Ziel 1 ist in Arbeit.",
            "Ziel 2 verschiebt sich um 60 Tage.",
            "„Folienverbrauch an drei Linien messen“ ist erledigt.",
        ),
    },
    ("2026Q3", "de"): {
        "Schichten": (
            "Fensterbau Lichtenmoor KG wechselt von „Top 5“ zu „Die 15 (proaktiv)“: Punktwert geändert.",
            "Trockenmörtel Sandkuhl GmbH wechselt von „Die 15 (proaktiv)“ zu „Top 5“: Pflichtplatz hat gewechselt.",
            "Wiegenwerk Kleinholz GmbH wechselt von „Die 15 (proaktiv)“ zu „Rest“: Manuelle Festlegung abgelaufen.",
            "Armaturen Tropfhain GmbH wechselt von „Rest“ zu „Die 15 (proaktiv)“: Manuelle Festlegung abgelaufen.",
        ),
        "Möbelwerke Ahrensloh GmbH & Co. KG: Buying Center": (
            "Ilka Brandrup (Entscheider) bewegt sich von Unterstützer zu Promotor.",
            "Ilka Brandrup (Entscheider): Wie gut wir diese Person kennen: von Mehrfach zu Intensiv.",
            "Ilka Brandrup (Entscheider): Letzter Kontakt: von 09.01.2026 zu 03.07.2026.",
        ),
        "Schlafsysteme Federkern GmbH: Buying Center": (
            "Tilda Rosenkötter (Beeinflusser, Anwender) bewegt sich von Unbekannt zu Neutral.",
            "Tilda Rosenkötter (Beeinflusser, Anwender): Letzter Kontakt: von 09.04.2026 zu 22.06.2026.",
            "Die Frage „Einkauf?“ ist beantwortet: „Bela Kirschstein“.",
            "Bela Kirschstein (Einkäufer): jetzt bekannt: Funktion „Leiter Einkauf“, "
            "Einfluss auf die Entscheidung Mittel, Einstellung zu uns Kritiker, "
            "Wie gut wir diese Person kennen Einzelne Kontakte, Letzter Kontakt 22.06.2026.",
        ),
        "Möbelwerke Ahrensloh GmbH & Co. KG: Ziele und Strategie": (
            "Ziel 2 verschiebt sich um 60 Tage.",
            "Ziel 3 ist verworfen.",
            "„Probelauf der Haubenmaschine begleiten“ ist erledigt.",
        ),
    },
}
TITLES = [(*place, title) for place, titles in EXPECTED.items() for title in titles]
BEFORE = {"2026Q1": "2025Q4", "2026Q2": "2026Q1", "2026Q3": "2026Q2"}


@pytest.mark.parametrize(("quarter", "language", "title"), TITLES)
def test_what_changed_in_words(quarter: str, language: str, title: str, english_year: Year, german_year: Year) -> None:
    """Each quarter tells what happened in it from its meaning, for the portfolio and plan by plan."""
    year = {"en": english_year, "de": german_year}[language]
    with speaking(language):
        told = dict(changes_since(year.book(quarter), year.book(BEFORE[quarter])))
    assert told[title] == EXPECTED[quarter, language][title]


def test_a_rename_and_a_new_account_are_no_change_of_a_plan(english_year: Year) -> None:
    """What is written about a renamed account stays; only what the rep changed is told, under the new name."""
    told = dict(changes_since(english_year.book("2026Q1"), english_year.book("2025Q4")))
    assert told["Dämmerlicht Leuchten SE: Year plan"] == ("Already committed is now €15,000.",)


def test_the_first_quarter_tells_nothing(english_year: Year) -> None:
    """Compared with itself nothing is different."""
    assert dict(changes_since(english_year.book("2025Q4"), english_year.book("2025Q4"))) == {}


def test_words_about_a_quarter_are_no_change_in_it(english_year: Year) -> None:
    """The review and the answers of a chapter stand in their own forms; the list tells customers, plans and time."""
    told = dict(changes_since(english_year.book("2026Q3"), english_year.book("2026Q2")))
    assert sorted(told) == [
        "Dämmerlicht Leuchten SE: Year plan",
        "Fensterbau Lichtenmoor KG: Year plan",
        "Layers",
        "Möbelwerke Ahrensloh GmbH & Co. KG: Buying center",
        "Möbelwerke Ahrensloh GmbH & Co. KG: Objectives and strategy",
        "Polstermöbel Kastanienhof GmbH: Year plan",
        "Schlafsysteme Federkern GmbH: Buying center",
        "Time budget",
        "Trockenmörtel Sandkuhl GmbH: Buying center",
        "Trockenmörtel Sandkuhl GmbH: Objectives and strategy",
        "Trockenmörtel Sandkuhl GmbH: Year plan",
    ]
