"""Text whose rows are lines and whose cells are set apart by tabs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data_access.importers.plan import numbering
from data_access.importers.plan.headers import recognise
from data_access.importers.plan.sources.model import Block, Paragraph, Row, Table

#: A line that starts a row of its own even without tabs.
STARTS_ROW = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?\s|(?:раздел|таблица|приложение)\b)", re.I)

#: A word that goes on in the next line.
BROKEN = re.compile(r"[а-яё]-$", re.I)
LONGEST_SECTION = 300


@dataclass
class _Open:
    """A row whose last cell may go on in the next lines."""

    cells: list[list[str]]
    first: int
    last: int

    def glue(self, cells: Sequence[str], number: int) -> None:
        """Add the first cell of the next line to the last cell, the others behind it."""
        self.cells[-1].append(cells[0])
        self.cells += [[cell] for cell in cells[1:]]
        self.last = number

    def closed(self) -> Row:
        """Return the row with the lines of its cells joined."""
        lines = f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"
        return Row(tuple("\n".join(parts) for parts in self.cells), f"line:{lines}")


def read(lines: list[str]) -> list[Block]:
    """Return paragraphs and tables; a table is a run of lines with tabs below a header."""
    blocks: list[Block] = []
    rows: list[_Open] = []
    width = 0
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip():
            continue
        if rows and _goes_on(rows[-1], cells, width, number):
            rows[-1].glue(cells, number)
        elif _is_row(line, cells, bool(rows)):
            width = _header_width(cells) or width
            rows.append(_opened(cells, number))
        elif rows and _continues(rows[-1], line, width, number):
            rows[-1].glue(cells, number)
        elif rows and _is_section(line, lines, number):
            rows.append(_opened(cells, number))
        else:
            _close(blocks, rows)
            blocks.append(Paragraph(" ".join(line.split()), f"line:{number}"))
    _close(blocks, rows)
    return blocks


def _opened(cells: Sequence[str], number: int) -> _Open:
    return _Open([[cell] for cell in cells], number, number)


def _is_row(line: str, cells: Sequence[str], inside: bool) -> bool:
    """Tell whether a line is a row: outside a table only a header or several cells make one."""
    if "\t" not in line.strip("\n"):
        return False
    return inside or len(cells) > 2 or _header_width(cells) > 0


def _header_width(cells: Sequence[str]) -> int:
    return len(cells) if recognise((Row(tuple(cells)),)) else 0


def _goes_on(last: _Open, cells: Sequence[str], width: int, number: int) -> bool:
    """Tell whether a line with tabs goes on with a row that was broken inside its last cell.

    Together they have the cells of one row, or the break parts a word ("выпуск-", "ников").
    """
    count = len(last.cells) + len(cells) - 1
    if number != last.last + 1 or len(cells) < 2 or not cells[0][:1].islower() or count > width:
        return False
    return count == width or bool(BROKEN.search(last.cells[-1][-1]))


def _continues(last: _Open, line: str, width: int, number: int) -> bool:
    """Tell whether a line without tabs goes on with the cell of the line directly above."""
    return number == last.last + 1 and len(last.cells) < width and not STARTS_ROW.match(line)


def _is_section(line: str, lines: Sequence[str], at_line: int) -> bool:
    """Tell whether a line without tabs is a section's row: numbered, with numbered rows below."""
    found = numbering.split(line)
    below = (lines[at] for at in range(at_line, len(lines)))
    following = next((one for one in below if one.strip()), "")
    first = following.split("\t")[0] if "\t" in following else ""
    number = numbering.bare(first) or ""
    if found is None or not number or len(line) > LONGEST_SECTION:
        return False
    parts = numbering.parts_of(number)
    return found.named or parts[: len(found.parts)] == found.parts or parts == (1,)


def _close(blocks: list[Block], rows: list[_Open]) -> None:
    if rows:
        blocks.append(Table(tuple(row.closed() for row in rows), ragged=True))
        rows.clear()
