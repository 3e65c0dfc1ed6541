"""The history of a measure names the report that a decision is about."""

from datetime import date

from sqlalchemy import text

from data_access.queries import measures
from data_access.records.measures import MeasureDetail
from data_access.records.view import Filters, Scope, View
from tests.support.databases import opened

TODAY = date(2026, 11, 22)
#: Executor and day of the report behind each decision on a report of one measure.
EXPECTED = """
    SELECT d.id, a.executor_id, r.submitted_on FROM decision d
    JOIN report r ON r.id = d.report_id JOIN assignment a ON a.id = r.assignment_id
    WHERE a.measure_id = :measure"""
MOST_DECIDED = """
    SELECT a.measure_id FROM decision d JOIN report r ON r.id = d.report_id
    JOIN assignment a ON a.id = r.assignment_id
    GROUP BY a.measure_id ORDER BY count(*) DESC, a.measure_id LIMIT 1"""


def test_each_decision_on_a_report_knows_whose_and_of_when(any_sample_url: str) -> None:
    with opened(any_sample_url) as database:
        with database.read() as session:
            measure = session.scalar(text(MOST_DECIDED))
            found = session.execute(text(EXPECTED), {"measure": measure}).all()
        everything = View(Scope.everything(), TODAY, Filters(as_of=date(2099, 1, 1)))
        detail = measures.detail(database, everything, measure)
    assert isinstance(detail, MeasureDetail)
    assert found
    shown = {
        one.id: (one.report_by.id, one.report_on)
        for one in detail.decisions
        if one.report_by and one.report_on
    }
    assert shown == {one.id: (one.executor_id, _day(one.submitted_on)) for one in found}
    assert all((one.target == "report") == (one.id in shown) for one in detail.decisions)


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value
