"""A search looks up the executors of a measure among those found, not the other way round.

Where thousands of executors are called alike, trying each for each measure took nine seconds.
"""

from datetime import date

from sqlalchemy import literal, select

from data_access.db import Database
from data_access.models import Executor, Measure
from data_access.queries.naming import assigned_to


def test_sqlite_goes_by_the_measure(sqlite_url: str) -> None:
    called = select(Executor.id).where(Executor.name.like("%а%"))
    query = select(Measure.id).where(assigned_to(called, literal(date(2026, 8, 15))))
    db = Database(sqlite_url)
    with db.read() as session:
        said = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {said}")
        steps = [str(row[3]) for row in plan if "assignment" in row[3]]
    db.dispose()
    assert [step.rpartition("(")[2] for step in steps] == ["measure_id=?)"]
