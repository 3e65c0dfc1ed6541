"""A country's territories: ranked and searched by few counts that agree with the full totals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from data_access.db import Database
from data_access.models import Territory
from data_access.queries import moments, territories
from data_access.queries import nation as nation_query
from data_access.queries.groups import by_region, by_territory
from data_access.queries.moments import begin
from data_access.queries.standings import standings
from data_access.queries.summing import summed
from data_access.queries.totals import totals
from data_access.records.common import GroupRow
from data_access.records.nation import Listing, NationPage
from data_access.records.ranking import ORDERS, rank
from data_access.records.view import Filters, Scope, View
from tests.database.conftest import KINDS
from tests.support.generated import filled
from tests.support.statements import counted

DAY = date(2026, 8, 15)
EVERYTHING = View(Scope.everything(), DAY)
TERRITORIES, REGIONS = 54, 2
VIEWS = [
    EVERYTHING,
    replace(EVERYTHING, filters=Filters(as_of=date(2026, 3, 1))),
    replace(EVERYTHING, filters=Filters(q="семь")),
    replace(EVERYTHING, filters=Filters(territory=1)),
]


@pytest.fixture(scope="module", params=KINDS)
def country(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give two regions with their municipalities; one region lies on the map."""
    with filled(request, TERRITORIES) as db:
        with db.write() as session:
            named = update(Territory).where(Territory.id == 1)
            session.execute(named.values(name="Орловская область", short_name="Орловская обл."))
            lake = update(Territory).where(Territory.id == TERRITORIES)
            session.execute(lake.values(name="Озёрный район", short_name="Озёрный р-н"))
        yield db


def load(db: Database, listing: Listing | None = None, view: View = EVERYTHING) -> NationPage:
    found = territories.load(db, view, listing or Listing())
    assert isinstance(found, NationPage)
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_standings_are_the_totals_in_short(country: Database, view: View) -> None:
    with country.read() as session:
        known, moment = begin(session, view)
        rows = {row.id: row for row in by_territory(session, known, moment)}
        found = standings(session, known, moment, with_reports=True)
    assert {one.territory.id for one in found} == set(rows)
    for one in found:
        full = rows[one.territory.id]
        assert one.parent == full.parent
        for name in ("execution", "discipline", "overdue", "worst_days"):
            assert getattr(one, name) == getattr(full.totals, name), name
        assert [rank(order, one) for order in ORDERS] == [rank(key, full.totals) for key in ORDERS]


@pytest.mark.parametrize("view", VIEWS)
def test_the_sum_of_the_regions_is_the_whole(country: Database, view: View) -> None:
    with country.read() as session:
        known, moment = begin(session, view)
        regions = by_region(session, known, moment)
        assert summed([row.totals for row in regions]) == totals(session, known, moment)


def test_regions_come_first(country: Database) -> None:
    page = load(country)
    assert page.spread.level == "regions"
    assert [row.id for row in page.spread.rows] == ranked(page.regions, "overdue")
    assert page.spread.found == {"regions": REGIONS, "all": TERRITORIES}
    assert {id: place.label for id, place in page.places.items()} == {1: "Орл"}
    assert all(sum(band.values()) == TERRITORIES for band in page.spread.bands.values())


def ranked(rows: Sequence[GroupRow], order: str) -> list[int]:
    return [row.id for row in sorted(rows, key=lambda row: rank(order, row.totals))]


@pytest.mark.parametrize("order", ORDERS)
def test_pages_follow_one_another_in_order(
    country: Database, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nation_query, "PAGE", 20)
    pages = [load(country, Listing("all", order, page=number)).spread for number in (1, 2, 3)]
    rows = [row for page in pages for row in page.rows]
    assert [len(page.rows) for page in pages] == [20, 20, TERRITORIES - 40]
    keys = [rank(order, row.totals) for row in rows]
    assert keys == sorted(keys)
    assert len({row.id for row in rows}) == TERRITORIES
    beyond = load(country, Listing("all", order, page=9)).spread
    assert (beyond.page, beyond.rows) == (3, pages[2].rows)


@pytest.mark.parametrize("words", ["озерн", "ОЗЁРНЫЙ", "  р-н озёр "])
def test_a_name_is_found_whatever_its_case(country: Database, words: str) -> None:
    spread = load(country, Listing("all", name=words)).spread
    assert [row.name for row in spread.rows] == ["Озёрный район"]
    assert spread.found == {"regions": 0, "all": 1}


def test_a_region_finds_its_municipalities(country: Database) -> None:
    spread = load(country, Listing("all", name="орловская обл")).spread
    assert spread.found["regions"] == 1
    assert {row.parent.id if row.parent else row.id for row in spread.rows} == {1}


def test_a_band_leaves_those_that_lie_in_it(country: Database) -> None:
    whole = load(country).spread
    for step, number in whole.bands["discipline"].items():
        part = load(country, Listing("all", band=f"discipline-{step}")).spread
        assert part.found["all"] == number
        assert part.bands == whole.bands


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the municipalities of one region many."""
    monkeypatch.setattr(moments, "MOST_WHOLE", 3)


def test_one_region_is_no_level(country: Database, narrow: None) -> None:
    below = View(Scope(frozenset(of_region(country, 1))), DAY)
    page = load(country, Listing("regions"), view=below)
    assert page.spread.level == "all"
    assert set(page.spread.found) == {"all"}


def test_nothing_of_other_territories_is_seen(country: Database, narrow: None) -> None:
    own = of_region(country, 1)
    page = load(country, Listing("all", name="Озёрный"), View(Scope(frozenset(own)), DAY))
    assert page.spread.found == {"all": 0}
    assert page.spread.all == len(own)
    assert [row.id for row in page.regions] == [1]


def of_region(db: Database, region: int) -> set[int]:
    with db.read() as session:
        found = begin(session, replace(EVERYTHING, filters=Filters(territory=region)))
        return {row.id for row in by_territory(session, *found)}


def test_a_large_region_lists_its_municipalities(
    country: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = territories.detail(country, EVERYTHING, 1)
    monkeypatch.setattr(moments, "MOST_WHOLE", 3)
    monkeypatch.setattr(nation_query, "PAGE", 1000)
    large = territories.detail(country, EVERYTHING, 1)
    assert small
    assert large
    assert small.of_many is None
    assert large.of_many
    assert not large.municipalities
    assert sorted(large.of_many.rows, key=by_id) == sorted(small.municipalities, key=by_id)
    assert large.of_many.all == len(small.municipalities)


def by_id(row: GroupRow) -> int:
    return row.id


def test_few_statements_however_many_territories(country: Database) -> None:
    with counted() as seen:
        load(country, Listing("all", "reports", name="р"))
    assert len(seen) <= 16
