"""Drafts belong to one account and stand on no page of others: their changes move no version."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for event in ("insert", "update", "delete"):
            op.execute(f"DROP TRIGGER IF EXISTS import_draft_change_{event}")
    else:
        op.execute("DROP TRIGGER IF EXISTS import_draft_change ON import_draft")


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead")
