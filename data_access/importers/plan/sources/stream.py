"""Text with one cell on each line: rows are found by their numbers and the header's width."""

from itertools import pairwise

from data_access.importers.plan import numbering
from data_access.importers.plan.header_slips import near_role
from data_access.importers.plan.headers import Columns, normalise, recognise, role_of
from data_access.importers.plan.headings import is_heading
from data_access.importers.plan.likeness import looks_executor, names_time
from data_access.importers.plan.sources.model import Block, Document, Paragraph, Row, Table
from data_access.importers.plan.sources.stream_cells import Cell, cells_of
from data_access.importers.plan.sources.stream_end import Start, end_of

MOST_COLUMNS = 12


def read(lines: list[str]) -> Document | None:
    """Return paragraphs and tables of such a text; None if it is not written in this way."""
    for tabs in (True, False) if any("\t" in line for line in lines) else (False,):
        cells = cells_of(lines, tabs=tabs)
        found = _find_header(cells)
        if found is not None:
            start, width, columns = found
            return _document(lines, cells, start, width, columns)
    return None


def _find_header(cells: list[Cell]) -> tuple[int, int, Columns] | None:
    """Return where the header starts, how many cells it has and its columns."""
    for start in range(len(cells)):
        role = role_of(cells[start].text)
        # "… района на 2025 год" above the table is the end of its heading, no column of a year.
        if role in (None, "extra") or str(role).startswith("year_"):
            continue
        width = _header_width(cells, start)
        if width >= 3:
            texts = tuple(cell.text for cell in cells[start : start + width])
            found = recognise((Row(texts),))
            if found is not None and found[0].is_plan:
                return start, width, found[0]
    return None


def _header_width(cells: list[Cell], start: int) -> int:
    """Return how many cells from here on are headers, by their words or the row "1 2 3 4"."""
    known: set[str] = set()
    width = 0
    for offset, cell in enumerate(cells[start : start + MOST_COLUMNS]):
        role = role_of(cell.text) or (near_role(normalise(cell.text)) if known else None)
        if _counts(cells, start + offset, offset):
            return offset
        if numbering.bare(cell.text) or numbering.split(cell.text) or len(cell.text) > 120:
            break
        if role in known and role != "extra":
            break
        if role is not None:
            known.add(role)
            width = offset + 1
    return width


def _counts(cells: list[Cell], start: int, width: int) -> bool:
    """Tell whether the row "1 2 3 4" of this width begins here."""
    texts = [cell.text.rstrip(".") for cell in cells[start : start + width]]
    return width >= 3 and texts == [str(number) for number in range(1, width + 1)]


def _document(
    lines: list[str], cells: list[Cell], start: int, width: int, columns: Columns
) -> Document:
    first = cells[start].line
    blocks: list[Block] = [
        Paragraph(" ".join(line.split()), f"line:{number}")
        for number, line in enumerate(lines[: first - 1], 1)
        if line.strip()
    ]
    body = cells[start + width :]
    if _counts(body, 0, width):
        body = body[width:]
    starts = _starts(body, columns)
    end = end_of(body, starts, width)
    header = Row(tuple(cell.text for cell in cells[start : start + width]), f"line:{first}")
    rows = _rows(body[: end.at], [one.at for one in starts if one.at < end.at], columns)
    blocks.append(Table((header, *rows), ragged=True))
    rest = body[end.at :]
    blocks += [Paragraph(" ".join(cell.text.split()), f"line:{cell.line}") for cell in rest]
    return Document(tuple(blocks), doubts=end.doubts)


def _rows(cells: list[Cell], starts: list[int], columns: Columns) -> list[Row]:
    edges = [*([0] if starts[:1] != [0] and cells else []), *starts, len(cells)]
    rows = []
    for at, end in pairwise(edges):
        heading = _heading(cells[at:end], columns) if end < len(cells) else None
        texts = _grouped(cells[at : end - 1 if heading else end], len(columns.roles))
        if texts:
            rows.append(Row(tuple(texts), f"line:{cells[at].line}"))
        if heading:
            rows.append(Row((heading.text,), f"line:{heading.line}"))
    return rows


def _heading(cells: list[Cell], columns: Columns) -> Cell | None:
    """Return the last cell of a row that is complete without it, where executors come last."""
    width = len(columns.roles)
    if len(cells) != width + 1 or columns.roles[-1] not in ("executor", "coexecutor"):
        return None
    own, last = cells[-2].text, cells[-1].text
    whole = looks_executor(own) and not own.rstrip().endswith((",", ";", "-"))
    fits = whole and is_heading(last) and not (looks_executor(last) or names_time(last))
    return cells[-1] if fits else None


def _grouped(cells: list[Cell], width: int) -> list[str]:
    """Return the texts of a row; of too many, those of one paragraph belong together."""
    texts = [cell.text for cell in cells]
    if len(cells) <= width or not any(cell.apart for cell in cells[1:]):
        return texts
    groups = [texts[0]]
    for cell in cells[1:]:
        if cell.apart:
            groups.append(cell.text)
        else:
            groups[-1] += f"\n{cell.text}"
    return groups if len(groups) == width else texts


def _heads(section: tuple[int, ...], following: list[Cell]) -> bool:
    """Tell whether the next cell is the number of a section's first measure."""
    number = numbering.bare(following[0].text) if following else None
    parts = numbering.parts_of(number or "")
    return len(section) == 1 and parts[:1] == section and parts[1:] == (1,)


def _starts(cells: list[Cell], columns: Columns) -> list[Start]:
    """Return where rows start: at numbers that can come next."""
    numbered = columns.first("number") is not None
    starts: list[Start] = []
    before: tuple[int, ...] | None = None
    for at, cell in enumerate(cells):
        found = numbering.split(cell.text)
        number = numbering.bare(cell.text) if numbered else None
        if number is None and found is not None:
            opens = found.named or not numbered or _heads(found.parts, cells[at + 1 : at + 2])
            number = found.number if opens else None
        if number is None:
            continue
        parts = numbering.parts_of(number)
        named = found is not None and found.named
        if parts and (named or numbering.follows(parts, before)):
            starts.append(Start(at, parts, named))
            before = None if named else parts
    return starts
