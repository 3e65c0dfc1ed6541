"""Triggers: the database itself fills, refuses and notes, whoever writes.

- *fill*: `territory_id` follows the parent row, so that writers may leave it out;
- *refuse*: a report about another measure's control point or another plan's period, a decision
  on a report that is not in yet, an extension to a date before the original one, a municipality
  within a municipality, a row that moves to another parent, and any change or deletion of reports,
  decisions and indicator values (they are append-only);
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
APPEND_ONLY = ("report", "decision", "indicator_value")
#: table → the column that ties a row to its parent for good; its territory hangs on it
TIES = {
    "plan": "territory_id",
    **{table: column for table, (column, _) in PARENTS.items() if table not in APPEND_ONLY},
}


@dataclass(frozen=True)
class Refusal:
    """A condition on a new row under which it is refused, and what the writer is told.

    `columns` are those whose change is judged too; none where rows never change.
    """

    table: str
    name: str
    condition: str
    message: str
    columns: tuple[str, ...] = ()


REFUSALS = (
    Refusal(
        "report",
        "point",
        "NEW.control_point_id IS NOT NULL AND"
        " COALESCE((SELECT measure_id FROM control_point WHERE id = NEW.control_point_id), 0) <>"
        " COALESCE((SELECT measure_id FROM assignment WHERE id = NEW.assignment_id), -1)",
        "report: the control point belongs to another measure",
    ),
    Refusal(
        "report",
        "period",
        "NEW.reporting_period_id IS NOT NULL AND COALESCE("
        "(SELECT plan_id FROM reporting_period WHERE id = NEW.reporting_period_id), 0) <>"
        " COALESCE((SELECT m.plan_id FROM measure m JOIN assignment a ON a.measure_id = m.id"
        " WHERE a.id = NEW.assignment_id), -1)",
        "report: the reporting period belongs to another plan",
    ),
    Refusal(
        "decision",
        "early",
        "NEW.report_id IS NOT NULL AND"
        " NEW.decided_on < (SELECT submitted_on FROM report WHERE id = NEW.report_id)",
        "decision: made before the report was handed in",
    ),
    Refusal(
        "decision",
        "shortening",
        "NEW.kind = 'extend' AND NEW.new_due_on <"
        " (SELECT max(due_on) FROM control_point"
        " WHERE id = NEW.control_point_id OR measure_id = NEW.measure_id)",
        "decision: an extension to a date before the original one",
    ),
    Refusal(
        "territory",
        "level",
        "NEW.parent_id IS NOT NULL AND"
        " (SELECT level FROM territory WHERE id = NEW.parent_id) <> 'region'",
        "territory: only a region has territories within it",
        columns=("parent_id",),
    ),
    Refusal(
        "territory",
        "held",
        "NEW.level <> 'region' AND EXISTS (SELECT 1 FROM territory WHERE parent_id = NEW.id)",
        "territory: a region with territories within it stays a region",
        columns=("level",),
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


def refusals_of(table: str) -> list[Refusal]:
    """Return the refusals of rows of `table`."""
    return [one for one in REFUSALS if one.table == table]


def refusing_tables() -> dict[str, tuple[str, ...]]:
    """Return the tables with refusals, each with the columns whose change is judged."""
    return {
        table: tuple(column for one in refusals_of(table) for column in one.columns)
        for table in sorted({one.table for one in REFUSALS})
    }


def filled_tables() -> list[str]:
    """Return the tables whose `territory_id` the database fills."""
    return [*PARENTS, "decision"]
