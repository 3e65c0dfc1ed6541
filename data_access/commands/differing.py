"""Rows that were computed, brought into their tables: what stands there already is left alone."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Select, Table, bindparam, delete, insert, select

Row = dict[str, object]
ID = "id"


def bring(connection: Connection, table: Table, measures: Sequence[int], rows: list[Row]) -> None:
    """Make `rows` the only ones of these measures.

    Most of a measure's past and future stays as it was when a report comes in, and a row that is
    not written costs neither log nor index.
    """
    columns = [column.name for column in table.c if column.name != ID]
    found = connection.execute(_standing(table), {"measures": list(measures)}).all()
    wanted = {tuple(row[name] for name in columns): row for row in rows}
    gone = [row.id for row in found if wanted.pop(tuple(row[1:]), None) is None]
    if gone:
        connection.execute(_of_ids(table), {"gone": gone})
    if wanted:
        connection.execute(insert(table).inline(), list(wanted.values()))


@cache
def _standing(table: Table) -> Select[Any]:
    measures: Any = bindparam("measures", expanding=True)
    others = (column for column in table.c if column.name != ID)
    return select(table.c.id, *others).where(table.c.measure_id.in_(measures))


@cache
def _of_ids(table: Table) -> Delete:
    return delete(table).where(table.c.id.in_(bindparam("gone", expanding=True)))
