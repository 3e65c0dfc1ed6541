"""The rows of an upload as typed values, each wrong cell named."""

from data_access.folding import fold
from data_access.importers.reports.form import COLUMNS, FILLED, NEEDED, OUTCOMES
from data_access.importers.sheets.faults import CellRefused
from data_access.importers.sheets.tables import read_rows
from data_access.importers.sheets.typed import ReadFile, filled_rows

_OUTCOME_OF = {fold(word): key for key, words in OUTCOMES.items() for word in words}
_OWN = {column.key for column in FILLED}


def read(file_name: str, data: bytes) -> ReadFile:
    """Read an upload; raises FileRefused where it is no form at all."""
    tables = read_rows(file_name, data, COLUMNS, NEEDED)
    return filled_rows(tables, COLUMNS, _OWN, {"outcome": outcome_of})


def outcome_of(text: str) -> str:
    """Return the identifier of an executor's mark; raises CellRefused."""
    if not text:
        raise CellRefused("no_outcome")
    known = _OUTCOME_OF.get(fold(text.strip(" .")))
    if known is None:
        raise CellRefused("unknown_outcome")
    return known
