"""What happened to a plan: reports early, late, partial and missing; decisions about them."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.data.measures import Written
from bench.data.plans import PlanWritten
from bench.data.tables import Rows
from bench.data.year import LAST, QUARTERS, moment, quarter_start

#: Of a hundred executors' quarters with nothing to complete: how the report comes.
NARRATIVES = (
    "Работа ведётся по плану, проведены встречи с семьями, состоящими на учёте.",
    "Мероприятие организовано, охвачены все школы округа, отклонений нет.",
    "Проведены занятия для родителей, составлены акты обследования условий жизни.",
    "Сведения направлены координатору, замечания прошлого квартала учтены.",
)
REASONS = ("не поступило финансирование", "нет специалиста", "перенесено по согласованию")
EVIDENCE = ("справка", "приказ", "протокол", "отчёт")
BASIS = "протокол комиссии от {day:%d.%m.%Y} № {number}"


@dataclass
class Teller:
    """Tells the history of one plan; `discipline` is the share of promises that it keeps."""

    rows: Rows
    random: Random
    plan: PlanWritten
    discipline: float

    def tell(self) -> None:
        """Add reports and decisions of all measures."""
        for measure in self.plan.measures:
            fate = self.random.random()
            until = LAST
            if fate < 0.01 and measure.points:
                until = self._closed(measure, "remove")
            elif fate < 0.013:
                until = self._closed(measure, "not_done")
            elif fate < 0.05:
                self._extended(measure)
            for assignment in measure.assignments:
                self._reports(measure, assignment, until)

    def _closed(self, measure: Written, kind: str) -> date:
        day = date(LAST.year, self.random.randint(4, 11), self.random.randint(1, 28))
        self._decision(kind, day, measure_id=measure.id)
        return day

    def _extended(self, measure: Written) -> None:
        if not measure.points:
            return
        point, quarter = self.random.choice(measure.points)
        due = QUARTERS[quarter]
        day = due - timedelta(days=self.random.randint(2, 30))
        self._decision(
            "extend",
            day,
            control_point_id=point,
            new_due_on=due + timedelta(days=self.random.randint(14, 90)),
        )

    def _reports(self, measure: Written, assignment: int, until: date) -> None:
        point_of = {quarter: point for point, quarter in measure.points}
        for quarter in range(4):
            if quarter_start(quarter) > until:
                return
            if quarter in point_of:
                self._final(assignment, quarter, point_of[quarter])
            elif self.random.random() < self.discipline:
                self._report(assignment, quarter, self._handed_in(quarter), "in_progress")

    def _final(self, assignment: int, quarter: int, point: int) -> None:
        """Add what is said at the end of a control point: done, partial, late or nothing."""
        if self.random.random() < self.discipline:
            completed = QUARTERS[quarter] - timedelta(days=self.random.randint(0, 40))
            self._done(assignment, quarter, point, completed)
            return
        fate = self.random.random()
        if fate < 0.35:
            completed = QUARTERS[quarter] + timedelta(days=self.random.randint(1, 45))
            self._done(assignment, quarter, point, completed)
        elif fate < 0.55:
            self._report(assignment, quarter, self._handed_in(quarter), "partial", point=point)
        elif fate < 0.7:
            self._report(assignment, quarter, self._handed_in(quarter), "not_done", point=point)

    def _done(self, assignment: int, quarter: int, point: int, completed: date) -> None:
        day = max(completed + timedelta(days=self.random.randint(0, 9)), quarter_start(quarter))
        report = self._report(assignment, quarter, day, "done", point=point, completed=completed)
        if not self.plan.requires_acceptance or self.random.random() < 0.05:
            return
        decided = day + timedelta(days=self.random.randint(1, 12))
        if self.random.random() < 0.92:
            self._decision("accept", decided, report_id=report)
            return
        self._decision("return", decided, report_id=report, reason="не приложены документы")
        if self.random.random() < self.discipline:
            again = decided + timedelta(days=self.random.randint(2, 20))
            corrected = self._report(
                assignment, quarter, again, "done", point=point, completed=completed
            )
            self._decision("accept", again + timedelta(days=3), report_id=corrected)

    def _handed_in(self, quarter: int) -> date:
        is_in_time = self.random.random() < self.discipline
        late = self.random.randint(-4, 10) if is_in_time else self.random.randint(11, 35)
        return QUARTERS[quarter] + timedelta(days=late)

    def _report(
        self,
        assignment: int,
        quarter: int,
        day: date,
        outcome: str,
        *,
        point: int | None = None,
        completed: date | None = None,
    ) -> int:
        failed = outcome in ("partial", "not_done")
        return self.rows.add(
            "report",
            assignment_id=assignment,
            control_point_id=point,
            reporting_period_id=self.plan.periods[quarter],
            territory_id=self.plan.territory,
            outcome=outcome,
            completed_on=completed,
            submitted_on=day,
            recorded_at=moment(day + timedelta(days=self.random.random() < 0.3)),
            narrative=self.random.choice(NARRATIVES),
            evidence=f"{self.random.choice(EVIDENCE)} № {self.random.randint(1, 400)}",
            reason=self.random.choice(REASONS) if failed else "",
            proposed_due_on=day + timedelta(days=60) if failed else None,
            author_post="начальник отдела",
            is_demo=True,
        )

    def _decision(self, kind: str, day: date, *, reason: str = "", **target: int | date) -> None:
        self.rows.add(
            "decision",
            kind=kind,
            territory_id=self.plan.territory,
            decided_on=day,
            recorded_at=moment(day, 12),
            basis=BASIS.format(day=day, number=self.random.randint(1, 40)),
            reason=reason,
            **target,
        )
