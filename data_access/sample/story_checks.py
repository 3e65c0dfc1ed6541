"""Whether a story fits its plan: names, control points, outcomes, what a report needs."""

from collections.abc import Collection

from data_access.models.facts import DECISIONS, OUTCOMES
from data_access.sample.plan_records import MeasureText, PlanFile
from data_access.sample.reading import SampleError
from data_access.sample.story_records import FateDecision, FateReport, StoryFile

#: Word that the source of every invented value of an indicator begins with.
DEMO_MARK = "Демонстрационные данные"


def check_story(plan: PlanFile, story: StoryFile) -> None:
    """Raise SampleError, naming the place, for the first thing that does not fit the plan."""
    executors = [one.key for one in plan.executors]
    _same(story, "executors", story.executors, executors)
    _same(story, "measures", story.measures, [one.number for one in plan.measures])
    for measure in plan.measures:
        _check_measure(story, measure)
    for number, silence in enumerate(story.silences, start=1):
        place = f"silences[{number}]"
        _known(story, place, silence.executor, executors)
        _known(story, place, silence.period, [one.label for one in plan.periods])
    _check_actuals(plan, story)


def _fail(story: StoryFile, place: str, message: str) -> SampleError:
    return SampleError(story.file, place, message)


def _known(story: StoryFile, place: str, value: object, allowed: Collection[object]) -> None:
    if value not in allowed:
        raise _fail(story, place, f"{value} is none of {', '.join(map(str, allowed))}")


def _same(story: StoryFile, place: str, told: Collection[str], planned: Collection[str]) -> None:
    differing = set(told) ^ set(planned)
    if differing:
        raise _fail(story, place, f"not in both plan and story: {', '.join(sorted(differing))}")


def _check_measure(story: StoryFile, measure: MeasureText) -> None:
    told = story.measures[measure.number]
    for number, report in enumerate(told.reports, start=1):
        _check_report(story, measure, report, f"measures[{measure.number}].reports[{number}]")
    for number, decision in enumerate(told.decisions, start=1):
        place = f"measures[{measure.number}].decisions[{number}]"
        _check_decision(story, measure, decision, place)


def _check_report(story: StoryFile, measure: MeasureText, report: FateReport, place: str) -> None:
    _known(story, place, report.outcome, OUTCOMES)
    for key in report.executors:
        _known(story, place, key, [one.key for one in measure.executors])
    points = [one.due_on for one in measure.points]
    if report.point is not None:
        _known(story, place, report.point, points)
    elif not report.is_interim and len(points) != 1:
        raise _fail(story, place, "point or interim is missing")
    if report.outcome == "done" and report.completed_on is None:
        raise _fail(story, place, "completed_on is missing")
    if report.completed_on is None and report.submitted_on is None:
        raise _fail(story, place, "submitted_on is missing")


def _check_decision(
    story: StoryFile, measure: MeasureText, decision: FateDecision, place: str
) -> None:
    _known(story, place, decision.kind, DECISIONS)
    if decision.point is not None:
        _known(story, place, decision.point, [one.due_on for one in measure.points])
    if (decision.kind == "extend") != (decision.new_due_on is not None):
        raise _fail(story, place, "an extension, and only it, has a new_due_on")


def _check_actuals(plan: PlanFile, story: StoryFile) -> None:
    for number, actual in enumerate(story.actuals, start=1):
        place = f"actuals[{number}]"
        _known(story, place, actual.indicator, [one.key for one in plan.indicators])
        if not actual.source.startswith(DEMO_MARK):
            raise _fail(story, place, f"the source must begin with {DEMO_MARK!r}")
