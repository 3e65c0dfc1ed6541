"""Drafts looked at: one with all that it comes to, the account's list, the file itself."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import load_only

from data_access.commands.drafts.rows import check_role, head_of, own, state_in
from data_access.commands.plan_saving.seen import see
from data_access.db import Database
from data_access.models import ImportDraft, Plan
from data_access.records.accounts import Account
from data_access.records.drafts import DraftHead, PlanDraft
from data_access.records.forms import Upload

#: What a line of the list shows; files and readings are large.
HEAD = (
    ImportDraft.id,
    ImportDraft.kind,
    ImportDraft.file_name,
    ImportDraft.sha256,
    ImportDraft.created_at,
    ImportDraft.updated_at,
)


def load(db: Database, account: Account, draft_id: int, today: date) -> PlanDraft:
    """Return a plan's draft with its findings, matches, target and blockers."""
    with db.read(latest=True) as session:
        row = own(session, account, draft_id, kind="plan")
        seen = see(session, account.scope, state_in(row), row.sha256, today)
        plan = session.get(Plan, row.plan_id) if row.plan_id else None
        return PlanDraft(
            head=head_of(row, plan),
            reading=seen.state.reading,
            findings=seen.findings,
            executors=seen.executors,
            territory=seen.territory,
            target=seen.target,
            periods=seen.periods,
            difference=seen.difference,
            blockers=seen.blockers,
            edited=seen.state.edited,
        )


def list_of(db: Database, account: Account) -> tuple[DraftHead, ...]:
    """Return the account's drafts, the newest first."""
    check_role(account)
    query = (
        select(ImportDraft, Plan)
        .outerjoin(Plan, Plan.id == ImportDraft.plan_id)
        .where(ImportDraft.account_id == account.id)
        .options(load_only(*HEAD))
        .order_by(ImportDraft.created_at.desc(), ImportDraft.id.desc())
    )
    with db.read(latest=True) as session:
        return tuple(head_of(row, plan) for row, plan in session.execute(query))


def file_of(
    db: Database,
    account: Account,
    draft_id: int,
    today: date,
    *,
    allows: frozenset[str] = frozenset(),
) -> Upload:
    """Return a draft's file as an upload, to preview or take in reports and indicators."""
    with db.read(latest=True) as session:
        row = own(session, account, draft_id)
        return Upload(
            file_name=row.file_name,
            data=row.content,
            scope=account.scope,
            today=today,
            account_id=account.id,
            plan_id=row.plan_id,
            allows=allows,
            draft_id=row.id,
        )
