"""What the filter bar offers of very many territories: regions, what lies within, what is found."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from data_access.db import Database
from data_access.queries import choices, choices_territories, moments
from data_access.records.common import Ref
from data_access.records.pages import Asked
from data_access.records.view import Scope, View
from tests.database.conftest import KINDS
from tests.support import country, databases, postgres

DAY = date(2026, 8, 15)
EVERYTHING = View(Scope.everything(), DAY)
#: A municipality with a name to be found, and its region.
LAKE = "Озёрный_100% район"


@pytest.fixture(scope="module", params=KINDS)
def nation(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """Give ten regions with their municipalities."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            url = databases.sqlite_url(tmp_path_factory.mktemp("choices") / "karta.db")
        else:
            server: postgres.Server = request.getfixturevalue("postgres_server")
            url = stack.enter_context(server.clone("template_empty"))
        country.make(url)
        db = stack.enter_context(databases.opened(url))
        with db.write() as session:
            session.execute(
                text("UPDATE territory SET name = :name, short_name = :name WHERE id = 60"),
                {"name": LAKE},
            )
        yield db


def region_of(db: Database, territory: int) -> tuple[int, str]:
    with db.read() as session:
        query = text(
            "SELECT r.id, r.short_name FROM territory t JOIN territory r ON r.id = t.parent_id"
            " WHERE t.id = :id"
        )
        row = session.execute(query, {"id": territory}).one()
        return row.id, row.short_name


def below(db: Database, region: int) -> set[int]:
    with db.read() as session:
        return set(
            session.scalars(text("SELECT id FROM territory WHERE parent_id = :id"), {"id": region})
        )


def test_regions_are_offered_until_one_is_chosen(nation: Database) -> None:
    offered = choices.load(nation, EVERYTHING)
    assert offered.is_wide
    assert {one.id for one in offered.territories} == set(range(1, country.REGIONS + 1))
    assert (offered.plans, offered.sections, offered.executors) == ((), (), ())


def test_municipalities_follow_their_region_and_name_it(nation: Database) -> None:
    region, name = region_of(nation, 60)
    for chosen in (region, 60):
        offered = choices.load(nation, EVERYTHING, Asked(territory=chosen))
        ids = [one.id for one in offered.territories]
        first = ids.index(region) + 1
        inside = ids[first : first + len(ids) - country.REGIONS]
        assert set(inside) == below(nation, region)
        assert Ref(60, LAKE, f"{LAKE} ({name})") in offered.territories


@pytest.mark.parametrize("words", ["озер", "ОЗЁРНЫЙ", "район озёр", "_100%"])
def test_a_name_is_found_anywhere(nation: Database, words: str) -> None:
    _region, name = region_of(nation, 60)
    found = choices_territories.search_territories(nation, EVERYTHING, words)
    assert found == (Ref(60, LAKE, f"{LAKE} ({name})"),)


def test_a_region_finds_what_lies_in_it(nation: Database) -> None:
    region, name = region_of(nation, 60)
    found = choices_territories.search_territories(nation, EVERYTHING, name.upper())
    assert found[0].id == region
    assert {one.id for one in found} == {region, *below(nation, region)}


def test_no_more_is_found_than_can_be_read(nation: Database) -> None:
    assert (
        len(choices_territories.search_territories(nation, EVERYTHING, "о"))
        == choices_territories.MOST_FOUND
    )
    assert choices_territories.search_territories(nation, EVERYTHING, "йцукен") == ()


def test_nothing_is_found_beyond_the_account(nation: Database) -> None:
    own = 20
    view = replace(EVERYTHING, scope=Scope(frozenset({own})))
    assert choices_territories.search_territories(nation, view, "озер") == ()
    assert {one.id for one in choices_territories.search_territories(nation, view, "о")} <= {own}


def test_executors_of_one_name_are_told_apart(nation: Database) -> None:
    region, _name = region_of(nation, 60)
    offered = choices.load(nation, EVERYTHING, Asked(territory=region))
    labels = [one.short_name for one in offered.executors]
    assert len(labels) > 3
    assert len(set(labels)) == len(labels)
    assert any(f"({LAKE})" in one for one in labels)
    alone = choices.load(nation, EVERYTHING, Asked(territory=60))
    assert not any("(" in one.short_name for one in alone.executors)


def test_what_lies_in_the_only_region_is_at_hand(
    nation: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    region, _name = region_of(nation, 60)
    own = below(nation, region)
    monkeypatch.setattr(moments, "MOST_WHOLE", 1)
    for scope in (own, own | {region}):
        offered = choices.load(nation, View(Scope(frozenset(scope)), DAY))
        assert offered.is_wide
        assert {one.id for one in offered.territories} == scope


def test_a_number_that_no_id_can_be_is_not_found(nation: Database) -> None:
    for plan in ("3000000000", "999999999999999999", "00000000000000000001"):
        assert choices.load(nation, EVERYTHING, Asked(plan=plan)).plans == ()
