"""What a document's blocks hold: text of the act, rows of measures, indicators."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from data_access.importers.plan import continued, headings, indicators, numbering
from data_access.importers.plan.drafts import Draft, SectionRow
from data_access.importers.plan.headers import Columns
from data_access.importers.plan.rows import RowReader
from data_access.importers.plan.segments import segments
from data_access.importers.plan.sources.model import Document, Paragraph, Row, Table
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding, IndicatorReading

#: A clause of the act that stands right above the table is no section.
CLAUSE = re.compile(
    r"\b(?:возложить|возлага(?:ю|ется|ем)|оставля(?:ю|ем)|утвердить|опубликовать|разместить|признать|"
    r"рекомендовать|представ(?:ить|лять)|направ(?:ить|лять)|информировать|вступает)\b",
    re.I,
)


@dataclass
class Content:
    """What the blocks hold: text of the act, rows of measures, indicators.

    The first `above` texts stand above the table of measures.
    """

    texts: list[Paragraph] = field(default_factory=list)
    rows: RowReader = field(default_factory=RowReader)
    indicators: list[IndicatorReading] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    columns: Columns | None = None
    has_header: bool = False
    first_heading: Paragraph | None = None
    above: int | None = None

    @property
    def drafts(self) -> list[Draft]:
        """Return the measures in the making."""
        return [entry for entry in self.rows.entries if isinstance(entry, Draft)]

    @property
    def sections(self) -> list[SectionRow]:
        """Return the section rows, each number once."""
        rows = [entry for entry in self.rows.entries if isinstance(entry, SectionRow)]
        return list({row.number: row for row in reversed(rows)}.values())[::-1]


def content_of(document: Document) -> Content:
    """Return what the blocks hold, in the document's order."""
    content = Content()
    for at, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            content.texts.append(block)
        else:
            _take_table(content, block, document.blocks[at - 1] if at else None)
    content.rows.entries = headings.numbered(content.rows.entries)
    return content


def _take_table(content: Content, table: Table, last: Table | Paragraph | None) -> None:
    for at, (columns, rows) in enumerate(segments(table, content.columns)):
        goes_on = columns is None or bool(content.drafts)
        columns = columns or _continued(content, rows, table.ragged)
        if columns is None:
            content.texts += [_as_text(row) for row in rows]
            continue
        content.columns = columns
        _tell_slips(content, columns)
        if columns.is_plan:
            heading = last if at == 0 else None
            _open(content, rows, heading, goes_on)
            content.rows.read(rows, columns, table.ragged)
        else:
            found, findings = indicators.read(rows, columns)
            content.indicators += found
            content.findings += findings


def _open(
    content: Content, rows: Sequence[Row], heading: Table | Paragraph | None, goes_on: bool
) -> None:
    """Take note of the first table of measures; a heading above it may open a section."""
    if not content.has_header:
        content.above = len(content.texts)
    content.has_header = True
    if not _open_section(content, rows, heading):
        _open_unnumbered(content, rows, heading, goes_on)


def _tell_slips(content: Content, columns: Columns) -> None:
    """Tell of misspelt column titles, each once: their columns are read by what they mean."""
    told = {one.read for one in content.findings if one.code == "header_misspelt"}
    for slip in columns.slips:
        if slip.title not in told:
            found = Finding(
                None, "document", "header_misspelt", "warning", slip.title, slip.meant, slip.place
            )
            content.findings.append(found)


def _continued(content: Content, rows: Sequence[Row], ragged: bool) -> Columns | None:
    """Return the columns above for a table without a header that goes on with the last one."""
    columns = content.columns
    if columns is None or not continued.has_width(rows, columns, ragged):
        return None
    drafts = content.drafts
    if continued.goes_on(rows, columns, drafts[-1] if drafts else None):
        return columns
    content.findings.append(continued.left_out(rows))
    return None


def _as_text(row: Row) -> Paragraph:
    return Paragraph(flat(" ".join(row.cells)), row.place)


def _open_unnumbered(
    content: Content, rows: Sequence[Row], last: Table | Paragraph | None, goes_on: bool
) -> None:
    """Take a short line between two parts of the table as the section of the rows below it.

    Above the first table such a line may belong to the title: it counts when a second one comes.
    """
    heading = headings.above(last)
    if heading is None or not any(len(row.own) > 1 for row in rows):
        return
    if not goes_on:
        content.first_heading = heading
        return
    if content.first_heading is not None and not content.sections:
        content.rows.open_first(content.first_heading.text, content.first_heading.place)
    content.rows.open_section("", heading.text.strip(), heading.place)


def _open_section(content: Content, rows: Sequence[Row], last: Table | Paragraph | None) -> bool:
    """Take a heading right above a table as its section, where the rows open none themselves."""
    heading = numbering.split(last.text) if isinstance(last, Paragraph) else None
    own = rows and len(rows[0].own) == 1
    if heading is None or own or len(heading.title) > 250 or not isinstance(last, Paragraph):
        return False
    if CLAUSE.search(heading.title):
        return False
    if heading.named or content.sections or len(heading.parts) == 1:
        if not any(row.filled and _first_is(row, heading.parts) for row in rows):
            return False
        content.rows.open_section(heading.number, heading.title, last.place)
        return True
    return False


def _first_is(row: Row, section: tuple[int, ...]) -> bool:
    """Tell whether a row's number fits a section: "2.1" below "2.", or a plain one."""
    text = row.cells[row.filled[0]]
    split = numbering.split(text)
    parts = numbering.parts_of(numbering.bare(text) or (split.number if split else ""))
    return bool(parts) and (len(parts) == 1 or parts[:1] == section[:1])
