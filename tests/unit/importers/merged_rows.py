"""Small plans whose deadline and executor are merged over rows, in the formats that have it."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from fpdf import FPDF

from tests.unit.importers.plan_documents import FONT

SUBJECT = "Об утверждении плана мероприятий на 2025 год"
HEADER = ("№ п/п", "Мероприятие", "Срок исполнения", "Исполнитель")
TITLES = ("Провести акцию", "Создать комиссию", "Обучить специалистов")
DUE, WHO = "до 1 июня 2025 года", "Отдел опеки"


def as_html(*rows: str, header: Sequence[str] = HEADER) -> bytes:
    """A web page with these table rows below the header."""
    head = "".join(f"<td>{title}</td>" for title in header)
    table = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
    text = f"<html><meta charset=utf-8><body><p>{SUBJECT}</p><table>{table}</table></body></html>"
    return text.encode()


def merged_html(numbers: Sequence[str]) -> bytes:
    """The titles below each other, one deadline and one executor beside them all."""
    first, *rest = (f"<td>{one}<td>{title}" for one, title in zip(numbers, TITLES, strict=True))
    return as_html(f"{first}<td rowspan=3>{DUE}<td rowspan=3>{WHO}", *rest)


def merged_docx(numbers: Sequence[str]) -> bytes:
    """The same as a Word document."""
    document = Document()
    document.add_paragraph(SUBJECT)
    table = document.add_table(rows=0, cols=len(HEADER))
    for row in (HEADER, *((one, title) for one, title in zip(numbers, TITLES, strict=True))):
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    for column, text in ((2, DUE), (3, WHO)):
        table.cell(1, column).merge(table.cell(3, column)).text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def merged_pdf(numbers: Sequence[str]) -> bytes:
    """The same as a PDF; the last row is a section that reaches over all columns."""
    pdf = FPDF(orientation="landscape")
    pdf.add_font("sans", fname=FONT)
    pdf.set_font("sans", size=9)
    pdf.add_page()
    pdf.multi_cell(0, 5, SUBJECT, new_x="LMARGIN", new_y="NEXT")
    with pdf.table(first_row_as_headings=False) as table:
        _draw(table.row(), HEADER)
        for at, (one, title) in enumerate(zip(numbers, TITLES, strict=True)):
            row = table.row()
            _draw(row, (one, title))
            for text in (DUE, WHO) if at == 0 else ():
                row.cell(text, rowspan=len(TITLES))
        table.row().cell("Раздел II. Дальнейшее", colspan=len(HEADER))
    return bytes(pdf.output())


def _draw(row: Any, texts: Sequence[str]) -> None:
    for text in texts:
        row.cell(text)
