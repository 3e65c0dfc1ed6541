"""What a settled draft orders: the records that are inserted, or compared with a saved plan."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from data_access.importers.draft.name_book import key_of
from data_access.importers.draft.order_executors import executor_key, executors
from data_access.importers.draft.short import short, short_plan
from data_access.importers.draft.state import DraftState
from data_access.plan_rows.texts import (
    AssignedText,
    IndicatorText,
    MeasureText,
    PeriodText,
    PlanOrder,
    PlanText,
    PointText,
    SectionText,
)
from data_access.records.draft_matches import ExecutorMatch
from data_access.records.drafts import Period
from data_access.records.reading import (
    IndicatorReading,
    MeasureReading,
    PlanReading,
    ScheduleReading,
)

#: Sections of plans that have none, and of measures that stand under none.
ONLY_SECTION = ("1", "Мероприятия плана")
NO_SECTION = ("0", "Без раздела")

FINEST = Decimal("0.0001")


def order_of(
    state: DraftState, matches: Sequence[ExecutorMatch], periods: Sequence[Period]
) -> PlanOrder:
    """Return what the draft orders; nothing may block it any more."""
    reading = state.reading
    who = {one.key: executor_key(one) for one in matches}
    fallback = NO_SECTION[0] if reading.sections else ONLY_SECTION[0]
    numbers = {one.number for one in reading.sections}
    measures = tuple(
        _measure(one, one.section if one.section in numbers else fallback, who)
        for one in reading.measures
    )
    return PlanOrder(
        plan=_plan(reading),
        periods=tuple(PeriodText(**vars(one)) for one in periods),
        sections=_sections(reading, measures),
        executors=tuple(executors(reading, matches)),
        measures=measures,
        indicators=tuple(_indicator(one) for one in reading.indicators),
    )


def _plan(reading: PlanReading) -> PlanText:
    plan, settings = reading.plan, reading.settings
    rule = plan.reporting
    return PlanText(
        title=plan.title,
        short_title=settings.short_title
        or short_plan(plan.title, plan.territory, plan.period_start, plan.period_end),
        act_kind=plan.kind,
        act_number=plan.number or "",
        act_date=plan.act_date,
        starts_on=plan.period_start or date.min,
        ends_on=plan.period_end or date.min,
        controller=plan.controller,
        coordinator=plan.coordinator,
        reporting_frequency=rule.get("frequency", "none"),
        reporting_due_day=rule.get("due_day"),
        reporting_text=rule.get("text", ""),
        completion_rule=settings.completion_rule,
        day_off_rule=settings.day_off_rule,
        requires_acceptance=settings.requires_acceptance,
        default_as_of=None,
    )


def _sections(reading: PlanReading, measures: Sequence[MeasureText]) -> tuple[SectionText, ...]:
    own = [
        SectionText(
            number=one.number,
            title=one.title,
            short_title=one.short_title or short(one.title),
            key=one.key,
            given=bool(one.short_title),
        )
        for one in reading.sections
    ]
    known = {one.number for one in own}
    for number, title in (ONLY_SECTION, NO_SECTION):
        if number not in known and any(one.section == number for one in measures):
            own.append(SectionText(number, title, title))
    return tuple(own)


def _measure(measure: MeasureReading, section: str, who: dict[str, str]) -> MeasureText:
    agreed: dict[str, bool] = {}
    for one in measure.executors:
        key = who[key_of(one)]
        agreed[key] = agreed.get(key, False) or one.by_agreement
    return MeasureText(
        number=measure.number,
        section=section,
        title=measure.title,
        short_title=measure.short_title or short(measure.title),
        deadline_text=measure.deadline_text,
        kind=measure.schedule.kind,
        expected_result=measure.expected_result,
        executors=tuple(AssignedText(key, mark) for key, mark in agreed.items()),
        points=_points(measure.schedule),
        extra=measure.extra or None,
        key=measure.key,
        given=bool(measure.short_title),
    )


def _points(schedule: ScheduleReading) -> tuple[PointText, ...]:
    """Return the control points in order; a date with the same label counts once."""
    found: dict[tuple[date, str], PointText] = {}
    for at, due in enumerate(schedule.due_dates):
        label = schedule.labels[at] if schedule.labels else ""
        start = schedule.starts[at] if schedule.starts else None
        found.setdefault((due, label), PointText(min(start, due) if start else None, due, label))
    return tuple(found[key] for key in sorted(found))


def _values(values: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Return values as the database keeps them: with four decimals at most."""
    return {year: _kept(value) for year, value in sorted(values.items())}


def _kept(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return value.quantize(FINEST) if isinstance(exponent, int) and exponent < -4 else value


def _indicator(one: IndicatorReading) -> IndicatorText:
    return IndicatorText(
        key=one.key,
        name=one.name,
        short_name=one.short_name or short(one.name),
        unit=one.unit,
        direction=one.direction,
        form="",
        row="",
        targets=_values(one.targets),
        actuals=_values(one.actuals),
        source=one.source,
        given=bool(one.short_name),
    )
