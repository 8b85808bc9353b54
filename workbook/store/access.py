"""Who may see what in a PostgreSQL database: row-level security, a role per participant and one for the trainer.

A participant's role reads and writes the rows of that participant and no others, whatever SQL it sends. The trainer's
role reads one view: the newest text of each section that was shared with names, without times. The account that owns
the tables sees everything; it is the technical account that makes workbooks, not a person's.
"""

import re
from typing import Any

from sqlalchemy import Connection, make_url

from workbook.store.database import open_database
from workbook.store.revision import checked_ref
from workbook.store.schema import bring_up_to_date
from workbook.store.tables import metadata

PARTICIPANTS, TRAINER = "workbook_participants", "workbook_trainer"

# The role of a participant is called workbook_ and the ref; a ref holds only small letters and digits.
_OWN_ROWS = "'workbook_' || participant = current_user"
_SHARED_VIEW = """
CREATE OR REPLACE VIEW shared_text WITH (security_barrier) AS
SELECT DISTINCT ON (participant, section) participant, section, quarter, document
FROM revision JOIN shared USING (participant, section)
WHERE EXISTS (SELECT FROM shared AS agreed WHERE agreed.participant = shared.participant AND agreed.section = 'names')
ORDER BY participant, section, quarter DESC, number DESC
"""


def role_of(ref: str) -> str:
    """Return the name of a participant's role."""
    return f"workbook_{checked_ref(ref)}"


def protect(address: str) -> None:
    """Make the tables if need be, and switch on row-level security; needs the account that owns the tables."""
    database = open_database(address)
    bring_up_to_date(database)
    with database.writing() as connection:
        for role in (PARTICIPANTS, TRAINER):
            _make_role(connection, role, "NOLOGIN")
        for table in metadata.sorted_tables:
            _keep_to_own_rows(connection, table.name)
        connection.exec_driver_sql(_SHARED_VIEW)
        connection.exec_driver_sql(f"GRANT SELECT ON shared_text TO {TRAINER}")


def admit_participant(address: str, ref: str, password: str) -> str:
    """Let a participant in with a role of their own; return the address to put into their WORKBOOK_STORE."""
    return _admit(address, role_of(ref), PARTICIPANTS, password)


def admit_trainer(address: str, name: str, password: str) -> str:
    """Let a trainer in, who sees what was shared and nothing else; ``name`` has small letters and digits only."""
    if not re.fullmatch(r"[a-z][a-z0-9]{1,30}", name):
        raise ValueError(f"a trainer's name has small letters and digits only, not {name!r}")
    return _admit(address, f"trainer_{name}", TRAINER, password)


def _admit(address: str, role: str, group: str, password: str) -> str:
    with open_database(address).writing() as connection:
        _make_role(connection, role, "LOGIN")
        connection.exec_driver_sql(f"ALTER ROLE {role} PASSWORD '{_scrambled(connection, role, password)}'")
        connection.exec_driver_sql(f"GRANT {group} TO {role}")
    own = make_url(address).set(username=role, password=password)
    return own.render_as_string(hide_password=False)


def _make_role(connection: Connection, role: str, options: str) -> None:
    known = connection.exec_driver_sql("SELECT FROM pg_roles WHERE rolname = %s", (role,)).first()
    if known is None:
        connection.exec_driver_sql(f"CREATE ROLE {role} {options} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS")


def _keep_to_own_rows(connection: Connection, table: str) -> None:
    connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    connection.exec_driver_sql(f"DROP POLICY IF EXISTS own_rows ON {table}")
    policy = f"CREATE POLICY own_rows ON {table} TO {PARTICIPANTS} USING ({_OWN_ROWS}) WITH CHECK ({_OWN_ROWS})"
    connection.exec_driver_sql(policy)
    connection.exec_driver_sql(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {PARTICIPANTS}")


def _scrambled(connection: Connection, role: str, password: str) -> str:
    """Return the password as PostgreSQL keeps it, so that the server's log never sees the password itself."""
    driver: Any = connection.connection.driver_connection
    return str(driver.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256"), "ascii")
