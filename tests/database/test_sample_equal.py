"""The sample is the same every time and in both kinds of database."""

from pathlib import Path

import pytest
from sqlalchemy import select, text

from data_access.models import Base
from data_access.models.versions import VERSIONS
from data_access.sample.loader import load_sample
from tests.support import databases


def test_two_loads_give_equal_rows(sqlite_template: Path, tmp_path: Path) -> None:
    first, second = (
        _dump(databases.copy_sqlite(sqlite_template, tmp_path / f"{name}.db")) for name in "ab"
    )
    assert first == second


@pytest.mark.postgres
def test_both_databases_hold_the_same_rows(sqlite_url: str, request: pytest.FixtureRequest) -> None:
    assert _dump(sqlite_url) == _dump(request.getfixturevalue("postgres_url"))


def _dump(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows, computed ones included, but the random marks; the queue is empty by then."""
    with databases.opened(url) as database:
        with database.write() as session:
            load_sample(session)
        with database.read() as session:
            assert session.execute(text("SELECT count(*) FROM recompute_queue")).scalar() == 0
            return {
                table.name: sorted(map(tuple, session.execute(select(table))), key=repr)
                for table in Base.metadata.sorted_tables
                if table.name not in VERSIONS
            }
