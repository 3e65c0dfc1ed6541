"""The version of the data, moved by triggers with every change."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import triggers_changes

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WATCHED = (
    "territory",
    "plan",
    "section",
    "measure",
    "control_point",
    "executor",
    "executor_alias",
    "assignment",
    "reporting_period",
    "report",
    "decision",
    "indicator",
    "indicator_value",
    "measure_span",
    "point_span",
    "assignment_span",
    "obligation",
    "practice_direction",
    "practice_fit",
    "import_batch",
    "import_finding",
)


def upgrade() -> None:
    big = sa.BigInteger()
    version = op.create_table(
        "data_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("changes", big, nullable=False),
        sa.Column("mark", big, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_version")),
        sa.CheckConstraint("id = 1", name=op.f("ck_data_version_one_row")),
    )
    op.create_table(
        "data_change",
        sa.Column("id", big.with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("mark", big, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_change")),
    )
    op.bulk_insert(version, [{"id": 1, "changes": 0, "mark": 0}])
    dialect = op.get_bind().dialect.name
    for statement in triggers_changes.function(dialect):
        op.execute(statement)
    for statement in triggers_changes.statements(dialect, WATCHED):
        op.execute(statement)
    if dialect == "postgresql":
        # Its rows live for seconds: without this they would be swept away too seldom.
        op.execute(
            "ALTER TABLE data_change SET (autovacuum_vacuum_threshold = 200,"
            " autovacuum_vacuum_scale_factor = 0, autovacuum_analyze_threshold = 10000)"
        )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead")
