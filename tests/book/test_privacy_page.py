"""The page for works councils names every field about a person, in both languages."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from workbook import i18n
from workbook.plan.catalogue import SECTIONS
from workbook.plan.fields import FieldDescription, Kind, describe

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")
GERMAN, ENGLISH = PAGE.split("## Deutsch", 1)[1].split("\n## English", 1)


def load(command: str) -> click.Command:
    return import_module(f"workbook.cli.{command}").command


def personal_fields(model: type[BaseModel]) -> Iterator[FieldDescription]:
    for each in describe(model):
        if each.kind is Kind.ITEMS:
            yield from personal_fields(each.entry)
        elif each.personal:
            yield each


@pytest.mark.parametrize(("language", "page"), [("de", GERMAN), ("en", ENGLISH)])
@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)
def test_every_personal_field_is_named(section, language: str, page: str) -> None:
    """Section and label of each personal field stand on the page as the form shows them."""
    with i18n.speaking(language):
        fields = [each.label for each in personal_fields(section)]
        assert not fields or i18n._(section.TITLE) in page
    assert [label for label in fields if label not in page] == []


@pytest.mark.parametrize("page", [GERMAN, ENGLISH])
def test_the_commands_it_names_exist(page: str) -> None:
    """What the page promises can be typed: each command with each of its options."""
    named = [span.split() for span in re.findall(r"`workbook ([^`]+)`", page)]
    assert {command for command, *_words in named} == {"export", "erase", "backup", "restore"}
    for command, *words in named:
        known = {option for each in load(command).params for option in each.opts}
        assert [word for word in words if word.startswith("--") and word not in known] == []


def test_both_languages_have_the_same_parts() -> None:
    """German and English say the same under the same number of headings and table rows."""
    assert [half.count("\n#### ") for half in (GERMAN, ENGLISH)] == [5, 5]
    assert GERMAN.count("\n|") == ENGLISH.count("\n|")
