"""The tables that the generator fills, in an order in which parents come first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

#: Table → columns of the rows, without what the database fills in by its defaults.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    table: tuple(columns.split())
    for table, columns in {
        "territory": "id name short_name level parent_id",
        "plan": (
            "id code territory_id title short_title act_kind act_number act_date starts_on ends_on"
            " controller coordinator reporting_frequency reporting_due_day reporting_text"
            " completion_rule day_off_rule requires_acceptance is_demo created_at"
        ),
        "section": "id plan_id territory_id number position title short_title",
        "reporting_period": "id plan_id territory_id label starts_on ends_on due_on",
        "executor": "id territory_id name short_name is_group",
        "measure": (
            "id plan_id section_id territory_id number position title short_title deadline_text"
            " schedule_kind expected_result"
        ),
        "control_point": "id measure_id territory_id position starts_on due_on label",
        "assignment": "id measure_id executor_id territory_id position role by_agreement",
        "report": (
            "id assignment_id control_point_id reporting_period_id territory_id outcome"
            " completed_on submitted_on recorded_at narrative evidence reason proposed_due_on"
            " author_post is_demo"
        ),
        "decision": (
            "id kind report_id control_point_id measure_id territory_id decided_on recorded_at"
            " basis reason new_due_on"
        ),
        "indicator": (
            "id plan_id territory_id position name short_name unit direction decimals form"
        ),
        "indicator_value": (
            "id indicator_id territory_id year kind value source submitted_on recorded_at"
        ),
    }.items()
}


class Rows:
    """Rows by table, each a tuple in the order of its columns; ids go on from batch to batch."""

    def __init__(self) -> None:
        self._ids = {table: count(1) for table in COLUMNS}
        self._rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)

    def add(self, table: str, **values: Any) -> int:
        """Add a row, empty columns may be left out; return its id."""
        id_ = next(self._ids[table])
        columns = COLUMNS[table]
        unknown = values.keys() - set(columns)
        if unknown:
            raise KeyError(f"{table} has no {sorted(unknown)}")
        self._rows[table].append((id_, *(values.get(name) for name in columns[1:])))
        return id_

    def taken(self) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        """Yield the rows gathered so far by table, parents first, and forget them."""
        for table in COLUMNS:
            if rows := self._rows.pop(table, []):
                yield table, rows

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))
