"""All proposals taken for what blocks a draft, at one word of a person."""

from collections.abc import Sequence

from data_access.importers.draft.settling import Saved, decide_name, settle
from data_access.importers.draft.state import DraftState, Stamp
from data_access.importers.plan.clauses import WHOLE
from data_access.records.draft_matches import Candidate, ExecutorMatch, NameChoice
from data_access.records.drafts import DraftFinding
from data_access.records.lacking import is_lacking


def accept_all(
    state: DraftState,
    findings: Sequence[DraftFinding],
    executors: Sequence[ExecutorMatch],
    stamp: Stamp,
    saved: Saved = (),
) -> DraftState:
    """Return the state with blocking findings accepted and undecided names taken as proposed.

    An error without a proposal is kept as it was read. What does not block stays open, and so do
    a name that is as much like one executor as like another, and an act that amends by clauses:
    keeping what it holds as the whole plan takes a word of its own. A needed value that is not
    there can only be given.
    """
    for one in executors:
        if one.state == "undecided" and not _is_tied(one.candidates):
            state = decide_name(state, one.key, _choice(one.candidates[0]), stamp, saved)
    for finding in findings:
        is_lacking_value = is_lacking(state.reading, finding.finding)
        if finding.blocks and finding.finding.code != WHOLE and not is_lacking_value:
            how = "accepted" if finding.finding.proposal else "dismissed"
            state = settle(state, finding.index, how, stamp, saved)
    return state


def _is_tied(candidates: Sequence[Candidate]) -> bool:
    return len(candidates) > 1 and candidates[0].score == candidates[1].score


def _choice(candidate: Candidate) -> NameChoice:
    if candidate.kind == "known":
        return NameChoice("known", executor_id=candidate.executor_id)
    return NameChoice("same", key=candidate.key)
