"""Several small questions asked in one statement: their rows below each other, filled up.

A statement that finds a dozen rows costs more for its way to the database, its planning and its
compilation than for its rows; this is for where single milliseconds count.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    cast,
    literal_column,
    null,
    union_all,
)


class Stacked:
    """Questions whose columns of one name are of one type; TypeError where they are not."""

    def __init__(self, *parts: Select[*tuple[Any, ...]]) -> None:
        self._parts = parts
        columns = [column for part in parts for column in part.selected_columns]
        self._types = {str(column.key): column.type for column in columns}
        for column in columns:
            if type(column.type) is not type(self._types[str(column.key)]):
                raise TypeError(f"{column.key} is of two types")
        self._names = list(self._types)
        self._statement = union_all(*map(self._filled, range(len(parts))))

    def ask(
        self, connection: Connection, parameters: Mapping[str, Any]
    ) -> list[Sequence[Row[Any]]]:
        """Return the rows of each question; columns of the others are in them and are None."""
        found: list[list[Row[Any]]] = [[] for _ in self._parts]
        for row in connection.execute(self._statement, parameters):
            found[row[0]].append(row)
        return list(found)

    def values(self, *names: str) -> "itemgetter[tuple[Any, ...]]":
        """Return what takes the tuple of these columns (more than one) out of a row."""
        return itemgetter(*(1 + self._names.index(name) for name in names))

    def _filled(self, place: int) -> Select[*tuple[Any, ...]]:
        own = self._parts[place].selected_columns
        cells = [own[name] if name in own else self._nothing(name) for name in self._names]
        key = literal_column(str(place), Integer).label("place")
        return self._parts[place].with_only_columns(key, *cells)

    def _nothing(self, name: str) -> ColumnElement[Any]:
        return cast(null(), self._types[name]).label(name)
