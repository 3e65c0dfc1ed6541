"""What a person does with a draft: edits, findings settled, names decided, place and target."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from sqlalchemy.orm import Session

from data_access.commands.drafts.aiming import confirmed, with_target, with_territory
from data_access.commands.drafts.ended import DISCARDED, note_end
from data_access.commands.drafts.rows import own, put, stamp_of, state_in
from data_access.commands.plan_saving.seen import saved_for, see
from data_access.db import Database
from data_access.importers.draft import edits, joining, settling
from data_access.importers.draft.retitling import FIRST
from data_access.importers.draft.state import DraftState, Stamp
from data_access.records.accounts import Account
from data_access.records.draft_matches import NameChoice, NewTerritory
from data_access.records.drafts import DraftFault, Edit, refused


def edit(
    db: Database,
    account: Account,
    draft_id: int,
    *changes: Edit,
    since: datetime | None = None,
    known: Sequence[DraftFault] = (),
) -> None:
    """Make the edits of one form, all of them or none.

    `since` is when the draft had last been changed as the form was compared with it: Refused where
    it was changed once more after that. `known` are faults that were found already.
    """
    stamp = stamp_of(account)
    made = partial(_edited, changes=changes, stamp=stamp, known=known)
    _change(db, account, draft_id, made, since)


def _edited(
    _session: Session,
    state: DraftState,
    changes: Sequence[Edit],
    stamp: Stamp,
    known: Sequence[DraftFault],
) -> DraftState:
    return edits.apply(state, changes, stamp, known)


def settle(
    db: Database, account: Account, draft_id: int, index: int, how: str, today: date | None = None
) -> None:
    """Settle a finding: "accepted", "dismissed" (kept as read) or "open" again.

    Those of the comparison with a saved plan are known by `today`, the day of the look at it.
    Refused where it was settled another way meanwhile: that would be undone without a word.
    """
    stamp = stamp_of(account)

    def made(session: Session, state: DraftState) -> DraftState:
        settling.check_open(state, index, how)
        if index >= FIRST and today:
            found = see(session, account.scope, state, "", today).findings
            return settling.settle_compared(state, found, index, how, stamp)
        saved = saved_for(session, account.scope, state)
        return settling.settle(state, index, how, stamp, saved)

    _change(db, account, draft_id, made)


def decide_executor(
    db: Database, account: Account, draft_id: int, key: str, choice: NameChoice | None
) -> None:
    """Say who an executor of the draft is; None takes it back.

    Refused where something else was decided meanwhile.
    """
    stamp = stamp_of(account)

    def made(session: Session, state: DraftState) -> DraftState:
        saved = saved_for(session, account.scope, state)
        settling.check_undecided(state, key, choice, saved)
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
    since: datetime | None = None,
) -> None:
    """Choose a new plan (None) or the plan to amend, with the document that changes rest on.

    `since` as for `edit`.
    """
    stamp = stamp_of(account)
    _change(
        db,
        account,
        draft_id,
        lambda session, state: with_target(
            session, account.scope, state, stamp, plan_id, today, basis, decided_on
        ),
        since,
    )


def confirm_target(db: Database, account: Account, draft_id: int, plan_id: int) -> None:
    """Say that the act does amend this plan, though it looks like that of another one.

    Refused where another plan was chosen meanwhile.
    """
    _change(db, account, draft_id, lambda _, state: confirmed(state, plan_id))


def join(
    db: Database, account: Account, draft_id: int, key: str, measure_id: int | None, today: date
) -> None:
    """Say that a new measure of an amending act is a saved one that goes; None takes it back.

    Refused where it is not new, or the other one does not go (any more).
    """
    stamp = stamp_of(account)

    def made(session: Session, state: DraftState) -> DraftState:
        if measure_id is None:
            return joining.part(state, key, stamp)
        found = see(session, account.scope, state, "", today).difference
        return joining.join(state, found, key, measure_id, stamp)

    _change(db, account, draft_id, made)


def discard(db: Database, account: Account, draft_id: int) -> None:
    """Give a draft up; a note remains, so that a second click is told of it."""
    with db.write() as session:
        row = own(session, account, draft_id, lock=True)
        note_end(session, account, row, DISCARDED)
        session.delete(row)


def _change(
    db: Database,
    account: Account,
    draft_id: int,
    made: Callable[[Session, DraftState], DraftState],
    since: datetime | None = None,
) -> None:
    with db.write() as session:
        row = own(session, account, draft_id, kind="plan", lock=True)
        if since is not None and row.updated_at != since:
            raise refused("changed_meanwhile")
        put(row, made(session, state_in(row)))
