"""The head of an act that was read, as it will be saved, and the way to change it."""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import PlanDraft
from data_access.records.reading import ActReading
from layouts import data_ids as ids
from layouts.components import Content, disclosure, facts, section
from layouts.data_draft_forms import COMPLETION, DAY_OFF, FREQUENCIES
from layouts.data_fields import Place, edit_button
from layouts.difference_words import field_value, kept_words
from layouts.tables import Column, table
from layouts.texts import NONE, _, fmt_date, ngettext


def act_section(draft: PlanDraft) -> Component:
    """Return the head of the act with its periods."""
    block = html.Div(act(draft), id=ids.block(draft.head.id, "plan", ""))
    return section(_("The act and the plan"), block, id="draft-act")


def act(draft: PlanDraft) -> list[Content]:
    """Return the fields of the plan, each as it will be saved."""
    place = Place(draft.head.id, "plan", "")
    return [
        facts(_facts(draft)),
        _periods(draft),
        html.Div(edit_button(place, _("Change"), _("Change the act and the plan"))),
    ]


def _facts(draft: PlanDraft) -> list[tuple[str, Content]]:
    plan, settings = draft.reading.plan, draft.reading.settings
    term = _term(plan)
    kept = draft.difference.kept_field("period_start") if draft.difference else None
    now = _days(kept.value, plan.period_end) if kept and kept.said is not None else term
    return [
        (_("Title of the plan"), plan.title or _missing()),
        *_acts(draft),
        (_("Term"), stays(draft, "period_start", term, now)),
        (_("Controlled by (post)"), stays(draft, "controller", plan.controller or NONE)),
        (_("Collects reports"), stays(draft, "coordinator", plan.coordinator or NONE)),
        (_("Reports are due"), _reports(draft)),
        (_("A measure is done"), stays(draft, "completion_rule",
                                       _(COMPLETION[settings.completion_rule]))),
        (_("A deadline on a day off is"), stays(draft, "day_off_rule",
                                                _(DAY_OFF[settings.day_off_rule]))),
    ]  # fmt: skip


def _acts(draft: PlanDraft) -> list[tuple[str, Content]]:
    """Return the act; an amending one stands beside that of the plan, which stays."""
    plan, target = draft.reading.plan, draft.target
    is_other = draft.difference is not None and draft.difference.kept_field("act_number")
    if not is_other or target.plan is None:
        return [(_("Act"), _act(plan))]
    return [(_("Amending act"), _act(plan)), (_("Act of the plan"), target.plan.act or NONE)]


def stays(draft: PlanDraft, field: str, said: Content, now: Content = None) -> Content:
    """Return what an act says of a field, or that it says nothing and what stays."""
    kept = draft.difference.kept_field(field) if draft.difference else None
    if kept is None:
        return said
    value = now or field_value(kept.value, field)
    words = html.Span(kept_words(kept), className="muted")
    return html.Span([words, value])


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
    return _days(plan.period_start, plan.period_end)


def _days(first: object, last: object) -> str:
    return f"{field_value(first)} – {field_value(last)}"


def _reports(draft: PlanDraft) -> Content:
    kept = {one.field: one.value for one in draft.difference.kept} if draft.difference else {}
    if "reporting_frequency" not in kept:
        return _duty(draft.reading.plan.reporting)
    rule = {name: kept[f"reporting_{name}"] for name in ("frequency", "due_day", "text")}
    words = html.Span(_("not said in the act, stays: "), className="muted")
    return [words, *_duty(rule)]


def _duty(rule: Mapping[str, Any]) -> list[Content]:
    words = _(FREQUENCIES.get(str(rule.get("frequency", "none")), FREQUENCIES["none"]))
    if day := rule.get("due_day"):
        words += ", " + _("by day %(day)s of the next month", day=day)
    if dates := rule.get("due_dates"):
        words += ": " + ", ".join(fmt_date(one) for one in dates)
    text = rule.get("text")
    return [html.Span(words), html.Div(str(text), className="muted small") if text else None]


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
