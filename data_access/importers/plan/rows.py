"""From the rows of a plan's tables to section rows and drafts of measures.

Repeated headers and the row "1 2 3 4" are dropped; a row without a number goes on with the row
above (it was split at a page's end), unless it is whole in itself.
"""

import re
from dataclasses import replace

from data_access.importers.plan import headings, numbering
from data_access.importers.plan.align import placed, swapped
from data_access.importers.plan.drafts import Draft, SectionRow
from data_access.importers.plan.headers import Columns, normalise
from data_access.importers.plan.likeness import looks_due
from data_access.importers.plan.sources.model import Row
from data_access.importers.plan.text import flat

Entry = SectionRow | Draft
#: A title that goes on in the next row: it ends with a comma, a dash or a small word.
OPEN_END = re.compile(r"(?:[,:;(–-]|\b[а-яё]{1,3})$", re.I)
DUE = ("due", "due_start", "due_end")


class RowReader:
    """Reads rows one after another and keeps what the next one may go on with."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.section = ""
        self.numbered = False

    def read(self, rows: tuple[Row, ...], columns: Columns, ragged: bool) -> None:
        """Take in the rows of a table below its header."""
        self.numbered = self.numbered or any(_number_of(row, columns) for row in rows)
        for row in rows:
            if row.filled and not _is_furniture(row, columns):
                self._take(row, columns, ragged)

    def open_section(self, number: str, title: str, place: str) -> None:
        """Begin a section; one without a number gets it when all is read."""
        self.section = number
        self.entries.append(SectionRow(number, title, place, is_numbered=bool(number)))

    def open_first(self, title: str, place: str) -> None:
        """Put a section without a number in front of all that was read."""
        self.entries.insert(0, SectionRow("", title.strip(), place, is_numbered=False))

    def _take(self, row: Row, columns: Columns, ragged: bool) -> None:
        section = _section(row, columns, self._last()) or self._heading(row, columns)
        if section is not None:
            self.section = section.number
            self.entries.append(replace(section, is_numbered=bool(section.number)))
            return
        cells, slid = _cells(row, columns, ragged)
        number = _take_number(cells, columns)
        if number is None and self._goes_on(row, cells, columns):
            self._go_on(row, cells, slid)
            return
        draft = Draft(number or "", self.section, columns, cells, [row.place], len(row.cells))
        draft.keep(row)
        if slid:
            draft.note("row", slid, "warning", read=" | ".join(flat(one) for one in row.cells))
        self.entries.append(draft)

    def _last(self) -> Draft | None:
        last = self.entries[-1] if self.entries else None
        return last if isinstance(last, Draft) else None

    def _heading(self, row: Row, columns: Columns) -> SectionRow | None:
        """Return the section of a row that only has a heading where the measures have theirs."""
        measure = columns.first("measure")
        alone = self.numbered and columns.first("number") is not None and row.filled == [measure]
        if not alone or row.copied or not row.widths or measure is None:
            return None
        text, last = flat(row.cells[measure]), self._last()
        open_ended = last is not None and OPEN_END.search(flat(last.text("measure")))
        fits = headings.is_heading(text) and not numbering.split(text) and not open_ended
        return SectionRow("", text, row.place, False, is_doubtful=True) if fits else None

    def _goes_on(self, row: Row, cells: list[str], columns: Columns) -> bool:
        """Tell whether a row without a number belongs to the one above."""
        last = self._last()
        if last is None:
            return False
        measure = columns.first("measure")
        title = cells[measure].strip() if measure is not None else ""
        if row.copied and measure in row.copied:
            return True
        if not title or title[0].islower() or len(last.cells) != len(cells):
            return len(last.cells) == len(cells)
        return self.numbered and not (looks_due(_due(cells, columns)) and last.text(*DUE))

    def _go_on(self, row: Row, cells: list[str], slid: str) -> None:
        last = self._last()
        if last is None:
            return
        for column, text in enumerate(cells):
            if text.strip() and column not in row.copied:
                last.cells[column] = f"{last.cells[column]}\n{text}".strip()
        last.places.append(row.place)
        last.keep(row)
        read = " | ".join(flat(one) for one in row.cells if one.strip())
        last.note("row", slid or "row_joined", "warning" if slid else "info", read=read)


def _due(cells: list[str], columns: Columns) -> str:
    found = (columns.first(role) for role in DUE)
    return next((cells[at] for at in found if at is not None and cells[at].strip()), "")


def _cells(row: Row, columns: Columns, ragged: bool) -> tuple[list[str], str]:
    """Return a row's cells by column and the code of what was moved for that, if anything was."""
    width = len(columns.roles)
    cells = list(row.cells) if len(row.cells) == width else placed(row.cells, columns)
    moved = len(row.filled) > 1 and ragged and cells[: len(row.cells)] != list(row.cells)
    if not row.copied:
        exchanged = swapped(cells, columns)
        if exchanged is not None:
            return exchanged, "cells_slid"
    return cells, "cells_slid" if moved or len(row.cells) > width else ""


def _number_of(row: Row, columns: Columns) -> str | None:
    return _take_number([*row.cells, *[""] * len(columns.roles)], columns)


def _take_number(cells: list[str], columns: Columns) -> str | None:
    """Take the number out of the cells: its own column, or glued to the title."""
    own, measure = columns.first("number"), columns.first("measure")
    if own is not None and cells[own].strip():
        number = numbering.bare(cells[own])
        if number is not None:
            return number
    for column in (own, measure):
        found = numbering.split(cells[column]) if column is not None else None
        if found is not None and not found.named and measure is not None:
            if column == own and cells[measure].strip() and len(found.title) > 3:
                continue
            cells[measure] = found.title
            return found.number
    return None


def _is_furniture(row: Row, columns: Columns) -> bool:
    """Tell whether a row is a repeated header or the row of column numbers."""
    texts = [flat(row.cells[column]) for column in row.filled]
    if all(text.rstrip(".").isdecimal() for text in texts):
        numbers = [int(text.rstrip(".")) for text in texts]
        if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return True
    titles = {normalise(title) for title in columns.titles}
    return len(texts) > 1 and all(normalise(text) in titles for text in texts)


def _section(row: Row, columns: Columns, last: Draft | None) -> SectionRow | None:
    """Return the section that a row opens: one filled cell, or a number and one."""
    filled = row.own
    texts = [row.cells[column] for column in filled]
    number = _label(texts[0]) if len(texts) == 2 else None
    if number is not None and filled[1] <= 1 and not _is_child(number, columns):
        return SectionRow(number, flat(texts[1]), row.place)
    if len(texts) != 1 or len(row.filled) != 1:
        return None
    found = numbering.split(texts[0])
    if found is not None and (found.named or len(found.parts) <= 2):
        return SectionRow(found.number, found.title, row.place)
    spans = bool(row.widths) and row.widths[filled[0]] >= max(2, len(columns.roles) - 1)
    alone = filled[0] == 0 and columns.roles[0] == "number" and not row.widths
    capital = texts[0].strip()[:1].isupper() and len(flat(texts[0])) > 3
    if capital and (spans or alone):
        return SectionRow("", flat(texts[0]), row.place)
    return None


def _label(text: str) -> str | None:
    """Return the number of a cell that holds nothing else: "1.", "II", "Раздел II", "Блок 1"."""
    found = numbering.split(text)
    return found.number if found and found.is_bare else numbering.bare(text)


def _is_child(number: str, columns: Columns) -> bool:
    return len(numbering.parts_of(number)) > 2 or columns.first("number") is None
