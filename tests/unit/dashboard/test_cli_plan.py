"""`karta import plan`: the reading as JSON and for people, refusals, usage."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dashboard.cli import main
from tests.unit.importers import plan_documents as documents


def run(tmp_path: Path, name: str, data: bytes, *options: str) -> Result:
    path = tmp_path / name
    path.write_bytes(data)
    return CliRunner().invoke(main, ["import", "plan", str(path), *options])


def test_json(tmp_path: Path) -> None:
    result = run(tmp_path, "act.docx", documents.as_docx(), "--dry-run", "--json")
    assert result.exit_code == 0
    reading = json.loads(result.stdout)
    assert [one["number"] for one in reading["measures"]] == ["1.1", "1.2", "2.1"]
    assert reading["measures"][1]["schedule"]["due_dates"] == ["2023-09-30"]
    assert reading["indicators"][0]["targets"] == {"2023": 4, "2024": 2.5}
    keys = {"measure", "field", "code", "severity", "message", "read", "proposal"}
    assert all(keys <= set(finding) for finding in reading["findings"])


def test_for_people(tmp_path: Path) -> None:
    result = run(tmp_path, "act.txt", documents.as_tabs(), "--dry-run", "--territory", "Район")
    assert result.exit_code == 0
    assert "Территория: Район" in result.stdout
    assert "1.2  Подготовка памяток для родителей" in result.stdout
    assert "30.09.2023" in result.stdout


def test_a_refusal_names_its_reason(tmp_path: Path) -> None:
    result = run(tmp_path, "letter.txt", "Письмо № 1\nО практиках".encode(), "--dry-run")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "letter.txt: Документ – письмо" in result.stderr
