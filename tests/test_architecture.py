"""Rules of the code that no other tool checks (directions of import: `make check`)."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from layouts.pages import PAGES

ROOT = Path(__file__).parents[1]
PACKAGES = ("dashboard", "callbacks", "layouts", "data_access")
MOST_LINES = 200
#: Migrations are frozen once they are out; the first one makes every table.
FROZEN = ROOT / "data_access" / "migrations" / "versions"
#: Put together here, so that this file names none of them either.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pypi", "python", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("proxy", "golang", "org"),
        ("conda", "anaconda", "org"),
    )
)
SKIPPED = frozenset({".git", ".venv", "build", "dist", "node_modules", "__pycache__"})
PAGE_MODULES = sorted({page.module for page in PAGES}, key=len, reverse=True)


def modules(*packages: str) -> Iterator[Path]:
    for package in packages:
        yield from sorted((ROOT / package).rglob("*.py"))


def texts() -> Iterator[tuple[Path, str]]:
    """Every file of the project that is text."""
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [one for one in inner if one not in SKIPPED and not one.endswith(".egg-info")]
        inner[:] = [one for one in inner if not one.endswith("_cache")]
        for name in names:
            path = Path(folder, name)
            try:
                yield path, path.read_text(encoding="utf-8")
            except (UnicodeDecodeError, FileNotFoundError):
                continue


def test_no_file_names_a_package_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {address}"
        for path, content in texts()
        for address in REGISTRIES
        if address in content
    ]
    assert found == []


def test_no_module_is_longer_than_a_person_reads() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(*PACKAGES)
        if FROZEN not in path.parents
    }
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


@pytest.mark.parametrize("package", ["layouts", "callbacks"])
def test_pages_do_not_import_each_other(package: str) -> None:
    found = []
    for path in modules(package):
        own = page_of(path.stem)
        for name in imported(path):
            other = page_of(name.removeprefix(f"{package}."))
            if own and other and own != other and name.startswith(f"{package}."):
                found.append(f"{path.relative_to(ROOT)} imports {name}")
    assert found == []


def page_of(module: str) -> str:
    """Return the page that a module such as `overview_bars` belongs to; "" for shared ones."""
    found = (one for one in PAGE_MODULES if module == one or module.startswith(f"{one}_"))
    return next(found, "")


def imported(path: Path) -> Iterator[str]:
    """Return the modules that a file imports; `from layouts import texts` counts as both."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


def test_every_page_has_its_modules() -> None:
    for page in PAGES:
        assert (ROOT / "layouts" / f"{page.module}.py").is_file()
        assert (ROOT / "callbacks" / f"{page.module}.py").is_file()


def test_callbacks_are_bound_to_an_application() -> None:
    """Dash's module-level `callback` reaches only the first application of a process."""
    for path in modules("callbacks", "dashboard", "layouts"):
        assert "dash.callback" not in set(imported(path)), path
