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
#: Kinds that a month's clock in the title contradicts.
STANDING = frozenset({"ongoing", "period", "unknown"})


def deadline_text(draft: Draft) -> str:
    """Return the deadline as the document words it: of its own column, else start and end."""
    return flat(draft.text("due")) or _between(draft)


def _between(draft: Draft) -> str:
    """Return start and end of two columns as a range; "" where both are empty."""
    start, end = flat(draft.text("due_start")), flat(draft.text("due_end"))
    return f"{start} – {end}" if start and end else start or end


def schedule(draft: Draft, term: tuple[date, date], earliest: date | None) -> ScheduleReading:
    """Return the draft's schedule; questions and repairs become findings."""
    phrase = deadline_text(draft)
    if not phrase:
        _note(draft, absent(term))
        return deadline.understand(phrase, term, earliest).schedule
    found = _understood(draft, phrase, term, earliest)
    for doubt in doubts(phrase, found, term):
        _note(draft, doubt)
    clock = CLOCK.search(flat(draft.text("measure")))
    if clock and found.schedule.kind in STANDING:
        draft.note("deadline_text", "deadline_in_title", "warning", read=clock.group())
    return found.schedule


def _understood(
    draft: Draft, phrase: str, term: tuple[date, date], earliest: date | None
) -> deadline.Understood:
    """Return what a row's deadline means; a start that says nothing, or other columns, are told."""
    found = deadline.understand(phrase, term, earliest)
    start, end, between = draft.text("due_start"), draft.text("due_end"), _between(draft)
    if between and between != phrase:
        other = deadline.understand(between, term, earliest)
        if other.schedule.due_dates != found.schedule.due_dates:
            draft.note(
                "deadline_text", "deadline_columns_differ", "warning", read=phrase, other=between
            )
    elif start and end and not found.questions and _says_nothing(start, term):
        told = {"read": flat(start), "end": flat(end)}
        draft.note("deadline_text", "deadline_start_unread", "warning", **told)
        return deadline.understand(flat(end), term, earliest)
    return found


def _says_nothing(start: str, term: tuple[date, date]) -> bool:
    return bool(start.strip(" -–—")) and deadline.kind_of(flat(start), term) == "unknown"


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
