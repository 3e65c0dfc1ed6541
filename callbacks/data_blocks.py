"""Parts of a reading that can be edited in place: what they show, their forms, their edits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from callbacks.data_changes import changed
from data_access.importers.draft import points
from data_access.importers.draft.lines import lines_of
from data_access.records.drafts import DraftFault, Edit, PlanDraft, refused
from data_access.records.reading import PlanReading
from data_access.records.removed import Placed, all_indicators, all_measures, all_sections
from layouts import data_ids as ids
from layouts.data_draft_act import act
from layouts.data_draft_adding import WORDS as NEW_TITLES
from layouts.data_draft_adding import adding, new_fields, new_title
from layouts.data_draft_forms import indicator_fields, measure_fields, plan_fields, section_fields
from layouts.data_draft_indicators import indicator_block
from layouts.data_draft_measures import measure_block
from layouts.data_draft_sections import section_block
from layouts.data_fields import Field, Place, edit_form
from layouts.texts import _

#: Kind of a row → the rows of that kind, those taken out in their places.
ROWS: dict[str, Callable[[PlanReading], Sequence[Placed[Any]]]] = {
    "measure": all_measures,
    "section": all_sections,
    "indicator": all_indicators,
}
#: Kind of a row → what it shows while nobody edits it.
SHOWN: dict[str, Callable[[PlanDraft, Any], Any]] = {
    "measure": measure_block,
    "section": section_block,
    "indicator": indicator_block,
}


@dataclass(frozen=True)
class Block:
    """Which part of which draft; `key` is "" for the plan's head."""

    draft: int
    kind: str
    key: str

    @property
    def is_new(self) -> bool:
        """Tell whether this is the place where a row is added."""
        return self.kind in NEW_TITLES and ids.is_new(self.key)

    @property
    def id(self) -> ids.Id:
        """Return the id of the part on the page."""
        return ids.block(self.draft, self.kind, self.key)


def shown(draft: PlanDraft, block: Block) -> Any:
    """Return what the block shows while nobody edits it; nothing for a row that is not there."""
    if block.is_new:
        return adding(draft, block.kind, block.key)
    if block.kind == "plan":
        return act(draft)
    found = placed(draft, block)
    if found is None:
        return []
    return SHOWN[block.kind](draft, found)


def form_of(draft: PlanDraft, block: Block) -> Any:
    """Return the form of a block; Refused for a row that is no longer there."""
    title, removable = _titles(draft, block)
    place = Place(block.draft, block.kind, block.key)
    return edit_form(place, title, fields_of(draft, block), removable=removable)


def _titles(draft: PlanDraft, block: Block) -> tuple[str, str]:
    """Return the title of a block's form and the label of the button that takes the row out."""
    if block.is_new:
        return new_title(draft, block.kind, block.key), ""
    titles = {
        "plan": (_("The act and the plan"), ""),
        "measure": (_("Correct the measure"), _("Take this row out")),
        "indicator": (_("Correct the indicator"), _("Take this row out")),
        "section": (_("Correct the section"), _("Take this row out")),
    }
    if block.kind not in titles:
        raise refused("unknown_row", key=block.key)
    return titles[block.kind]


def fields_of(draft: PlanDraft, block: Block) -> list[Field]:
    """Return the fields of a block as they stand; Refused for one that is no longer there."""
    if block.kind == "plan":
        return plan_fields(draft)
    if block.is_new:
        return new_fields(draft, block.kind, block.key)
    found = placed(draft, block)
    if found is None or found.is_removed:
        raise refused("row_removed" if found else "unknown_row", key=block.key)
    if block.kind == "measure":
        return measure_fields(
            draft, found.row, lines_of(found.row), points.lines_of(found.row.schedule)
        )
    fields = indicator_fields if block.kind == "indicator" else section_fields
    return fields(found.row)


def edits_of(
    draft: PlanDraft, block: Block, given: Mapping[str, str], opened: Mapping[str, str]
) -> tuple[list[Edit], list[DraftFault]]:
    """Return an edit for each field that a form changes (that of a new row adds it).

    `opened` is what the form was opened with. With the edits come the faults of fields that
    somebody else changed since.
    """
    fields = fields_of(draft, block)
    if block.is_new:
        filled = {one.name: given[one.name] for one in fields if given.get(one.name, "").strip()}
        return [Edit("add", block.kind, value=filled)], []
    names, faults = changed(fields, given, opened)
    return [Edit("set", block.kind, block.key, one, given[one]) for one in names], faults


def placed(draft: PlanDraft, block: Block) -> Placed[Any] | None:
    """Return the row of a block, also one that was taken out; None for one that never was."""
    rows = ROWS[block.kind](draft.reading) if block.kind in ROWS else ()
    return next((one for one in rows if one.row.key == block.key), None)
