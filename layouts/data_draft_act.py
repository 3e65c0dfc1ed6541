"""The head of an act that was read, as it will be saved, and the way to change it."""

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import PlanDraft
from data_access.records.reading import ActReading
from layouts import data_ids as ids
from layouts.components import Content, disclosure, facts, section
from layouts.data_draft_forms import COMPLETION, DAY_OFF, FREQUENCIES
from layouts.data_fields import Place, edit_button
from layouts.tables import Column, table
from layouts.texts import NONE, _, fmt_date, ngettext


def act_section(draft: PlanDraft) -> Component:
    """Return the head of the act with its periods."""
    block = html.Div(act(draft), id=ids.block(draft.head.id, "plan", ""))
    return section(_("The act and the plan"), block, id="draft-act")


def act(draft: PlanDraft) -> list[Content]:
    """Return the fields of the plan, each as it will be saved."""
    plan, settings = draft.reading.plan, draft.reading.settings
    place = Place(draft.head.id, "plan", "")
    shown = facts(
        [
            (_("Title of the plan"), plan.title or _missing()),
            (_("Act"), _act(plan)),
            (_("Term"), _term(plan)),
            (_("Controlled by (post)"), plan.controller or NONE),
            (_("Collects reports"), plan.coordinator or NONE),
            (_("Reports are due"), _reports(plan)),
            (_("A measure is done"), _(COMPLETION[settings.completion_rule])),
            (_("A deadline on a day off is"), _(DAY_OFF[settings.day_off_rule])),
        ]
    )
    return [
        shown,
        _periods(draft),
        html.Div(edit_button(place, _("Change"), _("Change the act and the plan"))),
    ]


def _missing() -> Component:
    return html.Span(_("not found: give it"), className="late")


def _act(plan: ActReading) -> Content:
    parts = [
        plan.kind,
        _("of %(date)s", date=fmt_date(plan.act_date)) if plan.act_date else "",
        _("No. %(number)s", number=plan.number) if plan.number else "",
    ]
    return " ".join(part for part in parts if part) or NONE


def _term(plan: ActReading) -> Content:
    if plan.period_start is None or plan.period_end is None:
        return _missing()
    return f"{fmt_date(plan.period_start)} – {fmt_date(plan.period_end)}"


def _reports(plan: ActReading) -> Content:
    rule = plan.reporting
    words = _(FREQUENCIES.get(str(rule.get("frequency", "none")), FREQUENCIES["none"]))
    if day := rule.get("due_day"):
        words += ", " + _("by day %(day)s of the next month", day=day)
    if dates := rule.get("due_dates"):
        words += ": " + ", ".join(fmt_date(one) for one in dates)
    text = rule.get("text")
    return [html.Div(words), html.Div(str(text), className="muted small") if text else None]


def _periods(draft: PlanDraft) -> Component | None:
    if not draft.periods:
        return None
    cols = [
        Column(_("Reporting period"), "text", small="main", is_header=True),
        Column(_("From"), "date", small="sub"),
        Column(_("To"), "date", small="sub"),
        Column(_("Report is due"), "date", small="side"),
    ]
    rows = [
        [one.label, fmt_date(one.starts_on), fmt_date(one.ends_on), fmt_date(one.due_on)]
        for one in draft.periods
    ]
    count = len(draft.periods)
    title = ngettext("%(n)s report is to be handed in", "%(n)s reports are to be handed in", count)
    return disclosure(title, table(_("Reporting periods"), cols, rows))
