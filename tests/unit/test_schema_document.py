"""`docs/schema.md` names every table and column as the models have them."""

from pathlib import Path

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Integer,
    LargeBinary,
    Numeric,
    String,
    Text,
)
from sqlalchemy import Date as SqlDate

from data_access.migrations.triggers import filled_tables
from data_access.models import Base
from data_access.models.base import UtcDateTime

DOCUMENT = Path(__file__).parents[2] / "docs" / "schema.md"
TABLES = sorted(Base.metadata.tables)


def kind_of(column: Column[object]) -> str:
    """Return the type as the document names it."""
    kind = column.type
    if isinstance(kind, String) and not isinstance(kind, Text) and kind.length:
        return f"text ≤ {kind.length}"
    if isinstance(kind, Numeric):
        return f"numeric({kind.precision},{kind.scale})"
    names = {
        Text: "text",
        Integer: "integer",
        SqlDate: "date",
        UtcDateTime: "moment",
        Boolean: "boolean",
        JSON: "JSON",
        LargeBinary: "bytes",
    }
    return next(name for one, name in names.items() if isinstance(kind, one))


def need_of(column: Column[object]) -> str:
    """Return whether a writer has to give the column."""
    table = column.table.name
    if column.primary_key and len(column.table.primary_key) == 1:
        return "automatic"
    if column.name == "territory_id" and table in filled_tables():
        return "filled in"
    if column.nullable:
        return "may be empty"
    if column.server_default is None:
        return "required"
    default = str(getattr(column.server_default, "arg", ""))
    return f"default {DEFAULTS.get(default, default) or 'empty text'}"


DEFAULTS = {"now()": "now", "CURRENT_DATE": "today", "current_date()": "today"}


def reference_of(column: Column[object]) -> str:
    return ", ".join(sorted(f"`{key.target_fullname}`" for key in column.foreign_keys))


def expected_row(column: Column[object]) -> str:
    """Return the beginning of the column's row in the document."""
    return f"| `{column.name}` | {kind_of(column)} | {need_of(column)} | {reference_of(column)} |"


def part_about(table: str) -> str:
    text = DOCUMENT.read_text(encoding="utf-8")
    heading = f"### `{table}`\n"
    assert text.count(heading) == 1, f"no part about {table}"
    return text.split(heading)[1].split("\n## ")[0].split("\n### ")[0]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described(name: str) -> None:
    table = Base.metadata.tables[name]
    part = part_about(name)
    described = [line for line in part.splitlines() if line.startswith("| `")]
    for column, line in zip(table.columns, described, strict=True):
        beginning = expected_row(column)
        assert line.startswith(beginning)
        assert line.removeprefix(beginning).strip(" |"), f"{column.name} has no meaning"


@pytest.mark.parametrize("name", TABLES)
def test_every_known_value_is_named(name: str) -> None:
    part = part_about(name)
    for constraint in Base.metadata.tables[name].constraints:
        if isinstance(constraint, CheckConstraint) and str(constraint.name).endswith("_known"):
            values = str(constraint.sqltext).split("IN (")[1].rstrip(")").split(", ")
            assert not [one for one in values if f"`{one.strip(chr(39))}`" not in part]


def test_no_table_that_is_not_there() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    headings = [line[5:-1] for line in text.splitlines() if line.startswith("### `")]
    assert sorted(headings) == TABLES
