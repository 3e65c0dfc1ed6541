"""The rows of an indicator form as typed values, each wrong cell named."""

from data_access.importers.indicators.form import COLUMNS, KINDS, NEEDED
from data_access.importers.sheets.faults import CellRefused
from data_access.importers.sheets.tables import read_rows
from data_access.importers.sheets.typed import ReadFile, filled_rows
from data_access.records.limits import FIRST_YEAR, LAST_YEAR


def read(file_name: str, data: bytes) -> ReadFile:
    """Read an upload; raises FileRefused where it is no form at all."""
    return filled_rows(
        read_rows(file_name, data, COLUMNS, NEEDED), COLUMNS, KINDS, {"year": year_of}
    )


def year_of(text: str) -> int | None:
    """Return a year, None for an empty cell; raises CellRefused."""
    bare = text.casefold().removesuffix("г.").removesuffix("год").strip()
    if not bare:
        return None
    is_year = bare.isascii() and bare.isdigit() and len(bare) == len(str(LAST_YEAR))
    if not is_year or not FIRST_YEAR <= int(bare) <= LAST_YEAR:
        raise CellRefused("year_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)
    return int(bare)
