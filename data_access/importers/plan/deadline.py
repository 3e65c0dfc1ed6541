"""The one place where the plan reader meets the deadline reader."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from data_access.importers.deadlines.read import read
from data_access.importers.deadlines.records import Question, Reading, Term
from data_access.records.reading import ScheduleReading

#: The deadline reader's question about words that it passed over.
UNREAD = "unread"


@dataclass(frozen=True)
class Understood:
    """A schedule, the codes of questions about it, dates proposed, and dates left out."""

    schedule: ScheduleReading
    questions: tuple[tuple[str, dict[str, str]], ...] = ()
    proposal: tuple[date, ...] = ()
    repairs: tuple[tuple[str, str], ...] = ()
    dropped: tuple[date, ...] = ()


def understand(phrase: str, term: tuple[date, date], earliest: date | None = None) -> Understood:
    """Return what a phrase means within a plan's term.

    Dates before the act can have been signed are left out, unless none would remain.
    """
    reading = read(phrase, Term(*term))
    understood = _understood(reading)
    return _without_early(understood, earliest) if earliest else understood


@lru_cache(maxsize=4096)
def kind_of(phrase: str, term: tuple[date, date]) -> str:
    """Return the kind of a phrase; "unknown" for what is no deadline."""
    return read(phrase, Term(*term)).kind


@lru_cache(maxsize=4096)
def is_whole(phrase: str, term: tuple[date, date]) -> bool:
    """Tell whether a phrase is a deadline with no word in it that says nothing of time."""
    reading = read(phrase, Term(*term))
    return reading.kind != "unknown" and UNREAD not in [one.code for one in reading.questions]


def _understood(reading: Reading) -> Understood:
    schedule = ScheduleReading(
        reading.kind,
        reading.due_dates,
        reading.labels if any(reading.labels) else (),
        tuple(point.starts_on for point in reading.points),
    )
    return Understood(
        schedule,
        tuple((question.code, _shown(question)) for question in reading.questions),
        reading.proposal,
        tuple((repair.read, repair.made) for repair in reading.repairs),
    )


def _shown(question: Question) -> dict[str, str]:
    """Return the values of a question as findings keep them: as text."""
    return {name: _text(value) for name, value in question.values}


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_text(one) for one in value)
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)


def _without_early(understood: Understood, earliest: date) -> Understood:
    schedule = understood.schedule
    kept = [at for at, due in enumerate(schedule.due_dates) if due >= earliest]
    if not kept or len(kept) == len(schedule.due_dates):
        return understood
    return replace(
        understood,
        schedule=replace(
            schedule,
            due_dates=tuple(schedule.due_dates[at] for at in kept),
            labels=tuple(schedule.labels[at] for at in kept) if schedule.labels else (),
            starts=tuple(schedule.starts[at] for at in kept) if schedule.starts else (),
        ),
        dropped=tuple(due for due in schedule.due_dates if due < earliest),
    )
