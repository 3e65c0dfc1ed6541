"""From repaired drafts to measures: schedules and executors, each doubt a finding of its row."""

import re
from collections.abc import Iterable
from datetime import date

from data_access.importers.plan import deadline, due_columns, executors
from data_access.importers.plan.deadline_doubts import Doubt, absent
from data_access.importers.plan.drafts import Draft
from data_access.importers.plan.text import flat
from data_access.records.reading import ExecutorReading, MeasureReading, ScheduleReading

CLOCK = re.compile(r"в\s+течение\s+(?:\w+\s+){1,3}(?:со\s+дня|с\s+момента|после)[^.;]{0,120}", re.I)
#: Kinds that a month's clock in the title contradicts.
STANDING = frozenset({"ongoing", "period", "unknown"})


def deadline_text(draft: Draft) -> str:
    """Return the deadline as the document words it: of its own column, else start and end."""
    return flat(draft.text("due")) or due_columns.joined(*_columns(draft))


def _columns(draft: Draft) -> tuple[str, str]:
    return flat(draft.text("due_start")), flat(draft.text("due_end"))


def schedule(draft: Draft, term: tuple[date, date], earliest: date | None) -> ScheduleReading:
    """Return the draft's schedule; questions and repairs become findings."""
    phrase = deadline_text(draft)
    if not phrase:
        _note(draft, absent(term))
        return deadline.understand(phrase, term, earliest).schedule
    found, told = due_columns.read(phrase, _columns(draft), term, earliest)
    _compare(draft, phrase, found, term, earliest)
    for doubt in told:
        _note(draft, doubt)
    clock = CLOCK.search(flat(draft.text("measure")))
    if clock and found.schedule.kind in STANDING:
        draft.note("deadline_text", "deadline_in_title", "warning", read=clock.group())
    return found.schedule


def _compare(
    draft: Draft,
    phrase: str,
    found: deadline.Understood,
    term: tuple[date, date],
    earliest: date | None,
) -> None:
    """Tell where columns of start and end say otherwise than the deadline's own column."""
    between = due_columns.joined(*_columns(draft))
    if between and between != phrase:
        other = deadline.understand(between, term, earliest)
        if other.schedule.due_dates != found.schedule.due_dates:
            draft.note(
                "deadline_text", "deadline_columns_differ", "warning", read=phrase, other=between
            )


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
        due_columns=_columns(draft) if all(_columns(draft)) else (),
    )
