"""Executors of one name in a region and its municipality: told apart, never doubled."""

import pytest

from dashboard.prerender import to_html
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.draft_matches import ExecutorMatch, NameChoice
from layouts.data_draft_names import entry
from layouts.import_texts import finding_text
from tests.database.test_plan_saving import taken_in
from tests.database.world import insert, rows, run
from tests.support.drafts import TODAY, People, act

NAME = "Комитет по образованию администрации района"


@pytest.fixture
def region(db: Database, people: People) -> int:
    id_ = insert(
        db, "territory", name="Нижняя область", short_name="Нижняя область", level="region"
    )
    run(db, "UPDATE territory SET parent_id = :r WHERE id = :t", r=id_, t=people.home)
    return id_


def executor(db: Database, place: int, name: str = NAME) -> int:
    return insert(db, "executor", territory_id=place, name=name, short_name="К")


def match(db: Database, people: People, draft: int) -> ExecutorMatch:
    loaded = drafts.load(db, people.owner, draft, TODAY)
    return next(one for one in loaded.executors if one.name == NAME)


def named(db: Database) -> list[object]:
    query = (
        "SELECT a.executor_id FROM assignment a JOIN measure m ON m.id = a.measure_id"
        " WHERE m.number = '2.1'"
    )
    return [one for (one,) in rows(db, query)]


def test_of_namesakes_the_plans_own_is_taken(db: Database, people: People, region: int) -> None:
    executor(db, region)
    own = executor(db, people.home)
    draft = drafts.create(db, people.owner, "plan", "akt.txt", act())
    found = match(db, people, draft)
    assert (found.state, found.executor_id) == ("equal", own)
    taken_in(db, people.owner, act())
    assert named(db) == [own]


@pytest.mark.parametrize("at", [0, 1, None])
def test_namesakes_elsewhere_are_chosen_by_their_places(
    db: Database, people: People, region: int, at: int | None
) -> None:
    """One of the region, one of another territory that the plans name; or an own one is made."""
    known = [executor(db, region), executor(db, people.away)]
    first = taken_in(db, people.owner, act(**{NAME: "Школа № 1"})).plan_id
    assigned = "UPDATE assignment SET executor_id = :e WHERE executor_id IN"
    run(db, f"{assigned} (SELECT id FROM executor WHERE name LIKE 'Школа%')", e=known[1])
    draft = drafts.create(db, people.owner, "plan", "akt2.txt", act() + b"\n")
    drafts.choose_target(db, people.owner, draft, None, today=TODAY)
    found = match(db, people, draft)
    assert found.state == "undecided"
    assert {one.executor_id for one in found.candidates} == set(known)
    shown = to_html(entry(drafts.load(db, people.owner, draft, TODAY), found))
    assert "(Нижняя область)" in shown
    choice = NameChoice("new") if at is None else NameChoice("known", executor_id=known[at])
    drafts.decide_executor(db, people.owner, draft, found.key, choice)
    saved = drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert saved.plan_id != first
    query = (
        "SELECT e.id, e.territory_id FROM assignment a JOIN measure m ON m.id = a.measure_id"
        " JOIN executor e ON e.id = a.executor_id WHERE m.number = '2.1' AND m.plan_id = :p"
    )
    ((id_, place),) = rows(db, query, p=saved.plan_id)
    places = {0: region, 1: people.away, None: people.home}
    assert (id_ in known, place) == (at is not None, places[at])
