"""Triggers that move the data's version with every change, whoever writes.

On PostgreSQL each transaction that changes data leaves one row in `data_change`, however many
statements it has: writers never meet, and a transaction and its row become visible together.
SQLite has one writer at a time, so the row of `data_version` itself is moved there.
"""

from collections.abc import Iterable, Iterator

#: What no page shows to others, or what is no data: changes of these move nothing.
UNWATCHED = frozenset(
    {
        "account",
        "account_territory",
        "audit_event",
        "data_change",
        "data_version",
        "import_draft",
        "login_attempt",
        "recompute_queue",
    }
)
#: Marks are whole numbers below this, which every language holds exactly.
MARKS = 2**53
EVENTS = ("INSERT", "UPDATE", "DELETE")

#: The setting lives as long as the transaction, and a rollback to a savepoint takes it back
#: together with the row.
FUNCTION = f"""
CREATE FUNCTION karta_change() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE mine text := pg_current_xact_id()::text;
BEGIN
  IF current_setting('karta.change', true) IS DISTINCT FROM mine THEN
    INSERT INTO data_change (mark) VALUES (floor(random() * {MARKS})::bigint);
    PERFORM set_config('karta.change', mine, true);
  END IF;
  RETURN NULL;
END $$"""


def function(dialect: str) -> Iterator[str]:
    """Yield the statement that creates what the triggers call, where they call something."""
    if dialect == "postgresql":
        yield FUNCTION


def statements(dialect: str, tables: Iterable[str]) -> Iterator[str]:
    """Yield the statements that put the triggers on these tables."""
    for table in tables:
        yield from _sqlite(table) if dialect == "sqlite" else _postgresql(table)


def _postgresql(table: str) -> Iterator[str]:
    yield (
        f"CREATE TRIGGER {table}_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION karta_change()"
    )


def _sqlite(table: str) -> Iterator[str]:
    for event in EVENTS:
        yield (
            f"CREATE TRIGGER {table}_change_{event.lower()} AFTER {event} ON {table} BEGIN"
            f" UPDATE data_version SET changes = changes + 1, mark = abs(random() % {MARKS}); END"
        )
