"""The page of indicators: targets against actuals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Indicator, Plan, Territory
from data_access.models import IndicatorValue as Stored
from data_access.queries.base import Condition, Moment, begin, plan_conditions
from data_access.queries.groups import in_chunks
from data_access.queries.missed import judged
from data_access.queries.plans import plan_ref, plans
from data_access.queries.row_lists import LISTED
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
    values = _values(session, moment, [row.Indicator.id for row in rows])
    return [
        _row(indicator, plan_ref(plan, territory, moment), values[indicator.id])
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
    """The newest values of one indicator by year."""

    targets: dict[int, IndicatorValue] = field(default_factory=dict)
    actuals: dict[int, IndicatorValue] = field(default_factory=dict)


def _values(session: Session, moment: Moment, ids: list[int]) -> Mapping[int, _Values]:
    is_known = Stored.submitted_on <= moment.as_of
    query = (
        select(Stored, case((is_known, 1), else_=0).label("is_known"))
        .join(Indicator, Indicator.id == Stored.indicator_id)
        .join(Plan, Plan.id == Indicator.plan_id)
        .where(
            Stored.indicator_id.in_(ids),
            (Stored.kind == "target") | is_known,
        )
        .order_by(Stored.submitted_on, Stored.recorded_at, Stored.id)
    )
    values: dict[int, _Values] = defaultdict(_Values)
    first: dict[tuple[int, int], date] = {}
    for one, known in session.execute(query):
        found = values[one.indicator_id]
        years = found.targets if one.kind == "target" else found.actuals
        # Of targets named after the date only those of the first day stand for it.
        day = first.setdefault((one.indicator_id, one.year), one.submitted_on)
        if known or (one.submitted_on == day and one.kind == "target"):
            years[one.year] = IndicatorValue(one.year, one.value, one.source)
    return values


def _row(indicator: Indicator, plan: PlanRef, values: _Values) -> IndicatorRow:
    year = max(values.targets.keys() & values.actuals.keys(), default=None)
    gap = None
    if year is not None:
        gap = values.actuals[year].value - values.targets[year].value
    return IndicatorRow(
        id=indicator.id,
        plan=plan,
        name=indicator.name,
        short_name=indicator.short_name,
        unit=indicator.unit,
        direction=indicator.direction,
        form=indicator.form,
        targets=dict(sorted(values.targets.items())),
        actuals=dict(sorted(values.actuals.items())),
        gap=gap,
        gap_year=year,
        met=is_met(indicator.direction, gap),
        decimals=indicator.decimals,
    )
