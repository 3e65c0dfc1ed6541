"""Indexes by which a whole country's lists begin and its groups with arrears are found."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

IS_OVERDUE = sa.text("status = 'overdue'")


def upgrade() -> None:
    op.create_index("ix_report_submitted_on", "report", ["submitted_on"])
    op.create_index("ix_decision_decided_on", "decision", ["decided_on"])
    op.create_index("ix_obligation_due_on", "obligation", ["due_on", "id"])
    op.create_index(
        "ix_assignment_span_overdue",
        "assignment_span",
        ["executor_id", "valid_from", "valid_to", "due_on", "plan_id"],
        sqlite_where=IS_OVERDUE,
        postgresql_where=IS_OVERDUE,
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead")
