"""From when on a measure that an amended act added stands in its plan."""

from alembic import op

from data_access.migrations import triggers_sqlite_checks

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

DAY = "{0} IS NULL OR (date({0}) IS NOT NULL AND date({0}) = {0} AND {0} BETWEEN '1990-01-01' AND '2100-12-31')"


def upgrade() -> None:
    op.execute(
        "ALTER TABLE measure ADD COLUMN began_on DATE"
        f" CONSTRAINT ck_measure_began_on_is_date CHECK ({DAY.format('began_on')})"
    )
    op.execute("CREATE INDEX ix_measure_began_on ON measure (began_on) WHERE began_on IS NOT NULL")
    if op.get_bind().dialect.name == "sqlite":
        for statement in triggers_sqlite_checks.kind("measure", "began_on", "date"):
            op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: figures of the past would change")
