"""The parts of a register that is too long to be sent whole, as its grid asks for them."""

from collections.abc import Callable
from typing import Any

from dash import Dash, Input, Output, State, no_update

from callbacks.frames import make_frame
from callbacks.visitor import visitor
from data_access.db import Database
from data_access.queries import register
from data_access.records.measures import MeasureRow
from data_access.records.register import MOST_ROWS, SORTED_BY, Part, Sorting, place_of, values_of
from data_access.records.view import Filters, View
from layouts import ids
from layouts.grids import Definition, memory_of

#: What the grid remembers: the sorting, and by the number of rows before each part, the place of
#: the last of these.
Memory = dict[str, Any]
#: Makes a row of a grid of its place, a measure and the filters.
RowMaker = Callable[[int, MeasureRow, Filters], Definition]
NOTHING: dict[str, Any] = {"rowData": [], "rowCount": 0}


def bind(
    app: Dash, db: Database, grid: str, path: str, view_of: Callable[[View], View], row: RowMaker
) -> None:
    """Bind the grid of the page at `path` to the database.

    `view_of` says what of the page's view the grid shows.
    """

    @app.callback(
        Output(grid, "getRowsResponse"),
        Output(memory_of(grid), "data"),
        Input(grid, "getRowsRequest"),
        State(ids.LOCATION, "search"),
        State(memory_of(grid), "data"),
        prevent_initial_call=True,
    )
    def rows(request: dict[str, Any] | None, search: str | None, memory: Memory | None) -> Any:
        if not request:
            return no_update, no_update
        with db.snapshot():
            return answer(db, path, search or "", request, memory or {}, view_of, row)


def answer(
    db: Database,
    path: str,
    search: str,
    request: dict[str, Any],
    memory: Memory,
    view_of: Callable[[View], View],
    row: RowMaker,
) -> Any:
    """Return the part that a grid asks for, by the account's rights and the page's filters, and
    what the grid is to remember of it.
    """
    who = visitor()
    frame = make_frame(db, who.account, path, search, who.today)
    if frame.errors:
        return NOTHING, {}
    sorting, start, size = sorting_of(request), _number(request, "startRow"), _size(request)
    known = memory if memory.get("sorted") == _said(sorting) else {"sorted": _said(sorting)}
    view = view_of(View(who.account.scope, who.today, frame.filters))
    after = place_of(sorting.column, known.get(str(start))) if start else None
    if start and after is None:
        return no_update, no_update
    part = register.load(db, view, sorting, size, after)
    return _response(part, start, frame.filters, row), _remembered(known, part, start)


def sorting_of(request: dict[str, Any]) -> Sorting:
    """Return the first known column that a request sorts by, else the order of the documents."""
    for one in request.get("sortModel") or ():
        if one.get("colId") in SORTED_BY:
            column = one["colId"]
            return Sorting(column, one.get("sort") == "desc" and column != "place")
    return Sorting()


def _said(sorting: Sorting) -> list[Any]:
    return [sorting.column, sorting.descending]


def _number(request: dict[str, Any], name: str) -> int:
    value = request.get(name)
    return max(0, value) if isinstance(value, int) else 0


def _size(request: dict[str, Any]) -> int:
    wanted = _number(request, "endRow") - _number(request, "startRow")
    return min(max(wanted, 1), MOST_ROWS)


def _response(part: Part, start: int, filters: Filters, row: RowMaker) -> dict[str, Any]:
    rows = [row(start + place, one, filters) for place, one in enumerate(part.rows)]
    return {"rowData": rows, "rowCount": start + len(rows) if part.is_last else None}


def _remembered(known: Memory, part: Part, start: int) -> Memory:
    if part.last is None:
        return known
    return {**known, str(start + len(part.rows)): values_of(part.last)}
