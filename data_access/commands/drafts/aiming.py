"""Where a draft goes: its territory, a new plan or the one that it amends."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from data_access.commands.drafts.again import amending
from data_access.commands.plan_saving.known import titles, writable
from data_access.importers.draft import values
from data_access.importers.draft.state import DraftState, Stamp, TargetDecision
from data_access.importers.draft.term_kept import with_own_term
from data_access.importers.draft.territories import territory_of
from data_access.records.draft_matches import NewTerritory
from data_access.records.drafts import refused
from data_access.records.view import Scope

LEVELS = ("municipality", "region")


def confirmed(state: DraftState, plan_id: int) -> DraftState:
    """Return the state with its target confirmed; Refused where it is not this plan."""
    if state.target is None or state.target.plan_id is None:
        raise refused("unknown_plan", "target")
    if state.target.plan_id != plan_id:
        raise refused("target_chosen_elsewhere", "target")
    return replace(state, target=replace(state.target, is_confirmed=True))


def with_territory(
    session: Session, scope: Scope, state: DraftState, choice: int | NewTerritory | None
) -> DraftState:
    """Return the state with its territory chosen; the target is open again where it changes."""
    if isinstance(choice, NewTerritory):
        return _with_new(scope, state, choice)
    if choice is not None and choice not in {one.id for one in writable(session, scope)}:
        raise refused("unknown_territory", "territory")
    target = state.target if choice == state.territory_id else None
    return replace(state, territory_id=choice, new_territory=None, target=target)


def _with_new(scope: Scope, state: DraftState, new: NewTerritory) -> DraftState:
    if scope.territory_ids is not None:
        raise refused("forbidden", "territory")
    checked = NewTerritory(
        values.text(new.name, "territory", 300, needed=True),
        values.choice(new.level, "level", LEVELS),
        values.text(new.region, "region", 300),
    )
    if checked.level == "region" and checked.region:
        raise refused("region_in_region", "region")
    return replace(state, territory_id=None, new_territory=checked, target=None)


def with_target(
    session: Session,
    scope: Scope,
    state: DraftState,
    stamp: Stamp,
    plan_id: int | None,
    today: date,
    basis: str = "",
    decided_on: object = None,
) -> DraftState:
    """Return the state with its target chosen; the plan has to be one of its territory.

    What was decided about the plan's last file holds for the same findings. Where the plan stays
    the same, basis and day alone are replaced: whatever was decided since stands.
    """
    day = values.day(decided_on, "decided_on")
    if day and day > today:
        raise refused("in_the_future", "decided_on")
    text = values.text(basis, "basis", 1000)
    values.check_open(text, "basis")
    if state.target is not None and state.target.plan_id == plan_id:
        return replace(state, target=replace(state.target, basis=text, decided_on=day))
    if plan_id is not None:
        may_make = scope.territory_ids is None
        place = territory_of(state, writable(session, scope), may_make=may_make).territory
        if place is None or plan_id not in {one.id for one in titles(session, place.id)}:
            raise refused("unknown_plan", "target")
        state = amending(session, state, plan_id, stamp)
    else:
        state = with_own_term(state, stamp)
    return replace(state, target=TargetDecision(plan_id, text, day))
