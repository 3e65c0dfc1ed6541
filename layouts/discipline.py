"""The list behind the execution discipline: the control points that it counts."""

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef, Ratio
from data_access.records.cut import Cut, found
from data_access.records.executors import DuePoint
from data_access.records.status import FINISHED, Status
from data_access.records.view import Filters
from layouts import cells, links, status_view
from layouts.components import Content, disclosure, export_links, section
from layouts.tables import Column, Row, table
from layouts.texts import NONE, _, fmt_date, fmt_number, fmt_parts, fmt_percent, ngettext
from layouts.wording import places

ID = "discipline"
#: So many rows stand open; further ones are under a fold.
SHOWN = 20


def href(filters: Filters, *, executor: int | None = None) -> str:
    """Return the address of the list: of everything by the filters, or of one executor."""
    if executor is None:
        return f"{links.href('executors', filters)}#{ID}"
    return f"{links.href('executor', filters, id=executor)}#{ID}"


def discipline_section(
    title: str,
    points: Sequence[DuePoint],
    plans: Sequence[PlanRef],
    filters: Filters,
    *,
    executor: int | None = None,
) -> Component:
    """Return the points that count: what was missed first, then what was late, then the rest.

    Of one executor they are those that it ended itself.
    """
    return section(
        title,
        *_list(points, plans, filters),
        note=_note(points),
        actions=_exports(filters, executor) if found(points) else None,
        id=ID,
    )


def _exports(filters: Filters, executor: int | None) -> Component:
    if executor is None:
        return export_links("discipline", filters)
    return export_links("own_discipline", replace(filters, executor=executor))


def ratio_words(ratio: Ratio) -> str:
    """Return the title: how many control points were done on time, of how many that were due."""
    if not ratio.whole:
        return _("Execution discipline: no control point was due yet")
    return ngettext(
        "Execution discipline: %(part)s control point done on time (%(share)s)",
        "Execution discipline: %(part)s control points done on time (%(share)s)",
        ratio.whole,
        part=fmt_parts(ratio),
        share=fmt_percent(ratio.share),
    )


def missed_first(points: Sequence[DuePoint]) -> list[DuePoint]:
    """Return the points not done, then those done late, then those done on time, by date."""
    return sorted(points, key=lambda one: (_rank(one.status), one.due_on))


def _rank(status: Status) -> int:
    if status is Status.DONE:
        return 2
    return 1 if status in FINISHED else 0


def _note(points: Sequence[DuePoint]) -> str:
    """Return what is counted, and how the points ended."""
    rule = _("Counted are points whose date has passed, and those done early; removed ones not.")
    if isinstance(points, Cut) or not points:
        return rule
    number = [sum(_rank(one.status) == rank for one in points) for rank in range(3)]
    said = _(
        "On time %(done)s, late %(late)s, not finished %(missed)s.",
        done=fmt_number(number[2]),
        late=fmt_number(number[1]),
        missed=fmt_number(number[0]),
    )
    return f"{said} {rule}"


def _list(points: Sequence[DuePoint], plans: Sequence[PlanRef], filters: Filters) -> list[Content]:
    if isinstance(points, Cut):
        text = _("Too many to be listed here: choose a region, a territory or a plan.")
        return [html.P(text, className="muted")] if points.found else []
    if not points:
        return []
    of_plan = places(plans)
    rows = [_row(one, of_plan.of(one.plan), filters) for one in missed_first(points)]
    rest = rows[SHOWN:]
    more = ngettext("and %(n)s more", "and %(n)s more", len(rest))
    return [_table(rows[:SHOWN]), disclosure(more, _table(rest)) if rest else None]


def _table(rows: Sequence[Row]) -> Component:
    cols = [
        Column(_("Control date"), "date", small="side"),
        Column(_("No."), "code", small="lead"),
        Column(_("Measure"), "title", small="main", is_header=True),
        Column(_("Control point"), "text", small="hide"),
        Column(_("Done on"), "date", small="hide"),
        Column(_("Status"), "status", small="sub"),
    ]
    return table(_("Control points that were due, missed ones first"), cols, rows, css="t--due")


def _row(one: DuePoint, place: str, filters: Filters) -> Row:
    done = fmt_date(one.completed_on) if one.status in FINISHED else NONE
    return Row(
        [
            html.Span(fmt_date(one.due_on), className="nowrap"),
            html.Span(one.measure_number, className="code"),
            cells.placed(cells.measure_ref(one.measure, filters), place),
            one.label,
            html.Span(done, className="nowrap"),
            status_view.badge(one.status),
        ]
    )
