"""Reading: "ежеквартально", "2 раза в год" – periods, or the moments that stand beside them."""

from datetime import date

from data_access.importers.deadlines.drafts import RECURRENCES, YEAR, Case
from data_access.importers.deadlines.each_edge import UNITS, edge_of_each
from data_access.importers.deadlines.items import Stretch
from data_access.importers.deadlines.parts import MonthOf, Unit
from data_access.importers.deadlines.periods import ONE_DAY, Span, laid, months_in, on
from data_access.importers.deadlines.read_moments import read_moments

#: What recurs up to quarterly makes a row that a date can end.
LONGEST_ROW = 3
KINDS = {1: "month", 3: "quarter"}


def read_recurring(case: Case) -> bool:
    """Read what recurs more or less often than yearly; False where nothing does."""
    often = case.often
    if often is None:
        return False
    if len({one.months for one in case.statement.frequencies} - {YEAR}) > 1:
        case.draft.ask("several_frequencies")
    if often.at_least:
        case.draft.ask("at_least")
    case.draft.recurrence = RECURRENCES.get(often.months, f"{often.months}-monthly")
    is_read = _beside(case, often.months)
    if is_read and case.said("limited period") and not case.finer:
        case.draft.kind = "by_date"
    return is_read


def read_each(case: Case) -> bool:
    """Read "до конца квартала" and "в течение квартала" as each one of the term."""
    inside = [part.months for part, _limit in case.statement.parts if isinstance(part, MonthOf)]
    months = int(case.said("generic") or 0) or next(iter(inside), 0)
    if not months:
        return False
    case.draft.recurrence = RECURRENCES[months]
    _periods(case, months, case.window())
    case.draft.kind = "by_date" if case.said("limited period") else case.draft.kind
    if not inside and not case.statement.signs & {"edge", "about"}:
        case.draft.ask("each_period")
    return True


def _beside(case: Case, months: int) -> bool:
    """Read the moments beside a frequency: its dates, its confirmation, or its limits."""
    finer = case.finer
    if first := case.after_first():
        return _then(case, months, first)
    if not finer or _confirm(finer, months):
        return _periods(case, months, case.window())
    if _only_reports(finer, months):
        return _with_reports(case, finer, months)
    if len(finer) > 1 and _own_dates(case, finer, months):
        return read_moments(case)
    if all(_longer(one, months) for one in finer):
        return _periods(case, months, [span for one in finer for span in _windows(case, one)])
    return _contradiction(case, months)


def _then(case: Case, months: int, first: date) -> bool:
    """Read "до 1 июля 2024, далее ежеквартально": the first date, and the ends after it."""
    read_moments(case)
    _periods(case, months, [Span(first + ONE_DAY, case.term.end)])
    case.draft.kind = KINDS.get(months, "period")
    if case.finer[0].moment.unit is not UNITS.get(months):
        case.draft.kind = "multiple"
        case.draft.ask("then_recurs")
    return True


def _only_reports(finer: list[Stretch], months: int) -> bool:
    """Tell whether the dates are of something else: "…, за год – до 15 января"."""
    days = finer and all(one.moment.unit is Unit.DAY for one in finer)
    return bool(days) and all(
        months_in(one.reported) > months if one.reported else one.label for one in finer
    )


def _with_reports(case: Case, finer: list[Stretch], months: int) -> bool:
    _periods(case, months, case.window())
    for one in finer:
        case.draft.add(laid(one, case.term), one.label, timed=False)
    case.draft.kind = "multiple"
    case.draft.ask("more_dates")
    return True


def _own_dates(case: Case, finer: list[Stretch], months: int) -> bool:
    """Tell whether the moments are the dates meant; doubt it where their number is another."""
    if all(one.moment.unit is Unit.DAY for one in finer):
        return True
    short = not any(_longer(one, months) for one in finer)
    if short and len(finer) != YEAR // months:
        case.draft.ask("contradiction")
    return short


def _contradiction(case: Case, months: int) -> bool:
    """ "ежеквартально февраль" is no deadline; a rarer work may well name its one month."""
    if months > LONGEST_ROW:
        case.draft.ask("contradiction")
        return read_moments(case)
    case.draft.kind, case.draft.recurrence = "unknown", "none"
    case.draft.proposal = (case.term.end,)
    case.draft.ask("merged")
    return True


def _windows(case: Case, stretch: Stretch) -> list[Span]:
    """Return where the stretch leaves room in the term; "до 1 декабря" from the term's start."""
    moment, term = stretch.moment, case.term
    if stretch.limit:
        return [Span(term.start, span.end) for span in laid(stretch, term)][-1:]
    years = moment.years or (term.start.year - moment.span, *term.years)
    spans = [on(moment, year) for year in dict.fromkeys(years)]
    opening = case.opening()
    return [
        Span(max(one.start, opening), one.end if moment.years else min(one.end, term.end))
        for one in spans
        if one.end >= opening and (moment.years or one.start <= term.end)
    ]


def _confirm(finer: list[Stretch], months: int) -> bool:
    """Tell whether the moments are the ends of the very periods: "март, июнь, …"."""
    ends = {one.moment.last[0] for one in finer if one.moment.unit in (Unit.MONTH, Unit.QUARTER)}
    plain = not any(one.limit or one.moment.is_range for one in finer)
    return plain and months == 3 and len(finer) == len(ends) == 4 and ends == {3, 6, 9, 12}


def _longer(stretch: Stretch, months: int) -> bool:
    """Tell whether a moment can hold several periods, or ends their row."""
    moment = stretch.moment
    if stretch.limit:
        return bool(moment.years) or months <= LONGEST_ROW
    length = (moment.last[0] - moment.first[0]) % YEAR + 1 + YEAR * (moment.span > 1)
    return moment.unit is not Unit.DAY and length > months


def _add_period(case: Case, period: Span, window: Span, months: int) -> None:
    """Add a period within its window; of "до начала каждого квартала" what the edge leaves."""
    part = edge_of_each(case, period, months)
    if part is period:
        part = Span(max(period.start, window.start), min(period.end, window.end))
    if window.start <= part.end <= window.end:
        case.draft.add([part])


def _periods(case: Case, months: int, windows: list[Span]) -> bool:
    """Add the ends of the periods that begin within the windows."""
    whole = months > YEAR
    for window in windows:
        for period in case.periods(window, months):
            inside = period.start <= window.end and period.end >= window.start
            if inside and not (whole and period.end > case.term.end):
                _add_period(case, period, window, months)
    if not case.draft.points and whole:
        case.draft.ask("longer_than_term")
        case.draft.add([Span(case.term.start, case.term.end)])
    case.draft.kind = KINDS.get(months, "period")
    return True
