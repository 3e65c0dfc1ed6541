"""What saving a draft would change in the plan that it amends."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from data_access.records.difference import (
    Difference,
    FieldKept,
    IndicatorChange,
    MeasureChange,
    PointChange,
)
from data_access.records.drafts import PlanDraft
from layouts import difference_words as words
from layouts.components import Content, disclosure, icon
from layouts.data_joining import coming_and_going
from layouts.texts import _, fmt_number

#: Fields of the plan on which an act is expected to say something.
TOLD = frozenset(
    {"controller", "coordinator", "period_start", "period_end"}
    | {"reporting_frequency", "reporting_due_day", "reporting_text"}
)
SILENT = ("unchanged", "absent")


def difference(draft: PlanDraft) -> Component | None:
    """Return the difference in a sentence, with every change under a fold; None for a new plan."""
    found = draft.difference
    if found is None:
        return None
    if found.is_empty:
        return html.Div([_nothing_new(), *_stays(found)])
    rows = [*_plan(found), *_measures(found), *_indicators(found), *_others(found)]
    return html.Div(
        [
            html.P(_in_words(found)),
            *coming_and_going(found, draft.head.id),
            disclosure(_("Show every change"), html.Ul(rows, className="changes")),
        ]
    )


def _nothing_new() -> Component:
    said = _("The saved plan says the same: nothing would change.")
    return html.P([icon("check-circle", "st-done"), html.Span(said)], className="all-clear")


def _stays(found: Difference) -> list[Component]:
    """Return what stands otherwise than the act says, although nothing would change."""
    rows = [*_measures(found), *_indicators(found)]
    return [html.Ul(rows, className="changes")] if rows else []


def _in_words(found: Difference) -> str:
    counts = [
        _("measures added: %(n)s", n=fmt_number(found.count("added"))),
        _("changed: %(n)s", n=fmt_number(found.count("changed"))),
        _("taken off: %(n)s", n=fmt_number(found.count("removed"))),
        _("as they were: %(n)s", n=fmt_number(found.count("unchanged"))),
    ]
    if found.count("restored"):
        counts.insert(3, _("restored: %(n)s", n=fmt_number(found.count("restored"))))
    return _("Saving would change the plan. %(counts)s.", counts="; ".join(counts).capitalize())


def _plan(found: Difference) -> list[Component]:
    changed = [html.Li([_("The plan"), ": ", words.changed_field(one)]) for one in found.plan]
    return [*changed, *(html.Li(words.kept_text(one)) for one in found.kept if _is_told(one))]


def _is_told(one: FieldKept) -> bool:
    """Tell whether a kept field is one of which acts speak, and holds anything."""
    return one.field in TOLD and one.value not in ("", None, "none")


def _measures(found: Difference) -> list[Component]:
    shown = [one for one in found.measures if one.fate not in SILENT or _owed(one)]
    return [html.Li(_measure(one)) for one in shown]


def _owed(one: MeasureChange) -> list[PointChange]:
    """Return the dates before the act that it leaves out and that stay owed."""
    return [it for it in one.points if it.fate == "owed"]


def _measure(one: MeasureChange) -> list[Content]:
    head: list[Content] = [
        html.Span(one.number, className="code strong"),
        f" {one.title} – ",
        html.Span(_(words.FATES[one.fate]), className="strong"),
        _(" (has reports: they stay)") if one.has_reports and one.fate == "removed" else "",
    ]
    if one.doubt == "same":
        said = _("another title under the same number, taken for the same measure")
        head.append(html.Span(f" ({said})", className="muted"))
    if one.fate not in ("changed", "restored", "unchanged"):
        return head
    details: list[Content] = [*map(words.changed_field, one.changes)]
    details += [words.point(it) for it in one.points if it.fate not in SILENT]
    details += [words.executor(it) for it in one.executors if it.fate not in SILENT]
    return [*head, html.Ul([html.Li(it) for it in details], className="changes__of")]


def _indicators(found: Difference) -> list[Component]:
    shown = [one for one in found.indicators if one.fate not in SILENT or one.kept]
    return [html.Li(_indicator(one)) for one in shown]


def _indicator(one: IndicatorChange) -> list[Content]:
    fate = html.Span(_(words.FATES[one.fate]), className="strong")
    details = html.Ul([html.Li(it) for it in words.indicator(one)], className="changes__of")
    return [f"{_('Indicator')} {one.name} – ", fate, details]


def _others(found: Difference) -> Iterable[Component]:
    kinds = (
        (_("Section"), [(one.fate, f"{one.number}. {one.title}") for one in found.sections]),
        (_("Reporting period"), [(one.fate, one.label) for one in found.periods]),
    )
    for word, changes in kinds:
        for fate, name in changes:
            if fate not in SILENT:
                yield html.Li(f"{word} {name} – {_(words.FATES[fate])}")
