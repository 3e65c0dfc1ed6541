"""A draft saved: all of it in one transaction, or nothing."""

from datetime import date

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_access.commands.drafts.rows import check_role, own, state_in
from data_access.commands.plan_saving.findings import Word
from data_access.commands.plan_saving.recording import Source, already_saved
from data_access.commands.plan_saving.save import save as save_seen
from data_access.commands.plan_saving.seen import see
from data_access.db import Database
from data_access.faults import is_contended, is_unavailable, reason
from data_access.importers.sheets.record import hold
from data_access.records.accounts import Account
from data_access.records.drafts import Refused, SaveOutcome, refused
from data_access.records.shown import Shown, shown


def save(
    db: Database,
    account: Account,
    draft_id: int,
    today: date,
    word: Word,
    marks: Shown | None = None,
) -> SaveOutcome:
    """Save a plan's draft: a new plan, or the changes of the one that it amends.

    `word` puts a finding into words for the saved rows. `marks` are those of what the page showed:
    Refused where saving would do anything else by now. Two savings wait for each other; that of a
    draft which was saved meanwhile gives the outcome "already". Raises Refused, with all that
    blocks it or with what the database said; then nothing was written.
    """
    check_role(account)
    try:
        with db.write(statuses=True) as session:
            hold(session, "plan")
            return _save(session, account, draft_id, today, word, marks)
    except DBAPIError as error:
        raise explained(error) from error


def explained(error: DBAPIError) -> Exception:
    """Return a refusal for what the database refused; the error itself where it does not answer."""
    if is_contended(error):
        return refused("changed_meanwhile")
    if is_unavailable(error):
        return error
    return refused("database_refused", reason=reason(error))


def _save(
    session: Session,
    account: Account,
    draft_id: int,
    today: date,
    word: Word,
    marks: Shown | None,
) -> SaveOutcome:
    try:
        row = own(session, account, draft_id, kind="plan", lock=True)
    except Refused:
        done = already_saved(session, account.id, draft_id)
        if done is None:
            raise
        return done
    seen = see(session, account.scope, state_in(row), row.sha256, today)
    now = shown(row.updated_at, seen.territory, seen.target, seen.difference)
    if marks is not None and marks != now:
        raise refused("shown_otherwise")
    source = Source(row.file_name, row.sha256, account.id, row.id, account.scope.territory_ids)
    outcome = save_seen(session, seen, source, today, word)
    session.delete(row)
    return outcome
