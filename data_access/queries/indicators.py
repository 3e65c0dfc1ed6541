"""The page of indicators: targets against actuals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Indicator, Plan, Territory
from data_access.models import IndicatorValue as Stored
from data_access.queries.base import Condition, plan_conditions
from data_access.queries.groups import in_chunks
from data_access.queries.missed import judged
from data_access.queries.moments import Moment, begin
from data_access.queries.picking import LISTED
from data_access.queries.plans import plan_ref, plans
from data_access.queries.values import values
from data_access.records.common import PlanRef
from data_access.records.cut import Cut
from data_access.records.indicators import IndicatorRow, IndicatorsPage, IndicatorValue, is_met
from data_access.records.view import View


def load(db: Database, view: View) -> IndicatorsPage:
    """Return the indicators of the plans in view with the values known on the as-of date."""
    return db.remembered(
        ("indicators", view), lambda session: _load(session, *begin(session, view))
    )


def _load(session: Session, view: View, moment: Moment) -> IndicatorsPage:
    return IndicatorsPage(plans=plans(session, view, moment), rows=shown(session, view, moment))


def shown(session: Session, view: View, moment: Moment) -> Sequence[IndicatorRow]:
    """Return the indicators in the plans' order; of very many those that miss their target."""
    if not view.is_wide:
        return tuple(indicators(session, view, moment))
    keys, met, number = judged(session, view, moment, LISTED)
    rows = indicators(session, view, moment, Indicator.id.in_(keys))
    return Cut(tuple(rows), number, met=met)


def indicators(
    session: Session, view: View, moment: Moment, *conditions: Condition
) -> list[IndicatorRow]:
    """Return the indicators in the plans' order.

    Values count from the day they were submitted, but a first target from the beginning.
    """
    rows = session.execute(
        select(Indicator, Plan, Territory)
        .join(Plan, Plan.id == Indicator.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(*plan_conditions(view), *conditions)
        .order_by(Plan.territory_id, Plan.id, Indicator.position)
    ).all()
    known = _values(session, moment, [row.Indicator.id for row in rows])
    return [
        _row(indicator, plan_ref(plan, territory, moment), known[indicator.id])
        for indicator, plan, territory in rows
    ]


def in_parts(session: Session, view: View, moment: Moment) -> Iterator[IndicatorRow]:
    """Yield all of them, those of a few hundred plans in memory at a time."""
    ids = select(Indicator.id).join(Plan, Plan.id == Indicator.plan_id)
    ordered = ids.where(*plan_conditions(view)).order_by(
        Plan.territory_id, Plan.id, Indicator.position
    )
    for chunk in in_chunks(session.scalars(ordered).all()):
        yield from indicators(session, view, moment, Indicator.id.in_(chunk))


@dataclass
class _Values:
    """The values of one indicator that stand, by year."""

    targets: dict[int, IndicatorValue] = field(default_factory=dict)
    actuals: dict[int, IndicatorValue] = field(default_factory=dict)


def _values(session: Session, moment: Moment, ids: list[int]) -> Mapping[int, _Values]:
    ranked = values(moment, Stored.indicator_id.in_(ids)).subquery()
    found: dict[int, _Values] = defaultdict(_Values)
    for one in session.execute(select(ranked).where(ranked.c.turn == 1)):
        years = found[one.id].targets if one.kind == "target" else found[one.id].actuals
        years[one.year] = IndicatorValue(one.year, one.value, one.source)
    return found


def _row(indicator: Indicator, plan: PlanRef, known: _Values) -> IndicatorRow:
    year = max(known.targets.keys() & known.actuals.keys(), default=None)
    gap = None
    if year is not None:
        gap = known.actuals[year].value - known.targets[year].value
    return IndicatorRow(
        id=indicator.id,
        plan=plan,
        name=indicator.name,
        short_name=indicator.short_name,
        unit=indicator.unit,
        direction=indicator.direction,
        form=indicator.form,
        targets=dict(sorted(known.targets.items())),
        actuals=dict(sorted(known.actuals.items())),
        gap=gap,
        gap_year=year,
        met=is_met(indicator.direction, gap),
        decimals=indicator.decimals,
    )
