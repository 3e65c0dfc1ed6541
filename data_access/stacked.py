"""Several small questions asked in one statement: their rows below each other, filled up.

A statement that finds a dozen rows costs more for its way to the database, its planning and its
compilation than for its rows; this is for where single milliseconds count. The statement is no
wider than it must be: columns of one type share their places, whatever they are called.
"""

from collections import Counter, namedtuple
from collections.abc import Callable, Mapping, Sequence
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
    union_all,
)
from sqlalchemy.types import TypeEngine

Part = Select[*tuple[Any, ...]]
#: The type of a column, and which of the columns of this type in its question it is.
Place = tuple[type[TypeEngine[Any]], int]


class Stacked:
    """Questions of two columns at least; a row of each has its columns as attributes."""

    def __init__(self, *parts: Part) -> None:
        placed = [dict(zip(_places(part), part.selected_columns, strict=True)) for part in parts]
        places = list(dict.fromkeys(place for one in placed for place in one))
        self._statement = union_all(
            *(_filled(part, number, placed[number], places) for number, part in enumerate(parts))
        )
        self._makers = [
            _maker(part, [1 + places.index(place) for place in _places(part)]) for part in parts
        ]

    def ask(self, connection: Connection, parameters: Mapping[str, Any]) -> list[Sequence[Any]]:
        """Return the rows of each question."""
        found: list[list[Any]] = [[] for _ in self._makers]
        for row in connection.execute(self._statement, parameters).all():
            found[row[0]].append(self._makers[row[0]](row))
        return list(found)


def _places(part: Part) -> list[Place]:
    seen: Counter[type[TypeEngine[Any]]] = Counter()
    places = []
    for column in part.selected_columns:
        kind = type(column.type)
        places.append((kind, seen[kind]))
        seen[kind] += 1
    return places


def _filled(
    part: Part, number: int, own: Mapping[Place, ColumnElement[Any]], places: Sequence[Place]
) -> Part:
    """Return the question with a number of its own, and empty cells where it has no columns.

    The first one says the names and types of all: the shorter the text, the sooner it is read.
    """
    nothing: ColumnElement[Any] = literal_column("NULL")
    cells = [own.get(place, nothing) for place in places]
    if number == 0:
        cells = [own.get(place, cast(nothing, place[0]())) for place in places]
        cells = [cell.label(f"c{at}") for at, cell in enumerate(cells)]
    return part.with_only_columns(literal_column(str(number), Integer), *cells)


def _maker(part: Part, cells: Sequence[int]) -> Callable[[Row[Any]], Any]:
    """Return what makes a row of the question out of one of the statement."""
    names = [str(column.key) for column in part.selected_columns]
    found: Any = namedtuple("Found", names)  # type: ignore[misc]
    make, take = found._make, itemgetter(*cells)
    return lambda row: make(take(row))
