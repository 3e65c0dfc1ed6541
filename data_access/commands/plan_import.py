"""An act taken in at once, without a draft: the command line, with the rights of the machine."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_access.commands.drafts.again import amending, saved_state
from data_access.commands.drafts.saving import explained
from data_access.commands.plan_act import Act
from data_access.commands.plan_saving.answering import answered, paired
from data_access.commands.plan_saving.findings import Word
from data_access.commands.plan_saving.identifying import identified
from data_access.commands.plan_saving.known import territory_of_plan, writable
from data_access.commands.plan_saving.recording import Source, unchanged
from data_access.commands.plan_saving.save import save
from data_access.commands.plan_saving.seen import Seen, saved_for, see
from data_access.db import Database
from data_access.importers.draft.accepting import accept_all
from data_access.importers.draft.places import CERTAIN
from data_access.importers.draft.state import DraftState, Stamp, TargetDecision, state_of
from data_access.importers.draft.territories import likely, named, new_of, same_name
from data_access.importers.plan.read import read_plan
from data_access.importers.sheets.record import hold
from data_access.records.difference import Difference
from data_access.records.draft_matches import Place
from data_access.records.drafts import DraftFinding, Refused, SaveOutcome, refused
from data_access.records.reading import PlanReading
from data_access.records.view import Scope

#: Known territories named where an unknown one was given.
CLOSE = 5


@dataclass(frozen=True)
class TakenIn:
    """What was read with all decisions and findings, how these stand, and what saving did.

    `difference` is what it changed in a saved plan, None for a new one.
    """

    reading: PlanReading
    findings: tuple[DraftFinding, ...]
    outcome: SaveOutcome
    difference: Difference | None = None


class _Trial(Exception):  # noqa: N818 - carries what would have been done out of the transaction
    def __init__(self, taken: TakenIn) -> None:
        super().__init__()
        self.taken = taken


def take_in(db: Database, act: Act, word: Word) -> TakenIn:
    """Read an act and save its plan in one transaction; a trial is rolled back.

    Raises ReadingRefused for a file without a plan, Refused with all that has to be decided first.
    """
    reading = read_plan(act.data, act.file_name, territory=act.territory or None)
    try:
        with db.write(statuses=True) as session:
            hold(session, "plan")
            taken = _take_in(session, act, reading, word)
            if act.is_trial:
                raise _Trial(taken)
            return taken
    except _Trial as trial:
        return trial.taken
    except DBAPIError as error:
        raise explained(error) from error


def _take_in(session: Session, act: Act, reading: PlanReading, word: Word) -> TakenIn:
    digest = sha256(act.data).hexdigest()
    scope = Scope.everything()
    state = _begun(session, act, reading, digest)
    seen = _with_target(session, see(session, scope, state, digest, act.today), act, digest)
    source = Source(act.file_name, digest, account_id=None)
    takes_proposals = act.accept and not seen.says_the_same
    if takes_proposals:
        seen = _in_its_territory(session, seen, act, digest)
    seen = identified(session, seen, act.executors, digest, act.today)
    if takes_proposals:
        seen = _accepted(session, seen, act, digest)
    seen = answered(session, seen, act.said, digest, act.today)
    seen = paired(session, seen, act.pairs, digest, act.today)
    if seen.says_the_same and seen.target.plan:
        outcome = unchanged(session, seen, source, seen.target.plan.id)
    else:
        outcome = save(session, seen, source, act.today, word)
    found = tuple(one.finding for one in seen.findings)
    reading = replace(seen.state.reading, findings=found)
    return TakenIn(reading, seen.findings, outcome, seen.difference)


def _begun(session: Session, act: Act, reading: PlanReading, digest: str) -> DraftState:
    """Return where to begin: from the saved state of the same file, else from the reading."""
    scope = Scope.everything()
    kept = saved_state(session, scope, digest)
    state = state_of(kept["reading"], kept["edits"]) if kept else DraftState(reading)
    if act.plan_id is not None:
        place = territory_of_plan(session, act.plan_id)
        state = amending(session, state, act.plan_id, _stamp())
        return replace(state, territory_id=place, target=act.amends(act.plan_id))
    if act.territory:
        state = _placed(session, state, act)
    return replace(state, target=TargetDecision(None)) if act.is_new else state


def _stamp() -> Stamp:
    return Stamp(datetime.now(UTC), None)


def _placed(session: Session, state: DraftState, act: Act) -> DraftState:
    """Return the state in the territory of this name; an unknown one is made only when asked."""
    name, known = act.territory, writable(session, Scope.everything())
    found = named(name, known)
    if len(found) > 1:
        raise refused("territory_namesakes", "territory", name=name)
    if found:
        return replace(state, territory_id=found[0].id, new_territory=None)
    if not act.makes_territory:
        raise _unknown(name, likely(name, known)[:CLOSE])
    made = new_of(name, state.reading.plan.level)
    return replace(state, territory_id=None, new_territory=made)


def _unknown(name: str, close: Sequence[Place]) -> Refused:
    code = "territory_not_known_alike" if close else "territory_not_known"
    alike = ", ".join(f"«{one.full_name}»" for one in close)
    return refused(code, "territory", name=name, alike=alike)


def _with_target(session: Session, seen: Seen, act: Act, digest: str) -> Seen:
    """Let a plan of the same file or act be the target; without a yes only to look what changes."""
    certain = [one for one in seen.target.proposals if one.why in CERTAIN]
    if seen.target.how != "undecided" or not certain:
        return seen
    state = amending(session, seen.state, certain[0].id, _stamp())
    state = replace(state, target=act.amends(certain[0].id))
    found = see(session, Scope.everything(), state, digest, act.today)
    return found if act.accept or found.says_the_same else seen


def _in_its_territory(session: Session, seen: Seen, act: Act, digest: str) -> Seen:
    """Return the draft in the territory of the act's name, where just one is called so."""
    alike = same_name(seen.territory.read, seen.territory.candidates)
    if seen.territory.how != "undecided" or len(alike) != 1:  # of namesakes a person chooses
        return seen
    state = replace(seen.state, territory_id=alike[0].id)
    placed = see(session, Scope.everything(), state, digest, act.today)
    return _with_target(session, placed, act, digest)


def _accepted(session: Session, seen: Seen, act: Act, digest: str) -> Seen:
    """Return the draft with every proposal taken for what blocks it."""
    scope = Scope.everything()
    saved = saved_for(session, scope, seen.state)
    state = accept_all(seen.state, seen.findings, seen.executors, _stamp(), saved)
    return see(session, scope, state, digest, act.today)
