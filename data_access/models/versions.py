"""How often the data have changed: kept by triggers, read by `data_access/versions.py`."""

from typing import Annotated

from sqlalchemy import BigInteger, CheckConstraint, Integer
from sqlalchemy.orm import Mapped, mapped_column

from data_access.models.base import Base

BigId = Annotated[
    int, mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
]
Big = Annotated[int, mapped_column(BigInteger)]


class DataVersion(Base):
    """One row: how many changes there were, and a mark that no other history of them shares."""

    __tablename__ = "data_version"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    changes: Mapped[Big]
    mark: Mapped[Big]


class DataChange(Base):
    """A transaction of PostgreSQL that changed data and is not counted in `DataVersion` yet."""

    __tablename__ = "data_change"

    id: Mapped[BigId]
    mark: Mapped[Big]


VERSIONS = frozenset({DataVersion.__tablename__, DataChange.__tablename__})
