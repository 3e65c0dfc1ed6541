"""The command line: exit codes, what is printed, what is refused."""

import json
import stat
from pathlib import Path

import pytest

from dashboard import server
from dashboard.cli import COMMANDS
from dashboard.cli.demo import _kept_key
from dashboard.settings import Settings, table
from data_access.db import Database
from data_access.queries.accounts import active_demo, by_username
from layouts.texts import _
from tests.unit.dashboard.karta import Karta

WORD = "long enough\n"


@pytest.fixture
def karta(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Karta:
    monkeypatch.setenv("KARTA_DATABASE_URL", sqlite_url)
    return Karta(monkeypatch)


def test_every_command_explains_itself(karta: Karta) -> None:
    for command in COMMANDS:
        result = karta(str(command.name), "--help")
        assert result.exit_code == 0
        assert len(result.output.splitlines()) > 3


def test_wrong_usage_is_2(karta: Karta) -> None:
    assert karta("export", "nothing").exit_code == 2
    assert karta("no-such-command").exit_code == 2


def test_wrong_settings_are_1_with_a_hint(karta: Karta) -> None:
    karta.patch.setenv("KARTA_PORT", "many")
    result = karta("settings")
    assert result.exit_code == 1
    assert "KARTA_PORT" in result.stderr


def test_settings_prints_the_whole_table_and_no_secret(karta: Karta) -> None:
    karta.patch.setenv("KARTA_SECRET_KEY", "never-shown-" * 4)
    output = karta("settings").output
    assert all(row.name in output and _(row.help) in output for row in table())
    assert "never-shown" not in output
    assert "(задано)" in output


def test_an_account_is_added_changed_listed_and_closed(karta: Karta, sqlite_url: str) -> None:
    added = karta(
        *("user", "add", "office", "--title", "Отдел", "--role", "coordinator"),
        *("--all-territories", "--password-stdin"),
        words=WORD,
    )
    assert added.exit_code == 0
    assert "office\tcoordinator\tвсе территории\tОтдел" in karta("user", "list").output
    assert karta("user", "password", "office", "--password-stdin", words=WORD).exit_code == 0
    assert karta("user", "disable", "office").exit_code == 0
    assert "отключена" in karta("user", "list").output
    db = Database(sqlite_url)
    assert by_username(db, "office") is None
    db.dispose()


@pytest.mark.parametrize(
    ("arguments", "words", "reason"),
    [
        (("user", "add", "Bad Name", "--password-stdin"), WORD, "bad name"),
        (("user", "add", "office", "--password-stdin"), "short\n", "меньше 8"),
        (
            ("user", "add", "office", "--territory", "Atlantis", "--password-stdin"),
            WORD,
            "Atlantis",
        ),
        (("user", "password", "nobody", "--password-stdin"), WORD, "nobody"),
        (("user", "disable", "nobody"), "", "nobody"),
    ],
)
def test_a_refused_change_is_1_with_the_reason(
    karta: Karta, arguments: tuple[str, ...], words: str, reason: str
) -> None:
    result = karta(*arguments, words=words)
    assert result.exit_code == 1
    assert reason in result.stderr
    assert karta("user", "list").output == ""


def test_serving_needs_a_key(karta: Karta) -> None:
    result = karta("serve")
    assert result.exit_code == 1
    assert "KARTA_SECRET_KEY" in result.stderr
    assert not karta.served


def test_demonstration_accounts_keep_the_server_on_this_machine(
    karta: Karta, sample_url: str
) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sample_url)
    karta.patch.setenv("KARTA_SECRET_KEY", "x" * 40)
    karta.patch.setenv("KARTA_HOST", "0.0.0.0")
    assert karta("serve").exit_code == 1
    assert karta("demo").exit_code == 1
    assert not karta.served
    for name in ("deputy", "kdn", "region", "coordinator", "admin"):
        karta("user", "disable", name)
    assert karta("serve").exit_code == 0
    assert [one.host for one in karta.served] == ["0.0.0.0"]


@pytest.mark.parametrize("setting", ["KARTA_TRUSTED_PROXIES", "KARTA_SECURE_COOKIES"])
def test_a_proxy_in_front_bars_demonstration_accounts_too(
    karta: Karta, sample_url: str, setting: str
) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sample_url)
    karta.patch.setenv("KARTA_SECRET_KEY", "x" * 40)
    karta.patch.setenv(setting, "1")
    for command in ("serve", "demo"):
        result = karta(command)
        assert result.exit_code == 1
        assert f"{setting}=0" in result.stderr
    assert not karta.served


def test_the_demonstration_prepares_itself_once(karta: Karta, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'demo.db'}"
    karta.patch.setenv("KARTA_DATABASE_URL", url)
    first = karta("demo")
    assert first.exit_code == 0, first.output
    for name in ("deputy", "kdn", "region", "coordinator", "admin"):
        assert name in first.output
    assert "karta-demo" in first.output
    karta("user", "disable", "admin")
    assert karta("demo").exit_code == 0
    assert karta.served[0] == karta.served[1]
    db = Database(url)
    assert active_demo(db) == ("deputy", "kdn", "region", "coordinator")
    db.dispose()


def test_the_key_of_the_demonstration_is_kept_for_its_owner(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'demo.db'}")
    key = _kept_key(settings)
    assert len(key) >= 32
    assert _kept_key(settings) == key
    assert stat.S_IMODE((tmp_path / "demo.key").stat().st_mode) == 0o600


def test_export_writes_what_the_page_would(karta: Karta, sample_url: str, tmp_path: Path) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sample_url)
    target = tmp_path / "measures.json"
    arguments = ("--format", "json", "--plan", "omsk-2024", "--as-of", "2024-06-30")
    assert karta("export", "measures", *arguments, "-o", str(target)).exit_code == 0
    rows = json.loads(target.read_text(encoding="utf-8"))
    assert len(rows if isinstance(rows, list) else rows["measures"]) == 18


def test_export_refuses_a_wrong_filter_and_writes_nothing(
    karta: Karta, sample_url: str, tmp_path: Path
) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sample_url)
    target = tmp_path / "measures.csv"
    result = karta("export", "measures", "--status", "late", "-o", str(target))
    assert result.exit_code == 2
    assert "late" in result.stderr
    assert not target.exists()


def test_rebuild_and_refresh_say_how_many(karta: Karta, sample_url: str) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sample_url)
    assert "98" in karta("rebuild").output
    assert "0" in karta("refresh").output


def test_gunicorn_serves_with_threads_and_without_a_control_socket() -> None:
    chosen = server.options(Settings(port=9000, workers=3, threads=5))
    assert chosen["worker_class"] == "gthread"
    assert chosen["control_socket_disable"] is True
    assert chosen["bind"] == ["127.0.0.1:9000"]
    assert (chosen["workers"], chosen["threads"]) == (3, 5)
    assert server.options(Settings(host="::1"))["bind"] == ["[::1]:8050"]
