"""An amended act changes what it changes; whatever was reported stays, and statuses are right."""

from typing import Any

import pytest

from data_access.commands import drafts
from data_access.commands.recompute import rebuild
from data_access.db import Database
from data_access.records.difference import Difference, FieldChange, MeasureChange
from data_access.records.drafts import Edit, Refused, SaveOutcome
from layouts.difference_words import changed_field, point
from layouts.import_texts import finding_text
from tests.database.test_plan_saving import counts, taken_in
from tests.database.world import derived, insert, rows, run
from tests.support.drafts import TODAY, People, act
from tests.support.refusals import codes

LATER = {"до 1 октября 2024 года": "до 1 декабря 2024 года"}
EARLIER = {"III квартал 2023 года": "II квартал 2023 года"}
OTHERS = {"Комитет по образованию администрации района\tОбучено": "Отдел кадров района\tОбучено"}
AMENDING = {"118-п": "77-п", "14 февраля 2023": "20 мая 2023", "14.02.2023": "20.05.2023"}
ROW = (
    "1.2\tПодготовка памяток для родителей\tIII квартал 2023 года\t"
    "ООП, ГБУ «Центр помощи семье» (по согласованию)\tПамятки изданы\t10,5 тыс. руб."
)
NEW_ROW = "1.2\tОткрытие телефона доверия\tдекабрь 2024 года\tООП\tТелефон работает\t"


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


def amended(db: Database, people: People, data: bytes, **target: object) -> Difference:
    """Take the act in as an amendment of the plan; return what it changed."""
    draft = opened(db, people, data, **target)
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert loaded.difference is not None
    assert loaded.may_be_saved, loaded.blockers
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    return loaded.difference


def opened(db: Database, people: People, data: bytes, **target: object) -> int:
    draft = drafts.create(db, people.owner, "plan", "akt2.txt", data)
    plan = int(str(rows(db, "SELECT id FROM plan")[0][0]))
    drafts.choose_target(db, people.owner, draft, plan, today=TODAY, **target)  # type: ignore[arg-type]
    return draft


def again(db: Database, people: People, data: bytes) -> SaveOutcome:
    return taken_in(db, people.owner, data)


def change_of(found: Difference, number: str) -> MeasureChange:
    return next(one for one in found.measures if one.number == number)


def ids(db: Database, number: str) -> tuple[int, list[int], list[int]]:
    """Return a measure's id, its control points and its assignments."""
    measure = int(str(rows(db, "SELECT id FROM measure WHERE number = :n", n=number)[0][0]))
    points = rows(
        db, "SELECT id FROM control_point WHERE measure_id = :m ORDER BY due_on, id", m=measure
    )
    assigned = rows(
        db, "SELECT id FROM assignment WHERE measure_id = :m ORDER BY position", m=measure
    )
    return measure, [int(str(one)) for (one,) in points], [int(str(one)) for (one,) in assigned]


def report(db: Database, assignment: int, point: int, on: str) -> int:
    return insert(
        db,
        "report",
        assignment_id=assignment,
        control_point_id=point,
        outcome="done",
        completed_on=on,
        submitted_on=on,
    )


def status(db: Database, measure: int, on: str) -> str:
    query = (
        "SELECT status FROM measure_span"
        " WHERE measure_id = :id AND valid_from <= :on AND :on < valid_to"
    )
    return str(rows(db, query, id=measure, on=on)[0][0])


def same_after_rebuild(db: Database) -> None:
    before = derived(db)
    with db.write() as session:
        rebuild(session)
    assert derived(db) == before


def test_a_later_date_extends(db: Database, people: People) -> None:
    measure, points, _ = ids(db, "2.1")
    found = change_of(amended(db, people, act(**LATER)), "2.1")
    assert [(one.fate, str(one.new)) for one in found.points] == [("extended", "2024-12-01")]
    decisions = rows(db, "SELECT kind, control_point_id, new_due_on, basis FROM decision")
    assert [(kind, point, str(due)) for kind, point, due, _ in decisions] == [
        ("extend", points[0], "2024-12-01")
    ]
    assert "118-п" in str(decisions[0][3])
    due = rows(db, "SELECT due_on FROM control_point WHERE id = :id", id=points[0])
    assert str(due[0][0]) == "2024-10-01", "the document's own date never changes"
    assert status(db, measure, "2024-10-15") == "in_progress"
    assert status(db, measure, "2024-12-02") == "overdue"
    assert again(db, people, act(**LATER) + b"\n").fate == "unchanged"
    same_after_rebuild(db)


def test_an_extension_may_be_taken_back(db: Database, people: People) -> None:
    measure, _, _ = ids(db, "2.1")
    amended(db, people, act(**LATER))
    amended(db, people, act() + b"\n")
    assert status(db, measure, "2024-10-02") == "overdue"
    assert again(db, people, act() + b"\n\n").fate == "unchanged"


def test_an_earlier_date_is_a_new_point(db: Database, people: People) -> None:
    measure, points, _ = ids(db, "1.2")
    found = change_of(amended(db, people, act(**EARLIER)), "1.2")
    assert [(one.fate, one.stays) for one in found.points] == [
        ("added", False),
        ("removed", False),
    ]
    assert points[0] not in ids(db, "1.2")[1], "nothing hung on it: deleted"
    assert status(db, measure, "2023-07-01") == "overdue"
    assert again(db, people, act(**EARLIER) + b"\n").fate == "unchanged"


def test_an_earlier_date_keeps_what_was_reported(db: Database, people: People) -> None:
    measure, points, assigned = ids(db, "1.2")
    first = report(db, assigned[0], points[0], "2023-05-20")
    found = change_of(amended(db, people, act(**EARLIER)), "1.2")
    assert [(one.fate, one.stays, one.has_reports) for one in found.points] == [
        ("added", False, False),
        ("removed", True, True),
    ]
    assert rows(db, "SELECT kind, control_point_id FROM decision") == [("remove", points[0])]
    assert rows(db, "SELECT id FROM report") == [(first,)]
    assert status(db, measure, "2023-07-01") == "overdue", "the new date has its own report to come"
    same_after_rebuild(db)


def test_texts_change_in_place(db: Database, people: People) -> None:
    _, points, assigned = ids(db, "1.1")
    first = report(db, assigned[0], points[0], "2023-03-30")
    other = {"состоящих на учёте": "состоящих на учёте и находящихся в трудном положении"}
    found = change_of(amended(db, people, act(**other)), "1.1")
    before = "Обследование условий жизни семей, состоящих на учёте"
    assert [(one.field, one.old) for one in found.changes] == [
        ("title", before),
        ("short_title", before),
    ]
    assert found.has_reports
    assert ids(db, "1.1")[1:] == (points, assigned)
    assert rows(db, "SELECT id FROM report") == [(first,)]
    short = rows(db, "SELECT short_title FROM measure WHERE number = '1.1'")
    assert "трудном" in str(short[0][0])


def test_an_inserted_measure_shifts_numbers_and_no_reports(db: Database, people: People) -> None:
    measure, points, assigned = ids(db, "1.2")
    report(db, assigned[0], points[0], "2023-05-20")
    shifted = act(**{ROW: f"{NEW_ROW}\n1.3{ROW[3:]}"})
    found = amended(db, people, shifted)
    assert [(one.fate, one.old_number, one.number) for one in found.measures] == [
        ("unchanged", "1.1", "1.1"),
        ("added", "", "1.2"),
        ("changed", "1.2", "1.3"),
        ("unchanged", "2.1", "2.1"),
    ]
    assert ids(db, "1.3") == (measure, points, assigned)
    order = rows(db, "SELECT number FROM measure ORDER BY position")
    assert [one for (one,) in order] == ["1.1", "1.2", "1.3", "2.1"]
    assert again(db, people, shifted + b"\n").fate == "unchanged"


def test_a_measure_taken_out_is_removed_from_control(db: Database, people: People) -> None:
    measure, points, assigned = ids(db, "1.2")
    report(db, assigned[0], points[0], "2023-05-20")
    without = act(**{f"{ROW}\n": ""})
    found = amended(db, people, without)
    gone = [one for one in found.measures if one.fate == "removed"]
    assert [(one.number, one.stays) for one in gone] == [("1.2", True)]
    assert rows(db, "SELECT kind, measure_id FROM decision") == [("remove", measure)]
    assert status(db, measure, "2023-05-25") == "in_progress"
    assert status(db, measure, "2023-12-31") == "removed"
    assert again(db, people, without + b"\n").fate == "unchanged"
    same_after_rebuild(db)


def test_its_number_may_be_given_to_another_one(db: Database, people: People) -> None:
    measure, _, _ = ids(db, "1.2")
    amended(db, people, act(**{ROW: NEW_ROW}))
    numbers = rows(db, "SELECT id, number FROM measure ORDER BY number")
    assert (measure, "1.2 (искл.)") in numbers
    assert len(numbers) == 4
    amended(db, people, act() + b"\n")
    found: dict[Any, Any] = dict(rows(db, "SELECT id, number FROM measure"))  # type: ignore[arg-type]
    assert found[measure] == "1.2", "the act names it again"
    assert [kind for (kind,) in rows(db, "SELECT kind FROM decision ORDER BY id")] == [
        "remove",
        "remove",
        "reopen",
    ]
    assert status(db, measure, "2023-06-15") == "not_due"


def test_before_the_plan_begins_it_is_deleted(db: Database, people: People) -> None:
    run(db, "UPDATE plan SET starts_on = '2023-12-01'")
    before = counts(db)["measure"]
    found = amended(db, people, act(**{f"{ROW}\n": ""}))
    assert [one.stays for one in found.measures if one.fate == "removed"] == [False]
    assert counts(db)["measure"] == before - 1
    assert counts(db)["decision"] == 0


def test_another_executor_takes_over(db: Database, people: People) -> None:
    measure, points, assigned = ids(db, "2.1")
    found = change_of(amended(db, people, act(**AMENDING, **OTHERS)), "2.1")
    assert [(one.fate, one.stays) for one in found.executors] == [
        ("added", False),
        ("removed", True),
    ]
    kept = rows(
        db,
        "SELECT a.id, a.role, a.began_on IS NULL, a.ended_on IS NULL FROM assignment a"
        " WHERE a.measure_id = :m ORDER BY a.position",
        m=measure,
    )
    assert [(one[1], bool(one[2]), bool(one[3])) for one in kept] == [
        ("lead", False, True),
        ("co", True, False),
    ]
    assert kept[1][0] == assigned[0]
    assert status(db, measure, "2024-10-02") == "overdue"
    report(db, int(str(kept[0][0])), points[0], "2024-09-01")
    assert status(db, measure, "2024-10-02") == "done", "the released one owes nothing"
    assert again(db, people, act(**AMENDING, **OTHERS) + b"\n").fate == "unchanged"
    same_after_rebuild(db)


def test_what_a_released_executor_did_stays_done(db: Database, people: People) -> None:
    measure, points, assigned = ids(db, "2.1")
    report(db, assigned[0], points[0], "2023-05-01")
    assert status(db, measure, "2023-05-02") == "done"
    amended(db, people, act(**AMENDING, **OTHERS))
    for on in ("2023-05-02", "2023-06-01", "2024-10-02"):
        assert status(db, measure, on) == "done"
    amended(db, people, act() + b"\n")
    assert status(db, measure, "2024-10-02") == "done"
    assert counts(db)["assignment"] == 6, "the first one is named again, not doubled"


def test_marks_and_the_lead_change(db: Database, people: People) -> None:
    turned = act(
        **{
            "ООП, ГБУ «Центр помощи семье» (по согласованию)": (
                "ГБУ «Центр помощи семье», ООП (по согласованию)"
            )
        }
    )
    found = change_of(amended(db, people, turned), "1.2")
    assert [[it.field for it in one.changes] for one in found.executors] == [
        ["by_agreement", "role"],
        ["by_agreement", "role"],
    ]
    leads = rows(
        db,
        "SELECT e.name, a.by_agreement FROM assignment a JOIN executor e ON e.id = a.executor_id"
        " JOIN measure m ON m.id = a.measure_id WHERE m.number = '1.2' ORDER BY a.position",
    )
    assert "Центр" in str(leads[0][0])
    assert [bool(mark) for _, mark in leads] == [False, True]


def test_newer_targets_stand(db: Database, people: People) -> None:
    found = amended(db, people, act(**{"2,5": "2"}))
    assert [[(it.year, it.old, it.new) for it in one.values] for one in found.indicators]
    values = rows(
        db,
        "SELECT value FROM indicator_value WHERE year = 2024 ORDER BY submitted_on, recorded_at",
    )
    assert [float(str(value)) for (value,) in values] == [2.5, 2]
    assert again(db, people, act(**{"2,5": "2"}) + b"\n").fate == "unchanged"


def test_an_indicator_shows_the_decimals_of_its_new_values(db: Database, people: People) -> None:
    amended(db, people, act(**{"2,5": "2,125"}))
    shown = rows(db, "SELECT max(decimals) FROM indicator")
    assert shown == [(3,)]


def test_sections_are_renamed_and_renumbered(db: Database, people: People) -> None:
    turned = act(
        **{
            "1. Ранняя": "5. Ранняя",
            "1.1\t": "5.1\t",
            "1.2\t": "5.2\t",
            "2. Обучение специалистов": "2. Обучение и поддержка специалистов",
        }
    )
    before: dict[Any, Any] = dict(rows(db, "SELECT number, id FROM measure"))  # type: ignore[arg-type]
    found = amended(db, people, turned)
    assert [(one.fate, one.number) for one in found.sections] == [
        ("changed", "5"),
        ("changed", "2"),
    ]
    after: dict[Any, Any] = dict(rows(db, "SELECT number, id FROM measure"))  # type: ignore[arg-type]
    assert (after["5.1"], after["5.2"], after["2.1"]) == (
        before["1.1"],
        before["1.2"],
        before["2.1"],
    )
    assert counts(db)["section"] == 2
    assert again(db, people, turned + b"\n").fate == "unchanged"


def test_the_term_and_its_reports_grow(db: Database, people: People) -> None:
    longer = act(**{"2023-2024 годы": "2023-2025 годы"})
    found = amended(db, people, longer)
    assert ("period_end", "2025-12-31") in [(one.field, str(one.new)) for one in found.plan]
    assert sum(one.fate == "added" for one in found.periods) == 4
    assert counts(db)["reporting_period"] == 12
    assert len(ids(db, "1.1")[1]) == 12


def test_the_plan_keeps_its_own_act(db: Database, people: People) -> None:
    other = act(**{"118-п": "77-п", "14 февраля 2023": "20 мая 2023", "14.02.2023": "20.05.2023"})
    draft = opened(db, people, other.replace("до 1 октября".encode(), "до 1 ноября".encode()))
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert loaded.target.basis.endswith("от 20.05.2023 № 77-п")
    assert str(loaded.target.decided_on) == "2023-05-20"
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert rows(db, "SELECT act_number FROM plan") == [("118-п",)]
    decided = rows(db, "SELECT decided_on, basis FROM decision")
    assert [(str(on), str(basis)[-6:]) for on, basis in decided] == [("2023-05-20", "№ 77-п")]


def test_basis_and_day_by_a_person(db: Database, people: People) -> None:
    basis, on = "протокол комиссии № 4", "2023-05-02"
    amended(db, people, act(**LATER), basis=basis, decided_on=on)
    found = rows(db, "SELECT basis, decided_on FROM decision")
    assert [(said, str(day)) for said, day in found] == [(basis, on)]
    draft = opened(db, people, act() + b"\n")
    plan = int(str(rows(db, "SELECT id FROM plan")[0][0]))
    with pytest.raises(Refused) as refusal:
        drafts.choose_target(db, people.owner, draft, plan, today=TODAY, decided_on="2023-06-02")
    assert codes(refusal) == ["in_the_future"]


def test_another_day_leaves_what_was_decided_since(db: Database, people: People) -> None:
    """Basis and day alone are replaced; the target stays confirmed, what was opened stays open."""
    odd = {"Комитет по образованию администрации района": "КПО"}
    draft = opened(db, people, act(**odd))
    plan = int(str(rows(db, "SELECT id FROM plan")[0][0]))
    found = drafts.load(db, people.owner, draft, TODAY).findings
    index = next(one.index for one in found if one.finding.code == "abbreviation_undefined")
    drafts.settle(db, people.owner, draft, index, "dismissed")
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    draft = opened(db, people, act(**odd) + b"\n")
    drafts.settle(db, people.owner, draft, index, "open")
    drafts.confirm_target(db, people.owner, draft, plan)
    drafts.choose_target(
        db, people.owner, draft, plan, today=TODAY, basis="протокол", decided_on="2023-05-02"
    )
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert loaded.target.is_confirmed
    assert (loaded.target.basis, str(loaded.target.decided_on)) == ("протокол", "2023-05-02")
    assert loaded.findings[index].settlement.is_open


def test_an_older_file_never_undoes_a_later_decision(db: Database, people: People) -> None:
    """A decision that rests on an act of May stands although one of June was entered before."""
    measure, points, _ = ids(db, "2.1")
    insert(
        db,
        "decision",
        kind="extend",
        control_point_id=points[0],
        decided_on="2023-05-30",
        new_due_on="2025-01-31",
        basis="протокол",
    )
    amended(db, people, act(**LATER), decided_on="2023-05-02")
    assert status(db, measure, "2024-12-02") == "overdue"
    assert again(db, people, act(**LATER) + b"\n").fate == "unchanged"


def test_findings_of_the_earlier_file_are_closed(db: Database, people: People) -> None:
    amended(db, people, act(**LATER))
    left = rows(
        db,
        "SELECT count(*) FROM import_finding f JOIN import_batch b ON b.id = f.batch_id"
        " WHERE f.resolved_at IS NULL AND b.id = (SELECT min(id) FROM import_batch)",
    )
    assert left == [(0,)]


def test_a_report_form_is_for_those_who_are_named(db: Database, people: People) -> None:
    amended(db, people, act(**OTHERS))
    measure, _, assigned = ids(db, "2.1")
    owed = rows(
        db, "SELECT DISTINCT assignment_id FROM obligation WHERE measure_id = :m", m=measure
    )
    assert {one for (one,) in owed} <= set(assigned)
    late = rows(
        db,
        "SELECT count(*) FROM obligation o JOIN assignment a ON a.id = o.assignment_id"
        " WHERE a.ended_on IS NOT NULL AND o.due_on > a.ended_on",
    )
    assert late == [(0,)]


def test_edits_of_requisites_are_taken(db: Database, people: People) -> None:
    draft = opened(db, people, act() + b"\n")
    drafts.edit(db, people.owner, draft, Edit("set", "plan", field="act_number", value="118-р"))
    drafts.edit(db, people.owner, draft, Edit("set", "plan", field="completion_rule", value="lead"))
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert rows(db, "SELECT act_number, completion_rule FROM plan") == [("118-р", "lead")]


def test_the_same_act_undoes_no_decision_of_a_commission(db: Database, people: People) -> None:
    first, points, _ = ids(db, "2.1")
    second, _, _ = ids(db, "1.2")
    for kind, more in (
        ("extend", {"control_point_id": points[0], "new_due_on": "2024-12-15"}),
        ("remove", {"measure_id": second}),
        ("remove", {"control_point_id": ids(db, "1.1")[1][0]}),
    ):
        insert(db, "decision", kind=kind, decided_on="2023-05-10", basis="протокол", **more)
    assert again(db, people, act() + b"\n").fate == "unchanged"
    found = amended(db, people, act(**LATER))
    assert [(one.number, one.fate) for one in found.measures] == [
        ("1.1", "unchanged"),
        ("1.2", "unchanged"),
        ("2.1", "changed"),
    ]
    assert status(db, first, "2024-12-02") == "overdue", "the act is newer than the protocol"
    assert status(db, second, "2024-12-02") == "removed"


def test_decisions_about_the_last_file_hold(db: Database, people: People) -> None:
    """A finding of the new file that was settled in the last one is not asked again."""
    odd = {"Комитет по образованию администрации района": "КПО"}
    draft = opened(db, people, act(**odd))
    loaded = drafts.load(db, people.owner, draft, TODAY)
    index = next(
        one.index for one in loaded.findings if one.finding.code == "abbreviation_undefined"
    )
    drafts.settle(db, people.owner, draft, index, "dismissed")
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    later = drafts.create(db, people.colleague, "plan", "akt3.txt", act(**odd, **LATER))
    assert drafts.load(db, people.colleague, later, TODAY).findings[index].settlement.is_open
    plan = int(str(rows(db, "SELECT id FROM plan")[0][0]))
    drafts.choose_target(db, people.colleague, later, plan, today=TODAY)
    settled = drafts.load(db, people.colleague, later, TODAY).findings[index].settlement
    assert (settled.how, settled.account_id) == ("dismissed", people.owner.id)


FIRST = {"III квартал 2023 года": "31 марта 2023 года"}


def test_a_past_deadline_moved_later_is_extended(db: Database, people: People) -> None:
    """What was done stays done: the same point has another date, with its reports."""
    run(
        db,
        "UPDATE control_point SET due_on = '2023-03-31', starts_on = '2023-01-01' WHERE"
        " measure_id = (SELECT id FROM measure WHERE number = '1.2')",
    )
    measure, points, assigned = ids(db, "1.2")
    for one in assigned:
        report(db, one, points[0], "2023-03-20")
    later = act(**AMENDING, **EARLIER)
    found = change_of(amended(db, people, later), "1.2")
    assert [(one.fate, str(one.old), str(one.new)) for one in found.points] == [
        ("extended", "2023-03-31", "2023-06-30")
    ]
    assert ids(db, "1.2")[1] == points
    decided = rows(db, "SELECT kind, control_point_id, new_due_on, basis FROM decision")
    assert [(kind, point, str(due)) for kind, point, due, _ in decided] == [
        ("extend", points[0], "2023-06-30")
    ]
    assert "77-п" in str(decided[0][3])
    assert status(db, measure, "2023-07-01") == "done"
    assert again(db, people, later + b"\n").fate == "unchanged"


def test_what_an_act_adds_counts_from_its_day(db: Database, people: People) -> None:
    new_row = NEW_ROW.replace("декабрь 2024 года", "до 1 декабря 2024 года")
    added = act(**AMENDING, **{ROW: f"{ROW}\n1.3{new_row[3:]}"})
    amended(db, people, added)
    measure, points, _ = ids(db, "1.3")
    starts = rows(db, "SELECT starts_on FROM control_point WHERE id = :id", id=points[0])
    assert str(starts[0][0]) >= "2023-05-20"
    began = rows(db, "SELECT began_on FROM assignment WHERE measure_id = :m", m=measure)
    assert [str(one) for (one,) in began] == ["2023-05-20"]
    begins = rows(db, "SELECT min(valid_from) FROM measure_span WHERE measure_id = :m", m=measure)
    assert str(begins[0][0]) == "2023-05-20", "it has no status before"
    first = rows(
        db,
        "SELECT min(p.ends_on) FROM obligation o"
        " JOIN reporting_period p ON p.id = o.reporting_period_id WHERE o.measure_id = :m",
        m=measure,
    )
    assert str(first[0][0]) == "2023-06-30", "nothing is owed for the quarter before the act"
    assert again(db, people, added + b"\n").fate == "unchanged"
    same_after_rebuild(db)


def test_a_date_before_the_amending_act_makes_no_debt(db: Database, people: People) -> None:
    measure, points, _ = ids(db, "1.2")
    past = act(**AMENDING, **FIRST)
    found = change_of(amended(db, people, past), "1.2")
    assert [one.fate for one in found.points] == ["past"]
    said = point(found.points[0])
    assert "31.03.2023" in said
    assert "не переносится" in said
    assert ids(db, "1.2")[1] == points, "the date that stands is not taken away either"
    assert status(db, measure, "2023-06-01") != "overdue"
    assert again(db, people, past + b"\n").fate == "unchanged"


def test_the_difference_says_what_changed(db: Database, people: People) -> None:
    _, points, _ = ids(db, "2.1")
    insert(
        db,
        "decision",
        kind="extend",
        control_point_id=points[0],
        decided_on="2023-05-10",
        new_due_on="2025-01-31",
        basis="протокол",
    )
    draft = opened(db, people, act(**LATER, **EARLIER))
    found = drafts.load(db, people.owner, draft, TODAY).difference
    assert found is not None
    said = [point(one) for one in change_of(found, "2.1").points]
    assert said == ["контрольный срок: продлено, 01.10.2024 → 01.12.2024"]
    moved = [point(one) for one in change_of(found, "1.2").points]
    assert moved == [
        "контрольный срок: перенесён раньше, 30.09.2023 → 30.06.2023",
        "прежний контрольный срок 30.09.2023: удаляется, по нему ничего не отмечено",
    ]
    kind = changed_field(FieldChange("schedule_kind", "period", "by_date"))
    assert "by_date" not in kind


def test_a_basis_that_looks_like_personal_data_is_refused(db: Database, people: People) -> None:
    for basis in ("со слов: Ромашкин Пётр, 12.05.2010", "решение, тел. 2-41-53"):
        with pytest.raises(Refused) as refused:
            opened(db, people, act(**LATER), basis=basis)
        assert codes(refused) == ["looks_personal"]
    opened(db, people, act(**LATER), basis="протокол комиссии от 12.05.2024 № 5")
