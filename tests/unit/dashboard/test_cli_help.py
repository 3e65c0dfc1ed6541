"""`--help` of every command speaks the language of the settings, the framework's words too."""

import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from dashboard.cli import main, spoken
from dashboard.settings import table
from layouts.links import EXPORT_TABLES
from layouts.texts import _, use_locale
from tests.support.commands import Words, commands

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
#: Words of the framework, in its own language.
FRAMEWORK = re.compile(
    r"\b(?:Usage|Options|Commands|OPTIONS|COMMAND|ARGS|TEXT|FILE|NUMBER|OLD|Show this|default"
    r"|required)\b"
)
EVERY = [pytest.param(words, id=" ".join(words) or "karta") for words, _one in commands()]


def shown(words: Words, locale: str) -> str:
    with use_locale(locale):
        result = CliRunner().invoke(main, [*words, "--help"], env={"KARTA_LOCALE": locale})
    assert result.exit_code == 0, result.output
    return result.output


def helps(command: click.Command) -> Iterator[tuple[str, str]]:
    """Yield what each text explains and the text; an option that nothing explains has none."""
    yield from (("itself", one) for one in spoken.paragraphs(command.help) or [""])
    for one in command.params:
        if isinstance(one, click.Option):
            yield str(one.name), one.help or ""


@pytest.mark.parametrize("words", EVERY)
def test_help_is_russian(words: Words) -> None:
    said = shown(words, "ru")
    assert said.startswith("Использование: ")
    assert "Показать эту справку." in said
    assert FRAMEWORK.findall(said) == []


@pytest.mark.parametrize("words", EVERY)
def test_help_is_english_where_that_is_set(words: Words) -> None:
    said = shown(words, "en")
    assert said.startswith("Usage: ")
    assert "Show this message and exit." in said
    assert not CYRILLIC.search(said)


@pytest.mark.parametrize("words", EVERY)
def test_every_text_of_a_help_has_its_russian(words: Words) -> None:
    with use_locale("ru"):
        found = [(what, _(text)) for what, text in helps(dict(commands())[words])]
    assert [what for what, text in found if not CYRILLIC.search(text)] == []


def test_a_command_without_russian_would_be_found() -> None:
    stray = click.Command("stray", help="Not in the catalogues.", params=[click.Option(["--odd"])])
    assert [what for what, text in helps(stray) if not CYRILLIC.search(_(text))] == [
        "itself",
        "odd",
    ]


def test_the_list_of_commands_is_russian() -> None:
    listed = shown((), "ru").partition("Команды:")[2].strip().splitlines()
    assert len(listed) == len(main.commands)
    assert all(CYRILLIC.search(line) for line in listed)


def test_brackets_behind_an_option_are_russian() -> None:
    assert "[обязательно]" in shown(("template", "reports"), "ru")
    assert "karta_web]" in shown(("db", "roles"), "ru")
    assert "по умолчанию: karta_web" in " ".join(shown(("db", "roles"), "ru").split())


def test_the_help_of_exports_names_all_tables() -> None:
    said = shown(("export",), "ru")
    assert [name for name in EXPORT_TABLES if not re.search(rf"\b{name}\b", said)] == []


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_the_table_of_settings_speaks_the_language(locale: str) -> None:
    with use_locale(locale):
        output = CliRunner().invoke(main, ["settings"], env={"KARTA_LOCALE": locale}).output
        assert all(_(row.help) in output for row in table())
    is_russian = locale == "ru"
    helps_of = [line for line in output.splitlines() if line.startswith("    ")]
    assert all(bool(CYRILLIC.search(line)) is is_russian for line in helps_of if "=" not in line)
    assert ("по умолчанию" in output, "default" in output) == (is_russian, not is_russian)


@pytest.mark.parametrize("locale", ["ru", "en", "de"])
def test_wrong_settings_are_told_in_the_language_that_is_set(locale: str) -> None:
    env = {"KARTA_LOCALE": locale, "KARTA_PORT": "many"}
    with use_locale("ru"):
        result = CliRunner().invoke(main, ["settings"], env=env)
    said = next(line for line in result.stderr.splitlines() if line.startswith("KARTA_PORT"))
    assert result.exit_code == 1
    assert bool(CYRILLIC.search(said)) is (locale != "en")
