"""Values of indicators by their form."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from data_access.importers.indicators.save import preview, take_in
from data_access.importers.reports.handing_out import indicator_form
from data_access.records.forms import Upload
from data_access.records.view import Scope
from layouts.fault_texts import fault_text
from layouts.form_texts import indicator_texts
from tests.database.test_report_import import counts, number_of
from tests.database.world import Value, World, insert, rows
from tests.support.forms import as_csv, as_workbook, fill, table

TODAY = date(2021, 7, 5)


@pytest.fixture
def ready(world: World) -> World:
    with_indicator(world)
    return world


def with_indicator(world: World) -> None:
    one = insert(
        world.db,
        "indicator",
        plan_id=world.plans[0],
        position=1,
        name="Доля детей-сирот",
        short_name="Доля",
        unit="%",
        direction="decrease",
    )
    insert(world.db, "indicator_value", indicator_id=one, year=2021, kind="target", value=0.67)


def actual(world: World, **values: Value) -> None:
    """Insert a value, the actual one of 2021 unless told otherwise."""
    one = int(str(rows(world.db, "SELECT id FROM indicator")[0][0]))
    row: dict[str, Value] = {"year": 2021, "kind": "actual"}
    insert(world.db, "indicator_value", indicator_id=one, **(row | values))


def form(world: World) -> bytes:
    data = indicator_form(world.db, world.plans[0], Scope.everything(), indicator_texts())
    assert data is not None
    return data.data


def upload(data: bytes, **changes: Any) -> Upload:
    values: dict[str, Any] = {
        "file_name": "п.xlsx",
        "data": data,
        "scope": Scope.everything(),
        "today": TODAY,
    }
    return Upload(**(values | changes))


def test_the_form_has_the_years_of_the_plan_with_what_is_known(ready: World) -> None:
    header, *lines = table(form(ready))
    assert header[1:6] == ["Показатель", "Единица", "Год", "Цель", "Факт"]
    assert [line[1:6] for line in lines] == [["Доля детей-сирот", "%", 2021, 0.67, None]]


def test_an_actual_comes_in_once_and_its_correction_as_a_newer_value(ready: World) -> None:
    data = form(ready)
    filled = fill(data, {0: {"actual": "0,68", "source": "103-РИК"}})
    assert counts(preview(ready.db, upload(filled))) == (1, 0, 1)
    assert counts(take_in(ready.db, upload(filled))) == (1, 0, 1)
    assert counts(take_in(ready.db, upload(filled, today=date(2021, 7, 9)))) == (0, 0, 2)
    assert counts(take_in(ready.db, upload(fill(data, {0: {"actual": 0.7}})))) == (0, 1, 1)
    values = rows(ready.db, "SELECT value FROM indicator_value WHERE kind = 'actual' ORDER BY id")
    assert [round(Decimal(str(one)), 2) for (one,) in values] == [Decimal("0.68"), Decimal("0.70")]
    assert number_of(ready, "import_batch") == 2
    assert counts(take_in(ready.db, upload(form(ready)))) == (0, 0, 2)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251"])
def test_as_csv(ready: World, encoding: str) -> None:
    filled = as_csv(fill(form(ready), {0: {"actual": "0,68"}}), encoding)
    assert counts(take_in(ready.db, upload(filled, file_name="п.csv"))) == (1, 0, 1)


def test_rows_without_codes_within_a_named_plan(ready: World) -> None:
    lines = "Показатель;Год;План;Факт\nдоля детей-сирот;2020 год;0,7;0,71\n".encode("cp1251")
    assert [one.code for one in take_in(ready.db, upload(lines, file_name="п.csv")).faults] == [
        "no_code"
    ]
    sent = upload(lines, file_name="п.csv", plan_id=ready.plans[0])
    assert counts(take_in(ready.db, sent)) == (2, 0, 0)


WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "a word": ({"actual": "мало"}, "not_a_number", "F6"),
    "a formula": ({"actual": "=1+1"}, "formula", "F6"),
    "too exact": ({"actual": "0,66666"}, "too_many_decimals", "F6"),
    "below zero": ({"actual": -1}, "negative", "F6"),
    "over a hundred": ({"actual": 101}, "over_hundred", "F6"),
    "the future": ({"submitted_on": date(2021, 7, 6)}, "in_the_future", "H6"),
    "another year": ({"year": 2020}, "moved", "D6"),
    "no year": ({"year": "давно"}, "year_out_of_range", "D6"),
    "another indicator": ({"indicator": "Число"}, "moved", "B6"),
    "a code of nobody": ({"code": "I1-99-2021-0123456789"}, "unknown_code", "A6"),
    "a phone number": ({"source": "+7 900 123-45-67"}, "personal_phone", "G6"),
}


@pytest.mark.parametrize(("changes", "code", "cell"), WRONG.values(), ids=WRONG)
def test_one_wrong_cell_refuses_the_whole_file(
    ready: World, changes: dict[str, Any], code: str, cell: str
) -> None:
    outcome = take_in(ready.db, upload(fill(form(ready), {0: {"actual": 0.6, **changes}})))
    assert [(one.code, one.cell) for one in outcome.faults] == [(code, cell)]
    assert [fault_text(one) for one in outcome.faults]
    assert number_of(ready, "indicator_value") == 1


def test_no_actual_of_a_year_that_has_not_begun(ready: World) -> None:
    filled = fill(form(ready), {0: {"actual": 0.6}})
    outcome = take_in(ready.db, upload(filled, today=date(2020, 12, 31)))
    assert [one.code for one in outcome.faults] == ["year_not_begun"]


def test_other_territories_look_like_no_row(ready: World) -> None:
    filled = fill(form(ready), {0: {"actual": 0.6}})
    foreign = Scope(frozenset({ready.territories[1]}))
    outcome = take_in(ready.db, upload(filled, scope=foreign))
    assert [one.code for one in outcome.faults] == ["unknown_code"]


def test_an_indicator_shows_the_decimals_of_what_was_taken_in(ready: World) -> None:
    def shown() -> int:
        ((found,),) = rows(ready.db, "SELECT decimals FROM indicator")
        return int(str(found))

    for actual, decimals in (("0,7", 2), ("0,675", 3), ("1", 3), ("0,1234", 4)):
        take_in(ready.db, upload(fill(form(ready), {0: {"actual": actual}})))
        assert shown() == decimals


def test_faults_stand_as_they_do_in_the_file(ready: World) -> None:
    header, *lines = table(form(ready))
    wrong = [*lines[0][:5], "-5,0000"]
    data = csv_of([header, wrong, [*wrong[:3], 1500, "много", "-0,50"]])
    found = take_in(ready.db, upload(data, file_name="п.csv", plan_id=ready.plans[0])).faults
    assert [(one.row, one.cell[:1]) for one in found] == sorted(
        (one.row, one.cell[:1]) for one in found
    )
    assert [one.value for one in found if one.code == "negative"] == ["-5", "-0,5"]


def test_a_renamed_header_is_named(ready: World) -> None:
    header, *lines = table(form(ready))
    data = csv_of([["Фактическое" if one == "Факт" else one for one in header], *lines])
    (fault,) = take_in(ready.db, upload(data, file_name="п.csv")).faults
    assert (fault.code, fault.values) == ("column_missing", {"columns": "«Факт»"})


def csv_of(lines: list[list[Any]]) -> bytes:
    return "\r\n".join(
        ";".join("" if one is None else str(one) for one in line) for line in lines
    ).encode()


@pytest.mark.parametrize("kind", ["csv", "csv opened and saved as xlsx"])
@pytest.mark.parametrize("source", ["- отчёт 103-РИК", "+ расчёт", "=расчёт", "'а' и 'б'"])
def test_a_source_with_a_formulas_sign_comes_back_unchanged(
    ready: World, kind: str, source: str
) -> None:
    actual(ready, value=0.68, source=source)
    handed = indicator_form(ready.db, ready.plans[0], Scope.everything(), indicator_texts(), "csv")
    assert handed is not None
    data, name = handed.data, "п.csv"
    if kind != "csv":
        data, name = as_workbook(handed.data), "п.xlsx"
    assert counts(take_in(ready.db, upload(data, file_name=name))) == (0, 0, 2)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_value_older_than_the_one_in_force_is_told(ready: World, kind: str) -> None:
    actual(ready, value=0.68, submitted_on="2021-07-01")
    for day, warned in (("01.06.2021", ["older_value"]), ("02.07.2021", [])):
        data = fill(form(ready), {0: {"target": None, "actual": 0.5, "submitted_on": day}})
        data = as_csv(data) if kind == "csv" else data
        outcome = take_in(ready.db, upload(data, file_name=f"п.{kind}"))
        assert counts(outcome) == (0, 1, 0)
        assert [one.code for one in outcome.warnings] == warned
        assert [one.is_older for one in outcome.rows] == [bool(warned)]
        assert all("01.07.2021" in fault_text(one) for one in outcome.warnings)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("standing", "next_one", "slip"), [(120, "118,5", -5), (-5, "-4", 250), (250, 300, -1)]
)
def test_an_indicator_may_go_where_its_act_sends_it(
    ready: World, kind: str, standing: int, next_one: object, slip: int
) -> None:
    actual(ready, value=standing, kind="target", year=2022)
    blank = form(ready)
    for value, told in ((next_one, []), (slip, ["negative" if slip < 0 else "over_hundred"])):
        data = fill(blank, {0: {"actual": value}})
        data = as_csv(data) if kind == "csv" else data
        outcome = take_in(ready.db, upload(data, file_name=f"п.{kind}"))
        assert [one.code for one in outcome.faults] == told
    assert number_of(ready, "indicator_value") == 3


def test_what_stands_is_not_looked_at_again(ready: World) -> None:
    actual(ready, value=0.7, year=2022)
    actual(ready, value=101, kind="target", year=2022)
    assert counts(take_in(ready.db, upload(form(ready)))) == (0, 0, 3)


def test_a_spreadsheet_lets_a_value_below_zero_be_typed(ready: World) -> None:
    sheet = load_workbook(BytesIO(form(ready))).worksheets[0]
    rules = [one for one in sheet.data_validations.dataValidation if one.type == "decimal"]
    assert [(one.operator, int(float(one.formula1)) < 0) for one in rules] == [(None, True)] * 2


def test_every_wrong_cell_of_a_row_is_named_at_once(ready: World) -> None:
    row = {"actual": "двенадцать", "source": "тел. +79001234567", "target": -5}
    row |= {"submitted_on": date(2022, 1, 1)}
    outcome = preview(ready.db, upload(fill(form(ready), {0: row})))
    assert [(one.key, one.code.partition("_")[0]) for one in outcome.faults] == [
        ("target", "negative"),
        ("actual", "not"),
        ("source", "personal"),
        ("submitted_on", "in"),
    ]
