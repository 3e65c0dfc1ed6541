"""Hand-made records for tests of pages: a factory per record, each with believable defaults.

Every function takes the fields that matter to the test by keyword and fills in the rest:
`measure("2.3", status=Status.OVERDUE, days_overdue=41)`. The plan is that of the brief's example
(23 measures in five sections on 11 October 2021) unless another one is handed in. Whole pages
(overview, meeting) are in `tests.support.pages`, the request around them in
`tests.support.frames`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from data_access.records.common import GroupRow, PlanRef, Ratio, Ref, Totals
from data_access.records.indicators import IndicatorRow, IndicatorValue
from data_access.records.measures import (
    Change,
    ControlPointView,
    DecisionView,
    ExecutorMark,
    MeasureRow,
    MissingReport,
    ReportView,
    SpanView,
)
from data_access.records.status import RUNNING_LATE, Status
from tests.support.names import (
    AS_OF,
    CUSTODY,
    OFFICE,
    SHORT_TITLE,
    TERRITORY,
    TITLE,
)
from tests.support.names import COMMISSION as COMMISSION


def plan(id: int = 1, **changes: Any) -> PlanRef:
    """Return a plan, by default a sample with a quarterly reporting duty."""
    base = PlanRef(
        id=id,
        code="alexandrovsk-2020-2021",
        title="План мероприятий («дорожная карта») по профилактике социального сиротства",
        short_title="Дорожная карта Александровска, 2020–2021",
        territory=TERRITORY,
        starts_on=date(2020, 1, 1),
        ends_on=date(2021, 12, 31),
        as_of=AS_OF,
        is_demo=True,
        has_reporting_duty=True,
        controller="Глава ЗАТО Александровск",
        coordinator="Управление образования",
        reporting_text="Раз в квартал, до 10-го числа",
        act_kind="постановление администрации",
        act_number="995",
        act_date=date(2020, 6, 16),
    )
    return replace(base, **changes)


def totals(counts: Mapping[Status, int] | None = None, **changes: Any) -> Totals:
    """Return totals; `counts` names the statuses that occur (default: the brief's 23)."""
    default = {
        Status.DONE: 7,
        Status.DONE_LATE: 2,
        Status.IN_PROGRESS: 8,
        Status.PARTIAL: 1,
        Status.OVERDUE: 3,
        Status.NOT_DUE: 2,
    }
    given = default if counts is None else counts
    base = Totals(
        by_status={status: given.get(status, 0) for status in Status},
        discipline=Ratio(12, 15),
        reports=Ratio(14, 16),
        worst_days=41 if given.get(Status.OVERDUE) else None,
        missing_reports=2,
        silent_executors=2,
        due_soon=4,
    )
    return replace(base, **changes)


def mark(one: Ref = CUSTODY, role: str = "lead", **changes: Any) -> ExecutorMark:
    """Return an executor as it stands at a measure."""
    base = ExecutorMark(one.id, one.name, one.short_name, role, by_agreement=False)
    return replace(base, **changes)


def measure(number: str = "2.3", **changes: Any) -> MeasureRow:
    """Return a measure, by default one in progress; days overdue follow from the status."""
    home = changes.pop("plan", None) or plan()
    status = changes.get("status", Status.IN_PROGRESS)
    usual = date(2021, 8, 31) if status in RUNNING_LATE else date(2021, 12, 31)
    due_on = changes.get("due_on", usual)
    base = MeasureRow(
        id=int(number.replace(".", "0")),
        plan=home,
        section=Ref(2, "Ранняя профилактика социального сиротства", "Ранняя профилактика"),
        section_number=number.split(".")[0],
        number=number,
        title=TITLE,
        short_title=SHORT_TITLE,
        executors=(mark(), mark(OFFICE, "co")),
        deadline_text="до 1 сентября 2021 года",
        due_on=due_on,
        original_due_on=due_on,
        status=status,
        days_overdue=(home.as_of - due_on).days if due_on and status in RUNNING_LATE else None,
        completed_on=None,
        last_report_on=date(2021, 7, 9),
        expected_result="Снижение числа детей, отобранных у родителей",
        as_of=home.as_of,
        points_done=0,
        points_total=1,
    )
    return replace(base, **changes)


def group(
    number: str = "2", counts: Mapping[Status, int] | None = None, **changes: Any
) -> GroupRow:
    """Return a section's totals (or an executor's or a territory's: set `number=""`)."""
    default = {Status.DONE: 2, Status.IN_PROGRESS: 1, Status.OVERDUE: 3}
    base = GroupRow(
        id=int(number or 11),
        number=number,
        name="Ранняя профилактика социального сиротства и семейного неблагополучия",
        short_name="Ранняя профилактика",
        totals=totals(default if counts is None else counts),
        plan=plan(),
    )
    return replace(base, **changes)


def missing(number: str = "2.3", executor: Ref = CUSTODY, **changes: Any) -> MissingReport:
    """Return a report that was due and did not come."""
    one = Ref(int(number.replace(".", "0")), TITLE, SHORT_TITLE)
    base = MissingReport(executor, one, number, plan(), "III квартал 2021", date(2021, 10, 10), 1)
    return replace(base, **changes)


def change(number: str = "3.1", before: str = "in_progress", after: str = "done") -> Change:
    """Return a measure whose status changed."""
    one = Ref(int(number.replace(".", "0")), TITLE, SHORT_TITLE)
    day = AS_OF - timedelta(days=5)
    return Change(one, number, plan(), Status(before), Status(after), day, OFFICE)


def indicator(id: int = 1, **changes: Any) -> IndicatorRow:
    """Return an indicator that should decrease and misses its target by 0.04."""
    base = IndicatorRow(
        id=id,
        plan=plan(),
        name="Доля детей-сирот в общей численности детского населения",
        short_name="Доля детей-сирот",
        unit="%",
        direction="decrease",
        form="103-РИК, раздел 2",
        targets=values({2020: "0.90", 2021: "0.85"}),
        actuals=values({2020: "0.89", 2021: "0.89"}),
        gap=Decimal("0.04"),
        gap_year=2021,
        met=False,
        decimals=2,
    )
    return replace(base, **changes)


def values(numbers: Mapping[int, str]) -> dict[int, IndicatorValue]:
    """Return values of an indicator by year."""
    return {year: IndicatorValue(year, Decimal(text), "103-РИК") for year, text in numbers.items()}


def point(status: Status = Status.IN_PROGRESS, **changes: Any) -> ControlPointView:
    """Return a control point of the second half of 2021."""
    due = date(2021, 12, 31)
    return replace(
        ControlPointView(1, "II полугодие", date(2021, 7, 1), due, due, status, None), **changes
    )


def span(start: date, end: date, status: Status) -> SpanView:
    """Return a stretch of time with one status."""
    return SpanView(start, end, status)


def report(id: int = 1, **changes: Any) -> ReportView:
    """Return an executor's quarterly report of work in progress."""
    day = date(2021, 7, 9)
    base = ReportView(
        id, CUSTODY, "II полугодие", 1, "II квартал 2021", "in_progress", None, day,
        datetime(2021, 7, 9, 10, 30), "Проведено 4 выездные проверки.", Decimal(4), "проверка",
        "справка № 17", "", None, "главный специалист", entered_late=False,
    )  # fmt: skip
    return replace(base, **changes)


def decision(id: int = 1, **changes: Any) -> DecisionView:
    """Return a decision that extends a deadline."""
    day = date(2021, 6, 28)
    base = DecisionView(
        id, "extend", "II полугодие", day, datetime(2021, 6, 28, 16, 0), "протокол КДН № 6",
        "смена подрядчика", date(2021, 12, 31), entered_late=False,
    )  # fmt: skip
    return replace(base, **changes)
