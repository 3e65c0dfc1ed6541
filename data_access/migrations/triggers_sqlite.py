"""The triggers for SQLite: row by row, without functions of their own."""

from collections.abc import Iterator

from data_access.migrations import triggers_sqlite_checks
from data_access.migrations.triggers import (
    APPEND_ONLY,
    CONCERNED,
    EVENTS,
    REFUSALS,
    TIES,
    filled_tables,
    territory_of,
)


def statements() -> Iterator[str]:
    """Yield the statements that create all triggers."""
    yield from triggers_sqlite_checks.statements()
    for table in filled_tables():
        yield from _fill(table)
    for table in APPEND_ONLY:
        yield from _keep(table)
    yield from _refuse()
    yield from _stay()
    for table in CONCERNED:
        for event in EVENTS:
            yield note(table, event, CONCERNED[table])


def _fill(table: str) -> Iterator[str]:
    body = (
        f"WHEN NEW.territory_id IS NOT {territory_of(table)}"
        f" BEGIN UPDATE {table} SET territory_id = {territory_of(table)}"
        " WHERE id = NEW.id; END"
    )
    yield f"CREATE TRIGGER {table}_fill_insert AFTER INSERT ON {table} {body}"
    if table not in APPEND_ONLY:
        yield f"CREATE TRIGGER {table}_fill_update AFTER UPDATE OF territory_id ON {table} {body}"


def _keep(table: str) -> Iterator[str]:
    told = f"SELECT RAISE(ABORT, '{table}: rows are append-only')"
    # The filling of the territory right after the insert is the one update that is let through.
    filled = territory_of(table).replace("NEW.", "OLD.")
    yield (
        f"CREATE TRIGGER {table}_keep_update BEFORE UPDATE ON {table}"
        f" WHEN OLD.territory_id IS {filled} BEGIN {told}; END"
    )
    yield f"CREATE TRIGGER {table}_keep_delete BEFORE DELETE ON {table} BEGIN {told}; END"
    # INSERT OR REPLACE deletes without firing the trigger above.
    yield (
        f"CREATE TRIGGER {table}_keep_replace BEFORE INSERT ON {table}"
        f" WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) BEGIN {told}; END"
    )


def _refuse() -> Iterator[str]:
    for one in REFUSALS:
        told = f"WHEN {one.condition} BEGIN SELECT RAISE(ABORT, '{one.message}'); END"
        name = f"{one.table}_refuse_{one.name}"
        yield f"CREATE TRIGGER {name} BEFORE INSERT ON {one.table} {told}"
        if one.columns:
            changed = f"UPDATE OF {', '.join(one.columns)}"
            yield f"CREATE TRIGGER {name}_update BEFORE {changed} ON {one.table} {told}"


def _stay() -> Iterator[str]:
    for table, column in TIES.items():
        yield stay(table, column)


def stay(table: str, column: str) -> str:
    """Return the statement for rows of `table` to keep the parent that `column` names."""
    return (
        f"CREATE TRIGGER {table}_stay BEFORE UPDATE OF {column} ON {table}"
        f" WHEN OLD.{column} IS NOT NEW.{column} BEGIN"
        f" SELECT RAISE(ABORT, '{table}: a row never moves to another parent'); END"
    )


def note(table: str, event: str, concerned: str) -> str:
    """Return what notes the measures that a row (`r`) concerns, as the query finds them."""
    row = "OLD" if event == "delete" else "NEW"
    found = concerned.replace("r.", f"{row}.")
    return (
        f"CREATE TRIGGER {table}_note_{event} AFTER {event.upper()} ON {table}"
        f" BEGIN INSERT INTO recompute_queue (measure_id) {found}; END"
    )
