"""An account has one draft of a file and kind: two uploads at once no longer make two."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

#: Of several drafts the one that was changed last stays: it is what was being worked on.
WITHOUT_TWINS = """
    DELETE FROM import_draft WHERE EXISTS (
        SELECT 1 FROM import_draft AS other
        WHERE other.account_id = import_draft.account_id AND other.kind = import_draft.kind
        AND other.sha256 = import_draft.sha256 AND (
            other.updated_at > import_draft.updated_at
            OR (other.updated_at = import_draft.updated_at AND other.id > import_draft.id)
        )
    )
"""


def upgrade() -> None:
    op.execute(WITHOUT_TWINS)
    op.execute(
        "CREATE UNIQUE INDEX uq_import_draft_account_id ON import_draft (account_id, kind, sha256)"
    )


def downgrade() -> None:
    op.execute("DROP INDEX uq_import_draft_account_id")
