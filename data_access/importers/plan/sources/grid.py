"""Cells that reach over columns and rows, laid out on a table's grid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from data_access.importers.plan import limits
from data_access.importers.plan.sources.model import Row
from data_access.importers.plan.text import clean


@dataclass(frozen=True)
class Span:
    """A cell: its text, over how many columns and rows it reaches.

    `goes_on` marks a cell that is the lower part of the one above it (Word's merged cells).
    """

    text: str
    columns: int = 1
    rows: int = 1
    goes_on: bool = False


@dataclass
class _Reaching:
    """A cell from a row above that reaches down over this many more rows."""

    text: str
    width: int
    rows: int


@dataclass
class _Laid:
    """A row on the grid."""

    cells: list[str] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    copied: set[int] = field(default_factory=set)

    def put(self, text: str, width: int) -> int:
        """Add a cell of this width; return the column where it starts."""
        start = len(self.cells)
        width = max(1, min(width, limits.COLUMNS - start))
        self.cells += [text, *[""] * (width - 1)]
        self.widths += [width, *[0] * (width - 1)]
        return start


def rows_of(spans: Iterable[Sequence[Span]], table: int) -> tuple[Row, ...]:
    """Return the rows of a table, each with all its columns."""
    reaching: dict[int, _Reaching] = {}
    above: dict[int, str] = {}
    laid = [_lay(row, reaching, above) for row in spans]
    width = max((len(row.cells) for row in laid), default=0)
    return tuple(
        Row(
            (*row.cells, *[""] * (width - len(row.cells))),
            f"table:{table} row:{number}",
            (*row.widths, *[1] * (width - len(row.widths))),
            frozenset(row.copied),
        )
        for number, row in enumerate(laid, 1)
    )


def _lay(row: Sequence[Span], reaching: dict[int, _Reaching], above: dict[int, str]) -> _Laid:
    """Lay out one row; `above` are the texts of merged cells that may go on below."""
    laid = _Laid()
    for span in row:
        _copy_down(laid, reaching)
        if len(laid.cells) >= limits.COLUMNS:
            break
        start = len(laid.cells)
        text = clean(span.text).strip()
        if span.goes_on and start in above:
            text = above[start]
            laid.copied.add(start)
        laid.put(text, span.columns)
        above[start] = text
        if span.rows > 1:
            reaching[start] = _Reaching(text, laid.widths[start], span.rows - 1)
    _copy_down(laid, reaching)
    return laid


def _copy_down(laid: _Laid, reaching: dict[int, _Reaching]) -> None:
    """Repeat what reaches down from the rows above, as long as it stands at the next column."""
    while len(laid.cells) < limits.COLUMNS and len(laid.cells) in reaching:
        start = len(laid.cells)
        found = reaching[start]
        laid.copied.add(laid.put(found.text, found.width))
        found.rows -= 1
        if not found.rows:
            del reaching[start]
