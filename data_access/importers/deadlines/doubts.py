"""Doubts that hold for any reading: dates outside the term, words that were not read."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from data_access.importers.deadlines.counted import WORKING
from data_access.importers.deadlines.drafts import Case
from data_access.importers.deadlines.parts import DayOfMonth, Moment, Offset, Part, Unit
from data_access.importers.deadlines.periods import Span, laid
from data_access.importers.deadlines.records import Value
from data_access.rules.days import transfers_known

#: Words of a statement → the question that they raise.
WORDS = {"weekday": "vague", "after": "vague", "earlier": "period_before", "turned": "next_year"}


def add_doubts(case: Case) -> None:
    """Add the questions that a reading raises whatever rule has made it."""
    if case.draft.kind == "unknown":
        return
    codes = [code for word, code in WORDS.items() if case.said(word)]
    codes += [code for code, holds in CHECKS.items() if holds(case)]
    for code in codes:
        case.draft.ask(code)
    for code, values in _told(case):
        case.draft.ask(code, **values)
    if _is_shorter(case):
        case.draft.ask("shorter_than_term", end=case.term.end)
    if case.statement.unread and case.draft.kind != "event":
        case.draft.ask("unread", words="; ".join(case.statement.unread))


def _told(case: Case) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield the questions that tell words or dates, with these."""
    if words := case.said("otherwise"):
        yield "number_words", {"words": words}
    if dates := _uncounted(case):
        years = ", ".join(str(year) for year in sorted({day.year for day in dates}))
        yield "calendar", {"years": years, "dates": dates}
    if outside := _outside(case):
        yield "outside_term", {"dates": outside}
    if span := _over_new_year(case):
        yield "over_new_year", {"start": span.start, "end": span.end}


def _outside(case: Case) -> tuple[date, ...]:
    due = {point.due_on for point in case.draft.points}
    return tuple(sorted(day for day in due if not case.term.holds(day)))


def _uncounted(case: Case) -> tuple[date, ...]:
    """Return the dates that working days were counted to without a full calendar of days off."""
    if not any(_counts_working(part) for part, _limit in case.statement.parts):
        return ()
    due = {point.due_on for point in case.draft.points}
    return tuple(sorted(day for day in due if not transfers_known(day.year)))


def _counts_working(part: Part) -> bool:
    counted = part.counted if isinstance(part, DayOfMonth) else ""
    return counted == WORKING or (isinstance(part, Offset) and part.unit == "рабочий")


def _over_new_year(case: Case) -> Span | None:
    """Return a range over New Year of which the year is not said for sure.

    "Ноябрь – январь" in a plan of several years has its ends cut off at both edges of the plan;
    "май – апрель 2024" says the year of its end only.
    """
    for stretch in case.stretches:
        moment = stretch.moment
        crosses = moment.span == 1 and moment.last < moment.first
        if crosses and moment.unit is not Unit.SCHOOL_YEAR and _is_unsure(case, moment):
            return laid(stretch, case.term)[0]
    return None


def _is_unsure(case: Case, moment: Moment) -> bool:
    if not moment.years:
        return len(case.term.years) > 1
    ends = [(one.first, one.last or one.first) for one in case.statement.items]
    known = {(first.first, last.last) for first, last in ends if first.years and first is not last}
    return moment.is_range and (moment.first, moment.last) not in known


def _several_times(case: Case) -> bool:
    """Tell whether something recurs more often in its period than control points are set."""
    return any(one.times > 1 for one in case.statement.frequencies)


def _also_event(case: Case) -> bool:
    return bool(case.draft.points and case.said("event"))


def _report_date(case: Case) -> bool:
    """Tell whether the date is that of a report on work which lasts longer."""
    return bool(case.draft.points and case.said("report") and case.said("whole"))


def _order(case: Case) -> bool:
    """Tell whether "ноябрь, январь 2026 г." may mean two years of the plan."""
    return bool(case.said("unordered")) and len(case.term.years) > 1


def _period_unread(case: Case) -> bool:
    """Tell whether "квартал" stands beside other times without a meaning of its own."""
    recurs = case.draft.recurrence not in ("none", "yearly") or case.statement.parts
    reports = any(one.limit for one in case.finer)
    return bool(case.said("generic") and case.draft.points and not (recurs or reports))


def _no_sign(case: Case) -> bool:
    """Tell whether several full dates stand beside one another without a sign."""
    return any(
        one.years and one.signs <= {"noise"} and not one.is_year and one.start != before.start
        for before, one in pairwise(case.statement.items)
    )


def _is_shorter(case: Case) -> bool:
    """Tell whether a range of years begins with the term and ends before it."""
    moments = [one.moment for one in case.stretches]
    return len(moments) == 1 and all(
        one.unit is Unit.YEAR
        and one.span > 0
        and one.years[:1] == (case.term.start.year,)
        and one.years[0] + one.span < case.term.end.year
        for one in moments
    )


CHECKS: dict[str, Callable[[Case], bool]] = {
    "several_times": _several_times,
    "also_event": _also_event,
    "report_date": _report_date,
    "no_sign": _no_sign,
    "order": _order,
    "contradiction": _period_unread,
}
