"""A person says which removed measure a new one of the act is, though number and title differ."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data_access.importers.draft.edits import MOST_CHANGES
from data_access.importers.draft.saved import SavedMeasure
from data_access.importers.draft.state import Change, DraftState, Stamp
from data_access.plan_rows.texts import MeasureText
from data_access.records.difference import Difference
from data_access.records.drafts import refused


def join(
    state: DraftState, found: Difference | None, key: str, measure_id: int, stamp: Stamp
) -> DraftState:
    """Return the state with a new measure taken for a removed one.

    Refused where it is not new, or the other one not removed (any more).
    """
    measures = found.measures if found else ()
    added = {one.key for one in measures if one.fate == "added"}
    removed = {one.measure_id for one in measures if one.fate == "removed"}
    if key not in added or measure_id not in removed:
        raise refused("not_joinable", "measure", key)
    return _noted(replace(state, joined={**state.joined, key: measure_id}), "join", key, stamp)


def part(state: DraftState, key: str, stamp: Stamp) -> DraftState:
    """Return the state with that taken back; as it is where nothing of the kind was said."""
    if key not in state.joined:
        return state
    rest = {one: id_ for one, id_ in state.joined.items() if one != key}
    return _noted(replace(state, joined=rest), "part", key, stamp)


def joined_pairs(
    joined: Mapping[str, int], new: Sequence[MeasureText], old: Sequence[SavedMeasure]
) -> dict[int, SavedMeasure]:
    """Return the saved measure of each new one that a person joined, by the new one's place."""
    by_id = {one.id: one for one in old if not one.is_removed}
    wanted = {at: joined.get(one.key, 0) for at, one in enumerate(new)}
    return {at: by_id.pop(id_) for at, id_ in wanted.items() if id_ in by_id}


def _noted(state: DraftState, action: str, key: str, stamp: Stamp) -> DraftState:
    if len(state.changes) >= MOST_CHANGES:
        raise refused("too_many", "edits", limit=MOST_CHANGES)
    note = Change(stamp.at, stamp.account_id, action, "measure", key, "")
    return replace(state, changes=(*state.changes, note))
