"""A draft without blockers saved: the plan, the batch with the file's hash, findings, the audit."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands import audit
from data_access.commands.plan_saving import findings as finding_rows
from data_access.commands.plan_saving.amend import amend
from data_access.commands.plan_saving.findings import Word
from data_access.commands.plan_saving.new_plan import insert_plan
from data_access.commands.plan_saving.place import place_of
from data_access.commands.plan_saving.seen import Seen
from data_access.commands.plan_saving.snapshot import load_saved
from data_access.commands.plan_saving.terms import Amending
from data_access.importers.draft.difference import Terms, difference
from data_access.importers.draft.json_form import to_json
from data_access.importers.draft.order import order_of
from data_access.importers.draft.state import DraftState, decisions_to_json
from data_access.importers.sheets.record import bare_name
from data_access.models import ImportBatch, Plan
from data_access.plan_rows.plans import insert_executors
from data_access.plan_rows.texts import PlanOrder
from data_access.records.difference import Difference
from data_access.records.drafts import Refused, SaveOutcome, refused


@dataclass(frozen=True)
class Source:
    """The file behind a draft, and who saves it; `draft_id` None is the command line."""

    file_name: str
    sha256: str
    account_id: int | None
    draft_id: int | None = None


def difference_of(session: Session, seen: Seen, today: date) -> Difference | None:
    """Return what saving would change in the plan that the draft amends; None for a new one."""
    if seen.target.how != "amends" or seen.target.plan is None:
        return None
    saved = load_saved(session, seen.target.plan.id)
    return difference(saved, _order(seen), _terms(seen, today))


def save(session: Session, seen: Seen, source: Source, today: date, word: Word) -> SaveOutcome:
    """Save what the draft orders in the caller's transaction; Refused where something blocks it."""
    if seen.blockers:
        raise Refused(*seen.blockers)
    if seen.target.how == "amends":
        return _amended(session, seen, source, today, word)
    return _created(session, seen, source, today, word)


def _created(session: Session, seen: Seen, source: Source, today: date, word: Word) -> SaveOutcome:
    now = datetime.now(UTC)
    order = _order(seen)
    plan_id, measures = insert_plan(session, order, place_of(session, seen.territory), today, now)
    counts = {
        "sections": len(order.sections),
        "measures": len(order.measures),
        "executors": len(order.executors),
        "indicators": len(order.indicators),
        "periods": len(order.periods),
    }
    return _recorded(session, seen, source, word, now, "created", plan_id, measures, counts)


def _amended(session: Session, seen: Seen, source: Source, today: date, word: Word) -> SaveOutcome:
    if seen.target.plan is None:
        raise refused("target_undecided", "target")
    now = datetime.now(UTC)
    order, terms = _order(seen), _terms(seen, today)
    saved = load_saved(session, seen.target.plan.id)
    changes = difference(saved, order, terms)
    # Aliases that a person confirmed are kept even where nothing else is new.
    executors = insert_executors(session, order.executors, saved.territory_id, now)
    if changes.is_empty:
        return _unchanged(session, source, saved.id)
    work = Amending(session, saved, order, changes, executors, seen.target.basis, terms.on, now)
    measures = amend(work)
    finding_rows.supersede(session, saved.id, source.account_id, now)
    counts = dict(Counter(one.fate for one in changes.measures))
    return _recorded(session, seen, source, word, now, "amended", saved.id, measures, counts)


def _order(seen: Seen) -> PlanOrder:
    return order_of(seen.state, seen.executors, seen.periods)


def _terms(seen: Seen, today: date) -> Terms:
    by_hand = frozenset(field for key, field in seen.state.edited if not key)
    plan = seen.state.reading.plan
    on = seen.target.decided_on or today
    return Terms(on, by_hand, bool(plan.reporting), plan.earliest)


def _unchanged(session: Session, source: Source, plan_id: int) -> SaveOutcome:
    """Leave nothing but a note that the file was taken in again."""
    audit.note(
        session,
        "import.plan.unchanged",
        account_id=source.account_id,
        object_kind="plan",
        object_id=plan_id,
        details={"sha256": source.sha256},
    )
    return _outcome(session, "unchanged", plan_id, None, {}, 0)


def _recorded(
    session: Session,
    seen: Seen,
    source: Source,
    word: Word,
    now: datetime,
    fate: str,
    plan_id: int,
    measures: dict[str, int],
    counts: dict[str, int],
) -> SaveOutcome:
    batch = _batch(session, seen.state, source, fate, plan_id, counts)
    finding_rows.insert_findings(
        session,
        seen.findings,
        measures,
        word,
        batch_id=batch.id,
        plan_id=plan_id,
        document=batch.file_name,
    )
    audit.note(
        session,
        "import.plan",
        account_id=source.account_id,
        object_kind="import_batch",
        object_id=batch.id,
        details={"sha256": source.sha256, "plan": plan_id, "fate": fate, **counts},
    )
    left = sum(one.settlement.is_open for one in seen.findings)
    return _outcome(session, fate, plan_id, batch.id, counts, left)


def _batch(
    session: Session,
    state: DraftState,
    source: Source,
    fate: str,
    plan_id: int,
    counts: dict[str, int],
) -> ImportBatch:
    summary: dict[str, Any] = {"fate": fate, "plans": [plan_id], **counts}
    if source.draft_id is not None:
        summary["draft"] = source.draft_id
    batch = ImportBatch(
        kind="plan",
        file_name=bare_name(source.file_name),
        sha256=source.sha256,
        plan_id=plan_id,
        account_id=source.account_id,
        summary=summary,
        state={"reading": to_json(state.reading), "edits": decisions_to_json(state)},
    )
    session.add(batch)
    session.flush()
    return batch


def _outcome(
    session: Session,
    fate: str,
    plan_id: int,
    batch_id: int | None,
    counts: dict[str, int],
    left: int,
) -> SaveOutcome:
    plan = session.execute(select(Plan.code, Plan.short_title).where(Plan.id == plan_id)).one()
    return SaveOutcome(fate, plan_id, plan.code, plan.short_title, batch_id, counts, left)


def already_saved(session: Session, account_id: int, draft_id: int) -> SaveOutcome | None:
    """Return what became of a draft that is gone because it was saved."""
    query = select(ImportBatch).where(
        ImportBatch.kind == "plan",
        ImportBatch.account_id == account_id,
        ImportBatch.summary["draft"].as_integer() == draft_id,
    )
    batch = session.scalar(query)
    if batch is None or batch.plan_id is None:
        return None
    return _outcome(session, "already", batch.plan_id, batch.id, {}, 0)
