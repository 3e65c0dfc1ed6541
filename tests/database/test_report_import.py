"""Reports by the form: handed out, filled in, taken in; all or nothing, and nothing twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from data_access.importers.reports import sense
from data_access.importers.reports.handing_out import FormOrder, report_form
from data_access.importers.reports.save import preview, take_in
from data_access.records.forms import ImportOutcome, Upload
from data_access.records.view import Scope
from layouts.fault_texts import fault_text
from layouts.form_texts import report_texts
from tests.database.world import World, insert, rows, run
from tests.support.forms import HEADER_ROW, as_csv, fill, saved, table

TODAY = date(2021, 7, 5)
DONE = {
    "outcome": "исполнено",
    "completed_on": date(2021, 6, 28),
    "narrative": "Проведено 12 занятий",
    "quantity": 12.5,
    "unit": "занятие",
    "evidence": "справка от 30.06.2021 № 15",
    "author_post": "директор",
}


def form(world: World, **changes: Any) -> bytes:
    order: dict[str, Any] = {
        "plan_id": world.plans[0],
        "scope": Scope.everything(),
        "today": TODAY,
    } | changes
    data = report_form(world.db, FormOrder(**order), report_texts())
    assert data is not None
    return data.data


def upload(data: bytes, **changes: Any) -> Upload:
    values: dict[str, Any] = {
        "file_name": "форма.xlsx",
        "data": data,
        "scope": Scope.everything(),
        "today": TODAY,
    }
    return Upload(**(values | changes))


def counts(outcome: ImportOutcome) -> tuple[int, int, int]:
    assert not outcome.faults, [fault_text(one) for one in outcome.faults]
    return outcome.count("added"), outcome.count("changed"), outcome.count("unchanged")


def number_of(world: World, table_name: str) -> int:
    return int(str(rows(world.db, f"SELECT count(*) FROM {table_name}")[0][0]))


def nothing_written(world: World) -> bool:
    tables = ("report", "import_batch", "audit_event")
    return [number_of(world, one) for one in tables] == [0, 0, 0]


def test_the_form_has_a_row_for_each_open_control_point(world: World) -> None:
    header, *lines = table(form(world))
    assert header[:6] == [
        *("Код строки", "№ пункта", "Мероприятие", "Срок", "Исполнитель", "Отчётный период")
    ]
    # On 5 July both control points have begun; the second quarter is to be reported by the 10th.
    assert [line[3:6] for line in lines] == [
        [due, executor, "II квартал"]
        for executor in ("Первый", "Второй")
        for due in ("30.06.2021", "30.09.2021")
    ]


def test_one_executors_form_without_what_is_done_or_not_begun(world: World) -> None:
    world.report()
    _, *lines = table(form(world, executor_id=world.executors[0], as_of=date(2021, 6, 20)))
    assert [line[3] for line in lines] == ["30.09.2021"]
    world.report(control_point_id=world.points[1])
    order = FormOrder(world.plans[0], Scope.everything(), TODAY, executor_id=world.executors[0])
    assert report_form(world.db, order, report_texts()) is None


def test_an_extended_date_stands_beside_the_one_in_the_document(world: World) -> None:
    world.decision(
        "extend", "2021-06-20", control_point_id=world.points[0], new_due_on="2021-08-31"
    )
    data = form(world)
    assert table(data)[1][3] == "31.08.2021\n(по документу: 30.06.2021)"
    assert counts(take_in(world.db, upload(fill(data, {0: DONE})))) == (1, 0, 0)


def test_a_form_out_of_the_rights_is_not_handed_out(world: World) -> None:
    order = FormOrder(world.plans[0], Scope(frozenset({world.territories[1]})), TODAY)
    assert report_form(world.db, order, report_texts()) is None


def test_a_filled_in_row_becomes_a_report_and_the_status_changes(world: World) -> None:
    data = form(world)
    assert world.status("2021-07-05") == "overdue"
    outcome = take_in(world.db, upload(fill(data, {0: DONE, 2: DONE})))
    assert counts(outcome) == (2, 0, 0)
    assert outcome.blank == 2
    assert world.status("2021-07-05") == "in_progress"
    said = "outcome, completed_on, submitted_on, narrative, quantity, unit, evidence, author_post"
    keys = "assignment_id, control_point_id, reporting_period_id, territory_id"
    (first, _second) = rows(world.db, f"SELECT {keys} FROM report ORDER BY id")
    places = (world.assignments[0], world.points[0], world.periods[1], world.territories[0])
    assert first == places
    (row,) = {tuple(map(str, one)) for one in rows(world.db, f"SELECT {said} FROM report")}
    assert row[:4] == ("done", "2021-06-28", "2021-07-05", "Проведено 12 занятий")
    assert float(row[4]) == 12.5


def test_the_batch_and_the_audit_trail_say_what_came_by_whom(world: World) -> None:
    account = insert(world.db, "account", username="office", password_hash="x", role="coordinator")
    sent = upload(fill(form(world), {0: DONE}), account_id=account, file_name="C:\\папка\\ф.xlsx")
    outcome = take_in(world.db, sent)
    (batch,) = rows(
        world.db, "SELECT id, kind, file_name, sha256, plan_id, account_id FROM import_batch"
    )
    assert batch == (
        *(outcome.batch_id, "reports", "ф.xlsx"),
        *(outcome.sha256, world.plans[0], account),
    )
    events = rows(world.db, "SELECT action, account_id, object_id FROM audit_event")
    assert events == [("import.reports", account, outcome.batch_id)]


def test_a_second_upload_changes_nothing(world: World) -> None:
    filled = fill(form(world), {0: DONE, 1: {"outcome": "в работе"}})
    assert counts(take_in(world.db, upload(filled))) == (2, 0, 0)
    again = take_in(world.db, upload(filled, today=date(2021, 7, 9)))
    assert counts(again) == (0, 0, 2)
    assert again.batch_id is None
    assert [number_of(world, one) for one in ("report", "import_batch")] == [2, 1]


def test_a_changed_row_becomes_a_newer_report(world: World) -> None:
    data = form(world)
    take_in(world.db, upload(fill(data, {0: DONE, 2: DONE})))
    changed = fill(data, {0: {**DONE, "narrative": "Проведено 13 занятий"}, 2: DONE})
    assert counts(take_in(world.db, upload(changed))) == (0, 1, 1)
    assert number_of(world, "report") == 3


def test_an_old_file_does_not_bring_back_what_was_corrected(world: World) -> None:
    data = form(world)
    old = fill(data, {0: {**DONE, "submitted_on": date(2021, 7, 1)}})
    new = fill(data, {0: {**DONE, "note": "уточнено", "submitted_on": date(2021, 7, 2)}})
    assert [counts(take_in(world.db, upload(one))) for one in (old, new, old, new)] == [
        *((1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 1))
    ]


def test_a_report_older_than_the_newest_is_told(world: World) -> None:
    data = form(world)
    take_in(world.db, upload(fill(data, {0: DONE})))
    late = fill(data, {0: {**DONE, "note": "ранее", "submitted_on": date(2021, 7, 1)}})
    outcome = take_in(world.db, upload(late))
    assert [one.code for one in outcome.warnings] == ["older"]
    assert [one.is_older for one in outcome.rows] == [True]


def test_a_preview_writes_nothing(world: World) -> None:
    outcome = preview(world.db, upload(fill(form(world), {0: DONE})))
    assert counts(outcome) == (1, 0, 0)
    assert [(one.number, one.said, one.fate) for one in outcome.rows] == [("1.1", "done", "added")]
    assert nothing_written(world)


WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "no mark": ({"outcome": None}, "no_outcome", "G6"),
    "another mark": ({"outcome": "да"}, "unknown_outcome", "G6"),
    "no date": ({"completed_on": None}, "done_without_date", "H6"),
    "a wrong date": ({"completed_on": "вчера"}, "not_a_date", "H6"),
    "a day that does not exist": ({"completed_on": "31.06.2021"}, "no_such_day", "H6"),
    "the future": ({"completed_on": date(2021, 7, 6)}, "in_the_future", "H6"),
    "another century": ({"completed_on": date(2012, 6, 28)}, "too_early", "H6"),
    "handed in before": (
        {"submitted_on": date(2021, 6, 27)},
        *("completed_after_submitted", "H6"),
    ),
    "not done, with a date": ({"outcome": "в работе"}, "date_without_done", "H6"),
    "not done, no reason": (
        {"outcome": "не исполнено", "completed_on": None},
        *("not_done_without_reason", "M6"),
    ),
    "a word for a number": ({"quantity": "много"}, "not_a_number", "J6"),
    "below zero": ({"quantity": -1}, "negative", "J6"),
    "a formula": ({"narrative": "=1+1"}, "formula", "I6"),
    "a link": ({"evidence": '=HYPERLINK("http://localhost")'}, "formula", "L6"),
    "a long text": ({"unit": "а" * 41}, "too_long", "K6"),
    "a truth": ({"note": True}, "wrong_kind", "P6"),
    "a new date for what is done": (
        {"proposed_due_on": date(2021, 9, 1)},
        *("new_date_for_done", "O6"),
    ),
    "a code of another database": ({"code": "R1-1-1-0-0123456789"}, "unknown_code", "A6"),
    "a code of nobody": ({"code": "R1-999-1-0-0123456789"}, "unknown_code", "A6"),
    "no code at all": ({"code": "1.1"}, "unknown_code", "A6"),
    "an empty code": ({"code": None}, "no_code", "A6"),
    "another measure": ({"number": "9.9", "title": "Иное"}, "moved", "B6"),
    "another executor": ({"executor": "Второй"}, "moved", "E6"),
    "another date": ({"due": "30.09.2021"}, "moved", "D6"),
    "another period": ({"period": "I квартал"}, "moved", "F6"),
    "a phone number": ({"narrative": "звонить +7 900 123-45-67"}, "personal_phone", "I6"),
}


@pytest.mark.parametrize(("changes", "code", "cell"), WRONG.values(), ids=WRONG)
def test_one_wrong_cell_refuses_the_whole_file(
    steady: World, changes: dict[str, Any], code: str, cell: str
) -> None:
    filled = fill(form(steady), {0: {**DONE, **changes}, 2: DONE})
    outcome = take_in(steady.db, upload(filled))
    assert [(one.code, one.sheet, one.row, one.cell) for one in outcome.faults] == [
        (code, "Отчёт", 6, cell)
    ]
    assert all(fault_text(one).startswith("лист «Отчёт», строка 6") for one in outcome.faults)
    assert outcome.batch_id is None
    assert nothing_written(steady)


def test_every_wrong_cell_is_named_at_once(world: World) -> None:
    filled = fill(form(world), {0: {"outcome": "да", "quantity": "много"}, 3: {"note": "=1"}})
    outcome = take_in(world.db, upload(filled))
    assert [one.cell for one in outcome.faults] == ["G6", "J6", "G9", "P9"]


def test_a_row_that_stands_twice(world: World) -> None:
    data = form(world)
    first = table(data)[1]
    twice = {"code": first[0], "due": first[3], "executor": first[4]}
    outcome = take_in(world.db, upload(fill(data, {0: DONE, 2: {**DONE, **twice}})))
    assert [(one.code, one.row, one.values["first"]) for one in outcome.faults] == [
        ("row_twice", 8, "6")
    ]


def test_moved_rows_keep_their_meaning(world: World) -> None:
    data = form(world)
    _, first, second, *_rest = table(data)
    keys = ("code", "number", "title", "due", "executor", "period")
    swapped = {
        0: dict(zip(keys, second, strict=False)) | DONE | {"completed_on": date(2021, 7, 1)},
        1: dict(zip(keys, first, strict=False)),
    }
    assert counts(take_in(world.db, upload(fill(data, swapped)))) == (1, 0, 0)
    found = rows(world.db, "SELECT control_point_id FROM report")
    assert found == [(world.points[1],)]


def test_an_empty_form_is_refused(world: World) -> None:
    assert [one.code for one in take_in(world.db, upload(form(world))).faults] == [
        "nothing_filled_in"
    ]


def test_other_territories_look_like_no_row(world: World) -> None:
    filled = fill(form(world), {0: DONE})
    foreign = Scope(frozenset({world.territories[1]}))
    assert [one.code for one in take_in(world.db, upload(filled, scope=foreign)).faults] == [
        "unknown_code"
    ]
    own = Scope(frozenset({world.territories[0]}))
    assert counts(take_in(world.db, upload(filled, scope=own))) == (1, 0, 0)


def test_the_coordinator_lets_pass_what_is_recorded_without_the_text(world: World) -> None:
    filled = fill(form(world), {0: {**DONE, "narrative": "дежурный телефон +7 900 123-45-67"}})
    outcome = take_in(world.db, upload(filled, allows=frozenset({"personal"})))
    assert counts(outcome) == (1, 0, 0)
    kept = str(rows(world.db, "SELECT summary FROM import_batch"))
    noted = str(rows(world.db, "SELECT details FROM audit_event"))
    for text in (kept, noted):
        assert "personal_phone" in text
        assert "I6" in text
        assert "123-45-67" not in text


@pytest.mark.parametrize(
    "encoded", [lambda data: as_csv(data), lambda data: as_csv(data, "cp1251")]
)
def test_the_same_columns_as_csv(world: World, encoded: Callable[[bytes], bytes]) -> None:
    filled = fill(form(world), {0: DONE})
    sent = upload(encoded(filled), file_name="форма.csv")
    assert counts(take_in(world.db, sent)) == (1, 0, 0)
    assert counts(take_in(world.db, upload(filled))) == (0, 0, 1)


CSV = "№ пункта;Срок;Исполнитель;Отчётный период;Отметка;Дата исполнения;Информация об исполнении\n"


def csv_of(world: World, line: str, **changes: Any) -> ImportOutcome:
    sent = upload((CSV + line).encode("cp1251"), file_name="a.csv", plan_id=world.plans[0])
    return take_in(world.db, Upload(**(vars(sent) | changes)))


def test_rows_without_codes_within_a_named_plan(world: World) -> None:
    line = "1.1;до 30.06.2021;ПЕРВЫЙ;II квартал;исполнено;28.06.2021;проведено\n"
    assert counts(csv_of(world, line)) == (1, 0, 0)
    found = rows(
        world.db, "SELECT assignment_id, control_point_id, reporting_period_id FROM report"
    )
    assert found == [(world.assignments[0], world.points[0], world.periods[1])]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("9.9;30.06.2021;Первый;;в работе;;а", "unknown_number"),
        ("1.1;30.06.2021;Третий;;в работе;;а", "unknown_executor"),
        ("1.1;;Первый;;в работе;;а", "which_point"),
        ("1.1;01.01.2021;Первый;;в работе;;а", "which_point"),
        ("1.1;30.06.2021;Первый;V квартал;в работе;;а", "unknown_period"),
        ("1.1;30.06.2021;Первый;;=СУММ(1);;а", "formula"),
    ],
)
def test_rows_without_codes_are_never_guessed(steady: World, line: str, code: str) -> None:
    assert [one.code for one in csv_of(steady, line).faults] == [code]
    assert nothing_written(steady)


def test_a_plan_out_of_the_rights_is_no_plan(world: World) -> None:
    foreign = Scope(frozenset({world.territories[1]}))
    outcome = csv_of(world, "1.1;30.06.2021;Первый;;в работе;;а", scope=foreign)
    assert [one.code for one in outcome.faults] == ["unknown_number"]


def test_a_confirmed_other_spelling_is_known(world: World) -> None:
    insert(world.db, "executor_alias", executor_id=world.executors[0], alias="ООиП УО")
    assert counts(csv_of(world, "1.1;30.06.2021;ооип уо;;в работе;;а")) == (1, 0, 0)


def test_a_control_point_that_went_meanwhile(world: World) -> None:
    filled = fill(form(world), {0: DONE})
    run(world.db, "DELETE FROM control_point WHERE id = :id", id=world.points[0])
    assert [one.code for one in take_in(world.db, upload(filled)).faults] == ["point_gone"]


def test_two_people_send_the_same_file_at_once(world: World) -> None:
    sent = upload(fill(form(world), {0: DONE, 1: {"outcome": "в работе"}}))
    with ThreadPoolExecutor(4) as people:
        outcomes = list(people.map(lambda _: take_in(world.db, sent), range(4)))
    assert sorted(counts(one) for one in outcomes) == [(0, 0, 2)] * 3 + [(2, 0, 0)]
    assert number_of(world, "report") == 2


def test_a_row_that_the_database_refuses_takes_the_others_with_it(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    filled = fill(form(world), {0: DONE, 2: {**DONE, "quantity": -1}})
    monkeypatch.setattr(sense, "faults", lambda *_: ())
    assert [one.code for one in take_in(world.db, upload(filled)).faults] == ["database_refused"]
    assert "constraint" in caplog.text
    assert str(DONE["narrative"]) not in caplog.text
    assert nothing_written(world)


def misspelt(data: bytes, kind: str) -> tuple[str, bytes]:
    book = load_workbook(BytesIO(data))
    for cell in book.worksheets[0][HEADER_ROW]:
        if cell.value == "Дата фактического исполнения":
            cell.value = "Дата фактического испонения"
    data = saved(book)
    return (f"a.{kind}", as_csv(data) if kind == "csv" else data)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_date_under_a_misspelt_header_is_not_lost_in_silence(world: World, kind: str) -> None:
    told = {**DONE, "outcome": "в работе"}
    name, data = misspelt(fill(form(world), {0: told}), kind)
    (fault,) = take_in(world.db, upload(data, file_name=name)).faults
    assert (fault.code, fault.row) == ("misspelt_and_filled", HEADER_ROW + 1)
    assert fault.values["meant"] == "Дата фактического исполнения"
    assert nothing_written(world)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_empty_column_with_a_misspelt_header_is_a_warning(world: World, kind: str) -> None:
    told = {"outcome": "в работе", "narrative": "идёт"}
    name, data = misspelt(fill(form(world), {0: told}), kind)
    outcome = take_in(world.db, upload(data, file_name=name))
    assert counts(outcome) == (1, 0, 0)
    assert [(one.code, one.row) for one in outcome.warnings] == [("misspelt_header", HEADER_ROW)]


def test_our_own_csv_with_many_commas_in_a_text(world: World) -> None:
    told = "провели, показали, обсудили, " * 60
    filled = fill(form(world), {0: {"outcome": "в работе", "narrative": told}})
    outcome = take_in(world.db, upload(as_csv(filled), file_name="форма.csv"))
    assert counts(outcome) == (1, 0, 0)
    assert counts(take_in(world.db, upload(filled))) == (0, 0, 1)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_going_back_to_an_earlier_statement_is_told_and_possible(world: World, kind: str) -> None:
    def send(day: int, **cells: Any) -> ImportOutcome:
        data = fill(blank, {0: cells})
        data = as_csv(data) if kind == "csv" else data
        return take_in(world.db, upload(data, file_name=f"a.{kind}", today=date(2021, 7, day)))

    blank = form(world)
    running = {"outcome": "в работе", "narrative": "идёт"}
    assert counts(send(5, **running)) == (1, 0, 0)
    assert counts(send(6, **DONE)) == (0, 1, 0)
    back = send(8, **running)
    assert counts(back) == (0, 0, 1)
    (warning,) = back.warnings
    assert (warning.code, warning.row) == ("said_before", HEADER_ROW + 1)
    assert "05.07.2021" in fault_text(warning)
    assert "06.07.2021" in fault_text(warning)
    again = send(8, **running, submitted_on=date(2021, 7, 8))
    assert (counts(again), again.warnings) == ((0, 1, 0), ())
    assert not send(9, **running).warnings


def test_every_wrong_cell_of_a_row_is_named_at_once(world: World) -> None:
    row = {**DONE, "quantity": "двенадцать", "narrative": "тел. 2-41-53", "completed_on": "вчера"}
    row |= {"submitted_on": date(2022, 1, 1)}
    outcome = preview(world.db, upload(fill(form(world), {0: row})))
    assert [(one.key, one.code) for one in outcome.faults] == [
        ("completed_on", "not_a_date"),
        ("narrative", "personal_phone"),
        ("quantity", "not_a_number"),
        ("submitted_on", "in_the_future"),
    ]
    moved = fill(form(world), {0: {**row, "executor": "Другой"}})
    assert "moved" in {one.code for one in preview(world.db, upload(moved)).faults}


def test_a_name_in_the_post_is_named(world: World) -> None:
    row = {**DONE, "author_post": "Петрова А.И."}
    outcome = preview(world.db, upload(fill(form(world), {0: row})))
    assert [(one.key, one.code) for one in outcome.faults] == [
        ("author_post", "personal_full_name")
    ]
