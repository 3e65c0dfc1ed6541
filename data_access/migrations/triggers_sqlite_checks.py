"""What PostgreSQL checks by itself and SQLite does not, for writers with no settings at all.

SQLite checks foreign keys only on connections that ask for it and keeps any text in any column.
One such row would stop the recomputation for everybody, so it is refused on its way in.
"""

from collections.abc import Iterator

#: (table, column, parent): a row's parent exists, and a parent with rows stays
KEYS = (
    ("territory", "parent_id", "territory"),
    ("plan", "territory_id", "territory"),
    ("section", "plan_id", "plan"),
    ("measure", "plan_id", "plan"),
    ("measure", "section_id", "section"),
    ("reporting_period", "plan_id", "plan"),
    ("control_point", "measure_id", "measure"),
    ("executor", "territory_id", "territory"),
    ("executor_alias", "executor_id", "executor"),
    ("assignment", "measure_id", "measure"),
    ("assignment", "executor_id", "executor"),
    ("report", "assignment_id", "assignment"),
    ("report", "control_point_id", "control_point"),
    ("report", "reporting_period_id", "reporting_period"),
    ("decision", "report_id", "report"),
    ("decision", "control_point_id", "control_point"),
    ("decision", "measure_id", "measure"),
    ("indicator", "plan_id", "plan"),
    ("indicator_value", "indicator_id", "indicator"),
)
DIGITS = {"y": "[0-9][0-9][0-9][0-9]", "n": "[0-9][0-9]"}
MOMENT = "{y}-{n}-{n}[ T]{n}:{n}:{n}".format(**DIGITS)
#: To the second; a moment that is none (30 February, 24:00:00) becomes another one here.
SECOND = "datetime(substr(NEW.{column}, 1, 19), '+0 days')"
WRONG = {
    # date() alone lets the 31st of June pass.
    "date": "date(NEW.{column}, '+0 days') IS NOT NEW.{column}",
    "number": "typeof(NEW.{column}) NOT IN ('integer', 'real')",
    "whole number": "typeof(NEW.{column}) <> 'integer'",
    "moment": (
        f"substr(NEW.{{column}}, 1, 19) NOT GLOB '{MOMENT}'"
        f" OR {SECOND} IS NOT replace(substr(NEW.{{column}}, 1, 19), 'T', ' ')"
        # Fractions alone may follow: a time zone would not sort with the others.
        " OR substr(NEW.{column}, 20) GLOB '[^.]*' OR substr(NEW.{column}, 20) = '.'"
        " OR substr(NEW.{column}, 21) GLOB '*[^0-9]*'"
    ),
    "flag": "NEW.{column} NOT IN (0, 1)",
    "json": "NOT json_valid(NEW.{column})",
}
DATES = {
    "plan": ("act_date", "starts_on", "ends_on", "default_as_of"),
    "reporting_period": ("starts_on", "ends_on", "due_on"),
    "control_point": ("starts_on", "due_on"),
    "report": ("completed_on", "submitted_on", "proposed_due_on"),
    "decision": ("decided_on", "new_due_on"),
    "indicator_value": ("submitted_on",),
}
WHOLE_NUMBERS = {
    "plan": ("reporting_due_day",),
    "section": ("position",),
    "measure": ("position",),
    "control_point": ("position",),
    "assignment": ("position",),
    "indicator": ("position", "decimals"),
    "indicator_value": ("year",),
}
#: (table, column, what it has to hold)
KINDS = (
    *((table, column, "date") for table, columns in DATES.items() for column in columns),
    *((table, one, "whole number") for table, names in WHOLE_NUMBERS.items() for one in names),
    ("plan", "requires_acceptance", "flag"),
    ("plan", "is_demo", "flag"),
    ("plan", "created_at", "moment"),
    ("measure", "extra", "json"),
    ("executor", "is_group", "flag"),
    ("executor_alias", "confirmed_at", "moment"),
    ("assignment", "by_agreement", "flag"),
    ("report", "quantity", "number"),
    ("report", "recorded_at", "moment"),
    ("report", "is_demo", "flag"),
    ("decision", "recorded_at", "moment"),
    ("indicator_value", "value", "number"),
    ("indicator_value", "recorded_at", "moment"),
)


def statements() -> Iterator[str]:
    """Yield the statements that create these triggers."""
    for table, column, parent in KEYS:
        yield from key(table, column, parent)
    for table, column, name in KINDS:
        yield from kind(table, column, name)


def kind(table: str, column: str, name: str) -> Iterator[str]:
    """Yield the triggers that keep anything but one kind of value out of a column."""
    wrong = WRONG[name].format(column=column)
    told = f"{table}: {column} is not a {name}"
    yield from _refusals(
        f"{table}_{column}_kind", table, column, f"NEW.{column} IS NOT NULL AND ({wrong})", told
    )


def key(table: str, column: str, parent: str) -> Iterator[str]:
    """Yield the triggers that keep a row's parent there."""
    unknown = f"NOT EXISTS (SELECT 1 FROM {parent} WHERE id = NEW.{column})"
    yield from _refusals(
        f"{table}_{column}_known",
        table,
        column,
        f"NEW.{column} IS NOT NULL AND {unknown}",
        f"{table}: {column} names no {parent}",
    )
    yield (
        f"CREATE TRIGGER {parent}_held_by_{table}_{column} BEFORE DELETE ON {parent}"
        f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {column} = OLD.id) BEGIN"
        f" SELECT RAISE(ABORT, '{parent}: {table} rows hang on it'); END"
    )


def _refusals(name: str, table: str, column: str, condition: str, told: str) -> Iterator[str]:
    for event, when in (("insert", "INSERT"), ("update", f"UPDATE OF {column}")):
        yield (
            f"CREATE TRIGGER {name}_{event} BEFORE {when} ON {table} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{told}'); END"
        )
