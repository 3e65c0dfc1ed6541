"""Sections of a plan that was read, each with its measures; those taken out in their places."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from data_access.records.drafts import PlanDraft
from data_access.records.reading import MeasureReading, PlanReading, SectionReading
from data_access.records.removed import Placed, all_measures, all_sections
from layouts import data_ids as ids
from layouts.components import Content, section
from layouts.data_draft_adding import adder
from layouts.data_draft_marks import Marks, marks_of
from layouts.data_draft_measures import KIND, measure_block
from layouts.data_draft_removed import removed_row
from layouts.data_fields import Place, edit_button
from layouts.texts import _, ngettext


@dataclass(frozen=True)
class Group:
    """A section as it is shown: its own row, where the document has one, and its measures."""

    number: str
    named: Placed[SectionReading] | None
    rows: list[Placed[MeasureReading]]

    @property
    def key(self) -> str:
        """Return what identifies it on the page."""
        return self.named.row.key if self.named else f"none-{self.number}"

    @property
    def count(self) -> str:
        """Return how many measures will be saved of it, in words."""
        stand = sum(not one.is_removed for one in self.rows)
        return ngettext("%(n)s measure", "%(n)s measures", stand)


def groups_of(reading: PlanReading) -> list[Group]:
    """Return the sections in the order of their first measures, then those without any."""
    rows: dict[str, list[Placed[MeasureReading]]] = {}
    for one in all_measures(reading):
        rows.setdefault(one.row.section, []).append(one)
    sections = all_sections(reading)
    # Of two sections of a number, one of which was taken out, the measures belong to the other.
    heads = {one.row.number: one for one in sorted(sections, key=lambda one: not one.is_removed)}
    used = {heads[number].row.key for number in rows if number in heads}
    found = [Group(number, heads.get(number), own) for number, own in rows.items()]
    empty = [Group(one.row.number, one, []) for one in sections if one.row.key not in used]
    return [*found, *empty]


def measures_sections(draft: PlanDraft) -> list[Component]:
    """Return every section with its measures in the document's order."""
    marks = marks_of(draft)
    parts = [_section(draft, one, marks) for one in groups_of(draft.reading)]
    nowhere = [] if parts else [adder(draft, KIND)]
    start = html.Span(id=ids.anchor("draft", "measures"), className="anchor")
    return [start, *parts, *nowhere, adder(draft, "section")]


def _section(draft: PlanDraft, group: Group, marks: Marks) -> Component:
    id_, number = draft.head.id, group.number
    rows = [
        html.Li(html.Div(measure_block(draft, one, marks), id=ids.block(id_, KIND, one.row.key)))
        for one in group.rows
    ]
    head = html.Div(
        section_block(draft, group.named) if group.named else _nameless(number),
        id=ids.block(id_, "section", group.key),
        className="draft-section",
    )
    counted = html.Span(group.count, id=ids.count(id_, group.key), className="muted small")
    title = html.Span(
        [_("Section %(number)s", number=number) if number else _("Without a section"), counted],
        className="draft-section__title",
    )
    listed = html.Ul(rows, className="draft-rows") if rows else None
    anchor = ids.anchor("draft", ids.anchor("section", group.key))
    return section(title, head, listed, _adder(draft, group), id=anchor)


def _adder(draft: PlanDraft, group: Group) -> Component | None:
    """Return where a measure is added; a section without a row of its own needs that first."""
    if group.named:
        return None if group.named.is_removed else adder(draft, KIND, ids.new_in(group.key))
    return None if group.number else adder(draft, KIND)


def _nameless(number: str) -> list[Content]:
    return [html.P(_("The document has no row for this section."), className="muted")]


def section_block(draft: PlanDraft, one: Placed[SectionReading]) -> list[Content]:
    """Return a section's title with the way to change it, or the way back."""
    if one.is_removed:
        place = Place(draft.head.id, "section", one.row.key)
        return removed_row(place, one.row.number, one.row.title)
    return section_head(draft, one.row)


def section_head(draft: PlanDraft, one: SectionReading) -> list[Content]:
    """Return a section's title with the way to change it."""
    spoken = _("Change section %(number)s", number=one.number)
    anchor = html.Span(id=ids.anchor("row", one.key), className="anchor")
    button = edit_button(Place(draft.head.id, "section", one.key), _("Change"), spoken)
    return [anchor, html.Span(one.title, className="strong"), button]
