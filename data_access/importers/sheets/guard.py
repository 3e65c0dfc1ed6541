"""What is checked before a file is opened: its size, its kind, and what it would unpack to.

A workbook is a zip of XML files: a small one may unpack to gigabytes, and XML may define entities
that grow without end. Both are refused before any parser sees them.
"""

import zipfile
from io import BytesIO
from pathlib import PurePath

from data_access.importers.sheets.faults import FileRefused
from data_access.records.limits import MEGABYTE, MOST_BYTES, MOST_MEGABYTES

MAX_UNPACKED = 32 * MEGABYTE
MAX_PARTS = 300
MAX_SHEETS = 20
MAX_ROWS = 10_000
MAX_COLUMNS = 100

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
PDF = b"%PDF"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
BLOCK = 65_536
#: A declaration of the document type stands before the root; ours have none. In every part: which
#: of them is a sheet its relationships say, whatever it is called.
FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
#: As long as the longest of them in four bytes a letter.
OVERLAP = 64
UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


def kind_of(file_name: str, data: bytes) -> str:
    """Return "xlsx" or "csv"; raises FileRefused for anything else, told by the content."""
    if not data.strip():
        raise FileRefused("empty_file")
    if len(data) > MOST_BYTES:
        raise FileRefused("too_big", limit=MOST_MEGABYTES)
    suffix = PurePath(file_name).suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise FileRefused("wrong_extension", suffix=suffix or file_name[:40])
    if data.startswith(OLD_OFFICE):
        raise FileRefused("old_or_protected")
    if suffix == ".csv":
        if data.startswith((ZIP, PDF, *PICTURES)):
            raise FileRefused("not_its_extension", suffix=suffix)
        return "csv"
    if not data.startswith(ZIP):
        raise FileRefused("not_its_extension", suffix=suffix)
    return "xlsx"


def check_archive(data: bytes) -> None:
    """Refuse a zip that is broken, encrypted, too big unpacked, or whose XML declares entities."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive)
            for part in archive.infolist():
                _check_part(archive, part)
    except FileRefused:
        raise
    except Exception as error:  # broken archives raise almost anything
        raise FileRefused("broken_file") from error


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(one.file_size for one in parts) > MAX_UNPACKED:
        raise FileRefused("unpacks_too_big", limit=MAX_UNPACKED // MEGABYTE)
    if len({one.filename for one in parts}) != len(parts):
        raise FileRefused("broken_file")
    if any(one.flag_bits & 1 for one in parts):
        raise FileRefused("old_or_protected")
    if "xl/workbook.xml" not in archive.namelist():
        raise FileRefused("not_a_workbook")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read a part block by block; the sizes that the archive states are not trusted."""
    rest, size, tail = MAX_UNPACKED, 0, b""
    with archive.open(part) as file:
        while block := file.read(BLOCK):
            if not size and block.startswith(UTF16):
                raise FileRefused("broken_file")
            size += len(block)
            seen = (tail + block).replace(b"\x00", b"").upper()  # also in UTF-16 and UTF-32
            if size > rest or any(sign in seen for sign in FORBIDDEN):
                raise FileRefused("dangerous_file")
            tail = (tail + block)[-OVERLAP:]
