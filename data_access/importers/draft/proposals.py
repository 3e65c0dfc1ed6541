"""Proposals made in a draft where accepting changes something, and taken back again."""

import re
from dataclasses import replace

from data_access.importers.draft import deadlines
from data_access.importers.draft.keys import swapped
from data_access.importers.draft.rereading import reread
from data_access.importers.draft.state import Accepted, Deadline, DraftState, Stamp
from data_access.records.reading import Finding, MeasureReading, PlanReading

DAYS = re.compile(r"\d{2}\.\d{2}\.\d{4}(?:, \d{2}\.\d{2}\.\d{4})*")


def changes(reading: PlanReading, finding: Finding) -> bool:
    """Tell whether accepting a finding about a deadline would change the draft."""
    measure = _measure(reading, finding.target)
    return measure is not None and _proposed(reading, measure, finding) != measure


def made(state: DraftState, index: int) -> DraftState:
    """Return the state with a proposal made; as it is where accepting only confirms."""
    finding = state.reading.findings[index]
    before = _measure(state.reading, finding.target)
    after = before and _proposed(state.reading, before, finding)
    if before is None or after is None or after == before:
        return state
    note = Accepted(before.key, _deadline(before), _deadline(after), state.within)
    return replace(_put(state, after), accepted={**state.accepted, index: note})


def taken_back(state: DraftState, index: int, stamp: Stamp) -> DraftState:
    """Return the state with the deadline as it was before a proposal was made.

    What a person wrote since stays. In another term than then the phrase is read anew.
    """
    note = state.accepted.get(index)
    if note is None:
        return state
    kept = {number: one for number, one in state.accepted.items() if number != index}
    state = replace(state, accepted=kept)
    measure = _measure(state.reading, note.key)
    if measure is None or _deadline(measure) != note.made:
        return state
    before = note.before
    state = _put(state, replace(measure, deadline_text=before.phrase, schedule=before.schedule))
    return state if note.within == state.within else reread(state, stamp, note.key)


def _measure(reading: PlanReading, key: str) -> MeasureReading | None:
    return next((one for one in reading.measures if one.key == key), None)


def _put(state: DraftState, measure: MeasureReading) -> DraftState:
    measures = swapped(state.reading.measures, measure)
    return replace(state, reading=replace(state.reading, measures=measures))


def _deadline(measure: MeasureReading) -> Deadline:
    return Deadline(measure.deadline_text, measure.schedule)


def _proposed(reading: PlanReading, measure: MeasureReading, finding: Finding) -> MeasureReading:
    """Return the measure with the deadline that a finding proposes, if it proposes one."""
    if finding.field != "deadline_text" or not finding.proposal:
        return measure
    if DAYS.fullmatch(finding.proposal):
        changed = deadlines.with_days(measure, finding.proposal)
        same = changed.schedule.due_dates == measure.schedule.due_dates
        return measure if same else changed
    moved = finding.code == "deadline_redistributed"
    if moved and measure.deadline_text != finding.proposal:
        return deadlines.with_phrase(reading, measure, finding.proposal)[0]
    return measure
