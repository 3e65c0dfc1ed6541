"""Values of cells: texts, dates and numbers as people and spreadsheets write them."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from data_access.exports.cells import unharmed
from data_access.importers.sheets.faults import CellRefused
from data_access.importers.sheets.workbook import Wrong
from data_access.records.limits import FIRST_YEAR, LAST_YEAR

DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*(?:г|года?)\.?)?")
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
#: Digits stand together or in groups of three; "12 13" are two numbers.
NUMBER = re.compile(r"[+-]?(?:\d{1,14}|\d{1,3}(?:[ \u00a0\u202f\u2009']\d{3}){1,4})(?:[.,]\d+)?")
WHOLE_DIGITS, DECIMALS = 14, 4
GAPS = str.maketrans("", "", " \u00a0\u202f\u2009'")


def text_of(cell: Any, limit: int = 2000) -> str:
    """Return a cell as text, "" for an empty one; raises CellRefused for what is none."""
    _refuse_wrong(cell)
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, float):
        cell = int(cell) if cell.is_integer() else str(cell).replace(".", ",")
    if isinstance(cell, bool) or not isinstance(cell, str | int):
        raise CellRefused("wrong_kind")
    text = str(cell).replace("\r\n", "\n").replace("_x000D_", "").strip()
    text = unharmed(text).strip()  # our own CSV writes "'- text"; a workbook saved from it, too
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Cn") for sign in text if sign not in "\n\t"):
        raise CellRefused("control_sign")
    if len(text) > limit:
        raise CellRefused("too_long", limit=limit, length=len(text))
    return text


def date_of(cell: Any) -> date | None:
    """Return a date, None for an empty cell; raises CellRefused.

    A bare number is refused: it may be a date that lost its format, and may be anything else.
    """
    _refuse_wrong(cell)
    if isinstance(cell, datetime):
        return _plausible(cell.date())
    if isinstance(cell, date):
        return _plausible(cell)
    if isinstance(cell, str):
        return _read_day(cell.strip()) if cell.strip() else None
    if cell is None:
        return None
    raise CellRefused("not_a_date")


def number_of(cell: Any) -> Decimal | None:
    """Return a number, None for an empty cell; decimal comma or point; raises CellRefused."""
    _refuse_wrong(cell)
    if cell is None or isinstance(cell, bool):
        if cell is None:
            return None
        raise CellRefused("not_a_number")
    if not isinstance(cell, str | int | float):
        raise CellRefused("not_a_number")
    text = str(cell) if not isinstance(cell, float) else f"{cell:.10f}".rstrip("0").rstrip(".")
    text = text.strip().replace("−", "-")
    if not text:
        return None
    plain = text.translate(GAPS)
    if not NUMBER.fullmatch(text) or not plain.isascii():
        raise CellRefused("not_a_number")
    return _stored(Decimal(plain.replace(",", ".")))


def _stored(number: Decimal) -> Decimal:
    """Return the number as the database keeps it; more decimals than fit are refused."""
    kept = number.quantize(Decimal(1).scaleb(-DECIMALS))
    if kept != number:
        raise CellRefused("too_many_decimals", limit=DECIMALS)
    return kept


def _refuse_wrong(cell: Any) -> None:
    if isinstance(cell, Wrong):
        raise CellRefused(cell.kind)


def _read_day(text: str) -> date:
    if found := DAY.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        raise CellRefused("not_a_date")
    try:
        return _plausible(date(year, month, day))
    except ValueError:
        raise CellRefused("no_such_day") from None


def _plausible(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CellRefused("year_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)
    return day
