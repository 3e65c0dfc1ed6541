"""Deadlines read once more where the plan's term or the act's day changed, doubts included."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from data_access.importers.draft import deadlines
from data_access.importers.draft.state import DraftState, Stamp
from data_access.importers.plan.deadline_doubts import absent, follows_from_reading
from data_access.records.reading import Finding, MeasureReading


def reread(state: DraftState, stamp: Stamp, only: str | None = None) -> DraftState:
    """Return the state with the phrases read within its term, and what is doubtful about them.

    Dates that a person set stay. A doubt that is new is asked, one that was gone and comes back is
    asked again, one that no longer applies is settled. `only` is the key of a single measure.
    """
    if deadlines.term_of(state.reading.plan) is None:
        return state
    found, about = _Found(), _about(state)
    measures = tuple(
        _again(state, one, about.get(one.key, []), found) if only in (None, one.key) else one
        for one in state.reading.measures
    )
    findings = (*state.reading.findings, *found.new)
    state = replace(state, reading=replace(state.reading, measures=measures, findings=findings))
    state = state.settle("edited", stamp, *found.gone)
    return state.settle("open", stamp, *found.back)


@dataclass
class _Found:
    """What a new reading changes: findings that are new, and indexes of those gone and back."""

    new: list[Finding] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    back: list[int] = field(default_factory=list)


def _about(state: DraftState) -> dict[str, list[int]]:
    """Return the indexes of the findings that follow from a reading, by their measures."""
    found: dict[str, list[int]] = {}
    for index, one in enumerate(state.reading.findings):
        if follows_from_reading(one.code):
            found.setdefault(one.target, []).append(index)
    return found


def _again(
    state: DraftState, measure: MeasureReading, about: Sequence[int], found: _Found
) -> MeasureReading:
    if measure.schedule.by_hand:
        return measure
    measure, doubts = _read(state, measure, about)
    before = {index: _said(state.reading.findings[index]) for index in about}
    for one in doubts:
        same = [index for index in about if before[index] == _said(one)]
        if not same:
            found.new.append(one)
        elif all(state.settlement(index).how == "edited" for index in same):
            found.back.append(same[-1])
    now = [_said(one) for one in doubts]
    found.gone += [
        index for index in about if before[index] not in now and state.settlement(index).is_open
    ]
    return measure


def _read(
    state: DraftState, measure: MeasureReading, about: Sequence[int]
) -> tuple[MeasureReading, list[Finding]]:
    phrase = measure.deadline_text
    if phrase:
        return deadlines.with_phrase(state.reading, measure, phrase)
    term = deadlines.term_of(state.reading.plan)
    if term is None or not about:
        return measure, []
    return measure, [deadlines.about(measure, absent(term))]


def _said(one: Finding) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    """Return what a finding says, wherever its measure stands."""
    return one.code, one.read, one.proposal, tuple(sorted(one.parameters.items()))
