"""What the database knows that a draft is compared with: territories, plans, executors."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased, undefer

from data_access.importers.draft.json_form import from_json
from data_access.importers.draft.name_book import SavedExecutor
from data_access.importers.draft.places import SavedTitle
from data_access.models import (
    Assignment,
    Executor,
    ExecutorAlias,
    ImportBatch,
    Measure,
    Plan,
    Territory,
)
from data_access.records.draft_matches import Place
from data_access.records.reading import IndicatorReading
from data_access.records.view import Scope


def writable(session: Session, scope: Scope) -> list[Place]:
    """Return the territories of a scope with their regions, in the order of their names."""
    region = aliased(Territory)
    query = (
        select(Territory.id, Territory.name, Territory.short_name, region.name)
        .outerjoin(region, region.id == Territory.parent_id)
        .order_by(Territory.name, Territory.id)
    )
    if scope.territory_ids is not None:
        query = query.where(Territory.id.in_(scope.territory_ids))
    rows = session.execute(query)
    return [Place(id_, name, short, of or "") for id_, name, short, of in rows]


def territory_of_plan(session: Session, plan_id: int) -> int:
    """Return the territory of a plan."""
    return session.scalars(select(Plan.territory_id).where(Plan.id == plan_id)).one()


def term_of_plan(session: Session, plan_id: int) -> tuple[date, date]:
    """Return the first and the last day of a plan."""
    query = select(Plan.starts_on, Plan.ends_on).where(Plan.id == plan_id)
    first, last = session.execute(query).one()
    return first, last


def last_file(session: Session, plan_id: int) -> ImportBatch | None:
    """Return the plan's last file that was saved with its reading and decisions (`state`)."""
    query = (
        select(ImportBatch)
        .where(
            ImportBatch.kind == "plan",
            ImportBatch.plan_id == plan_id,
            ImportBatch.state.is_not(None),
        )
        .order_by(ImportBatch.imported_at.desc(), ImportBatch.id.desc())
        .options(undefer(ImportBatch.state))
        .limit(1)
    )
    return session.scalar(query)


def indicators_said(session: Session, plan_id: int) -> list[list[IndicatorReading]]:
    """Return the indicators of the plan's files as they were saved, the last file first."""
    query = (
        select(ImportBatch.state["reading"]["indicators"])
        .where(
            ImportBatch.kind == "plan",
            ImportBatch.plan_id == plan_id,
            ImportBatch.state.is_not(None),
        )
        .order_by(ImportBatch.imported_at.desc(), ImportBatch.id.desc())
    )
    return [
        [from_json(IndicatorReading, one) for one in said or ()] for said in session.scalars(query)
    ]


def titles(session: Session, territory_id: int) -> list[SavedTitle]:
    """Return the plans of a territory with the hashes of the files that they came from."""
    hashes: dict[int, set[str]] = defaultdict(set)
    own: dict[int, set[str]] = defaultdict(set)
    plans = session.scalars(
        select(Plan).where(Plan.territory_id == territory_id).order_by(Plan.starts_on, Plan.id)
    ).all()
    of_these = ImportBatch.plan_id.in_([one.id for one in plans])
    query = select(ImportBatch.plan_id, ImportBatch.sha256, ImportBatch.summary).where(
        ImportBatch.kind == "plan", of_these
    )
    for plan_id, digest, summary in session.execute(query):
        hashes[plan_id or 0].add(digest)
        if (summary or {}).get("fate") == "created":
            own[plan_id or 0].add(digest)
    return [
        SavedTitle(
            id=one.id,
            code=one.code,
            title=one.title,
            short_title=one.short_title,
            act_kind=one.act_kind,
            act_number=one.act_number,
            act_date=one.act_date,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            hashes=frozenset(hashes[one.id]),
            own_hashes=frozenset(own[one.id]),
        )
        for one in plans
    ]


def executors(session: Session, territory_id: int) -> list[SavedExecutor]:
    """Return whom a territory's plans may mean, with their aliases.

    These are its own executors, those of its region, and others that its plans name already.
    """
    query = (
        select(Executor, Territory.short_name)
        .join(Territory, Territory.id == Executor.territory_id)
        .where(_may_be_meant(territory_id))
        .order_by(Executor.id)
    )
    found = session.execute(query).all()
    aliases = _aliases(session, [one.id for one, _place in found])
    return [
        SavedExecutor(
            one.id,
            one.name,
            tuple(aliases[one.id]),
            one.is_group,
            "" if one.territory_id == territory_id else place,
        )
        for one, place in found
    ]


def _may_be_meant(territory_id: int) -> ColumnElement[bool]:
    region = select(Territory.parent_id).where(Territory.id == territory_id)
    named = (
        select(Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(Plan.territory_id == territory_id)
    )
    return or_(
        Executor.territory_id == territory_id,
        Executor.territory_id.in_(region),
        Executor.id.in_(named),
    )


def _aliases(session: Session, ids: list[int]) -> Mapping[int, list[str]]:
    aliases: dict[int, list[str]] = defaultdict(list)
    query = select(ExecutorAlias).where(ExecutorAlias.executor_id.in_(ids))
    for alias in session.scalars(query.order_by(ExecutorAlias.id)):
        aliases[alias.executor_id].append(alias.alias)
    return aliases
