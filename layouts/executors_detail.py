"""The page of one executor: what is assigned to it, how it stands, what it reported."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.common import Ratio, Totals
from data_access.records.executors import ExecutorDetail
from layouts import components, links, wording
from layouts.components import Content, export_links, headline, icon, key_figure, link
from layouts.discipline import ID, discipline_section, ratio_words
from layouts.executors_assignments import assignments_section
from layouts.executors_former import former_section
from layouts.executors_missing import missing_section
from layouts.executors_reports import history_section
from layouts.executors_timeline import timeline_section
from layouts.frame import Frame
from layouts.sentences import late_words
from layouts.texts import NONE, _, fmt_days, fmt_number, fmt_percent, fmt_ratio, ngettext


def detail(data: ExecutorDetail, frame: Frame) -> Component:
    """Return the page of one executor; every status on it is the executor's own."""
    own = replace(frame.filters, executor=data.executor.id)
    return components.page(
        headline(finding(data), _identity(data), over=_crumbs(data, frame)),
        _figures(data, links.href("executor", frame.filters, id=data.executor.id)),
        _forms(data, frame),
        assignments_section(data, frame, export_links("assignments", own)),
        timeline_section(data, frame),
        discipline_section(
            ratio_words(data.totals.discipline),
            data.due_points,
            data.plans,
            frame.filters,
            executor=data.executor.id,
        ),
        missing_section(data, frame),
        former_section(data, frame),
        history_section(data, frame, export_links("reports", own)),
        css="executor",
    )


def _forms(data: ExecutorDetail, frame: Frame) -> Component:
    """Return the report form of each plan, filled in with what the executor has to do there."""
    several = len(data.plans) > 1
    files = [
        html.A(
            [icon("download"), _form_words(plan.short_title if several else "")],
            href=links.form_href(
                "reports",
                "xlsx",
                plan=plan.id,
                executor=data.executor.id,
                as_of=frame.filters.as_of,
            ),
        )
        for plan in data.plans
    ]
    return html.Div(files, className="executor__forms no-print")


def _form_words(plan: str) -> str:
    if not plan:
        return _("Report form of this executor (Excel)")
    return _("Report form: %(plan)s (Excel)", plan=plan)


def finding(data: ExecutorDetail) -> str:
    """Return the headline: assigned, done, overdue and how long, discipline, missing reports."""
    totals = data.totals
    words = wording.clauses(
        _assigned_words(totals),
        late_words(totals),
        _discipline_words(totals.discipline),
        _missing_words(totals.missing_reports),
    )
    return f"{data.executor.short_name}: {wording.continued(wording.dated(data.plans, words))}."


def _assigned_words(totals: Totals) -> str:
    assigned = ngettext("%(n)s measure assigned", "%(n)s measures assigned", totals.all)
    return f"{assigned}, " + _("%(done)s done", done=fmt_number(totals.done))


def _discipline_words(ratio: Ratio) -> str:
    if not ratio.whole:
        return _("no control date has passed yet")
    return _("execution discipline %(ratio)s", ratio=fmt_ratio(ratio))


def _missing_words(count: int) -> str:
    if not count:
        return ""
    return ngettext("%(n)s report is missing", "%(n)s reports are missing", count)


def _crumbs(data: ExecutorDetail, frame: Frame) -> Component:
    """Return the way back to the list, with the territory."""
    back = link(_("Executors"), links.href("executors", frame.filters))
    here = html.Span(data.territory.short_name)
    return html.Nav([back, here], className="crumbs", **{"aria-label": _("Where this page is")})


def _identity(data: ExecutorDetail) -> Content:
    """Return the full name, its marks, and how else the documents write it."""
    full = html.Span(data.executor.name, className="executor__name")
    marks: list[Component] = []
    if data.is_group:
        marks.append(
            html.Span([icon("people-fill"), _("a group of organisations")], className="tag")
        )
    if any(row.by_agreement for row in data.assignments):
        marks.append(html.Span(_by_agreement(data), className="tag"))
    others = [
        name for name in data.aliases if name not in (data.executor.name, data.executor.short_name)
    ]
    if others:
        text = _("also written: %(names)s", names="; ".join(others))
        marks.append(html.Span(text, className="muted small"))
    return [html.Div(full), html.Div(marks, className="executor__marks") if marks else None]


def _by_agreement(data: ExecutorDetail) -> str:
    count = sum(row.by_agreement for row in data.assignments)
    if count == len(data.assignments):
        return _("by agreement: not subordinate to the administration")
    return _("by agreement: %(n)s", n=fmt_number(count))


def _figures(data: ExecutorDetail, here: str) -> Component:
    """Return the key figures, each with its base, each leading to its list on this page."""
    assigned = f"{here}#assignments"
    totals = data.totals
    worst = fmt_days(totals.worst_days) if totals.worst_days else ""
    return components.key_figures(
        key_figure(_("Assigned"), fmt_number(totals.all), note=_roles(data), href=assigned),
        components.key_ratio(_("Done"), totals.execution, href=assigned),
        key_figure(
            _("Overdue"),
            fmt_number(totals.overdue),
            note=_("the longest: %(days)s", days=worst) if worst else _("nothing is overdue"),
            href=assigned,
            tone="bad" if totals.overdue else "",
        ),
        components.key_ratio(
            _("Discipline by assignments"),
            totals.discipline,
            none=_("no control date has passed yet"),
            href=f"{here}#{ID}",
        ),
        _reports_figure(totals, f"{here}#missing-list"),
    )


def _reports_figure(totals: Totals, href: str) -> Component:
    """Return reports in time, with what is missing where something is."""
    ratio = totals.reports
    if ratio is None or not ratio.whole:
        none = _("not set") if ratio is None else _("none was due yet")
        return key_figure(_("Reports on time"), NONE, note=none)
    note = fmt_percent(ratio.share)
    if totals.missing_reports:
        note += ", " + _("missing: %(n)s", n=fmt_number(totals.missing_reports))
    base = _("of %(whole)s", whole=fmt_number(ratio.whole))
    number = fmt_number(ratio.part)
    return key_figure(_("Reports on time"), number, base=base, note=note, href=href)


def _roles(data: ExecutorDetail) -> str:
    lead = sum(row.role == "lead" for row in data.assignments)
    return _(
        "lead in %(lead)s, co-executor in %(co)s",
        lead=fmt_number(lead),
        co=fmt_number(len(data.assignments) - lead),
    )
