"""Dates before the act that its phrases name all the same."""

from datetime import date

from data_access.importers.draft.saved import SavedMeasure
from data_access.importers.plan.deadline import understand
from data_access.plan_rows.texts import MeasureText, PlanText


def still_named(
    new: MeasureText, old: SavedMeasure | None, plan: PlanText, earliest: date | None
) -> frozenset[date]:
    """Return the dates before the act that its phrase names too: a reading leaves them out."""
    if old is None or earliest is None or not any(one.named < earliest for one in old.points):
        return frozenset()
    term = (plan.starts_on, plan.ends_on)
    named = understand(new.deadline_text, term).schedule.due_dates
    return frozenset(one for one in named if one < earliest)
