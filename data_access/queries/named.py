"""What and whom the act names on the as-of date, and who leads: amended acts add and release."""

from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_, select
from sqlalchemy.orm import aliased

from data_access.models import Assignment, EarlierLead, Measure
from data_access.queries.base import Condition
from data_access.queries.moments import Moment
from data_access.queries.naming import is_changed, is_named_on

Later = aliased(Measure)


def has_begun(moment: Moment, measure_id: Any = Measure.id) -> Condition:
    """Return the condition that a measure stands in its plan on the as-of date.

    It serves queries that count measures without their spans, which begin with the measure.
    Where one date holds for all, the few added later are looked up once, by an index of their own;
    `measure_id` is then the column that the query reads anyway.
    """
    if moment.shared is None:
        return or_(Measure.began_on.is_(None), Measure.began_on <= moment.as_of)
    added_later = select(Later.id).where(Later.began_on > moment.as_of)
    return cast(Condition, measure_id.not_in(added_later))


def is_named(moment: Moment, of: Any = Assignment) -> ColumnElement[bool]:
    """Return the condition that an assignment stands on the as-of date of its plan."""
    return is_named_on(moment.as_of, of)


def not_named(moment: Moment) -> Select[int]:
    """Return the query for the assignments that do not stand on the date which holds for all.

    They are looked up by an index of their own, so who is counted without them costs what it did.
    """
    other = aliased(Assignment)
    return select(other.id).where(is_changed(other), not_(is_named(moment, other)))


def is_listed(moment: Moment) -> ColumnElement[bool]:
    """Return the condition that an assignment, in a query of very many, stands on the date."""
    if moment.shared is None:
        return is_named(moment)
    return Assignment.id.not_in(not_named(moment))


def has_led(moment: Moment, of: Any = Assignment) -> ColumnElement[bool]:
    """Return the condition that an executor, or one after it, led before the present lead."""
    return and_(of.led_until.is_not(None), of.led_until > moment.as_of)


def led_until(moment: Moment, of: Any = Assignment) -> ColumnElement[date | None]:
    """Return the first day after the as-of date up to which an executor led; None where none is.

    Who led on the date, before an act named another lead, is the one whose day comes first.
    """
    earlier = (
        select(func.min(EarlierLead.led_until))
        .where(
            EarlierLead.assignment_id == of.id,
            EarlierLead.led_until > moment.as_of,
            EarlierLead.led_until < of.led_until,
        )
        .correlate_except(EarlierLead)
        .scalar_subquery()
    )
    return case((has_led(moment, of), func.coalesce(earlier, of.led_until)))


def leads(moment: Moment) -> ColumnElement[bool]:
    """Return the condition that an executor leads on the as-of date, as the register marks it.

    Others of the measure are looked up last, and for those alone that may lead.
    """
    sooner = aliased(Assignment)
    led_sooner = select(sooner.id).where(
        sooner.measure_id == Assignment.measure_id,
        has_led(moment, sooner),
        is_named(moment, sooner),
        or_(not_(has_led(moment)), led_until(moment, sooner) < led_until(moment)),
    )
    return and_(
        or_(Assignment.role == "lead", has_led(moment)),
        is_named(moment),
        ~led_sooner.correlate_except(sooner).exists(),
    )


def shown_order(moment: Moment) -> tuple[Any, ...]:
    """Return by what a measure's executors stand in lists: the document's order, but who led on
    the date, before an act named another lead, first.
    """
    sooner = aliased(Assignment)
    led_sooner = select(sooner.id).where(
        sooner.measure_id == Assignment.measure_id,
        has_led(moment, sooner),
        is_named(moment, sooner),
        led_until(moment, sooner) < led_until(moment),
    )
    led_then = and_(has_led(moment), ~led_sooner.correlate_except(sooner).exists())
    return case((led_then, 0), else_=1), Assignment.position, Assignment.id


def role_on(moment: Moment) -> ColumnElement[str]:
    """Return "lead" or "co", as an executor stands on the as-of date."""
    return case((leads(moment), "lead"), else_="co")
