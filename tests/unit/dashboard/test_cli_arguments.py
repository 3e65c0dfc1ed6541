"""Wrong arguments end alike in every command, and one thing is called alike in every help."""

from collections import defaultdict

import click
import pytest

from tests.support.commands import commands
from tests.unit.dashboard.karta import Karta

AS_OF = (
    ("export", "measures", "--as-of"),
    ("export", "measures", "--since"),
    ("template", "reports", "--plan", "p", "-o", "a.xlsx", "--as-of"),
)


@pytest.fixture
def karta(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Karta:
    monkeypatch.setenv("KARTA_DATABASE_URL", sqlite_url)
    return Karta(monkeypatch)


@pytest.mark.parametrize("words", AS_OF)
@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("1980-01-01", "год должен быть от 1990 до 2100"),
        ("2101-01-01", "год должен быть от 1990 до 2100"),
        ("2025-02-30", "ожидается дата вида 2025-12-31"),
        ("01.02.2025", "ожидается дата вида 2025-12-31"),
    ],
)
def test_a_wrong_day_is_wrong_usage(
    karta: Karta, words: tuple[str, ...], day: str, reason: str
) -> None:
    result = karta(*words, day)
    assert result.exit_code == 2
    assert f"Неверное значение '{words[-1]}': {reason}" in result.stderr


@pytest.mark.parametrize("words", [("--status", "strange"), ("--lang", "de"), ("--q", "а" * 201)])
def test_a_wrong_filter_is_wrong_usage(karta: Karta, words: tuple[str, ...]) -> None:
    result = karta("export", "measures", *words)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_range_is_told_in_words(karta: Karta) -> None:
    result = karta("refresh", "--every", "0")
    assert result.exit_code == 2
    assert "нужно от 1 до 3600" in result.stderr
    shown = karta("refresh", "--help").stdout
    assert "от 1 до 3600" in shown
    assert "<=x<=" not in shown + result.stderr


def test_one_option_has_one_word_for_its_value() -> None:
    """`--executor NAME=WHO` of the plan's import is another thing: it decides."""
    words: dict[str, set[str]] = defaultdict(set)
    for _words, command in commands():
        context = click.Context(command)
        for one in command.params:
            if isinstance(one, click.Option) and not one.is_flag and one.name != "executors":
                words[one.opts[-1]].add(one.make_metavar(context))
    assert {name: found for name, found in words.items() if len(found) > 1} == {}


@pytest.mark.parametrize("start", ["1800", "1800-01-01", "2300"])
def test_a_wrong_year_of_a_term_is_told_with_those_allowed(karta: Karta, start: str) -> None:
    result = karta("deadline", "июнь", "--start", start)
    assert result.exit_code == 2
    assert f"год от 1900 до 2199 или дата вида 2024-12-31, а не «{start}»" in result.stderr


def test_a_title_of_a_section_needs_its_plan(karta: Karta) -> None:
    result = karta("export", "measures", "--section", "организация")
    assert result.exit_code == 2
    assert "только вместе с --plan" in result.stderr
    assert karta("export", "measures", "--section", "999").exit_code == 1
