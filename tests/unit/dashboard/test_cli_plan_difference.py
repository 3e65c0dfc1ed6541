"""`karta import plan --dry-run` of an amending act: values with both sides, what stays and why."""

import json
from pathlib import Path

import pytest

from tests.database.world import insert, rows
from tests.support import databases
from tests.support.drafts import act
from tests.unit.dashboard.karta import Karta
from tests.unit.dashboard.test_cli_plan_saving import AMENDING, run

PLAN = ("--plan", "sosnovskij-2023-2024", "--dry-run")
YEARLY = {"на учёте\tежеквартально": "на учёте\tдо 1 октября 2024 года"}


@pytest.fixture
def karta(monkeypatch: pytest.MonkeyPatch, sqlite_url: str, tmp_path: Path) -> Karta:
    monkeypatch.setenv("KARTA_DATABASE_URL", sqlite_url)
    karta = Karta(monkeypatch)
    assert run(karta, tmp_path, act()).exit_code == 0
    with databases.opened(sqlite_url) as db:
        [(indicator,)] = rows(db, "SELECT id FROM indicator")
        insert(
            db,
            "indicator_value",
            indicator_id=int(str(indicator)),
            year=2024,
            kind="target",
            value=3,
            submitted_on="2023-12-01",
        )
    return karta


def test_values_are_told_with_what_they_replace(karta: Karta, tmp_path: Path) -> None:
    changed = act(**AMENDING, **{"\t2,5": "\t2", "случаев": "человек"})
    said = run(karta, tmp_path, changed, *PLAN).stdout
    assert "Показатель Снижение числа отказов от новорожденных – изменено:" in said
    assert "  единица измерения: случаев → человек" in said
    assert "целевое значение 2024: 3 → 2 (заменяет значение, внесённое после" in said
    [one] = json.loads(run(karta, tmp_path, changed, *PLAN, "--json").stdout)["saved"]["indicators"]
    assert one["fields"] == {"unit": {"old": "случаев", "new": "человек"}}
    assert one["values"] == [{"year": 2024, "kind": "target", "old": 3.0, "new": 2.0}]


def test_what_stays_is_told(karta: Karta, tmp_path: Path) -> None:
    same = act(**AMENDING, **YEARLY)
    said = run(karta, tmp_path, same, *PLAN).stdout
    assert "целевое значение 2024: остаётся 3 – внесено позже; акт повторяет прежнее 2,5" in said
    assert "п. 1.1" in said
    for day in ("31.03.2023", "30.06.2023"):
        assert f"Срок {day} акт больше не называет" in said
    assert "Срок 31.12.2023 акт больше не называет" not in said, "not due before the act"
    [one] = json.loads(run(karta, tmp_path, same, *PLAN, "--json").stdout)["saved"]["indicators"]
    assert one["kept"] == [{"year": 2024, "kind": "target", "value": 3.0, "in_act": 2.5}]


def moved() -> bytes:
    """Return an act in which 1.2 stands as 2.2 with another title."""
    text = act(**AMENDING).decode()
    lines = [line for line in text.splitlines() if not line.startswith("1.2\t")]
    at = next(number for number, line in enumerate(lines) if line.startswith("2.1\t"))
    lines.insert(at + 1, "2.2\tИздание справочника\tIII квартал 2023 года\tООП\tИздан\t")
    return "\n".join(lines).encode()


def test_another_number_and_title_can_be_the_same_measure(karta: Karta, tmp_path: Path) -> None:
    said = run(karta, tmp_path, moved(), *PLAN).stdout
    assert "Снято с контроля 1 мероприятие:\n  1.2 Подготовка" in said
    same = run(karta, tmp_path, moved(), *PLAN, "--same", "2.2=1.2").stdout
    assert "Снято с контроля" not in same
    assert "мероприятий изменено: 1" in same
    for pair in ("2.2=2.1", "2.1=1.2", "9.9=1.2", "2.2="):
        refused = run(karta, tmp_path, moved(), *PLAN, "--same", pair)
        assert refused.exit_code == 1
        assert "это не может быть одно и то же" in refused.stderr
