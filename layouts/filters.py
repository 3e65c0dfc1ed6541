"""The filter bar: plan, date and search, the other filters under a fold.

Every control stands on every page, for the script that writes the address reads all of them;
one that a page does not honour is hidden while it is not set.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from data_access.records.common import Ref
from layouts import ids, links, pages, status_view
from layouts.components import icon
from layouts.controls import Option, date_picker, dropdown, labelled, script_words, search
from layouts.filter_names import label
from layouts.frame import Frame
from layouts.texts import _

#: Below this number a choice is no choice.
_WORTH_A_CHOICE = 2
#: Field of `Filters` → where `Choices` has what it can be.
_REFS = {"territory": "territories", "section": "sections", "executor": "executors"}
_MORE = ("section", "executor", "statuses", "since")


def filter_bar(frame: Frame) -> Component:
    """Return plan, date and search, and the other filters under a fold."""
    filters = frame.filters
    day = date_picker(ids.FILTER_AS_OF, shown_as_of(frame), placeholder=_("The plan's date"))
    find = search(ids.FILTER_Q, filters.q, placeholder=_("Search in measures"))
    return html.Div(
        [
            dcc.Store(id=ids.FILTERS, data=bar_state(frame)),
            dcc.Store(id=ids.TERRITORY_WORDS),
            _where(frame, is_first=True),
            _control(frame, "as_of", day, "control--date"),
            _control(frame, "q", find, "control--search"),
            _more(frame),
        ],
        className="filters",
        role="search",
        **{"data-words": json.dumps(script_words(), ensure_ascii=False)},
    )


def bar_state(frame: Frame) -> dict[str, Any]:
    """Return what `assets/filters.js` goes by when a control changes.

    `address`: each name of the query string with its text, "" for what is not filtered; `shown`:
    what the controls show, where that differs (a date that is not chosen); `list`: where a page
    of one thing leads to when another plan or territory is chosen; `looks_up`: what is typed into
    the choice of the territory is looked up by the server.
    """
    day = shown_as_of(frame)
    return {
        "address": links.values(frame.filters),
        "shown": {"as_of": day.isoformat() if day else ""},
        "list": pages.list_path(frame.path),
        "looks_up": frame.choices.is_wide,
    }


def shown_as_of(frame: Frame) -> date | None:
    """Return the date of the cut: the filter's, else the one that all plans in view share."""
    if frame.filters.as_of is not None:
        return frame.filters.as_of
    dates = {plan.as_of for plan in frame.choices.in_view}
    return dates.pop() if len(dates) == 1 else None


def _control(frame: Frame, field: str, control: Component, css: str = "") -> Component:
    """Return a labelled control; hidden where the page does not honour it and it is not set."""
    hidden = "" if _is_shown(frame, field) else "d-none"
    return labelled(label(field), control, css=f"{css} {hidden}".strip())


def _is_shown(frame: Frame, field: str) -> bool:
    """Tell whether a control is set, or can change what the page shows."""
    if field in pages.set_fields(frame.filters):
        return True
    is_choice = field not in _REFS or len(_refs(frame, field)) >= _WORTH_A_CHOICE
    if field == "plan" and frame.choices.is_wide:
        is_choice = len(frame.choices.plans) >= _WORTH_A_CHOICE
    return is_choice and pages.honours(frame.path, field)


def _refs(frame: Frame, field: str) -> Sequence[Ref]:
    refs: Sequence[Ref] = getattr(frame.choices, _REFS[field])
    return refs


def _where(frame: Frame, *, is_first: bool) -> Component:
    """Return the choice of the plan, or of the territory: where there are very many plans, the
    territory comes first, and the plan among the other filters.
    """
    css = "control--plan" if is_first else ""
    if is_first != frame.choices.is_wide:
        return _control(frame, "plan", _plans(frame), css)
    return _control(frame, "territory", _territories(frame), css)


def _territories(frame: Frame) -> Component:
    wide = frame.choices.is_wide
    return dropdown(
        ids.FILTER_TERRITORY,
        territory_options(frame.choices.territories),
        frame.filters.territory,
        placeholder=_("All territories: type a name") if wide else _("Any"),
        keeps_order=wide,
    )


def territory_options(territories: Sequence[Ref]) -> list[Option]:
    """Return the territories to choose from."""
    return [(ref.id, ref.short_name) for ref in territories]


def _plans(frame: Frame) -> Component:
    """Return the choice of the plan, all of them first; the only one stands alone."""
    chosen = "" if frame.filters.plan is None else frame.filters.plan
    plans: list[Option] = [(plan.id, plan.short_title) for plan in frame.choices.plans]
    options = [(chosen, plans[0][1])] if len(plans) == 1 else [("", _("All plans")), *plans]
    return dropdown(
        ids.FILTER_PLAN,
        options,
        chosen,
        placeholder=_("All plans"),
        clearable=False,
    )


def _more(frame: Frame) -> Component:
    """Return the filters that narrow lists, under a fold."""
    since = date_picker(ids.FILTER_SINCE, frame.filters.since, placeholder=_("DD.MM.YYYY"))
    controls = [
        _where(frame, is_first=False),
        _of_refs(frame, "section", ids.FILTER_SECTION),
        _of_refs(frame, "executor", ids.FILTER_EXECUTOR),
        _control(frame, "statuses", _statuses(frame)),
        _control(frame, "since", since, "control--date"),
    ]
    summary = html.Summary([icon("sliders"), html.Span(_("Filters"))], className="tool")
    where = "plan" if frame.choices.is_wide else "territory"
    hidden = "" if any(_is_shown(frame, one) for one in (where, *_MORE)) else " d-none"
    return html.Details(
        [summary, html.Div(controls, className="filters__list")],
        className="filters__more" + hidden,
    )


def _statuses(frame: Frame) -> Component:
    return dropdown(
        ids.FILTER_STATUS,
        [(one.value, status_view.name(one)) for one in status_view.SHOWN_ORDER],
        [one.value for one in frame.filters.statuses],
        placeholder=_("Any"),
        multi=True,
    )


def _of_refs(frame: Frame, field: str, id: str) -> Component:
    """Return a labelled dropdown of references."""
    options: list[Option] = [(ref.id, ref.short_name) for ref in _refs(frame, field)]
    control = dropdown(id, options, getattr(frame.filters, field), placeholder=_("Any"))
    return _control(frame, field, control)
