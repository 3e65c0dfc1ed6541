"""The migrations make what the models describe, on both databases."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Engine, create_engine, inspect, text

from data_access.db import Database
from data_access.models import Base
from data_access.schema import MIGRATIONS, State, revisions


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


def test_checks_say_the_same(sqlite_db: Database) -> None:
    """PostgreSQL gives its own wording back; SQLite keeps what the migration wrote."""
    engine = create_engine(sqlite_db.url)
    found = inspect(engine)
    for table in Base.metadata.tables.values():
        checks = [one for one in table.constraints if isinstance(one, CheckConstraint)]
        wanted = {str(one.name): str(one.sqltext) for one in checks}
        there = {
            str(one["name"]): one["sqltext"] for one in found.get_check_constraints(table.name)
        }
        assert there == wanted, table.name
    engine.dispose()


def test_files_are_called_by_their_numbers_in_order() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    in_order = [one.revision for one in scripts.walk_revisions()][::-1]
    assert revisions() == in_order


def test_a_process_that_only_looks_carries_no_alembic() -> None:
    code = "import sys, dashboard.app, dashboard.server; print('alembic' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_an_upgrade_may_run_twice(db: Database) -> None:
    db.upgrade()
    db.upgrade()
    assert db.state() is State.CURRENT


def test_a_database_without_our_tables_is_known(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    fresh = Database(f"sqlite:///{path}")
    assert fresh.state() is State.EMPTY
    assert not path.exists(), "looking makes no file"
    sqlite3.connect(path).close()
    assert fresh.state() is State.EMPTY
    fresh.dispose()


@pytest.mark.parametrize(("mark", "state"), [("0001", State.OLD), ("9999", State.FOREIGN)])
def test_tables_of_another_version_are_known(db: Database, mark: str, state: State) -> None:
    with db.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :mark"), {"mark": mark})
    assert db.state() is state


def test_one_line_of_migrations() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1
