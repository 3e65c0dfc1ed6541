"""A draft made of an uploaded file."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from data_access.commands.drafts.again import put_again
from data_access.commands.drafts.rows import check_role
from data_access.db import Database
from data_access.importers.draft.json_form import to_json
from data_access.importers.plan.read import read_plan
from data_access.importers.sheets.record import bare_name
from data_access.models import ImportDraft, Plan
from data_access.records.accounts import Account
from data_access.records.drafts import refused
from data_access.records.limits import MOST_BYTES, MOST_MEGABYTES

KINDS = ("plan", "reports", "indicators")
KEPT = timedelta(days=30)
#: Unfinished drafts of one account: each keeps its file.
MOST = 30
#: One upload of an account at a time.
LOCK_KIND = 7_220_014
LOCK = text("SELECT pg_advisory_xact_lock(:kind, :account)")


def create(
    db: Database,
    account: Account,
    kind: str,
    file_name: str,
    data: bytes,
    plan_id: int | None = None,
) -> int:
    """Keep an uploaded file as a draft and return its id; a plan is read first.

    The same file of the same kind goes on with the draft that is there; that of a saved plan begins
    with what was edited and decided then. `plan_id` helps with the rows of reports and indicators
    that carry no code: the one named last. An account has thirty drafts at most; those that nobody
    changed for thirty days are deleted.
    Raises Refused, and ReadingRefused (with a reason) for a file that holds no plan.
    """
    check_role(account)
    _check_size(kind, data)
    reading = to_json(read_plan(data, file_name)) if kind == "plan" else None
    digest = sha256(data).hexdigest()
    with db.write() as session:
        _alone(session, account)
        _purge(session)
        there = _same(session, account, kind, digest)
        if there is not None:
            return _gone_on(session, account, there, plan_id)
        _check_number(session, account)
        row = ImportDraft(
            kind=kind,
            account_id=account.id,
            plan_id=allowed_plan(session, account, plan_id),
            file_name=bare_name(file_name),
            sha256=digest,
            content=data,
            reading=reading,
            edits={},
        )
        if kind == "plan":
            put_again(session, account.scope, row)
        session.add(row)
        session.flush()
        return row.id


def _check_size(kind: str, data: bytes) -> None:
    if kind not in KINDS:
        raise refused("unknown_choice", "kind", value=kind[:40])
    if len(data) > MOST_BYTES:
        raise refused("too_large", limit=MOST_MEGABYTES)


def _check_number(session: Session, account: Account) -> None:
    query = select(func.count()).where(ImportDraft.account_id == account.id)
    if (session.scalar(query) or 0) >= MOST:
        raise refused("too_many_drafts", limit=MOST)


def _purge(session: Session) -> None:
    session.execute(delete(ImportDraft).where(ImportDraft.updated_at < datetime.now(UTC) - KEPT))


def _alone(session: Session, account: Account) -> None:
    """Keep other uploads of the account out until the transaction ends: one draft of a file."""
    if session.get_bind().dialect.name == "postgresql":  # SQLite has one writer anyhow
        session.execute(LOCK, {"kind": LOCK_KIND, "account": account.id})


def _gone_on(session: Session, account: Account, row: ImportDraft, plan_id: int | None) -> int:
    """Return the draft of the same file; rows without a code belong to the plan named now."""
    if row.kind != "plan":
        row.plan_id = allowed_plan(session, account, plan_id)
        row.updated_at = datetime.now(UTC)
    return row.id


def _same(session: Session, account: Account, kind: str, digest: str) -> ImportDraft | None:
    """Return the draft of the file, locked: another tab may be saving or deleting it."""
    query = select(ImportDraft).where(
        ImportDraft.account_id == account.id,
        ImportDraft.kind == kind,
        ImportDraft.sha256 == digest,
    )
    return session.scalar(query.with_for_update())


def allowed_plan(session: Session, account: Account, plan_id: int | None) -> int | None:
    """Return the plan's id if the account may see the plan; Refused otherwise."""
    if plan_id is None:
        return None
    query = select(Plan.id).where(Plan.id == plan_id)
    ids = account.scope.territory_ids
    found = session.scalar(query if ids is None else query.where(Plan.territory_id.in_(ids)))
    if found is None:
        raise refused("unknown_plan", "plan")
    return found
