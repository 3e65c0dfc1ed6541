"""What a person does with a draft: edits, findings settled, names decided, place and target."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from data_access.commands.drafts.again import amending
from data_access.commands.drafts.ended import DISCARDED, note_end
from data_access.commands.drafts.rows import own, put, stamp_of, state_in
from data_access.commands.plan_saving.known import titles, writable
from data_access.commands.plan_saving.seen import saved_for, see
from data_access.db import Database
from data_access.importers.draft import edits, settling, values
from data_access.importers.draft.retitling import FIRST
from data_access.importers.draft.state import DraftState, Stamp, TargetDecision
from data_access.importers.draft.term_kept import with_own_term
from data_access.importers.draft.territories import territory_of
from data_access.records.accounts import Account
from data_access.records.draft_matches import NameChoice, NewTerritory
from data_access.records.drafts import Edit, refused
from data_access.records.view import Scope

LEVELS = ("municipality", "region")


def edit(db: Database, account: Account, draft_id: int, *changes: Edit) -> None:
    """Make the edits of one form, all of them or none."""
    stamp = stamp_of(account)
    _change(db, account, draft_id, lambda _, state: edits.apply(state, changes, stamp))


def settle(
    db: Database, account: Account, draft_id: int, index: int, how: str, today: date | None = None
) -> None:
    """Settle a finding: "accepted", "dismissed" (kept as read) or "open" again.

    Those of the comparison with a saved plan are known by `today`, the day of the look at it.
    """
    stamp = stamp_of(account)

    def made(session: Session, state: DraftState) -> DraftState:
        if index >= FIRST and today:
            found = see(session, account.scope, state, "", today).findings
            return settling.settle_compared(state, found, index, how, stamp)
        saved = saved_for(session, account.scope, state)
        return settling.settle(state, index, how, stamp, saved)

    _change(db, account, draft_id, made)


def decide_executor(
    db: Database, account: Account, draft_id: int, key: str, choice: NameChoice | None
) -> None:
    """Say who an executor of the draft is; None takes it back."""
    stamp = stamp_of(account)

    def made(session: Session, state: DraftState) -> DraftState:
        saved = saved_for(session, account.scope, state)
        return settling.decide_name(state, key, choice, stamp, saved)

    _change(db, account, draft_id, made)


def choose_territory(
    db: Database, account: Account, draft_id: int, choice: int | NewTerritory | None
) -> None:
    """Choose where the plan belongs: a territory's id, or one to be made (with all rights only)."""
    _change(
        db,
        account,
        draft_id,
        lambda session, state: with_territory(session, account.scope, state, choice),
    )


def choose_target(
    db: Database,
    account: Account,
    draft_id: int,
    plan_id: int | None,
    *,
    today: date,
    basis: str = "",
    decided_on: object = None,
) -> None:
    """Choose a new plan (None) or the plan to amend, with the document that changes rest on."""
    stamp = stamp_of(account)
    _change(
        db,
        account,
        draft_id,
        lambda session, state: with_target(
            session, account.scope, state, stamp, plan_id, today, basis, decided_on
        ),
    )


def confirm_target(db: Database, account: Account, draft_id: int) -> None:
    """Say that the act does amend the chosen plan, though it looks like that of another one."""
    _change(db, account, draft_id, lambda _, state: confirmed(state))


def confirmed(state: DraftState) -> DraftState:
    """Return the state with its target confirmed; Refused where none is chosen to be amended."""
    if state.target is None or state.target.plan_id is None:
        raise refused("unknown_plan", "target")
    return replace(state, target=replace(state.target, is_confirmed=True))


def discard(db: Database, account: Account, draft_id: int) -> None:
    """Give a draft up; a note remains, so that a second click is told of it."""
    with db.write() as session:
        row = own(session, account, draft_id, lock=True)
        note_end(session, account, row, DISCARDED)
        session.delete(row)


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

    What was decided about the plan's last file holds for the same findings.
    """
    day = values.day(decided_on, "decided_on")
    if day and day > today:
        raise refused("in_the_future", "decided_on")
    if plan_id is not None:
        may_make = scope.territory_ids is None
        place = territory_of(state, writable(session, scope), may_make=may_make).territory
        if place is None or plan_id not in {one.id for one in titles(session, place.id)}:
            raise refused("unknown_plan", "target")
        state = amending(session, state, plan_id, stamp)
    else:
        state = with_own_term(state, stamp)
    text = values.text(basis, "basis", 1000)
    return replace(state, target=TargetDecision(plan_id, text, day))


def _change(
    db: Database,
    account: Account,
    draft_id: int,
    made: Callable[[Session, DraftState], DraftState],
) -> None:
    with db.write() as session:
        row = own(session, account, draft_id, kind="plan", lock=True)
        put(row, made(session, state_in(row)))
