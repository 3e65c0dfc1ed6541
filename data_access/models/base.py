"""The declarative base, column types and small pieces that all tables share."""

from collections.abc import Container, Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    MetaData,
    String,
    Text,
    func,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
#: Dates of plans and of what happens to them; beyond is a slip of the pen.
FIRST_DAY, LAST_DAY, DAY_AFTER_LAST = "1990-01-01", "2100-12-31", "2101-01-01"


class Base(DeclarativeBase):
    """Base of all tables; `metadata` is what the migrations are compared with."""

    metadata = MetaData(naming_convention=NAMING)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: aware in Python, `timestamptz` in PostgreSQL, UTC text in SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC; a naive one is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Id = Annotated[int, mapped_column(primary_key=True)]
Words = Annotated[str, mapped_column(Text, default="", server_default="")]
Recorded = Annotated[
    datetime,
    mapped_column(UtcDateTime, default=lambda: datetime.now(UTC), server_default=func.now()),
]
TerritoryId = Annotated[int, mapped_column(ForeignKey("territory.id"), index=True)]
#: Filled by the database from the parent row (see the triggers), so that writers may leave it out.
FilledTerritoryId = Annotated[
    int | None, mapped_column(ForeignKey("territory.id"), index=True, nullable=True)
]


def code_column(length: int = 20) -> String:
    """Return the type of a column that holds one of a few identifiers."""
    return String(length)


def one_of(column: str, values: Iterable[str], name: str | None = None) -> CheckConstraint:
    """Return a check that `column` holds one of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=name or f"{column}_known")


def not_blank(column: str) -> CheckConstraint:
    """Return a check that the text of `column` is more than white space."""
    return CheckConstraint(f"trim({column}) <> ''", name=f"{column}_given")


def check_dates(metadata: MetaData, computed: Container[str]) -> None:
    """Add to every column of dates or moments a check that it holds one of our times.

    SQLite would keep any text there, so another program could write "11.10.2021" unnoticed; and
    PostgreSQL has dates that Python lacks (`infinity`, the year 10000), which no page could read.
    Tables that are `computed` begin and end with the first and the last date that there is.
    """
    for table in metadata.tables.values():
        for column in table.columns:
            check = _time_check(column, bounded=table.name not in computed)
            if check is not None:
                table.append_constraint(check)


def _time_check(column: Column[Any], *, bounded: bool) -> CheckConstraint | None:
    name = column.name
    if isinstance(column.type, Date):
        rule = f"date({name}) IS NOT NULL AND date({name}) = {name}"
        if bounded:
            rule += f" AND {name} BETWEEN '{FIRST_DAY}' AND '{LAST_DAY}'"
        return CheckConstraint(f"{name} IS NULL OR ({rule})", name=f"{name}_is_date")
    if isinstance(column.type, UtcDateTime) and bounded:
        rule = f"{name} >= '{FIRST_DAY}' AND {name} < '{DAY_AFTER_LAST}'"
        return CheckConstraint(f"{name} IS NULL OR ({rule})", name=f"{name}_in_range")
    return None
