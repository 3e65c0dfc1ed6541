"""The triggers for SQLite: row by row, without functions of their own."""

from collections.abc import Iterator

from data_access.migrations.triggers import (
    APPEND_ONLY,
    CONCERNED,
    EVENTS,
    PARENTS,
    REFUSALS,
    filled_tables,
    territory_of,
)


def statements() -> Iterator[str]:
    """Yield the statements that create all triggers."""
    for table in filled_tables():
        yield from _fill(table)
    for table in APPEND_ONLY:
        yield from _keep(table)
    yield from _refuse()
    for table in CONCERNED:
        for event in EVENTS:
            yield _note(table, event)


def _fill(table: str) -> Iterator[str]:
    body = (
        f"WHEN NEW.territory_id IS NOT {territory_of(table)}"
        f" BEGIN UPDATE {table} SET territory_id = {territory_of(table)}"
        " WHERE id = NEW.id; END"
    )
    yield f"CREATE TRIGGER {table}_fill_insert AFTER INSERT ON {table} {body}"
    if table in PARENTS and table not in APPEND_ONLY:
        column = PARENTS[table][0]
        yield f"CREATE TRIGGER {table}_fill_update AFTER UPDATE OF {column} ON {table} {body}"


def _keep(table: str) -> Iterator[str]:
    told = f"SELECT RAISE(ABORT, '{table}: rows are append-only')"
    # The filling of the territory right after the insert is the one update that is let through.
    yield (
        f"CREATE TRIGGER {table}_keep_update BEFORE UPDATE ON {table}"
        f" WHEN OLD.territory_id IS {territory_of(table)} BEGIN {told}; END"
    )
    yield f"CREATE TRIGGER {table}_keep_delete BEFORE DELETE ON {table} BEGIN {told}; END"


def _refuse() -> Iterator[str]:
    for refusal in REFUSALS:
        yield (
            f"CREATE TRIGGER report_refuse_{refusal.name} BEFORE INSERT ON report"
            f" WHEN {refusal.condition}"
            f" BEGIN SELECT RAISE(ABORT, '{refusal.message}'); END"
        )


def _note(table: str, event: str) -> str:
    row = "OLD" if event == "delete" else "NEW"
    concerned = CONCERNED[table].replace("r.", f"{row}.")
    return (
        f"CREATE TRIGGER {table}_note_{event} AFTER {event.upper()} ON {table}"
        f" BEGIN INSERT INTO recompute_queue (measure_id) {concerned}; END"
    )
