"""Hand-made records of the pages of executors and of what is overdue."""

from dataclasses import replace
from datetime import date
from typing import Any

from data_access.records.common import Ratio, Ref
from data_access.records.executors import (
    AssignmentRow,
    ExecutorDetail,
    ExecutorsPage,
    Period,
    ReportCell,
)
from data_access.records.pages import OverduePage
from data_access.records.status import Status
from tests.support import records as make

CLINIC = Ref(14, "Центральная медико-санитарная часть № 120", "ЦМСЧ № 120")
QUARTERS = (
    (1, "I квартал 2021", date(2021, 4, 10)),
    (2, "II квартал 2021", date(2021, 7, 10)),
    (3, "III квартал 2021", date(2021, 10, 10)),
    (4, "IV квартал 2021", date(2022, 1, 10)),
)
ROWS = (
    (make.OFFICE, {Status.DONE: 6, Status.IN_PROGRESS: 5, Status.OVERDUE: 1}, 9, 0, 0),
    (make.CUSTODY, {Status.DONE: 1, Status.IN_PROGRESS: 3, Status.OVERDUE: 2}, 5, 0, 2),
    (make.COMMISSION, {Status.DONE_LATE: 2, Status.NOT_DUE: 2}, 0, 0, 1),
    (CLINIC, {Status.IN_PROGRESS: 3}, 0, 3, 0),
)


def periods() -> tuple[Period, ...]:
    """Return the four quarters of 2021."""
    return tuple(Period(id, label, due, make.plan()) for id, label, due in QUARTERS)


def cells(*states: str) -> tuple[ReportCell, ...]:
    """Return a line of the matrix; of a late quarter one of three reports came late, a missing
    one lacks two of three.
    """
    handed_in = {"on_time": 3, "late": 3, "missing": 1, "not_due": 0, "none": 0}
    owed = {"none": 0}
    return tuple(
        ReportCell(id, state, handed_in[state], owed.get(state, 3), int(state == "late"))
        for id, state in enumerate(states, start=1)
    )


def executors(**changes: Any) -> ExecutorsPage:
    """Return four executors: one late, one late and silent, one silent, one by agreement."""
    rows = tuple(
        make.group(
            "",
            id=one.id,
            name=one.name,
            short_name=one.short_name,
            totals=make.totals(counts, missing_reports=gone, silent_executors=int(gone > 0)),
            plan=None,
            lead=lead,
            by_agreement=agreed,
        )
        for one, counts, lead, agreed, gone in ROWS
    )
    matrix = {
        make.OFFICE.id: cells("on_time", "on_time", "on_time", "not_due"),
        make.CUSTODY.id: cells("on_time", "late", "missing", "not_due"),
        make.COMMISSION.id: cells("late", "on_time", "missing", "not_due"),
        CLINIC.id: cells("none", "none", "none", "none"),
    }
    base = ExecutorsPage((make.plan(),), make.totals(), rows, periods(), matrix)
    return replace(base, **changes)


def assignment(number: str, status: Status, **changes: Any) -> AssignmentRow:
    """Return one assignment with its own status; the measure's is the same unless said."""
    of_measure = changes.pop("of_measure", {})
    row = make.measure(number, **{"status": status, **of_measure})
    base = AssignmentRow(
        id=row.id,
        role="lead",
        by_agreement=False,
        status=status,
        measure=row,
        spans=(
            make.span(date(2020, 1, 1), date(2021, 9, 1), Status.IN_PROGRESS),
            make.span(date(2021, 9, 1), date(9999, 12, 31), status),
        ),
        points=(make.point(due_on=row.due_on or make.AS_OF, status=status),),
        due_on=row.due_on,
        original_due_on=row.original_due_on,
        days_overdue=row.days_overdue,
        last_report_on=row.last_report_on,
    )
    return replace(base, **changes)


def executor(**changes: Any) -> ExecutorDetail:
    """Return one executor: overdue, overdue by another's fault, done, and still to come."""
    late = {"status": Status.OVERDUE, "days_overdue": 41}
    rows = (
        assignment("1.1", Status.DONE, of_measure=late, days_overdue=None, role="co"),
        assignment("2.3", Status.OVERDUE, reason="Нет второго специалиста"),
        assignment("3.1", Status.NOT_DUE, by_agreement=True),
        assignment("3.4", Status.IN_PROGRESS, original_due_on=date(2021, 9, 30)),
    )
    counts = {one: sum(row.status is one for row in rows) for one in Status}
    one = Ref(21, make.TITLE, make.SHORT_TITLE)
    base = ExecutorDetail(
        plans=(make.plan(),),
        executor=make.CUSTODY,
        is_group=False,
        territory=make.TERRITORY,
        aliases=("ООиП УО", "ОООП УО"),
        totals=make.totals(counts, discipline=Ratio(6, 9), missing_reports=1),
        assignments=rows,
        reports=tuple(
            make.report(id, measure=one, measure_number="2.1", submitted_on=date(2021, 1 + id, 5))
            for id in range(1, 9)
        ),
        missing=(make.missing(),),
        periods=periods(),
        cells=cells("on_time", "late", "missing", "not_due"),
    )
    return replace(base, **changes)


def overdue(**changes: Any) -> OverduePage:
    """Return three overdue measures, worst first, one in part, two silent executors."""
    late = (("2.3", 41, make.CUSTODY), ("2.6", 20, make.CUSTODY), ("4.1", 12, make.COMMISSION))
    rows = [
        make.measure(number, status=Status.OVERDUE, days_overdue=days, executors=(make.mark(lead),))
        for number, days, lead in late
    ]
    rows[0] = replace(rows[0], reason="Нет второго специалиста", proposed_due_on=date(2021, 11, 30))
    rows[1] = replace(rows[1], original_due_on=date(2021, 6, 30))
    base = OverduePage(
        plans=(make.plan(),),
        totals=make.totals(),
        overdue=tuple(rows),
        partial=(make.measure("4.5", status=Status.PARTIAL),),
        not_done=(),
        missing=(
            make.missing(),
            make.missing("2.4"),
            make.missing("4.1", make.COMMISSION, days=93, period_label="II квартал 2021"),
        ),
    )
    return replace(base, **changes)
