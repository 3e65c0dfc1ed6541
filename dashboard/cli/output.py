"""The file that a command writes: whole, or not at all; what hinders is told before any work."""

import os
import secrets
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from dashboard.cli.common import refuse
from dashboard.cli.os_faults import in_words
from layouts.texts import _


def check_output(path: Path | None) -> None:
    """Refuse a file whose folder is not there or may not be written to; None is the output."""
    if path is None or _is_device(path):
        return
    folder = path.absolute().parent
    if not folder.is_dir():
        refuse(_("There is no folder %(name)s: make it, or name another file.", name=folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        refuse(_("There is no right to write into the folder %(name)s: name another.", name=folder))


def write_output(path: Path | None, pieces: Iterable[bytes]) -> None:
    """Write the file, in the place of an older one only when it is whole; or print it."""
    try:
        if path is None:
            _print(pieces)
        elif _is_device(path):
            _write(path, pieces, "wb")
        else:
            _replace(Path(os.path.realpath(path)), pieces)
    except BrokenPipeError:  # whoever read it has enough
        raise
    except OSError as error:
        name, reason = path or _("standard output"), in_words(error)
        refuse(_("%(name)s cannot be written: %(reason)s.", name=name, reason=reason))


def _is_device(path: Path) -> bool:
    """Tell whether it is something like /dev/stdout, in whose place no file may be moved."""
    return path.exists() and not path.is_file()


def _print(pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.flush()


def _write(path: Path, pieces: Iterable[bytes], mode: str) -> None:
    with path.open(mode) as file:
        for piece in pieces:
            file.write(piece)


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the target, then move it there; whatever fails leaves the older file."""
    beside = target.with_name(f".karta-{secrets.token_hex(6)}")
    try:
        _write(beside, pieces, "xb")
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
