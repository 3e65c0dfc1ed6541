"""An act of our own invention in every format that the plan reader takes."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from fpdf import FPDF

FONTS = (
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"),
    Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"),
    Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
)
#: A system font with Cyrillic for the PDFs; None where there is none.
FONT = next((path for path in FONTS if path.exists()), None)

HEAD = (
    "АДМИНИСТРАЦИЯ СОСНОВСКОГО МУНИЦИПАЛЬНОГО РАЙОНА",
    "П О С Т А Н О В Л Е Н И Е",
    "от 14 февраля 2023 года № 118-п",
    "Об утверждении Плана мероприятий («дорожной карты») по поддержке семей с детьми "
    "в Сосновском муниципальном районе на 2023-2024 годы",
    "В целях поддержки семей с детьми администрация постановляет:",
    "1. Утвердить прилагаемый План мероприятий (далее – План).",
    "2. Исполнителям ежеквартально до 15 числа месяца, следующего за отчетным, представлять "
    "в комитет по образованию администрации района информацию о ходе исполнения Плана.",
    "3. Контроль за исполнением настоящего постановления возложить на заместителя главы "
    "администрации района Иванова И.И.",
    "Глава района П.П. Петров",
    "УТВЕРЖДЕН",
    "постановлением администрации Сосновского муниципального района",
    "от 14.02.2023 № 118-п",
    "План мероприятий («дорожная карта») по поддержке семей с детьми на 2023-2024 годы",
)
HEADER = (
    "№ п/п",
    "Наименование мероприятия",
    "Срок исполнения",
    "Ответственные исполнители",
    "Ожидаемый результат",
    "Финансирование",
)
Rows = Sequence[Sequence[str]]
ROWS: Rows = (
    ("1. Ранняя помощь семьям",),
    (
        "1.1",
        "Обследование условий жизни семей, состоящих на учёте",
        "ежеквартально",
        "Отдел опеки и попечительства администрации района (далее – ООП), комиссия по делам "
        "несовершеннолетних и защите их прав района",
        "Снижение числа семей в социально опасном положении",
        "без финансирования",
    ),
    (
        "1.2",
        "Подготовка памяток для родителей",
        "III квартал 2023 года",
        "ООП, ГБУ «Центр помощи семье» (по согласованию)",
        "Памятки изданы",
        "10,5 тыс. руб.",
    ),
    ("2. Обучение специалистов",),
    (
        "2.1",
        "Семинар для школьных психологов",
        "до 1 октября 2024 года",
        "Комитет по образованию администрации района",
        "Обучено не менее 20 человек",
        "",
    ),
)
INDICATORS: Rows = (
    ("Наименование показателя", "Единица измерения", "2023 год", "2024 год"),
    ("Снижение числа отказов от новорожденных", "случаев", "4", "2,5"),
)
HEADING = "Целевые показатели Плана"


def full(row: Sequence[str]) -> list[str]:
    """A row with all its cells."""
    return [*row, *[""] * (len(HEADER) - len(row))]


def as_tabs(rows: Rows = ROWS, header: Sequence[str] = HEADER) -> bytes:
    """Tab-separated text."""
    table = ["\t".join(header), *("\t".join(full(row)) for row in rows)]
    tail = ["", HEADING, "", *("\t".join(row) for row in INDICATORS)]
    return "\n".join([*HEAD, "", *table, *tail]).encode()


def as_cells(tab: str = "\t") -> bytes:
    """One cell on each line."""
    cells = [cell for row in (HEADER, *ROWS) for cell in row]
    lines = [f"{tab}{cell or '-'}" for cell in cells]
    return "\n".join([*HEAD, "", *lines]).encode()


def as_html(encoding: str = "utf-8") -> bytes:
    """A web page; section rows reach over all columns."""
    body = "".join(f"<p>{line}</p>" for line in HEAD)
    rows = "".join(_html_row(row) for row in (HEADER, *ROWS))
    indicators = "".join(_html_row(row, len(row)) for row in INDICATORS)
    text = (
        f'<html><head><meta charset="{encoding}"><title>x</title></head><body>{body}'
        f"<table>{rows}</table><p>{HEADING}</p><table>{indicators}</table></body></html>"
    )
    return text.encode(encoding, "xmlcharrefreplace")


def _html_row(row: Sequence[str], width: int = len(HEADER)) -> str:
    if len(row) == 1:
        return f'<tr><td colspan="{width}">{row[0]}</td></tr>'
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"


def as_docx() -> bytes:
    """A Word document with merged section rows."""
    document = Document()
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(HEADER))
    for row in (HEADER, *ROWS):
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = row[0]
        else:
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    document.add_paragraph(HEADING)
    small = document.add_table(rows=0, cols=len(INDICATORS[0]))
    for row in INDICATORS:
        for cell, text in zip(small.add_row().cells, row, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pdf(rows: Rows = ROWS) -> bytes:
    """A PDF with ruled tables whose cells wrap."""
    pdf = FPDF(orientation="landscape")
    assert FONT is not None
    pdf.add_font("sans", fname=FONT)
    pdf.set_font("sans", size=9)
    pdf.add_page()
    for line in HEAD:
        pdf.multi_cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    with pdf.table(col_widths=(8, 30, 15, 35, 25, 15), first_row_as_headings=False) as table:
        for row in (HEADER, *rows):
            drawn = table.row()
            for text in row:
                drawn.cell(text, colspan=len(HEADER) if len(row) == 1 else 1)
    pdf.multi_cell(0, 8, HEADING, new_x="LMARGIN", new_y="NEXT")
    with pdf.table(first_row_as_headings=False) as table:
        for row in INDICATORS:
            drawn = table.row()
            for text in row:
                drawn.cell(text)
    return bytes(pdf.output())


def as_picture_pdf() -> bytes:
    """A PDF without text."""
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(20, 20, 100, 100, style="F")
    return bytes(pdf.output())


def zip_of(**parts: bytes) -> bytes:
    """A zip archive; `__` in a name stands for the slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return stream.getvalue()
