"""Which rows of a plan's table open a section: one filled cell, or a number and one text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data_access.importers.plan import numbering
from data_access.importers.plan.drafts import Draft, SectionRow
from data_access.importers.plan.headers import Columns
from data_access.importers.plan.sources.model import Row
from data_access.importers.plan.text import flat

Parts = tuple[int, ...]


@dataclass(frozen=True)
class Around:
    """What stands about a row: the measure right above it, the number of the row right below.

    `depth` is how many parts the table's measures have in their numbers, 0 where they have none.
    """

    above: Draft | None
    below: Parts
    depth: int


def depth_of(numbers: Sequence[Parts]) -> int:
    """Return how many parts most of these numbers have; 0 where there are none."""
    counts = Counter(len(parts) for parts in numbers if parts)
    return max(counts, key=lambda depth: (counts[depth], depth), default=0)


def section_of(row: Row, columns: Columns, around: Around) -> SectionRow | None:
    """Return the section that a row opens; None for a row of measures.

    A row that shares a cell with the row above holds a measure, whatever else it lacks.
    """
    if row.copied & set(row.filled):
        return None
    texts = [row.cells[column] for column in row.filled]
    if len(texts) == 2:
        return _numbered(row, texts, columns, around)
    return _single(row, texts[0], columns) if len(texts) == 1 else None


def _numbered(row: Row, texts: list[str], columns: Columns, around: Around) -> SectionRow | None:
    number = _label(texts[0])
    if number is None or row.filled[1] > 1 or _is_child(number, columns):
        return None
    if _spans_rest(row) or not _may_be_measure(texts[0], number, around):
        return SectionRow(number, flat(texts[1]), row.place)
    return None


def _spans_rest(row: Row) -> bool:
    column = row.filled[1]
    return (
        bool(row.widths)
        and row.widths[column] > 1
        and column + row.widths[column] == len(row.cells)
    )


def _may_be_measure(label: str, number: str, around: Around) -> bool:
    """Tell whether a number and a text can be a measure whose other cells are empty.

    They can where the number goes on with the measures above and the next one goes on with it.
    """
    parts = numbering.parts_of(number)
    if not label.strip()[:1].isdigit() or len(parts) != around.depth:
        return False
    above = numbering.parts_of(around.above.number) if around.above is not None else None
    return numbering.follows(parts, above) and numbering.follows(around.below, parts)


def _single(row: Row, text: str, columns: Columns) -> SectionRow | None:
    found = numbering.split(text)
    if found is not None and (found.named or len(found.parts) <= 2):
        return SectionRow(found.number, found.title, row.place)
    column = row.filled[0]
    spans = bool(row.widths) and row.widths[column] >= max(2, len(columns.roles) - 1)
    alone = column == 0 and columns.roles[0] == "number" and not row.widths
    capital = text.strip()[:1].isupper() and len(flat(text)) > 3
    return SectionRow("", flat(text), row.place) if capital and (spans or alone) else None


def _label(text: str) -> str | None:
    """Return the number of a cell that holds nothing else: "1.", "II", "Раздел II", "Блок 1"."""
    found = numbering.split(text)
    return found.number if found and found.is_bare else numbering.bare(text)


def _is_child(number: str, columns: Columns) -> bool:
    return len(numbering.parts_of(number)) > 2 or columns.first("number") is None
