"""Word documents: the document part read directly, with merged cells and automatic numbers.

Read by tag names without their namespaces, so that both dialects of the format are understood.
Deleted text of tracked changes is left out, inserted text is taken in.
"""

from collections.abc import Iterator
from typing import IO
from zipfile import ZipFile

from lxml.etree import _Element

from data_access.importers.plan import limits
from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources.docx_numbers import Numbers
from data_access.importers.plan.sources.docx_xml import attribute, child, name, parse
from data_access.importers.plan.sources.grid import Span, rows_of
from data_access.importers.plan.sources.model import Block, Document, Paragraph, Table
from data_access.importers.plan.text import clean

MAIN = "word/document.xml"
#: What a book of Excel has instead.
WORKBOOK = "xl/workbook.xml"
SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pict", "object"})
BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(stream: IO[bytes]) -> Document:
    """Return the blocks of a Word document."""
    with limits.open_zip(stream) as archive:
        main = limits.read_part(archive, MAIN) or _renamed(archive)
        if not main:
            is_workbook = WORKBOOK in archive.namelist()
            raise ReadingRefused("workbook" if is_workbook else "not_word")
        root = parse(main)
        numbers = Numbers(
            limits.read_part(archive, "word/numbering.xml"),
            limits.read_part(archive, "word/styles.xml"),
        )
    body = child(root, "body")
    if body is None:
        raise ReadingRefused("damaged")
    return Document(tuple(_Reader(numbers).blocks(body)))


def _renamed(archive: ZipFile) -> bytes:
    """Return the document part where some programs name it otherwise."""
    names = [one for one in archive.namelist() if one.startswith("word/document")]
    return limits.read_part(archive, names[0]) if names else b""


class _Reader:
    """Goes through the body once: automatic numbers depend on all that came before."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.tables = 0
        self.paragraphs = 0

    def blocks(self, element: _Element) -> Iterator[Block]:
        """Yield paragraphs and tables of an element."""
        for one in element:
            kind = name(one)
            if kind == "p":
                self.paragraphs += 1
                for text in self.text(one).split("\n"):
                    if text.strip():
                        yield Paragraph(" ".join(text.split()), f"paragraph:{self.paragraphs}")
            elif kind == "tbl":
                yield self.table(one)
            elif kind in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
                yield from self.blocks(one)

    def text(self, paragraph: _Element) -> str:
        """Return a paragraph's text with the number that Word shows in front of it."""
        number = self.numbers.next_for(paragraph)
        text = clean("".join(_runs(paragraph)))
        return f"{number} {text}".strip() if number else text

    def table(self, element: _Element) -> Table:
        """Return a table with its merged cells laid out."""
        self.tables += 1
        number = self.tables
        rows = list(_parts(element, "tr"))
        limits.check_rows(len(rows))
        return Table(rows_of([self._row(row) for row in rows], number))

    def _row(self, row: _Element) -> list[Span]:
        properties = child(row, "trPr")
        before = attribute(child(properties, "gridBefore"), "val") or "0"
        gap = [Span("", int(before))] if before.isdecimal() and 0 < int(before) < 60 else []
        return gap + [self._cell(cell) for cell in _parts(row, "tc")]

    def _cell(self, cell: _Element) -> Span:
        properties = child(cell, "tcPr")
        width = attribute(child(properties, "gridSpan"), "val") or "1"
        merge = child(properties, "vMerge")
        goes_on = merge is not None and attribute(merge, "val") in (None, "continue")
        text = "\n".join(self._lines(cell))
        columns = int(width) if width.isdecimal() else 1
        return Span(text, max(1, min(columns, limits.COLUMNS)), goes_on=goes_on)

    def _lines(self, cell: _Element) -> Iterator[str]:
        for one in cell:
            kind = name(one)
            if kind == "p":
                text = self.text(one).strip()
                if text:
                    yield text
            elif kind in ("tbl", "tr", "tc", "sdt", "sdtContent", "ins"):
                yield from self._lines(one)


def _parts(element: _Element, wanted: str) -> Iterator[_Element]:
    """Yield the children of a kind, also those wrapped in content controls."""
    for one in element:
        if name(one) == wanted:
            yield one
        elif name(one) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _parts(one, wanted)


def _runs(element: _Element) -> Iterator[str]:
    for one in element:
        kind = name(one)
        if kind == "t":
            yield one.text or ""
        elif kind in BREAKS:
            yield BREAKS[kind]
        elif kind and kind not in SKIPPED:
            yield from _runs(one)
