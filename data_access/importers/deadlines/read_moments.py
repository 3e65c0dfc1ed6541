"""Reading: named stretches of time – dates, months, quarters, years, one or several."""

from dataclasses import replace
from datetime import date

from data_access.importers.deadlines.drafts import YEAR, Case
from data_access.importers.deadlines.each_edge import edge_of_each
from data_access.importers.deadlines.items import Stretch
from data_access.importers.deadlines.parts import Limit, Unit
from data_access.importers.deadlines.periods import Span, laid

KINDS = {Unit.MONTH: "month", Unit.QUARTER: "quarter", Unit.DAY: "by_date"}


def read_moments(case: Case) -> bool:
    """Read the moments of a phrase; False where there are none."""
    stretches = case.stretches
    if not stretches:
        return False
    if case.yearly and not case.finer:
        return _every_year(case)
    for stretch in stretches:
        _add(case, stretch)
    case.draft.kind = _kind(case, stretches)
    if case.draft.recurrence == "none" and _recurs(case, stretches):
        case.draft.recurrence = "yearly"
    return True


def read_yearly(case: Case) -> bool:
    """Read a bare "ежегодно"."""
    return case.yearly and _every_year(case)


def _every_year(case: Case) -> bool:
    """Add each year's end within the window: "ежегодно", "ежегодно, начиная с 2023 года"."""
    for window in _windows(case):
        for year in range(window.start.year, window.end.year + 1):
            _add_year(case, Span(date(year, 1, 1), date(year, 12, 31)), window)
    limited = any(one.limit for one in case.stretches if not one.moment.years)
    limited = limited or bool(case.said("limited period") and case.said("edge"))
    case.draft.kind, case.draft.recurrence = "by_date" if limited else "period", "yearly"
    return True


def _add_year(case: Case, year: Span, window: Span) -> None:
    part = edge_of_each(case, year, YEAR)
    if part is year:
        part = Span(max(year.start, window.start), min(year.end, window.end))
    if part.end >= window.start:
        case.draft.add([part])


def _windows(case: Case) -> list[Span]:
    """Return the windows; "2023 год, далее ежегодно" opens one up to the term's end."""
    windows = case.window()
    if case.said("then") and len(windows) == 1:
        return [Span(windows[0].start, max(windows[0].end, case.term.end))]
    return windows


def _add(case: Case, stretch: Stretch) -> None:
    spans = _spans(case, stretch)
    timed = stretch.moment.unit is not Unit.DAY and not stretch.limit
    case.draft.add(spans, stretch.label, timed)
    _ask(case, stretch, spans)


def _spans(case: Case, stretch: Stretch) -> list[Span]:
    """Return the spans of a stretch; "2024 г., далее ежегодно" goes on to the term's end."""
    spans = laid(stretch, case.term)
    if not (case.yearly and len(stretch.moment.years) == 1):
        opening = case.opening()
        return [span for span in spans if span.end >= opening] or spans
    if not case.said("then"):
        case.draft.ask("one_year_yearly")
    year = stretch.moment.years[0]
    later = [_in_year(stretch, one) for one in case.term.years if one >= year]
    return [span for one in later for span in laid(one, case.term)] or spans


def _in_year(stretch: Stretch, year: int) -> Stretch:
    return replace(stretch, moment=replace(stretch.moment, years=(year,)))


def _ask(case: Case, stretch: Stretch, spans: list[Span]) -> None:
    moment = stretch.moment
    repeated = len(spans) > 1 and not moment.years and not stretch.shift
    if repeated and not case.yearly and case.draft.recurrence == "none":
        case.draft.ask("no_year")
    if moment.is_range and moment.unit in (Unit.QUARTER, Unit.HALF) and not moment.span:
        case.draft.ask("range_end")
    if stretch.limit is Limit.BEFORE and moment.unit in (Unit.MONTH, Unit.QUARTER, Unit.HALF):
        case.draft.ask("before_excludes", date=spans[0].end)
    if moment.vague:
        case.draft.ask("vague")


def _kind(case: Case, stretches: list[Stretch]) -> str:
    if len(stretches) > 1 or _is_list_of_years(stretches[0]):
        return "multiple"
    stretch = stretches[0]
    moment = stretch.moment
    if stretch.limit:
        return "by_date"
    if moment.unit is Unit.QUARTER and (_recurs(case, stretches) or stretch.shift):
        return "yearly_quarter"
    return KINDS.get(moment.unit, "period")


def _is_list_of_years(stretch: Stretch) -> bool:
    """ "2024, 2025 годы" are two deadlines; "IV квартал 2022–2025 гг." is one that recurs."""
    return stretch.moment.unit is Unit.YEAR and len(stretch.moment.years) > 1


def _recurs(case: Case, stretches: list[Stretch]) -> bool:
    if all(_is_list_of_years(one) for one in stretches):
        return False
    several = len(case.draft.points) > len(stretches)
    return case.yearly or several or any(one.shift and not one.moment.years for one in stretches)
