"""The filter bar: plan, date and search, the other filters under a fold."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from data_access.records.common import Ref
from layouts import ids, status_view
from layouts.components import icon
from layouts.controls import Option, date_picker, dropdown, labelled, search
from layouts.frame import Frame
from layouts.texts import _

#: Below this number a choice is no choice.
_WORTH_A_CHOICE = 2


def filter_bar(frame: Frame) -> Component:
    """Return plan, date and search, and the other filters under a fold."""
    filters = frame.filters
    day = date_picker(ids.FILTER_AS_OF, shown_as_of(frame), placeholder=_("The plan's date"))
    find = search(ids.FILTER_Q, filters.q, placeholder=_("Search in measures"))
    return html.Div(
        [
            labelled(_("Plan"), _plans(frame), css="control--plan"),
            labelled(_("As of"), day, css="control--date"),
            labelled(_("Search"), find, css="control--search"),
            _more(frame),
        ],
        className="filters",
        role="search",
    )


def _plans(frame: Frame) -> Component:
    """Return the choice of the plan, all of them first; the only one stands for all."""
    plans: list[Option] = [(plan.id, plan.short_title) for plan in frame.choices.plans]
    name = plans[0][1] if len(plans) == 1 else _("All plans")
    return dropdown(
        ids.FILTER_PLAN,
        [("", name), *plans],
        "" if frame.filters.plan is None else frame.filters.plan,
        placeholder=_("All plans"),
        clearable=False,
    )


def shown_as_of(frame: Frame) -> date | None:
    """Return the date of the cut: the filter's, else the one that all plans in view share."""
    if frame.filters.as_of is not None:
        return frame.filters.as_of
    plans = [one for one in frame.choices.plans if frame.filters.plan in (None, one.id)]
    dates = {plan.as_of for plan in plans}
    return dates.pop() if len(dates) == 1 else None


def _more(frame: Frame) -> Component:
    """Return the filters that narrow lists, under a fold that says how many are active."""
    filters, choices = frame.filters, frame.choices
    statuses = [(one.value, status_view.name(one)) for one in status_view.SHOWN_ORDER]
    controls = [
        _of_refs(ids.FILTER_TERRITORY, _("Territory"), choices.territories, filters.territory),
        _of_refs(ids.FILTER_SECTION, _("Section"), choices.sections, filters.section),
        _of_refs(ids.FILTER_EXECUTOR, _("Executor"), choices.executors, filters.executor),
        labelled(
            _("Status"),
            dropdown(
                ids.FILTER_STATUS,
                statuses,
                [one.value for one in filters.statuses],
                placeholder=_("Any"),
                multi=True,
            ),
        ),
        labelled(
            _("Changes since"),
            date_picker(ids.FILTER_SINCE, filters.since, placeholder=_("DD.MM.YYYY")),
            css="control--date",
        ),
    ]
    summary = html.Summary([icon("sliders"), html.Span(_("Filters"))], className="tool")
    return html.Details(
        [summary, html.Div(controls, className="filters__list")], className="filters__more"
    )


def _of_refs(id: str, label: str, refs: Sequence[Ref], value: int | None) -> Component:
    """Return a labelled dropdown of references; hidden where there is nothing to choose."""
    options: list[Option] = [(ref.id, ref.short_name) for ref in refs]
    control = dropdown(id, options, value, placeholder=_("Any"))
    css = "" if len(refs) >= _WORTH_A_CHOICE or value is not None else "d-none"
    return labelled(label, control, css=css)
