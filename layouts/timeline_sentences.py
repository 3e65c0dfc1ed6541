"""What the calendar says in words: how many control points lie behind, which come next."""

from collections.abc import Sequence
from datetime import date

from data_access.records.measures import ControlPointView
from data_access.records.pages import TimelineRow
from data_access.records.status import Status
from layouts.texts import _, fmt_date, fmt_number, ngettext
from layouts.timeline_table import next_point
from layouts.wording import clauses, dated

_MISSED = frozenset({Status.OVERDUE, Status.NOT_DONE, Status.PARTIAL})


def finding(rows: Sequence[TimelineRow]) -> str:
    """Return the page's headline: control points behind, missed ones, the next date."""
    plans = list(dict.fromkeys(row.measure.plan for row in rows))
    points = [(one, row.measure.as_of) for row in rows for one in row.points]
    counted = [pair for pair in points if pair[0].status is not Status.REMOVED]
    if not counted:
        return dated(plans, _("the measures in view have no control points"))
    return dated(plans, clauses(_behind(counted), _next(rows)))


def _behind(points: Sequence[tuple[ControlPointView, date]]) -> str:
    """Return "прошёл срок 12 из 40 контрольных точек, не исполнено 3"."""
    passed = [one for one, as_of in points if one.due_on < as_of]
    missed = sum(one.status in _MISSED for one in passed)
    words = ngettext(
        "the term of %(passed)s of %(n)s control point is over",
        "the term of %(passed)s of %(n)s control points is over",
        len(points),
        passed=fmt_number(len(passed)),
    )
    if not passed:
        return words
    return _("%(passed)s, %(missed)s of them not done", passed=words, missed=fmt_number(missed))


def _next(rows: Sequence[TimelineRow]) -> str:
    """Return the next date and how many measures it concerns; "" where none is ahead.

    Plans that are looked at on different dates have no common next date.
    """
    if len({row.measure.as_of for row in rows}) != 1:
        return ""
    ahead = [point.due_on for row in rows if (point := next_point(row, row.measure.as_of))]
    if not ahead:
        return _("no date lies ahead")
    count = ngettext("%(n)s measure", "%(n)s measures", ahead.count(min(ahead)))
    return _("the next date is %(date)s: %(count)s", date=fmt_date(min(ahead)), count=count)
