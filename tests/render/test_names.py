"""Names on disk."""

import pytest

from workbook.render.names import folder_name, is_ref, new_ref, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jörg Groß", "joerg-gross"),
        ("Jo\u0308rg Groß", "joerg-gross"),
        ("Łukasz Ødegård", "lukasz-oedegard"),
        ("../../etc/passwd", "etc-passwd"),
        ("{GmbH} $$ <b>", "gmbh-b"),
        ("李雷", "participant"),
        ("", "participant"),
        ("x" * 300, "x" * 40),
    ],
)
def test_slug_is_plain(name: str, expected: str) -> None:
    """A name becomes plain letters, whatever form its signs are written in."""
    assert slug(name) == expected


def test_reserved_names_are_harmless() -> None:
    """A folder is never called CON or nul, because the reference follows."""
    assert folder_name("CON", "abcdefgh") == "con-abcdefgh"


def test_equal_slugs_stay_apart() -> None:
    """Two people with one name have two folders."""
    assert folder_name("Müller", "aaaaaaaa") != folder_name("Mueller", "bbbbbbbb")


def test_new_refs_fit_and_differ() -> None:
    """A new reference has the form a reference must have, and no two are equal."""
    refs = {new_ref() for _ in range(200)}
    assert len(refs) == 200
    assert all(is_ref(ref) and ref[0].isalpha() for ref in refs)


@pytest.mark.parametrize("ref", ["", "short", "UPPERCASE", "with-hyphen", "../../etc", "a" * 33, "abcdefgh\n"])
def test_bad_refs(ref: str) -> None:
    """Nothing but 8 to 32 lower-case letters and digits is a reference."""
    assert not is_ref(ref)
