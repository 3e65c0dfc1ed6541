"""The number of SQL statements of a page does not grow with plans, measures or reports."""

from datetime import date

import pytest
from sqlalchemy import text

from callbacks.render import render_path
from data_access.db import Database
from data_access.records.accounts import Account, Role
from data_access.records.view import Scope
from data_access.results import Parts, Results
from tests.support import visits
from tests.support.statements import counted

TODAY = date(2026, 11, 22)
#: 18 to 37 measures; one with indicators and reporting duty, two without either.
CODES = (
    "omsk-2024",
    "tokaryovka-2025",
    "alexandrovsk-2020-2021",
    "irkutsk-region-2022-2025",
)
MOST = {"overview": 45, "meeting": 60}
MOST_ELSEWHERE = 31
#: Where a list has no rows, what completes them is not asked: executors (two), last reports.
OF_ROWS = 3
OF_ONE = tuple(visits.RICHEST)
LISTS = ("data", *(name for name in visits.NAMES if name not in OF_ONE))


def statements(db: Database, path: str, territories: frozenset[int] | None) -> int:
    """Return how many statements a page takes for an account of these territories."""
    account = Account(1, "test", "", Role.COORDINATOR, Scope(territories), "ru", is_demo=True)
    with counted() as seen:
        page = render_path(db, account, path, "", TODAY)
    assert page.status_code == 200
    assert seen
    return len(seen)


@pytest.fixture(autouse=True)
def _nothing_kept(sample_db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the database for everything, however long it took before."""
    monkeypatch.setattr(sample_db, "_results", Results(most=0))
    monkeypatch.setattr(sample_db, "_parts", Parts(0, 0))


@pytest.fixture(scope="module")
def territory_of(sample_db: Database) -> dict[str, int]:
    with sample_db.read() as session:
        rows = session.execute(text("SELECT code, territory_id FROM plan"))
        return {row.code: row.territory_id for row in rows}


@pytest.mark.parametrize("name", LISTS)
def test_four_plans_take_no_more_than_one(
    sample_db: Database, territory_of: dict[str, int], name: str
) -> None:
    path = visits.path_in(sample_db, name, CODES[0])
    single = [statements(sample_db, path, frozenset({territory_of[code]})) for code in CODES]
    most = max(single)
    saved = {(most - one) % OF_ROWS for one in single}
    assert saved == {0}, dict(zip(CODES, single, strict=True))
    assert statements(sample_db, path, None) <= most <= MOST.get(name, MOST_ELSEWHERE)


@pytest.mark.parametrize("name", OF_ONE)
def test_the_richest_takes_no_more_than_any(sample_db: Database, name: str) -> None:
    paths = [visits.path_in(sample_db, name, code) for code in CODES]
    paths += [path.rpartition("/")[0] + f"/{first(sample_db, name)}" for path in paths[:1]]
    counts = {path: statements(sample_db, path, None) for path in paths}
    assert len(set(counts.values())) == 1, counts
    assert max(counts.values()) <= MOST_ELSEWHERE


def first(db: Database, name: str) -> int:
    """Return the thing with the least to show: the richest query turned round."""
    turned = visits.RICHEST[name].replace("DESC", "ASC")
    with db.read() as session:
        plan = session.scalar(text("SELECT id FROM plan WHERE code = :code"), {"code": CODES[0]})
        return int(session.execute(text(turned), {"plan": plan}).scalar_one())
