"""What can be handed out for a plan: its executors, its periods, its indicators."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from data_access.folding import sort_key
from data_access.models import Assignment, Executor, Indicator, Measure, ReportingPeriod
from data_access.records.common import PlanRef, Ref
from data_access.records.data import FormChoice


def form_choice(session: Session, plan: PlanRef) -> FormChoice:
    """Return the choices of one plan's forms; executors by name, periods in their order."""
    has_indicators = select(exists().where(Indicator.plan_id == plan.id))
    return FormChoice(
        plan=plan,
        executors=_executors(session, plan),
        periods=tuple(
            (Ref(one.id, one.label, one.label), one.due_on)
            for one in session.scalars(
                select(ReportingPeriod)
                .where(ReportingPeriod.plan_id == plan.id)
                .order_by(ReportingPeriod.starts_on)
            )
        ),
        has_indicators=bool(session.scalar(has_indicators)),
    )


def _executors(session: Session, plan: PlanRef) -> tuple[Ref, ...]:
    assigned = (
        select(Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .where(Measure.plan_id == plan.id)
    )
    rows = session.scalars(select(Executor).where(Executor.id.in_(assigned)))
    refs = [Ref(one.id, one.name, one.short_name) for one in rows]
    return tuple(sorted(refs, key=lambda one: sort_key(one.short_name)))
