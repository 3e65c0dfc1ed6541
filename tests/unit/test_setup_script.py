"""`scripts/setup.sh` installs what is wanted and missing, and nothing twice."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: Stands for the environment's Python: notes what pip is asked to install.
PYTHON = '#!/bin/sh\ncase "$*" in *install*) for last; do :; done; echo "$last" >> "$LOG";; esac\n'
PROGRAMS = ("chromium", "initdb", "pgbouncer", "soffice", "setpriv")


class Machine:
    """A copy of the script in a folder with an environment that only notes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "installed"
        (folder / "scripts").mkdir()
        for name in ("scripts/setup.sh", "pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, folder / name)
        self._program(folder / ".venv" / "bin" / "python", PYTHON)
        for name in PROGRAMS:
            self._program(folder / "bin" / name, "#!/bin/sh\n")

    def _program(self, path: Path, content: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        path.chmod(0o755)

    def set_up(self, *arguments: str) -> list[str]:
        """Run the script; return what was installed by it."""
        self.log.write_text("")
        path = f"{self.folder / 'bin'}:/usr/bin:/bin"
        subprocess.run(
            [self.folder / "scripts" / "setup.sh", *arguments],
            env={"PATH": path, "LOG": str(self.log)},
            check=True,
            capture_output=True,
        )
        return self.log.read_text().split()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_to_run_nothing_of_development_is_installed(machine: Machine) -> None:
    assert machine.set_up() == ["."]
    assert machine.set_up() == []


def test_tests_add_the_rest(machine: Machine) -> None:
    machine.set_up()
    assert machine.set_up("tests") == [".[dev]"]
    assert machine.set_up("tests") == []


def test_who_can_test_can_run(machine: Machine) -> None:
    machine.set_up("tests")
    assert machine.set_up() == []


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_other_packages_are_installed_anew(machine: Machine, name: str) -> None:
    machine.set_up("tests")
    with (machine.folder / name).open("a") as file:
        file.write("# other\n")
    assert machine.set_up() == ["."]
    assert machine.set_up("tests") == [".[dev]"]
