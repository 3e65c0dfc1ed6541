"""A new lead of a measure whose lead alone counts: the time before stays with the former one."""

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from data_access.commands import drafts
from data_access.db import Database
from data_access.exports.assignments import assignments
from data_access.exports.measures import measures
from data_access.folding import sort_key
from data_access.queries import register
from data_access.queries.executors import detail, load
from data_access.queries.moments import Moment, begin
from data_access.queries.row_parts import executors_of
from data_access.queries.rows import measure_rows
from data_access.queries.shown_groups import all_executors
from data_access.records.drafts import Edit
from data_access.records.executors import ExecutorDetail
from data_access.records.exports import ExportTexts
from data_access.records.register import Sorting
from data_access.records.view import Filters, Scope, View
from layouts.import_texts import finding_text
from tests.database.test_plan_amending import (
    amended,
    ids,
    opened,
    report,
    same_after_rebuild,
    status,
)
from tests.database.test_plan_saving import taken_in
from tests.database.world import rows, run
from tests.support.drafts import TODAY, People, act

TURNED = {
    "ООП, ГБУ «Центр помощи семье» (по согласованию)": (
        "ГБУ «Центр помощи семье» (по согласованию), ООП"
    ),
}
TEXTS = ExportTexts(header=str, word=str, demo="")
DAYS = ("2023-02-20", "2023-03-20", "2023-05-31")


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    draft = opened(db, people, act() + b"\n")
    drafts.edit(db, people.owner, draft, Edit("set", "plan", field="completion_rule", value="lead"))
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    return people


def leads(db: Database, measure: int) -> list[tuple[int, str, str | None]]:
    query = "SELECT id, role, led_until FROM assignment WHERE measure_id = :m ORDER BY id"
    found = rows(db, query, m=measure)
    return [(int(str(id_)), str(role), str(day) if day else None) for id_, role, day in found]


def due(db: Database, measure: int, day: str) -> None:
    """Let the measure begin with the plan and be due on a day."""
    query = "UPDATE control_point SET starts_on = '2023-01-01', due_on = :d WHERE measure_id = :m"
    run(db, query, m=measure, d=day)


def spans_before(db: Database, day: str) -> list[tuple[object, ...]]:
    """Return the spans of measures and assignments as far as they lie before the day."""
    found: list[tuple[object, ...]] = []
    for table, key in (("measure_span", "measure_id"), ("assignment_span", "assignment_id")):
        query = f"SELECT {key}, valid_from, valid_to, status FROM {table} ORDER BY 1, 2"
        for id_, first, last, said in rows(db, query):
            if str(first) < day:
                found.append((table, id_, str(first), min(str(last), day), said))
    return found


def states(db: Database, measure: int) -> list[str]:
    return [status(db, measure, day) for day in DAYS]


def test_who_led_on_the_day_counts_for_it(db: Database, people: People) -> None:
    measure, points, (first, second) = ids(db, "1.2")
    due(db, measure, "2023-03-31")
    report(db, first, points[0], "2023-03-10")
    assert states(db, measure) == ["in_progress", "done", "done"]
    before = spans_before(db, "2023-05-15")
    amended(db, people, act(**TURNED), decided_on="2023-05-15")
    assert leads(db, measure) == [(first, "co", "2023-05-15"), (second, "lead", None)]
    assert states(db, measure) == ["in_progress", "done", "done"], "what was done stays done"
    assert spans_before(db, "2023-05-15") == before
    same_after_rebuild(db)


def test_a_debt_of_the_former_lead_stays_one(db: Database, people: People) -> None:
    measure, points, (_, second) = ids(db, "1.2")
    due(db, measure, "2023-03-10")
    report(db, second, points[0], "2023-03-05")
    assert states(db, measure) == ["in_progress", "overdue", "overdue"]
    before = spans_before(db, "2023-05-15")
    amended(db, people, act(**TURNED), decided_on="2023-05-15")
    assert spans_before(db, "2023-05-15") == before, "it was the other one's word"
    assert status(db, measure, "2023-05-14") == "overdue"
    assert status(db, measure, "2023-05-15") == "done"
    same_after_rebuild(db)


def test_the_lead_may_come_back(db: Database, people: People) -> None:
    measure, _, (first, second) = ids(db, "1.2")
    amended(db, people, act(**TURNED), decided_on="2023-04-03")
    before = [status(db, measure, day) for day in DAYS]
    amended(db, people, act() + b"\n\n", decided_on="2023-05-15")
    assert leads(db, measure) == [(first, "lead", "2023-04-03"), (second, "co", "2023-05-15")]
    assert [status(db, measure, day) for day in DAYS] == before
    same_after_rebuild(db)


def test_before_the_plan_begins_there_is_no_former_lead(db: Database, people: People) -> None:
    measure, _, (first, second) = ids(db, "1.2")
    run(db, "UPDATE plan SET starts_on = '2023-12-01'")
    amended(db, people, act(**TURNED))
    assert leads(db, measure) == [(first, "co", None), (second, "lead", None)]


@pytest.mark.parametrize("value", ["2023-02-30", "wrong"])
def test_the_database_takes_only_days(db: Database, people: People, value: str) -> None:
    with pytest.raises(Exception, match=r"led_until|date"):
        run(db, f"UPDATE assignment SET led_until = '{value}'")


def test_other_programs_may_say_who_led(db: Database, people: People) -> None:
    measure, points, (first, second) = ids(db, "1.2")
    due(db, measure, "2023-03-10")
    report(db, second, points[0], "2023-03-05")
    run(db, "UPDATE assignment SET role = 'co', led_until = '2023-05-15' WHERE id = :a", a=first)
    run(db, "UPDATE assignment SET role = 'lead' WHERE id = :a", a=second)
    assert status(db, measure, "2023-05-14") == "overdue"
    assert status(db, measure, "2023-05-15") == "done"
    same_after_rebuild(db)


def test_a_look_at_the_past_names_the_lead_of_that_day(db: Database, people: People) -> None:
    measure, _, _ = ids(db, "1.2")
    amended(db, people, act(**TURNED), decided_on="2023-05-15")
    for day, first in (("2023-05-14", "Отдел опеки"), ("2023-05-15", "ГБУ")):
        moment = Moment(date.fromisoformat(day), TODAY, ())
        with db.read() as session:
            found = executors_of(session, moment, [measure])
        marks = found[measure]
        assert [one.role for one in marks] == ["lead", "co"]
        assert marks[0].name.startswith(first)


@pytest.mark.parametrize("day", ["2023-05-14", "2023-05-15"])
def test_files_and_sorting_have_the_first_executor_of_that_day(
    db: Database, people: People, day: str
) -> None:
    amended(db, people, act(**TURNED), decided_on="2023-05-15")
    view = View(Scope.everything(), TODAY, Filters(as_of=date.fromisoformat(day)))
    with db.read() as session:
        known, moment = begin(session, view)
        shown = {row.number: row.executors for row in measure_rows(session, known, moment)}
        written = {
            row["number"]: row["executors"] for row in measures(session, known, moment, TEXTS)
        }
    assert written == {one: [mark.name for mark in marks] for one, marks in shown.items()}
    part = register.load(db, view, Sorting("lead"), 50)
    assert part is not None
    first = [sort_key(row.executors[0].short_name) for row in part.rows]
    assert first == sorted(first)
    assert len(set(first)) > 1


def test_a_released_executor_sorts_nothing(db: Database, people: People) -> None:
    measure, _, (first, _) = ids(db, "1.2")
    run(db, "UPDATE assignment SET ended_on = '2023-05-15' WHERE id = :a", a=first)
    view = View(Scope.everything(), TODAY, Filters(as_of=date(2023, 6, 1)))
    part = register.load(db, view, Sorting("lead"), 50)
    assert part is not None
    names = [sort_key(row.executors[0].short_name) for row in part.rows if row.executors]
    assert measure in {row.id for row in part.rows}
    assert names == sorted(names)


def told(db: Database, day: str) -> dict[str, Counter[str]]:
    """Return how many measures each executor leads on a day, as each of the views tells it."""
    view = View(Scope.everything(), TODAY, Filters(as_of=date.fromisoformat(day)))
    with db.read() as session:
        known, moment = begin(session, view)
        register = measure_rows(session, known, moment)
        assigned = list(assignments(session, known, moment, TEXTS))
        counted = {one.name: one.lead for one in all_executors(session, known, moment)}
    rows = load(db, view).rows
    found = [detail(db, view, row.id) for row in rows]
    pages = [page for page in found if isinstance(page, ExecutorDetail)]
    led = [
        (page.executor.name, sum(it.role == "lead" for it in page.assignments)) for page in pages
    ]
    return {
        "register": Counter(row.lead.name for row in register if row.lead),
        "assignments": Counter(one["executor"] for one in assigned if one["role"] == "lead"),
        "executors": +Counter(counted),
        "page of executors": +Counter({row.name: row.lead for row in rows}),
        "pages": +Counter(dict(led)),
    }


def agree(db: Database, day: str) -> Counter[str]:
    """Return the one answer of all the views; on no day they differ."""
    views = told(db, day)
    assert len({tuple(sorted(one.items())) for one in views.values()}) == 1, views
    return views["register"]


def test_all_views_name_the_lead_of_the_day(db: Database, people: People) -> None:
    before = agree(db, "2023-03-01")
    amended(db, people, act(**TURNED), decided_on="2023-04-03")
    after = agree(db, "2023-04-03")
    assert agree(db, "2023-04-02") == before
    assert after != before
    amended(db, people, act() + b"\n\n", decided_on="2023-05-15")
    days = ("2023-04-02", "2023-04-03", "2023-05-14", "2023-05-15", "2024-02-01")
    assert [agree(db, one) for one in days] == [before, after, after, before, before]


def test_all_views_agree_on_executors_that_came_and_went(db: Database, people: People) -> None:
    measure, points, (first, _) = ids(db, "1.2")
    report(db, first, points[0], "2023-03-10")
    before = agree(db, "2023-03-01")
    old = next(iter(TURNED))
    amended(db, people, act(**{old: "Школа № 5"}), decided_on="2023-04-03")
    assert agree(db, "2023-04-02") == before
    after = agree(db, "2023-04-03")
    assert "Школа № 5" in after
    assert after != before
    run(
        db,
        "UPDATE assignment SET began_on = '2023-04-10' WHERE measure_id = :m AND role = 'lead'",
        m=measure,
    )
    assert "Школа № 5" not in agree(db, "2023-04-09"), "who is not named yet leads nobody"
    assert agree(db, "2023-04-10") == after


#: The first one leads from the beginning; acts of these days name the other one, and it again.
TURNS = ("2023-03-01", "2023-04-03", "2023-05-15", "2023-06-01")


def handed_over(db: Database, people: People, number: int) -> None:
    """Let an act of the day of this turn name the other executor first."""
    text = act(**TURNED) if number % 2 == 0 else act()
    amended(db, people, text + b"\n" * (2 + number), decided_on=TURNS[number])


def test_times_of_leads_that_hand_over_to_and_fro_stay(db: Database, people: People) -> None:
    measure, points, (_, second) = ids(db, "1.2")
    due(db, measure, "2023-02-10")
    report(db, second, points[0], "2023-02-05")
    for number, day in enumerate(TURNS):
        before = spans_before(db, day)
        handed_over(db, people, number)
        assert spans_before(db, day) == before
        same_after_rebuild(db)
    assert status(db, measure, "2023-02-28") == "overdue"
    assert status(db, measure, "2023-03-01") == "done"


def test_all_views_name_leads_that_hand_over_to_and_fro(db: Database, people: People) -> None:
    one = agree(db, TURNS[0])
    handed_over(db, people, 0)
    other = agree(db, TURNS[0])
    assert one != other
    for number in (1, 2, 3):
        handed_over(db, people, number)
    told_on = [agree(db, day) for turn in TURNS for day in (day_before(turn), turn)]
    assert told_on == [one, other, other, one, one, other, other, one]
    assert agree(db, "2024-02-01") == one


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def test_files_name_leads_that_hand_over_to_and_fro(db: Database, people: People) -> None:
    measure, _, _ = ids(db, "1.2")
    for number in range(len(TURNS)):
        handed_over(db, people, number)
    first = []
    for turn in TURNS:
        for day in (day_before(turn), turn):
            view = View(Scope.everything(), TODAY, Filters(as_of=date.fromisoformat(day)))
            with db.read() as session:
                known, moment = begin(session, view)
                written = [
                    row["executors"]
                    for row in measures(session, known, moment, TEXTS)
                    if row["number"] == "1.2"
                ]
                shown = executors_of(session, moment, [measure])[measure]
            assert written == [[mark.name for mark in shown]]
            assert [mark.role for mark in shown] == ["lead", "co"]
            first.append(shown[0].name[:3])
    assert first == ["Отд", "ГБУ", "ГБУ", "Отд", "Отд", "ГБУ", "ГБУ", "Отд"]


def test_one_that_leads_for_no_day_leaves_no_time(db: Database, people: People) -> None:
    measure, points, (first, second) = ids(db, "1.2")
    due(db, measure, "2023-03-10")
    report(db, second, points[0], "2023-03-05")
    before = agree(db, "2023-05-14")
    amended(db, people, act(**TURNED), decided_on="2023-05-15")
    amended(db, people, act() + b"\n\n", decided_on="2023-05-15")
    assert leads(db, measure) == [(first, "lead", "2023-05-15"), (second, "co", None)]
    assert agree(db, "2023-05-14") == before
    assert states(db, measure)[:2] == ["in_progress", "overdue"]
    same_after_rebuild(db)


def test_other_programs_may_say_who_led_before(db: Database, people: People) -> None:
    measure, points, (first, second) = ids(db, "1.2")
    due(db, measure, "2023-02-10")
    report(db, second, points[0], "2023-02-05")
    run(db, "UPDATE assignment SET led_until = '2023-05-15' WHERE id = :a", a=first)
    run(db, "UPDATE assignment SET led_until = '2023-04-03' WHERE id = :a", a=second)
    assert status(db, measure, "2023-02-20") == "done"
    run(
        db, "INSERT INTO earlier_lead (assignment_id, led_until) VALUES (:a, '2023-03-01')", a=first
    )
    assert status(db, measure, "2023-02-20") == "overdue"
    same_after_rebuild(db)
    run(db, "UPDATE earlier_lead SET led_until = '2023-02-15'")
    assert status(db, measure, "2023-02-20") == "done"
    run(db, "DELETE FROM earlier_lead")
    assert status(db, measure, "2023-02-12") == "done"
    same_after_rebuild(db)


EARLIER = "INSERT INTO earlier_lead (assignment_id, led_until) VALUES (:a, '2023-03-01')"


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO earlier_lead (assignment_id, led_until) VALUES (:a, '2023-02-30')",
        "INSERT INTO earlier_lead (assignment_id, led_until) VALUES (:a, '1980-01-01')",
        "INSERT INTO earlier_lead (assignment_id, led_until) VALUES (-1, '2023-02-01')",
        EARLIER,
        "UPDATE earlier_lead SET assignment_id = :other WHERE assignment_id = :a",
        "DELETE FROM assignment WHERE id = :a",
    ],
)
def test_the_database_refuses_wrong_times(db: Database, people: People, statement: str) -> None:
    _, _, (first, second) = ids(db, "1.2")
    run(
        db, "INSERT INTO earlier_lead (assignment_id, led_until) VALUES (:a, '2023-03-01')", a=first
    )
    values = {"a": first, "other": second}
    named = {name: value for name, value in values.items() if f":{name}" in statement}
    with pytest.raises(DBAPIError):
        run(db, statement, **named)
