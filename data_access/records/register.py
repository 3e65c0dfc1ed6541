"""A long register as it is asked for: a part of it, in an order, after the last row of another."""

from dataclasses import dataclass

from data_access.records.measures import MeasureRow

#: The columns by which a register can be sorted; "place" is the order of the documents.
SORTED_BY = ("place", "title", "lead", "deadline", "due", "status", "days")
#: So many rows are handed out at most at a time.
MOST_ROWS = 200


@dataclass(frozen=True)
class Sorting:
    """By which column, and from which end; what has no value comes last either way."""

    column: str = "place"
    descending: bool = False


@dataclass(frozen=True)
class Part:
    """Rows of a register in a row; `is_last` tells that none follow."""

    rows: tuple[MeasureRow, ...]
    is_last: bool
