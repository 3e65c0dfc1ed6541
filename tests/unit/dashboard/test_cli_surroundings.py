"""Commands whose surroundings fail: exit code 1 and a hint, never a traceback."""

import time
from operator import length_hint
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from data_access.db import Database
from tests.database.world import World, run, waiting
from tests.unit.dashboard.karta import Karta

NO_SERVER = "postgresql://nobody:tell-nobody@127.0.0.1:1/none?connect_timeout=1"
NEEDING_TABLES = [
    ("user", "list"),
    ("user", "disable", "nobody"),
    ("rebuild",),
    ("refresh",),
    ("refresh", "--every", "1"),
    ("export", "measures"),
    ("serve",),
]
ALL = [*NEEDING_TABLES, ("db", "upgrade"), ("demo",)]


@pytest.fixture
def karta(monkeypatch: pytest.MonkeyPatch) -> Karta:
    monkeypatch.setenv("KARTA_SECRET_KEY", "x" * 40)
    return Karta(monkeypatch)


def assert_refused(karta: Karta, arguments: tuple[str, ...], hint: str) -> None:
    result = karta(*arguments)
    assert result.exit_code == 1
    assert hint in result.stderr
    assert "Traceback" not in result.output
    assert "tell-nobody" not in result.output
    assert not karta.served


@pytest.mark.parametrize("arguments", NEEDING_TABLES, ids=" ".join)
@pytest.mark.parametrize("exists", [False, True], ids=["no file", "an empty file"])
def test_without_tables(
    karta: Karta, tmp_path: Path, arguments: tuple[str, ...], exists: bool
) -> None:
    path = tmp_path / "new.db"
    if exists:
        path.touch()
    karta.patch.setenv("KARTA_DATABASE_URL", f"sqlite:///{path}")
    assert_refused(karta, arguments, "karta db upgrade")
    assert path.exists() == exists


@pytest.mark.parametrize("arguments", NEEDING_TABLES, ids=" ".join)
@pytest.mark.parametrize(
    ("mark", "hint"), [("0001", "karta db upgrade"), ("9999", "более новой версии")]
)
def test_tables_of_another_version(
    karta: Karta, sqlite_db: Database, arguments: tuple[str, ...], mark: str, hint: str
) -> None:
    run(sqlite_db, "UPDATE alembic_version SET version_num = :mark", mark=mark)
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    assert_refused(karta, arguments, hint)


@pytest.mark.parametrize("arguments", [("db", "upgrade"), ("demo",)], ids=" ".join)
def test_tables_of_a_later_version_are_not_upgraded(
    karta: Karta, sqlite_db: Database, arguments: tuple[str, ...]
) -> None:
    run(sqlite_db, "UPDATE alembic_version SET version_num = '9999'")
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    assert_refused(karta, arguments, "более новой версии")


@pytest.mark.parametrize("arguments", ALL, ids=" ".join)
def test_without_a_server(karta: Karta, arguments: tuple[str, ...]) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", NO_SERVER)
    assert_refused(karta, arguments, "База данных не отвечает")
    assert_refused(karta, arguments, "KARTA_DATABASE_URL")


@pytest.mark.parametrize("arguments", [("db", "upgrade"), ("demo",)], ids=" ".join)
def test_in_a_folder_that_is_not_there(
    karta: Karta, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", f"sqlite:///{tmp_path}/missing/karta.db")
    assert_refused(karta, arguments, "KARTA_DATABASE_URL")


@pytest.mark.parametrize("arguments", ALL, ids=" ".join)
def test_a_driver_that_is_not_installed(karta: Karta, arguments: tuple[str, ...]) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", "postgresql+psycopg2://user:tell-nobody@host/base")
    assert_refused(karta, arguments, "KARTA_DATABASE_URL")


def test_an_export_into_a_folder_that_is_not_there(
    karta: Karta, sample_url: str, tmp_path: Path
) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sample_url)
    assert_refused(karta, ("export", "measures", "-o", f"{tmp_path}/no/file.csv"), f"{tmp_path}/no")


@pytest.mark.postgres
def test_an_account_without_the_rights(karta: Karta, postgres_url: str) -> None:
    owner = Database(postgres_url)
    with owner.write() as session:
        session.execute(
            text(
                "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'looker')"
                " THEN CREATE ROLE looker LOGIN; END IF; END $$"
            )
        )
        session.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker"))
    owner.dispose()
    karta.patch.setenv("KARTA_DATABASE_URL", postgres_url.replace("postgres@", "looker@"))
    assert_refused(karta, ("rebuild",), "нет на это прав")


def test_refresh_goes_on_after_an_outage(karta: Karta, sqlite_db: Database) -> None:
    """Away for two rounds of five: told once, and once more when it is back."""
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    rounds = iter(range(5))
    refresh = Database.refresh

    def sleep(_seconds: int) -> None:
        if next(rounds, None) is None:
            raise KeyboardInterrupt

    def sometimes(self: Database, **options: bool) -> int:
        if (5 - length_hint(rounds)) in (2, 3):
            raise OperationalError("SELECT 1", {}, ConnectionRefusedError("refused"))
        return refresh(self, **options)

    karta.patch.setattr(time, "sleep", sleep)
    karta.patch.setattr(Database, "refresh", sometimes)
    result = karta("refresh", "--every", "1")
    assert result.stderr.count("База данных не отвечает: refused") == 1
    assert result.stderr.count("База данных снова отвечает") == 1
    assert next(rounds, None) is None, "all rounds were gone through"


def test_a_fault_of_the_program_ends_refresh(karta: Karta, sqlite_db: Database) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    karta.patch.setattr(time, "sleep", lambda _seconds: None)
    calls = iter([0])

    def broken(_self: Database, **_options: bool) -> int:
        for count in calls:
            return count
        raise ZeroDivisionError

    karta.patch.setattr(Database, "refresh", broken)
    with pytest.raises(AssertionError):  # Karta lets no traceback pass
        karta("refresh", "--every", "1")


@pytest.mark.parametrize(("setting", "left"), [("0", 2), ("1", 0)])
def test_commands_heed_the_setting_of_recomputation(
    karta: Karta, sqlite_db: Database, setting: str, left: int
) -> None:
    world = World(sqlite_db)
    world.db.refresh()
    run(world.db, "UPDATE measure SET title = 'Другое'")
    run(world.db, "UPDATE measure SET title = 'Третье'")
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    karta.patch.setenv("KARTA_RECOMPUTE", setting)
    assert karta("user", "list").exit_code == 0
    assert waiting(world.db) == left


def test_what_could_not_be_recomputed_is_told(karta: Karta, sqlite_db: Database) -> None:
    world = World(sqlite_db)
    world.db.refresh()
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)

    def broken(_facts: object) -> None:
        raise ValueError("a fault of the rules")

    karta.patch.setattr("data_access.commands.derived_rows.measure_spans", broken)
    result = karta("rebuild")
    assert (result.exit_code, "Пересчитано 0" in result.stdout) == (0, True)
    assert "1 мероприятие пересчитать не удалось" in result.stderr
