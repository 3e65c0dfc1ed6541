"""What was decided about an earlier file of the plan holds for the same finding in a new one."""

from dataclasses import replace

from data_access.importers.draft.settling import Saved, settle
from data_access.importers.draft.state import DraftState, Stamp
from data_access.records.reading import Finding

#: An edit is not carried over: the new file may say what was written by hand.
CARRIED = ("accepted", "dismissed")


def carried(state: DraftState, earlier: DraftState, saved: Saved = ()) -> DraftState:
    """Return the state with open findings settled as the same ones were, by whom and when then."""
    known = {
        identity(one): earlier.settlement(index)
        for index, one in enumerate(earlier.reading.findings)
        if earlier.settlement(index).how in CARRIED
    }
    for index, one in enumerate(state.reading.findings):
        before = known.get(identity(one))
        if before is not None and before.at is not None and state.settlement(index).is_open:
            stamp = Stamp(before.at, before.account_id)
            state = settle(state, index, before.how, stamp, saved)
    return state


def brought(state: DraftState, later: DraftState) -> DraftState:
    """Return a saved state with findings and names as they were decided since; the rest stays."""
    made = {
        identity(one): later.settlement(index) for index, one in enumerate(later.reading.findings)
    }
    settled = dict(state.settled)
    for index, one in enumerate(state.reading.findings):
        since, before = made.get(identity(one)), state.settlement(index).at
        if since is not None and since.at and (before is None or since.at > before):
            settled[index] = since
    return replace(state, settled=settled, names={**state.names, **later.names})


def identity(finding: Finding) -> tuple[str | None, str, str, str, str]:
    """Return what tells a finding from the others of a plan, in whatever file."""
    return finding.measure, finding.field, finding.code, finding.read, finding.proposal
