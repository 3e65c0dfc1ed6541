"""A plan reading as JSON: the form that `karta import plan --json` prints."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from data_access.records.reading import (
    ExecutorReading,
    Finding,
    IndicatorReading,
    MeasureReading,
    PlanReading,
    ScheduleReading,
)


def as_json(reading: PlanReading, message: Callable[[Finding], str]) -> dict[str, Any]:
    """Return the reading as JSON values; `message` words a finding."""
    return {
        "plan": _plan(reading),
        "sections": [{"number": one.number, "title": one.title} for one in reading.sections],
        "measures": [_measure(one) for one in reading.measures],
        "indicators": [_indicator(one) for one in reading.indicators],
        "findings": [_finding(one, message(one)) for one in reading.findings],
    }


def _plan(reading: PlanReading) -> dict[str, Any]:
    plan = reading.plan
    return {
        "title": plan.title,
        "territory": plan.territory,
        "level": plan.level,
        "act_type": plan.kind,
        "act_date": _day(plan.act_date),
        "act_number": plan.number,
        "period_start": _day(plan.period_start),
        "period_end": _day(plan.period_end),
        "controller": plan.controller,
        "coordinator": plan.coordinator,
        "reporting_rule": {name: _value(value) for name, value in plan.reporting.items()} or None,
    }


def _measure(measure: MeasureReading) -> dict[str, Any]:
    return {
        "number": measure.number,
        "section": measure.section,
        "title": measure.title,
        "deadline_text": measure.deadline_text,
        "schedule": _schedule(measure.schedule),
        "executors": [_executor(one) for one in measure.executors],
        "expected_result": measure.expected_result or None,
        "extra": measure.extra,
        "source": list(measure.source),
    }


def _schedule(schedule: ScheduleReading) -> dict[str, Any]:
    return {
        "kind": schedule.kind,
        "due_dates": [due.isoformat() for due in schedule.due_dates],
        "labels": list(schedule.labels),
    }


def _executor(executor: ExecutorReading) -> dict[str, Any]:
    return {
        "name": executor.name,
        "canonical": executor.canonical,
        "by_agreement": executor.by_agreement,
        "group": executor.group,
        "abbr_defined": executor.defines or None,
    }


def _indicator(indicator: IndicatorReading) -> dict[str, Any]:
    return {
        "name": indicator.name,
        "unit": indicator.unit,
        "direction": indicator.direction or None,
        "targets": {str(year): _number(value) for year, value in indicator.targets.items()},
        "actuals": {str(year): _number(value) for year, value in indicator.actuals.items()},
        "source": indicator.source or None,
    }


def _finding(finding: Finding, message: str) -> dict[str, Any]:
    return {
        "measure": finding.measure,
        "field": finding.field,
        "code": finding.code,
        "severity": finding.severity,
        "message": message,
        "read": finding.read,
        "proposal": finding.proposal or None,
        "place": finding.place or None,
    }


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return [_value(one) for one in value] if isinstance(value, tuple) else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
