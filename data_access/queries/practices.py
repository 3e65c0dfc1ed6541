"""The page of practices: directions of support from the letter."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Measure, Plan, PracticeDirection, PracticeFit, Section, Territory
from data_access.queries.base import plan_conditions
from data_access.queries.moments import Moment, begin
from data_access.queries.named import has_begun
from data_access.queries.picking import PLAN_ORDER
from data_access.queries.plans import plan_ref
from data_access.queries.wording import early_mark, number_then
from data_access.records.common import Ref
from data_access.records.practices import Practice
from data_access.records.practices import PracticeFit as Fit
from data_access.records.view import View


def load(db: Database, view: View) -> tuple[Practice, ...]:
    """Return all directions, each with the measures in view that it fits."""
    with db.read() as session:
        fits = _fits(session, *begin(session, view))
        rows = session.scalars(select(PracticeDirection).order_by(PracticeDirection.position))
        return tuple(
            Practice(
                id=one.id,
                name=one.name,
                organisations=one.organisations,
                regions=one.regions,
                organisation_kind=one.organisation_kind,
                source=one.source,
                note=one.note,
                fits=tuple(fits[one.id]),
            )
            for one in rows
        )


def _fits(session: Session, view: View, moment: Moment) -> dict[int, list[Fit]]:
    rows = session.execute(
        select(PracticeFit.practice_id, Measure, Plan, Territory, early_mark(moment))
        .join(Measure, Measure.id == PracticeFit.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(has_begun(moment), *plan_conditions(view))
        .order_by(*PLAN_ORDER)
    )
    fits: dict[int, list[Fit]] = defaultdict(list)
    for practice_id, measure, plan, territory, is_early in rows:
        ref = Ref(measure.id, measure.title, measure.short_title)
        number = number_then(measure.number, is_early)
        fits[practice_id].append(Fit(ref, number, plan_ref(plan, territory, moment)))
    return fits
