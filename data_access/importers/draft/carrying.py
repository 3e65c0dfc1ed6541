"""What was decided about an earlier file of the plan holds for the same finding in a new one."""

from data_access.importers.draft.settling import Saved, settle
from data_access.importers.draft.state import DraftState, Stamp
from data_access.records.reading import Finding

#: An edit is not carried over: the new file may say what was written by hand.
CARRIED = ("accepted", "dismissed")


def carried(state: DraftState, earlier: DraftState, saved: Saved = ()) -> DraftState:
    """Return the state with open findings settled as the same ones were, by whom and when then."""
    known = {
        _identity(one): earlier.settlement(index)
        for index, one in enumerate(earlier.reading.findings)
        if earlier.settlement(index).how in CARRIED
    }
    for index, one in enumerate(state.reading.findings):
        before = known.get(_identity(one))
        if before is not None and before.at is not None and state.settlement(index).is_open:
            stamp = Stamp(before.at, before.account_id)
            state = settle(state, index, before.how, stamp, saved)
    return state


def _identity(finding: Finding) -> tuple[str | None, str, str, str, str]:
    return finding.measure, finding.field, finding.code, finding.read, finding.proposal
