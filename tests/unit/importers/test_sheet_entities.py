"""Document types and entities are found in every part of a workbook, without help of the parser."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import openpyxl
import pytest

from data_access.importers.sheets import guard
from data_access.importers.sheets.faults import FileRefused
from tests.support.forms import with_part
from tests.unit.importers.test_reports_files import SHEET, book, refusal

ROOT = Path(__file__).parents[3]
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
RENAMED = ("xl/worksheets/sheet1.dat", "xl/media/image1.png", "docProps/app", "xl/sheet1.XML")
TYPES, RELATIONS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
#: Reads a file as the product does, and says what was refused.
READ = """
import pathlib, sys
import openpyxl
assert not openpyxl.DEFUSEDXML
from data_access.importers.reports.form import COLUMNS, NEEDED
from data_access.importers.sheets.faults import FileRefused
from data_access.importers.sheets.tables import read_rows
try:
    read_rows("a.xlsx", pathlib.Path(sys.argv[1]).read_bytes(), COLUMNS, NEEDED)
except FileRefused as refused:
    print(refused.fault.code)
else:
    print("read")
"""


def renamed(data: bytes, name: str) -> bytes:
    """Return the workbook with its sheet under another name, told by the relationships."""
    data = with_part(data, TYPES, lambda old: old.replace(SHEET.encode(), name.encode()))
    target = SHEET.encode()
    data = with_part(data, RELATIONS, lambda old: old.replace(target, name.encode()))
    return with_part(data, SHEET, lambda old: old, named=name)


def attacked(name: str) -> bytes:
    return with_part(renamed(book(["1.1", "М", "а", "б"]), name), name, lambda old: LAUGHS + old)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_entities_are_not_expanded(part: str) -> None:
    assert refusal(with_part(book(), part, lambda old: LAUGHS + old)) == "dangerous_file"


@pytest.mark.parametrize("name", RENAMED)
def test_a_sheet_by_another_name_is_searched_too(name: str) -> None:
    assert refusal(attacked(name)) == "dangerous_file"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("before", ["", " ", "\n" * 3])
def test_a_document_type_in_another_encoding(encoding: str, before: str) -> None:
    told = (before + LAUGHS.decode()).encode(encoding)
    with pytest.raises(FileRefused):
        guard.check_archive(with_part(book(), SHEET, lambda _old: told))


def test_a_document_type_over_the_border_of_two_blocks() -> None:
    for shift in range(1, 12):
        blanks = b" " * (guard.BLOCK - shift)
        assert refusal(with_part(book(), SHEET, lambda old, b=blanks: b + LAUGHS)) == (
            "dangerous_file"
        )


@pytest.mark.parametrize("name", [SHEET, *RENAMED])
def test_the_search_alone_is_enough(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(attacked(name))
    bare = {**os.environ, "OPENPYXL_DEFUSEDXML": "False"}
    done = subprocess.run(
        [sys.executable, "-c", READ, str(file)], capture_output=True, text=True, env=bare
    )
    assert (done.stdout.strip(), done.stderr) == ("dangerous_file", "")


def test_the_product_itself_brings_the_parser_that_refuses_entities() -> None:
    assert openpyxl.DEFUSEDXML
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert any(one.startswith("defusedxml") for one in wanted["project"]["dependencies"])
