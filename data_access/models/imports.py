"""Files taken in: those being worked on, those that were saved, and their doubtful places."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from data_access.models.base import (
    Base,
    Id,
    Recorded,
    UtcDateTime,
    Words,
    code_column,
    not_blank,
    one_of,
)

IMPORT_KINDS = ("plan", "reports", "indicators")


class ImportDraft(Base):
    """An uploaded file before it is saved: what was read, and what its account made of it.

    Ids are never given out twice, so an old page cannot reach another draft.
    """

    __tablename__ = "import_draft"
    __table_args__ = (
        one_of("kind", IMPORT_KINDS),
        Index("ix_import_draft_account_id", "account_id", "created_at"),
        Index("uq_import_draft_account_id", "account_id", "kind", "sha256", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(code_column())
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id", ondelete="SET NULL"))
    file_name: Mapped[str] = mapped_column(String(300))
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    reading: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    edits: Mapped[dict[str, Any]] = mapped_column(JSON, server_default="{}")
    created_at: Mapped[Recorded]
    updated_at: Mapped[Recorded]


class ImportBatch(Base):
    """A file that was taken in: what, by whom, when, and the file's SHA-256.

    `state` keeps a plan's reading with all edits and decisions, rows taken out too: the same file
    begins from there, and they can be put back.
    """

    __tablename__ = "import_batch"
    __table_args__ = (one_of("kind", IMPORT_KINDS),)

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(code_column())
    file_name: Mapped[str] = mapped_column(String(300))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    imported_at: Mapped[Recorded]
    summary: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    state: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)


class ImportFinding(Base):
    """A doubtful place of a source document, what was read and how it was resolved."""

    __tablename__ = "import_finding"
    __table_args__ = (
        one_of("severity", ("info", "warning", "error")),
        not_blank("message"),
        Index("ix_import_finding_plan_id", "plan_id"),
    )

    id: Mapped[Id]
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    document: Mapped[Words]
    place: Mapped[Words]
    field: Mapped[Words]
    code: Mapped[Words]
    severity: Mapped[str] = mapped_column(code_column(10))
    message: Mapped[str] = mapped_column(String(2000))
    read_text: Mapped[Words]
    proposal: Mapped[Words]
    resolution: Mapped[Words]
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    measure_id: Mapped[int | None] = mapped_column(ForeignKey("measure.id"))
    parameters: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
