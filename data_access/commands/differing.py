"""Rows that were computed, brought into their tables: what stands there already is left alone."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Select, Table, bindparam, delete, insert, select

from data_access.stacked import Stacked

Row = dict[str, object]
ID = "id"
_among: Any = bindparam("measures", expanding=True)


def bring(
    connection: Connection, measures: Sequence[int], computed: Mapping[Table, Sequence[Row]]
) -> None:
    """Make the computed rows the only ones of these measures in each of the tables.

    Most of a measure's past and future stays as it was when a report comes in, and a row that is
    not written costs neither log nor index.
    """
    standing = _standing(tuple(computed))
    every = standing.ask(connection, {"measures": measures})
    for (table, rows), found in zip(computed.items(), every, strict=True):
        columns = _columns(table)
        values = standing.values(*columns)
        wanted = {tuple(row[name] for name in columns): row for row in rows}
        gone = [row.id for row in found if wanted.pop(values(row), None) is None]
        if gone:
            connection.execute(_of_ids(table), {"gone": gone})
        if wanted:
            connection.execute(insert(table).inline(), list(wanted.values()))


@cache
def _standing(tables: tuple[Table, ...]) -> Stacked:
    return Stacked(*map(_of_measures, tables))


def _of_measures(table: Table) -> Select[Any]:
    return select(*table.c).where(table.c.measure_id.in_(_among))


@cache
def _columns(table: Table) -> list[str]:
    return [column.name for column in table.c if column.name != ID]


@cache
def _of_ids(table: Table) -> Delete:
    return delete(table).where(table.c.id.in_(bindparam("gone", expanding=True)))
