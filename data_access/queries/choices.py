"""What the filter bar offers within the account's rights, and what an address asks for.

Where an account sees a few plans, all of them can be chosen. Where it sees many, regions can, then
the municipalities of the chosen one, then plans, sections and executors within; what the address
names is offered too, so that it can be told from what does not exist.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Date, false, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_access.db import Database
from data_access.models import Assignment, Executor, Measure, Plan, Section, Territory
from data_access.queries.acts import amended_days
from data_access.queries.base import Condition, in_scope, plan_conditions
from data_access.queries.choices_territories import by_name, offered, territories
from data_access.queries.moments import begin
from data_access.queries.namesakes import told_apart
from data_access.queries.plans import plans
from data_access.records.common import PlanRef, Ref
from data_access.records.cut import Cut
from data_access.records.pages import Asked, Choices
from data_access.records.view import Filters, View
from data_access.results import kept

NOBODY = Asked()
#: As many digits as fit the databases' ids.
LONGEST_ID = 9
#: Stands for "from the beginning": no day of the tables lies before it.
ALWAYS = date(1990, 1, 1)


def load(db: Database, view: View, asked: Asked = NOBODY) -> Choices:
    """Return what can be chosen within the account's rights.

    Sections and executors are those of the plan or territory that is asked for, if any.
    """
    dateless = replace(asked, as_of=None)
    with db.read() as session:
        choices = kept(session, ("choices", view, dateless), lambda: _load(session, view, dateless))
    return choices if asked.as_of is None else _on(choices, asked.as_of, asked.executor)


def _on(choices: Choices, day: date, asked: int | None) -> Choices:
    """Return the choices on a date: all dates share what is kept.

    Plans carry the date, and whom acts name only later is not offered, unless it is asked for.
    """
    later = {id_ for id_, first in choices.named_from.items() if first > day and id_ != asked}
    return replace(
        choices,
        plans=_plans_on(choices.plans, day),
        in_view=_plans_on(choices.in_view, day),
        executors=tuple(one for one in choices.executors if one.id not in later),
    )


def _plans_on(plans: Sequence[PlanRef], day: date) -> Sequence[PlanRef]:
    moved = tuple(replace(one, as_of=day) for one in plans)
    return replace(plans, rows=moved) if isinstance(plans, Cut) else moved


def _load(session: Session, view: View, asked: Asked) -> Choices:
    everywhere, moment = begin(session, replace(view, filters=Filters()))
    within = _within(session, everywhere, asked)
    inside, moment_inside = begin(session, within) if within else (everywhere, moment)
    wider = everywhere if within and not everywhere.is_wide else None
    executors, named_from = _executors(session, inside, asked.executor)
    in_view = plans(session, inside, moment_inside)
    amended = () if inside.is_wide else amended_days(session, [one.id for one in in_view])
    return Choices(
        plans=plans(session, wider, moment) if wider else () if inside.is_wide else in_view,
        in_view=in_view,
        territories=territories(session, everywhere, asked.territory),
        sections=_sections(session, inside, asked.section),
        executors=executors,
        named_from=named_from,
        amended_days=amended,
        is_wide=everywhere.is_wide,
    )


def _within(session: Session, view: View, asked: Asked) -> View | None:
    """Return the view of the plan and territory asked for, as far as the account sees them."""
    plan = _plan_id(session, view, asked.plan) if asked.plan else None
    territory = asked.territory
    if territory is not None and not session.scalar(
        select(Territory.id).where(Territory.id == territory, *offered(view))
    ):
        territory = None
    if plan is None and territory is None:
        return None
    filters = replace(view.filters, plan=plan, territory=territory)
    return View(view.scope, view.today, filters)


def _plan_id(session: Session, view: View, text: str) -> int | None:
    """Return the plan that a text names by its code or number."""
    named = Plan.code == text
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_ID:
        named = or_(named, Plan.id == int(text))
    query = select(Plan.id).where(named, in_scope(view, Plan.territory_id))
    return session.scalar(query.order_by(Plan.code != text).limit(1))


def _sections(session: Session, view: View, asked: int | None) -> tuple[Ref, ...]:
    found = session.execute(
        select(Section, Plan.short_title)
        .join(Plan, Plan.id == Section.plan_id)
        .where(*plan_conditions(view), *_asked(view, Section.id, asked))
        .order_by(Plan.id, Section.position)
    ).all()
    is_one = len({plan for _section, plan in found}) == 1
    return tuple(
        Ref(section.id, section.title, _label(section, "" if is_one else plan))
        for section, plan in found
    )


def _label(section: Section, plan: str) -> str:
    """Return a section as it stands in a list of choices, with its plan where there are several."""
    label = f"{section.number}. {section.short_title}"
    return f"{label} ({plan})" if plan else label


def _executors(
    session: Session, view: View, asked: int | None
) -> tuple[tuple[Ref, ...], dict[int, date]]:
    """Return the executors, and since when those are named whom acts added."""
    began_on = func.min(func.coalesce(Assignment.began_on, literal(ALWAYS, Date)))
    assigned = (
        select(Assignment.executor_id, began_on.label("began_on"))
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(*plan_conditions(view), *_asked(view, Assignment.executor_id, asked))
        .group_by(Assignment.executor_id)
        .subquery()
    )
    rows = session.execute(
        select(Executor, Territory.short_name, assigned.c.began_on)
        .join(Territory, Territory.id == Executor.territory_id)
        .join(assigned, assigned.c.executor_id == Executor.id)
    ).all()
    refs = [(Ref(one.id, one.name, one.short_name), at) for one, at, _first in rows]
    later = {one.id: first for one, _at, first in rows if first > ALWAYS}
    return by_name(told_apart(refs)), later


def _asked(view: View, column: InstrumentedAttribute[int], asked: int | None) -> list[Condition]:
    """Return the condition that leaves, of too many, what the address names."""
    if not view.is_wide:
        return []
    return [false() if asked is None else column == asked]
