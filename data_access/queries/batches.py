"""Files that were taken in: what, by whom, when, with how many rows."""

from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Account, ImportBatch, Plan, Territory
from data_access.queries.base import Condition, plan_conditions
from data_access.queries.moments import Moment, begin
from data_access.queries.plans import plan_ref
from data_access.records.data import Batch
from data_access.records.forms import DECIDABLE
from data_access.records.view import Filters, View

MOST = 30


def batches(session: Session, view: View, moment: Moment, account_id: int) -> tuple[Batch, ...]:
    """Return the last files taken in within the account's rights, the newest first.

    A file for several plans, or for none, is shown to whoever took it in.
    """
    newest = ImportBatch.imported_at.desc(), ImportBatch.id.desc()
    rows = session.execute(_query(view, account_id).order_by(*newest).limit(MOST))
    return tuple(_batch(row, moment) for row in rows)


def one_batch(db: Database, view: View, account_id: int, batch_id: int) -> Batch | None:
    """Return one file taken in; None where it is unknown or out of the rights."""
    with db.read(latest=True) as session:
        row = session.execute(
            _query(view, account_id).where(ImportBatch.id == batch_id)
        ).one_or_none()
        return _batch(row, begin(session, view)[1]) if row else None


def _query(view: View, account_id: int) -> Select[*tuple[Any, ...]]:
    post = func.coalesce(func.nullif(Account.title, ""), Account.username)
    return (
        select(ImportBatch, Plan, Territory, post.label("by"))
        .outerjoin(Plan, Plan.id == ImportBatch.plan_id)
        .outerjoin(Territory, Territory.id == Plan.territory_id)
        .outerjoin(Account, Account.id == ImportBatch.account_id)
        .where(_is_seen(view, account_id))
    )


def _is_seen(view: View, account_id: int) -> Condition:
    in_plans = and_(ImportBatch.plan_id.is_not(None), *plan_conditions(view))
    chosen = view.filters.plan, view.filters.territory
    if chosen != (Filters().plan, Filters().territory):
        return in_plans
    nowhere = ImportBatch.plan_id.is_(None)
    if view.scope.territory_ids is None:
        return or_(in_plans, nowhere)
    return or_(in_plans, and_(nowhere, ImportBatch.account_id == account_id))


def _batch(row: Any, moment: Moment) -> Batch:
    found: ImportBatch = row.ImportBatch
    said = found.summary or {}
    return Batch(
        id=found.id,
        kind=found.kind,
        file_name=found.file_name,
        plan=plan_ref(row.Plan, row.Territory, moment) if row.Plan else None,
        by=row.by or "",
        imported_at=found.imported_at,
        added=said.get("added", 0),
        changed=said.get("changed", 0),
        unchanged=said.get("unchanged", 0),
        allowed={one: len(said.get(f"{one}_allowed", ())) for one in DECIDABLE},
        fate=said.get("fate", ""),
        named={fate: tuple(texts) for fate, texts in said.get("named", {}).items()},
        basis=said.get("basis", ""),
        counts_from=date.fromisoformat(day) if (day := said.get("counts_from")) else None,
    )
