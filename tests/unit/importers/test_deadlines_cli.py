"""`karta deadline`: output, exit codes, files of phrases."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main
from data_access.importers.deadlines.questions import CODES
from layouts.deadline_texts import QUESTIONS, question_text
from layouts.texts import use_locale

ROOT = Path(__file__).parents[3]
KEYS = ["kind", "due_dates", "labels", "question"]


def karta(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["deadline", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def one(*arguments: str) -> dict[str, Any]:
    result = karta(*arguments, "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert list(found) == KEYS
    return dict(found)


def test_a_phrase() -> None:
    assert one("III квартал", "--start", "2023", "--end", "2024") == {
        "kind": "yearly_quarter",
        "due_dates": ["2023-09-30", "2024-09-30"],
        "labels": ["", ""],
        "question": "Год не указан: срок действует в каждом году плана?",
    }


def test_no_question_is_null_and_labels_stand_by_their_dates() -> None:
    found = one("май 2024 (план), июнь 2024 (итог)", "--start", "2024-02-01", "--end", "2024-12-31")
    assert (found["question"], found["labels"]) == (None, ["план", "итог"])


def test_a_phrase_may_begin_with_a_dash() -> None:
    assert one("- март", "--start", "2024")["kind"] == "month"
    assert one("-", "--start", "2024")["kind"] == "unknown"
    assert one("", "--start", "2024")["kind"] == "unknown"


def test_without_json_it_reads_plainly() -> None:
    assert karta("до 1 марта", "--start", "2024").stdout.splitlines() == ["by_date", "  01.03.2024"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("март",),
        ("март", "--start", "24"),
        ("март", "--start", "2024-02-30"),
        ("март", "--start", "2024", "--end", "2023"),
        ("март", "--start", "0001"),
        ("--batch", "no-such-file.tsv"),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    assert karta(*arguments).exit_code == 2


def batch(folder: Path, text: str | bytes) -> Result:
    path = folder / "phrases.tsv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return karta("--batch", str(path))


def test_a_file_gives_a_line_for_each_phrase(tmp_path: Path) -> None:
    result = batch(
        tmp_path,
        "\ufeffphrase\tstart\tend\r\n"
        "IV квартал\\nежегодно\t2022\t2023\r\n"
        "\t2020\t2021\r\n"
        '"март" 2020\t2020-01-01\t2021-12-31\r\n',
    )
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["kind"] for line in found] == ["yearly_quarter", "unknown", "month"]
    assert [line["phrase"] for line in found] == ["IV квартал\nежегодно", "", '"март" 2020']
    assert found[0]["due_dates"] == ["2022-12-31", "2023-12-31"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("phrase\tstart\nмарт\t2020\n", "end"),
        ("phrase\tstart\tend\nмарт\t2020\n", "Строка 2"),
        ("phrase\tstart\tend\nмарт\t2020\t2021\nмай\tскоро\t2021\n", "Строка 3"),
        ("phrase\tstart\tend\nмарт\t2022\t2021\n", "раньше"),
        ("март".encode("cp1251"), "UTF-8"),
        ("", "phrase"),
    ],
)
def test_a_wrong_file_is_refused_whole(tmp_path: Path, text: str | bytes, reason: str) -> None:
    result = batch(tmp_path, text)
    assert (result.exit_code, result.stdout) == (1, "")
    assert reason in result.stderr


def test_every_question_has_words_in_both_languages() -> None:
    assert QUESTIONS.keys() == CODES.keys()
    for code in CODES:
        for locale in ("ru", "en"):
            with use_locale(locale):
                assert question_text(code).endswith(("?", "."))


def test_every_listed_question_is_asked_somewhere() -> None:
    used = set()
    for path in (ROOT / "data_access/importers/deadlines").glob("*.py"):
        if path.name != "questions.py":
            tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            used |= {node.value for node in tree if isinstance(node, ast.Constant)}
    assert CODES.keys() <= used


def test_every_question_is_documented() -> None:
    text = (ROOT / "docs/deadlines.md").read_text(encoding="utf-8")
    for code, when in CODES.items():
        assert f"| `{code}` | {when} |" in text
