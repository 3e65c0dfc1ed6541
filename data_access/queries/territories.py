"""The page of territories and of one territory."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Territory
from data_access.queries.base import Moment, begin, in_scope
from data_access.queries.grouping import BY_PLAN
from data_access.queries.groups import by_territory
from data_access.queries.plans import plans, territory_ref
from data_access.queries.shown_groups import is_by_region, territories_in
from data_access.queries.totals import totals, totals_by
from data_access.records.common import PlanRef, Ref, Totals
from data_access.records.pages import GroupPage, TerritoryDetail
from data_access.records.view import View


def load(db: Database, view: View) -> GroupPage:
    """Return the territories in view with their totals."""
    return db.remembered(
        ("territories", view), lambda session: _load(session, *begin(session, view))
    )


def _load(session: Session, view: View, moment: Moment) -> GroupPage:
    return GroupPage(
        plans=plans(session, view, moment),
        totals=totals(session, view, moment),
        rows=territories_in(session, view, moment),
        by_region=is_by_region(view),
    )


def detail(db: Database, view: View, territory_id: int) -> TerritoryDetail | None:
    """Return one territory with its plans; None when there is none in the account's rights.

    A region comes with its municipalities, as far as the account may see them.
    """
    within = replace(view, filters=replace(view.filters, territory=territory_id))
    with db.read() as session:
        within, moment = begin(session, within)
        found = session.scalar(
            select(Territory).where(Territory.id == territory_id, in_scope(view, Territory.id))
        )
        if found is None:
            return None
        municipalities = by_territory(session, within, moment)
        return TerritoryDetail(
            territory=territory_ref(found),
            level=found.level,
            parent=_parent(session, view, found),
            plans=_plans(session, within, moment, territory_id),
            municipalities=tuple(one for one in municipalities if one.id != territory_id),
        )


def _parent(session: Session, view: View, territory: Territory) -> Ref | None:
    parent = session.scalar(
        select(Territory).where(Territory.id == territory.parent_id, in_scope(view, Territory.id))
    )
    return territory_ref(parent) if parent else None


def _plans(
    session: Session, view: View, moment: Moment, territory_id: int
) -> tuple[tuple[PlanRef, Totals], ...]:
    found = totals_by(session, view, moment, BY_PLAN)
    empty = totals(session, replace(view, filters=replace(view.filters, plan=-1)), moment)
    return tuple(
        (plan, found.get(plan.id, empty))
        for plan in plans(session, view, moment)
        if plan.territory.id == territory_id
    )
