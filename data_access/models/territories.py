"""Territories, which everything else belongs to."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from data_access.models.base import Base, Id, code_column, not_blank, one_of


class Territory(Base):
    """A municipality or a region; a region is the parent of its municipalities."""

    __tablename__ = "territory"
    __table_args__ = (
        one_of("level", ("region", "municipality")),
        not_blank("name"),
        CheckConstraint("oktmo IS NULL OR length(oktmo) IN (8, 11)", name="oktmo_length"),
        CheckConstraint("level = 'municipality' OR parent_id IS NULL", name="region_on_top"),
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_its_own_parent"),
        UniqueConstraint("parent_id", "name"),
        # The constraint above takes two rows without a parent for different ones.
        Index(
            "uq_territory_on_top",
            "level",
            "name",
            unique=True,
            sqlite_where=text("parent_id IS NULL"),
            postgresql_where=text("parent_id IS NULL"),
        ),
        Index("ix_territory_parent_id", "parent_id"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(300))
    short_name: Mapped[str] = mapped_column(String(100))
    level: Mapped[str] = mapped_column(code_column())
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("territory.id"))
    oktmo: Mapped[str | None] = mapped_column(String(11), unique=True)
