"""From when on a date that an amended act added to a measure stands there."""

from alembic import op

from data_access.migrations import triggers_sqlite_checks

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

DAY = "{0} IS NULL OR (date({0}) IS NOT NULL AND date({0}) = {0} AND {0} BETWEEN '1990-01-01' AND '2100-12-31')"


def upgrade() -> None:
    op.execute(
        "ALTER TABLE control_point ADD COLUMN began_on DATE"
        f" CONSTRAINT ck_control_point_began_on_is_date CHECK ({DAY.format('began_on')})"
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in triggers_sqlite_checks.kind("control_point", "began_on", "date"):
            op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: figures of the past would change")
