"""From a plan's sample file to records; `plan_checks` tells whether they fit together."""

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from data_access.sample.plan_checks import check_plan
from data_access.sample.plan_records import (
    AssignedText,
    ExecutorText,
    FindingText,
    IndicatorText,
    MeasureText,
    PeriodText,
    PlanFile,
    PlanText,
    PointText,
    SectionText,
    TerritoryText,
)
from data_access.sample.reading import FOLDER, Table, read_table

Record = TypeVar("Record")


def read_plan(code: str) -> PlanFile:
    """Return the checked plan of the file `<code>.toml`; raises SampleError."""
    table = read_table(FOLDER / f"{code}.toml")
    plan = PlanFile(
        code=table.text("code"),
        territory=_whole(_territory, table.table("territory")),
        plan=_whole(_plan, table.table("plan")),
        periods=_all(_period, table.tables("reporting_periods", "label")),
        executors=_all(_executor, table.tables("executors", "key")),
        sections=_all(_section, table.tables("sections", "number")),
        measures=_all(_measure, table.tables("measures", "number")),
        indicators=_all(_indicator, table.tables("indicators", "key")),
        findings=_all(_finding, table.tables("findings")),
    )
    table.refuse_unread()
    if plan.code != code:
        raise table.error(f"code is {plan.code!r}, the file's name says {code!r}")
    check_plan(plan)
    return plan


def _whole(make: Callable[[Table], Record], table: Table) -> Record:
    record = make(table)
    table.refuse_unread()
    return record


def _all(make: Callable[[Table], Record], tables: Iterable[Table]) -> tuple[Record, ...]:
    return tuple(_whole(make, table) for table in tables)


def _territory(table: Table) -> TerritoryText:
    return TerritoryText(
        name=table.text("name"),
        short_name=table.text("short_name"),
        level=table.text("level"),
        oktmo=table.text("oktmo", ""),
        region=table.text("region", ""),
    )


def _plan(table: Table) -> PlanText:
    return PlanText(
        title=table.text("title"),
        short_title=table.text("short_title"),
        act_kind=table.text("act_kind"),
        act_number=table.text("act_number", ""),
        act_date=table.day("act_date", None),
        starts_on=table.sure_day("starts_on"),
        ends_on=table.sure_day("ends_on"),
        controller=table.text("controller"),
        coordinator=table.text("coordinator", ""),
        reporting_frequency=table.text("reporting_frequency"),
        reporting_due_day=table.number("reporting_due_day", None),
        reporting_text=table.text("reporting_text", ""),
        completion_rule=table.text("completion_rule"),
        day_off_rule=table.text("day_off_rule"),
        requires_acceptance=table.flag("requires_acceptance"),
        default_as_of=table.sure_day("default_as_of"),
    )


def _period(table: Table) -> PeriodText:
    return PeriodText(
        label=table.text("label"),
        starts_on=table.sure_day("starts_on"),
        ends_on=table.sure_day("ends_on"),
        due_on=table.sure_day("due_on"),
    )


def _executor(table: Table) -> ExecutorText:
    return ExecutorText(
        key=table.text("key"),
        name=table.text("name"),
        short_name=table.text("short_name"),
        is_group=table.flag("is_group", False),
        aliases=table.texts("aliases"),
    )


def _section(table: Table) -> SectionText:
    return SectionText(table.text("number"), table.text("title"), table.text("short_title"))


def _measure(table: Table) -> MeasureText:
    table.texts("practices")  # kept empty: the practices' own file names the measures that fit
    return MeasureText(
        number=table.text("number"),
        section=table.text("section"),
        title=table.text("title"),
        short_title=table.text("short_title"),
        deadline_text=table.text("deadline_text"),
        kind=table.text("kind"),
        expected_result=table.text("expected_result", ""),
        executors=_all(_assigned, table.tables("executors")),
        points=_all(_point, table.tables("points")),
    )


def _assigned(table: Table) -> AssignedText:
    return AssignedText(table.text("key"), table.flag("by_agreement", False))


def _point(table: Table) -> PointText:
    starts_on = table.day("starts_on", None)
    return PointText(starts_on, table.sure_day("due_on"), table.text("label", ""))


def _indicator(table: Table) -> IndicatorText:
    targets = table.table("targets")
    return IndicatorText(
        key=table.text("key"),
        name=table.text("name"),
        short_name=table.text("short_name"),
        unit=table.text("unit"),
        direction=table.text("direction"),
        form=table.text("form", ""),
        row=table.text("row", ""),
        targets={int(year): decimal_of(targets, year) for year in targets.keys()},  # noqa: SIM118
    )


def decimal_of(table: Table, key: str) -> Decimal:
    """Return an exact decimal, written as a text in the file; raises SampleError."""
    try:
        return Decimal(table.text(key))
    except InvalidOperation as error:
        raise table.error(f"{key} is not a number") from error


def _finding(table: Table) -> FindingText:
    return FindingText(
        place=table.text("place"),
        field=table.text("field"),
        severity=table.text("severity"),
        message=table.text("message"),
        resolution=table.text("resolution", ""),
    )
