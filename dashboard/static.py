"""Files that never change under their address: own assets and Bootstrap.

Each address carries a hash or a version, so it is sent with a lasting Cache-Control. An
address with another version gets the present file, which is then not cached.
"""

import mimetypes
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from flask import Flask, Response, abort

from dashboard.packing import ALWAYS, NEVER, Packer, answer

#: Already compressed: another pass gains nothing.
SOLID = frozenset({".woff2", ".png", ".ico", ".jpg"})
BOOTSTRAP_STYLES = ("bootstrap.min.css", "font/bootstrap-icons.min.css")


@dataclass(frozen=True)
class Folder:
    """A folder and what of it is served."""

    root: Path
    patterns: tuple[str, ...]


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"{package} is not installed")
    return Path(spec.origin).parent


FOLDERS = {
    "own": Folder(Path(__file__).resolve().parent.parent / "assets", ("**/*",)),
    "bootstrap": Folder(
        _package_folder("flask_bootstrap") / "static" / "bootstrap5" / "css",
        (*BOOTSTRAP_STYLES, "font/fonts/*.woff2"),
    ),
}


def init_app(server: Flask) -> None:
    """Serve both folders."""
    packer = Packer()

    @server.get("/static/<folder>/<version>/<path:name>")
    def static_file(folder: str, version: str, name: str) -> Response:
        path = files(folder).get(name) if folder in FOLDERS else None
        if path is None:
            abort(404)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        packed = packer.packed(
            f"{folder}/{name}", path.read_bytes(), kind, solid=path.suffix in SOLID
        )
        return answer(packed, ALWAYS if version == folder_version(folder) else NEVER)


@cache
def files(folder: str) -> dict[str, Path]:
    """Return what a folder serves: name in the address → file."""
    root = FOLDERS[folder].root
    found = {path for one in FOLDERS[folder].patterns for path in root.glob(one)}
    return {
        path.relative_to(root).as_posix(): path
        for path in sorted(found)
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }


@cache
def folder_version(folder: str) -> str:
    """Return a hash over the names and contents of all files of a folder."""
    digest = sha256()
    for name, path in files(folder).items():
        digest.update(name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def url(folder: str, name: str) -> str:
    """Return the address of a file of one of the folders."""
    return f"/static/{folder}/{folder_version(folder)}/{name}"


def stylesheets() -> list[str]:
    """Return the addresses of all stylesheets in the order in which they apply."""
    own = [name for name in files("own") if name.endswith(".css") and "/" not in name]
    return [url("bootstrap", one) for one in BOOTSTRAP_STYLES] + [url("own", one) for one in own]


def scripts() -> list[str]:
    """Return the addresses of our own scripts in the order of their names."""
    return [url("own", one) for one in files("own") if one.endswith(".js") and "/" not in one]


def is_open(path: str) -> bool:
    """Tell whether the sign-in page needs a file: styles, fonts and pictures, no scripts."""
    return path.startswith("/static/") and not path.endswith(".js")
