"""Edits of a draft: checked, made, noted; the findings that they answer are settled by them."""

from collections.abc import Sequence
from dataclasses import replace

from data_access.importers.draft import (
    edit_indicators,
    edit_measures,
    edit_plan,
    edit_sections,
    removing,
    repeats,
)
from data_access.importers.draft.rereading import reread
from data_access.importers.draft.state import Change, DraftState, Stamp
from data_access.records.drafts import DraftFault, Edit, Refused, refused
from data_access.records.reading import Finding, PlanReading

ACTIONS = {
    "plan": ("set",),
    "section": ("set", "add", "remove", "restore"),
    "measure": ("set", "add", "remove", "restore"),
    "indicator": ("set", "add", "remove", "restore"),
}
MOST_CHANGES = 5000
TERM = {"period_start", "period_end"}
#: (kind, field of the edit) → the field that findings name, where it is another one.
ASKED = {
    ("plan", "period_start"): "period",
    ("plan", "period_end"): "period",
    ("plan", "reporting_frequency"): "reporting",
    ("measure", "due_dates"): "deadline_text",
    ("indicator", "unit"): "indicator.unit",
    ("indicator", "direction"): "indicator.direction",
    ("indicator", "targets"): "indicator.value",
    ("indicator", "actuals"): "indicator.value",
}


def apply(
    state: DraftState, changes: Sequence[Edit], stamp: Stamp, known: Sequence[DraftFault] = ()
) -> DraftState:
    """Return the state with all edits made, as one form holds them.

    Refused with every fault, those that are `known` before and each under the field of its edit;
    then none is made. What hangs on several fields (the order of the term's days, deadlines within
    it) is looked at when all are set.
    """
    made, faults = state, list(known)
    for edit in sorted(changes, key=_order):
        try:
            made = _applied(made, edit, stamp)
        except Refused as no:
            faults += [replace(one, field=edit.field or one.field) for one in no.faults]
    faults += _of_term(made.reading, changes, faults)
    if faults:
        raise Refused(*faults)
    made = made if state.within == made.within else reread(made, stamp)
    return made.settle("edited", stamp, *repeats.mended(made))


def _of_term(
    reading: PlanReading, changes: Sequence[Edit], known: Sequence[DraftFault]
) -> list[DraftFault]:
    """Return what is wrong with the order of the term's days, where each is right by itself."""
    if {one.field for one in known} & TERM or all(edit.kind != "plan" for edit in changes):
        return []
    return edit_plan.faults_of_term(reading)


def _order(edit: Edit) -> bool:
    """Dates by hand that are taken out go first: a phrase of the same form is read then."""
    return not (edit.field == "due_dates" and not edit.value)


def _applied(state: DraftState, edit: Edit, stamp: Stamp) -> DraftState:
    if edit.action not in ACTIONS.get(edit.kind, ()):
        raise refused("unknown_action", value=f"{edit.action} {edit.kind}"[:40])
    if len(state.changes) >= MOST_CHANGES:
        raise refused("too_many", "edits", limit=MOST_CHANGES)
    note = Change(stamp.at, stamp.account_id, edit.action, edit.kind, edit.key, edit.field)
    if edit.action == "restore":
        return _restored(replace(state, changes=(*state.changes, note)), edit, stamp)
    reading, found = _made(state.reading, edit)
    reading = replace(reading, findings=(*reading.findings, *found))
    answered = _answered(state, edit)
    if edit.action == "remove":
        reading = removing.noted(state.reading, reading, edit, answered)
    return replace(state, reading=reading, changes=(*state.changes, note)).settle(
        "edited", stamp, *answered
    )


def _restored(state: DraftState, edit: Edit, stamp: Stamp) -> DraftState:
    """Return the state with a row that was taken out; what that had settled is asked again.

    Its deadline is read within the term that stands now.
    """
    reading, answered = removing.put_back(state.reading, edit)
    again = [one for one in answered if state.settlement(one).how == "edited"]
    state = replace(state, reading=reading).settle("open", stamp, *again)
    return reread(state, stamp, edit.key) if edit.kind == "measure" else state


def _made(reading: PlanReading, edit: Edit) -> tuple[PlanReading, list[Finding]]:
    if edit.kind == "measure":
        return edit_measures.apply(reading, edit)
    by_kind = {"plan": edit_plan, "section": edit_sections, "indicator": edit_indicators}
    return by_kind[edit.kind].apply(reading, edit), []


def _answered(state: DraftState, edit: Edit) -> list[int]:
    """Return the open findings that the edit answers: those about its field, or its whole row."""
    if edit.action == "add":
        return []
    field = ASKED.get((edit.kind, edit.field), edit.field)
    return [
        index
        for index, one in enumerate(state.reading.findings)
        if state.settlement(index).is_open
        and one.target == edit.key
        and (edit.action == "remove" or one.field == field)
    ]
