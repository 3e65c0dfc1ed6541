"""Whom the act names on the as-of date: amended acts release executors and name others."""

from sqlalchemy import ColumnElement, and_, or_

from data_access.models import Assignment
from data_access.queries.base import Moment


def is_named(moment: Moment) -> ColumnElement[bool]:
    """Return the condition that an assignment stands on the as-of date of its plan."""
    return and_(
        or_(Assignment.began_on.is_(None), Assignment.began_on <= moment.as_of),
        or_(Assignment.ended_on.is_(None), Assignment.ended_on > moment.as_of),
    )


def has_led(moment: Moment) -> ColumnElement[bool]:
    """Return the condition that an executor, or one after it, led before the present lead."""
    return and_(Assignment.led_until.is_not(None), Assignment.led_until > moment.as_of)
