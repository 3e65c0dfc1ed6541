"""What a saving leaves beside the plan: the batch with the file's hash, findings, the audit."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands import audit
from data_access.commands.plan_saving.deciding import keep_decisions
from data_access.commands.plan_saving.findings import Word, insert_findings
from data_access.commands.plan_saving.seen import Seen
from data_access.importers.draft.json_form import to_json
from data_access.importers.draft.state import DraftState, decisions_to_json
from data_access.importers.sheets.record import bare_name
from data_access.models import ImportBatch, Plan, Territory
from data_access.records.drafts import SaveOutcome


@dataclass(frozen=True)
class Source:
    """The file behind a draft, and who saves it; `draft_id` None is the command line.

    `territory_ids` are those of the account, None for all: executors elsewhere get no aliases.
    """

    file_name: str
    sha256: str
    account_id: int | None
    draft_id: int | None = None
    territory_ids: frozenset[int] | None = None


@dataclass(frozen=True)
class Done:
    """What was done: the measures' ids by their keys, counts, the decisions that were made.

    `named` are the measures that came and went ("2.3 Title") by their fate, `basis` and
    `counts_from` the act that changed the plan, and from which day. `is_own` is the plan's own act
    that corrects what it said.
    """

    fate: str
    plan_id: int
    measures: Mapping[str, int]
    counts: Mapping[str, int]
    decisions: tuple[int, ...] = ()
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    basis: str = ""
    counts_from: date | None = None
    is_own: bool = False


def unchanged(session: Session, seen: Seen, source: Source, plan_id: int) -> SaveOutcome:
    """Leave nothing but the decisions on findings and a note that the file was taken in again."""
    decided = keep_decisions(session, seen.state, seen.findings, plan_id)
    audit.note(
        session,
        "import.plan.unchanged",
        account_id=source.account_id,
        object_kind="plan",
        object_id=plan_id,
        details={"sha256": source.sha256, "draft": source.draft_id, "decided": decided},
    )
    return _outcome(session, "unchanged", plan_id, None, {}, 0)


def recorded(
    session: Session, seen: Seen, source: Source, word: Word, now: datetime, done: Done
) -> SaveOutcome:
    """Insert the batch, the findings and the event of the audit; return the outcome."""
    batch = _batch(session, seen.state, source, done)
    insert_findings(
        session,
        seen.findings,
        done.measures,
        word,
        batch_id=batch.id,
        plan_id=done.plan_id,
        document=batch.file_name,
    )
    audit.note(
        session,
        "import.plan",
        account_id=source.account_id,
        object_kind="import_batch",
        object_id=batch.id,
        details={
            "sha256": source.sha256,
            "plan": done.plan_id,
            "fate": done.fate,
            **done.counts,
            **_confirmed(seen),
        },
    )
    left = sum(one.settlement.is_open for one in seen.findings)
    outcome = _outcome(session, done.fate, done.plan_id, batch.id, done.counts, left)
    is_made = done.fate == "created" and seen.territory.how == "new"
    return replace(outcome, named=done.named, made_territory=is_made)


def _confirmed(seen: Seen) -> dict[str, bool]:
    """Return that a person meant the plan, though the act looks like that of another one."""
    return {"confirmed": True} if seen.target.is_confirmed else {}


def _batch(session: Session, state: DraftState, source: Source, done: Done) -> ImportBatch:
    summary: dict[str, Any] = {"fate": done.fate, "plans": [done.plan_id], **done.counts}
    if done.named:
        summary["named"] = {fate: list(texts) for fate, texts in done.named.items()}
    if done.counts_from:
        summary |= {"basis": done.basis, "counts_from": done.counts_from.isoformat()}
    if done.is_own:
        summary["is_own"] = True
    if done.decisions:
        summary["decisions"] = list(done.decisions)
    if source.draft_id is not None:
        summary["draft"] = source.draft_id
    batch = ImportBatch(
        kind="plan",
        file_name=bare_name(source.file_name),
        sha256=source.sha256,
        plan_id=done.plan_id,
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
    counts: Mapping[str, int],
    left: int,
) -> SaveOutcome:
    query = select(Plan.code, Plan.short_title, Territory.name).join(
        Territory, Territory.id == Plan.territory_id
    )
    plan = session.execute(query.where(Plan.id == plan_id)).one()
    return SaveOutcome(
        fate, plan_id, plan.code, plan.short_title, batch_id, counts, left, territory=plan.name
    )


def already_saved(session: Session, account_id: int, draft_id: int) -> SaveOutcome | None:
    """Return what became of a draft that is gone because it was saved."""
    batch = batch_of_draft(session, account_id, draft_id)
    if batch is None or batch.plan_id is None:
        return None
    return _outcome(session, "already", batch.plan_id, batch.id, {}, 0)


def batch_of_draft(session: Session, account_id: int, draft_id: int) -> ImportBatch | None:
    """Return what was saved of an account's draft, of whatever kind."""
    query = select(ImportBatch).where(
        ImportBatch.account_id == account_id,
        ImportBatch.summary["draft"].as_integer() == draft_id,
    )
    return session.scalars(query).first()
