"""Wrong usage is told in the language of the settings, click's own words included."""

import re

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from layouts.texts import use_locale

LATIN = re.compile(r"(?<![-\w.{/'])[A-Za-z]{4,}(?![\w.}'])")
WRONG = (
    ("deadline",),
    ("deadline", "июнь", "--start", "abc"),
    ("deadline", "--batch", "/nothing/here.tsv"),
    ("import", "plan", "/nothing/here.txt"),
    ("template", "reports", "--plan", "x"),
    ("template", "reports", "--plan", "x", "-o", "a.txt"),
    ("import", "plan", "--strange"),
    ("strange",),
)


@pytest.mark.parametrize("args", WRONG, ids=" ".join)
def test_wrong_usage_speaks_russian(args: tuple[str, ...]) -> None:
    with use_locale("ru"):
        result = CliRunner().invoke(main, args, env={"KARTA_LOCALE": "ru"})
    assert result.exit_code == 2
    said = result.output.strip().splitlines()[-1]
    assert said.startswith("Ошибка: ")
    assert not LATIN.findall(said), said


def test_wrong_usage_speaks_english_where_that_is_set() -> None:
    with use_locale("en"):
        result = CliRunner().invoke(main, ["strange"], env={"KARTA_LOCALE": "en"})
    assert "Error: No such command 'strange'." in result.output
    assert "Usage:" in result.output
