"""Plans in view, as they are named on every screen."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Row, Select, func, null, select, union
from sqlalchemy.orm import Session

from data_access.folding import sort_key
from data_access.models import Plan, Territory
from data_access.queries.base import Condition, concerned, plan_conditions
from data_access.queries.bundles import PLAN, TERRITORY, Parted
from data_access.queries.moments import Moment, depends_on
from data_access.queries.opened import made, opened, values
from data_access.queries.plain import plain_rows
from data_access.records.common import PlanRef, Ref
from data_access.records.cut import Cut
from data_access.records.view import View
from data_access.results import kept

#: So many of very many plans can be named.
NAMED = 8
SHOWN = Parted(PLAN, TERRITORY)


def plans(session: Session, view: View, moment: Moment) -> Sequence[PlanRef]:
    """Return the plans in view, in order of territory and term; of very many, some that stand
    for all: each date of the cut and kind of data, the earliest and the latest, and a few to name.

    A chosen section or executor leaves the plans in which it stands.
    """
    key = ("plans", depends_on(view), view.is_wide)
    rows = kept(session, key, lambda: _found(session, view), is_cheap=True)
    shown = map(SHOWN.split, rows)
    refs = [plan_ref(plan, territory, moment) for plan, territory in shown]
    refs.sort(key=lambda one: (sort_key(one.territory.short_name), one.starts_on))
    return Cut(tuple(refs), rows[0].number) if view.is_wide and rows else tuple(refs)


def _found(session: Session, view: View) -> Sequence[Row[Any]]:
    return plain_rows(session, made(_query, opened(view)), values(view))


def _query(view: View) -> Select[*tuple[Any, ...]]:
    conditions = [*plan_conditions(view), *concerned(view)]
    number = select(func.count(Plan.id)).where(*conditions).correlate(None).scalar_subquery()
    shown = [Plan.id.in_(_samples(conditions))] if view.is_wide else conditions
    return (
        select(*SHOWN.columns, (number if view.is_wide else null()).label("number"))
        .join(Territory, Territory.id == Plan.territory_id)
        .where(*shown)
    )


def _samples(conditions: list[Condition]) -> CompoundSelect[Any]:
    """Return the query of plans that together have every date, kind of data and end of a term."""
    ids = select(Plan.id).where(*conditions)
    alike = select(func.min(Plan.id).label("id")).where(*conditions)
    parts = (
        alike.group_by(Plan.default_as_of, Plan.is_demo),
        ids.order_by(Plan.id).limit(NAMED),
        ids.order_by(Plan.starts_on, Plan.id).limit(1),
        ids.order_by(Plan.ends_on.desc(), Plan.id).limit(1),
    )
    return union(*(select(one.correlate(None).subquery()) for one in parts))


def plan_ref(plan: Plan | Row[Any], territory: Territory | Row[Any], moment: Moment) -> PlanRef:
    """Return the record of a plan as it is named on screens."""
    return PlanRef(
        id=plan.id,
        code=plan.code,
        title=plan.title,
        short_title=plan.short_title,
        territory=territory_ref(territory),
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        as_of=moment.of_plan(plan.default_as_of),
        is_demo=plan.is_demo,
        has_reporting_duty=plan.reporting_frequency != "none",
        controller=plan.controller,
        coordinator=plan.coordinator,
        reporting_text=plan.reporting_text,
        act_kind=plan.act_kind,
        act_number=plan.act_number,
        act_date=plan.act_date,
    )


def territory_ref(territory: Territory | Row[Any]) -> Ref:
    """Return the reference to a territory."""
    return Ref(territory.id, territory.name, territory.short_name)
