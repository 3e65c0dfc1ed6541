"""Whether a table without a header goes on with the one above, or is a table of something else.

A list of signatures or of a commission's members may have as many columns as the plan. What is
left out so is told: nothing of a plan is lost in silence.
"""

from collections.abc import Sequence

from data_access.importers.plan import indicators, numbering
from data_access.importers.plan.align import DUE, placed
from data_access.importers.plan.declension import without_people
from data_access.importers.plan.drafts import Draft, SectionRow
from data_access.importers.plan.headers import Columns
from data_access.importers.plan.likeness import looks_due, looks_executor
from data_access.importers.plan.section_rows import Around, section_of
from data_access.importers.plan.sources.model import Row
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding

#: What a finding shows of the table.
SHOWN = 200


def has_width(rows: Sequence[Row], columns: Columns, ragged: bool) -> bool:
    """Tell whether rows have as many cells as the table above; of plain text as many at most."""
    width = len(columns.roles)
    numbered = any(numbering.bare(row.cells[0]) for row in rows)
    fits = ragged and numbered and all(len(row.cells) <= width for row in rows)
    return fits or all(len(row.cells) == width for row in rows)


def goes_on(rows: Sequence[Row], columns: Columns, last: Draft | None) -> bool:
    """Tell whether rows of fitting width go on with the table above: by their first whole row.

    `last` is the measure above them; a header without any takes in whatever fits its width.
    """
    if not columns.is_plan:
        return any(_has_value(row, columns) for row in rows)
    section: SectionRow | None = None
    for row in (one for one in rows if one.filled):
        opened = section_of(row, columns, Around(last, (), 0))
        if opened is None:
            return last is None or _counts(row) or _fits(row, columns, last, section)
        section = opened
    return section is not None and bool(section.number)


def left_out(rows: Sequence[Row]) -> Finding:
    """Return the finding about a table of fitting width that is taken for text.

    It shows the first row, without people's names: such tables often list them.
    """
    first = next((row for row in rows if row.filled), rows[0])
    shown = flat(" | ".join(text for text in first.cells if text.strip()))
    shown = without_people(shown)[:SHOWN]
    return Finding(None, "document", "table_left_out", "warning", shown, place=first.place)


def _counts(row: Row) -> bool:
    """Tell whether a row numbers the columns ("1 2 3 4"), as a table does on its next page."""
    texts = [row.cells[column].strip().rstrip(".") for column in row.filled]
    return len(texts) > 2 and texts == [str(one) for one in range(1, len(texts) + 1)]


def _fits(row: Row, columns: Columns, last: Draft, section: SectionRow | None) -> bool:
    """Tell whether a row is the next measure, the rest of the last one, or at least a measure."""
    cells = placed(row.cells, columns)
    number, label = _number(cells, columns), _text(cells, columns, "number")
    if number and (section.number if section else _is_next(number, last)):
        return True
    title = _text(cells, columns, "measure")
    is_rest = not number and not label and not section and (not title or title[0].islower())
    return is_rest or ((bool(number) or not label) and _is_measure(cells, columns))


def _is_next(number: tuple[int, ...], last: Draft) -> bool:
    return numbering.follows(number, numbering.parts_of(last.number))


def _text(cells: Sequence[str], columns: Columns, role: str) -> str:
    column = columns.first(role)
    return cells[column].strip() if column is not None else ""


def _number(cells: Sequence[str], columns: Columns) -> tuple[int, ...]:
    for text in (_text(cells, columns, role) for role in ("number", "measure")):
        split = numbering.split(text)
        number = numbering.bare(text) or (split.number if split else "")
        if number:
            return numbering.parts_of(number)
    return ()


def _is_measure(cells: Sequence[str], columns: Columns) -> bool:
    """Tell whether a row has a deadline where the plan has it, and executors if anything."""
    due = any(looks_due(_text(cells, columns, role)) for role in sorted(DUE))
    who = _text(cells, columns, "executor")
    return due and (not who or looks_executor(who))


def _has_value(row: Row, columns: Columns) -> bool:
    pairs = zip(row.cells, columns.roles, strict=False)
    return any(role.startswith("year") and indicators.number(text) for text, role in pairs)
