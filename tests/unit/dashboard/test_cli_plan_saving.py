"""`karta import plan` saves: at once, with what was decided, twice, as an amendment."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.database.world import insert, rows
from tests.support import databases
from tests.support.drafts import act
from tests.unit.dashboard.karta import Karta
from tests.unit.importers import plan_documents

LATER = {"до 1 октября 2024 года": "до 1 декабря 2024 года"}
TWICE = {"1.2\tПодготовка": "1.1\tПодготовка"}
ELSEWHERE = {
    "СОСНОВСКОГО": "БОРСКОГО",
    "Сосновского": "Борского",
    "Сосновском": "Борском",
}
STRANGE = {
    "1.1\tОбследование условий жизни семей, состоящих на учёте": "7.1\tРемонт моста через реку",
    "1.2\tПодготовка памяток для родителей": "7.2\tЗакупка угля для котельных",
    "2.1\tСеминар для школьных психологов": "8.1\tОтлов бродячих собак",
}
CONTRADICTED = {"от 14.02.2023 № 118-п": "от 15.02.2023 № 118-п"}


@pytest.fixture
def karta(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Karta:
    monkeypatch.setenv("KARTA_DATABASE_URL", sqlite_url)
    return Karta(monkeypatch)


def run(karta: Karta, tmp_path: Path, data: bytes, *options: str, name: str = "akt.txt") -> Result:
    path = tmp_path / name
    path.write_bytes(data)
    return karta("import", "plan", str(path), *options)


def counted(url: str, table: str) -> int:
    with databases.opened(url) as db:
        return int(str(rows(db, f"SELECT count(*) FROM {table}")[0][0]))


def test_a_plan_is_saved_with_its_territory(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    result = run(karta, tmp_path, act())
    assert result.exit_code == 0
    assert "Сохранён новый план sosnovskij-2023-2024" in result.stdout
    assert "мероприятий: 3" in result.stdout
    assert "раньше её не было: Сосновский муниципальный район" in result.stdout
    with databases.opened(sqlite_url) as db:
        assert rows(db, "SELECT name, level FROM territory") == [
            ("Сосновский муниципальный район", "municipality")
        ]
        assert rows(db, "SELECT account_id, file_name FROM import_batch") == [(None, "akt.txt")]


def test_the_second_time_there_is_nothing_new(
    karta: Karta, tmp_path: Path, sqlite_url: str
) -> None:
    run(karta, tmp_path, act())
    again = run(karta, tmp_path, act())
    assert again.exit_code == 0
    assert again.stdout.startswith("Ничего нового: в плане sosnovskij-2023-2024")
    assert counted(sqlite_url, "import_batch") == 1


def test_other_formats_of_the_act_are_nothing_new(karta: Karta, tmp_path: Path) -> None:
    run(karta, tmp_path, act())
    for name, data in (
        ("akt.docx", plan_documents.as_docx()),
        ("akt.html", plan_documents.as_html("windows-1251")),
    ):
        assert run(karta, tmp_path, data, name=name).stdout.startswith("Ничего нового"), name


def test_errors_have_to_be_settled(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    data = act(**CONTRADICTED)
    result = run(karta, tmp_path, data)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "В заголовке акта дата 14.02.2023, в грифе утверждения – 15.02.2023" in result.stderr
    assert "Ничего не записано." in result.stderr
    assert "--accept" in result.stderr
    assert counted(sqlite_url, "plan") == counted(sqlite_url, "territory") == 0
    accepted = run(karta, tmp_path, data, "--accept")
    assert accepted.exit_code == 0
    with databases.opened(sqlite_url) as db:
        assert rows(db, "SELECT act_date FROM plan") == [(None,)]
        settled = "SELECT resolution FROM import_finding WHERE code = 'act_date_contradiction'"
        assert rows(db, settled) == [("dismissed",)]
    assert run(karta, tmp_path, data).stdout.startswith("Ничего нового")


def test_what_nobody_can_accept_is_refused(karta: Karta, tmp_path: Path) -> None:
    result = run(karta, tmp_path, act(**TWICE), "--accept")
    assert result.exit_code == 1
    assert "Номер 1.1 встречается дважды." in result.stderr


def test_likely_executors_have_to_be_decided(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    with databases.opened(sqlite_url) as db:
        home = insert(
            db,
            "territory",
            name="Сосновский муниципальный район",
            short_name="Сосновка",
            level="municipality",
        )
        known = insert(
            db,
            "executor",
            territory_id=home,
            name="Комитет по образованию админстрации района",
            short_name="К",
        )
    result = run(karta, tmp_path, act())
    assert result.exit_code == 1
    assert "Укажите, кто такой «Комитет по образованию администрации района»." in result.stderr
    assert run(karta, tmp_path, act(), "--accept").exit_code == 0
    with databases.opened(sqlite_url) as db:
        assert rows(db, "SELECT executor_id, alias FROM executor_alias WHERE alias LIKE 'К%'") == [
            (known, "Комитет по образованию администрации района")
        ]
    other = run(karta, tmp_path, act(**{"2023-2024 годы": "2025 год", "118-п": "3-п"}), "--accept")
    assert other.exit_code == 0, "the confirmed alias is remembered"
    with databases.opened(sqlite_url) as db:
        assert rows(db, "SELECT count(*) FROM executor WHERE name LIKE 'Комитет%'") == [(1,)]


def test_an_amended_act_waits_for_a_word(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    run(karta, tmp_path, act())
    result = run(karta, tmp_path, act(**LATER))
    assert result.exit_code == 1
    assert "новый это план или изменение" in result.stderr
    amended = run(karta, tmp_path, act(**LATER), "--plan", "sosnovskij-2023-2024")
    assert amended.exit_code == 0
    assert "Изменён план sosnovskij-2023-2024" in amended.stdout
    assert "мероприятий изменено: 1" in amended.stdout
    assert counted(sqlite_url, "decision") == 1
    assert run(karta, tmp_path, act(**LATER)).stdout.startswith("Ничего нового")


def test_accept_amends_the_plan_of_the_same_act(karta: Karta, tmp_path: Path) -> None:
    run(karta, tmp_path, act())
    assert "Изменён план" in run(karta, tmp_path, act(**LATER), "--accept").stdout


AMENDING = {
    "от 14 февраля 2023 года № 118-п": "от 20 октября 2023 года № 240-п",
    "Об утверждении Плана": "О внесении изменений в постановление от 14.02.2023 № 118-п "
    "«Об утверждении Плана",
    "на 2023-2024 годы\nВ целях": "на 2023-2024 годы»\nВ целях",
    "от 14.02.2023 № 118-п\nПлан": "от 20.10.2023 № 240-п\nПлан",
}


def test_an_amending_act_finds_the_plan_that_it_names(
    karta: Karta, tmp_path: Path, sqlite_url: str
) -> None:
    run(karta, tmp_path, act())
    later = act(**AMENDING, **LATER)
    asked = run(karta, tmp_path, later)
    assert asked.exit_code == 1
    assert "новый это план или изменение" in asked.stderr
    assert counted(sqlite_url, "plan") == 1
    assert "Изменён план sosnovskij" in run(karta, tmp_path, later, "--accept").stdout
    with databases.opened(sqlite_url) as db:
        assert rows(db, "SELECT act_number FROM plan") == [("118-п",)]
        basis = "SELECT count(*) FROM decision WHERE basis LIKE '%от 20.10.2023 № 240-п'"
        assert rows(db, basis) == [(1,)]


def test_an_amending_act_makes_no_plan_by_itself(
    karta: Karta, tmp_path: Path, sqlite_url: str
) -> None:
    refused = run(karta, tmp_path, act(**AMENDING), "--accept")
    assert refused.exit_code == 1
    assert counted(sqlite_url, "plan") == 0
    assert run(karta, tmp_path, act(**AMENDING), "--new").exit_code == 0


def test_new_makes_another_plan(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    run(karta, tmp_path, act())
    assert "sosnovskij-2023-2024-2" in run(karta, tmp_path, act(**LATER), "--new").stdout
    assert counted(sqlite_url, "plan") == 2


def test_a_territory_of_ones_own(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    refused = run(karta, tmp_path, act(), "--territory", "Новый район", "--accept")
    assert refused.exit_code == 1
    assert "Территории «Новый район» нет." in refused.stderr
    assert "--new-territory" in refused.stderr
    assert counted(sqlite_url, "territory") == 0
    made = run(karta, tmp_path, act(), "--territory", "Новый район", "--new-territory")
    assert made.exit_code == 0
    with databases.opened(sqlite_url) as db:
        assert rows(db, "SELECT name FROM territory") == [("Новый район",)]


def test_known_territories_like_the_one_named_are_told(
    karta: Karta, tmp_path: Path, sqlite_url: str
) -> None:
    with databases.opened(sqlite_url) as db:
        for name in ("Новый муниципальный район", "Борский муниципальный район"):
            insert(db, "territory", name=name, short_name=name, level="municipality")
    for name in ("Новый мунципальный район", "Новвый район", "новый"):
        refused = run(karta, tmp_path, act(), "--territory", name, "--accept")
        assert refused.exit_code == 1
        assert "Похожие: «Новый муниципальный район»" in refused.stderr
    assert counted(sqlite_url, "plan") == 0
    assert counted(sqlite_url, "territory") == 2


def test_an_act_of_another_plan_is_refused(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    run(karta, tmp_path, act())
    named = "sosnovskij-2023-2024"
    for data, said in (
        (act(**ELSEWHERE), "а план относится к территории «Сосновский муниципальный район»"),
        (act(**STRANGE), "узнано 0 из 3"),
    ):
        refused = run(karta, tmp_path, data, "--plan", named, "--accept")
        assert refused.exit_code == 1
        assert said in refused.stderr
        assert "--amend-anyway" in refused.stderr
    assert counted(sqlite_url, "import_batch") == 1
    taken = run(karta, tmp_path, act(**STRANGE), "--plan", named, "--accept", "--amend-anyway")
    assert taken.exit_code == 0, taken.stderr
    with databases.opened(sqlite_url) as db:
        newest = "SELECT details FROM audit_event ORDER BY id DESC LIMIT 1"
        assert "confirmed" in str(rows(db, newest)[0][0])
    assert run(karta, tmp_path, act(), "--new", "--amend-anyway").exit_code == 2


RETITLED = {"Подготовка памяток для родителей": "Открытие телефона доверия"}


def test_a_retitled_measure_is_the_same_unless_somebody_says_so(
    karta: Karta, tmp_path: Path, sqlite_url: str
) -> None:
    run(karta, tmp_path, act())
    data, named = act(**RETITLED), ("--plan", "sosnovskij-2023-2024")
    shown = json.loads(run(karta, tmp_path, data, *named, "--dry-run", "--json").stdout)
    (asked,) = [one for one in shown["findings"] if one["code"] == "measure_retitled"]
    assert (asked["measure"], asked["field"], asked["severity"]) == ("1.2", "title", "warning")
    assert (asked["read"], asked["proposal"]) == tuple(RETITLED.values()) + tuple(RETITLED)
    assert shown["saved"]["measures"] == {}
    for option, number, code in (("--other", "1.1", 1), ("--same", "9.9", 1)):
        refused = run(karta, tmp_path, data, *named, option, number)
        assert refused.exit_code == code
        assert f"В акте нет мероприятия {number} с другим названием" in refused.stderr
    both = run(karta, tmp_path, data, *named, "--same", "1.2", "--other", "1.2")
    assert both.exit_code == 2
    other = run(karta, tmp_path, data, *named, "--other", "1.2", "--dry-run")
    assert "Снято с контроля 1 мероприятие:\n  1.2 Подготовка памяток" in other.stdout
    assert "Добавлено 1 мероприятие:\n  1.2 Открытие телефона доверия" in other.stdout
    same = run(karta, tmp_path, data, *named, "--same", "1.2")
    assert "мероприятий изменено: 1" in same.stdout
    with databases.opened(sqlite_url) as db:
        left = "SELECT resolution FROM import_finding WHERE code = 'measure_retitled'"
        assert rows(db, left) == [("accepted",)]
        assert rows(db, "SELECT count(*) FROM decision") == [(0,)]


@pytest.mark.parametrize(
    "known", ["Токарёвский муниципальный район", "Сосногорский муниципальный район"]
)
def test_accepting_never_takes_another_territory(
    karta: Karta, tmp_path: Path, sqlite_url: str, known: str
) -> None:
    """Districts are called "муниципальный район" all alike: only the proper name tells."""
    with databases.opened(sqlite_url) as db:
        insert(db, "territory", name=known, short_name=known, level="municipality")
    run(karta, tmp_path, act(), "--accept")
    with databases.opened(sqlite_url) as db:
        places = "SELECT t.name FROM plan p JOIN territory t ON t.id = p.territory_id"
        assert (known,) not in rows(db, places)


def test_accepting_takes_the_district_that_is_called_otherwise_now(
    karta: Karta, tmp_path: Path, sqlite_url: str
) -> None:
    with databases.opened(sqlite_url) as db:
        name = "Сосновский муниципальный округ"
        insert(db, "territory", name=name, short_name=name, level="municipality")
    assert run(karta, tmp_path, act()).exit_code == 1
    assert name in run(karta, tmp_path, act(), "--accept").stdout


def test_a_trial_writes_nothing(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    result = run(karta, tmp_path, act(), "--accept", "--dry-run")
    assert result.exit_code == 0
    assert "Сохранён новый план" in result.stdout
    assert "пробный" in result.stdout
    assert counted(sqlite_url, "plan") == counted(sqlite_url, "territory") == 0


@pytest.mark.parametrize(
    "options", [("--territory", "Новый район", "--new-territory"), ("--amend-anyway",)]
)
def test_a_trial_with_options_of_saving_shows_what_would_be_saved(
    karta: Karta, tmp_path: Path, sqlite_url: str, options: tuple[str, ...]
) -> None:
    result = run(karta, tmp_path, act(), *options, "--dry-run")
    assert result.exit_code == 0, result.stderr
    assert "Сохранён новый план" in result.stdout
    assert counted(sqlite_url, "plan") == counted(sqlite_url, "territory") == 0


def test_for_programs(karta: Karta, tmp_path: Path) -> None:
    saved = json.loads(run(karta, tmp_path, act(), "--json").stdout)["saved"]
    assert (saved["fate"], saved["plan"]) == ("created", "sosnovskij-2023-2024")
    assert saved["counts"]["measures"] == 3


def test_refusals_and_usage(karta: Karta, tmp_path: Path) -> None:
    letter = run(karta, tmp_path, "Письмо № 1\nО практиках".encode(), name="letter.txt")
    assert letter.exit_code == 1
    assert "letter.txt: Документ – письмо" in letter.stderr
    unknown = run(karta, tmp_path, act(), "--plan", "нет такого")
    assert unknown.exit_code == 1
    assert run(karta, tmp_path, act(), "--plan", "x", "--new").exit_code == 2


def test_without_tables_it_says_so(
    karta: Karta, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KARTA_DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    result = run(karta, tmp_path, act())
    assert result.exit_code == 1
    assert "karta db upgrade" in result.stderr


def test_what_was_saved_can_be_exported(karta: Karta, tmp_path: Path) -> None:
    run(karta, tmp_path, act())
    result = karta("export", "measures", "--format", "json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == 3


OTHERS = {"Комитет по образованию администрации района\tОбучено": "Отдел кадров района\tОбучено"}


def executors_on(karta: Karta, day: str) -> str:
    result = karta("export", "measures", "--format", "json", "--as-of", day)
    measure = next(one for one in json.loads(result.stdout) if one["number"] == "2.1")
    return str(measure["executors"])


def test_each_date_names_its_executors(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    run(karta, tmp_path, act())
    dated = {"14 февраля 2023": "14 июня 2024", "14.02.2023": "14.06.2024"}
    later = act(**OTHERS, **{"118-п": "77-п"}, **dated)
    assert run(karta, tmp_path, later, "--plan", "sosnovskij-2023-2024", "--accept").exit_code == 0
    with databases.opened(sqlite_url) as db:
        began = str(rows(db, "SELECT began_on FROM assignment WHERE began_on IS NOT NULL")[0][0])
    assert "Комитет" in executors_on(karta, "2024-05-01")
    assert "кадров" not in executors_on(karta, "2024-05-01")
    assert "кадров" in executors_on(karta, began)
    assert "Комитет" not in executors_on(karta, began)


def test_a_released_executor_gets_no_form(karta: Karta, tmp_path: Path) -> None:
    run(karta, tmp_path, act())
    run(karta, tmp_path, act(**OTHERS), "--accept")
    plan = ("template", "reports", "--plan", "sosnovskij-2023-2024")
    target = tmp_path / "form.csv"
    name = "Комитет по образованию администрации района"
    assert karta(*plan, "--executor", name, "-o", str(target)).exit_code == 1
    assert karta(*plan, "--executor", "Отдел кадров района", "-o", str(target)).exit_code == 0
    assert "2.1" in target.read_text(encoding="utf-8-sig")


def test_of_namesakes_none_is_taken_silently(karta: Karta, tmp_path: Path, sqlite_url: str) -> None:
    with databases.opened(sqlite_url) as db:
        for name in ("Кировская область", "Саратовская область"):
            region = insert(db, "territory", name=name, short_name=name, level="region")
            values: dict[str, Any] = {
                "name": "Советский район",
                "short_name": "Советский",
                "parent_id": region,
            }
            insert(db, "territory", level="municipality", **values)
    refused = run(karta, tmp_path, act(), "--territory", "Советский район", "--accept")
    assert refused.exit_code == 1
    assert "несколько" in refused.stderr
    taken = run(karta, tmp_path, act(), "--territory", "Советский район Кировской области")
    assert taken.exit_code == 0
    with databases.opened(sqlite_url) as db:
        assert rows(
            db,
            "SELECT r.name FROM plan p JOIN territory t ON t.id = p.territory_id"
            " JOIN territory r ON r.id = t.parent_id",
        ) == [("Кировская область",)]
