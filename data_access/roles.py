"""PostgreSQL accounts with just the rights that each process needs, as SQL to be reviewed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data_access.models import Base
from data_access.models.derived import COMPUTED
from data_access.models.versions import VERSIONS

NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
ALL = "SELECT, INSERT, UPDATE, DELETE"
ADD = "SELECT, INSERT"
Rights = Mapping[str, str]

#: What the dashboard writes while it shows: attempts to sign in, one's own password, the trail.
SHOWING: Rights = {
    "login_attempt": ALL,
    "audit_event": ADD,
    "account": "SELECT, UPDATE (password_hash)",
}
#: What it writes besides where coordinators take plans and reports in.
TAKING_IN: Rights = {
    **dict.fromkeys(("import_draft", "import_finding"), ALL),
    "import_batch": "SELECT, INSERT, UPDATE",
    **dict.fromkeys(("territory", "plan", "executor"), "SELECT, INSERT, UPDATE"),
    **dict.fromkeys(("section", "measure", "control_point", "assignment"), ALL),
    **dict.fromkeys(("reporting_period", "indicator", "practice_fit", "earlier_lead"), ALL),
    **dict.fromkeys(("report", "decision", "indicator_value", "executor_alias"), ADD),
}
#: What `karta refresh` reads and writes; a row is locked by whoever may change one of its columns.
REFRESHING: Rights = {
    "alembic_version": "SELECT",
    **dict.fromkeys(("plan", "control_point", "assignment", "reporting_period"), "SELECT"),
    **dict.fromkeys(("report", "decision", "earlier_lead"), "SELECT"),
    "measure": "SELECT, UPDATE (id)",
    **dict.fromkeys(sorted(COMPUTED), "SELECT, INSERT, DELETE"),
    "data_version": "SELECT, UPDATE",
    "data_change": "SELECT, DELETE",
}


@dataclass(frozen=True)
class Role:
    """An account: everything to be read or not, and what more it may do to which table."""

    name: str
    purpose: str
    rights: Rights
    reads_all: bool = False


def roles(web: str, refresh: str, *, taking_in: bool) -> tuple[Role, Role]:
    """Return both accounts; ValueError for a name that PostgreSQL would need quotes for."""
    for name in (web, refresh):
        if not NAME.fullmatch(name):
            raise ValueError(name)
    writing = {**TAKING_IN, **SHOWING} if taking_in else SHOWING
    return (
        Role(web, "the dashboard, with KARTA_RECOMPUTE=0", writing, reads_all=True),
        Role(refresh, "karta refresh --every 2", REFRESHING),
    )


def statements(chosen: Iterable[Role], schema: str = "public") -> Iterator[str]:
    """Yield the statements that make the accounts, or bring them to just these rights.

    They are one transaction, so running processes are never without their rights.
    """
    yield "BEGIN;"
    for role in chosen:
        yield from _role(role, schema)
    yield "COMMIT;"


def _role(role: Role, schema: str) -> Iterator[str]:
    yield f"-- {role.name}: {role.purpose}"
    yield (
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname ="
        f" '{role.name}') THEN CREATE ROLE {role.name} LOGIN; END IF; END $$;"
    )
    for kind in ("TABLES", "SEQUENCES"):
        yield f"REVOKE ALL ON ALL {kind} IN SCHEMA {schema} FROM {role.name};"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {role.name};"
    if role.reads_all:
        yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role.name};"
    yield from _grants(role, schema)


def _grants(role: Role, schema: str) -> Iterator[str]:
    for table, rights in role.rights.items():
        yield f"GRANT {rights} ON {schema}.{table} TO {role.name};"
        if "INSERT" in rights and _has_counter(table):
            yield f"GRANT USAGE ON SEQUENCE {schema}.{table}_id_seq TO {role.name};"


def _has_counter(table: str) -> bool:
    column = Base.metadata.tables[table].columns.get("id")
    return column is not None and table not in VERSIONS
