"""Whether a sample plan fits together: references, order of dates, known words, lengths."""

from collections import Counter
from collections.abc import Collection, Iterable

from data_access.models.plans import FREQUENCIES, SCHEDULE_KINDS
from data_access.sample.plan_records import MeasureText, PlanFile
from data_access.sample.reading import SampleError

#: So long that a title still fits a projector and a short one a narrow column.
TITLE = 160
SHORT_TITLE = 55
WITHOUT_POINTS = ("event", "unknown")
SEVERITIES = ("info", "warning", "error")


def check_plan(plan: PlanFile) -> None:
    """Raise SampleError, naming the place, for the first thing that does not fit."""
    _check_words(plan)
    _check_dates(plan)
    _unique(plan, "executors", (one.key for one in plan.executors))
    _unique(plan, "sections", (one.number for one in plan.sections))
    _unique(plan, "measures", (one.number for one in plan.measures))
    _unique(plan, "reporting_periods", (one.label for one in plan.periods))
    for measure in plan.measures:
        _check_measure(plan, measure)
    _check_used(plan)
    _check_findings(plan)


def _fail(plan: PlanFile, place: str, message: str) -> SampleError:
    return SampleError(plan.file, place, message)


def _known(plan: PlanFile, place: str, value: str, allowed: Collection[str]) -> None:
    if value not in allowed:
        raise _fail(plan, place, f"{value!r} is none of {', '.join(sorted(allowed))}")


def _check_words(plan: PlanFile) -> None:
    _known(plan, "territory.level", plan.territory.level, ("region", "municipality"))
    _known(plan, "plan.reporting_frequency", plan.plan.reporting_frequency, FREQUENCIES)
    _known(plan, "plan.completion_rule", plan.plan.completion_rule, ("all", "lead"))
    _known(plan, "plan.day_off_rule", plan.plan.day_off_rule, ("none", "next", "preceding"))
    if (plan.plan.reporting_frequency == "none") != (not plan.periods):
        raise _fail(plan, "reporting_periods", "they do not fit plan.reporting_frequency")
    if (plan.territory.level == "region") != (not plan.territory.region):
        raise _fail(plan, "territory.region", "a municipality has one, a region has none")


def _check_dates(plan: PlanFile) -> None:
    if plan.plan.starts_on > plan.plan.ends_on:
        raise _fail(plan, "plan.ends_on", "it comes before starts_on")
    for period in plan.periods:
        if not period.starts_on <= period.ends_on <= period.due_on:
            raise _fail(plan, f"reporting_periods[{period.label}]", "the dates are out of order")


def _unique(plan: PlanFile, place: str, names: Iterable[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise _fail(plan, place, f"twice: {', '.join(twice)}")


def _check_measure(plan: PlanFile, measure: MeasureText) -> None:
    place = f"measures[{measure.number}]"
    _known(plan, f"{place}.kind", measure.kind, SCHEDULE_KINDS)
    _known(plan, f"{place}.section", measure.section, {one.number for one in plan.sections})
    keys = [one.key for one in measure.executors]
    for key in keys:
        _known(plan, f"{place}.executors", key, {one.key for one in plan.executors})
    _unique(plan, f"{place}.executors", keys)
    if not keys:
        raise _fail(plan, f"{place}.executors", "nobody is named")
    _check_points(plan, measure, place)
    if len(measure.title) > TITLE or len(measure.short_title) > SHORT_TITLE:
        raise _fail(plan, place, f"a title is longer than {TITLE} or {SHORT_TITLE} characters")


def _check_points(plan: PlanFile, measure: MeasureText, place: str) -> None:
    if (measure.kind in WITHOUT_POINTS) != (not measure.points):
        raise _fail(plan, f"{place}.points", f"they do not fit the kind {measure.kind}")
    _unique(plan, f"{place}.points", (one.due_on.isoformat() for one in measure.points))
    for point in measure.points:
        if point.starts_on and point.starts_on > point.due_on:
            raise _fail(plan, f"{place}.points[{point.due_on}]", "it ends before it starts")


def _check_used(plan: PlanFile) -> None:
    unused = {one.number for one in plan.sections} - {one.section for one in plan.measures}
    if unused:
        raise _fail(plan, "sections", f"without a measure: {', '.join(sorted(unused))}")
    named = {key.key for one in plan.measures for key in one.executors}
    idle = {one.key for one in plan.executors} - named
    if idle:
        raise _fail(plan, "executors", f"without a measure: {', '.join(sorted(idle))}")


def _check_findings(plan: PlanFile) -> None:
    places = {"act", *(one.number for one in plan.measures)}
    places |= {f"indicators:{number}" for number in range(1, len(plan.indicators) + 1)}
    for number, finding in enumerate(plan.findings, start=1):
        _known(plan, f"findings[{number}].place", finding.place, places)
        _known(plan, f"findings[{number}].severity", finding.severity, SEVERITIES)
