"""Figures of days before an amending act are those of the plan as it stood then."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from callbacks.render import render_path
from data_access.commands import drafts
from data_access.db import Database
from data_access.exports.assignments import assignments
from data_access.exports.measures import measures as exported
from data_access.queries import (
    executors,
    measures,
    moments,
    overview,
    practices,
    sections,
    timeline,
)
from data_access.queries.moments import begin
from data_access.queries.own_points import stream_own_points
from data_access.queries.shown_groups import all_executors, all_sections
from data_access.records.cut import Cut
from data_access.records.executors import ExecutorDetail
from data_access.records.exports import ExportTexts
from data_access.records.measures import MeasureDetail
from data_access.records.pages import Ahead
from data_access.records.view import Filters, Scope, View
from layouts.import_texts import finding_text
from tests.database.test_plan_amending import (
    AMENDING,
    NEW_ROW,
    ROW,
    amended,
    ids,
    opened,
    report,
    same_after_rebuild,
    status,
)
from tests.database.test_plan_saving import taken_in
from tests.database.world import foreign_sql, insert, rows, run
from tests.support.drafts import TODAY, People, act

DAY = "2023-05-20"
EVE, LATER = "2023-05-19", "2023-08-01"
MORE = (
    "1.3\tОткрытие телефона доверия\tдо 1 июля 2023 года\tДежурная служба района\tТелефон\t\n"
    "3. Новый раздел\n"
    "3.1\tВыездные приёмы\tдо 1 декабря 2024 года\tООП\tПриёмы\t"
)
LAST = "2.1\tСеминар для школьных психологов\tдо 1 октября 2024 года\t"
TEXTS = ExportTexts(header=str, word=str, demo="")


def grown() -> bytes:
    """Return an amending act that adds two measures, a section and an executor."""
    text = act(**AMENDING).decode()
    [row] = [line for line in text.splitlines() if line.startswith("2.1\t")]
    first, rest = MORE.split("\n", 1)
    return text.replace(ROW, f"{ROW}\n{first}").replace(row, f"{row}\n{rest}").encode()


def view(day: str, **filters: Any) -> View:
    return View(Scope.everything(), TODAY, Filters(as_of=date.fromisoformat(day), **filters))


def figures(db: Database, day: str) -> dict[str, object]:
    """Return what pages and files say of a day."""
    at = view(day)
    front, page = overview.load(db, at), executors.load(db, at)
    with db.read() as session:
        known, moment = begin(session, at)
        assigned = [
            (one["number"], one["executor"], one["status"])
            for one in assignments(session, known, moment, TEXTS)
        ]
        own = [
            (who.name, one.measure_number)
            for who, one in stream_own_points(session, *begin(session, at))
        ]
    return {
        "totals": front.totals,
        "sections": [(one.number, one.totals) for one in sections.load(db, at).rows],
        "executors": [(one.name, one.totals, one.lead, one.by_agreement) for one in page.rows],
        "matrix": {one.name: page.matrix.get(one.id) for one in page.rows},
        "in matrix": len(page.matrix),
        "missing": [(one.executor.name, one.measure_number) for one in front.missing],
        "curve": front.curve,
        "register": [(one.number, one.status) for one in measures.load(db, at).rows],
        "calendar": [one.measure.number for one in timeline.load(db, at).rows],
        "assignments": assigned,
        "own points": own,
        "fits": [len(one.fits) for one in practices.load(db, at)],
    }


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


def id_of(db: Database, table: str, column: str, value: str) -> int:
    found = rows(db, f"SELECT id FROM {table} WHERE {column} = :v", v=value)
    return int(str(found[0][0]))


def test_days_before_the_act_stay_as_they_were(db: Database, people: People) -> None:
    before = {day: figures(db, day) for day in ("2023-02-20", "2023-04-16", EVE)}
    amended(db, people, grown())
    practice = insert(db, "practice_direction", position=1, name="П")
    run(
        db,
        "INSERT INTO practice_fit (practice_id, measure_id) SELECT :p, id FROM measure"
        " WHERE number = '3.1'",
        p=practice,
    )
    for day, was in before.items():
        found = figures(db, day)
        assert found.pop("fits") == [0]
        was.pop("fits")
        assert found == was, day
    same_after_rebuild(db)


def test_from_the_day_of_the_act_on_it_counts(db: Database, people: People) -> None:
    amended(db, people, grown())
    for day, number in ((EVE, 3), (DAY, 5), (LATER, 5)):
        assert overview.load(db, view(day)).totals.all == number, day
        assert measures.load(db, view(day)).found == number, day
    assert [one.number for one in sections.load(db, view(EVE)).rows] == ["1", "2"]
    assert [one.number for one in sections.load(db, view(DAY)).rows] == ["1", "2", "3"]
    names = {one.name for one in executors.load(db, view(EVE)).rows}
    more = {one.name for one in executors.load(db, view(DAY)).rows}
    assert more - names == {"Дежурная служба района"}


def test_of_very_many_plans_likewise(
    db: Database, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    amended(db, people, grown())
    monkeypatch.setattr(moments, "MOST_WHOLE", 0)
    monkeypatch.setattr(moments, "MOST_NAMED", 0)
    for day, parts, who in ((EVE, 2, 4), (DAY, 3, 5)):
        found = overview.load(db, view(day))
        assert isinstance(found.sections, Cut)
        assert isinstance(found.executors, Cut)
        assert (found.sections.found, found.executors.found) == (parts, who), day
        with db.read() as session:
            known, moment = begin(session, view(day))
            assert len(list(all_sections(session, known, moment))) == parts
            assert len(list(all_executors(session, known, moment))) == who


def test_it_is_told_as_a_change(db: Database, people: People) -> None:
    amended(db, people, grown())
    found = overview.load(db, view("2023-06-01")).changes
    added = {one.measure_number: one.before for one in found if one.before is None}
    assert added == {"1.3": None, "3.1": None}
    page = render_path(db, people.viewer, "/", "as_of=2023-06-01", TODAY)
    assert "не было в плане" in str(page.component)
    later = overview.load(db, view("2023-06-30", since=date(2023, 5, 20))).changes
    assert all(one.before for one in later)


@pytest.mark.parametrize(
    ("path", "table", "column", "value", "said"),
    [
        ("measures", "measure", "number", "1.3", "этого мероприятия в плане не было"),
        ("sections", "section", "number", "3", "в этом разделе мероприятий не было"),
        ("executors", "executor", "name", "Дежурная служба района", "ничего не поручалось"),
    ],
)
def test_its_own_page_says_so(
    db: Database, people: People, path: str, table: str, column: str, value: str, said: str
) -> None:
    amended(db, people, grown())
    address = f"/{path}/{id_of(db, table, column, value)}"
    early = render_path(db, people.viewer, address, f"as_of={EVE}", TODAY)
    assert early.status_code == 200
    assert said in str(early.component)
    assert f"{address}?as_of={DAY}" in str(early.component)
    for account in (people.outsider,):
        assert render_path(db, account, address, f"as_of={EVE}", TODAY).status_code == 404
    later = render_path(db, people.viewer, address, f"as_of={DAY}", TODAY)
    assert later.status_code == 200
    assert said not in str(later.component)


def test_the_page_of_a_measure_tells_since_when_it_stands(db: Database, people: People) -> None:
    amended(db, people, grown())
    address = f"/measures/{id_of(db, 'measure', 'number', '1.3')}"
    page = str(render_path(db, people.viewer, address, f"as_of={LATER}", TODAY).component)
    assert "добавлено актом от 20.05.2023" in page
    old = f"/measures/{id_of(db, 'measure', 'number', '1.1')}"
    assert "добавлено актом" not in str(
        render_path(db, people.viewer, old, f"as_of={LATER}", TODAY).component
    )


def test_an_executor_of_old_and_new_measures(db: Database, people: People) -> None:
    amended(db, people, grown())
    name = "Отдел опеки и попечительства администрации района"
    who = id_of(db, "executor", "name", name)
    counted = {}
    for day in (EVE, DAY):
        found = executors.detail(db, view(day), who)
        assert isinstance(found, ExecutorDetail)
        counted[day] = [one.measure.number for one in found.assignments]
    assert counted == {EVE: ["1.1", "1.2"], DAY: ["1.1", "1.2", "3.1"]}


def test_before_the_plan_begins_nothing_has_a_first_day(db: Database, people: People) -> None:
    run(db, "UPDATE plan SET starts_on = '2023-12-01'")
    amended(db, people, grown())
    assert rows(db, "SELECT count(*) FROM measure WHERE began_on IS NOT NULL") == [(0,)]
    assert overview.load(db, view(EVE)).totals.all == 5


def test_the_plans_own_act_adds_from_the_beginning(db: Database, people: People) -> None:
    text = grown().decode()
    for old, new in AMENDING.items():
        text = text.replace(new, old)
    draft = opened(db, people, text.encode())
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert rows(db, "SELECT count(*), count(began_on) FROM measure") == [(5, 0)]


def test_taken_in_again_it_changes_nothing(db: Database, people: People) -> None:
    amended(db, people, grown())
    assert taken_in(db, people.owner, grown() + b"\n").fate == "unchanged"


def test_another_program_may_set_the_day(db: Database, people: People) -> None:
    run(db, "UPDATE measure SET began_on = '2023-05-20' WHERE number = '2.1'")
    assert overview.load(db, view(EVE)).totals.all == 2
    first = rows(
        db,
        "SELECT min(valid_from) FROM measure_span s JOIN measure m ON m.id = s.measure_id"
        " WHERE m.number = '2.1'",
    )
    assert str(first[0][0]) == DAY
    assert isinstance(measures.detail(db, view(EVE), id_of(db, "measure", "number", "2.1")), Ahead)
    with pytest.raises(Exception, match="date"):
        foreign_sql(db, "UPDATE measure SET began_on = 'скоро'")
    run(db, "UPDATE measure SET began_on = NULL")
    assert overview.load(db, view(EVE)).totals.all == 3


def test_the_page_of_an_earlier_day_says_whose_words_it_shows(db: Database, people: People) -> None:
    address = f"/measures/{id_of(db, 'measure', 'number', '1.1')}"
    amended(db, people, grown())
    for day, is_told in ((EVE, True), (DAY, False), (LATER, False)):
        page = render_path(db, people.viewer, address, f"as_of={day}", TODAY)
        assert ("после акта, который действует с 20.05.2023" in str(page.component)) is is_told, day


def test_the_mark_of_what_was_taken_out_begins_with_the_removal(
    db: Database, people: People
) -> None:
    names = ("register", "assignments", "own points", "missing")
    before = {day: figures(db, day) for day in ("2023-04-16", EVE)}
    detail = {"1.2": id_of(db, "measure", "number", "1.2")}
    amended(db, people, act(**AMENDING, **{ROW: NEW_ROW}))
    assert rows(db, "SELECT number FROM measure WHERE id = :m", m=detail["1.2"]) == [
        ("1.2 (искл.)",)
    ]
    for day, was in before.items():
        found = figures(db, day)
        assert {name: found[name] for name in names} == {name: was[name] for name in names}, day
        page = measures.detail(db, view(day), detail["1.2"])
        assert isinstance(page, MeasureDetail)
        assert page.row.number == "1.2"
        with db.read() as session:
            told = exported(session, *begin(session, view(day)), TEXTS)
            assert [one["number"] for one in told] == [number for number, _ in was["register"]]  # type: ignore[attr-defined]
    register = [number for number, _status in figures(db, LATER)["register"]]  # type: ignore[attr-defined]
    assert "1.2 (искл.)" in register


def test_days_out_of_range_are_refused(db: Database, people: People) -> None:
    with pytest.raises(DBAPIError):
        run(db, "UPDATE measure SET began_on = '1900-01-01'")


def numbers_of(db: Database, day: str) -> dict[str, object]:
    """Return the figures of a day that hang on statuses and control points."""
    found = figures(db, day)
    names = ("totals", "sections", "executors", "curve", "register", "assignments", "own points")
    return {name: found[name] for name in names}


@pytest.mark.parametrize(
    "deadlines",
    [
        {"III квартал 2023 года": "III квартал 2023 года, IV квартал 2024 года"},
        {"III квартал 2023 года": "II квартал 2023 года"},
        {"на учёте\tежеквартально": "на учёте\tдо 1 октября 2024 года"},
        {"на учёте\tежеквартально": "на учёте\tежемесячно"},
    ],
    ids=["a date more", "an earlier one", "fewer", "others"],
)
def test_other_dates_of_old_measures_change_no_earlier_day(
    db: Database, people: People, deadlines: dict[str, str]
) -> None:
    for number in ("1.1", "1.2"):
        _, points, assigned = ids(db, number)
        for one in assigned:
            report(db, one, points[0], "2023-03-20")
    days = ("2023-02-20", "2023-03-25", "2023-04-16", EVE)
    before = {day: numbers_of(db, day) for day in days}
    amended(db, people, act(**AMENDING, **deadlines))
    for day, was in before.items():
        assert numbers_of(db, day) == was, day
    same_after_rebuild(db)


def test_a_date_more_takes_up_what_was_done(db: Database, people: People) -> None:
    measure, points, assigned = ids(db, "1.2")
    for one in assigned:
        report(db, one, points[0], "2023-03-20")
    more = {"III квартал 2023 года": "III квартал 2023 года, IV квартал 2024 года"}
    amended(db, people, act(**AMENDING, **more))
    assert [status(db, measure, day) for day in (EVE, DAY)] == ["done", "in_progress"]
    began = rows(
        db, "SELECT began_on FROM control_point WHERE measure_id = :m ORDER BY id", m=measure
    )
    assert [str(day) if day else None for (day,) in began] == [None, DAY]


def test_an_extension_of_the_measure_stays_with_its_last_date_then(
    db: Database, people: People
) -> None:
    measure, _, _ = ids(db, "1.2")
    insert(
        db,
        "decision",
        kind="extend",
        measure_id=measure,
        decided_on="2023-05-10",
        new_due_on="2023-12-15",
        basis="протокол",
    )
    more = {"III квартал 2023 года": "III квартал 2023 года, IV квартал 2024 года"}
    amended(db, people, act(**AMENDING, **more))
    assert status(db, measure, "2023-10-15") == "in_progress"
    assert status(db, measure, "2023-12-16") == "overdue"
    assert taken_in(db, people.owner, act(**AMENDING, **more) + b"\n").fate == "unchanged"


def test_missing_reports_tell_since_when_their_debtor_is_released(
    db: Database, people: People
) -> None:
    [one, *_] = overview.load(db, view(LATER)).missing
    assert one.released_on is None
    run(
        db,
        "UPDATE assignment SET ended_on = '2023-07-20' WHERE measure_id = :m AND executor_id = :e",
        m=one.measure.id,
        e=one.executor.id,
    )
    for day, told in (("2023-07-19", None), ("2023-07-20", date(2023, 7, 20))):
        found = overview.load(db, view(day)).missing
        owed = {(it.measure.id, it.executor.id): it.released_on for it in found}
        assert owed.pop((one.measure.id, one.executor.id)) == told
        assert set(owed.values()) <= {None}


def test_doubts_stay_with_their_measure_when_another_gets_its_number(
    db: Database, people: People
) -> None:
    old = id_of(db, "measure", "number", "1.2")
    [(batch, plan)] = rows(db, "SELECT id, plan_id FROM import_batch")
    told: dict[str, Any] = {"batch_id": batch, "plan_id": plan, "place": "1.2"}
    told |= {"severity": "info", "message": "О прежнем пункте."}
    insert(db, "import_finding", **told, measure_id=old)
    amended(db, people, act(**AMENDING, **{ROW: NEW_ROW}))
    new = id_of(db, "measure", "number", "1.2")
    assert new != old
    doubts = {}
    for measure in (old, new):
        page = measures.detail(db, view(LATER), measure)
        assert isinstance(page, MeasureDetail)
        doubts[measure] = [one.message for one in page.findings]
    assert "О прежнем пункте." in doubts[old]
    assert "О прежнем пункте." not in doubts[new]
