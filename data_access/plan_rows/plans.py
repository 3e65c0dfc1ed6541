"""Inserts the sections, executors and reporting periods of a plan."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.models import Executor, ExecutorAlias, ReportingPeriod, Section
from data_access.plan_rows.inserting import insert_rows
from data_access.plan_rows.texts import ExecutorText, PeriodText, SectionText


def insert_sections(
    session: Session, texts: Sequence[SectionText], plan: int, first: int = 1
) -> dict[str, int]:
    """Insert sections in the act's order; return their ids by number."""
    rows = [
        {
            "plan_id": plan,
            "position": position,
            "number": one.number,
            "title": one.title,
            "short_title": one.short_title,
        }
        for position, one in enumerate(texts, start=first)
    ]
    ids = insert_rows(session, Section, rows)
    return {one.number: id_ for one, id_ in zip(texts, ids, strict=True)}


def insert_executors(
    session: Session, texts: Sequence[ExecutorText], territory: int, confirmed_at: datetime
) -> dict[str, int]:
    """Insert the executors that are not there yet and all new aliases; return ids by key."""
    fresh = [one for one in texts if one.id is None]
    rows = [
        {
            "territory_id": territory,
            "name": one.name,
            "short_name": one.short_name,
            "is_group": one.is_group,
        }
        for one in fresh
    ]
    ids = insert_rows(session, Executor, rows)
    found = {one.key: id_ for one, id_ in zip(fresh, ids, strict=True)}
    found |= {one.key: one.id for one in texts if one.id is not None}
    _insert_aliases(session, texts, found, confirmed_at)
    return found


def _insert_aliases(
    session: Session,
    texts: Sequence[ExecutorText],
    ids: Mapping[str, int],
    confirmed_at: datetime,
) -> None:
    query = select(ExecutorAlias.executor_id, ExecutorAlias.alias)
    there = {
        (executor, alias)
        for executor, alias in session.execute(
            query.where(ExecutorAlias.executor_id.in_([one.id for one in texts if one.id]))
        )
    }
    rows = [
        {"executor_id": ids[one.key], "alias": alias, "confirmed_at": confirmed_at}
        for one in texts
        for alias in dict.fromkeys(one.aliases)
        if alias != one.name and (ids[one.key], alias) not in there
    ]
    insert_rows(session, ExecutorAlias, rows)


def insert_periods(session: Session, texts: Sequence[PeriodText], plan: int) -> dict[str, int]:
    """Insert reporting periods; return their ids by label."""
    rows = [{"plan_id": plan, **vars(one)} for one in texts]
    ids = insert_rows(session, ReportingPeriod, rows)
    return {one.label: id_ for one, id_ in zip(texts, ids, strict=True)}
