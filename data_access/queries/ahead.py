"""What an amending act added after the as-of date: it has no figures on it, and pages say so."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from data_access.models import Assignment, Executor, Measure, Plan, Section, Territory
from data_access.queries.base import plan_conditions
from data_access.queries.moments import Moment
from data_access.queries.plans import plan_ref
from data_access.records.pages import Ahead
from data_access.records.view import View


def measure_ahead(session: Session, view: View, moment: Moment, id_: int) -> Ahead | None:
    """Return a measure that was not in its plan yet; None where there is none in view."""
    found = _first_added(session, view, moment, Measure.id == id_)
    return _ahead("measure", moment, found, found.Measure) if found else None


def section_ahead(session: Session, view: View, moment: Moment, id_: int) -> Ahead | None:
    """Return a section that had no measures yet; None where there is none in view."""
    found = _first_added(session, view, moment, Measure.section_id == id_)
    return _ahead("section", moment, found, found.Section) if found else None


def executor_ahead(session: Session, view: View, moment: Moment, id_: int) -> Ahead | None:
    """Return an executor to whom nothing was assigned yet; None where there is none in view.

    It was named later, for a measure that stood in the plan or for one that was added.
    """
    began_on = case(
        (Assignment.began_on > func.coalesce(Measure.began_on, date.min), Assignment.began_on),
        else_=Measure.began_on,
    )
    query = _added(view, moment, began_on).join(Assignment, Assignment.measure_id == Measure.id)
    query = query.where(Assignment.executor_id == id_)
    found = session.execute(query.order_by(began_on, Measure.id).limit(1)).first()
    return _ahead("executor", moment, found, session.get_one(Executor, id_)) if found else None


def _first_added(session: Session, view: View, moment: Moment, which: ColumnElement[bool]) -> Any:
    """Return the first of some measures that an act added after the as-of date, or None."""
    query = _added(view, moment, Measure.began_on).where(which)
    return session.execute(query.order_by(Measure.began_on, Measure.id).limit(1)).first()


def _added(view: View, moment: Moment, began_on: Any) -> Select[*tuple[Any, ...]]:
    """Return the query for measures with what begins after the as-of date."""
    return (
        select(Measure, Section, Plan, Territory, began_on.label("began_on"))
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(began_on > moment.as_of, *plan_conditions(view))
    )


def _ahead(kind: str, moment: Moment, found: Any, named: Measure | Section | Executor) -> Ahead:
    return Ahead(
        kind=kind,
        number="" if isinstance(named, Executor) else named.number,
        name=named.name if isinstance(named, Executor) else named.title,
        plan=plan_ref(found.Plan, found.Territory, moment),
        began_on=found.began_on,
    )
