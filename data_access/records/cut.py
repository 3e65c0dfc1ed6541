"""Lists of which a page shows the beginning, with the number of all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar, overload

from data_access.records.common import Ratio
from data_access.records.status import Status

Item = TypeVar("Item")


@dataclass(frozen=True)
class Cut(Sequence[Item], Generic[Item]):
    """The first rows of a list; `found` counts all of them.

    What else is said of all of them: `late`, the groups with something overdue; `by_status`, the
    changes by what they led to; `met`, the targets met of those that can be told.
    """

    rows: tuple[Item, ...]
    found: int
    late: int = 0
    by_status: Mapping[Status, int] = field(default_factory=dict)
    met: Ratio | None = None

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        """Return the row, or the rows, at a place."""
        return self.rows[place]

    def __len__(self) -> int:
        """Return how many rows are at hand."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Item]:
        """Go through the rows at hand."""
        return iter(self.rows)


def found(rows: Sequence[object]) -> int:
    """Return how many rows a list has, those included that are not at hand."""
    return rows.found if isinstance(rows, Cut) else len(rows)
