"""A long register as it is asked for: a part of it, in an order, after the last row of another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

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


#: Where a row stands: its sort key, and what tells rows of one key apart.
Place = tuple[Any, ...]
_IDS = (int, int, int)
#: What a place is made of, by the column that is sorted by.
_PLACES: Mapping[str, tuple[type, ...]] = {
    "place": (int, int, int, int, int),
    "title": (str, *_IDS),
    "lead": (str, *_IDS),
    "deadline": (str, *_IDS),
    "due": (date, *_IDS),
    "status": (int, *_IDS),
    "days": (int, *_IDS),
}
_LARGEST = 2**31 - 1


@dataclass(frozen=True)
class Part:
    """Rows of a register in a row, with the place of the last one; `is_last`: none follow."""

    rows: tuple[MeasureRow, ...]
    is_last: bool
    last: Place | None


def values_of(place: Place) -> list[Any]:
    """Return a place as plain values that a browser can keep."""
    return [one.isoformat() if isinstance(one, date) else one for one in place]


def place_of(column: str, values: object) -> Place | None:
    """Return the place that a browser has kept; None for anything that is none.

    It only says where to go on: what is shown is found within the account's rights all the same.
    """
    kinds = _PLACES[column]
    if not isinstance(values, list) or len(values) != len(kinds):
        return None
    read = tuple(_read(kind, one) for kind, one in zip(kinds, values, strict=True))
    return None if None in read else read


def _read(kind: type, value: object) -> object:
    if kind is date:
        try:
            return date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return None
    if type(value) is not kind or (isinstance(value, int) and abs(value) > _LARGEST):
        return None
    return value
