"""What a library loads and no notebook needs: left out before anything imports it."""

import sys

# jsonschema compiles a grammar of internationalised addresses as soon as it is imported, more than a second; no
# schema of a notebook or of an event asks for that format, and where the grammar is missing jsonschema goes without.
GRAMMAR = "rfc3987_syntax"


def leave_out_grammar() -> None:
    """Let jsonschema start without its grammar of addresses; for our own programs, never for who imports us."""
    sys.modules.setdefault(GRAMMAR, None)  # type: ignore[arg-type]  # None means: cannot be imported
