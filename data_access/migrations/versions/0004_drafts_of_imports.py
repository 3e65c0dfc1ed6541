"""Drafts of imports, who resolved a finding and about which measure, assignments that ended."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import triggers_changes, triggers_sqlite_checks

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = "{0} IS NULL OR ({0} >= '1990-01-01' AND {0} < '2101-01-01')"
DAY = "{0} IS NULL OR (date({0}) IS NOT NULL AND date({0}) = {0} AND {0} BETWEEN '1990-01-01' AND '2100-12-31')"


def upgrade() -> None:
    _make_drafts()
    _widen_findings()
    _widen_assignments()


def _make_drafts() -> None:
    moment = sa.DateTime(timezone=True)
    now = sa.text("(CURRENT_TIMESTAMP)")
    op.create_table(
        "import_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=True),
        sa.Column("edits", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("created_at", moment, server_default=now, nullable=False),
        sa.Column("updated_at", moment, server_default=now, nullable=False),
        sa.CheckConstraint(
            "kind IN ('plan', 'reports', 'indicators')", name=op.f("ck_import_draft_kind_known")
        ),
        sa.CheckConstraint(
            MOMENT.format("created_at"), name=op.f("ck_import_draft_created_at_in_range")
        ),
        sa.CheckConstraint(
            MOMENT.format("updated_at"), name=op.f("ck_import_draft_updated_at_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_import_draft_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_import_draft_plan_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_draft")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_draft_account_id", "import_draft", ["account_id", "created_at"])
    for statement in triggers_changes.statements(op.get_bind().dialect.name, ["import_draft"]):
        op.execute(statement)


def _widen_findings() -> None:
    # Plain SQL that both databases know: SQLite takes a key only together with its column.
    op.execute(
        "ALTER TABLE import_finding ADD COLUMN resolved_by_id INTEGER"
        " CONSTRAINT fk_import_finding_resolved_by_id REFERENCES account (id)"
    )
    op.execute(
        "ALTER TABLE import_finding ADD COLUMN measure_id INTEGER"
        " CONSTRAINT fk_import_finding_measure_id REFERENCES measure (id)"
    )
    op.execute("ALTER TABLE import_finding ADD COLUMN parameters JSON")


def _widen_assignments() -> None:
    op.execute(
        "ALTER TABLE assignment ADD COLUMN ended_on DATE"
        f" CONSTRAINT ck_assignment_ended_on_is_date CHECK ({DAY.format('ended_on')})"
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in triggers_sqlite_checks.kind("assignment", "ended_on", "date"):
            op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: ended assignments would count again")
