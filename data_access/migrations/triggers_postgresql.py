"""The triggers for PostgreSQL: notes are taken once a statement, over its changed rows."""

from collections.abc import Iterator

from data_access.migrations.triggers import (
    APPEND_ONLY,
    CONCERNED,
    EVENTS,
    TIES,
    filled_tables,
    refusals_of,
    refusing_tables,
    territory_of,
)

#: Writers need no rights but those on the table that they write to.
RIGHTS = "SECURITY DEFINER SET search_path FROM CURRENT"
#: The class of errors that a foreign key or a check would give.
CODE = " USING ERRCODE = 'integrity_constraint_violation'"


def statements() -> Iterator[str]:
    """Yield the statements that create all functions and triggers."""
    for table in filled_tables():
        yield from _before(table, "fill", f"NEW.territory_id := {territory_of(table)};")
    for table, columns in refusing_tables().items():
        events = f"INSERT OR UPDATE OF {', '.join(columns)}" if columns else "INSERT"
        yield from _before(table, "refuse", " ".join(_refusals(table)), events)
    yield from _keep()
    yield from _stay()
    for table, concerned in CONCERNED.items():
        yield from note(table, concerned)


def _before(table: str, name: str, body: str, events: str = "INSERT OR UPDATE") -> Iterator[str]:
    yield (
        f"CREATE FUNCTION karta_{table}_{name}() RETURNS trigger LANGUAGE plpgsql"
        f" {RIGHTS} AS $$ BEGIN {body} RETURN NEW; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_{name} BEFORE {events} ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION karta_{table}_{name}()"
    )


def _refusals(table: str) -> Iterator[str]:
    for refusal in refusals_of(table):
        yield f"IF {refusal.condition} THEN RAISE EXCEPTION '{refusal.message}'{CODE}; END IF;"


def _keep() -> Iterator[str]:
    yield (
        "CREATE FUNCTION karta_keep() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '%: rows are append-only', TG_TABLE_NAME"
        f"{CODE}; END $$"
    )
    for table in APPEND_ONLY:
        yield (
            f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION karta_keep()"
        )


def _stay() -> Iterator[str]:
    yield (
        "CREATE FUNCTION karta_stay() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '%: a row never moves to another parent', TG_TABLE_NAME"
        f"{CODE}; END $$"
    )
    for table, column in TIES.items():
        yield stay(table, column)


def stay(table: str, column: str) -> str:
    """Return the statement for rows of `table` to keep the parent that `column` names."""
    return (
        f"CREATE TRIGGER {table}_stay BEFORE UPDATE OF {column} ON {table} FOR EACH ROW"
        f" WHEN (OLD.{column} IS DISTINCT FROM NEW.{column}) EXECUTE FUNCTION karta_stay()"
    )


def note(table: str, concerned: str) -> Iterator[str]:
    """Yield what notes the measures that a row (`r`) concerns, as the query finds them."""
    yield (
        f"CREATE FUNCTION karta_{table}_note() RETURNS trigger LANGUAGE plpgsql"
        f" {RIGHTS} AS $$ BEGIN INSERT INTO recompute_queue (measure_id)"
        " SELECT DISTINCT concerned.id FROM changed r"
        f" CROSS JOIN LATERAL ({concerned}) AS concerned(id)"
        " WHERE concerned.id IS NOT NULL; RETURN NULL; END $$"
    )
    for event in EVENTS:
        image = "OLD" if event == "delete" else "NEW"
        yield (
            f"CREATE TRIGGER {table}_note_{event} AFTER {event.upper()} ON {table}"
            f" REFERENCING {image} TABLE AS changed"
            f" FOR EACH STATEMENT EXECUTE FUNCTION karta_{table}_note()"
        )
