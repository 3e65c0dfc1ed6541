"""Numbers of measures and sections that an act took out later: before it they had no mark."""

from sqlalchemy import Label, and_, select
from sqlalchemy.orm import aliased

from data_access.models import Decision, Measure, Plan, Section
from data_access.queries.base import Moment
from data_access.rules.taken_out import TAKEN_OUT, unmarked

Removed = aliased(Measure)


def early_mark(moment: Moment) -> Label[bool]:
    """Return as `is_marked_early` whether a measure's number is marked for a removal to come.

    Decisions are looked at for the few marked numbers alone.
    """
    removed_later = select(Decision.id).where(
        Decision.measure_id == Measure.id,
        Decision.kind == "remove",
        Decision.decided_on > moment.as_of,
    )
    is_later = removed_later.correlate(Measure, Plan).exists()
    is_marked = Measure.number.contains(TAKEN_OUT, autoescape=True)
    return and_(is_marked, is_later).label("is_marked_early")


def early_section_mark(moment: Moment) -> Label[bool]:
    """Return as `is_section_early` whether a section's number is marked for removals to come.

    It stays for removed measures alone, so it stood as long as one of them did.
    """
    removed_later = (
        select(Decision.id)
        .join(Removed, Removed.id == Decision.measure_id)
        .where(
            Removed.section_id == Section.id,
            Decision.kind == "remove",
            Decision.decided_on > moment.as_of,
        )
    )
    is_later = removed_later.correlate(Section, Plan).exists()
    is_marked = Section.number.contains(TAKEN_OUT, autoescape=True)
    return and_(is_marked, is_later).label("is_section_early")


def number_then(number: str, is_early: object) -> str:
    """Return a number as it stands on the date: without the mark where that came later."""
    return unmarked(number) if is_early else number
