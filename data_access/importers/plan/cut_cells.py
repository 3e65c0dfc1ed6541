"""Cells longer than any act's are cut, whatever the file's kind, and each is told."""

from dataclasses import replace

from data_access.importers.plan.limits import CELL_CHARACTERS
from data_access.importers.plan.sources.model import Block, Document, Row, Table
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding

#: So many letters name a cell.
SHOWN = 80
#: So many cells are told one by one.
MOST_TOLD = 50


def cut(document: Document) -> Document:
    """Return the document with its cells cut at the limit, and a finding for each of them."""
    told: list[Finding] = []
    blocks = tuple(_block(block, told) for block in document.blocks)
    return replace(document, blocks=blocks, doubts=(*document.doubts, *told[:MOST_TOLD]))


def _block(block: Block, told: list[Finding]) -> Block:
    if not isinstance(block, Table) or not any(map(_is_long, block.rows)):
        return block
    return replace(block, rows=tuple(_row(row, told) for row in block.rows))


def _is_long(row: Row) -> bool:
    return any(len(cell) > CELL_CHARACTERS for cell in row.cells)


def _row(row: Row, told: list[Finding]) -> Row:
    """Return the row cut; what only came down from a cell above is told there."""
    for column, cell in enumerate(row.cells):
        if len(cell) > CELL_CHARACTERS and column not in row.copied:
            told.append(_finding(row, column, cell))
    return replace(row, cells=tuple(cell[:CELL_CHARACTERS] for cell in row.cells))


def _finding(row: Row, column: int, cell: str) -> Finding:
    values = {
        "column": str(column + 1),
        "limit": str(CELL_CHARACTERS),
        "count": str(len(cell) - CELL_CHARACTERS),
    }
    read = f"{flat(cell[:SHOWN])}…"
    return Finding(None, "document", "cell_cut", "warning", read, "", row.place, values)
