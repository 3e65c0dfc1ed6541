"""What rows of lists are made of: columns by table, read without an object for each.

A row gives them under the names of the tables, as it would give objects: `row.Measure.title`.
"""

from typing import Any

from sqlalchemy.orm import Bundle

from data_access.models import Executor, Measure, MeasureSpan, Plan, Section, Territory


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
