"""Hand-made records of whole pages, made of the factory in `tests.support.records`."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from data_access.records.common import Freshness, GroupRow, Ratio, Ref
from data_access.records.indicators import IndicatorRow
from data_access.records.pages import CurvePoint, MeetingPage, Overview
from data_access.records.status import Status
from tests.support import records as make

SECTIONS = (
    ("1", "Нормативно-правовое обеспечение", {Status.DONE: 3, Status.IN_PROGRESS: 1}),
    ("2", "Ранняя профилактика", {Status.DONE: 2, Status.IN_PROGRESS: 1, Status.OVERDUE: 3}),
    ("3", "Работа с кровными семьями", {Status.DONE: 1, Status.DONE_LATE: 2, Status.NOT_DUE: 2}),
    ("4", "Семейное устройство", {Status.DONE: 1, Status.IN_PROGRESS: 3, Status.PARTIAL: 1}),
    ("5", "Информационное сопровождение", {Status.IN_PROGRESS: 3}),
)
EXECUTORS = (
    (make.OFFICE, {Status.DONE: 6, Status.IN_PROGRESS: 5, Status.OVERDUE: 1}, 0),
    (make.CUSTODY, {Status.DONE: 1, Status.IN_PROGRESS: 3, Status.OVERDUE: 2}, 1),
    (make.COMMISSION, {Status.DONE_LATE: 2, Status.NOT_DUE: 2}, 1),
)


def curve() -> tuple[CurvePoint, ...]:
    """Return control points due and done over the two years, by quarters."""
    days = [date(2020 + q // 4, 3 * (q % 4) + 1, 1) - timedelta(days=1) for q in range(1, 8)]
    rows = [CurvePoint(day, 2 * i + 1, 2 * i) for i, day in enumerate(days)]
    return (*rows, CurvePoint(make.AS_OF, 15, 12), CurvePoint(date(2021, 12, 31), 23, None))


def sections() -> tuple[GroupRow, ...]:
    """Return the five sections of the plan."""
    return tuple(
        make.group(number, counts, name=name, short_name=name) for number, name, counts in SECTIONS
    )


def executors() -> tuple[GroupRow, ...]:
    """Return three executors, two of them silent."""
    return tuple(
        make.group(
            "",
            id=one.id,
            name=one.name,
            short_name=one.short_name,
            totals=make.totals(counts, missing_reports=gone, silent_executors=gone),
            plan=None,
            lead=sum(counts.values()) - 1,
        )
        for one, counts, gone in EXECUTORS
    )


def indicators() -> tuple[IndicatorRow, ...]:
    """Return four decreasing indicators: missed, met, met at zero, not yet known."""
    return (
        make.indicator(1),
        make.indicator(
            2,
            name="Доля детей, переданных на воспитание в семьи",
            short_name="Дети вне семейного устройства",
            gap=Decimal("-0.5"),
            met=True,
            decimals=1,
            targets=make.values({2020: "12", 2021: "11.5"}),
            actuals=make.values({2020: "12.4", 2021: "11"}),
        ),
        make.indicator(
            3,
            short_name="Отмены усыновления",
            unit="ед.",
            gap=Decimal(0),
            met=True,
            decimals=0,
            targets=make.values({2020: "0", 2021: "0"}),
            actuals=make.values({2020: "1", 2021: "0"}),
        ),
        make.indicator(
            4,
            short_name="Лишения родительских прав",
            unit="чел.",
            gap=None,
            gap_year=None,
            met=None,
            decimals=0,
            targets=make.values({2020: "13", 2021: "12"}),
            actuals={},
        ),
    )


def overview(**changes: Any) -> Overview:
    """Return the front page of the brief's example."""
    late = (("2.3", 41, make.CUSTODY), ("2.6", 20, make.OFFICE), ("4.1", 12, make.COMMISSION))
    base = Overview(
        plans=(make.plan(),),
        totals=make.totals(),
        sections=sections(),
        executors=executors(),
        territories=(),
        overdue=tuple(
            make.measure(
                number,
                status=Status.OVERDUE,
                days_overdue=days,
                due_on=make.AS_OF - timedelta(days=days),
                executors=(make.mark(one),),
            )
            for number, days, one in late
        ),
        missing=(make.missing(), make.missing("4.1", make.COMMISSION)),
        upcoming=tuple(
            make.measure(number, due_on=make.AS_OF + timedelta(days=n), is_due_soon=n < 14)
            for number, n in (("1.4", 4), ("3.2", 9), ("3.5", 9), ("5.1", 20))
        ),
        indicators=indicators(),
        changes=(make.change(), make.change("2.6", "in_progress", "overdue")),
        since=date(2021, 9, 11),
        curve=curve(),
        freshness=Freshness(date(2021, 10, 8), date(2021, 9, 30), 0),
    )
    return replace(base, **changes)


def many_plans() -> Overview:
    """Return the front page of a region: two plans on different dates, two territories."""
    city = Ref(2, "Городской округ Омск", "Омск")
    omsk = make.plan(
        2,
        code="omsk-2024",
        short_title="План Омска, 2024",
        territory=city,
        as_of=date(2024, 9, 16),
        has_reporting_duty=False,
    )
    rows = tuple(
        make.group("", id=one.id, name=one.name, short_name=one.short_name, plan=None)
        for one in (make.TERRITORY, city)
    )
    return overview(plans=(make.plan(), omsk), territories=rows)


def empty() -> Overview:
    """Return the front page of a scope without plans."""
    return overview(
        plans=(),
        totals=make.totals(
            {},
            discipline=Ratio(0, 0),
            reports=None,
            missing_reports=0,
            silent_executors=0,
            due_soon=0,
        ),
        sections=(),
        executors=(),
        overdue=(),
        missing=(),
        upcoming=(),
        indicators=(),
        changes=(),
        curve=(),
        freshness=Freshness(None, None, 0),
    )


def meeting(**changes: Any) -> MeetingPage:
    """Return what a meeting is shown."""
    base = MeetingPage(
        overview=overview(),
        extended=(make.measure("3.4", original_due_on=date(2021, 9, 30)),),
        removed=(make.measure("5.2", status=Status.REMOVED),),
        partial=(make.measure("4.5", status=Status.PARTIAL, days_overdue=11),),
        not_done=(),
    )
    return replace(base, **changes)
