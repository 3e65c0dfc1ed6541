"""Drafts of filled-in forms: previewed, given the plan of rows without a code, taken in."""

from contextlib import suppress
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from data_access.commands.drafts.changes import discard
from data_access.commands.drafts.creating import allowed_plan
from data_access.commands.drafts.ended import UNCHANGED, note_end
from data_access.commands.drafts.reading import file_of, list_of
from data_access.commands.drafts.rows import own
from data_access.db import Database
from data_access.importers.indicators.save import INDICATORS
from data_access.importers.reports.save import REPORTS
from data_access.importers.sheets import intake
from data_access.records.accounts import Account
from data_access.records.drafts import Refused, refused
from data_access.records.forms import NEEDS_PLAN, ImportOutcome
from data_access.records.shown import sheet_mark

KINDS = {"reports": REPORTS, "indicators": INDICATORS}


def kind_of(db: Database, account: Account, draft_id: int) -> tuple[str, int | None]:
    """Return the kind of the account's draft, and the plan of its rows without a code."""
    with db.read(latest=True) as session:
        row = own(session, account, draft_id)
        return row.kind, row.plan_id


def choose_plan(db: Database, account: Account, draft_id: int, plan_id: int | None) -> None:
    """Say to which plan the rows without a code belong."""
    with db.write() as session:
        row = own(session, account, draft_id, lock=True)
        if row.kind not in KINDS:
            raise refused("unknown_draft", key=str(draft_id))
        row.plan_id = allowed_plan(session, account, plan_id)


def preview(db: Database, account: Account, draft_id: int, today: date) -> ImportOutcome:
    """Return what the file holds and would change; Refused for what is no filled-in form."""
    kind, _ = _sheet(db, account, draft_id)
    return intake.preview(KINDS[kind], db, file_of(db, account, draft_id, today))


def take_in(
    db: Database,
    account: Account,
    draft_id: int,
    today: date,
    *,
    allows: frozenset[str] = frozenset(),
    mark: str | None = None,
) -> ImportOutcome:
    """Save what is new in the file, all of it or nothing; then the draft is gone.

    With any fault the draft stays. `mark` is that of what the page showed (`shown.sheet_mark`):
    Refused where saving would do anything else by now. Whoever comes second is refused:
    `drafts.ended` says what the first one made.
    """
    kind, _ = _sheet(db, account, draft_id)
    upload = file_of(db, account, draft_id, today, allows=allows)
    return intake.take_in(KINDS[kind], db, upload, partial(_end, account, draft_id, mark))


def discard_idle(db: Database, account: Account, today: date) -> int:
    """Throw away the account's filled-in forms with nothing to save; return how many they were.

    They say nothing new, or have errors that only another file mends.
    """
    idle = 0
    for head in list_of(db, account):
        with suppress(Refused):  # gone meanwhile: another tab was quicker
            if head.kind in KINDS and _is_idle(db, account, head.id, today):
                discard(db, account, head.id)
                idle += 1
    return idle


def _is_idle(db: Database, account: Account, draft_id: int, today: date) -> bool:
    found = preview(db, account, draft_id, today)
    if found.is_refused:
        return not found.asks and not any(one.code in NEEDS_PLAN for one in found.faults)
    return not found.count("added") + found.count("changed")


def _end(
    account: Account, draft_id: int, mark: str | None, session: Session, outcome: ImportOutcome
) -> None:
    """Take the draft away; of one that said nothing new a note remains, for a second click."""
    row = own(session, account, draft_id, lock=True)
    if outcome.batch_id and mark is not None and mark != sheet_mark(row.plan_id, outcome):
        raise refused("shown_otherwise")
    if outcome.batch_id is None:
        note_end(session, account, row, UNCHANGED)
    session.delete(row)
    session.flush()


def _sheet(db: Database, account: Account, draft_id: int) -> tuple[str, int | None]:
    kind, plan_id = kind_of(db, account, draft_id)
    if kind not in KINDS:
        raise refused("unknown_draft", key=str(draft_id))
    return kind, plan_id
