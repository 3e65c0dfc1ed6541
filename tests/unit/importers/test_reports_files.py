"""Hostile and broken files are refused before anything is read from them."""

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from data_access.importers.reports.form import COLUMNS, NEEDED
from data_access.importers.sheets import guard
from data_access.importers.sheets.faults import FileRefused
from data_access.importers.sheets.tables import read_rows
from data_access.records.limits import MOST_BYTES
from tests.support.forms import saved, with_part

SHEET = "xl/worksheets/sheet1.xml"
HEADER = ["№ пункта", "Мероприятие", "Отметка", "Информация об исполнении"]


def book(*rows: list[object], header: list[str] = HEADER) -> bytes:
    made = Workbook()
    for row in (header, *rows):
        made.active.append(row)
    return saved(made)


def refusal(data: bytes, name: str = "форма.xlsx") -> str:
    with pytest.raises(FileRefused) as refused:
        read_rows(name, data, COLUMNS, NEEDED)
    return refused.value.fault.code


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


FILES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "a.xlsx", "empty_file"),
    "blanks": (lambda: b" \n\n", "a.csv", "empty_file"),
    "a document": (lambda: b"x", "a.docx", "wrong_extension"),
    "no extension": (lambda: b"x", "a", "wrong_extension"),
    "a page as workbook": (lambda: b"<html></html>", "a.xlsx", "not_its_extension"),
    "a workbook as csv": (book, "a.csv", "not_its_extension"),
    "a picture as csv": (lambda: b"\x89PNG\r\n\x1a\n", "a.csv", "not_its_extension"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1", "a.xlsx", "old_or_protected"),
    "a cut workbook": (lambda: book()[:900], "a.xlsx", "broken_file"),
    "some other archive": (lambda: zipped(word=b"x"), "a.xlsx", "not_a_workbook"),
    "nonsense in an archive": (lambda: zipped(xl__workbook_xml=b"x"), "a.xlsx", "not_a_workbook"),
    "no form": (lambda: book(header=["а", "б"]), "a.xlsx", "no_form"),
    "no form in csv": (lambda: "а;б\n1;2".encode(), "a.csv", "no_form"),
    "a header twice": (lambda: book(header=[*HEADER, "Отметка"]), "a.xlsx", "column_twice"),
    "an open quotation mark": (lambda: b'a;b\n"c;d\n', "a.csv", "broken_csv"),
    "bytes": (lambda: bytes(range(256)), "a.csv", "not_text"),
    "zeros": (lambda: b"a;b\x00\n", "a.csv", "not_text"),
}


@pytest.mark.parametrize(("make", "name", "code"), FILES.values(), ids=FILES)
def test_files(make: Callable[[], bytes], name: str, code: str) -> None:
    assert refusal(make(), name) == code


def test_too_big() -> None:
    assert refusal(b"a" * (MOST_BYTES + 1), "a.csv") == "too_big"


def test_a_zip_bomb_is_not_opened() -> None:
    bomb = with_part(book(), SHEET, lambda _: b" " * (guard.MAX_UNPACKED + 1))
    assert len(bomb) < 100_000
    assert refusal(bomb) == "unpacks_too_big"


def test_an_archive_that_lies_about_its_sizes() -> None:
    bomb = bytearray(with_part(book(), SHEET, lambda _: b" " * (guard.MAX_UNPACKED + 1)))
    size = (guard.MAX_UNPACKED + 1).to_bytes(4, "little")
    assert bomb.count(size) == 2
    assert refusal(bytes(bomb.replace(size, (1000).to_bytes(4, "little")))) == "broken_file"


def test_too_many_rows() -> None:
    rows = "\n".join(["№ пункта;Отметка;Информация об исполнении", *["1;а;б"] * guard.MAX_ROWS])
    assert refusal(rows.encode(), "a.csv") == "too_many_rows"


def test_a_file_may_lie_about_its_size_and_number_its_rows_wildly() -> None:
    def change(old: bytes) -> bytes:
        lying = old.replace(b'<dimension ref="A1:D2"', b'<dimension ref="A1:A1"')
        assert lying != old
        return lying.replace(b'<row r="2"', b'<row r="99999999999"')

    rows = read_rows(
        "a.xlsx", with_part(book(["1.1", "М", "а", "б"]), SHEET, change), COLUMNS, NEEDED
    ).rows
    assert [row.cells["narrative"] for row in rows] == ["б"]


def test_shared_formulas_are_not_worked_out() -> None:
    first = b'<c r="C2" t="str"><f t="shared" si="0" ref="A1:A9">' + b"A1+" * 50_000 + b"1</f></c>"
    cells = first + b'<c r="D2"><f t="shared" si="0"/></c>' * 1000
    end = b"</row></sheetData>"
    data = with_part(book(["1.1"]), SHEET, lambda old: old.replace(end, cells + end))
    (row,) = read_rows("a.xlsx", data, COLUMNS, NEEDED).rows
    assert row.cells["narrative"].kind == "formula"


def test_hidden_sheets_and_sheets_without_the_form_are_left_alone() -> None:
    made = Workbook()
    made.active.append(HEADER)
    made.active.append(["1.1", "М", "в работе", "идёт"])
    hidden = made.create_sheet("скрытый")
    hidden.append(HEADER)
    hidden.append(["9.9", "М", "в работе", "идёт"])
    hidden.sheet_state = "hidden"
    made.create_sheet("прочее").append(["а"])
    rows = read_rows("a.xlsx", saved(made), COLUMNS, NEEDED).rows
    assert [row.cells["number"] for row in rows] == ["1.1"]


def test_the_row_of_column_numbers_and_repeated_headers_are_skipped() -> None:
    data = book(
        [1, 2, 3, 4], ["1.1", "М", "в работе", "идёт"], list(HEADER), ["1.2", "М", "а", "б"]
    )
    rows = read_rows("a.xlsx", data, COLUMNS, NEEDED).rows
    assert [(row.number, row.cells["number"]) for row in rows] == [(3, "1.1"), (5, "1.2")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_csv_as_spreadsheets_save_it(encoding: str, delimiter: str) -> None:
    lines = [
        "Отчёт",
        "",
        delimiter.join(HEADER),
        delimiter.join(["1.1", '"М\nМ"', "в работе", "да"]),
    ]
    rows = read_rows("a.CSV", "\r\n".join(lines).encode(encoding), COLUMNS, NEEDED).rows
    assert [(row.number, row.cells["title"]) for row in rows] == [(4, "М\nМ")]


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize("others", [";", "\t", ","])
def test_signs_within_texts_do_not_hide_the_one_between_the_cells(
    delimiter: str, others: str
) -> None:
    told = f'"{f"было{others} стало{others} " * 300}"'
    lines = [f"Отчёт{others * 9}", delimiter.join(HEADER), delimiter.join(["1.1", "М", "да", told])]
    (row,) = read_rows("a.csv", "\r\n".join(lines).encode(), COLUMNS, NEEDED).rows
    assert row.cells["narrative"].startswith("было")


def test_a_sign_that_is_not_between_the_cells_may_make_no_sense_of_the_quotation_marks() -> None:
    lines = [";".join(f'"{one}"' for one in HEADER), '"1.1";"М";"да";"а, б"']
    (row,) = read_rows("a.csv", "\r\n".join(lines).encode(), COLUMNS, NEEDED).rows
    assert row.cells["narrative"] == "а, б"
