"""The settings table: defaults, reading, hints for wrong values."""

import pytest

from dashboard.environment import from_environment
from dashboard.settings import Settings, SettingsError, table
from data_access.db import Database


def test_defaults_are_those_of_the_table() -> None:
    assert from_environment({}) == Settings()


def test_every_row_has_a_name_a_help_and_a_valid_default() -> None:
    for row in table():
        assert row.name.startswith("KARTA_")
        assert row.help.endswith(".")
        assert row.check is None or row.check(row.default) is None


def test_values_are_read_by_their_types() -> None:
    read = from_environment(
        {"KARTA_PORT": "9000", "KARTA_SECURE_COOKIES": "1", "KARTA_LOCALE": "en", "OTHER": "x"}
    )
    assert (read.port, read.secure_cookies, read.locale) == (9000, True, "en")


def test_an_empty_value_means_the_default() -> None:
    assert from_environment({"KARTA_PORT": ""}).port == Settings().port


def test_defaults_of_a_command_give_way_to_the_environment() -> None:
    chosen = from_environment({"KARTA_DATABASE_URL": "sqlite:///a.db"}, database_url="sqlite:///b")
    assert chosen.database_url == "sqlite:///a.db"
    assert from_environment({}, database_url="sqlite:///b").database_url == "sqlite:///b"


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("KARTA_PORT", "many", "целое число"),
        ("KARTA_PORT", "70000", "от 1 до 65535"),
        ("KARTA_SECURE_COOKIES", "maybe", "1 или 0"),
        ("KARTA_LOCALE", "de", "ru, en"),
        ("KARTA_TIMEZONE", "Mars/Olympus", "Europe/Moscow"),
        ("KARTA_TIMEZONE", "../etc/passwd", "Europe/Moscow"),
        ("KARTA_DATABASE_URL", "mysql://x/y", "postgresql://"),
        ("KARTA_DATABASE_URL", "nonsense", "postgresql://"),
        ("KARTA_DATABASE_URL", "postgresql+psycopg2://user@host/base", "postgresql://"),
        ("KARTA_DATABASE_URL", "sqlite+aiosqlite:///karta.db", "sqlite:///"),
        ("KARTA_READ_DATABASE_URL", "postgresql+asyncpg://host/base", "postgresql://"),
        ("KARTA_SECRET_KEY", "short", "openssl rand -hex 32"),
        ("KARTA_LOG_LEVEL", "LOUD", "DEBUG"),
        ("KARTA_PROT", "1", "возможно, это KARTA_PORT"),
    ],
)
def test_a_wrong_value_is_refused_with_a_hint(name: str, value: str, hint: str) -> None:
    with pytest.raises(SettingsError) as refused:
        from_environment({name: value})
    assert name in str(refused.value)
    assert hint in str(refused.value)


@pytest.mark.parametrize("driver", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_name_of_the_installed_driver_is_taken(driver: str) -> None:
    url = f"{driver}://user@host/base"
    assert from_environment({"KARTA_DATABASE_URL": url}).database_url == url
    Database(url).dispose()


def test_all_wrong_values_are_named_at_once() -> None:
    with pytest.raises(SettingsError) as refused:
        from_environment({"KARTA_PORT": "x", "KARTA_LOCALE": "y"})
    assert len(str(refused.value).splitlines()) == 2


def test_a_refusal_does_not_repeat_a_password() -> None:
    with pytest.raises(SettingsError) as refused:
        from_environment({"KARTA_DATABASE_URL": "mysql://user:tell-nobody@host/base"})
    assert "tell-nobody" not in str(refused.value)
