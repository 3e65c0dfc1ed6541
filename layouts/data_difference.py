"""What saving a draft would change in the plan that it amends."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.difference import (
    Difference,
    FieldChange,
    FieldKept,
    MeasureChange,
    NameChange,
    PointChange,
)
from data_access.records.drafts import PlanDraft
from layouts.components import Content, disclosure, icon
from layouts.data_draft_forms import COMPLETION, DAY_OFF, FREQUENCIES
from layouts.data_schedule import KINDS
from layouts.draft_texts import field_text
from layouts.texts import N_, NONE, _, fmt_date, fmt_number

FATES = {
    "added": N_("new"),
    "removed": N_("removed"),
    "restored": N_("restored"),
    "changed": N_("changed (row)"),
    "extended": N_("extended"),
    "relabelled": N_("renamed"),
}
#: The words of what is stored as a code, by the field.
CODES = {
    "schedule_kind": KINDS,
    "kind": KINDS,
    "reporting_frequency": FREQUENCIES,
    "completion_rule": COMPLETION,
    "day_off_rule": DAY_OFF,
    "role": {"lead": N_("lead executor"), "co": N_("co-executor")},
}
#: Fields of the plan on which an act is expected to say something.
TOLD = frozenset(
    {"controller", "coordinator", "period_start", "period_end"}
    | {"reporting_frequency", "reporting_due_day", "reporting_text"}
)
#: What becomes of the row of a control point that the act no longer names.
LEFT = {
    "stays": N_("kept with what was reported, taken off control from the act on"),
    "deleted": N_("deleted, nothing hangs on it"),
}
SILENT = ("unchanged", "absent")
#: Measures that go or come, named one by one; the rest stands under the fold.
NAMED = 8


def difference(draft: PlanDraft) -> Component | None:
    """Return the difference in a sentence, with every change under a fold; None for a new plan."""
    found = draft.difference
    if found is None:
        return None
    if found.is_empty:
        said = _("The saved plan says the same: nothing would change.")
        return html.P([icon("check-circle", "st-done"), html.Span(said)], className="all-clear")
    rows = [*_plan(found), *_measures(found), *_others(found)]
    return html.Div(
        [
            html.P(_in_words(found)),
            *_named(found),
            disclosure(_("Show every change"), html.Ul(rows, className="changes")),
        ]
    )


def _named(found: Difference) -> list[Component]:
    """Return by name what goes and what comes: that is looked at without opening anything."""
    groups = [
        (word, [one for one in found.measures if one.fate == fate])
        for fate, word in (
            ("removed", _("Taken off control (measures)")),
            ("added", _("Added (measures)")),
        )
    ]
    return [_group(word, changes) for word, changes in groups if changes]


def _group(word: str, changes: Sequence[MeasureChange]) -> Component:
    shown = [
        html.Li([html.Span(one.number, className="code strong"), f" {one.title}"])
        for one in changes[:NAMED]
    ]
    if rest := len(changes) - len(shown):
        shown.append(html.Li(_("and %(n)s more below", n=fmt_number(rest)), className="muted"))
    title = html.Span(f"{word}:", className="strong")
    return html.Div([title, html.Ul(shown, className="changes")], className="changes-named")


def _in_words(found: Difference) -> str:
    counts = [
        _("measures added: %(n)s", n=fmt_number(found.count("added"))),
        _("changed: %(n)s", n=fmt_number(found.count("changed"))),
        _("taken off: %(n)s", n=fmt_number(found.count("removed"))),
        _("as they were: %(n)s", n=fmt_number(found.count("unchanged"))),
    ]
    return _("Saving would change the plan. %(counts)s.", counts="; ".join(counts).capitalize())


def _plan(found: Difference) -> list[Component]:
    changed = [html.Li([_("The plan"), ": ", _field(one)]) for one in found.plan]
    return [*changed, *(html.Li(kept_text(one)) for one in found.kept if _is_told(one))]


def _is_told(one: FieldKept) -> bool:
    """Tell whether a kept field is one of which acts speak, and holds anything."""
    return one.field in TOLD and one.value not in ("", None, "none")


def kept_text(one: FieldKept) -> str:
    """Return "controller – the act does not say, stays as it was: …"."""
    value = field_value(one.value, one.field)
    return f"{field_text(one.field)} – {_('not said in the act, stays: ')}{value}"


def _measures(found: Difference) -> list[Component]:
    shown = [one for one in found.measures if one.fate not in SILENT]
    return [html.Li(_measure(one)) for one in shown]


def _measure(one: MeasureChange) -> list[Content]:
    head: list[Content] = [
        html.Span(one.number, className="code strong"),
        f" {one.title} – ",
        html.Span(_(FATES[one.fate]), className="strong"),
        _(" (has reports: they stay)") if one.has_reports and one.fate == "removed" else "",
    ]
    if one.doubt == "same":
        said = _("another title under the same number, taken for the same measure")
        head.append(html.Span(f" ({said})", className="muted"))
    if one.fate not in ("changed", "restored"):
        return head
    details: list[Content] = [*map(_field, one.changes)]
    details += [_point(it) for it in one.points if it.fate not in SILENT]
    details += [_name(it) for it in one.executors if it.fate not in SILENT]
    return [*head, html.Ul([html.Li(it) for it in details], className="changes__of")]


def _field(one: FieldChange) -> str:
    values = (field_value(it, one.field) for it in (one.old, one.new))
    return f"{field_text(one.field)}: {' → '.join(values)}"


def field_value(value: object, field: str = "") -> str:
    """Return the value of a field in words: codes, dates, yes and no."""
    if isinstance(value, str) and value in CODES.get(field, {}):
        return _(CODES[field][value])
    if field == "starts_on" and value is None:
        return _("with the plan (beginning)")
    if value is None or value == "":
        return NONE
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if hasattr(value, "year"):
        return fmt_date(value)  # type: ignore[arg-type]
    return str(value)


def _point(one: PointChange) -> str:
    """Return what becomes of a control point; what takes the place of an old one is moved."""
    old, new = fmt_date(one.old), fmt_date(one.new)
    label = f" {one.label}" if one.label else ""
    if one.fate == "removed":
        said = _(LEFT["stays" if one.stays else "deleted"])
        return f"{_('the former control date')}{label} {old}: {said}"
    if one.fate == "past":
        said = _("before the day on which the act counts, not taken over")
        return f"{_('control date')}{label} {new}: {said}"
    if one.fate == "changed":
        said = ", ".join(_field(it) for it in one.changes)
        return f"{_('control date')} {new}: {said}"
    word = _("moved earlier") if one.fate == "added" and one.old else _(FATES[one.fate])
    dates = f"{old} → {new}" if one.old and one.old != one.new else new
    return f"{_('control date')}{label}: {word}, {dates}"


def _name(one: NameChange) -> str:
    said = f"{_('executor (of a change)')}: {one.name} – {_(FATES[one.fate])}"
    return f"{said} ({', '.join(map(_field, one.changes))})" if one.changes else said


def _others(found: Difference) -> Iterable[Component]:
    kinds = (
        (_("Section"), [(one.fate, f"{one.number}. {one.title}") for one in found.sections]),
        (_("Indicator"), [(one.fate, one.name) for one in found.indicators]),
        (_("Reporting period"), [(one.fate, one.label) for one in found.periods]),
    )
    for word, changes in kinds:
        for fate, name in changes:
            if fate not in SILENT:
                yield html.Li(f"{word} {name} – {_(FATES[fate])}")
