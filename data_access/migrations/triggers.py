"""Triggers: the database itself fills, refuses and notes, whoever writes.

- *fill*: `territory_id` follows the parent row, so that writers may leave it out;
- *refuse*: a report about another measure's control point or another plan's period, and any
  change or deletion of reports and decisions (they are append-only);
- *note*: each measure whose base rows changed goes to `recompute_queue`.
"""

from dataclasses import dataclass

#: table → (its column, the parent table)
PARENTS = {
    "section": ("plan_id", "plan"),
    "measure": ("plan_id", "plan"),
    "reporting_period": ("plan_id", "plan"),
    "indicator": ("plan_id", "plan"),
    "control_point": ("measure_id", "measure"),
    "assignment": ("measure_id", "measure"),
    "report": ("assignment_id", "assignment"),
    "indicator_value": ("indicator_id", "indicator"),
}
DECISION_TERRITORY = (
    "COALESCE((SELECT territory_id FROM measure WHERE id = NEW.measure_id),"
    " (SELECT territory_id FROM control_point WHERE id = NEW.control_point_id),"
    " (SELECT territory_id FROM report WHERE id = NEW.report_id))"
)
APPEND_ONLY = ("report", "decision")


@dataclass(frozen=True)
class Refusal:
    """A condition on a new report under which the row is refused, and what the writer is told."""

    name: str
    condition: str
    message: str


REFUSALS = (
    Refusal(
        "point",
        "NEW.control_point_id IS NOT NULL AND"
        " (SELECT measure_id FROM control_point WHERE id = NEW.control_point_id) <>"
        " (SELECT measure_id FROM assignment WHERE id = NEW.assignment_id)",
        "report: the control point belongs to another measure",
    ),
    Refusal(
        "period",
        "NEW.reporting_period_id IS NOT NULL AND"
        " (SELECT plan_id FROM reporting_period WHERE id = NEW.reporting_period_id) <>"
        " (SELECT m.plan_id FROM measure m JOIN assignment a ON a.measure_id = m.id"
        " WHERE a.id = NEW.assignment_id)",
        "report: the reporting period belongs to another plan",
    ),
)

#: table → query for the measures that a row of it (alias `r`) concerns
CONCERNED = {
    "measure": "SELECT r.id",
    "control_point": "SELECT r.measure_id",
    "assignment": "SELECT r.measure_id",
    "report": "SELECT a.measure_id FROM assignment a WHERE a.id = r.assignment_id",
    "decision": (
        "SELECT COALESCE(r.measure_id,"
        " (SELECT c.measure_id FROM control_point c WHERE c.id = r.control_point_id),"
        " (SELECT a.measure_id FROM report p JOIN assignment a ON a.id = p.assignment_id"
        " WHERE p.id = r.report_id))"
    ),
    "plan": "SELECT m.id FROM measure m WHERE m.plan_id = r.id",
    "reporting_period": "SELECT m.id FROM measure m WHERE m.plan_id = r.plan_id",
}
EVENTS = ("insert", "update", "delete")


def territory_of(table: str) -> str:
    """Return the SQL expression of the territory that a new row of `table` belongs to."""
    if table == "decision":
        return DECISION_TERRITORY
    column, parent = PARENTS[table]
    return f"(SELECT territory_id FROM {parent} WHERE id = NEW.{column})"


def filled_tables() -> list[str]:
    """Return the tables whose `territory_id` the database fills."""
    return [*PARENTS, "decision"]
