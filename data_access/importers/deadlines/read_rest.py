"""Reading: what has no calendar of its own – ongoing work, holidays, events, nothing at all."""

from calendar import isleap
from itertools import pairwise

from data_access.importers.deadlines.drafts import YEAR, Case
from data_access.importers.deadlines.grammar_recurrence import ENDLESS, SEVERAL
from data_access.importers.deadlines.items import Stretch
from data_access.importers.deadlines.parts import Impossible, Offset, Unit
from data_access.importers.deadlines.periods import Span, day_of, laid

LEAP_DAY = (2, 29)
#: Words of a statement that refuse it → the question.
REFUSED = {"impossible": "impossible_period", "backward": "backward_range"}


def read_impossible(case: Case) -> bool:
    """Refuse a day that no calendar has; the last day of its month is only proposed."""
    wrong = [part for part, _limit in case.statement.parts if isinstance(part, Impossible)]
    wrong += [Impossible(*reversed(LEAP_DAY)) for one in case.stretches if _is_no_leap(one, case)]
    if not wrong:
        return False
    day, month = wrong[0].day, wrong[0].month
    years = [year for one in case.statement.stretches for year in one.moment.years]
    year = wrong[0].year or (years[0] if years else case.term.start.year)
    _unknown(case)
    if 1 <= month <= 12:
        case.draft.proposal = (day_of(year, (month, max(day, 1))),)
        case.draft.ask("impossible_date", day=day, month=month, proposal=case.draft.proposal[0])
    else:
        case.draft.ask("impossible_month", day=day, month=month)
    return True


def read_refused(case: Case) -> bool:
    """Refuse "VI квартал" and "2025–2022": nothing on the calendar is meant by them."""
    said = [(code, words) for word, code in REFUSED.items() if (words := case.said(word))]
    for code, words in said:
        _unknown(case)
        case.draft.ask(code, words=words)
    return bool(said)


def _is_no_leap(stretch: Stretch, case: Case) -> bool:
    """Tell whether 29 February is meant where no year in question has it."""
    moment = stretch.moment
    years = [year + moment.span + stretch.shift for year in moment.years or case.term.years]
    return moment.last == LEAP_DAY and not any(isleap(year) for year in years)


def read_merged(case: Case) -> bool:
    """Refuse deadlines of several rows run together: which is whose only a person can tell."""
    if not _is_merged(case):
        return False
    _unknown(case)
    case.draft.ask("merged")
    return True


def _is_merged(case: Case) -> bool:
    statement = case.statement
    items = [one for one in statement.items if not one.about]
    unsigned = [one for one in items if one.signs <= {"noise", "frequency", "ongoing"}]
    lengths = {one.months for one in statement.frequencies}
    glued = not statement.signs & {",", "open"}
    if glued and len(lengths) > 1 and (items or YEAR not in lengths):
        return True
    if glued and case.said("ongoing") and (_narrow(case) or (case.often and items)):
        return True
    return any(
        one.years and before.years and one.first.unit is not before.first.unit and not one.about
        for before, one in pairwise(items)
        if one in unsigned and not before.opened
    )


def _narrow(case: Case) -> bool:
    """Tell whether a month, quarter or day stands beside "постоянно" that limits nothing."""
    return any(
        one.moment.unit in (Unit.MONTH, Unit.QUARTER, Unit.DAY)
        and not (one.limit or one.moment.is_range)
        for one in case.stretches
    )


def read_ongoing(case: Case) -> bool:
    """Read "постоянно" and "начиная с …": one control point, at the end."""
    opened = any(one.opened for one in case.statement.stretches)
    if not (case.said("ongoing") or (opened and not case.stretches)):
        return False
    spans = [span for one in case.stretches for span in laid(one, case.term)]
    end = max((span.end for span in spans), default=case.term.end)
    if case.said("then"):
        end = max(end, case.term.end)
    start = case.opening()
    said = case.said("ongoing")
    case.draft.kind = "ongoing"
    case.draft.recurrence = said if said in ENDLESS.values() else "continuous"
    if said == SEVERAL:
        case.draft.ask("several_times")
    case.draft.add([Span(min(start, end), end)])
    if _narrow(case):
        case.draft.ask("contradiction")
    if start > end:
        case.draft.ask("after_term")
    return True


def read_holidays(case: Case) -> bool:
    """Read school holidays without a season: watched to the end of the term."""
    if not case.said("holidays"):
        return False
    case.draft.kind = "period"
    case.draft.add([Span(case.term.start, case.term.end)])
    case.draft.ask("holidays")
    return True


def read_event(case: Case) -> bool:
    """Read an event, a time before or after it, another document: no date until set."""
    counted = any(isinstance(part, Offset) for part, _limit in case.statement.parts)
    code = case.said("event") or ("event" if counted else "")
    if not code:
        return False
    case.draft.kind = "event"
    case.draft.proposal = (case.term.end,)
    case.draft.ask(code, proposal=case.term.end)
    return True


def read_nothing(case: Case) -> bool:
    """Refuse what is no deadline."""
    _unknown(case)
    case.draft.ask("not_a_deadline", proposal=case.term.end)
    return True


def nothing_left(case: Case) -> None:
    """Refuse a deadline whose beginning lies after the term: "с 2030 года ежегодно"."""
    _unknown(case)
    case.draft.recurrence = "none"
    case.draft.ask("after_term")


def _unknown(case: Case) -> None:
    case.draft.kind = "unknown"
    case.draft.proposal = (case.term.end,)
