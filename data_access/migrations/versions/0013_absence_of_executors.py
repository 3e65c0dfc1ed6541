"""From when until when an executor that an act names again had been released."""

from alembic import op

from data_access.migrations import triggers_sqlite_checks

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

DAY = "{0} IS NULL OR (date({0}) IS NOT NULL AND date({0}) = {0} AND {0} BETWEEN '1990-01-01' AND '2100-12-31')"


#: Both days or none, in their order; the second column can speak of the first.
ABSENCE = "(away_from IS NULL) = (back_on IS NULL) AND (back_on IS NULL OR away_from < back_on)"
ABSENT = f" CONSTRAINT ck_assignment_absence CHECK ({ABSENCE})"


def upgrade() -> None:
    for column, more in (("away_from", ""), ("back_on", ABSENT)):
        op.execute(
            f"ALTER TABLE assignment ADD COLUMN {column} DATE"
            f" CONSTRAINT ck_assignment_{column}_is_date CHECK ({DAY.format(column)}){more}"
        )
        if op.get_bind().dialect.name == "sqlite":
            for statement in triggers_sqlite_checks.kind("assignment", column, "date"):
                op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: debts of the past would change")
