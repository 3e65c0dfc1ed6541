"""Triggers that fill the territory, refuse wrong reports and note what to recompute."""

from alembic import op

from data_access.migrations import triggers_postgresql, triggers_sqlite

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    dialect = triggers_sqlite if is_sqlite else triggers_postgresql
    for statement in dialect.statements():
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: reports would lose their protection")
