"""The migrations make what the models describe, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Engine, create_engine, inspect

from data_access.db import MIGRATIONS, Database
from data_access.models import Base


@pytest.fixture
def engine(db: Database) -> Engine:
    return create_engine(db.url)


def test_tables_columns_keys_and_indexes(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_checks(engine: Engine) -> None:
    found = inspect(engine)
    for table in Base.metadata.tables.values():
        wanted = {str(one.name) for one in table.constraints if isinstance(one, CheckConstraint)}
        there = {str(one["name"]) for one in found.get_check_constraints(table.name)}
        assert there == wanted, table.name
    engine.dispose()


def test_an_upgrade_may_run_twice(db: Database) -> None:
    db.upgrade()
    db.upgrade()


def test_one_line_of_migrations() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1
