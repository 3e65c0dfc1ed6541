"""Dash's own bundles: compressed once, kept for good under the address that names the present file.

Dash answers any fingerprint, made-up ones too, with the present file and a year to keep it.
"""

import re
import sys
from functools import cache
from pathlib import Path

from dash.fingerprint import build_fingerprint, check_fingerprint
from flask import Flask, Response, request

from dashboard.packing import ALWAYS, NEVER, Packer, answer

PREFIX = "/_dash-component-suites/"
#: Bundles load their later parts by a fingerprint that was put into them when they were built.
BUILT_IN = re.compile(r'splice\(1,0,"(v[\w-]+m[0-9a-fA-F]+)"')


def init_app(server: Flask) -> None:
    """Send the bundles compressed and with the cache headers that their addresses deserve."""
    packer = server.extensions["karta_bundles"] = Packer()

    @server.after_request
    def bundles(response: Response) -> Response:
        if request.path.startswith(PREFIX) and response.status_code in (200, 304):
            return _bundle(packer, response)
        return response


def _bundle(packer: Packer, response: Response) -> Response:
    if response.status_code == 304:
        response.headers["Cache-Control"] = NEVER
        return response
    package, _slash, path = request.path.removeprefix(PREFIX).partition("/")
    name, _has_fingerprint = check_fingerprint(path)
    packed = packer.packed(f"{package}/{name}", response.get_data(), response.mimetype or "")
    sent = answer(packed, ALWAYS if is_current(package, name, path) else NEVER)
    if "ETag" in response.headers:
        sent.headers["ETag"] = response.headers["ETag"]
    return sent


def is_current(package: str, name: str, path: str) -> bool:
    """Tell whether `path` is the file `name` with the fingerprint that we ask for it ourselves."""
    return path in _addresses(package, name)


@cache
def _addresses(package: str, name: str) -> frozenset[str]:
    """Return the addresses of a file that exists: Dash's own, and those built into bundles."""
    file = Path(str(sys.modules[package].__file__)).parent / name
    own = build_fingerprint(name, _version(package, name), int(file.stat().st_mtime))
    before, dot, after = name.rpartition("/")[2].partition(".")
    folder = name.removesuffix(before + dot + after)
    return frozenset({own, *(f"{folder}{before}.{mark}.{after}" for mark in _marks(file.parent))})


@cache
def _marks(folder: Path) -> frozenset[str]:
    """Return the fingerprints that are built into the bundles of a folder."""
    texts = (path.read_text("utf-8", "replace") for path in folder.glob("*.js"))
    return frozenset(mark for text in texts for mark in BUILT_IN.findall(text))


def _version(package: str, name: str) -> str:
    """Return the version that Dash names: that of the part (`dash.dcc`), else the package's."""
    part = sys.modules.get(f"{package}.{name.partition('/')[0]}")
    of_package = getattr(sys.modules[package], "__version__", "")
    return str(getattr(part, "__version__", of_package))
