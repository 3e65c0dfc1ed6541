"""Text whose rows are lines and whose cells are set apart by tabs."""

import re

from data_access.importers.plan import numbering
from data_access.importers.plan.headers import recognise
from data_access.importers.plan.sources.model import Block, Paragraph, Row, Table

#: A line that starts a row of its own even without tabs.
STARTS_ROW = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?\s|(?:раздел|таблица|приложение)\b)", re.I)

LONGEST_SECTION = 300


def read(lines: list[str]) -> list[Block]:
    """Return paragraphs and tables; a table is a run of lines with tabs below a header."""
    blocks: list[Block] = []
    rows: list[Row] = []
    width = 0
    for number, line in enumerate(lines, 1):
        row = Row(tuple(cell.strip() for cell in line.split("\t")), f"line:{number}")
        if not line.strip():
            continue
        if _is_row(line, row, bool(rows)):
            width = _header_width(row) or width
            rows.append(row)
        elif rows and _continues(rows[-1], line, width, number):
            rows[-1] = _glued(rows[-1], row)
        elif rows and _is_section(line, lines[number:]):
            rows.append(row)
        else:
            _close(blocks, rows)
            blocks.append(Paragraph(" ".join(line.split()), row.place))
    _close(blocks, rows)
    return blocks


def _is_row(line: str, row: Row, inside: bool) -> bool:
    """Tell whether a line is a row: outside a table only a header or several cells make one."""
    if "\t" not in line.strip("\n"):
        return False
    return inside or len(row.cells) > 2 or _header_width(row) > 0


def _header_width(row: Row) -> int:
    return len(row.cells) if recognise((row,)) else 0


def _continues(last: Row, line: str, width: int, number: int) -> bool:
    """Tell whether a line without tabs goes on with the cell of the line directly above."""
    place = int(last.place.partition(":")[2].split("-")[-1])
    short = len(last.cells) < width
    return number == place + 1 and short and not STARTS_ROW.match(line)


def _is_section(line: str, below: list[str]) -> bool:
    """Tell whether a line without tabs is a section's row: numbered, with numbered rows below."""
    found = numbering.split(line)
    following = next((one for one in below if one.strip()), "")
    first = following.split("\t")[0] if "\t" in following else ""
    number = numbering.bare(first) or ""
    if found is None or not number or len(line) > LONGEST_SECTION:
        return False
    parts = numbering.parts_of(number)
    return found.named or parts[: len(found.parts)] == found.parts or parts == (1,)


def _glued(last: Row, more: Row) -> Row:
    """Return a row with the first cell of the next line added to its last cell."""
    first, *rest = more.cells
    cells = (*last.cells[:-1], f"{last.cells[-1]}\n{first}", *rest)
    start = last.place.split("-")[0]
    return Row(cells, f"{start}-{more.place.partition(':')[2]}")


def _close(blocks: list[Block], rows: list[Row]) -> None:
    if rows:
        blocks.append(Table(tuple(rows), ragged=True))
        rows.clear()
