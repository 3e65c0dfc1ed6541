"""What is said of sections, executors and territories: which of them lag, in which order."""

from collections.abc import Sequence

from data_access.records.common import GroupRow, PlanRef
from data_access.records.cut import Cut, found
from data_access.records.ranking import DEFAULT, overdue_ratio, rank
from layouts.terms import not_begun
from layouts.texts import _, fmt_number, fmt_percent, fmt_ratio, ngettext


def sections_words(rows: Sequence[GroupRow], plans: Sequence[PlanRef]) -> str:
    """Return which section lags most: "Раздел 2 отстаёт: просрочено 3 из 6"."""
    if not_begun(plans):
        return _("Sections of the plan")
    late = [row for row in rows if row.totals.overdue]
    if not late:
        return _("No section has overdue measures")
    worst = worst_groups(late)[0]
    whole = worst.totals.execution.whole
    values = {"late": fmt_number(worst.totals.overdue), "whole": fmt_number(whole)}
    name = section_number(worst, several=len(plans) > 1)
    return _("Section %(name)s lags: %(late)s of %(whole)s overdue", name=name, **values)


def section_number(row: GroupRow, *, several: bool) -> str:
    """Return a section's number, with the territory where there are several plans."""
    place = f" ({row.plan.territory.short_name})" if several and row.plan else ""
    return f"{row.number}{place}"


def worst_groups(rows: Sequence[GroupRow]) -> list[GroupRow]:
    """Return sections with the highest rate of overdue measures first, then the longest delay,
    then most overdue, then the least done: one of five is worse than two of eleven.
    """
    return sorted(
        rows,
        key=lambda row: (
            *rank("overdue", row.totals),
            -row.totals.overdue,
            row.totals.execution.share or 0.0,
        ),
    )


def most_overdue(rows: Sequence[GroupRow]) -> list[GroupRow]:
    """Return executors with most overdue first, then the longest delay, then most missing
    reports, then the least done: here the number is the finding, most of them have few measures.
    """
    return sorted(
        rows,
        key=lambda row: (
            -row.totals.overdue,
            -(row.totals.worst_days or 0),
            -row.totals.missing_reports,
            row.totals.execution.share or 0.0,
        ),
    )


def late_in(rows: Sequence[GroupRow]) -> int:
    """Return how many groups have something overdue."""
    return rows.late if isinstance(rows, Cut) else sum(bool(row.totals.overdue) for row in rows)


def by_rate(rows: Sequence[GroupRow]) -> list[GroupRow]:
    """Return groups by their rate of execution, the lowest first: so territories are compared."""
    return sorted(rows, key=lambda row: row.totals.execution.share or 0.0)


def rate_words(rows: Sequence[GroupRow]) -> str:
    """Return which group (there is at least one) has done least; none where all have done alike,
    as before their plans begin.
    """
    ranked = by_rate(rows)
    worst, best = ranked[0], ranked[-1]
    if len(rows) > 1 and worst.totals.execution.share == best.totals.execution.share:
        return _("Territories")
    return _(
        "Least done: %(name)s, %(share)s",
        name=worst.short_name,
        share=fmt_percent(worst.totals.execution.share),
    )


def executors_words(rows: Sequence[GroupRow]) -> str:
    """Return who answers for most of what is overdue; how many do, where nobody stands out."""
    late = [row for row in most_overdue(rows) if row.totals.overdue]
    if not late:
        return _("No executor has overdue measures") if rows else _("No executors")
    if len(late) > 1 and late[0].totals.overdue == late[1].totals.overdue:
        return ngettext(
            "%(n)s of %(whole)s executors has overdue measures",
            "%(n)s of %(whole)s executors have overdue measures",
            late_in(rows),
            whole=fmt_number(found(rows)),
        )
    return _(
        "Most overdue: %(name)s, %(late)s of %(whole)s",
        name=told_apart(late[0], rows),
        late=fmt_number(late[0].totals.overdue),
        whole=fmt_number(late[0].totals.execution.whole),
    )


def told_apart(one: GroupRow, rows: Sequence[GroupRow]) -> str:
    """Return an executor's name, with its territory where the rows are of several: the same bodies
    stand in each of them.
    """
    places = {row.parent.id for row in rows if row.parent}
    if len(places) < 2 or one.parent is None:
        return one.short_name
    return f"{one.short_name} ({one.parent.short_name})"


def share_words(rows: Sequence[GroupRow]) -> str:
    """Return where the share of what is overdue is largest, of several territories."""
    worst = min(rows, key=lambda row: rank(DEFAULT, row.totals))
    ratio = fmt_ratio(overdue_ratio(worst.totals))
    if not worst.totals.overdue:
        return _("nothing is overdue in any territory")
    if len(rows) == 1:
        return _("overdue %(ratio)s", ratio=ratio)
    return _(
        "the largest share overdue is in %(name)s: %(ratio)s", name=worst.short_name, ratio=ratio
    )
