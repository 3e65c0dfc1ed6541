"""Until when who led a measure several times led the times before the last one."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from data_access.migrations import (
    triggers_changes,
    triggers_postgresql,
    triggers_sqlite,
    triggers_sqlite_checks,
)

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TABLE = "earlier_lead"
PARENT = "assignment_id"
DAY = "{0} IS NULL OR (date({0}) IS NOT NULL AND date({0}) = {0} AND {0} BETWEEN '1990-01-01' AND '2100-12-31')"
CONCERNED = "SELECT a.measure_id FROM assignment a WHERE a.id = r.assignment_id"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(PARENT, sa.Integer(), nullable=False),
        sa.Column("led_until", sa.Date(), nullable=False),
        sa.CheckConstraint(DAY.format("led_until"), name=op.f("ck_earlier_lead_led_until_is_date")),
        sa.ForeignKeyConstraint(
            [PARENT], ["assignment.id"], name=op.f("fk_earlier_lead_assignment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_lead")),
        sa.UniqueConstraint(
            PARENT, "led_until", name=op.f("uq_earlier_lead_assignment_id_led_until")
        ),
    )
    dialect = op.get_bind().dialect.name
    for statement in _sqlite() if dialect == "sqlite" else _postgresql():
        op.execute(statement)
    for statement in triggers_changes.statements(dialect, [TABLE]):
        op.execute(statement)


def _sqlite() -> Iterator[str]:
    yield from triggers_sqlite_checks.key(TABLE, PARENT, "assignment")
    yield from triggers_sqlite_checks.kind(TABLE, "led_until", "date")
    yield triggers_sqlite.stay(TABLE, PARENT)
    for event in ("insert", "update", "delete"):
        yield triggers_sqlite.note(TABLE, event, CONCERNED)


def _postgresql() -> Iterator[str]:
    yield triggers_postgresql.stay(TABLE, PARENT)
    yield from triggers_postgresql.note(TABLE, CONCERNED)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: statuses of the past would change")
