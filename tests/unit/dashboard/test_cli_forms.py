"""`karta template` and `karta import`: a form's way out and back, exit codes, words on stderr."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main
from data_access.db import Database
from tests.database.world import World, insert
from tests.support.forms import fill

DONE = {
    "outcome": "исполнено",
    "completed_on": date(2021, 6, 28),
    "narrative": "а",
    "evidence": "б",
}


@pytest.fixture
def world(sqlite_db: Database) -> World:
    return World(sqlite_db)


@pytest.fixture
def work(tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KARTA_DATABASE_URL", world.db.url)
    return tmp_path


def karta(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def handed_out(work: Path, *options: str) -> Path:
    path = work / "форма.xlsx"
    out = ("template", "reports", "--plan", "plan-1", "--as-of", "2021-07-05", "-o", path)
    assert karta(*out, *options).exit_code == 0
    return path


def test_a_form_goes_out_and_comes_back(work: Path) -> None:
    path = handed_out(work, "--executor", "первый", "--period", "II квартал")
    path.write_bytes(fill(path.read_bytes(), {0: DONE}))
    trial = karta("import", "reports", path, "--dry-run")
    assert trial.exit_code == 0
    assert "новых: 1; изменено: 0; без изменений: 0; не заполнено: 1" in trial.stdout
    assert "Ничего не записано" in trial.stdout
    assert "новых: 1" in karta("import", "reports", path).stdout
    again = karta("import", "reports", path)
    assert again.exit_code == 0
    assert "Ничего нового" in again.stdout


def test_refusals_name_sheet_row_and_column(work: Path) -> None:
    path = handed_out(work)
    path.write_bytes(fill(path.read_bytes(), {1: {"outcome": "да"}}))
    refused = karta("import", "reports", path)
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert refused.stderr.splitlines() == [
        "лист «Отчёт», строка 7, столбец «Отметка» (G7): «да» –"
        " такой отметки нет: выберите её из списка",
        "Ничего не записано.",
    ]


def test_what_looks_personal_passes_on_the_coordinators_word(work: Path) -> None:
    path = handed_out(work)
    phone = {**DONE, "narrative": "дежурный: тел. 2-41-53"}
    path.write_bytes(fill(path.read_bytes(), {0: phone}))
    refused = karta("import", "reports", path)
    assert refused.exit_code == 1
    assert "--allow-personal" in refused.stderr
    passed = karta("import", "reports", path, "--allow-personal")
    assert passed.exit_code == 0
    assert "Пропущено по вашему решению" in passed.stderr


def test_early_dates_pass_on_the_coordinators_word(work: Path) -> None:
    path = handed_out(work)
    early = {**DONE, "completed_on": date(2020, 12, 25)}
    path.write_bytes(fill(path.read_bytes(), {0: early}))
    refused = karta("import", "reports", path)
    assert refused.exit_code == 1
    assert refused.stderr.splitlines() == [
        "лист «Отчёт», строка 6, столбец «Дата фактического исполнения» (H6): «25.12.2020» –"
        " раньше первого дня плана (01.01.2021): верна ли дата?",
        "Ничего не записано.",
        "Если ранние даты верны: --allow-early пропустит их, и это запишется.",
    ]
    passed = karta("import", "reports", path, "--allow-early")
    assert passed.exit_code == 0
    assert "Пропущено по вашему решению" in passed.stderr
    assert "новых: 1" in passed.stdout


def test_indicators(work: Path, world: World) -> None:
    path = work / "п.xlsx"
    nothing = karta("template", "indicators", "--plan", "plan-1", "-o", path)
    assert (nothing.exit_code, path.exists()) == (1, False)
    names = {"name": "Доля", "short_name": "Доля", "unit": "%", "direction": "decrease"}
    insert(world.db, "indicator", plan_id=world.plans[0], position=1, **names)
    assert karta("template", "indicators", "--plan", "plan-1", "-o", path).exit_code == 0
    path.write_bytes(fill(path.read_bytes(), {0: {"target": 0.7}}))
    assert "новых: 1" in karta("import", "indicators", path).stdout


def test_a_bare_csv_for_a_named_plan(work: Path) -> None:
    path = work / "a.csv"
    lines = "№;Срок;Исполнитель;Отметка;Информация об исполнении\n1.1;30.06.2021;Первый;в работе;а"
    path.write_bytes(lines.encode("cp1251"))
    assert karta("import", "reports", path).exit_code == 1
    assert karta("import", "reports", path, "--plan", "plan-1").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("template", "reports", "--plan", "нет", "-o", "{}/a.xlsx"), 1),
        (("template", "reports", "--plan", "План", "-o", "{}/a.xlsx"), 1),
        (("template", "reports", "--plan", "plan-2", "-o", "{}/a.xlsx"), 1),
        (("template", "reports", "--plan", "plan-1", "--executor", "нет", "-o", "{}/a.xlsx"), 1),
        (("template", "reports", "--plan", "plan-1", "--period", "нет", "-o", "{}/a.xlsx"), 1),
        (("template", "reports", "--plan", "plan-1", "-o", "{}/a.pdf"), 2),
        (("template", "reports", "-o", "{}/a.xlsx"), 2),
        (("import", "reports", "{}/нет.xlsx"), 2),
        (("import", "reports", "{}"), 2),
        (("import", "nothing"), 2),
    ],
)
def test_exit_codes(work: Path, arguments: tuple[str, ...], code: int) -> None:
    result = karta(*(one.format(work) for one in arguments))
    assert result.exit_code == code
    assert result.stderr
    assert list(work.glob("a.*")) == []


def test_another_file_is_refused_in_words(work: Path) -> None:
    path = work / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    refused = karta("import", "reports", path)
    assert refused.exit_code == 1
    assert refused.stderr.splitlines()[0] == "a.xlsx: Файл повреждён и не открывается."
