"""An executor that an act releases and a later one names again; an act that corrects itself."""

from typing import Any

import pytest

from data_access.commands import drafts
from data_access.db import Database
from tests.database.test_plan_amending import (
    AMENDING,
    OTHERS,
    amended,
    ids,
    report,
    same_after_rebuild,
    status,
)
from tests.database.test_plan_past import figures
from tests.database.test_plan_saving import taken_in
from tests.database.world import rows
from tests.support.drafts import TODAY, People, act

RELEASED, BACK = "2023-03-01", "2023-05-20"
RELEASING = {"118-п": "55-п", "14 февраля 2023": "1 марта 2023", "14.02.2023": "01.03.2023"}
LAST = {"118-п": "99-п", "14 февраля 2023": "30 мая 2023", "14.02.2023": "30.05.2023"}
#: While an executor is released its assignment has no status at all.
NOBODY = "not named"
DAYS = ("2023-02-20", "2023-03-15", "2023-04-16", "2023-05-19")


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


def owed(db: Database, assignment: int) -> list[str]:
    query = "SELECT due_on FROM obligation WHERE assignment_id = :a ORDER BY due_on"
    with db.read():  # what waits is computed
        pass
    return [str(due) for (due,) in rows(db, query, a=assignment)]


def own_status(db: Database, assignment: int, on: str) -> str:
    query = (
        "SELECT status FROM assignment_span"
        " WHERE assignment_id = :id AND valid_from <= :on AND :on < valid_to"
    )
    found = rows(db, query, id=assignment, on=on)
    return str(found[0][0]) if found else NOBODY


def of_the_day(db: Database, day: str) -> dict[str, Any]:
    """Return what is said of a day; executors stand in today's order, so order is left aside."""
    found: dict[str, Any] = figures(db, day)
    names = ("executors", "assignments", "own points")
    plain = {name: found[name] for name in ("totals", "sections", "missing", "register", "curve")}
    return {**plain, **{name: sorted(map(repr, found[name])) for name in names}}


def test_one_that_comes_back_owes_nothing_of_the_time_between(db: Database, people: People) -> None:
    measure, _, (first,) = ids(db, "2.1")
    amended(db, people, act(**RELEASING, **OTHERS))
    _, _, (second, _released) = ids(db, "2.1")
    assert owed(db, first) == []
    before = [own_status(db, first, day) for day in DAYS]
    assert before == ["in_progress", NOBODY, NOBODY, NOBODY]
    seen = [of_the_day(db, day) for day in DAYS]
    amended(db, people, act(**AMENDING))
    assert ids(db, "2.1")[2] == [first, second]
    assert [own_status(db, first, day) for day in DAYS] == before
    assert own_status(db, first, BACK) == "in_progress"
    assert "2023-04-15" not in owed(db, first), "it was not named when that report was due"
    assert owed(db, first)[0] == "2023-07-15"
    assert owed(db, second) == ["2023-04-15"]
    assert [of_the_day(db, day) for day in DAYS] == seen
    assert status(db, measure, "2024-10-02") == "overdue"
    same_after_rebuild(db)


def test_its_form_offers_nothing_while_it_is_away(db: Database, people: People) -> None:
    _, _, (first,) = ids(db, "2.1")
    amended(db, people, act(**RELEASING, **OTHERS))
    amended(db, people, act(**AMENDING))
    dates = rows(db, "SELECT ended_on, away_from, back_on FROM assignment WHERE id = :a", a=first)
    assert [str(day) for day in dates[0]] == ["None", RELEASED, BACK]
    draft = drafts.create(db, people.owner, "plan", "akt5.txt", act(**AMENDING) + b"\n")
    plan = int(str(rows(db, "SELECT id FROM plan")[0][0]))
    drafts.choose_target(db, people.owner, draft, plan, today=TODAY)
    found = drafts.load(db, people.owner, draft, TODAY).difference
    assert found is not None
    assert found.is_empty, "it is named as the last act says"


def test_one_that_comes_back_and_goes_again_is_released(db: Database, people: People) -> None:
    measure, points, (first,) = ids(db, "2.1")
    amended(db, people, act(**RELEASING, **OTHERS))
    amended(db, people, act(**AMENDING))
    amended(db, people, act(**LAST, **OTHERS))
    days = ("2023-02-20", "2023-04-16", "2023-05-25", "2023-05-31")
    assert [own_status(db, first, day) for day in days] == [
        "in_progress",
        NOBODY,
        "in_progress",
        NOBODY,
    ]
    second = ids(db, "2.1")[2][0]
    away = rows(db, "SELECT away_from, back_on FROM assignment WHERE id = :a", a=second)
    assert [str(day) for day in away[0]] == [BACK, "2023-05-30"]
    report(db, second, points[0], "2023-05-31")
    assert status(db, measure, "2024-10-02") == "done"
    same_after_rebuild(db)


def test_the_plans_own_act_corrects_whom_it_named_from_the_beginning(
    db: Database, people: People
) -> None:
    """A misread executor is gone as if it had never been named; the right one owes all."""
    _, _, (misread,) = ids(db, "2.1")
    found = amended(db, people, act(**OTHERS) + b"\n")
    changes = next(one.executors for one in found.measures if one.number == "2.1")
    assert [(one.fate, one.stays) for one in changes] == [("added", False), ("removed", False)]
    _, _, (right,) = ids(db, "2.1")
    assert right != misread
    began = rows(db, "SELECT began_on, led_until FROM assignment WHERE id = :a", a=right)
    assert began == [(None, None)]
    assert "2023-04-15" in owed(db, right)
    same_after_rebuild(db)


def test_a_misread_executor_that_reported_stays_with_its_report(
    db: Database, people: People
) -> None:
    _, points, (misread,) = ids(db, "2.1")
    report(db, misread, points[0], "2023-05-20")
    amended(db, people, act(**OTHERS) + b"\n")
    ended = rows(db, "SELECT id, ended_on IS NULL FROM assignment WHERE id = :a", a=misread)
    assert [bool(one) for one in ended[0]] == [True, False]
    began = rows(
        db,
        "SELECT a.began_on FROM assignment a JOIN measure m ON m.id = a.measure_id"
        " WHERE m.number = '2.1' AND a.role = 'lead'",
    )
    assert began == [(None,)]


def test_the_own_act_taken_in_again_leaves_what_an_amending_one_ordered(
    db: Database, people: People
) -> None:
    _, _, (first,) = ids(db, "2.1")
    amended(db, people, act(**RELEASING, **OTHERS))
    second = ids(db, "2.1")[2][0]
    amended(db, people, act() + b"\n")
    assert ids(db, "2.1")[2] == [first, second]
    assert own_status(db, first, "2023-04-16") == NOBODY
    assert owed(db, second) == ["2023-04-15"]
