"""Hidden fields that tell what a page shows, so that saving does that or refuses.

Each stands in the part of the page that it speaks of, and belongs to the form of the button: a part
that was not drawn anew goes on saying what it shows.
"""

from dash.development.base_component import Component

from data_access.records.drafts import PlanDraft
from data_access.records.forms import ImportOutcome
from data_access.records.shown import sheet_mark
from layouts.components import Content
from layouts.data_difference import difference
from layouts.native import field

#: The form with the button that saves a plan's draft.
SAVE = "draft-save"
CHANGED, TARGET, DIFFERENCE, SHEET = "changed_at", "target", "difference", "sheet"


def changed_mark(draft: PlanDraft) -> Component:
    """Return when the draft had been changed last."""
    return _hidden(CHANGED, draft.shown.changed_at)


def target_mark(draft: PlanDraft) -> Component:
    """Return where the draft goes."""
    return _hidden(TARGET, draft.shown.target)


def compared(draft: PlanDraft) -> list[Content]:
    """Return what saving would change, with its mark."""
    return [difference(draft), _hidden(DIFFERENCE, draft.shown.difference)]


def sheet_field(plan_id: int | None, outcome: ImportOutcome) -> Component:
    """Return what a filled-in form comes to; it stands within the form of the button."""
    return field("hidden", SHEET, value=sheet_mark(plan_id, outcome))


def _hidden(name: str, value: str) -> Component:
    return field("hidden", name, value=value, form=SAVE)
