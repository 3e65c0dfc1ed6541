"""What the data say, in sentences: the headline of a set of measures, and its parts.

Every page and the meeting view speak with them, so the room hears what the screen showed.
"""

from collections.abc import Sequence

from data_access.records.common import PlanRef, Ratio, Totals
from data_access.records.cut import Cut, found
from data_access.records.indicators import IndicatorRow
from data_access.records.pages import CurvePoint, Overview
from layouts.texts import _, fmt_date, fmt_days, fmt_number, fmt_percent, ngettext
from layouts.wording import clauses, dated


def finding(data: Overview) -> str:
    """Return the headline: what is done, what is overdue, who has not reported."""
    words = clauses(done_words(data), late_words(data.totals), silent_words(data.totals))
    return dated(data.plans, words) + "."


def done_words(data: Overview) -> str:
    """Return "исполнено 9 из 23 мероприятий (39,1 %)", over how many plans if several."""
    ratio = data.totals.execution
    if not ratio.whole:
        return _("no measures are under control")
    values = {"done": fmt_number(ratio.part), "share": fmt_percent(ratio.share)}
    words = ngettext(
        "%(done)s of %(n)s measure done (%(share)s)",
        "%(done)s of %(n)s measures done (%(share)s)",
        ratio.whole,
        **values,
    )
    count = found(data.plans)
    return (
        words
        if count < 2
        else f"{ngettext('over %(n)s plan,', 'over %(n)s plans,', count)} {words}"
    )


def overdue_words(totals: Totals) -> str:
    """Return "просрочено 3, самое давнее на 41 день"."""
    if not totals.overdue:
        return _("nothing is overdue")
    values = {"n": fmt_number(totals.overdue), "days": fmt_days(totals.worst_days or 0)}
    if totals.overdue == 1:
        return _("%(n)s overdue, by %(days)s", **values)
    return _("%(n)s overdue, the longest by %(days)s", **values)


def closed_words(totals: Totals) -> str:
    """Return "не исполнено 1": closed as such by a decision; "" for none."""
    count = totals.not_done
    return ngettext("%(n)s not done", "%(n)s not done", count) if count else ""


def late_words(totals: Totals) -> str:
    """Return what is overdue and, where there is any, what was closed as not done."""
    return clauses(overdue_words(totals), closed_words(totals))


def silent_words(totals: Totals) -> str:
    """Return "не отчитались 2 исполнителя"; "" where nothing has to be reported yet."""
    if totals.reports is None or not totals.reports.whole:
        return ""
    if not totals.silent_executors:
        return _("all reports that were due are in")
    return ngettext(
        "%(n)s executor has not reported",
        "%(n)s executors have not reported",
        totals.silent_executors,
    )


def own_dates(plans: Sequence[PlanRef]) -> str:
    """Return that each plan is shown on its own date, and which; "" where it is the same."""
    if len({plan.as_of for plan in plans}) < 2:
        return ""
    if found(plans) > 6:
        return _("Each plan is shown on its own date.")
    days = ", ".join(f"{plan.territory.short_name} {fmt_date(plan.as_of)}" for plan in plans)
    return _("Each plan is shown on its own date: %(days)s.", days=days)


def curve_words(points: Sequence[CurvePoint], overdue: int) -> str:
    """Return how far what is done lags behind what was due.

    Work done early can outweigh what is late: the `overdue` measures are then named, so that
    nobody reads the curve as good news.
    """
    known = [point for point in points if point.done is not None]
    if not known or not (known[-1].due or known[-1].done):
        return _("No control point was due yet")
    last = known[-1]
    values = {"done": fmt_number(last.done or 0), "due": fmt_number(last.due)}
    behind = last.due - (last.done or 0)
    if behind <= 0 and overdue:
        done = ngettext(
            "%(n)s control point done, %(due)s due",
            "%(n)s control points done, %(due)s due",
            last.done or 0,
            due=values["due"],
        )
        late = ngettext("%(n)s measure is overdue", "%(n)s measures are overdue", overdue)
        return f"{done}; {late}"
    if behind <= 0:
        return _("Not behind: %(done)s control points done, %(due)s due", **values)
    return ngettext(
        "Behind by %(n)s control point: %(done)s done, %(due)s due",
        "Behind by %(n)s control points: %(done)s done, %(due)s due",
        behind,
        **values,
    )


def indicators_met(rows: Sequence[IndicatorRow]) -> Ratio:
    """Return how many indicators meet their target, of those that can be told."""
    if isinstance(rows, Cut) and rows.met:
        return rows.met
    known = [row for row in rows if row.met is not None]
    return Ratio(sum(bool(row.met) for row in known), len(known))


def indicators_words(rows: Sequence[IndicatorRow]) -> str:
    """Return "Цель достигнута по 1 из 2 показателей"."""
    ratio = indicators_met(rows)
    if not ratio.whole:
        return _("No indicator has an actual value yet")
    return ngettext(
        "The target is met by %(part)s of %(n)s indicator",
        "The target is met by %(part)s of %(n)s indicators",
        ratio.whole,
        part=fmt_number(ratio.part),
    )
