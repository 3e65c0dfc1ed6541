"""The wheel carries all that the product needs, and works away from the source tree."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("dashboard", "callbacks", "layouts", "data_access", "assets")
METADATA = ("pyproject.toml", "README.md", "LICENSE")
PATIENCE_SECONDS = 300

#: Run from another folder: settings, catalogues, migrations, sample, templates and assets.
PROGRAM = """
import pathlib, sys
import dashboard.static
from dashboard.app import create_app
from dashboard.demo import prepare
from dashboard.settings import Settings
from data_access.db import Database
from layouts.texts import _, use_locale

home = pathlib.Path(sys.argv[1])
assert home in pathlib.Path(dashboard.static.__file__).parents, dashboard.static.__file__
assert "karta.js" in dashboard.static.files("own")
with use_locale("ru"):
    assert _("Overview") != "Overview"
db = Database(f"sqlite:///{home}/karta.db")
prepare(db)
app = create_app(Settings(database_url=db.url, secret_key="k" * 40), db)
client = app.server.test_client()
page = client.get("/login")
assert page.status_code == 200 and "csrf_token" in page.text
for href in dashboard.static.stylesheets():
    assert client.get(href).status_code == 200, href
db.dispose()
print("works")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the tree, without asking the network for anything."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in METADATA:
        shutil.copy(ROOT / name, source / name)
    pip("wheel", "--no-build-isolation", "--wheel-dir", str(folder), str(source))
    (built,) = folder.glob("karta-*.whl")
    return built


def pip(command: str, *arguments: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    run([sys.executable, "-m", "pip", command, *quiet, *arguments])


def run(command: list[str], **changes: str) -> str:
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
        cwd="/",
        env=os.environ | changes,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def source_files(source: Path) -> Iterator[str]:
    for package in PACKAGES:
        for path in (source / package).rglob("*"):
            if path.is_file():
                yield path.relative_to(source).as_posix()


def test_every_file_of_the_packages_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        inside = set(opened.namelist())
    assert set(source_files(wheel.parent / "source")) - inside == set()
    assert {name.partition("/")[0] for name in inside if "dist-info" not in name} == set(PACKAGES)


def test_command_is_declared(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        (name,) = (one for one in opened.namelist() if one.endswith("entry_points.txt"))
        assert "karta = dashboard.cli:main" in opened.read(name).decode()


def test_works_where_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    """The copy under `tmp_path` comes before the source tree on the path."""
    home = tmp_path / "installed"
    pip("install", "--target", str(home), str(wheel))
    program = [sys.executable, "-c", PROGRAM, str(home)]
    assert run(program, PYTHONPATH=str(home), PYTHONSAFEPATH="1").strip() == "works"
