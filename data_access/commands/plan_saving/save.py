"""A draft without blockers saved: the plan, the batch with the file's hash, findings, the audit."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands.plan_saving import findings as finding_rows
from data_access.commands.plan_saving.amend import amend
from data_access.commands.plan_saving.comparing import ordered
from data_access.commands.plan_saving.findings import Word
from data_access.commands.plan_saving.new_plan import insert_plan
from data_access.commands.plan_saving.place import place_of
from data_access.commands.plan_saving.recording import Done, Source, recorded, unchanged
from data_access.commands.plan_saving.seen import Seen
from data_access.commands.plan_saving.terms import Amending
from data_access.models import Executor
from data_access.plan_rows.plans import insert_executors
from data_access.plan_rows.texts import PlanOrder
from data_access.records.difference import Difference
from data_access.records.drafts import Refused, SaveOutcome, refused


def save(session: Session, seen: Seen, source: Source, today: date, word: Word) -> SaveOutcome:
    """Save what the draft orders in the caller's transaction; Refused where something blocks it."""
    if seen.blockers:
        raise Refused(*seen.blockers)
    if seen.target.how == "amends":
        return _amended(session, seen, source, word)
    return _created(session, seen, source, today, word)


def _created(session: Session, seen: Seen, source: Source, today: date, word: Word) -> SaveOutcome:
    now = datetime.now(UTC)
    order = _with_own_aliases(session, ordered(seen), source)
    plan_id, measures = insert_plan(session, order, place_of(session, seen.territory), today, now)
    counts = {
        "sections": len(order.sections),
        "measures": len(order.measures),
        "executors": len(order.executors),
        "indicators": len(order.indicators),
        "periods": len(order.periods),
    }
    done = Done("created", plan_id, measures, counts)
    return recorded(session, seen, source, word, now, done)


def _amended(session: Session, seen: Seen, source: Source, word: Word) -> SaveOutcome:
    if seen.compared is None:
        raise refused("target_undecided", "target")
    now = datetime.now(UTC)
    saved, order, terms = seen.compared.saved, seen.compared.order, seen.compared.terms
    changes = seen.compared.changes
    # Aliases that a person confirmed are kept even where nothing else is new.
    known = _with_own_aliases(session, order, source).executors
    executors = insert_executors(session, known, saved.territory_id, now)
    if changes.is_empty:
        return unchanged(session, seen, source, saved.id)
    work = Amending(
        session,
        saved,
        order,
        changes,
        executors,
        seen.target.basis,
        terms.on,
        now,
        terms.adds_from,
        terms.corrects,
    )
    measures = amend(work)
    finding_rows.supersede(session, saved.id, source.account_id, now)
    counts = dict(Counter(one.fate for one in changes.measures))
    named = _named(changes)
    done = Done(
        "amended",
        saved.id,
        measures,
        counts,
        tuple(work.decisions),
        named,
        seen.target.basis,
        terms.on,
        terms.is_own,
    )
    return recorded(session, seen, source, word, now, done)


def _named(changes: Difference) -> dict[str, tuple[str, ...]]:
    """Return the measures that come and go, by their fate."""
    named = {
        fate: tuple(f"{one.number} {one.title}" for one in changes.measures if one.fate == fate)
        for fate in ("added", "removed", "restored")
    }
    return {fate: texts for fate, texts in named.items() if texts}


def _with_own_aliases(session: Session, order: PlanOrder, source: Source) -> PlanOrder:
    """Return the order without aliases for executors of territories that are not the account's."""
    if source.territory_ids is None:
        return order
    query = select(Executor.id).where(
        Executor.id.in_([one.id for one in order.executors if one.id]),
        Executor.territory_id.not_in(source.territory_ids),
    )
    theirs = set(session.scalars(query))
    kept = [replace(one, aliases=()) if one.id in theirs else one for one in order.executors]
    return replace(order, executors=tuple(kept))
