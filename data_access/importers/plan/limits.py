"""Bounds of what a reader takes in, so that a hostile file costs neither memory nor time."""

import zipfile
from typing import IO

from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.limits import MEGABYTE, MOST_BYTES, MOST_MEGABYTES

#: The largest text of a plain or web page, and of one part of a .docx.
TEXT_BYTES = 16 * MEGABYTE
#: All that a .docx may unpack to, and how many times its packed size.
UNPACKED_BYTES = 200 * MEGABYTE
UNPACKED_TIMES = 200
ZIP_PARTS = 5_000
PAGES = 200
ROWS = 5_000
COLUMNS = 60
CELL_CHARACTERS = 20_000
#: Around the table an act's text is shorter than this; what is beyond is not looked at, and told.
PARAGRAPH_CHARACTERS = 6_000
MOST_PARAGRAPHS = 1_500
BLOCKS = 50_000


def check_size(data: bytes) -> None:
    """Refuse an empty file and one that is too large."""
    if not data.strip():
        raise ReadingRefused("empty")
    if len(data) > MOST_BYTES:
        raise ReadingRefused("too_large", limit=str(MOST_MEGABYTES))


def check_text(data: bytes) -> None:
    """Refuse a text that is too large to be an act."""
    if len(data) > TEXT_BYTES:
        raise ReadingRefused("too_large", limit=str(TEXT_BYTES // MEGABYTE))


def open_zip(stream: IO[bytes]) -> zipfile.ZipFile:
    """Open a zip archive; refuse a damaged one and one that unpacks to far more than it is."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ReadingRefused("damaged") from error
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    bomb = unpacked > UNPACKED_BYTES or (unpacked > MEGABYTE and unpacked > packed * UNPACKED_TIMES)
    if len(parts) > ZIP_PARTS or bomb:
        raise ReadingRefused("zip_bomb")
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of an archive, never more of it than the limit whatever its header says."""
    try:
        with archive.open(name) as part:
            data = part.read(TEXT_BYTES + 1)
    except KeyError:
        return b""
    except Exception as error:  # zlib, zipfile and lzma each have exceptions of their own
        raise ReadingRefused("damaged") from error
    if len(data) > TEXT_BYTES:
        raise ReadingRefused("zip_bomb")
    return data


def check_rows(count: int) -> None:
    """Refuse more rows than a plan can have."""
    if count > ROWS:
        raise ReadingRefused("too_many_rows", limit=str(ROWS))


def check_pages(count: int) -> None:
    """Refuse more pages than an act can have."""
    if count > PAGES:
        raise ReadingRefused("too_many_pages", limit=str(PAGES))
