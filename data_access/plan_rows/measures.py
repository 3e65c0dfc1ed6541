"""Inserts measures with their control points and assignments."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from data_access.models import Assignment, ControlPoint, Measure
from data_access.plan_rows.inserting import insert_rows
from data_access.plan_rows.texts import MeasureText


def insert_measures(
    session: Session,
    texts: Sequence[MeasureText],
    plan: int,
    sections: Mapping[str, int],
    began_on: date | None = None,
) -> dict[str, int]:
    """Insert the measures in the act's order; return their ids by number.

    Those that an amending act adds count from `began_on` on.
    """
    rows = [
        {
            "plan_id": plan,
            "section_id": sections[one.section],
            "number": one.number,
            "position": position,
            "title": one.title,
            "short_title": one.short_title,
            "deadline_text": one.deadline_text,
            "schedule_kind": one.kind,
            "expected_result": one.expected_result,
            "extra": dict(one.extra) if one.extra else None,
            "began_on": began_on,
        }
        for position, one in enumerate(texts, start=1)
    ]
    ids = insert_rows(session, Measure, rows)
    return {one.number: id_ for one, id_ in zip(texts, ids, strict=True)}


def insert_points(
    session: Session, texts: Sequence[MeasureText], measures: Mapping[str, int]
) -> dict[tuple[str, date], int]:
    """Insert the control points; return their ids by measure and published due date."""
    listed = [
        (measure.number, position, point)
        for measure in texts
        for position, point in enumerate(measure.points, start=1)
    ]
    rows = [
        {"measure_id": measures[number], "position": position, **vars(point)}
        for number, position, point in listed
    ]
    ids = insert_rows(session, ControlPoint, rows)
    return {
        (number, point.due_on): id_ for (number, _, point), id_ in zip(listed, ids, strict=True)
    }


def insert_assignments(
    session: Session,
    texts: Sequence[MeasureText],
    measures: Mapping[str, int],
    executors: Mapping[str, int],
    began_on: date | None = None,
) -> dict[tuple[str, str], int]:
    """Insert the assignments, the first executor leading; return ids by measure and executor.

    Those that an amending act adds count from `began_on` on.
    """
    listed = [
        (measure.number, position, one)
        for measure in texts
        for position, one in enumerate(measure.executors, start=1)
    ]
    rows = [
        {
            "measure_id": measures[number],
            "executor_id": executors[one.key],
            "position": position,
            "role": "lead" if position == 1 else "co",
            "by_agreement": one.by_agreement,
            "began_on": began_on,
        }
        for number, position, one in listed
    ]
    ids = insert_rows(session, Assignment, rows)
    return {(number, one.key): id_ for (number, _, one), id_ in zip(listed, ids, strict=True)}
