"""Rows that were computed, brought into their table: what stands there already is left alone."""

from collections.abc import Sequence
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Delete, Select, Table, delete, insert, select

from data_access.models import Base
from data_access.numbers import among

Row = dict[str, object]
ID = "id"


def bring(
    connection: Connection,
    table: Table,
    computed: Sequence[Row],
    standing: Sequence[Any],
) -> None:
    """Make the computed rows of some measures the only ones in a table.

    `standing` are those that `standing_in` asks for. Most of a measure's past and future stays as
    it was when a report comes in, and a row that is not written costs neither log nor index.
    """
    columns = _columns(table)
    values, found = itemgetter(*columns), attrgetter(*columns)
    wanted = {values(row): row for row in computed}
    gone = [row.id for row in standing if wanted.pop(found(row), None) is None]
    if gone:
        connection.execute(_of_ids(table), {"gone": gone})
    if wanted:
        connection.execute(insert(table).inline(), list(wanted.values()))


def standing_in(table: Table, parameter: str) -> Select[Any]:
    """Return the question for the rows of the measures in the parameter."""
    return select(*table.c).where(among(table.c.measure_id, parameter))


def table_of(kind: type[Base]) -> Table:
    """Return the table of a model."""
    return cast(Table, kind.__table__)


@cache
def _columns(table: Table) -> list[str]:
    return [column.name for column in table.c if column.name != ID]


@cache
def _of_ids(table: Table) -> Delete:
    return delete(table).where(among(table.c.id, "gone"))
