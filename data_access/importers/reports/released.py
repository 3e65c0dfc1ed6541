"""Rows of a form that was handed out before its executor was released, or before a removal.

Such a report is kept, for it may tell of earlier work, but it counts for nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data_access.commands.facts_rows import assigned
from data_access.importers.reports.codes import RowKey
from data_access.importers.reports.known import BATCH, Assigned, began_after
from data_access.importers.sheets.history import shown
from data_access.importers.sheets.typed import Filled
from data_access.models import ControlPoint, Decision
from data_access.records.forms import Fault

KINDS = ("remove", "reopen")


class Released:
    """What is not asked for any more of some assignments; loaded once for a whole file."""

    def __init__(self, session: Session, found: Collection[Assigned]) -> None:
        self._decided: dict[int, list[Decision]] = defaultdict(list)
        measures = sorted({one.measure.id for one in found})
        for start in range(0, len(measures), BATCH):
            self._load(session, measures[start : start + BATCH])

    def _load(self, session: Session, measures: list[int]) -> None:
        query = (
            select(Decision, ControlPoint.measure_id)
            .join(ControlPoint, ControlPoint.id == Decision.control_point_id, isouter=True)
            .where(
                Decision.kind.in_(KINDS),
                or_(Decision.measure_id.in_(measures), ControlPoint.measure_id.in_(measures)),
            )
            .order_by(Decision.decided_on, Decision.recorded_at, Decision.id)
        )
        for decision, of_point in session.execute(query):
            self._decided[decision.measure_id or of_point].append(decision)

    def doubts(self, one: Filled, key: RowKey, found: Assigned, today: date) -> Iterator[Fault]:
        """Yield why a row counts for nothing on the day on which it is handed in."""
        day = one.cells["submitted_on"] or today
        ended = assigned(found.assignment).during(day).ended_on
        if ended is not None and ended <= day:
            yield one.row.fault("released", "executor", found.executor.short_name, day=shown(ended))
        period = found.periods[key.period_id] if key.period_id else None
        began = began_after(found, period)
        if period is not None and began is not None:
            yield one.row.fault("began_later", "period", period.label, day=shown(began))
        last = self._last(key, found, day)
        if last is not None and last.kind == "remove":
            number = found.measure.number
            yield one.row.fault("taken_off", "number", number, day=shown(last.decided_on))

    def _last(self, key: RowKey, found: Assigned, day: date) -> Decision | None:
        """Return the decision in force about the row's control point or the whole measure."""
        about = [
            one
            for one in self._decided[found.measure.id]
            if one.decided_on <= day and one.control_point_id in (None, key.point_id)
        ]
        return about[-1] if about else None
