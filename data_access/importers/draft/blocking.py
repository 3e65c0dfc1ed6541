"""What keeps a draft from being saved, as faults with codes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from data_access.importers.draft.periods import needs_due
from data_access.importers.draft.repeats import is_told, numbers_twice
from data_access.importers.draft.values import LARGEST
from data_access.importers.plan.text import squeezed
from data_access.records.draft_matches import ExecutorMatch, TargetChoice, TerritoryChoice
from data_access.records.drafts import DraftFault, DraftFinding
from data_access.records.lacking import is_lacking
from data_access.records.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    MEASURE_LENGTH,
    NAME_LENGTH,
    NUMBER_LENGTH,
    SECTION_LENGTH,
)
from data_access.records.reading import IndicatorReading, MeasureReading, PlanReading

LIMITS = {"number": NUMBER_LENGTH, "title": MEASURE_LENGTH}


def blockers(
    reading: PlanReading,
    findings: Sequence[DraftFinding],
    executors: Sequence[ExecutorMatch],
    territory: TerritoryChoice,
    target: TargetChoice,
) -> tuple[DraftFault, ...]:
    """Return everything that has to be decided or mended before the draft can be saved."""
    found = [*_plan(reading), *_sections(reading), *_measures(reading), *_indicators(reading)]
    if territory.how == "undecided":
        found.append(DraftFault("territory_undecided", "territory"))
    if target.how == "undecided":
        found.append(DraftFault("target_undecided", "target"))
    for match in executors:
        found += _too_long(match.resolved, NAME_LENGTH, "executors", match.key)
    found += [
        DraftFault("executor_undecided", "executors", one.key, {"name": one.name}, one.candidates)
        for one in executors
        if one.state == "undecided"
    ]
    found += [
        DraftFault("finding_open", one.finding.field, str(one.index), _where(one))
        for one in findings
        if one.blocks and not is_told(reading, one) and not is_lacking(reading, one.finding)
    ]
    return tuple(found)


def _where(one: DraftFinding) -> dict[str, str]:
    """Return what the finding's own wording needs."""
    finding = one.finding
    named = {"measure": finding.measure or "", "code": finding.code}
    return {**finding.parameters, "read": finding.read, "proposal": finding.proposal, **named}


def _plan(reading: PlanReading) -> Iterator[DraftFault]:
    plan = reading.plan
    if not plan.title.strip():
        yield DraftFault("value_missing", "title")
    yield from _too_long(plan.title, 1000, "title", "")
    yield from _too_long(plan.number or "", 40, "act_number", "")
    if plan.period_start is None or plan.period_end is None:
        yield DraftFault("term_missing", "period_start")
    elif plan.period_start > plan.period_end:
        yield DraftFault("term_order", "period_end")
    if needs_due(plan.reporting):
        yield DraftFault("reporting_due_missing", "reporting_due_day")
    if not reading.measures:
        yield DraftFault("no_measures")


def _sections(reading: PlanReading) -> Iterator[DraftFault]:
    yield from numbers_twice(reading.sections)
    for one in reading.sections:
        if not one.title.strip():
            yield DraftFault("value_missing", "title", one.key, {"number": one.number})
        yield from _too_long(one.title, SECTION_LENGTH, "title", one.key)
        yield from _too_long(one.number, NUMBER_LENGTH, "number", one.key)


def _measures(reading: PlanReading) -> Iterator[DraftFault]:
    yield from numbers_twice(reading.measures)
    for one in reading.measures:
        named = {"number": one.number}
        for field, text in (("number", one.number), ("title", one.title)):
            if not text.strip():
                yield DraftFault("value_missing", field, one.key, named)
            yield from _too_long(text, LIMITS[field], field, one.key)
        yield from _dates(one)


def _dates(measure: MeasureReading) -> Iterator[DraftFault]:
    wrong = [day for day in measure.schedule.due_dates if not _plausible(day)]
    if wrong:
        values = {"number": measure.number, "date": wrong[0].isoformat()}
        yield DraftFault("date_out_of_range", "due_dates", measure.key, values)


def _plausible(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _indicators(reading: PlanReading) -> Iterator[DraftFault]:
    last = {squeezed(one.name): one for one in reading.indicators}
    counts = Counter(squeezed(one.name) for one in reading.indicators)
    for name, one in last.items():
        if name and counts[name] > 1:
            yield DraftFault("indicator_twice", "name", one.key, {"name": one.name[:100]})
    for one in reading.indicators:
        yield from _indicator(one)


def _indicator(one: IndicatorReading) -> Iterator[DraftFault]:
    named = {"name": one.name[:100]}
    for field, text in (("name", one.name), ("unit", one.unit), ("direction", one.direction)):
        if not text.strip():
            yield DraftFault("value_missing", field, one.key, named)
    yield from _too_long(one.name, 1000, "name", one.key)
    yield from _too_long(one.unit, 40, "unit", one.key)
    large = [
        value for value in (*one.targets.values(), *one.actuals.values()) if abs(value) > LARGEST
    ]
    if large:
        yield DraftFault("not_a_number", "values", one.key, {**named, "value": str(large[0])[:40]})
    wrong = [year for year in (*one.targets, *one.actuals) if not FIRST_YEAR <= year <= LAST_YEAR]
    if wrong:
        yield DraftFault("year_out_of_range", "targets", one.key, {**named, "year": str(wrong[0])})


def _too_long(text: str, limit: int, field: str, key: str) -> Iterator[DraftFault]:
    if len(text) > limit:
        yield DraftFault("too_long", field, key, {"length": str(len(text)), "limit": str(limit)})
