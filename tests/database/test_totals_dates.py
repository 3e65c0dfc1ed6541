"""The date of totals where plans have one of their own, be nothing owed on it yet."""

from datetime import date

from data_access.db import Database
from data_access.queries import overview
from data_access.records.view import Filters, Scope, View
from tests.database.world import World, run

TODAY, OWN, EARLY = date(2026, 11, 26), date(2021, 8, 1), date(2021, 2, 1)


def test_plans_with_a_date_of_their_own(db: Database) -> None:
    """Before the first date to report nothing is owed yet; the date is the plan's all the same."""
    world = World(db)
    for day in (EARLY, OWN):
        run(db, "UPDATE plan SET default_as_of = :d", d=str(day))
        for filters in (Filters(), Filters(plan=world.plans[0]), Filters(q="нет такого")):
            found = overview.load(db, View(Scope.everything(), TODAY, filters)).totals
            assert found.as_of == (day if found.all else None)
            assert found.missing_reports == 0 or day == OWN
