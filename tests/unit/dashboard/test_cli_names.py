"""Plans, territories, executors, periods and sections by name: the likest where there is none."""

import re
from pathlib import Path

import pytest

from data_access.db import Database
from tests.database.world import World
from tests.unit.dashboard.karta import Karta

PLAN = "alexandrovsk-2020-2021"


@pytest.fixture
def karta(sample_url: str, monkeypatch: pytest.MonkeyPatch) -> Karta:
    monkeypatch.setenv("KARTA_DATABASE_URL", sample_url)
    return Karta(monkeypatch)


UNKNOWN = [
    (("template", "reports", "--plan", "omsk-2042", "-o", "{}"), "omsk-2024", "list plans"),
    (("template", "indicators", "--plan", "alexandrovsk", "-o", "{}"), PLAN, "list plans"),
    (
        ("template", "reports", "--plan", PLAN, "--executor", "управление образовния", "-o", "{}"),
        "Управление образования администрации ЗАТО Александровск",
        f"list executors --plan {PLAN}",
    ),
    (
        ("template", "reports", "--plan", PLAN, "--period", "III кв. 2021", "-o", "{}"),
        "III квартал 2021",
        f"list periods --plan {PLAN}",
    ),
    (("export", "measures", "--plan", "tokarevka", "-o", "{}"), "tokaryovka-2025", "list plans"),
    (
        ("export", "measures", "--territory", "Токаревский район", "-o", "{}"),
        "Токарёвский муниципальный округ",
        "list territories",
    ),
    (
        ("export", "measures", "--executor", "департамент образовния", "-o", "{}"),
        "Департамент образования Администрации города Омска",
        "list executors",
    ),
    (
        ("export", "measures", "--plan", "omsk-2024", "--section", "организация", "-o", "{}"),
        "1. Организационные мероприятия",
        "list sections --plan omsk-2024",
    ),
    (
        ("user", "add", "office", "--territory", "Омкс", "--password-stdin"),
        "город Омск",
        "list territories",
    ),
]


@pytest.mark.parametrize(("arguments", "likest", "all_of"), UNKNOWN)
def test_an_unknown_name_names_the_likest_and_where_all_are(
    karta: Karta, tmp_path: Path, arguments: tuple[str, ...], likest: str, all_of: str
) -> None:
    target = tmp_path / "a.csv"
    result = karta(*(one.format(target) for one in arguments), words="long enough\n")
    assert result.exit_code == 1
    first, perhaps, *alike, last = result.stderr.splitlines()
    assert re.search(r"\bнет\b", first.casefold())
    assert perhaps == "Возможно, имеется в виду:"
    assert 1 <= len(alike) <= 5
    assert any(likest in line for line in alike)
    assert last == f"Показать все: karta {all_of}"
    assert not target.exists()
    assert karta(*all_of.split()).exit_code == 0


def test_a_file_of_reports_for_an_unknown_plan(karta: Karta, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("№;Срок;Исполнитель;Отметка\n", encoding="utf-8")
    result = karta("import", "reports", str(path), "--plan", "omsk")
    assert result.exit_code == 1
    assert "omsk-2024" in result.stderr


def test_a_name_that_fits_several_is_not_guessed(
    sqlite_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    World(sqlite_db)
    monkeypatch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    result = Karta(monkeypatch)("export", "measures", "--plan", "план")
    assert result.exit_code == 1
    assert result.stdout == ""
    first, *several = result.stderr.splitlines()
    assert first == "«план» подходит к нескольким, укажите код или номер одного:"
    assert [line.split()[0] for line in several] == ["plan-1", "plan-2"]


def exported(karta: Karta, *filters: str) -> str:
    result = karta("export", "measures", *filters)
    assert result.exit_code == 0, result.stderr
    return result.stdout


NAMES = [
    ("--territory", "город Омск"),
    ("--territory", "ОМСК"),
    ("--territory", "город Омск, Омская область"),
    ("--executor", "департамент образования администрации города омска"),
    ("--section", "управление реализацией мероприятий"),
]


@pytest.mark.parametrize(("option", "name"), NAMES)
def test_an_export_takes_a_name_for_the_id(karta: Karta, option: str, name: str) -> None:
    kind = {"--territory": "territories", "--executor": "executors", "--section": "sections"}
    within = () if option == "--territory" else ("--plan", "omsk-2024")
    listed = karta("list", kind[option], *within).stdout.splitlines()
    word = name.split()[0].casefold()
    (key,) = [one.split("\t")[0] for one in listed if one.casefold().partition(word)[1]][:1]
    by_name = exported(karta, "--plan", "omsk-2024", option, name)
    assert by_name.count("\n") > 1
    assert by_name == exported(karta, "--plan", "omsk-2024", option, key)


@pytest.mark.parametrize("kind", ["plans", "territories", "executors"])
def test_what_is_listed_is_taken(karta: Karta, kind: str) -> None:
    lines = karta("list", kind).stdout.splitlines()
    assert lines
    option = {"plans": "--plan", "territories": "--territory", "executors": "--executor"}[kind]
    for key in (lines[0].partition("\t")[0], lines[-1].partition("\t")[0]):
        assert karta("export", "measures", "--format", "json", option, key).exit_code == 0


@pytest.mark.parametrize("kind", ["periods", "sections"])
def test_what_belongs_to_a_plan_is_listed_for_one(karta: Karta, kind: str) -> None:
    refused = karta("list", kind)
    assert refused.exit_code == 2
    assert "укажите план" in refused.stderr
    assert karta("list", kind, "--plan", PLAN).stdout.count("\n") > 3
