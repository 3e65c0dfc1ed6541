"""Forms of a plan as files, for whoever hands them out: by id, within the account's rights."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.importers.indicators import template as indicator_template
from data_access.importers.reports import template as report_template
from data_access.importers.reports.rows import form_of
from data_access.models import Plan
from data_access.records.forms import FormTexts
from data_access.records.view import Scope


@dataclass(frozen=True)
class PlanName:
    """A plan by all that it is called."""

    id: int
    code: str
    title: str
    short_title: str


@dataclass(frozen=True)
class FormOrder:
    """Which report form is wanted; `as_of` None is the plan's own opening date, else today."""

    plan_id: int
    scope: Scope
    today: date
    executor_id: int | None = None
    period_id: int | None = None
    as_of: date | None = None
    file_format: str = "xlsx"


@dataclass(frozen=True)
class HandedOut:
    """A form as a file, and whose it is: executor and period are "" where it is for all."""

    data: bytes
    executor: str = ""
    period: str = ""


def report_form(db: Database, order: FormOrder, texts: FormTexts) -> HandedOut | None:
    """Return the form; None for a plan out of reach, or where nothing is open."""
    with db.read() as session:
        plan = _plan(session, order.plan_id, order.scope)
        if plan is None:
            return None
        as_of = order.as_of or plan.default_as_of or order.today
        form = form_of(
            session, plan, as_of, executor_id=order.executor_id, period_id=order.period_id
        )
        if not form.rows or (order.period_id is not None and form.period is None):
            return None
        data = report_template.write(form, texts, order.file_format)
        return HandedOut(data, form.executor_short, form.period.label if form.period else "")


def indicator_form(
    db: Database, plan_id: int, scope: Scope, texts: FormTexts, file_format: str = "xlsx"
) -> HandedOut | None:
    """Return the form; None for a plan out of reach, or one without indicators."""
    with db.read() as session:
        plan = _plan(session, plan_id, scope)
        if plan is None:
            return None
        form = indicator_template.form_of(session, plan)
        if not form.rows:
            return None
        return HandedOut(indicator_template.write(form, texts, file_format))


def plan_seen(db: Database, plan_id: int, scope: Scope) -> PlanName | None:
    """Return a plan by its id; None for one out of reach."""
    with db.read() as session:
        plan = _plan(session, plan_id, scope)
        return PlanName(plan.id, plan.code, plan.title, plan.short_title) if plan else None


def _plan(session: Session, plan_id: int, scope: Scope) -> Plan | None:
    plan = session.get(Plan, plan_id)
    if plan is None or scope.territory_ids is None:
        return plan
    return plan if plan.territory_id in scope.territory_ids else None
