"""Forms handed out: whose, for which period, in which format."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.cut import found
from data_access.records.data import DataPage, FormChoice
from layouts import links
from layouts.components import Content, icon, link, section
from layouts.frame import Frame
from layouts.native import field, form
from layouts.texts import _, fmt_date

Choice = tuple[str, str]
#: More plans than that are better chosen by name in the filter bar.
MOST_NAMED = 12


def forms_section(data: DataPage, frame: Frame) -> Component:
    """Return the forms of the one plan in view, or the way to choose one of several."""
    if data.form is None:
        return section(_("Hand out forms"), *_choose_plan(data, frame), id="forms", css="no-print")
    note = _("A workbook with the measures filled in, with lists, locked columns and instructions.")
    return section(_("Hand out forms"), *_forms(data.form), note=note, id="forms", css="no-print")


def _choose_plan(data: DataPage, frame: Frame) -> list[Content]:
    parts: list[Content] = [html.P(_("Choose one plan: forms are made for each by itself."))]
    if found(data.plans) <= MOST_NAMED:
        items = [
            html.Li(link(one.short_title, links.href("data", frame.filters, plan=one.id)))
            for one in data.plans
        ]
        parts.append(html.Ul(items, className="plain-list"))
    return parts


def _forms(choice: FormChoice) -> list[Content]:
    hidden = field("hidden", "plan", value=str(choice.plan.id))
    reports = form(
        links.form_href("reports", "xlsx"),
        hidden,
        *_reports_fields(choice),
        _buttons("reports", _("Report form")),
        method="GET",
        css="handout",
    )
    if not choice.has_indicators:
        return [reports]
    indicators = form(
        links.form_href("indicators", "xlsx"),
        hidden,
        _buttons("indicators", _("Form of the indicators")),
        method="GET",
        css="handout",
    )
    return [reports, indicators]


def _reports_fields(choice: FormChoice) -> list[Component]:
    executors = [(str(one.id), one.short_name) for one in choice.executors]
    fields = [_select("executor", _("Executor"), _("All executors"), executors)]
    if choice.periods:
        periods = [
            (str(one.id), _("%(period)s, due %(day)s", period=one.name, day=fmt_date(due)))
            for one, due in choice.periods
        ]
        fields.append(_select("period", _("Reporting period"), _("The one due next"), periods))
    return fields


def _select(name: str, label: str, none: str, choices: Sequence[Choice]) -> Component:
    options = [html.Option(none, value="")]
    options += [html.Option(text, value=value) for value, text in choices]
    select = html.Select(options, name=name, className="pick")
    return html.Label([html.Span(label, className="control__label"), select], className="labelled")


def _buttons(kind: str, label: str) -> Component:
    """Return a button for each format; the first one is what Enter sends."""
    excel = html.Button(
        [icon("download"), f"{label}, Excel"], type="submit", className="btn btn-outline-primary"
    )
    csv = html.Button(
        "CSV",
        type="submit",
        className="btn btn-outline-secondary",
        formAction=links.form_href(kind, "csv"),
    )
    return html.Div([excel, csv], className="handout__buttons")
