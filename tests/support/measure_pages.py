"""Hand-made data of the register, of one measure, of sections and territories."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from data_access.records.common import Ref
from data_access.records.doubts import SourceDoubt
from data_access.records.measures import MeasureDetail
from data_access.records.pages import GroupPage, Register, SectionDetail, TerritoryDetail
from data_access.records.status import Status
from tests.support import records as make

PHRASE = "до 1 сентября 2021 года"


def register(**changes: Any) -> Register:
    """Return the register of the plan of 23, three of its rows at hand."""
    rows = (
        make.measure("2.3", status=Status.OVERDUE),
        make.measure("2.4"),
        make.measure("3.1", status=Status.DONE),
    )
    return replace(Register((make.plan(),), rows, 23, make.totals()), **changes)


def detail(**changes: Any) -> MeasureDetail:
    """Return a measure that is overdue for want of a report, extended once."""
    point = make.point(Status.OVERDUE, due_on=date(2021, 8, 31), original_due_on=date(2021, 6, 30))
    begun, late = date(2021, 7, 1), date(2021, 9, 1)
    base = MeasureDetail(
        row=make.measure(status=Status.OVERDUE, original_due_on=date(2021, 6, 30)),
        schedule_kind="by_date",
        completion_rule="all",
        requires_acceptance=False,
        points=(point,),
        reports=(make.report(), make.report(2, entered_late=True)),
        decisions=(make.decision(target="control_point"),),
        spans=(
            make.span(date(2019, 1, 1), begun, Status.NOT_DUE),
            make.span(begun, late, Status.IN_PROGRESS),
            make.span(late, late + timedelta(days=9999), Status.OVERDUE),
        ),
        deciding_point=1,
        deciding_reports=(),
        rule="overdue.no_report",
        findings=(SourceDoubt("Срок стоит в двух строках.", "Принят второй."),),
        practices=(Ref(4, "Сопровождение замещающих семей", "Сопровождение"),),
    )
    return replace(base, **changes)


def sections(**changes: Any) -> GroupPage:
    """Return two sections, the second of which lags."""
    rows = (make.group("1", {Status.DONE: 2}), make.group("2"))
    return replace(GroupPage((make.plan(),), make.totals(), rows), **changes)


def section(**changes: Any) -> SectionDetail:
    """Return a section with two measures in the plan's order."""
    rows = (make.measure("2.1", status=Status.DONE), make.measure("2.3", status=Status.OVERDUE))
    return replace(SectionDetail((make.plan(),), make.group("2"), rows), **changes)


def territories(**changes: Any) -> GroupPage:
    """Return a large territory with more overdue, and a small one with a larger share."""
    region = Ref(90, "Мурманская область", "Мурманская область")
    large = {Status.DONE: 46, Status.OVERDUE: 4}
    small = {Status.DONE: 2, Status.IN_PROGRESS: 5, Status.OVERDUE: 3}
    rows = (
        make.group("", large, id=1, name="город Омск", short_name="Омск"),
        make.group("", small, id=2, name="ЗАТО Александровск", short_name="Александровск"),
    )
    rows = (rows[0], replace(rows[1], parent=region))
    return replace(GroupPage((make.plan(),), make.totals(), rows), **changes)


def territory(**changes: Any) -> TerritoryDetail:
    """Return a municipality with one plan."""
    base = TerritoryDetail(
        make.TERRITORY, "municipality", None, ((make.plan(), make.totals()),), ()
    )
    return replace(base, **changes)
