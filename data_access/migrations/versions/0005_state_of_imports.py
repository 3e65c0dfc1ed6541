"""The state in which a plan's file was saved, so that the same file begins from there."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE import_batch ADD COLUMN state JSON")


def downgrade() -> None:
    op.execute("ALTER TABLE import_batch DROP COLUMN state")
