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
from data_access.importers.plan.section_rows import Around, depth_of, section_of
from data_access.importers.plan.sources.model import Row
from data_access.importers.plan.text import flat

Entry = SectionRow | Draft
#: A title that goes on in the next row: it ends with a comma, a dash or a small word.
OPEN_END = re.compile(r"(?:[,:;(–-]|\b[а-яё]{1,3})$", re.I)
COLUMN_NUMBER = re.compile(r"\d{1,3}\.*")
DUE = ("due", "due_start", "due_end")


class RowReader:
    """Reads rows one after another and keeps what the next one may go on with."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.section = ""
        self.numbered = False

    def read(self, rows: tuple[Row, ...], columns: Columns, ragged: bool) -> None:
        """Take in the rows of a table below its header."""
        kept = [row for row in rows if row.filled and not _is_furniture(row, columns)]
        numbers = [_number_of(row, columns) for row in kept]
        self.numbered = self.numbered or any(numbers)
        pairs = list(zip(kept, (numbering.parts_of(one or "") for one in numbers), strict=True))
        depth = depth_of([parts for row, parts in pairs if len(row.filled) > 2])
        below = [parts if len(row.filled) > 1 else () for row, parts in pairs[1:]]
        for row, following in zip(kept, [*below, ()], strict=False):
            self._take(row, columns, ragged, Around(self._last(), following, depth))

    def open_section(self, number: str, title: str, place: str) -> None:
        """Begin a section; one without a number gets it when all is read."""
        self.section = number
        self.entries.append(SectionRow(number, title, place, is_numbered=bool(number)))

    def open_first(self, title: str, place: str) -> None:
        """Put a section without a number in front of all that was read."""
        self.entries.insert(0, SectionRow("", title.strip(), place, is_numbered=False))

    def _take(self, row: Row, columns: Columns, ragged: bool, around: Around) -> None:
        section = section_of(row, columns, around) or self._heading(row, columns)
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
        if _moves_to_title(cells, last.columns):
            slid = "cells_slid"
        for column, text in enumerate(cells):
            if text.strip() and column not in row.copied:
                last.cells[column] = f"{last.cells[column]}\n{text}".strip()
        last.places.append(row.place)
        last.keep(row)
        read = " | ".join(flat(one) for one in row.cells if one.strip())
        last.note("row", slid or "row_joined", "warning" if slid else "info", read=read)


def _moves_to_title(cells: list[str], columns: Columns) -> bool:
    """Put words that slid into the column of numbers where they belong; tell whether any did."""
    own, measure = columns.first("number"), columns.first("measure")
    if own is None or measure is None or not any(map(str.isalpha, cells[own])):
        return False
    cells[measure] = f"{cells[own]}\n{cells[measure]}".strip()
    cells[own] = ""
    return True


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
    if all(COLUMN_NUMBER.fullmatch(text) for text in texts):
        numbers = [int(text.rstrip(".")) for text in texts]
        if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return True
    titles = {normalise(title) for title in columns.titles}
    return len(texts) > 1 and all(normalise(text) in titles for text in texts)
