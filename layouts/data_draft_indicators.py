"""Indicators of a plan that was read, each with its values by year and the way to change it."""

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import PlanDraft
from data_access.records.reading import IndicatorReading
from data_access.records.removed import Placed, all_indicators
from layouts import data_ids as ids
from layouts.components import Content, facts, section
from layouts.data_draft_adding import adder
from layouts.data_draft_forms import DIRECTIONS, years
from layouts.data_draft_removed import removed_row
from layouts.data_fields import Place, edit_button
from layouts.texts import NONE, _, ngettext

KIND = "indicator"


def indicators_section(draft: PlanDraft) -> Component:
    """Return the indicators, and the way to add one."""
    id_ = draft.head.id
    rows = [
        html.Li(html.Div(indicator_block(draft, one), id=ids.block(id_, KIND, one.row.key)))
        for one in all_indicators(draft.reading)
    ]
    listed = html.Ul(rows, className="draft-rows") if rows else None
    title = html.Span(indicators_title(draft), id=ids.count(id_, "indicators"))
    return section(title, listed, adder(draft, KIND), id="draft-indicators")


def indicators_title(draft: PlanDraft) -> str:
    """Return how many indicators will be saved."""
    found = draft.reading.indicators
    if found:
        return ngettext("%(n)s indicator", "%(n)s indicators", len(found))
    if all_indicators(draft.reading):
        return _("No indicators")
    return _("The document has no indicators")


def indicator_block(draft: PlanDraft, one: Placed[IndicatorReading]) -> list[Content]:
    """Return an indicator as it was read, or the way back of one that was taken out."""
    if one.is_removed:
        return removed_row(Place(draft.head.id, KIND, one.row.key), "", one.row.name)
    return row(draft, one.row)


def row(draft: PlanDraft, one: IndicatorReading) -> list[Content]:
    """Return an indicator as it will be saved."""
    spoken = _("Change the indicator “%(name)s”", name=one.name)
    head = html.Div(
        [
            html.Span(one.name, className="draft-row__title"),
            edit_button(Place(draft.head.id, KIND, one.key), _("Change"), spoken),
        ],
        className="draft-row__head",
    )
    anchor = html.Span(id=ids.anchor("row", one.key), className="anchor")
    direction = _(DIRECTIONS[one.direction]) if one.direction in DIRECTIONS else _("not known")
    shown = facts(
        [
            (_("Unit"), one.unit or _("not known")),
            (_("Direction"), direction),
            (_("Targets by year"), years(one.targets) or NONE),
            (_("Actual values by year"), years(one.actuals) or NONE),
        ]
    )
    return [anchor, head, shown]
