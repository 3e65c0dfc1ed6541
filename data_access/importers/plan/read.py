"""`read_plan`: from a file to the plan that it holds, with every repair and doubt as a finding."""

import io
from collections.abc import Iterable
from pathlib import Path

from data_access.importers.plan import limits
from data_access.importers.plan.assemble import assemble
from data_access.importers.plan.cutting import cut
from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources.dispatch import open_document
from data_access.importers.plan.sources.model import Document
from data_access.records.limits import MOST_BYTES, MOST_MEGABYTES
from data_access.records.reading import KnownExecutor, PlanReading


def read_plan(
    source: Path | str | bytes,
    file_name: str = "",
    known_executors: Iterable[KnownExecutor | str] = (),
    territory: str | None = None,
) -> PlanReading:
    """Return the plan of a .docx, .pdf, .txt or .html file, given as a path or as its bytes.

    `file_name` tells the kind of bytes, `known_executors` are compared with the names found,
    `territory` stands for the one that the act names.
    Raises ReadingRefused with a reason code for a file that cannot be read or holds no plan.
    """
    data, name = _bytes(source, file_name)
    limits.check_size(data)
    try:
        document = open_document(io.BytesIO(data), data, name)
        _check(document)
        return assemble(cut(document), [_known(one) for one in known_executors], territory)
    except (RecursionError, MemoryError) as error:
        raise ReadingRefused("damaged") from error


def _bytes(source: Path | str | bytes, file_name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, file_name
    path = Path(source)
    if path.stat().st_size > MOST_BYTES:
        raise ReadingRefused("too_large", limit=str(MOST_MEGABYTES))
    return path.read_bytes(), file_name or path.name


def _check(document: Document) -> None:
    if len(document.blocks) > limits.BLOCKS:
        raise ReadingRefused("too_many_rows", limit=str(limits.ROWS))
    limits.check_rows(sum(len(table.rows) for table in document.tables))


def _known(one: KnownExecutor | str) -> KnownExecutor:
    return KnownExecutor(one) if isinstance(one, str) else one
