"""Spans of assignments hold only while acts name the executor: what acts changed is computed anew.

Who is not named on a date is found by an index of their own.
"""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

CREATE_INDEX = (
    "CREATE INDEX ix_assignment_changed ON assignment (id)"
    " WHERE began_on IS NOT NULL OR ended_on IS NOT NULL OR back_on IS NOT NULL"
)
QUEUE = (
    "INSERT INTO recompute_queue (measure_id) SELECT DISTINCT measure_id FROM assignment"
    " WHERE began_on IS NOT NULL OR ended_on IS NOT NULL OR back_on IS NOT NULL"
)


def upgrade() -> None:
    op.execute(CREATE_INDEX)
    op.execute(QUEUE)


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: figures of the past would change")
