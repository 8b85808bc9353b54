"""I1 to I4: hostile names are kept as they are and stay text."""

from tests.faults.case import Case, table

NAMES = {
    "I1": '=HYPERLINK("http://evil.example","click")',
    "I2": '<img src=x onerror="alert(1)"></script>',
    "I3": "../../CON",
    "I4": "{GmbH} $$ %s",
}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


CASES = tuple(
    Case(number, name, table(f"A1;{_quoted(name)};1"), accounts=1, facts={"A1": {"name": name}})
    for number, name in NAMES.items()
)
