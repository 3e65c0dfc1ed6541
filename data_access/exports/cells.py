"""Values as the cells of a spreadsheet: Russian formats, and nothing that would be run."""

from datetime import date
from decimal import Decimal
from typing import Any

from data_access.records.exports import Column, ExportTexts

#: A cell that begins with one of these may be run as a formula (OWASP, "CSV Injection").
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
JOINT = "; "


def harmless(text: str) -> str:
    """Return the text so that no spreadsheet runs it: an apostrophe before a formula's sign."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_SIGNS) else text


def cell_text(column: Column, value: Any, texts: ExportTexts) -> str:
    """Return a value as the text of a CSV cell: DD.MM.YYYY, decimal comma, words for people."""
    if value is None:
        return ""
    if column.kind == "date":
        return f"{value:%d.%m.%Y}"
    if column.kind == "moment":
        return f"{value:%d.%m.%Y %H:%M}"
    if column.kind in ("number", "integer", "percent"):
        return number_text(column, value).replace(".", texts.decimal_sign)
    return harmless(plain_text(column, value, texts))


def plain_text(column: Column, value: Any, texts: ExportTexts) -> str:
    """Return a value of a textual column as people read it."""
    if column.kind in ("status", "word"):
        return texts.word(value)
    if column.kind == "texts":
        return JOINT.join(value)
    return str(value)


def number_text(column: Column, value: Any) -> str:
    """Return a number with a point; a percentage with one decimal, without its sign."""
    if column.kind == "percent":
        return f"{100 * value:.1f}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)


def json_value(value: Any) -> Any:
    """Return a value for other programs: ISO dates, identifiers, numbers, null."""
    if isinstance(value, date):  # a moment is a date too
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value
