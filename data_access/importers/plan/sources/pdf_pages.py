"""Pages of a PDF: ruled tables and the lines around them, in reading order."""

import io
import logging
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pdfplumber

from data_access.importers.plan import limits
from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources.pdf_words import Word, paragraphs, words_of
from data_access.importers.plan.text import clean

Box = tuple[float, float, float, float]
OBJECTS = 60_000
#: Two edges nearer than this (in points) are one.
TOLERANCE = 4
SETTINGS = {"snap_tolerance": 4, "join_tolerance": 4, "intersection_tolerance": 5}


def blocks(data: bytes) -> list[dict[str, Any]]:
    """Return paragraphs ({"text", "place"}) and tables ({"rows"}) of all pages."""
    logging.disable(logging.CRITICAL)
    found: list[dict[str, Any]] = []
    words = 0
    with pdfplumber.open(io.BytesIO(data)) as document:
        limits.check_pages(len(document.pages))
        for number, page in enumerate(document.pages, 1):
            on_page = _words(page)
            words += len(on_page)
            found += _page(page, on_page, number)
            page.close()
    if not words:
        raise ReadingRefused("picture_pdf")
    return found


def _words(page: Any) -> list[Word]:
    drawn = len(page.chars) + len(page.rects) + len(page.lines) + len(page.curves)
    if drawn > OBJECTS:
        raise ReadingRefused("too_slow")
    return words_of(page)


def _page(page: Any, words: list[Word], number: int) -> Iterator[dict[str, Any]]:
    tables = [one for one in page.find_tables(SETTINGS) if len(one.rows) and _columns(one) > 1]
    outside = [word for word in words if not any(_inside(word, one.bbox) for one in tables)]
    items: list[tuple[float, dict[str, Any]]] = [
        (top, {"text": text, "place": f"page:{number}"})
        for top, text in paragraphs(outside, _right_edge(words))
        if not (text.isdecimal() and len(text) < 4)
    ]
    items += [(one.bbox[1], {"rows": _rows(one, words, number)}) for one in tables]
    yield from (item for _top, item in sorted(items, key=lambda pair: pair[0]))


def _columns(table: Any) -> int:
    return max(len(row.cells) for row in table.rows)


def _right_edge(words: list[Word]) -> float:
    return max((word.right for word in words), default=0.0)


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _rows(table: Any, words: list[Word], number: int) -> list[dict[str, Any]]:
    near = [word for word in words if _inside(word, table.bbox)]
    grid = [row.cells for row in table.rows]
    texts = [[_cell(cell, near) for cell in row] for row in grid]
    return [
        {
            "cells": [texts[over.get(at, below)][at] for at in range(len(row))],
            "widths": widths(row, over),
            "copied": list(over),
            "place": f"page:{number} row:{below + 1}",
        }
        for below, (row, over) in enumerate(zip(grid, reaching(grid), strict=True))
    ]


def _cell(box: Box | None, words: list[Word]) -> str:
    if box is None:
        return ""
    inside = [word for word in words if _inside(word, box)]
    text = "\n".join(text for _top, text in paragraphs(inside, box[2]))
    return clean(text)


def reaching(grid: Sequence[Sequence[Box | None]]) -> Iterator[dict[int, int]]:
    """Yield, row by row, the columns that a cell from above reaches down over, with its row."""
    last: dict[int, tuple[int, float]] = {}
    for at, row in enumerate(grid):
        top = max((cell[1] for cell in row if cell is not None), default=0.0)
        last |= {column: (at, cell[3]) for column, cell in enumerate(row) if cell is not None}
        empty = (column for column, cell in enumerate(row) if cell is None and column in last)
        yield {column: last[column][0] for column in empty if last[column][1] > top + TOLERANCE}


def widths(cells: Sequence[Box | None], over: Collection[int]) -> list[int]:
    """Return how many columns each cell reaches over: those without a box belong to their left.

    `over` are the columns that a cell above reaches down over: they are no part of their left.
    """
    found = [1 if cell is not None or at in over else 0 for at, cell in enumerate(cells)]
    last = None
    for at, width in enumerate(found):
        if width:
            last = at
        elif last is not None:
            found[last] += 1
    return found
