"""What stands in the cells of tables about measures: number, title, executors, dates, delays."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.common import Ref
from data_access.records.measures import ExecutorMark, MeasureRow
from data_access.records.status import RUNNING_LATE
from data_access.records.view import Filters
from layouts import elements as html
from layouts import links, status_view
from layouts.components import link
from layouts.matches import beyond_short
from layouts.texts import NONE, _, fmt_date, fmt_days, ngettext


def measure_code(row: MeasureRow) -> Component:
    """Return the number of a measure ("2.3"), never wrapped."""
    return html.Span(row.number, className="code")


def measure_title(row: MeasureRow, filters: Filters) -> Component:
    """Return the short title as a link to the measure, the full one on hover."""
    return measure_ref(Ref(row.id, row.title, row.short_title), filters)


def measure_ref(measure: Ref, filters: Filters) -> Component:
    """Return a link to a measure known by its reference alone: lists show the short title.

    Where a search found its words in the full title alone, they stand below it, marked.
    """
    text = html.Span(measure.short_name, className="clamp")
    href = links.href("measure", filters, id=measure.id)
    shown = link(text, href, css="title-link", title=measure.name)
    pieces = beyond_short(measure.name, measure.short_name, filters)
    if not pieces:
        return shown
    words = [html.Mark(text) if is_found else text for text, is_found in pieces]
    return html.Div([shown, html.Span(words, className="clamp muted small", title=measure.name)])


def placed(cell: Component, place: str) -> Component:
    """Return a cell with the place that its row belongs to below it; as it is for no place."""
    if not place:
        return cell
    return html.Div([cell, html.Span(place, className="muted small cell-note")])


def executor(one: ExecutorMark | Ref | None, filters: Filters) -> Component:
    """Return an executor's short name as a link to its page; a dash for None."""
    if one is None:
        return html.Span(NONE)
    text = html.Span(one.short_name, className="clamp")
    return link(text, links.href("executor", filters, id=one.id), title=one.name)


def executors(marks: Sequence[ExecutorMark], filters: Filters, *, limit: int = 1) -> Component:
    """Return the first executors as links, then "и ещё 2" with the other names on hover."""
    shown: list[Component] = [executor(one, filters) for one in marks[:limit]]
    rest = marks[limit:]
    if rest:
        more = ngettext("and %(n)s more", "and %(n)s more", len(rest))
        names = "; ".join(one.name for one in rest)
        shown.append(html.Span(more, className="muted nowrap", title=names))
    return html.Span(shown or NONE, className="names")


def by_agreement(mark: ExecutorMark) -> Component | None:
    """Return "(по согласованию)" for an executor that is not subordinate, else None."""
    return html.Span(_("(by agreement)"), className="muted") if mark.by_agreement else None


def due(row: MeasureRow) -> Component:
    """Return the control date; an extended one with the original date beside it, struck."""
    parts: list[Component] = [html.Span(fmt_date(row.due_on), className="nowrap")]
    if row.is_extended:
        old = html.Del(fmt_date(row.original_due_on), title=_("Original due date"))
        parts.append(html.Span(old, className="was"))
    return html.Span(parts, className="due")


def days_late(row: MeasureRow) -> Component:
    """Return "41 день", strong while the delay runs; a dash for no delay."""
    if row.days_overdue is None:
        return html.Span(NONE, className="muted")
    running = row.status in RUNNING_LATE
    return html.Span(fmt_days(row.days_overdue), className="late" if running else "late late--past")


def status(row: MeasureRow) -> Component:
    """Return the status with its flags: progress "3 из 8", due soon, no information."""
    notes = [html.Span(text, className="flag") for text in flags(row)]
    return html.Span([status_view.badge(row.status), *notes], className="status-cell")


def flags(row: MeasureRow) -> list[str]:
    """Return the words beside a status: points done of several, due soon, no information."""
    found = []
    if row.points_total > 1:
        done, total = row.points_done, row.points_total
        found.append(_("points: %(done)s of %(total)s", done=done, total=total))
    if row.is_due_soon:
        found.append(_("due soon"))
    if row.no_information:
        found.append(_("no information"))
    return found
