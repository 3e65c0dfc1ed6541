"""Until when who led a measure before the present lead."""

from alembic import op

from data_access.migrations import triggers_sqlite_checks

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

DAY = "{0} IS NULL OR (date({0}) IS NOT NULL AND date({0}) = {0} AND {0} BETWEEN '1990-01-01' AND '2100-12-31')"


def upgrade() -> None:
    op.execute(
        "ALTER TABLE assignment ADD COLUMN led_until DATE"
        f" CONSTRAINT ck_assignment_led_until_is_date CHECK ({DAY.format('led_until')})"
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in triggers_sqlite_checks.kind("assignment", "led_until", "date"):
            op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: statuses of the past would change")
