"""Web pages: tables with rowspan and colspan, any declared encoding, tolerant of broken mark-up."""

import codecs
import re
from collections.abc import Iterator

from lxml import html as lxml_html
from lxml.etree import LxmlError, _Element

from data_access.importers.plan import limits
from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources.decode import decode
from data_access.importers.plan.sources.grid import Span, rows_of
from data_access.importers.plan.sources.model import Block, Document, Paragraph, Table
from data_access.importers.plan.text import clean

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)
PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_SKIPPED = "script style noscript template head title nav button select svg"
_BLOCKS = """p div section article header footer main h1 h2 h3 h4 h5 h6 li ul ol dl dt dd pre
blockquote center address figure form fieldset body html tr td th caption hr"""
_ENCODINGS = "utf-8 utf-16 cp1251 koi8-r koi8-u cp866 iso8859-5 mac-cyrillic cp1252 iso8859-1"
SKIPPED = frozenset(_SKIPPED.split())
BLOCKS = frozenset(_BLOCKS.split())
#: Encodings that a page may declare; others are not taken at their word.
ENCODINGS = frozenset(_ENCODINGS.split())


def read(data: bytes) -> Document:
    """Return the blocks of a web page."""
    limits.check_text(data)
    text = PROLOGUE.sub("", decode(data, declared(data)))
    try:
        root = lxml_html.document_fromstring(text)
    except (LxmlError, ValueError) as error:
        raise ReadingRefused("damaged") from error
    blocks: list[Block] = []
    body = root.find("body")
    _Walker(blocks).walk(root if body is None else body)
    return Document(tuple(blocks))


def declared(data: bytes) -> str | None:
    """Return the declared encoding, if it is one that pages are written in."""
    found = DECLARED.search(data[:4096])
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name if found else ""
    except LookupError:
        return None
    return name if name in ENCODINGS else None


class _Walker:
    """Walks the elements in order and collects paragraphs and tables."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.text: list[str] = []
        self.tables = 0

    def walk(self, element: _Element) -> None:
        """Take in an element's content."""
        self._content(element)
        self._flush()

    def _content(self, element: _Element) -> None:
        self.text.append(element.text or "")
        for child in element:
            self._child(child)
            self.text.append(child.tail or "")

    def _child(self, child: _Element) -> None:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "table" and not _nested(child):
            self._flush()
            self._table(child)
        elif tag == "br":
            self._flush()
        elif tag in BLOCKS or tag == "table":
            self._flush()
            self._content(child)
            self._flush()
        elif tag and tag not in SKIPPED:
            self._content(child)

    def _table(self, element: _Element) -> None:
        self.tables += 1
        rows = list(_rows(element))
        limits.check_rows(len(rows))
        spans = [[_span(cell) for cell in row if cell.tag in ("td", "th")] for row in rows]
        self.blocks.append(Table(rows_of([row for row in spans if row], self.tables)))

    def _flush(self) -> None:
        text = " ".join(clean("".join(self.text)).split())
        self.text.clear()
        if text:
            self.blocks.append(Paragraph(text, f"paragraph:{len(self.blocks) + 1}"))


def _nested(table: _Element) -> bool:
    """Tell whether a table only lays out others."""
    return table.find(".//table") is not None


def _rows(table: _Element) -> Iterator[_Element]:
    yield from table.iter("tr")


def _span(cell: _Element) -> Span:
    return Span(_cell_text(cell), _count(cell, "colspan"), _count(cell, "rowspan"))


def _count(cell: _Element, name: str) -> int:
    value = re.match(r"\s*(\d{1,4})", cell.get(name) or "")
    largest = limits.COLUMNS if name == "colspan" else limits.ROWS
    return max(1, min(int(value.group(1)), largest)) if value else 1


def _cell_text(cell: _Element) -> str:
    """Return the text of a cell with line breaks where paragraphs and <br> make them."""
    parts: list[str] = []
    _collect(cell, parts)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\0"))
    return "\n".join(line for line in lines if line)


def _collect(element: _Element, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        breaks = tag in BLOCKS or tag == "br"
        parts.append("\0" if breaks else "")
        if tag and tag not in SKIPPED:
            _collect(child, parts)
        parts.append("\0" if breaks and tag != "br" else "")
        parts.append(child.tail or "")
