"""Where the table of a text with a cell on each line ends: what stands below is the act again."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from data_access.importers.plan import numbering
from data_access.importers.plan.headers import role_of
from data_access.importers.plan.sources.stream_cells import TAIL, Cell
from data_access.records.reading import Finding

#: No cell of a row is worded so: "Приложение 2", "Таблица 1", a signature, a ruled line.
SURE = re.compile(
    r"(?:таблица\s+№?\s*\d|приложение(?:\s+№?\s*\d+)?\s*$|глава\s+[А-ЯЁ].*[А-ЯЁ]\.\s?[А-ЯЁ]\.|_{5,})",
    re.I,
)
#: Beside such words a number goes on with the rows above only this closely.
NEAR = 2
#: What a finding shows of the cell.
SHOWN = 120


@dataclass(frozen=True)
class Start:
    """Where a row starts, its number, and whether that can only be a section's."""

    at: int
    parts: tuple[int, ...]
    is_named: bool


@dataclass(frozen=True)
class End:
    """The cell in front of which the table ends, and the doubt about that."""

    at: int
    doubts: tuple[Finding, ...] = ()


def end_of(cells: Sequence[Cell], starts: Sequence[Start], width: int) -> End:
    """Return where the table ends: at a heading or a signature that no row of it can hold.

    Such words within a row ("Показатели улучшены") end nothing: a row follows that goes on with
    the numbers, or the row has no more cells than it may.
    """
    body = _Body(cells, starts)
    for at, cell in enumerate(cells):
        if not TAIL.match(cell.text) or body.goes_on(at):
            continue
        begun = body.begun(at)
        if at - begun >= width or SURE.match(cell.text):
            return End(at, _doubts(cell, _is_numbered(cells[at + 1 :])))
        if _next(body.sure, at, len(cells)) - begun > width:
            return End(at, _doubts(cell, is_doubtful=True))
    return End(len(cells))


class _Body:
    """Where numbers, sure ends and rows stand below the header, to be looked up by place."""

    def __init__(self, cells: Sequence[Cell], starts: Sequence[Start]) -> None:
        self.numbers = [at for at, one in enumerate(cells) if numbering.bare(one.text)]
        self.sure = [at for at, one in enumerate(cells) if SURE.match(one.text)]
        self.starts = starts
        self.places = [one.at for one in starts]
        self.named = [one for one in starts if one.is_named]
        self.named_at = [one.at for one in self.named]
        self.last = len(cells)

    def begun(self, at: int) -> int:
        """Return where the row with this cell begins."""
        before = bisect_left(self.places, at)
        return self.places[before - 1] if before else 0

    def goes_on(self, at: int) -> bool:
        """Tell whether the next number below a cell goes on with those above it."""
        below = bisect_right(self.places, at)
        if below == len(self.starts):
            return False
        following = self.starts[below]
        if following.is_named:
            above = bisect_right(self.named_at, at)
            return above > 0 and numbering.follows(following.parts, self.named[above - 1].parts)
        above_parts = self.starts[below - 1].parts if below else ()
        first = following.at <= _next(self.numbers, at, self.last)
        return first and _is_near(following.parts, above_parts)


def _is_near(parts: tuple[int, ...], above: tuple[int, ...]) -> bool:
    """Tell whether a number is one of the next ones: not "10" of a value below row 2."""
    beside = len(parts) == len(above) and parts[:-1] == above[:-1]
    return not beside or parts[-1] - above[-1] <= NEAR


def _next(places: Sequence[int], at: int, last: int) -> int:
    found = bisect_right(places, at)
    return places[found] if found < len(places) else last


def _is_numbered(cells: Sequence[Cell]) -> bool:
    """Tell whether numbers of rows stand below without a header of their own."""
    for cell in cells:
        if role_of(cell.text):
            return False
        if numbering.bare(cell.text):
            return True
    return False


def _doubts(cell: Cell, is_doubtful: bool) -> tuple[Finding, ...]:
    if not is_doubtful:
        return ()
    read, place = cell.text[:SHOWN], f"line:{cell.line}"
    return (Finding(None, "document", "table_ended", "warning", read, place=place),)
