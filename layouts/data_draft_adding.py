"""Rows added to a reading by hand: the buttons where one expects them, the empty forms behind."""

import re

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import PlanDraft
from data_access.records.reading import (
    IndicatorReading,
    MeasureReading,
    ScheduleReading,
    SectionReading,
)
from layouts import data_ids as ids
from layouts.components import icon
from layouts.data_draft_forms import indicator_fields, measure_fields, section_fields
from layouts.data_fields import Field, Place, button
from layouts.texts import N_, _

#: Kind → the button, the title of its form.
WORDS = {
    "measure": (N_("Add a measure"), N_("New measure")),
    "section": (N_("Add a section"), N_("New section")),
    "indicator": (N_("Add an indicator"), N_("New indicator")),
}
LAST = re.compile(r"(.*?)(\d+)\.?")


def adder(draft: PlanDraft, kind: str, key: str = ids.NEW) -> Component:
    """Return the place where a row of a kind is added; `key` is `ids.new_in` a section."""
    block = ids.block(draft.head.id, kind, key)
    return html.Div(adding(draft, kind, key), id=block, className="draft-add no-print")


def adding(draft: PlanDraft, kind: str, key: str) -> list[Component]:
    """Return the button of such a place; its spoken name tells where it adds."""
    label = _(WORDS[kind][0])
    spoken = ""
    if kind == "measure" and (number := _section_of(draft, key)):
        spoken = _("Add a measure to section %(number)s", number=number)
    place = Place(draft.head.id, kind, key)
    return [button(place, "edit", [icon("plus-lg"), label], "btn btn-sm btn-quiet", spoken)]


def new_title(draft: PlanDraft, kind: str, key: str) -> str:
    """Return the title of the form of a new row."""
    if kind == "measure" and (number := _section_of(draft, key)):
        return _("New measure of section %(number)s", number=number)
    return _(WORDS[kind][1])


def new_fields(draft: PlanDraft, kind: str, key: str) -> list[Field]:
    """Return the fields of a new row: those of editing, with the next number in place."""
    if kind == "section":
        found = [one.number for one in draft.reading.sections]
        return section_fields(SectionReading(_following(found, "1" if not found else ""), ""))
    if kind == "indicator":
        return indicator_fields(IndicatorReading("", "", "", {}, {}))
    section = _section_of(draft, key)
    schedule = ScheduleReading("unknown", ())
    number = _next_in(draft, section)
    return measure_fields(draft, MeasureReading(number, section, "", "", schedule, (), ""), "", "")


def _section_of(draft: PlanDraft, key: str) -> str:
    """Return the number of the section under which a button stands; "" for none."""
    sections = draft.reading.sections
    return next((one.number for one in sections if ids.new_in(one.key) == key), "")


def _next_in(draft: PlanDraft, section: str) -> str:
    """Return the number after the last one of a section; "" where it is taken or unclear."""
    numbers = [one.number for one in draft.reading.measures]
    own = [one.number for one in draft.reading.measures if one.section == section]
    found = _following(own, f"{section}.1" if section else "1")
    return "" if found in numbers else found


def _following(numbers: list[str], first: str) -> str:
    """Return the number after the last of these, the `first` one where there is none."""
    if not numbers:
        return first
    last = LAST.fullmatch(numbers[-1])
    return f"{last.group(1)}{int(last.group(2)) + 1}" if last else ""
