"""The page of one measure: how it stands, why, by whom, and how it came to be."""

from dash import html
from dash.development.base_component import Component

from data_access.records.measures import MeasureDetail, MeasureRow
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import cells, components, links, status_view
from layouts import measure_detail_parts as parts
from layouts.components import columns, headline, link
from layouts.frame import Frame
from layouts.measure_detail_history import history
from layouts.measure_detail_spans import over_time
from layouts.measure_detail_why import why
from layouts.texts import _, fmt_date, fmt_date_long, fmt_days
from layouts.wording import clauses


def detail(data: MeasureDetail, frame: Frame) -> Component:
    """Return the page of one measure."""
    row, filters = data.row, frame.filters
    return components.page(
        headline(
            [html.Span(row.number, className="code m-number"), " ", row.short_title],
            _standing(row),
            over=_crumbs(row, filters),
        ),
        why(data, filters),
        over_time(data),
        columns(
            html.Div([parts.document(data), parts.points(data)]),
            html.Div(
                [
                    parts.executors(row.executors, filters),
                    parts.findings(data.findings),
                    parts.practices(data, filters),
                ]
            ),
            css="cols--wide",
        ),
        history(data, filters),
        css="measure",
    )


def _crumbs(row: MeasureRow, filters: Filters) -> Component:
    """Return the way here: register, plan, section."""
    plan = links.href("measures", links.context(filters), plan=row.plan.id)
    section = _("Section %(number)s. %(name)s", number=row.section_number, name=row.section.name)
    return html.Nav(
        [
            link(_("Measures"), links.href("measures", links.context(filters))),
            link(row.plan.short_title, plan),
            link(section, links.href("section", filters, id=row.section.id)),
        ],
        className="crumbs",
        **{"aria-label": _("Where this page is")},
    )


def _standing(row: MeasureRow) -> Component:
    """Return the finding: the status, for how long, by when; the flags after it."""
    sentence = _("On %(date)s: %(finding)s", date=fmt_date_long(row.as_of), finding=finding(row))
    marks = [html.Span(text, className="flag") for text in cells.flags(row)]
    badge = status_view.badge(row.status)
    return html.Div([badge, html.Span(sentence), *marks], className="m-standing")


def finding(row: MeasureRow) -> str:
    """Return how the measure stands, in words ("опоздание 41 день; срок 31.08.2021")."""
    if row.due_on is None:
        return _("there is no control date") + "."
    due = _("due %(date)s", date=fmt_date(row.due_on))
    if row.is_extended:
        due = _("%(due)s (extended, was %(date)s)", due=due, date=fmt_date(row.original_due_on))
    return clauses(_delay(row), due) + "."


def _delay(row: MeasureRow) -> str:
    """Return the delay, when it was done, or the days that are left; "" for none of these."""
    done = _("done on %(date)s", date=fmt_date(row.completed_on)) if row.completed_on else ""
    if row.days_overdue is not None:
        return clauses(done, _("late by %(days)s", days=fmt_days(row.days_overdue)))
    if done:
        return done
    left = (row.due_on - row.as_of).days if row.due_on else 0
    is_open = row.status in (Status.IN_PROGRESS, Status.RETURNED, Status.NOT_DUE)
    return _("%(days)s left", days=fmt_days(left)) if is_open and left > 0 else ""
