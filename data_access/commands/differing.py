"""Rows that were computed, brought into their table: what stands there already is left alone."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Delete, Select, Table, delete, insert, select

from data_access.commands.derived_rows import COLUMNS, Derived, Row
from data_access.numbers import among


def bring(
    connection: Connection, kind: Derived, computed: Sequence[Row], standing: Sequence[Row]
) -> None:
    """Make the computed rows of some measures the only ones in a table.

    `standing` are those that `standing_in` asks for. Most of a measure's past and future stays as
    it was when a report comes in, and a row that is not written costs neither log nor index.
    """
    wanted = dict.fromkeys(computed, True)
    gone = [id_ for id_, *row in standing if not wanted.pop(tuple(row), False)]
    if gone:
        connection.execute(_of_ids(kind), {"gone": gone})
    if wanted:
        rows = [dict(zip(COLUMNS[kind], row, strict=True)) for row in wanted]
        connection.execute(insert(table_of(kind)).inline(), rows)


def standing_in(kind: Derived, parameter: str) -> Select[Any]:
    """Return the question for the rows of the measures in the parameter, each after its id."""
    columns = table_of(kind).c
    return select(columns.id, *(columns[name] for name in COLUMNS[kind])).where(
        among(columns.measure_id, parameter)
    )


def table_of(kind: Derived) -> Table:
    """Return the table of a model."""
    return cast(Table, kind.__table__)


@cache
def _of_ids(kind: Derived) -> Delete:
    table = table_of(kind)
    return delete(table).where(among(table.c.id, "gone"))
