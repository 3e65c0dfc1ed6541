"""What is longer than any act's is cut, whatever the file's kind, and each place is told."""

from dataclasses import replace

from data_access.importers.plan.limits import CELL_CHARACTERS, MOST_PARAGRAPHS, PARAGRAPH_CHARACTERS
from data_access.importers.plan.sources.model import Block, Document, Paragraph, Row
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding

#: So many letters name a cell.
SHOWN = 80
#: So many places are told one by one; how many more there are is told behind them.
MOST_TOLD = 50


def cut(document: Document) -> Document:
    """Return the document cut at the limits, and a finding for each place where it was."""
    told: list[Finding] = []
    blocks = tuple(_block(block, told) for block in document.blocks)
    told[:0] = _left_out(document)
    return replace(document, blocks=blocks, doubts=(*document.doubts, *_told(told)))


def _told(found: list[Finding]) -> list[Finding]:
    """Return the findings that are told one by one, and one about all others."""
    more = len(found) - MOST_TOLD
    if more <= 0:
        return found
    values = {"count": str(more)}
    rest = Finding(None, "document", "cut_elsewhere", "warning", parameters=values)
    return [*found[:MOST_TOLD], rest]


def _block(block: Block, told: list[Finding]) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, told)
    if not any(map(_is_long, block.rows)):
        return block
    return replace(block, rows=tuple(_row(row, told) for row in block.rows))


def _paragraph(paragraph: Paragraph, told: list[Finding]) -> Paragraph:
    text = paragraph.text
    if len(text) <= PARAGRAPH_CHARACTERS:
        return paragraph
    told.append(_finding("paragraph_cut", text, PARAGRAPH_CHARACTERS, paragraph.place))
    return replace(paragraph, text=text[:PARAGRAPH_CHARACTERS])


def _left_out(document: Document) -> list[Finding]:
    """Return the doubt that the text goes on behind what is looked at."""
    filled = [one for one in document.paragraphs if one.text.strip()]
    beyond = filled[MOST_PARAGRAPHS:]
    if not beyond:
        return []
    values = {"limit": str(MOST_PARAGRAPHS), "count": str(len(beyond))}
    read = flat(beyond[0].text[:SHOWN])
    return [Finding(None, "document", "text_cut", "warning", read, "", beyond[0].place, values)]


def _is_long(row: Row) -> bool:
    return any(len(cell) > CELL_CHARACTERS for cell in row.cells)


def _row(row: Row, told: list[Finding]) -> Row:
    """Return the row cut; what only came down from a cell above is told there."""
    for column, cell in enumerate(row.cells):
        if len(cell) > CELL_CHARACTERS and column not in row.copied:
            told.append(
                _finding("cell_cut", cell, CELL_CHARACTERS, row.place, column=str(column + 1))
            )
    return replace(row, cells=tuple(cell[:CELL_CHARACTERS] for cell in row.cells))


def _finding(code: str, text: str, limit: int, place: str, **more: str) -> Finding:
    values = {**more, "limit": str(limit), "count": str(len(text) - limit)}
    read = f"{flat(text[:SHOWN])}…"
    return Finding(None, "document", code, "warning", read, "", place, values)
