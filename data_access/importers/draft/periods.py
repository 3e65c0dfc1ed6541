"""Reporting periods from a plan's reporting rule."""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from data_access.records.drafts import Period

MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
ROMAN = ("I", "II", "III", "IV")
MONTH_NAMES = (
    *("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь"),
    *("октябрь", "ноябрь", "декабрь"),
)


def needs_due(rule: Mapping[str, Any]) -> bool:
    """Tell whether a rule says how often but not by when."""
    named = rule.get("frequency", "none") != "none"
    return named and not rule.get("due_day") and not rule.get("due_dates")


def periods_of(
    rule: Mapping[str, Any], starts: date | None, ends: date | None, earliest: date | None = None
) -> tuple[Period, ...]:
    """Return the periods within the plan's term, without those over before the act was signed."""
    frequency = rule.get("frequency", "none")
    if starts is None or ends is None or frequency == "none" or needs_due(rule):
        return ()
    if frequency == "once":
        return (_once(rule, starts, ends),)
    rule = {**rule, "is_own": frequency == "yearly" and _within(rule, ends)}
    made = [_with_due(rule, *span, MONTHS[frequency]) for span in _spans(starts, ends, frequency)]
    return tuple(one for one in made if earliest is None or one.ends_on >= earliest)


def _within(rule: Mapping[str, Any], ends: date) -> bool:
    """Tell whether no day lies behind the last year: each is then of the year that it lies in."""
    dues: Sequence[date] = rule.get("due_dates") or ()
    return bool(dues) and dues[-1].year <= ends.year


def _once(rule: Mapping[str, Any], starts: date, ends: date) -> Period:
    years = f"{starts.year}–{ends.year} годы" if starts.year < ends.year else f"{ends.year} год"
    dues: Sequence[date] = rule.get("due_dates") or ()
    due = dues[-1] if dues else _day_after(ends, rule["due_day"])
    return Period(years, starts, ends, due)


def _spans(starts: date, ends: date, frequency: str) -> Iterator[tuple[date, date]]:
    step = MONTHS[frequency]
    month = (starts.month - 1) // step * step + 1
    first = date(starts.year, month, 1)
    while first <= ends:
        following = _months_later(first, step)
        yield first, following - timedelta(days=1)
        first = following


def _months_later(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)


def _with_due(rule: Mapping[str, Any], first: date, last: date, months: int) -> Period:
    return Period(_label(first, months), first, last, _due(rule, first, last, months))


def _due(rule: Mapping[str, Any], first: date, last: date, months: int) -> date:
    """Return the due date for a period: the named one nearest to its end, else by the day."""
    dues: Sequence[date] = rule.get("due_dates") or ()
    limit = _months_later(first, 2 * months)
    if rule.get("due_day"):
        after = [due for due in dues if last < due < limit]
        return after[0] if after else _day_after(last, rule["due_day"])
    near = [due for due in dues if first <= due < limit]
    own = [due for due in near if due <= last and rule["is_own"]]
    return min(own or near, key=lambda due: abs(due - last), default=last)


def _day_after(last: date, day: int) -> date:
    """Return that day of the month after; the month's last one where it is shorter."""
    month = _months_later(last.replace(day=1), 1)
    return month.replace(day=min(day, calendar.monthrange(month.year, month.month)[1]))


def _label(first: date, months: int) -> str:
    if months == 1:
        return f"{MONTH_NAMES[first.month - 1]} {first.year}"
    if months == 12:
        return f"{first.year} год"
    word = "квартал" if months == 3 else "полугодие"
    return f"{ROMAN[(first.month - 1) // months]} {word} {first.year}"
