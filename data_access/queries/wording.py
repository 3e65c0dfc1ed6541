"""Numbers of measures and sections that an act took out later: before it they had no mark."""

from sqlalchemy import ColumnElement, Label, Select, and_, select
from sqlalchemy.orm import aliased

from data_access.models import Decision, Measure, Plan, Section
from data_access.queries.moments import Moment
from data_access.rules.taken_out import TAKEN_OUT, unmarked

Removed = aliased(Measure)


def early_mark(moment: Moment) -> Label[bool]:
    """Return as `is_marked_early` whether a measure's number is marked for a removal to come.

    Decisions are looked at for the few marked numbers alone.
    """
    own = _removals(moment).where(Decision.measure_id == Measure.id)
    return _early(Measure, own).label("is_marked_early")


def early_section_mark(moment: Moment) -> Label[bool]:
    """Return as `is_section_early` whether a section's number is marked for removals to come.

    It stays for removed measures alone, so it stood as long as one of them did.
    """
    of_measures = (
        _removals(moment)
        .join(Removed, Removed.id == Decision.measure_id)
        .where(Removed.section_id == Section.id)
    )
    return _early(Section, of_measures).label("is_section_early")


def _removals(moment: Moment) -> Select[int]:
    """Return the query of removals that are decided after the date."""
    later = Decision.decided_on > moment.as_of
    return select(Decision.id).where(Decision.kind == "remove", later)


def _early(marked: type[Measure | Section], removals: Select[int]) -> ColumnElement[bool]:
    is_marked = marked.number.contains(TAKEN_OUT, autoescape=True)
    return and_(is_marked, removals.correlate(marked, Plan).exists())


def number_then(number: str, is_early: object) -> str:
    """Return a number as it stands on the date: without the mark where that came later."""
    return unmarked(number) if is_early else number
