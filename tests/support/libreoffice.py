"""LibreOffice without a window: opens CSV as a double click on a Russian desktop does."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

#: Separator ";", quote, UTF-8, from row 1, no column formats, Russian, quoted cells are not
#: forced to text, dates and numbers are recognised.
RUSSIAN_CSV = "Text - txt - csv (StarCalc):59,34,76,1,,1049,false,true"
PATIENCE_SECONDS = 180

Table = list[tuple[Any, ...]]


def opened(files: Mapping[str, bytes], folder: Path) -> dict[str, Table]:
    """Return the rows of each CSV file as the spreadsheet understands them.

    A formula comes as its text with the sign, so a cell that is run never looks harmless.
    """
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content)
    _convert([folder / f"{name}.csv" for name in files], folder)
    return {name: _rows(folder / f"{name}.xlsx") for name in files}


def _convert(paths: list[Path], folder: Path) -> None:
    program = shutil.which("soffice")
    assert program, "LibreOffice not found: run `make setup-tests`"
    options = [
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        "xlsx",
        f"--infilter={RUSSIAN_CSV}",
        "--outdir",
        str(folder),
    ]
    done = subprocess.run(
        [program, *options, *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _rows(path: Path) -> Table:
    book = openpyxl.load_workbook(path)
    try:
        sheet = book.active
        assert sheet is not None
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        return list(sheet.iter_rows(values_only=True))
    finally:
        book.close()
