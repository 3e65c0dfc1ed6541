"""What all parts of a saving share: the ids so far, who, when, and on what basis."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from data_access.importers.draft.saved import SavedPlan
from data_access.models import Decision
from data_access.plan_rows.inserting import insert_rows
from data_access.plan_rows.texts import PlanOrder
from data_access.records.difference import Difference


@dataclass(frozen=True)
class Amending:
    """An amendment under way; `executors` are the ids by the order's keys.

    `adds_from` is the day from which an amending act adds measures and dates; the plan's own act
    `corrects` executors from the beginning.
    """

    session: Session
    saved: SavedPlan
    order: PlanOrder
    changes: Difference
    executors: Mapping[str, int]
    basis: str
    on: date
    now: datetime
    adds_from: date | None = None
    corrects: bool = False
    decisions: list[int] = field(default_factory=list)

    @property
    def begins_on(self) -> date | None:
        """Return from when on those count whom the act adds; None before the plan begins."""
        return self.on if self.saved.plan.starts_on < self.on else None

    def decide(
        self,
        kind: str,
        *,
        last: date | None,
        measure: int | None = None,
        point: int | None = None,
        new_due_on: date | None = None,
    ) -> None:
        """Insert a decision that rests on the act; it counts no earlier than the `last` one."""
        row = {
            "kind": kind,
            "measure_id": measure,
            "control_point_id": point,
            "decided_on": max(self.on, last or self.on),
            "recorded_at": self.now,
            "basis": self.basis,
            "new_due_on": new_due_on,
        }
        self.decisions.extend(insert_rows(self.session, Decision, [row]))
