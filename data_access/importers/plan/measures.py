"""From repaired drafts to measures: schedules and executors, each doubt a finding of its row."""

import re
from collections.abc import Iterable
from datetime import date

from data_access.importers.plan import deadline, executors
from data_access.importers.plan.deadline_doubts import Doubt, absent, doubts
from data_access.importers.plan.drafts import Draft
from data_access.importers.plan.text import flat
from data_access.records.reading import ExecutorReading, MeasureReading, ScheduleReading

CLOCK = re.compile(r"в\s+течение\s+(?:\w+\s+){1,3}(?:со\s+дня|с\s+момента|после)[^.;]{0,120}", re.I)
BACKWARD = "backward_range"
#: Kinds that a month's clock in the title contradicts.
STANDING = frozenset({"ongoing", "period", "unknown"})


def deadline_text(draft: Draft) -> str:
    """Return the deadline as the document words it; start and end of two columns as a range."""
    start, end = flat(draft.text("due_start")), flat(draft.text("due_end"))
    if start or end:
        return f"{start} – {end}" if start and end else start or end
    return flat(draft.text("due"))


def schedule(draft: Draft, term: tuple[date, date], earliest: date | None) -> ScheduleReading:
    """Return the draft's schedule; questions and repairs become findings."""
    phrase = flat(draft.text("due")) or deadline_text(draft)
    found = deadline.understand(phrase, term, earliest)
    backward = BACKWARD in dict(found.questions)
    if found.schedule.kind == "unknown" and draft.text("due_end") and not backward:
        found = deadline.understand(flat(draft.text("due_end")), term, earliest)
    if not phrase:
        _note(draft, absent(term))
        return found.schedule
    for doubt in doubts(phrase, found, term):
        _note(draft, doubt)
    clock = CLOCK.search(flat(draft.text("measure")))
    if clock and found.schedule.kind in STANDING:
        draft.note("deadline_text", "deadline_in_title", "warning", read=clock.group())
    return found.schedule


def _note(draft: Draft, one: Doubt) -> None:
    named = {**one.parameters, "read": one.read, "proposal": one.proposal}
    draft.note("deadline_text", one.code, one.severity, **named)


def executor_names(draft: Draft, aliases: Iterable[str]) -> list[executors.Name]:
    """Return the executors that a draft's cells name, the leading one first."""
    known = tuple(aliases)
    cells = (draft.text("executor"), draft.text("coexecutor"))
    return [name for cell in cells for name in executors.split(cell, known)]


def measure(
    draft: Draft, schedule: ScheduleReading, readings: tuple[ExecutorReading, ...]
) -> MeasureReading:
    """Return the finished measure."""
    return MeasureReading(
        number=draft.number,
        section=draft.section,
        title=flat(draft.text("measure")),
        deadline_text=deadline_text(draft),
        schedule=schedule,
        executors=readings,
        expected_result=flat(draft.text("result")),
        extra=draft.extra(),
        source=tuple(draft.places),
        rows=tuple(draft.rows),
        columns=tuple(draft.columns.titles),
    )
