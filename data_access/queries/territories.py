"""The page of territories and of one territory."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Territory
from data_access.queries.base import in_scope
from data_access.queries.grouping import BY_PLAN
from data_access.queries.groups import by_territory
from data_access.queries.moments import Moment, begin
from data_access.queries.nation import below, nation
from data_access.queries.plans import plans, territory_ref
from data_access.queries.summing import summed
from data_access.queries.totals import totals, totals_by
from data_access.records.common import GroupRow, PlanRef, Ref, Totals
from data_access.records.nation import Listing, NationPage
from data_access.records.pages import GroupPage, TerritoryDetail
from data_access.records.view import View

BEGINNING = Listing()


def load(db: Database, view: View, listing: Listing = BEGINNING) -> GroupPage | NationPage:
    """Return the territories in view with their totals; of very many, the part asked for."""
    with db.read() as session:
        known, moment = begin(session, view)
        if known.is_wide:
            return nation(db, session, known, moment, listing)
        return db.remembered_in(
            session, ("territories", view), lambda: _load(session, known, moment)
        )


def _load(session: Session, view: View, moment: Moment) -> GroupPage:
    return GroupPage(
        plans=plans(session, view, moment),
        totals=totals(session, view, moment),
        rows=tuple(by_territory(session, view, moment)),
    )


def detail(
    db: Database, view: View, territory_id: int, listing: Listing = BEGINNING
) -> TerritoryDetail | None:
    """Return one territory with its plans; None when there is none in the account's rights.

    A region comes with its municipalities, as far as the account may see them; of very many, with
    those that the listing asks for.
    """
    within = replace(view, filters=replace(view.filters, territory=territory_id))
    with db.read() as session:
        within, moment = begin(session, within)
        found = session.scalar(
            select(Territory).where(Territory.id == territory_id, in_scope(view, Territory.id))
        )
        if found is None:
            return None
        base = TerritoryDetail(
            territory=territory_ref(found),
            level=found.level,
            parent=_parent(session, view, found),
            plans=_plans(session, within, moment, territory_id),
            municipalities=(),
        )
        if within.is_wide:
            many = below(db, session, within, moment, listing, territory_id)
            return replace(base, of_many=many, whole=totals(session, within, moment))
        return _with_municipalities(base, by_territory(session, within, moment))


def _with_municipalities(base: TerritoryDetail, rows: Sequence[GroupRow]) -> TerritoryDetail:
    others = tuple(one for one in rows if one.id != base.territory.id)
    whole = summed([one.totals for one in rows]) if others else None
    return replace(base, municipalities=others, whole=whole)


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
