"""Files that commands write: where they cannot be, a Russian reason with the folder's name."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from data_access import exports
from tests.unit.dashboard.karta import Karta

PLAN = "alexandrovsk-2020-2021"
WRITING = [
    ("export", "measures", "-o"),
    ("export", "measures", "--format", "xlsx", "-o"),
    ("template", "reports", "--plan", PLAN, "-o"),
    ("template", "indicators", "--plan", PLAN, "-o"),
]
every = pytest.mark.parametrize("arguments", WRITING, ids=" ".join)


@pytest.fixture
def karta(sample_url: str, monkeypatch: pytest.MonkeyPatch) -> Karta:
    monkeypatch.setenv("KARTA_DATABASE_URL", sample_url)
    return Karta(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an empty folder."""
    made = tmp_path / "folder"
    made.mkdir()
    return made


@every
def test_the_file_stands_alone_in_its_folder(
    karta: Karta, folder: Path, arguments: tuple[str, ...]
) -> None:
    target = folder / "форма.xlsx"
    target.write_text("an older one")
    assert karta(*arguments, str(target)).exit_code == 0
    assert [one.name for one in folder.iterdir()] == ["форма.xlsx"]
    assert target.read_bytes() != b"an older one"


@every
def test_a_folder_that_is_not_there_is_named(
    karta: Karta, folder: Path, arguments: tuple[str, ...]
) -> None:
    gone = folder / "нет" / "такой"
    result = karta(*arguments, str(gone / "a.xlsx"))
    assert result.exit_code == 1
    assert result.stderr == f"Нет папки {gone}: создайте её или укажите другой файл.\n"
    assert list(folder.iterdir()) == []


@every
def test_a_file_is_no_folder(karta: Karta, folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "файл").touch()
    result = karta(*arguments, str(folder / "файл" / "a.xlsx"))
    assert result.exit_code == 1
    assert f"Нет папки {folder}/файл:" in result.stderr


@every
def test_a_folder_without_the_right_to_write_is_named(
    karta: Karta, folder: Path, arguments: tuple[str, ...]
) -> None:
    allowed = os.access

    def access(path: str, mode: int) -> bool:
        return Path(path) != folder and allowed(path, mode)

    karta.patch.setattr(os, "access", access)
    result = karta(*arguments, str(folder / "a.xlsx"))
    assert result.exit_code == 1
    assert result.stderr == f"Нет права на запись в папку {folder}: укажите другую.\n"
    assert list(folder.iterdir()) == []


@every
def test_a_target_that_is_a_folder_is_wrong_usage(
    karta: Karta, folder: Path, arguments: tuple[str, ...]
) -> None:
    target = folder / "a.xlsx"
    target.mkdir()
    result = karta(*arguments, str(target))
    assert result.exit_code == 2
    assert f"'{target}' – папка, а не файл." in result.stderr


def test_a_full_disk_is_told(karta: Karta) -> None:
    result = karta("export", "measures", "-o", "/dev/full")
    assert result.exit_code == 1
    assert result.stderr == "/dev/full – записать не удалось: не осталось места.\n"
    assert Path("/dev/full").is_char_device()


def test_a_disk_that_fills_up_leaves_the_older_file(karta: Karta, folder: Path) -> None:
    target = folder / "a.csv"
    target.write_text("an older one")
    karta.patch.setattr(exports, "write", lambda *_all: failing(OSError(28, "No space left")))
    result = karta("export", "measures", "-o", str(target))
    assert result.exit_code == 1
    assert result.stderr == f"{target} – записать не удалось: не осталось места.\n"
    assert target.read_text() == "an older one"
    assert list(folder.iterdir()) == [target]


def failing(error: Exception) -> Iterator[bytes]:
    yield b"half a file"
    raise error


def test_a_database_that_goes_away_leaves_the_older_file(karta: Karta, folder: Path) -> None:
    target = folder / "a.csv"
    target.write_text("an older one")
    gone = OperationalError("SELECT 1", {}, ConnectionRefusedError("refused"))
    karta.patch.setattr(exports, "write", lambda *_all: failing(gone))
    result = karta("export", "measures", "-o", str(target))
    assert result.exit_code == 1
    assert "База данных не отвечает" in result.stderr
    assert target.read_text() == "an older one"
    assert list(folder.iterdir()) == [target]


def test_a_link_stays_a_link_and_rights_stay(karta: Karta, folder: Path) -> None:
    target, link = folder / "a.csv", folder / "link.csv"
    target.touch()
    target.chmod(0o640)
    link.symlink_to(target)
    assert karta("export", "measures", "-o", str(link)).exit_code == 0
    assert link.is_symlink()
    assert target.stat().st_size > 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_device_is_written_to_and_not_replaced(karta: Karta) -> None:
    assert karta("export", "measures", "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_nothing_is_read_before_the_folder_is_known(karta: Karta, folder: Path) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", f"sqlite:///{folder}/no/karta.db")
    assert "Нет папки" in karta("export", "measures", "-o", f"{folder}/gone/a.csv").stderr


def test_a_dash_is_the_standard_output(
    karta: Karta, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.chdir(folder)
    printed = karta("export", "measures", "-o", "-")
    assert printed.exit_code == 0
    assert printed.stdout_bytes == karta("export", "measures").stdout_bytes
    assert not list(folder.iterdir())
