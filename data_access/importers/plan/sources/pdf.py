"""PDF files, read in a process of their own: its memory and time are bounded by the system.

A compressed stream of a few kilobytes can unpack to gigabytes inside a PDF reader; there is no
bound for that within the reading process itself.
"""

import json
import subprocess
import sys
from typing import IO, Any

from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources.model import Block, Document, Paragraph, Row, Table

SECONDS = 120
WORKER = "data_access.importers.plan.sources.pdf_worker"


def read(stream: IO[bytes]) -> Document:
    """Return the blocks of a PDF; ReadingRefused also where it takes too much time or memory."""
    command = [sys.executable, "-I", "-c", _program(), WORKER]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, nothing from outside
            command, input=stream.read(), capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ReadingRefused("too_slow") from error
    if done.returncode != 0:
        raise ReadingRefused("too_slow" if done.returncode < 0 else "damaged")
    return _document(json.loads(done.stdout))


def _program() -> str:
    """Return a program that finds our modules where this process found them."""
    path = [entry for entry in sys.path if entry] or ["."]
    start = "runpy.run_module(sys.argv[1], run_name='__main__')"
    return f"import runpy, sys; sys.path[:0] = {path!r}; {start}"


def _document(answer: dict[str, Any]) -> Document:
    if "refused" in answer:
        raise ReadingRefused(answer["refused"], **answer.get("parameters", {}))
    return Document(tuple(_block(one) for one in answer["blocks"]))


def _block(one: dict[str, Any]) -> Block:
    if "text" in one:
        return Paragraph(one["text"], one["place"])
    return Table(tuple(_row(row) for row in one["rows"]))


def _row(row: dict[str, Any]) -> Row:
    copied = frozenset(row["copied"])
    return Row(tuple(row["cells"]), row["place"], tuple(row["widths"]), copied)
