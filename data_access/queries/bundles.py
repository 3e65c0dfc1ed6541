"""What rows of lists are made of: columns by table, read without an object for each.

A row gives them under the names of the tables, as it would give objects: `row.Measure.title`; where
a hundred rows are waited for, `Parted` gives them one after the other.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from sqlalchemy.orm import Bundle

from data_access.models import Executor, Measure, MeasureSpan, Plan, Section, Territory


class Parted:
    """Several bundles read by a query for columns alone, which costs less than the session's rows.

    Use it where a page waits for a hundred rows and more.
    """

    def __init__(self, *bundles: Bundle[Any]) -> None:
        self.columns: list[Any] = [column for one in bundles for column in one.exprs]
        ends = list(accumulate(len(one.exprs) for one in bundles))
        self._places = list(pairwise([0, *ends]))
        self._makers = [_maker(one) for one in bundles]

    def split(self, row: Sequence[Any]) -> list[Any]:
        """Return what each bundle has of a row that begins with the columns."""
        places = zip(self._makers, self._places, strict=True)
        return [make(row[begin:end]) for make, (begin, end) in places]


def _maker(bundle: Any) -> Callable[[Iterable[Any]], Any]:
    fields = [(column.key, Any) for column in bundle.exprs]
    make: Callable[[Iterable[Any]], Any] = NamedTuple(bundle.name, fields)._make
    return make


def _of(table: type[Any], *names: str) -> Bundle[Any]:
    return Bundle(table.__name__, *(getattr(table, name) for name in names))


#: What `plans.plan_ref` needs of a plan and its territory.
PLAN = _of(
    *(Plan, "id", "code", "title", "short_title", "starts_on", "ends_on", "default_as_of"),
    *("is_demo", "reporting_frequency", "reporting_text", "controller", "coordinator"),
    *("act_kind", "act_number", "act_date"),
)
TERRITORY = _of(Territory, "id", "name", "short_name")
SECTION = _of(Section, "id", "number", "title", "short_title")
MEASURE = _of(
    *(Measure, "id", "number", "title", "short_title", "deadline_text", "expected_result"),
)
SPAN = _of(
    *(MeasureSpan, "status", "due_on", "original_due_on", "completed_on"),
    *("points_done", "points_total"),
)
EXECUTOR = _of(Executor, "id", "name", "short_name")
